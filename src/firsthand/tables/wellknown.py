"""Bodies that news names without ever spelling them out: by acronym, or by what they do."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["WellKnown", "full_name", "well_known"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WellKnown:
    """The shipped bodies, by what an article may call them."""

    revision: int
    by_short: dict[str, str]
    """Acronym, with its case and without full stops, to the full name."""

    by_form: dict[str, str]
    """Folded name or description to the full name; full names are filed too."""


def _key(name: str) -> str:
    """A name as filed: case, "the", full stops and the country's "U.S." or "U.N." left out."""
    words = " ".join(name.replace("’", "'").split()).casefold().removeprefix("the ")
    return words.replace("u.s.", "us").replace("u.n.", "un").rstrip(".")


@cache
def well_known() -> WellKnown:
    """Load the bodies that ship with the package."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/wellknown.toml").read_text(encoding="utf-8")
    )
    by_short: dict[str, str] = {}
    by_form: dict[str, str] = {}
    for row in raw["body"]:
        for short in row["short"]:
            by_short.setdefault(short, row["name"])
        for form in (row["name"], *row["forms"]):
            by_form.setdefault(_key(form), row["name"])
    return WellKnown(revision=int(raw["revision"]), by_short=by_short, by_form=by_form)


def full_name(written: str) -> str | None:
    """The full name of the body that `written` stands for.

    Args:
        written: An acronym ("U.N.", "UNHCR"), a name or a description ("the UN refugee agency").

    Returns:
        None when the table does not know it.
    """
    short = written.replace(".", "").strip()
    return well_known().by_short.get(short) or well_known().by_form.get(_key(written))
