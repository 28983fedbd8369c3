"""Names as written, without what stands around them: article, honorifics, possessive, dateline."""

from __future__ import annotations

import re
from functools import lru_cache

from firsthand.tables.bodies import bodies
from firsthand.tables.bodykinds import body_kinds
from firsthand.tables.scraps import scraps

__all__ = ["ARTICLE", "POSSESSIVE", "bare_name", "is_pronoun", "plain_word", "title_start"]

ARTICLE = re.compile(r"^(?:the|a|an|one|another|some)\s+", re.IGNORECASE)
"""An article at the front of a phrase."""

POSSESSIVE = re.compile(r"['’]s?$")
"""A possessive at the end of a word or phrase."""

_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "who",
        "which",
        "that",
        "this",
        "these",
        "those",
        "both",
        "all",
        "one",
        "his",
        "her",
        "its",
        "their",
    ]
)

_LAST_WORD = re.compile(r"(?<!\w)(?P<word>[^\W\d_]+\.?)[^\S\n]$")
_LONGEST_TITLE = 20
"""Code points of the longest title and the blank behind it."""

_NAMED = 2
"""Words of a name that is known to be one: a title before it is a title."""

_DATELINE = re.compile(r"^[A-Z][A-Z .'’-]{2,40}(?:, [\w. ]{2,30})?(?: \([^)]*\))?\s*(?:[—–]|--)\s*")
"""The dateline of a text's first paragraph where the parse has taken it into a name."""


def is_pronoun(phrase: str) -> bool:
    """Whether a phrase is a mere pronoun: it names nobody by itself."""
    return phrase.casefold() in _PRONOUNS


@lru_cache(maxsize=65_536)
def bare_name(name: str) -> str:
    """Cut article, honorifics, possessive and brackets ("Mr. Ito" is "Ito", "Ito (R-Ore.)" is "Ito")."""
    name = _DATELINE.sub("", name)
    name = re.split(r",\s+(?:which|who|whose|where)\b", " ".join(name.split()))[0]
    name = re.sub(r"(?<=\w)\s(?:him|her|it|them)sel(?:f|ves)$", "", name)
    name = re.sub(r"\s*\([^)]*\)?$", "", name) if not re.search(r"\([A-Z.]{2,8}\)$", name) else name
    name = POSSESSIVE.sub("", ARTICLE.sub("", name.strip(' ,;:"“”‘’.')) if name else name)
    words = name.split()
    if len(words) > 2 and words[0] == "local":
        words = words[1:]
    while len(words) > 1 and _is_title(words) and not _of_body(words):
        words = words[1:]
    while len(words) > 1 and words[-1].strip(",") in scraps().endings:
        words = words[:-1]  # "letter dated 17 February and"
    if words and words[-1] in {"Jr", "Sr"}:
        words[-1] += "."
    return " ".join(words)


def _is_title(words: list[str]) -> bool:
    """Whether words begin with a title or rank before a name ("Eng. Roe", "Sheikh Ana Roe"; not "Eng Roe")."""
    table = bodies()
    return plain_word(words[0]) in table.ranks or table.is_title(
        words[0].strip(',;:()"“”‘’'), len(words) - 1
    )


def title_start(text: str, start: int) -> int:
    """Where the titles right before the name at `start` begin ("|Eng. Prof. Ana Roe"); `start` without any."""
    while (before := _LAST_WORD.search(text, max(0, start - _LONGEST_TITLE), start)) is not None:
        if not bodies().is_title(before["word"], _NAMED):
            break
        start = before.start()
    return start


def _of_body(words: list[str]) -> bool:
    """Whether a name begins like a rank and is a body's ("General Staff", "General Motors")."""
    table = body_kinds()
    pair = " ".join(map(plain_word, words[:2]))
    return pair in table.words or table.named(" ".join(words)) is not None


@lru_cache(maxsize=65_536)
def plain_word(word: str) -> str:
    """A word of a title as it is looked up: no case, marks, possessive or hyphen."""
    word = POSSESSIVE.sub("", word.casefold().strip('.,;:()"“”‘’'))
    return word.replace("-", " ")
