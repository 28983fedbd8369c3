"""The characters of a PDF page with their places, and the runs of text that they make."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["Glyph", "Run", "glyphs_of_page", "runs_of"]

_UPRIGHT_DEGREES = 8
"""How far a character may lean; a watermark across a page leans by 30 to 60 degrees."""

_NEW_RUN_EMS = 0.9
"""Gap between two characters of a line from which they are two runs: gutters of newspapers are
wider than a letter is high, spaces of justified lines seldom are."""

_BACK_EMS = 0.1
"""How far a character may begin before the one it follows: the letters of a ligature share a place."""

_SPACE_EMS = 0.18
"""Gap that stands for a space where the file has none: in most typefaces a space has 0.25."""

_SAME_LINE_EMS = 0.3
_SAME_SIZE = 0.25
_RAISED_EMS = 0.12
_SMALLER = 0.8
_BOLD = 600
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_HYPHEN_MARKS = {"\x02": "-", "\ufffe": "-"}
"""How PDFium hands over a hyphen that ends a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """One character of a page; points, the page's lower left corner being 0, 0."""

    char: str
    left: float
    right: float
    base: float
    """Height of the base line."""

    size: float
    bold: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters that follow one another on a base line without a wide gap."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        """Height of the middle of its small letters."""
        return self.base + self.size * 0.25


def glyphs_of_page(page: Any, *, limit: int) -> list[Glyph]:
    """The visible characters of a page, in the order in which the file sets them.

    What is set at an angle to most of the page (watermarks, notes up the margin) is left out; a
    page that is turned as a whole is turned back.

    Args:
        page: As PDFium hands it out.
        limit: How many characters are looked at.
    """
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - only who hands in a PDF pays for it

    textpage = page.get_textpage()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    turned: list[tuple[int, Glyph]] = []
    high = ""
    try:
        for index in range(min(textpage.count_chars(), limit)):
            code = pdfium.FPDFText_GetUnicode(textpage, index)
            if pdfium.FPDFText_IsGenerated(textpage, index) == 1 or code == 0:
                continue
            if 0xD800 <= code < 0xDC00:
                high = chr(code)
                continue
            char = chr(code)
            if 0xDC00 <= code < 0xE000:
                char = (high + char).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            high = ""
            if not (char.isprintable() or char.isspace() or char in _HYPHEN_MARKS):
                continue
            if not pdfium.FPDFText_GetLooseCharBox(textpage, index, box):
                continue
            if not pdfium.FPDFText_GetCharOrigin(textpage, index, x, y):
                continue
            scale = 1.0
            if pdfium.FPDFText_GetMatrix(textpage, index, matrix):
                scale = math.hypot(matrix.c, matrix.d) or 1.0
            size = pdfium.FPDFText_GetFontSize(textpage, index) * scale
            if not (math.isfinite(size) and 0.5 <= size <= 2000):
                continue
            degrees = math.degrees(pdfium.FPDFText_GetCharAngle(textpage, index)) % 360
            quarter = round(degrees / 90) % 4
            if min(abs(degrees - 90 * quarter), abs(degrees - 360)) > _UPRIGHT_DEGREES:
                continue
            edges = (box.left, box.right, box.bottom, box.top)
            char = _HYPHEN_MARKS.get(char) or _LIGATURES.get(char, char)
            bold = not char.isspace() and pdfium.FPDFText_GetFontWeight(textpage, index) >= _BOLD
            turned.append(
                (
                    quarter,
                    _placed(
                        char,
                        quarter,
                        edges=edges,
                        origin=(x.value, y.value),
                        size=size,
                        bold=bold,
                    ),
                )
            )
    finally:
        textpage.close()
    upright = Counter(quarter for quarter, _ in turned).most_common(1)
    return [one for quarter, one in turned if quarter == upright[0][0]]


def _placed(
    char: str,
    quarter: int,
    *,
    edges: tuple[float, float, float, float],
    origin: tuple[float, float],
    size: float,
    bold: bool,
) -> Glyph:
    left, right, bottom, top = edges
    x, y = origin
    if quarter == 1:
        left, right, base = bottom, top, -x
    elif quarter == 2:
        left, right, base = -right, -left, -y
    elif quarter == 3:
        left, right, base = -top, -bottom, x
    else:
        base = y
    return Glyph(char=char, left=left, right=right, base=base, size=size, bold=bold)


def runs_of(glyphs: Sequence[Glyph]) -> list[Run]:
    """Join characters to runs, spaces put where gaps stand for them.

    Small raised figures and stars, the marks of footnotes, are left out.
    """
    runs: list[Run] = []
    row: list[Glyph] = []
    for glyph in glyphs:
        if row and not _goes_on(row[-1], glyph):
            if _is_note_mark(row[-1], glyph):
                continue
            runs += _run(row)
            row = []
        row.append(glyph)
    runs += _run(row)
    return runs


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    em = max(last.size, glyph.size)
    gap = glyph.left - last.right
    return (
        abs(glyph.base - last.base) <= _SAME_LINE_EMS * em * (0.3 if em > glyph.size else 1)
        and glyph.left >= last.left - _BACK_EMS * em
        and gap <= _NEW_RUN_EMS * em
        and abs(glyph.size - last.size) <= _SAME_SIZE * em
    )


def _is_note_mark(last: Glyph, glyph: Glyph) -> bool:
    raised = glyph.base - last.base
    return (
        (glyph.char.isdigit() or glyph.char in "*†‡")
        and glyph.size <= _SMALLER * last.size
        and _RAISED_EMS * last.size <= raised <= last.size
        and 0 <= glyph.left - last.right + 0.3 * last.size < last.size
    )


def _run(row: Sequence[Glyph]) -> list[Run]:
    pieces: list[str] = []
    last: Glyph | None = None
    for glyph in row:
        if last is not None and glyph.left - last.right > _SPACE_EMS * glyph.size:
            pieces.append(" ")
        pieces.append(" " if glyph.char.isspace() else glyph.char)
        last = glyph
    text = " ".join("".join(pieces).split())
    shown = [glyph for glyph in row if not glyph.char.isspace()]
    if not text or not shown:
        return []
    return [
        Run(
            text=text,
            left=shown[0].left,
            right=max(glyph.right for glyph in shown),
            base=shown[0].base,
            size=Counter(round(glyph.size * 2) / 2 for glyph in shown).most_common(1)[0][0],
            bold=sum(glyph.bold for glyph in shown) * 2 > len(shown),
        )
    ]
