"""Why a place was chosen, how precisely it is known, or why none was chosen."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.annotate.locating import Scored
from firsthand.annotate.placerelations import lies_in
from firsthand.annotate.sought import Sought
from firsthand.domain import Reason

__all__ = ["place_reasons"]

_FULL_SUPPORT = 6.0
"""Support by other names from which it is called certain."""


def place_reasons(
    one: Sought, ranked: Sequence[Scored], outer: Scored | None, *, fits: bool
) -> tuple[Reason, ...]:
    """Why the first of the ranked places was chosen, or why none was.

    Args:
        one: The name.
        ranked: Its places, likeliest first.
        outer: The country or region that the text says it lies in.
        fits: Whether the first place is believed.

    Returns:
        What was read, the share of the score the likeliest place has of the two best, what else
        speaks for it, and the level it is known to.
    """
    if not ranked:
        return (Reason(feature="the gazetteer has no place of this name", score=0.0),)
    place = ranked[0].place
    if not fits:
        if outer is not None and not lies_in(place, outer.place):
            why = (
                f"the text puts it in {outer.place.name}, where the gazetteer has none of this name"
            )
        else:
            why = (
                f"{place.name} in {place.country} has nothing in common with the other places named"
            )
        return (Reason(feature=why, score=0.0),)
    reasons = [_read(one, ranked)]
    if outer is not None and lies_in(place, outer.place):
        reasons.append(Reason(feature=f"the text puts it in {outer.place.name}", score=1.0))
    if ranked[0].support > 0:
        reasons.append(
            Reason(
                feature="other places named lie in the same country or region, or near",
                score=round(min(1.0, ranked[0].support / _FULL_SUPPORT), 3),
            )
        )
    if one.said:
        reasons.append(Reason(feature=f"the text says what it is: {one.said}"))
    if one.body:
        reasons.append(Reason(feature="part of a body's name"))
    if one.part:
        reasons.append(Reason(feature=f"“{one.part}”: a part of it, not known more precisely"))
    if one.site:
        reasons.append(Reason(feature=f"{one.site} is taken to stand where it is called after"))
    level = {"district": "region", "continent": "area"}.get(place.kind, place.kind)
    reasons.append(Reason(feature=f"level reached: {level}"))
    return tuple(reasons)


def _read(one: Sought, ranked: Sequence[Scored]) -> Reason:
    """How the name was read, and how far ahead of the next place the likeliest is."""
    if one.people:
        return Reason(feature="a people, located at its country or area")
    if one.office:
        return Reason(feature="stands for its government: a palace, street or parliament")
    if len(ranked) == 1:
        return Reason(feature="the gazetteer has one place of this name")
    lead = ranked[0].score - ranked[1].score
    return Reason(
        feature=f"likeliest of {len(ranked)} places of this name by size and the other places named",
        score=round(1.0 - 0.5 ** (1.0 + max(0.0, lead)), 3),
    )
