"""Words in drawings: how wide they are, how to wrap them, how to write them safely."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import escape

from firsthand.brief.printing import one_line

__all__ = ["number", "tag", "width_of", "wrapped"]

_NARROW = frozenset("iljtfrI.,:;'’|!()[] ")
_BOLD = 1.16
_WIDE = frozenset("mwMW@%—…")


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide `text` is in a sans-serif face of `size`; a little too wide rather than too narrow.

    Average advance widths of common system faces: 0.30 em for narrow letters, 0.90 for wide ones,
    0.68 for capitals, 0.56 otherwise; 1.05 for characters of East Asian scripts.
    """
    em = 0.0
    for char in text:
        if ord(char) >= 0x2E80:
            em += 1.05
        elif char in _NARROW:
            em += 0.36
        elif char in _WIDE:
            em += 0.95
        elif char.isupper():
            em += 0.72
        else:
            em += 0.60
    return em * size * (_BOLD if bold else 1)


def wrapped(text: str, *, room: float, size: float, most: int) -> tuple[str, ...]:
    """`text` in at most `most` lines that are each at most `room` wide, the last cut with "…"."""
    lines: list[str] = []
    words = one_line(text).split(" ")
    while words and len(lines) < most:
        line = words.pop(0)
        while width_of(line, size) > room and len(line) > 1:
            cut = max(1, int(len(line) * room / width_of(line, size)))
            words.insert(0, line[cut:])
            line = line[:cut]
        while words and width_of(f"{line} {words[0]}", size) <= room:
            line += f" {words.pop(0)}"
        lines.append(line)
    if words:
        last = lines[-1]
        while last and width_of(last + "…", size) > room:
            last = last[:-1]
        lines[-1] = last.rstrip() + "…"
    return tuple(lines)


def number(value: float) -> str:
    """A coordinate with at most one decimal and no superfluous zero."""
    return f"{value:.1f}".removesuffix(".0").replace("-0.0", "0")


def tag(name: str, inner: str | None = None, **attributes: float | str | None) -> str:
    """One element of SVG. Attribute values are escaped; `inner` is taken as it is.

    An underscore at the end of a name is dropped, others become hyphens; None leaves one out.
    """
    told = _told(attributes)
    return f"<{name}{told}/>" if inner is None else f"<{name}{told}>{inner}</{name}>"


def _told(attributes: Mapping[str, float | str | None]) -> str:
    """Attributes as they are written in a tag."""
    parts = []
    for name, value in attributes.items():
        if value is None:
            continue
        text = number(value) if isinstance(value, int | float) else str(escape(value))
        parts.append(f' {name.rstrip("_").replace("_", "-")}="{text}"')
    return "".join(parts)
