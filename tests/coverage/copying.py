"""One outlet takes over the text of another: as it stands, edited, cut, lengthened, in other words."""

from __future__ import annotations

import tomllib
from functools import cache

from tests.coverage.drafts import Draft, Line
from tests.coverage.grammar import Draw
from tests.coverage.loose import DATA
from tests.coverage.slips import slipped
from tests.coverage.telling import Report, grouped
from tests.coverage.truth import CopyKind

__all__ = ["block_of", "copied"]

_TELLING = 25
"""Words a borrowed paragraph has at least."""

_SLIPS = (("number", 0.55), ("name", 0.72), ("date", 0.87), ("letters", 1.0))


@cache
def _swaps() -> tuple[tuple[str, str], ...]:
    rows = tomllib.loads((DATA / "spelling.toml").read_text())["swaps"]
    return tuple((f" {one} ", f" {other} ") for one, other in rows)


def copied(
    kind: CopyKind, source: Draft, report: Report, draw: Draw, slips: float
) -> list[list[Line]]:
    """The paragraphs of a copy.

    Args:
        kind: How it is taken over.
        source: The text taken over.
        report: What the copying outlet would write itself: lines that it adds come from there.
        draw: Chance.
        slips: Chance of a mistake.
    """
    paragraphs = source.paragraphs
    if kind is CopyKind.EDITED:
        paragraphs = [
            [edited(line, draw) for line in lines] for lines in _thinned(paragraphs, draw)
        ]
    elif kind is CopyKind.ABRIDGED:
        paragraphs = _cut(paragraphs, 0.35 + 0.5 * draw())
    elif kind is CopyKind.EXPANDED:
        paragraphs = _lengthened(paragraphs, report, draw)
    elif kind is CopyKind.REWORDED:
        paragraphs = [[reworded(line, draw) for line in lines] for lines in paragraphs]
    if draw() < slips:
        paragraphs = _with_slip(paragraphs, draw)
    return paragraphs


def edited(line: Line, draw: Draw) -> Line:
    """The line after a desk has been over it; quotations are left alone."""
    if "“" in line.text or line.changes or draw() < 0.35:
        return line
    swaps, text = _swaps(), line.text
    at = int(draw() * len(swaps))
    done = 0
    for step in range(14):
        one, other = swaps[(at + step) % len(swaps)]
        if one in text:
            text = text.replace(one, other, 1)
            done += 1
            if done == 2:
                break
    return Line(text, line.told, line.quote, line.quoted, line.again) if done else line


def reworded(line: Line, draw: Draw) -> Line:
    """The line in other words, as far as they are found."""
    if line.again is None:
        return edited(line, draw)
    found = line.again()
    return edited(found, draw) if found.text == line.text else found


def _thinned(paragraphs: list[list[Line]], draw: Draw) -> list[list[Line]]:
    """Without a line or two from behind the opening."""
    lines = [line for paragraph in paragraphs for line in paragraph]
    for _ in range(int(draw() * 3)):
        if len(lines) > 6:
            del lines[2 + int(draw() * (len(lines) - 2))]
    return grouped(lines, draw)


def _cut(paragraphs: list[list[Line]], share: float) -> list[list[Line]]:
    """What is left when a text is cut from its end."""
    wanted = share * sum(len(lines) for lines in paragraphs)
    kept: list[list[Line]] = []
    for lines in paragraphs:
        if kept and sum(map(len, kept)) >= max(3, wanted):
            break
        kept.append(lines)
    return kept


def _lengthened(paragraphs: list[list[Line]], report: Report, draw: Draw) -> list[list[Line]]:
    """With paragraphs of the copying outlet's own, inside or at the end."""
    kept = list(paragraphs)
    for _ in range(1 + int(draw() * 2)):
        own = [*report.street(), report.scenery()]
        kept.insert(len(kept) if draw() < 0.5 else 1 + int(draw() * len(kept)), own)
    return kept


def _with_slip(paragraphs: list[list[Line]], draw: Draw) -> list[list[Line]]:
    chance = draw()
    kind = next(name for name, below in _SLIPS if chance < below)
    count = sum(len(lines) for lines in paragraphs)
    start = int(draw() * count)
    for step in range(count):
        wanted = (start + step) % count
        for at, lines in enumerate(paragraphs):
            if wanted < len(lines):
                found = slipped(lines[wanted], kind, draw)
                if found is not None:
                    changed = [*lines[:wanted], found, *lines[wanted + 1 :]]
                    return [*paragraphs[:at], changed, *paragraphs[at + 1 :]]
                break
            wanted -= len(lines)
    return paragraphs


def block_of(
    source: Draft, own: list[list[Line]], draw: Draw
) -> tuple[list[list[Line]], list[Line]]:
    """An own text into which paragraphs of another were put; and the lines borrowed.

    What is borrowed is a third of either text at most, but one paragraph.
    """
    limit = min(_words(own) / 2, _words(source.paragraphs) / 3)
    sizes = [_words([lines]) for lines in source.paragraphs]
    fitting = [at for at, size in enumerate(sizes) if at and _TELLING <= size <= limit]
    first = fitting[int(draw() * len(fitting))] if fitting else sizes.index(min(sizes))
    taken = [source.paragraphs[first]]
    for lines in source.paragraphs[first + 1 : first + 3]:
        if _words([*taken, lines]) > limit:
            break
        taken.append(lines)
    at = 1 + int(draw() * max(1, len(own) - 1))
    return [*own[:at], *taken, *own[at:]], [line for lines in taken for line in lines]


def _words(paragraphs: list[list[Line]]) -> int:
    return sum(len(line.text.split()) for lines in paragraphs for line in lines)
