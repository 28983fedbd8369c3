"""Find which articles tell of one event, and which of their events are one."""

from firsthand.stories.cards import Card, card
from firsthand.stories.grouping import events, stories
from firsthand.stories.happenings import EventKey, event_chains
from firsthand.stories.linking import story_links

__all__ = ["Card", "EventKey", "card", "event_chains", "events", "stories", "story_links"]
