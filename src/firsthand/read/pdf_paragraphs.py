"""Paragraphs from the rows of a document's pages, heads and feet of the pages kept apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from statistics import median

from firsthand.read.pdf_hyphens import joined, seam, words_of
from firsthand.read.pdf_order import Row

__all__ = ["PRINTED", "Paragraph", "body_size", "paragraphs_of"]

_EDGE_ROWS = 3
"""Rows at the top and at the bottom of a page among which its running head or foot is."""

_SAME_HEIGHT = 6.0
"""Points by which a running head may move from page to page."""

_PAGE_NUMBER = re.compile(
    r"\W{0,3}(?:(?:page|seite|p\.|s\.|página|pagina|side|sida|str\.)\s*)?\d{1,4}"
    r"(?:\s*(?:/|of|von|de|sur|di|av|van)\s*\d{1,4})?\W{0,3}",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+(?:\s+\d+/\d+)?")
PRINTED = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d{2}\b(?:\s*[AP]M\b)?", re.IGNORECASE
)
"""The time of printing, as browsers put it at the beginning of a page's head or foot."""

_DIGITS = re.compile(r"\d+")
_OTHER_SIZE = 0.08
"""Difference of type sizes from which two lines are not of one paragraph."""

_WIDE_LEADING = 1.4
"""Distance of two base lines, by the column's usual one, from which a paragraph ends."""

_INDENT_EMS = (0.6, 5.0)
_SHORT_SHARE = 0.8
"""Share of a column's width up to which a line that ends as a sentence ends a paragraph."""

_TERMINAL = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*\Z")
_BULLET = re.compile(r"[•▪●■◦‣]\s+\S")
_OPENS_NEW = re.compile(r"[\"'“„«(\[–—•-]{0,2}\s?(?:[^\W\d_]|\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph, or a head or foot of a page."""

    text: str
    size: float
    bold: bool
    page: int
    """0 is the first."""

    top: float
    """How far up its page it begins: 0 the lowest row of the page, 1 the highest."""

    running: bool = False
    """Whether it is a head or foot of the page."""


def body_size(pages: Sequence[Sequence[Sequence[Row]]]) -> float:
    """The type size in which most of the text is set; 0 where there is none."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for column in page:
            for row in column:
                sizes[row.size] += len(row.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def paragraphs_of(
    pages: Sequence[Sequence[Sequence[Row]]], *, printed: bool = False
) -> list[Paragraph]:
    """Join the rows of each page's columns to paragraphs.

    A paragraph that a column or page breaks off is joined with its rest, which follows its first
    part; heads and feet of pages stand behind the paragraph that they interrupt.

    Args:
        pages: Of each page its columns in reading order, of each column its rows.
        printed: Whether a browser printed them, with the time of printing in a head or foot.
    """
    running = _running(pages, printed=printed)
    known = words_of(row.text for page in pages for column in page for row in column)
    found: list[Paragraph] = []
    for number, page in enumerate(pages):
        bases = [row.base for column in page for row in column]
        low, height = min(bases, default=0.0), (max(bases, default=1.0) - min(bases, default=0.0))
        heads: list[Paragraph] = []
        opened = len(found)
        for column in page:
            kept = []
            for row in column:
                if (number, row) in running:
                    heads.append(_paragraph([row], number, low, height, known, running=True))
                else:
                    kept.append(row)
            for rows in _grouped(kept):
                made = _paragraph(rows, number, low, height, known)
                at = _continues(found, made)
                if at is None:
                    found.append(made)
                else:
                    found[at] = replace(found[at], text=joined(found[at].text, made.text, known))
        found[opened:opened] = [one for one in heads if one.top > 0.5]
        found += [one for one in heads if one.top <= 0.5]
    return found


def _running(
    pages: Sequence[Sequence[Sequence[Row]]], *, printed: bool
) -> frozenset[tuple[int, Row]]:
    """Rows at the edges of pages that come again on others, page numbers and addresses."""
    edges: dict[str, list[tuple[int, Row]]] = defaultdict(list)
    found: set[tuple[int, Row]] = set()
    for number, page in enumerate(pages):
        rows = sorted((row for column in page for row in column), key=lambda row: -row.base)
        at_edge = rows if len(rows) <= 2 * _EDGE_ROWS else [*rows[:_EDGE_ROWS], *rows[-_EDGE_ROWS:]]
        for row in at_edge:
            edges[_DIGITS.sub("#", row.text.casefold())].append((number, row))
        for row in (*rows[:1], *rows[-1:]):
            if len(rows) > 1 and (
                _PAGE_NUMBER.fullmatch(row.text)
                or _ADDRESS.fullmatch(row.text)
                or (printed and PRINTED.match(row.text))
            ):
                found.add((number, row))
    for same in edges.values():
        heights = sorted(row.base for _, row in same)
        usual = heights[len(heights) // 2]
        close = [one for one in same if abs(one[1].base - usual) <= _SAME_HEIGHT]
        if len({number for number, _ in close}) > 1:
            found.update(close)
    return frozenset(found)


def _grouped(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows of one column by paragraphs."""
    if not rows:
        return []
    steps = [
        above.base - below.base
        for above, below in pairwise(rows)
        if abs(above.size - below.size) <= _OTHER_SIZE * above.size
    ]
    leading = median(steps) if steps else rows[0].size * 1.2
    leading = min(leading, 2.2 * min(row.size for row in rows))
    left = _usual_left(rows)
    right = max(row.right for row in rows)
    usual = median(row.size for row in rows)
    found = [[rows[0]]]
    for above, row in pairwise(rows):
        if _ends(above, row, leading * max(1.0, row.size / usual), left, right):
            found.append([row])
        else:
            found[-1].append(row)
    return found


def _usual_left(rows: Sequence[Row]) -> float:
    edges = Counter(round(row.left) for row in rows)
    return min(edges, key=lambda edge: (-edges[edge], edge))


def _ends(above: Row, row: Row, leading: float, left: float, right: float) -> bool:
    """Whether a paragraph ends between two rows of a column."""
    if abs(above.size - row.size) > _OTHER_SIZE * max(above.size, row.size):
        return True
    if above.bold != row.bold and (not above.bold or not row.text[:1].islower()):
        return True
    if above.base - row.base > _WIDE_LEADING * leading or _BULLET.match(row.text):
        return True
    least, most = (one * row.size for one in _INDENT_EMS)
    indented = least <= row.left - left <= most
    first = above.left - left < least or _TERMINAL.search(above.text)
    if indented and first and _OPENS_NEW.match(row.text):
        return True
    short = above.right < left + _SHORT_SHARE * (right - left)
    return short and bool(_TERMINAL.search(above.text)) and not row.text[:1].islower()


def _paragraph(
    rows: Sequence[Row],
    number: int,
    low: float,
    height: float,
    known: frozenset[str],
    *,
    running: bool = False,
) -> Paragraph:
    pieces = []
    for row, following in zip_longest(rows, rows[1:]):
        drop, glue = seam(row.text, following.text, known) if following else (0, "")
        pieces += [row.text[: len(row.text) - drop], glue]
    return Paragraph(
        text="".join(pieces),
        size=rows[0].size,
        bold=all(row.bold for row in rows),
        page=number,
        top=(rows[0].base - low) / height if height > 0 else 1.0,
        running=running,
    )


_REACH = 4
"""How many paragraphs back the first part of a broken one is looked for: captions and a page's
head and foot stand between."""


def _continues(found: Sequence[Paragraph], made: Paragraph) -> int | None:
    """Which of the last paragraphs `made` goes on with: one of its size that has no end."""
    for back in range(1, min(_REACH, len(found)) + 1):
        before = found[-back]
        if before.running or abs(before.size - made.size) > _OTHER_SIZE * made.size:
            continue
        if before.bold != made.bold or _TERMINAL.search(before.text):
            return None
        broken = before.text.endswith(("-", "‐", "\u00ad"))
        lower = made.text[:1].islower() or (broken and made.text[:1].isalpha())
        long = len(before.text.split()) > 6
        return len(found) - back if lower and long else None
    return None
