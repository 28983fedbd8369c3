"""Fold away differences of writing that do not change what is said.

Folded text is for comparing only: its offsets are not those of the article.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold", "fold_name"]

_DOUBLE = "“”„‟«»″"
_SINGLE = "‘’‚‛‹›′`´"
_DASHES = "‐‑‒–—―−"
_DROPPED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_TABLE = str.maketrans(
    {
        **dict.fromkeys(_DOUBLE, '"'),
        **dict.fromkeys(_SINGLE, "'"),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_DROPPED, ""),
        "…": "...",
    }
)
_SPACE = re.compile(r"\s+")
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
_NOT_NAME = re.compile(r"[^\w\s]|_")


def fold(text: str) -> str:
    """Fold case, quotation marks, dashes and white space of `text`.

    Compatibility forms are composed (NFKC: ligatures, full-width letters), case is folded, every
    double mark and guillemet becomes ``"``, every single mark ``'``, every dash ``-``, the ellipsis
    three full stops; soft hyphens and zero-width characters go; white space, line breaks included,
    becomes one blank, none at the ends. Diacritics and punctuation stay. Folding twice changes
    nothing. Empty when `text` is blank.
    """
    folded = text
    while True:
        step = unicodedata.normalize("NFKC", folded.translate(_TABLE)).casefold()
        step = _SPACE.sub(" ", step.translate(_TABLE)).strip()
        if step == folded:
            return folded
        folded = step


def fold_name(name: str) -> str:
    """Fold a name as `fold` does, and its diacritics, punctuation, article and possessive too.

    "The Côte d’Ivoire’s" and "cote divoire" fold alike; a hyphen becomes a blank, full stops and
    apostrophes vanish ("U.S." is "us"). Empty when nothing but punctuation was there.
    """
    folded = _POSSESSIVE.sub("", fold(name))
    folded = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", folded)
        if not unicodedata.combining(letter)
    )
    folded = _NOT_NAME.sub("", folded.replace("-", " ").replace("/", " "))
    words = folded.casefold().split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)
