"""Find the stretches of a text that stand between quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from firsthand.domain import Span
from firsthand.text.marks import CLOSERS, Lean, Mark, double_marks, single_marks
from firsthand.text.pairing import Pair, Pairing

__all__ = ["quotations"]

_BLANK = re.compile(r"\n\s*\n")
_MARK = re.compile("[\"＂“”‟„«»‹›「」『』〝〞〟'’‘‛＇`‚]")
"""Whatever may be a quotation mark or part of one: most paragraphs hold none."""

_REPORTED = re.compile(
    r"[,?!…]\s+(?:(?:said|says|asked|wrote|added|replied)\s+\w+|"
    r"(?:[\w.’'-]+\s+){1,4}(?:said|says|asked|wrote|added|replied|told\s+\w+))\s*[.,:;]"
)
"""A reporting clause where a quotation should still be running: its closing mark was lost."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """What one paragraph's marks gave."""

    end: int
    pairs: tuple[Pair, ...]
    unclosed: tuple[Mark, ...]
    first: Mark | None
    """The mark it begins with."""


def quotations(text: str, *, at_most: int = 5_000) -> tuple[Span, ...]:
    """The stretches of `text` between quotation marks, marks not included, in reading order.

    Straight, curly, low, doubled and single marks, guillemets in both directions and corner
    brackets; pairs of two kinds where an editor curled only one. Only the outermost quotation
    counts (a quotation inside a quotation is part of it). An apostrophe, a foot and an inch are
    told from a mark by what stands beside them. Where a quotation runs over paragraphs, each opened
    with a mark and only the last one closed, every paragraph is a stretch of its own.

    Where a closing mark is missing nothing is given for the opening one, since its end would have
    to be guessed and words might go to the wrong person; the marks around it are paired as if it
    were not there. No quotation crosses a blank line in any other way. Time is linear in the text.

    Args:
        text: As kept in the article, not folded: offsets refer to it.
        at_most: Longest stretch to believe in, in code points: of two lone marks further apart
            neither belongs to the other.

    Returns:
        Spans into `text`, ascending, not overlapping; empty when nothing is quoted.
    """
    paragraphs = list(_paragraphs(text, at_most))
    found = [Span(pair.opener.end, pair.closer.start) for each in paragraphs for pair in each.pairs]
    found.extend(_running_on(text, paragraphs, at_most))
    return _outermost(found)


def _paragraphs(text: str, at_most: int) -> Iterable[_Paragraph]:
    begin = 0
    for end in [*(found.start() for found in _BLANK.finditer(text)), len(text)]:
        first, last = begin, end
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last and _MARK.search(text, first, last) is None:
            yield _Paragraph(end=last, pairs=(), unclosed=(), first=None)
        elif first < last:
            yield from _read(text, first, last, at_most)
        begin = end


def _read(text: str, start: int, end: int, at_most: int) -> Iterable[_Paragraph]:
    """Pair the marks of one block; a line that re-opens what is open begins a paragraph of its own."""
    doubles = list(double_marks(text, start, end))
    cuts = [start]
    pairing = Pairing()
    for number, mark in enumerate(doubles):
        if mark.first and pairing.kinds[mark.kind] and mark.lean is Lean.OPENS:
            cuts.append(mark.start)
            pairing.ends()
        _double(mark, pairing, closed_later=_closed_later(doubles, number))
    pairing.ends()
    pairs = [each for each in pairing.pairs if each.closer.start - each.opener.end <= at_most]
    singles = list(single_marks(text, start, end))
    more, alone = _singles(singles, pairs)
    pairs += [each for each in more if each.closer.start - each.opener.end <= at_most]
    yield from _cut(text, [*cuts, end], doubles + singles, pairs, pairing.lone + alone)


def _cut(
    text: str, cuts: Sequence[int], marks: list[Mark], pairs: list[Pair], lone: list[Mark]
) -> Iterable[_Paragraph]:
    by_start = {mark.start: mark for mark in marks}
    parts: list[tuple[list[Pair], list[Mark]]] = [([], []) for _ in cuts[1:]]
    for pair in pairs:
        if pair.closer.start > pair.opener.end:
            parts[bisect_right(cuts, pair.opener.start) - 1][0].append(pair)
    for mark in sorted(lone, key=lambda each: each.start):
        parts[bisect_right(cuts, mark.start) - 1][1].append(mark)
    for (inside, alone), start, end in zip(parts, cuts[:-1], cuts[1:], strict=True):
        last = end
        while last > start and text[last - 1].isspace():
            last -= 1
        first = by_start.get(start)
        yield _Paragraph(end=last, pairs=tuple(inside), unclosed=tuple(alone), first=first)


def _double(mark: Mark, pairing: Pairing, *, closed_later: bool) -> None:
    """Open a quotation with `mark`, close one, or leave the mark out of account."""
    known = pairing.knows(mark)
    if _opening(mark, known=known):
        if known or not mark.measure:
            pairing.opens(mark)
    elif mark.measure and (closed_later or not known):
        return
    elif known:
        pairing.closes(mark)
    else:
        pairing.closes_another(mark)


def _opening(mark: Mark, *, known: bool) -> bool:
    """Whether a double mark opens; `known` tells that something is open which it may close."""
    if mark.kind not in CLOSERS:
        return False
    if mark.kind == "“":
        return mark.lean is not Lean.CLOSES
    if mark.kind in "«‹":
        return not (mark.lean is Lean.CLOSES and known)
    if mark.kind in "”»›":
        return mark.lean is Lean.OPENS and not known
    if mark.kind in {'"', "''"}:
        return mark.lean is Lean.OPENS or (mark.lean is Lean.EITHER and not known)
    return True


def _closed_later(marks: Sequence[Mark], number: int) -> bool:
    """Whether the next mark closes: then this one is no end but a measure or an apostrophe."""
    return number + 1 < len(marks) and marks[number + 1].lean is Lean.CLOSES


def _singles(singles: list[Mark], pairs: list[Pair]) -> tuple[list[Pair], list[Mark]]:
    """Pair single marks: both lie within the same innermost quotation, or both outside all."""
    edges = sorted(
        [
            *((pair.opener.start, 1, number) for number, pair in enumerate(pairs)),
            *((pair.closer.start, -1, number) for number, pair in enumerate(pairs)),
        ]
    )
    rooms: dict[int, list[Mark]] = {}
    around: list[int] = []
    at = 0
    for mark in singles:
        while at < len(edges) and edges[at][0] < mark.start:
            if edges[at][1] > 0:
                around.append(edges[at][2])
            else:
                around.pop()
            at += 1
        rooms.setdefault(around[-1] if around else -1, []).append(mark)
    found: list[Pair] = []
    lone: list[Mark] = []
    for room, marks in rooms.items():
        pairing = Pairing()
        for number, mark in enumerate(marks):
            if mark.lean is Lean.OPENS and not (mark.kind == "‘" and pairing.kinds["‚"]):
                pairing.opens(mark)
            elif pairing.knows(mark) and not (mark.measure and _closed_later(marks, number)):
                pairing.closes(mark)
        found.extend(pairing.pairs)
        if room < 0:
            lone.extend(pairing.waiting)
    return found, lone


def _running_on(text: str, paragraphs: list[_Paragraph], at_most: int) -> Iterable[Span]:
    """Stretches that run to their paragraph's end because the next one re-opens the quotation.

    The last paragraph of such a row must close it; where it does not, a row of three or more still
    shows that all but the last were opened on purpose.
    """
    reopens, row, closed = "", 0, False
    unsure: list[Span] = []
    for paragraph in reversed(paragraphs):
        span = _to_the_end(text, paragraph, reopens, at_most) if reopens else None
        if span is not None and (closed or row > 1):
            yield from unsure
            yield span
            unsure = []
        elif span is not None:
            unsure.append(span)
        first = paragraph.first
        if first is not None and first.kind == reopens and first in paragraph.unclosed:
            row += 1
            continue
        unsure = []
        closed = any(pair.opener is first for pair in paragraph.pairs)
        reopens = (
            first.kind if first is not None and (closed or first in paragraph.unclosed) else ""
        )
        row = 1


def _to_the_end(text: str, paragraph: _Paragraph, kind: str, at_most: int) -> Span | None:
    """From the mark left open to the paragraph's end; None where a reporting clause lies between."""
    of_kind = [mark for mark in paragraph.unclosed if mark.kind == kind]
    first = [mark for mark in of_kind[:1] if mark is paragraph.first]
    for mark in [*first, *of_kind[-1:]]:
        if 0 < paragraph.end - mark.end <= at_most and not _REPORTED.search(
            text, mark.end, paragraph.end
        ):
            return Span(mark.end, paragraph.end)
    return None


def _outermost(found: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
