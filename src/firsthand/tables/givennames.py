"""Common given names, for telling a person from a house of the same make of name."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

__all__ = ["is_given_name"]


@cache
def _names() -> frozenset[str]:
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/givennames.toml").read_text(encoding="utf-8")
    )
    return frozenset(raw["names"].split())


def is_given_name(word: str) -> bool:
    """Whether `word` is a common given name; case and accents do not count. False says little."""
    bare = unicodedata.normalize("NFKD", word.casefold().strip(" ."))
    return "".join(one for one in bare if not unicodedata.combining(one)) in _names()
