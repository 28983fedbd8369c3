"""Names as they are looked up, and whether what stands for a name is one."""

from __future__ import annotations

import re
from functools import lru_cache

from firsthand.tables.scraps import scraps
from firsthand.text.folding import fold_name

__all__ = ["key", "well_formed"]

_LONGEST_NAME = 14
"""Words of the longest name of a body to believe in."""


@lru_cache(maxsize=65_536)
def key(name: str) -> str:
    """Fold a name for look-up: case, accents, marks and white space do not tell names apart."""
    plain = name.replace("U.S.", "United States").replace("U.K.", "United Kingdom")
    plain = re.sub(r"\bUS\b", "United States", plain).replace("&", "and")
    return " ".join(re.sub(r"[^\w' ]+", "", fold_name(plain.replace("’", "'"))).split())


@lru_cache(maxsize=65_536)
def well_formed(name: str) -> bool:
    """Whether `name` can be a name: not a time, not a scrap of a sentence, not a single letter."""
    table, plain = scraps(), name.strip()
    words = re.findall(r"\w+", plain.casefold())
    if len(plain) < 2 or not words or len(words) > _LONGEST_NAME:
        return False
    if plain.casefold() not in table.names and all(
        word in table.times or word.isdigit() for word in words
    ):
        return False
    return words[0] not in table.beginnings or plain.isupper()
