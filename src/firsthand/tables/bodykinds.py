"""Words and names that tell what kind of body a body is."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from firsthand.domain import BodyKind
from firsthand.text.folding import fold_name

__all__ = ["BodyKinds", "body_kinds"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyKinds:
    """The shipped table. Words are folded as `fold_name` folds names."""

    revision: int
    words: Mapping[str, BodyKind]
    """Words and phrases in which names and descriptions of bodies of a kind end."""

    names: Mapping[str, BodyKind]
    """Whole names; an acronym stands as written, in capitals only."""

    things: frozenset[str]
    """Last words, folded, of what is named after people and is none ("Tower")."""

    longest: int
    """Words of the longest phrase in `words`."""

    def named(self, name: str) -> BodyKind | None:
        """The kind of a body whose name the table knows; None when it does not."""
        return self.names.get(name) or (None if name.isupper() else self.names.get(fold_name(name)))


@cache
def body_kinds() -> BodyKinds:
    """The table that ships with the package."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/bodykinds.toml").read_text(encoding="utf-8")
    )
    words = {
        fold_name(word.replace("-", " ")): BodyKind(kind)
        for kind, told in raw["words"].items()
        for word in told.split()
    }
    names = {
        name if name.isupper() else fold_name(name): BodyKind(kind)
        for kind, told in raw["names"].items()
        for name in told
    }
    return BodyKinds(
        revision=int(raw["revision"]),
        words=MappingProxyType(words),
        names=MappingProxyType(names),
        things=frozenset(raw["things"]["words"].split()),
        longest=max(len(word.split()) for word in words),
    )
