"""Which language a text is in, by its commonest words and its script."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["commonest_words", "language_of"]

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_READ_WORDS = 600
_NEEDED_SHARE = 0.06
"""Share of words that have to be among a language's commonest: news prose in the
languages listed reaches 0.25; a list of names and numbers stays under 0.05."""

_SCRIPTS = (
    ("ja", "\u3040", "\u30ff"),
    ("ko", "\uac00", "\ud7af"),
    ("zh", "\u4e00", "\u9fff"),
    ("ar", "\u0600", "\u06ff"),
    ("he", "\u0590", "\u05ff"),
    ("el", "\u0370", "\u03ff"),
    ("hi", "\u0900", "\u097f"),
    ("th", "\u0e00", "\u0e7f"),
    ("ka", "\u10a0", "\u10ff"),
    ("hy", "\u0530", "\u058f"),
)
_SCRIPT_SHARE = 0.3


@cache
def commonest_words() -> tuple[tuple[str, frozenset[str]], ...]:
    """ISO 639-1 codes with the commonest short words of that language, sorted by code."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/languages.toml").read_text(encoding="utf-8")
    )
    return tuple(
        (code, frozenset(words.split())) for code, words in sorted(raw["commonest"].items())
    )


def language_of(text: str, *, stated: str | None = None) -> str:
    """Name the language of `text`.

    Args:
        text: Running text; some 600 words are looked at.
        stated: What the page says of itself ("en-GB"); used where the words decide nothing.

    Returns:
        ISO 639-1; "en" where neither the words nor `stated` say anything.
    """
    fallback = (stated or "en").split("-")[0].split("_")[0].casefold()
    letters = [one for one in text[:4000] if one.isalpha()]
    for code, first, last in _SCRIPTS:
        if sum(first <= one <= last for one in letters) > _SCRIPT_SHARE * len(letters) > 0:
            return code
    words = [word.casefold() for word in _WORD.findall(text)[:_READ_WORDS]]
    if not words:
        return fallback if len(fallback) == 2 else "en"
    scores = [
        (sum(word in common for word in words) / len(words), code)
        for code, common in commonest_words()
    ]
    best = max(scores, key=lambda row: (row[0], row[1] == fallback))
    if best[0] < _NEEDED_SHARE:
        return fallback if len(fallback) == 2 else "en"
    return best[1]
