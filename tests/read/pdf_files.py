"""Small PDF files for tests: text at places, in sizes, on pages; nothing is packed unless asked."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

NARROW, WIDE = " iljtfrI.,:;-'()[]", "mwMWABCDEGHKNOPQRSTUVXYZ"
"""Letters of the typeface Helvetica with up to 0.34 and with over 0.66 ems; the others have 0.56."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """A line of type."""

    x: float
    y: float
    text: str
    size: float = 10
    bold: bool = False
    turned: bool = False
    """Whether it runs up the page."""


def width(text: str, size: float) -> float:
    """How wide `text` is at most, in points."""
    return sum(0.31 if one in NARROW else 0.74 if one in WIDE else 0.56 for one in text) * size


def column(
    text: str, *, x: float, y: float, measure: float, size: float = 10, hyphens: bool = False
) -> list[Set]:
    """Break paragraphs (divided by a line feed) into lines of at most `measure` points.

    Paragraphs are indented but for the first. With `hyphens`, a word that does not fit is divided
    after its fifth letter.
    """
    rows = []
    for number, paragraph in enumerate(text.split("\n")):
        indent = size if number else 0.0
        line = ""
        words = paragraph.split()
        while words:
            word = words.pop(0)
            if width(f"{line} {word}", size) <= measure - indent:
                line = f"{line} {word}".strip()
                continue
            if hyphens and len(word) > 8 and word[:8].isalpha():
                line = f"{line} {word[:5]}-".strip()
                words.insert(0, word[5:])
            else:
                words.insert(0, word)
            rows.append(Set(x=x + indent, y=y, text=line, size=size))
            line, indent, y = "", 0.0, y - size * 1.2
        rows.append(Set(x=x + indent, y=y, text=line, size=size))
        y -= size * 1.2
    return rows


def pdf(
    pages: Sequence[Sequence[Set]],
    *,
    info: dict[str, str] | None = None,
    pack: bool = False,
    picture: bool = False,
) -> bytes:
    """A file of `pages`, 595 by 842 points each."""
    bodies = [_content(page, picture=picture) for page in pages]
    kids = " ".join(f"{10 + 2 * number} 0 R" for number in range(len(pages)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        4: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold"
        b" /Encoding /WinAnsiEncoding >>",
        5: b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
        b" /BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream",
    }
    if info:
        rows = " ".join(
            f"/{key} <{(chr(0xFEFF) + value).encode('utf-16-be').hex()}>"
            for key, value in info.items()
        )
        objects[6] = f"<< {rows} >>".encode()
    for number, body in enumerate(bodies):
        objects[10 + 2 * number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {11 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /I 5 0 R >> >> >>"
        ).encode()
        filtered = zlib.compress(body) if pack else body
        kind = " /Filter /FlateDecode" if pack else ""
        objects[11 + 2 * number] = (
            f"<< /Length {len(filtered)}{kind} >>\nstream\n".encode() + filtered + b"\nendstream"
        )
    return assembled(objects, info=6 if info else None)


def assembled(objects: dict[int, bytes], *, info: int | None = None) -> bytes:
    """Objects by number as a file with its table of places; number 1 is the catalogue."""
    pieces, start = [b"%PDF-1.7\n"], 9
    places = {}
    for number in sorted(objects):
        places[number] = start
        pieces.append(f"{number} 0 obj\n".encode() + objects[number] + b"\nendobj\n")
        start += len(pieces[-1])
    size = max(objects) + 1
    rows = [f"xref\n0 {size}\n0000000000 65535 f \n"]
    for number in range(1, size):
        place = places.get(number)
        rows.append(f"{place or 0:010d} {0 if place else 65535:05d} {'n' if place else 'f'} \n")
    about = f" /Info {info} 0 R" if info else ""
    rows.append(f"trailer << /Size {size} /Root 1 0 R{about} >>\nstartxref\n{start}\n%%EOF")
    return b"".join(pieces) + "".join(rows).encode()


def _content(page: Sequence[Set], *, picture: bool) -> bytes:
    rows = [b"q 500 0 0 700 40 60 cm /I Do Q"] if picture else []
    for line in page:
        shown = line.text.encode("cp1252", "replace")
        for mark in (b"\\", b"(", b")"):
            shown = shown.replace(mark, b"\\" + mark)
        font = "F2" if line.bold else "F1"
        turn = "0 1 -1 0" if line.turned else "1 0 0 1"
        rows.append(
            f"BT /{font} {line.size} Tf {turn} {line.x:.2f} {line.y:.2f} Tm (".encode()
            + shown
            + b") Tj ET"
        )
    return b"\n".join(rows)
