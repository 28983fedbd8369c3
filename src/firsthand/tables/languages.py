"""Languages: their codes, names and commonest words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["UNKNOWN", "Languages", "commonest_words", "language_code", "language_name", "languages"]

UNKNOWN = "und"
"""The code of a language that is not known (ISO 639-2, BCP 47)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Languages:
    """The tables of ``data/languages.toml``."""

    commonest: tuple[tuple[str, frozenset[str]], ...]
    """Codes with the commonest short words of that language, sorted by code."""

    stands_for: Mapping[str, str]
    """Retired and mistaken codes, and codes inside a macrolanguage, to the code used here."""

    near: tuple[frozenset[str], ...]
    """Groups of codes whose written standards a short text does not tell apart."""

    never: frozenset[str]
    """Codes that no news text is taken for."""

    names: Mapping[str, str]
    """Code to English name."""


@cache
def languages() -> Languages:
    """The shipped tables, read once per process."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/languages.toml").read_text(encoding="utf-8")
    )
    return Languages(
        commonest=tuple(
            (code, frozenset(words.split())) for code, words in sorted(raw["commonest"].items())
        ),
        stands_for=MappingProxyType(raw["stands_for"]),
        near=tuple(frozenset(group.split()) for group in raw["near"]["groups"]),
        never=frozenset(raw["never"]["codes"].split()),
        names=MappingProxyType(raw["names"]),
    )


def commonest_words() -> tuple[tuple[str, frozenset[str]], ...]:
    """ISO 639-1 codes with the commonest short words of that language, sorted by code."""
    return languages().commonest


def language_code(tag: str | None) -> str | None:
    """The code of the language that `tag` names ("de-AT", "pt_BR", "ua"); None where it names none."""
    if tag is None:
        return None
    first = tag.strip().replace("_", "-").partition("-")[0].casefold()
    code = languages().stands_for.get(first, first)
    return code if code in languages().names else None


def language_name(code: str) -> str:
    """The English name of a language with its code ("German (de)"); "a language not known"."""
    if code == UNKNOWN:
        return "a language that is not known"
    name = languages().names.get(code)
    return f"{name} ({code})" if name else f"the language {code!r}"
