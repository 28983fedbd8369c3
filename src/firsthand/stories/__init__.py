"""Find which articles tell of one event, and which of their events are one."""

from firsthand.stories.cards import Card, card
from firsthand.stories.changes import story_changes
from firsthand.stories.grouping import events, stories
from firsthand.stories.happenings import EventKey, event_chains
from firsthand.stories.linking import story_links
from firsthand.stories.reach import Reach
from firsthand.stories.sequels import sequels
from firsthand.stories.stream import StoryStream
from firsthand.stories.threads import news_since, thread

__all__ = [
    "Card",
    "EventKey",
    "Reach",
    "StoryStream",
    "card",
    "event_chains",
    "events",
    "news_since",
    "sequels",
    "stories",
    "story_changes",
    "story_links",
    "thread",
]
