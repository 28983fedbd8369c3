"""Which lines of a page are the article: trafilatura's choice, found again in the visible text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

import trafilatura

from firsthand.extract.page_lines import PageLine

__all__ = ["main_lines"]

_GAPS = re.compile(r"\W+")
_REFERENCE = re.compile(r"&#(?:([0-9]{1,9})|[xX]([0-9a-fA-F]{1,8}));?")
_LONG_ENOUGH = 20
"""Characters, letters and digits only, from which a line inside a longer extracted one counts."""


def _squeezed(text: str) -> str:
    """Letters and digits only: white space and list marks differ between the two renderings."""
    return _GAPS.sub("", text)


def main_lines(markup: str, lines: Sequence[PageLine], *, stated: str | None = None) -> list[bool]:
    """Say of each visible line whether it is article text.

    The body is found by trafilatura (Barbaresi, ACL 2021); its paragraphs are looked up among the
    page's lines, so that the text kept is the page's own, character for character. Where a line
    stands several times on the page, the one with most kept lines around it is taken. Paragraphs
    that the page's own account holds (`stated`) are kept too, as are paragraphs among the kept
    ones whose element is of the same make as theirs.

    Args:
        markup: The page.
        lines: Its visible lines.
        stated: The text of the article as JSON-LD gives it.
    """
    found = trafilatura.extract(
        _REFERENCE.sub(_speakable, markup),
        include_comments=False,
        include_tables=True,
        favor_precision=False,
        output_format="txt",
    )
    wanted = [squeezed for line in (found or "").split("\n") if (squeezed := _squeezed(line))]
    exact = set(wanted)
    whole = "".join(wanted)
    told = _squeezed(stated or "")
    main = []
    for line in lines:
        squeezed = _squeezed(line.text)
        is_part = len(squeezed) >= _LONG_ENOUGH and (squeezed in whole or squeezed in told)
        main.append(bool(squeezed) and (squeezed in exact or is_part))
    return _filled(lines, _once(lines, main))


def _speakable(reference: re.Match[str]) -> str:
    """The reference, or a blank for a character that no XML can hold.

    The library builds an XML tree and gives up a page that has one such reference.
    """
    number = int(reference[1]) if reference[1] else int(reference[2], 16)
    held = number in {9, 10, 13} or 0x1F < number < 0xD800 or 0xDFFF < number < 0xFFFE
    return reference[0] if held or 0xFFFF < number <= 0x10FFFF else " "


def _once(lines: Sequence[PageLine], main: list[bool]) -> list[bool]:
    places: dict[str, list[int]] = {}
    for position, line in enumerate(lines):
        if main[position]:
            places.setdefault(_squeezed(line.text), []).append(position)
    kept = [False] * len(lines)
    unique = sorted(spots[0] for spots in places.values() if len(spots) == 1)
    for spots in places.values():
        best = (
            spots[0]
            if len(spots) == 1
            else max(spots, key=lambda spot: (_neighbours(spot, unique), -spot))
        )
        kept[best] = True
    return kept


_NEAR = 12


def _neighbours(spot: int, unique: Sequence[int]) -> int:
    return bisect_right(unique, spot + _NEAR) - bisect_left(unique, spot - _NEAR)


_MOST_LINKED = 0.5


def _filled(lines: Sequence[PageLine], main: list[bool]) -> list[bool]:
    """Take in paragraphs between kept ones whose element and classes are those of most kept ones."""
    kept = [position for position, own in enumerate(main) if own]
    if len(kept) < 3:
        return main
    makes = Counter(
        (lines[position].tag, lines[position].hint)
        for position in kept
        if lines[position].tag == "p"
    )
    if not makes:
        return main
    make, count = min(makes.items(), key=lambda row: (-row[1], row[0]))
    if count * 2 < len(kept):
        return main
    return [
        own
        or (
            kept[0] < position < kept[-1]
            and (line.tag, line.hint) == make
            and line.link_share < _MOST_LINKED
            and len(line.text.split()) >= 4
        )
        for position, (line, own) in enumerate(zip(lines, main, strict=True))
    ]
