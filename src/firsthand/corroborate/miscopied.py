"""Numbers that a copy prints differently from the text copied, every word around them the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from firsthand.corroborate.coverage import Coverage
from firsthand.corroborate.showing import around
from firsthand.domain import (
    CopyRelation,
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    Passage,
    Reason,
    SettledStory,
)

__all__ = ["miscopied"]

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_WORD = re.compile(r"\d[\d,.]*\d|\w+")


def miscopied(cover: Coverage, settled: SettledStory) -> Iterator[Discrepancy]:
    """Numbers that a copy prints differently from the text copied, every word around them the same."""
    for link in settled.links:
        if link.relation is CopyRelation.QUOTATION:
            continue
        for pair in link.passages:
            a, b = Passage(link.original, pair.a), Passage(link.copy, pair.b)
            if {a.article, b.article} <= set(cover.readings):
                yield from _misprints(cover, a, b)


def _misprints(cover: Coverage, a: Passage, b: Passage) -> Iterator[Discrepancy]:
    one, other = (list(_WORD.finditer(cover.words(p))) for p in (a, b))
    matcher = SequenceMatcher(
        None, [m.group() for m in one], [m.group() for m in other], autojunk=False
    )
    for change, first, last, start, end in matcher.get_opcodes():
        if change != "replace" or last - first != 1 or end - start != 1:
            continue
        written = [one[first].group(), other[start].group()]
        if not all(_NUMBER.fullmatch(number) for number in written):
            continue
        if written[0].replace(",", "") == written[1].replace(",", ""):
            continue
        yield Discrepancy(
            type=DiscrepancyType.NUMBER,
            state=DiscrepancyState.OPEN,
            text=f"A copy prints {written[1]} where the text copied has {written[0]}",
            a=around(cover, a, one[first]),
            b=around(cover, b, other[start]),
            reasons=(Reason(feature="the words around it are the same", evidence=(a, b)),),
        )
