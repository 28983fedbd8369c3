"""A story day by day as the brief's JSON gives it."""

from __future__ import annotations

from typing import Any

from firsthand.brief.citing import Citing
from firsthand.brief.json_articles import passage_data
from firsthand.domain import NewPassage, StoryDay, StoryThread

__all__ = ["thread_data"]

_Data = dict[str, Any]


def thread_data(thread: StoryThread | None, cite: Citing) -> _Data | None:
    """The days of a story, ascending; None where nobody has looked."""
    if thread is None:
        return None
    return {"days": [_day(one, cite) for one in thread.days]}


def _day(one: StoryDay, cite: Citing) -> _Data:
    """What one day added."""
    return {
        "day": one.day,
        "articles": list(one.articles),
        "texts": list(one.texts),
        "copies": list(one.copies),
        "names": list(one.names),
        "new": [_new(new, cite) for new in one.new],
    }


def _new(new: NewPassage, cite: Citing) -> _Data:
    """A sentence that no earlier text said."""
    return {
        **passage_data(new.passage, cite),
        "novelty": round(new.novelty, 4),
        "names": list(new.names),
        "amounts": [passage_data(amount, cite) for amount in new.amounts],
    }
