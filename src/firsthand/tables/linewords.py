"""Words that mark lines of a page's furniture, by class, in the languages that outlets print."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["LINE_WORD_CLASSES", "line_words"]

LINE_WORD_CLASSES = (
    "promotion",
    "subscribe",
    "navigation",
    "share",
    "legal",
    "comments",
    "related",
    "byline",
    "time",
    "month",
    "picture",
    "agency",
    "reader",
    "house",
    "saying",
)
"""Names of the classes, in the order of the numbers that `line_words` gives."""


@cache
def line_words() -> Mapping[str, tuple[int, ...]]:
    """Word, folded → numbers of the classes it belongs to, ascending.

    Raises:
        ValueError: the table holds a class of another name.
    """
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/linewords.toml").read_text(encoding="utf-8")
    )
    if set(raw) != set(LINE_WORD_CLASSES):
        raise ValueError(f"linewords.toml: classes are {sorted(raw)}")
    found: dict[str, set[int]] = {}
    for number, name in enumerate(LINE_WORD_CLASSES):
        for words in raw[name].values():
            for word in words.casefold().split():
                found.setdefault(word, set()).add(number)
    return MappingProxyType({word: tuple(sorted(numbers)) for word, numbers in found.items()})
