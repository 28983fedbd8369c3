"""The values of an export's fields: strings, lists, objects with a name, lists written as text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from firsthand.read.feed_outlets import host_of
from firsthand.tables.outlets import outlet_of_host
from firsthand.tables.recordkeys import record_keys

__all__ = ["Fields", "is_host", "names_in", "outlet_name", "words_in"]

_NAMED = (
    "name",
    "title",
    "label",
    "full_name",
    "value",
    "main",
    "original",
    "text",
    "#text",
    "$t",
    "_",
)
_INSIDE = (
    "headline",
    "title",
    "summary",
    "paragraphs",
    "text",
    "body",
    "content",
    "sections",
    "value",
    "#text",
)
_LISTED = re.compile(r"""'((?:[^'\\]|\\.){1,300})'|"((?:[^"\\]|\\.){1,300})\"""")
_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}", re.IGNORECASE)
_BLANK = frozenset(["", "none", "null", "nan", "nat", "n/a", "na", "\\n", "-"])
_MOST = 5_000
_DEEPEST = 5


class Fields:
    """A record's values by the field they belong to, whatever their names.

    Objects that wrap the record ("_source", "fields") are opened.

    Args:
        value: The record.
    """

    def __init__(self, value: Mapping[str, Any]) -> None:
        keys = record_keys()
        taken: set[str] = set()
        ranked: dict[str, list[tuple[int, Any]]] = {}
        wrapped = [one for name, one in value.items() if _wraps(name, one)]
        for source in (value, *wrapped):
            for name, one in source.items():
                folded, field, rank = keys.place_of(str(name))
                if not field or folded in taken or _is_blank(one) or _wraps(name, one):
                    continue
                taken.add(folded)
                ranked.setdefault(field, []).append((rank, one))
        self._ranked = {
            field: [one for _, one in sorted(found, key=lambda entry: entry[0])]
            for field, found in ranked.items()
        }

    def all(self, field: str) -> list[Any]:
        """The values of a field, those of its first name first; empty ones are left out."""
        return self._ranked.get(field, [])

    def first(self, field: str) -> Any:
        """The value of a field; None when the record has none."""
        return next(iter(self.all(field)), None)


def _is_blank(value: object) -> bool:
    """Whether a value is empty, or one of the words by which programs say so."""
    if isinstance(value, str):
        return value.strip().casefold() in _BLANK
    return value is None or value in ([], {}) or value != value  # noqa: PLR0124 - NaN


def _wraps(name: object, value: object) -> bool:
    return isinstance(value, dict) and str(name).casefold() in record_keys().wrappers


def names_in(value: object, *, depth: int = _DEEPEST) -> Iterator[str]:
    """The names in a string, a list, objects with a name, or a list written as a string.

    Several names in one string are parted at semicolons and bars; commas and "and" are left to
    those who know bylines.
    """
    if isinstance(value, str):
        yield from _names_in_text(value.strip())
    elif isinstance(value, list) and depth:
        for one in value[:200]:
            yield from names_in(one, depth=depth - 1)
    elif isinstance(value, dict) and depth:
        for name in _NAMED:
            if value.get(name):
                yield from names_in(value[name], depth=depth - 1)
                return
        parts = [value.get(name) for name in ("firstname", "first_name", "lastname", "last_name")]
        joined = " ".join(part for part in parts if isinstance(part, str))
        if joined:
            yield joined


def _names_in_text(text: str) -> Iterator[str]:
    if text.startswith(("[", "{")) and text.endswith(("]", "}")):
        try:
            listed = json.loads(text[:20_000])
        except (ValueError, RecursionError):
            for match in _LISTED.finditer(text[:20_000]):
                yield match[1] or match[2]
            return
        if isinstance(listed, list | dict):
            yield from names_in(listed, depth=2)
        return
    for part in re.split(r"[;|\n]", text[:20_000]):
        if part.strip():
            yield part.strip()


def words_in(value: object, *, depth: int = _DEEPEST) -> str:
    """The text in a string, in a list of paragraphs, or in an object of sections; one a line."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and depth:
        parts = [words_in(one, depth=depth - 1) for one in value[:_MOST]]
        return "\n".join(part for part in parts if part.strip())
    if isinstance(value, dict) and depth:
        parts = [words_in(value[name], depth=depth - 1) for name in _INSIDE if name in value]
        return "\n".join(part for part in parts if part.strip())
    return ""


def is_host(text: str) -> bool:
    """Whether `text` is the name of a host, as against that of an outlet."""
    return _HOST.fullmatch(text.strip()) is not None


def outlet_name(text: str) -> str:
    """The outlet that a name, a host or an address stands for; a host that is not listed is itself."""
    text = text.strip()
    if text.startswith(("http://", "https://")):
        text = host_of(text)
    if _HOST.fullmatch(text):
        host = text.casefold().removeprefix("www.")
        listed = outlet_of_host(host)
        return listed.name if listed is not None else host
    return text
