"""A language's words around numbers: approximators, currencies and units, as data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["AmountWords", "amount_words"]


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
    """Sign or word, folded, to its ISO 4217 code."""

    small_money: dict[str, str]
    """Hundredths of a currency."""

    units: dict[str, str]
    """Word or symbol, folded, to the unit's usual name."""

    attached_units: dict[str, str]
    """Symbols straight behind the figure, case kept."""

    leading_units: dict[str, str]
    extents: frozenset[str]
    """Words behind "3m" that make it metres and no million."""


@cache
def amount_words(language: str = "en") -> AmountWords:
    """The words around numbers of a language, read once per process."""
    path = files("firsthand.text") / "data" / f"amounts_{language}.toml"
    raw = tomllib.loads(path.read_text("utf-8"))
    opened = {word: (low, high) for word, (low, high) in raw.pop("open_scales").items()}
    extents = frozenset(raw.pop("extents")["words"])
    for name in ("currencies", "units"):
        raw[name] = {word.lower(): value for word, value in raw[name].items()}
    return AmountWords(open_scales=opened, extents=extents, **raw)
