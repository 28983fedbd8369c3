"""Means of saying something, and names of outlets."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from firsthand.tables.agencies import agency_named
from firsthand.tables.outlets import outlet_named

__all__ = ["Media", "is_outlet", "media", "medium_in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """The shipped words for means of saying something."""

    revision: int
    words: tuple[tuple[str, str], ...]
    """(words, name of the medium), longest words first."""

    outlets: frozenset[str]
    """Names of outlets, case folded, without a leading "the"."""

    endings: frozenset[str]
    """Last words that make a name an outlet's."""

    openings: frozenset[str]
    """First words that do ("Radio …")."""


def _key(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold().removeprefix("the ")


@cache
def media() -> Media:
    """Load the table."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/media.toml").read_text(encoding="utf-8")
    )
    pairs = [(words.casefold(), row["name"]) for row in raw["medium"] for words in row["words"]]
    return Media(
        revision=int(raw["revision"]),
        words=tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair))),
        outlets=frozenset(_key(name) for name in raw["outlets"]["names"]),
        endings=frozenset(raw["outlets"]["endings"]),
        openings=frozenset(raw["outlets"]["openings"]),
    )


def medium_in(words: str) -> tuple[str, int, int] | None:
    """The medium that `words` (a reporting clause) speak of.

    Returns:
        Its name and where the words that show it stand in `words`; None when none is named.
    """
    folded = words.casefold()
    for phrase, name in media().words:
        found = re.search(rf"\b{re.escape(phrase)}\b", folded)
        if found is not None:
            return name, found.start(), found.end()
    return None


_CALL_SIGN = re.compile(
    r"[KWCX][A-Z]{2,3}-(?:TV|FM|AM|DT|LD)|[A-Z]{2,4} ?\d{1,2}|TV ?\d|Channel \d{1,2}|[A-Z]{2,5}-?TV"
)
"""Stations by their call signs and numbers ("WXYZ-TV", "Channel 4")."""

_SPACED = re.compile(r"\s*([-–])\s*")


def is_outlet(name: str) -> bool:
    """Whether `name`, as written, is the name of an agency or outlet.

    Known agencies and outlets, and names of two or more words that end as outlets' names do
    ("Harbour Gazette").
    """
    bare = name.strip(" .,;:()\"“”'’")
    key = _key(bare)
    if not key or not bare[:1].isalnum():
        return False
    if key in media().outlets or agency_named(bare) is not None or outlet_named(bare) is not None:
        return True
    if _CALL_SIGN.fullmatch(_SPACED.sub(r"\1", bare)) is not None:
        return True
    words = key.split()
    if len(words) > 1 and words[0] in media().openings and bare.split()[1][:1].isupper():
        return True
    if len(words) > 2 and "of" in words[1:-1]:
        # "Courier of the Coast", "Medical Journal of Somewhere"
        before = bare.split()[bare.casefold().split().index("of") - 1]
        return before.casefold() in media().endings and before[:1].isupper()
    return words[-1] in media().endings and len(words) > 1 and bare.split()[-1][:1].isupper()
