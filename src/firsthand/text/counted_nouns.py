"""Whether two quantities count the same: their nouns, and what narrows them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files

from firsthand.domain import Quantity

__all__ = ["Width", "is_person", "nouns_compared", "restrictions_compared"]


class Width(Enum):
    """Which of two sides counts more kinds of things."""

    SAME = "same"
    FIRST = "first"
    SECOND = "second"


_LEAST_STEM = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The shipped lists; `general` and `particular` as stems."""

    general: frozenset[str]
    particular: frozenset[str]
    empty: frozenset[str]
    irregular: dict[str, str]


@cache
def _words() -> _Words:
    path = files("firsthand.text") / "data" / "counted_en.toml"
    raw = tomllib.loads(path.read_text("utf-8"))
    irregular = raw["irregular"]
    return _Words(
        general=frozenset(_cut(word) for word in raw["general"]),
        particular=frozenset(_cut(word) for word in raw["particular"]),
        empty=frozenset(raw["empty"]),
        irregular=irregular,
    )


def nouns_compared(a: str | None, b: str | None) -> Width | None:
    """Whether two counted nouns are one, or one stands for all persons; None where neither holds.

    Two unknown nouns are taken for one; an unknown and a known one are not.
    """
    if a is None or b is None:
        return Width.SAME if a is b else None
    one, two = _stem(a.casefold()), _stem(b.casefold())
    general = _words().general
    if one == two or (one in general and two in general):
        return Width.SAME
    if one in general and _is_person(two):
        return Width.FIRST
    if two in general and _is_person(one):
        return Width.SECOND
    return None


def is_person(noun: str) -> bool:
    """Whether a noun is one for persons: "survivor", "policewoman"."""
    stem = _stem(noun.casefold())
    return stem in _words().general or _is_person(stem)


def restrictions_compared(a: Quantity, b: Quantity, texts: tuple[str, str]) -> Width | None:
    """Whether the same words narrow both nouns, or one is narrowed further; None where they differ."""
    one, two = (_narrowing(x, text) for x, text in zip((a, b), texts, strict=True))
    if one == two:
        return Width.SAME
    if one < two:
        return Width.FIRST
    return Width.SECOND if two < one else None


def _narrowing(quantity: Quantity, text: str) -> frozenset[str]:
    """The stems of the words around a counted noun."""
    if quantity.noun_span is None or quantity.noun is None:
        return frozenset()
    words = re.findall(r"[^\W_]+", quantity.noun_span.of(text).casefold())
    noun = {_stem(part) for part in re.findall(r"[^\W_]+", quantity.noun.casefold())}
    return frozenset(_stem(word) for word in words if word not in _words().empty) - noun


def _is_person(stem: str) -> bool:
    return stem in _words().particular or stem.endswith(("man", "woman", "worker", "fighter"))


def _stem(word: str) -> str:
    return _cut(_words().irregular.get(word, word))


def _cut(word: str) -> str:
    """A word without its regular ending; a stem is for comparing, never for showing."""
    for ending, rest in (("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ed", "")):
        stem = word.removesuffix(ending)
        sibilant = ending != "es" or stem.endswith(("s", "x", "z", "ch", "sh"))
        if stem != word and len(stem) >= _LEAST_STEM and sibilant and not word.endswith("ss"):
            return stem + rest
    return word
