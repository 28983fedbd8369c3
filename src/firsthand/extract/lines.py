"""The lines of a raw text: what every later judgement about furniture is made on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

__all__ = ["Line", "lines_of", "unwrapped"]

_BREAK = re.compile("[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line that is not blank, without the white space around it."""

    start: int
    """Into the raw text."""

    end: int
    text: str
    indent: int = 0
    """Columns of white space before it."""

    blank_before: bool = True
    """Whether a blank line or the start of the text stands before it."""

    tag: str = ""
    """For pages: the block element it comes from ("h1", "p", "li", …); empty for plain text."""

    link_share: float = 0.0
    """For pages: share of its characters inside links."""

    main: bool = False
    """For pages: whether the body finder took it as article text."""


def lines_of(raw_text: str) -> tuple[Line, ...]:
    """Cut `raw_text` at every kind of line end, U+2028 included; blank lines are left out.

    Returns:
        Ascending; empty for a blank text.
    """
    found = []
    start, blank = 0, True
    for end in [*(match.start() for match in _BREAK.finditer(raw_text)), len(raw_text)]:
        line = raw_text[start:end]
        bare = line.strip()
        if bare:
            first = start + len(line) - len(line.lstrip())
            found.append(
                Line(
                    start=first,
                    end=first + len(bare),
                    text=bare,
                    indent=first - start,
                    blank_before=blank,
                )
            )
        blank = not bare
        start = end + 1
    return tuple(found)


_WIDTHS = (45, 120)
"""Narrowest and widest column that texts are set in by hand or by mail programs."""

_FEWEST_FULL = 3
_FULL_SHARE = 0.6


def unwrapped(raw_text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Join the lines of a text set in a fixed column to paragraphs; other texts stay as they are.

    A text is so set when in most pairs of lines without a blank one between them the first word
    of the second would not have fitted into the first any more. The joined line's `text` is the
    stretch of the raw text with its line ends.
    """
    if not lines:
        return ()
    width = max(line.end - line.start for line in lines)
    pairs = [(one, other) for one, other in pairwise(lines) if not other.blank_before]
    full = [pair for pair in pairs if _is_full(*pair, width=width)]
    narrow, wide = _WIDTHS
    if not narrow <= width <= wide or len(full) < max(_FEWEST_FULL, _FULL_SHARE * len(pairs)):
        return tuple(lines)
    joined = [lines[0]]
    last = lines[0]
    for line in lines[1:]:
        if not line.blank_before and _is_full(last, line, width=width):
            before = joined[-1]
            joined[-1] = replace(before, end=line.end, text=raw_text[before.start : line.end])
        else:
            joined.append(line)
        last = line
    return tuple(joined)


def _is_full(one: Line, other: Line, *, width: int) -> bool:
    first_word = other.text.split(maxsplit=1)[0]
    return len(one.text) + 1 + len(first_word) > width
