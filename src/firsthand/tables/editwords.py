"""Words by which an edit between two texts is told to touch a day, a denial, a number or a name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["EditWords", "edit_words"]


def _nothing() -> Mapping[str, int]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class EditWords:
    """The words of one language, lower case; all empty for a language the table does not know."""

    negations: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    """Endings that make a word a negation ("n't")."""

    nobody: frozenset[str] = frozenset()
    """Negations that stand for somebody or something, and deny no clause that is whole without."""

    denying: frozenset[str] = frozenset()
    """Words that may deny what another text denies with a negation."""

    weekdays: Mapping[str, int] = field(default_factory=_nothing)
    """To 0 for Monday … 6."""

    months: Mapping[str, int] = field(default_factory=_nothing)
    """To 1 for January … 12."""

    near: Mapping[str, int] = field(default_factory=_nothing)
    """Words for days near the telling, to days from it."""

    about: frozenset[str] = frozenset()
    """Words that make a number one that may be rounded."""

    years: frozenset[str] = frozenset()
    """Words after which four figures are a year."""

    titles: frozenset[str] = frozenset()
    """Words before a name that are no part of it."""

    same: tuple[frozenset[str], ...] = ()
    """Words with a capital that name the same."""

    def denies(self, word: str) -> bool:
        """Whether a word is a negation."""
        return word in self.negations or (bool(self.endings) and word.endswith(self.endings))


@cache
def edit_words(language: str) -> EditWords:
    """The words of a language (ISO 639-1)."""
    raw = _tables().get(language)
    if not isinstance(raw, dict):
        return EditWords()
    near = {"today": 0, "yesterday": -1, "tomorrow": 1}
    return EditWords(
        negations=frozenset(f"{raw['negations']} {raw['failing']}".split()),
        endings=tuple(raw["endings"].split()),
        nobody=frozenset(raw["nobody"].split()),
        denying=frozenset(raw["denying"].split()),
        weekdays=_numbered(raw["weekdays"], 0),
        months=_numbered(raw["months"], 1),
        near=MappingProxyType(
            {word: days for name, days in near.items() for word in raw[name].split()}
        ),
        about=frozenset(raw["about"].split()),
        years=frozenset(raw["years"].split()),
        titles=frozenset(raw["titles"].split()),
        same=tuple(frozenset(row.split()) for row in raw.get("same", ())),
    )


@cache
def _tables() -> Mapping[str, object]:
    path = files("firsthand.tables").joinpath("data/editwords.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _numbered(rows: list[str], first: int) -> Mapping[str, int]:
    return MappingProxyType(
        {word: number for number, row in enumerate(rows, first) for word in row.split()}
    )
