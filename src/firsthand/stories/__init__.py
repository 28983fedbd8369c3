"""Find which articles tell of one event."""

from firsthand.stories.cards import Card, card
from firsthand.stories.grouping import events, stories
from firsthand.stories.linking import story_links

__all__ = ["Card", "card", "events", "stories", "story_links"]
