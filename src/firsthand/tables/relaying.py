"""Words by which a text tells through whom a statement reached it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Relaying", "relaying"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaying:
    """The shipped words of relaying; lemmas in lower case."""

    revision: int
    kinds: frozenset[str]
    """Common nouns for an outlet ("newspaper")."""

    headed: frozenset[str]
    """Common nouns that mean an outlet only behind one of `of` ("agency" in "news agency")."""

    of: frozenset[str]
    owned: frozenset[str]
    """Nouns before which a name is the owner's ("the Vorwerk affiliate")."""

    prepositions: frozenset[str]
    """Those that lead from a reporting verb to the outlet the words went through."""

    asked: frozenset[str]
    """Those that lead from a question left unanswered to the outlet that asked."""

    speaking: frozenset[str]
    """What a speaker does who has an outlet for a hearer ("speaking to")."""

    handling: frozenset[str]
    """What an outlet does with other people's words and papers ("obtained by")."""

    press: frozenset[str]
    """Who takes words down for an outlet ("correspondent")."""

    own: frozenset[str]
    """Verbs by which an outlet speaks of its own work ("has learned")."""

    issued: frozenset[str]
    """Texts that somebody else than the speaker may have put out ("statement")."""

    issuing: frozenset[str]
    """Verbs of putting such a text out."""


@cache
def relaying() -> Relaying:
    """Load the table."""
    raw = tomllib.loads(files("firsthand.tables").joinpath("data/relaying.toml").read_text("utf-8"))

    def words(part: str, key: str) -> frozenset[str]:
        return frozenset(str(raw[part][key]).split())

    return Relaying(
        revision=int(raw["revision"]),
        kinds=words("kinds", "alone"),
        headed=words("kinds", "headed"),
        of=words("kinds", "of"),
        owned=words("kinds", "owned"),
        prepositions=words("via", "prepositions"),
        asked=words("via", "asked"),
        speaking=words("speaking", "verbs"),
        handling=words("handling", "verbs"),
        press=words("press", "nouns"),
        own=words("own", "verbs"),
        issued=words("issued", "nouns"),
        issuing=words("issued", "verbs"),
    )
