"""A language's words around numbers: approximators, currencies and units, as data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["AmountWords", "amount_languages", "amount_words", "table_key"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountWords:
    """The tables of ``data/amounts_<language>.toml``, one field a table."""

    approximators: dict[str, str]
    """Words before a number, folded; to about, at-least, at-most, nearly, more-than or less-than."""

    after: dict[str, str]
    """Words behind it; one that begins with a mark or a blank is written on to it."""

    signs: dict[str, str]
    verbs: dict[str, str]
    """Lemma of a verb whose object is a bound."""

    open_scales: dict[str, tuple[int, int]]
    currencies: dict[str, str]
    """Sign or word to its ISO 4217 code, case kept: "TRY 5" is money and "try 5" is not. A word that
    several currencies share has a small-letter name ("peso") in place of a code."""

    small_money: dict[str, str]
    """Hundredths of a currency."""

    units: dict[str, str]
    """Word or symbol, folded, to the unit's usual name."""

    attached_units: dict[str, str]
    """Symbols straight behind the figure, case kept."""

    leading_units: dict[str, str]
    attached_money: dict[str, str]
    """Hundredths of a currency straight behind the figure, case kept ("31p")."""

    letter_currencies: dict[str, str]
    """A capital straight before figures that are written as money are ("R4.6 million")."""

    ranging: frozenset[str]
    """Words before "from 3 to 4" that make it a range and no change."""

    changed: frozenset[str]
    """Words of change that tell what happened ("fell"): "$1 to $70" behind one is no range."""

    weakly_changed: frozenset[str]
    """The same, of money or before "by" only: a team is "up 3 to 1"."""

    change_fillers: frozenset[str]
    """What may stand between such a word and its number ("by", "as much as")."""

    foreseeing: frozenset[str]
    """Words before one that make it no past ("could have fallen")."""

    fillers: frozenset[str]
    """What may stand between an approximator and its number ("at least another 12")."""

    extents: frozenset[str]
    """Words behind "3m" that make it metres and no million."""

    lengths_before: frozenset[str]
    """Words before it that do the same ("a depth of 3m")."""


@cache
def amount_languages() -> frozenset[str]:
    """The languages, by ISO 639-1 code, that there are words around numbers of."""
    names = (entry.name for entry in (files("firsthand.text") / "data").iterdir())
    return frozenset(
        name.removeprefix("amounts_").removesuffix(".toml")
        for name in names
        if name.startswith("amounts_") and name.endswith(".toml")
    )


@cache
def amount_words(language: str = "en") -> AmountWords:
    """The words around numbers of a language, read once per process."""
    path = files("firsthand.text") / "data" / f"amounts_{language}.toml"
    raw = tomllib.loads(path.read_text("utf-8"))
    opened = {word: (low, high) for word, (low, high) in raw.pop("open_scales").items()}
    extents = frozenset(raw.pop("extents")["words"])
    lengths_before = frozenset(raw.pop("lengths_before")["words"])
    ranging = frozenset(raw.pop("ranging")["words"])
    fillers = frozenset(raw.pop("fillers")["words"])
    changes: dict[str, Any] = {name: frozenset(words) for name, words in raw.pop("changes").items()}
    degrees = raw.pop("degrees")
    for bound, name, slight in (
        ("over", "more-than", "more-than"),
        ("under", "less-than", "nearly"),
    ):
        for word in degrees[bound]:
            raw["approximators"].setdefault(word, name)
            raw["approximators"] |= {f"{one} {word}": slight for one in degrees["slight"]}
            raw["approximators"] |= {f"{one} {word}": name for one in degrees["any"]}
    raw["units"] = {word.lower(): value for word, value in raw["units"].items()}
    return AmountWords(
        open_scales=opened,
        extents=extents,
        lengths_before=lengths_before,
        ranging=ranging,
        fillers=fillers,
        **changes,
        **raw,
    )


def table_key(written: str | None) -> str:
    """What words of a text are called in the tables: small letters, one blank; empty for None."""
    return " ".join((written or "").lower().split())
