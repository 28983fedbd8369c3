"""The lines of a raw text: what every later judgement about furniture is made on."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Line", "lines_of"]

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
