"""Forms of one given name: short forms and spellings of other languages."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["forms_of_one_name"]


@cache
def _rows() -> dict[str, frozenset[int]]:
    """The rows that each form stands in."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/givenforms.toml").read_text(encoding="utf-8")
    )
    found: dict[str, set[int]] = {}
    for number, row in enumerate(raw["rows"].split("\n")):
        for form in row.split():
            found.setdefault(form, set()).add(number)
    return {form: frozenset(rows) for form, rows in found.items()}


def forms_of_one_name(one: str, other: str) -> bool:
    """Whether two given names, folded and without accents, may be forms of one ("bill", "william").

    False says only that the table does not know it.
    """
    return bool(_rows().get(one, frozenset()) & _rows().get(other, frozenset()))
