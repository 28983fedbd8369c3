"""Which mentions of two rival claims show that they differ, misprints of copies left aside."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from firsthand.corroborate.coverage import Coverage
from firsthand.corroborate.showing import original_first
from firsthand.domain import Claim, ClaimFinding, ClaimMention, CopyChange, CopyEditKind

__all__ = ["clashing", "copied"]

_KINDS = {"number": CopyEditKind.NUMBER, "date": CopyEditKind.DATE}

_Put = frozenset[tuple[object, object]]
"""Numbers as (low, high), dates as (earliest, latest)."""


def clashing(
    cover: Coverage,
    one: ClaimFinding,
    other: ClaimFinding,
    slot: str,
    changes: Sequence[CopyChange],
) -> tuple[ClaimMention, ClaimMention] | None:
    """The first mention of each of two claims that really differ in `slot`.

    Two claims may be rivals only because a copy misprints one of them; the mentions that remain
    then agree, and there is nothing to show. Of two printings of one text of which neither is
    known to be the first, a mention clashes with another account only if both printings do.

    Args:
        cover: The story.
        one: A claim judged.
        other: Its rival.
        slot: "number", "date" or "place".
        changes: What copies have otherwise than the texts copied.

    Returns:
        A mention of `one` and one of `other`; None where no two differ. Where the values of
        either claim were not read, the first mentions.
    """
    ours, theirs = (
        [
            mention
            for mention in sorted(f.claim.mentions, key=lambda m: original_first(cover, m))
            if mention.passage not in f.otherwise and not copied(cover, mention)
        ]
        for f in (one, other)
    )
    pairs = list(product(ours, theirs))
    known = False
    for a, b in pairs:
        mine, its = _put(one.claim, a, slot), _put(other.claim, b, slot)
        if not mine or not its:
            continue
        known = True
        if not (
            mine <= its | _printed_too(cover, b, slot, changes)
            or its <= mine | _printed_too(cover, a, slot, changes)
        ):
            return a, b
    return None if known or not pairs else pairs[0]


def copied(cover: Coverage, mention: ClaimMention) -> bool:
    """Whether a mention stands in a copied passage: where it differs, the copy misprints it."""
    return any(
        pair.b.overlaps(mention.passage.span)
        for link in cover.links.get(mention.passage.article, ())
        for pair in link.passages
    )


def _put(claim: Claim, mention: ClaimMention, slot: str) -> _Put:
    """The values that a mention puts in `slot`."""
    found: set[tuple[object, object]] = set()
    for value in claim.values:
        here = value.passage.article == mention.passage.article
        if value.kind != slot or not here or not mention.passage.span.holds(value.passage.span):
            continue
        if value.number is not None:
            found.add((value.number.low, value.number.high))
        elif value.date is not None:
            found.add((value.date.earliest, value.date.latest))
    return frozenset(found)


def _printed_too(
    cover: Coverage, mention: ClaimMention, slot: str, changes: Sequence[CopyChange]
) -> _Put:
    """The values that another printing of the same text has in the place of a mention's."""
    found: set[tuple[object, object]] = set()
    for change in changes:
        edit = change.edit
        if (
            change.directed
            or edit.kind is not _KINDS.get(slot)
            or edit.a is None
            or edit.b is None
            or change.original != mention.passage.article
            or not mention.passage.span.holds(edit.a)
        ):
            continue
        reading = cover.readings[change.copy]
        if slot == "number":
            found.update((q.low, q.high) for q in reading.quantities if q.span.overlaps(edit.b))
        else:
            found.update((t.earliest, t.latest) for t in reading.times if t.span.overlaps(edit.b))
    return frozenset(found)
