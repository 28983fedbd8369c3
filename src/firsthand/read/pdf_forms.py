"""Drawings in a PDF that draw themselves or one another without end, told apart before reading."""

from __future__ import annotations

import re
import zlib
from collections import Counter

from firsthand.errors import InputError

__all__ = ["check_forms"]

_OBJECT = re.compile(rb"(?<!\d)(\d{1,7})\s+\d{1,5}\s+obj\b")
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_DRAWN = re.compile(rb"/([^\s/<>\[\]()]{1,60})\s+Do\b")
_NAMED = re.compile(rb"/([^\s/<>\[\]()]{1,60})\s+(\d{1,7})\s+\d{1,5}\s+R")
_RESOURCES = re.compile(rb"/Resources\s+(\d{1,7})\s+\d{1,5}\s+R")
_HEAD = 4096
_MOST_CONTENT = 1 << 20
_MOST_FORMS = 20_000
_MOST_DRAWN = 100_000
"""Drawings that one page may come to, those within drawings counted as often as they are drawn."""


def check_forms(item: str, raw: bytes) -> None:
    """Count what the drawings of a file come to when each is drawn where it is asked for.

    A reader that unfolds drawings within drawings works for hours on a file of some hundred
    bytes: twenty drawings, each drawing the next one three times.

    Raises:
        InputError: a drawing draws itself, or comes to more than any page shows.
    """
    inner = _drawn(raw)
    sizes: dict[int, int] = {}
    for start in sorted(inner):
        path, opened = [start], {start}
        while path:
            form = path[-1]
            waiting = [one for one in inner.get(form, {}) if one not in sizes and one in inner]
            if any(one in opened for one in waiting):
                raise _endless(item)
            if waiting:
                path.append(waiting[0])
                opened.add(waiting[0])
                continue
            total = 1 + sum(times * sizes.get(one, 1) for one, times in inner.get(form, {}).items())
            sizes[form] = total
            if total > _MOST_DRAWN:
                raise _endless(item)
            opened.discard(path.pop())


def _endless(item: str) -> InputError:
    return InputError(
        item, "is a PDF that draws the same things without end", "save it again from its source"
    )


def _drawn(raw: bytes) -> dict[int, Counter[int]]:
    """Of each form that draws others: which ones, and how often."""
    places = {int(match[1]): match.end() for match in _OBJECT.finditer(raw)}
    found: dict[int, Counter[int]] = {}
    for number, start in list(places.items())[: 10 * _MOST_FORMS]:
        head, mark, _ = raw[start : start + _HEAD].partition(b"stream")
        if not mark or not _FORM.search(head) or len(found) > _MOST_FORMS:
            continue
        used = Counter(match[1] for match in _DRAWN.finditer(_content(raw, start + len(head))))
        if not used:
            continue
        names = dict(_NAMED.findall(head))
        other = _RESOURCES.search(head)
        if other is not None and int(other[1]) in places:
            at = places[int(other[1])]
            names.update(_NAMED.findall(raw[at : at + _HEAD].partition(b"endobj")[0]))
        found[number] = Counter(
            {int(names[name]): times for name, times in sorted(used.items()) if name in names}
        )
    return found


def _content(raw: bytes, at: int) -> bytes:
    body = raw[at + len(b"stream") : at + _MOST_CONTENT].lstrip(b"\r\n").partition(b"endstream")[0]
    try:
        return zlib.decompressobj().decompress(body, _MOST_CONTENT)
    except zlib.error:
        return body
