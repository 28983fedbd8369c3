"""Given names that tell whether "he" or "she" may mean their bearer."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

__all__ = ["pronoun_of"]


@cache
def _pronouns() -> dict[str, str]:
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/genders.toml").read_text(encoding="utf-8")
    )
    both = set(raw["he"].split()) & set(raw["she"].split())
    return {
        name: pronoun
        for pronoun in ("he", "she")
        for name in raw[pronoun].split()
        if name not in both
    }


def pronoun_of(given: str) -> str | None:
    """The pronoun that goes with a given name.

    Args:
        given: The first word of a full name; case and accents do not count.

    Returns:
        "he" or "she"; None for names of both, and for those the table does not know.
    """
    plain = unicodedata.normalize("NFKD", given.casefold().strip(" .,'’"))
    return _pronouns().get("".join(one for one in plain if not unicodedata.combining(one)))
