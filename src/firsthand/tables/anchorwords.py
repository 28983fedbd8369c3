"""How languages write numbers, months and days of the week: what two texts in two languages share."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

__all__ = ["AnchorWords", "anchor_words", "latin_letters", "sounds"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AnchorWords:
    """The tables of one language; keys in small letters, apostrophes straight."""

    group: str
    """What parts thousands in figures; a blank stands for every kind of blank."""

    decimal: str
    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    """Words that multiply a number before them."""

    months: Mapping[str, int]
    """1 to 12."""

    weekdays: Mapping[str, int]
    """1, Monday, to 7."""


@cache
def _raw() -> dict[str, Any]:
    return tomllib.loads(
        files("firsthand.tables").joinpath("data", "anchorwords.toml").read_text("utf-8")
    )


@cache
def anchor_words(language: str) -> AnchorWords | None:
    """The tables of a language; None where the package has none for it.

    Args:
        language: ISO 639-1 code.
    """
    raw = _raw().get(language)
    if not isinstance(raw, dict) or "numbers" not in raw:
        return None
    return AnchorWords(
        group=raw["group"],
        decimal=raw["decimal"],
        numbers=_pairs(raw["numbers"]),
        scales=_pairs(raw["scales"]),
        months=_pairs(raw["months"]),
        weekdays=_pairs(raw["weekdays"]),
    )


@cache
def latin_letters() -> Mapping[str, str]:
    """Small Cyrillic letter → Latin letters."""
    return MappingProxyType({str(one): str(other) for one, other in _raw()["letters"].items()})


@cache
def sounds() -> tuple[tuple[str, str], ...]:
    """Letters of a name and the sound they stand for, in the order in which to replace them."""
    found = (one.split("=") for one in str(_raw()["sounds"]).split())
    return tuple((written, "" if sound == "_" else sound) for written, sound in found)


def _pairs(written: str) -> Mapping[str, int]:
    found = (one.split("=") for one in written.split())
    return MappingProxyType({word: int(value) for word, value in found})
