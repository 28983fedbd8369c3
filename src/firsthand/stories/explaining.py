"""Why a text joined a story, and why stories were merged or split."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.domain import Reason
from firsthand.stories.linking import story_links
from firsthand.stories.window import Window

__all__ = ["apart", "copied", "joined", "together"]

_SHOWN = 200
"""Units of a side among which the pair that explains a merge is looked for."""


def copied() -> tuple[Reason, ...]:
    """Why a copy belongs to the story of the text that it copies."""
    return (Reason(feature="a copy of a text of the story"),)


def joined(window: Window, slot: int, others: Sequence[int], mean: float) -> tuple[Reason, ...]:
    """The mean over the story's texts, and what the nearest of them has in common with this one."""
    score = round(mean, 2)
    return (
        Reason(feature="mean log odds of one event with the story's texts", score=score),
        *_nearest(window, [slot], others),
    )


def together(window: Window, slots: Sequence[int], others: Sequence[int]) -> tuple[Reason, ...]:
    """Why two stories are one event: the mean over all pairs, and the nearest pair."""
    score = round(window.mean(slots, others), 2)
    return (
        Reason(feature="mean log odds of one event between the two stories", score=score),
        *_nearest(window, slots, others),
    )


def apart(window: Window, slots: Sequence[int], others: Sequence[int]) -> tuple[Reason, ...]:
    """Why what was one story is two: the mean over all pairs between them."""
    if not others:
        return (Reason(feature="none of its texts is in the active window any more", score=0.0),)
    score = round(window.mean(slots, others), 2)
    return (Reason(feature="mean log odds of one event between the two parts", score=score),)


def _nearest(window: Window, slots: Sequence[int], others: Sequence[int]) -> tuple[Reason, ...]:
    """The reasons of the strongest link between two sets, if there is one that stands alone."""
    ones = sorted(slots, key=lambda slot: window.cards[slot].article)[:_SHOWN]
    twos = sorted(others, key=lambda slot: window.cards[slot].article)[:_SHOWN]
    if not ones or not twos:
        return ()
    row, column = divmod(int(window.table(ones, twos).argmax()), len(twos))
    links = story_links([window.cards[ones[row]], window.cards[twos[column]]])
    return links[0].reasons if links else ()
