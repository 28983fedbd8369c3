"""Why a text joined a story, and why stories were merged or split."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.domain import Reason
from firsthand.stories.sharing import reasons
from firsthand.stories.window import Window

__all__ = ["apart", "copied", "joined", "together"]

_OF_A_TEXT, _OF_A_SIDE = 3, 12
"""Texts of a story by which it is explained that one joined it, the nearest; and of each side by
which a merge or split is."""


def copied() -> tuple[Reason, ...]:
    """Why a copy belongs to the story of the text that it copies."""
    return (Reason(feature="a copy of a text of the story"),)


def joined(window: Window, slot: int, others: Sequence[int]) -> tuple[Reason, ...]:
    """What a text has in common with the texts of its story that are nearest to it."""
    near = window.linked(slot)
    nearest = sorted(others, key=lambda one: (-near.get(one, -9.0), window.article(one)))
    return _told(window, [slot], nearest[:_OF_A_TEXT])


def together(window: Window, slots: Sequence[int], others: Sequence[int]) -> tuple[Reason, ...]:
    """Why two stories are one event: the mean score of all pairs, and what the sides share."""
    return _sides(window, slots, others, "mean log odds of one event between the two sides")


def apart(window: Window, slots: Sequence[int], others: Sequence[int]) -> tuple[Reason, ...]:
    """Why what was one story is two: the mean score of all pairs, and what sets the parts apart."""
    if not others:
        return (Reason(feature="none of its texts is in the active window any more", score=0.0),)
    return _sides(window, slots, others, "mean log odds of one event between the two parts")


def _sides(
    window: Window, slots: Sequence[int], others: Sequence[int], feature: str
) -> tuple[Reason, ...]:
    ones, twos = sorted(slots, key=window.article), sorted(others, key=window.article)
    score = round(window.mean(ones, twos), 2)
    told = _told(window, ones[:_OF_A_SIDE], twos[:_OF_A_SIDE])
    whole = Reason(
        feature="log odds of one event as wholes; where both were told of, it takes "
        f"{window.judging.margin:g} for or against to change that",
        score=round(float(window.fit(ones, [twos])[0]), 2),
    )
    return (Reason(feature=feature, score=score), whole, *told)


def _told(window: Window, slots: Sequence[int], others: Sequence[int]) -> tuple[Reason, ...]:
    return reasons([window.cards[one] for one in slots], [window.cards[one] for one in others])
