"""Whether two texts name somebody or something else at one place."""

from __future__ import annotations

import re
from functools import lru_cache

from firsthand.copies.alignment import Worded
from firsthand.copies.edits.stretches import Stretch
from firsthand.tables.agencies import agency_named
from firsthand.tables.countries import country_of_name
from firsthand.tables.editwords import edit_words
from firsthand.tables.givenforms import forms_of_one_name
from firsthand.tables.givennames import is_given_name
from firsthand.tables.spellings import spellings
from firsthand.tables.versionwords import version_words
from firsthand.text.folding import fold_name

__all__ = ["other_names"]

_INSIDE = re.compile(r"[\w,;)’'”“»(] |[-–/(]")
"""What stands in front of a word inside a sentence."""

_DOUBLE = re.compile(r"(.)\1")
_SHORTEST = 2
_FOOTNOTE = re.compile(r"(?<=[a-z])\d+$")

BESIDE = 2
"""Most other words beside the names: with more, something else is told."""

CUT = 4
"""Fewest letters that are cut from a name for short ("Agriculture": "Ag")."""

_PLURAL = ("s", "es", "n", "en")


def other_names(a: Stretch, b: Stretch) -> bool:
    """Whether each text has a name here that is neither the other's nor another form of it.

    One name is: a shorter or longer form ("President Kovac", "Kovac"), two parts of one name
    ("Maria", "Kovac") where either text has them side by side, initials, another spelling or
    another way from one script into the other, a country, its people and its capital. A name in
    place of a description, and a country in place of a person, are other wording.
    """
    one, other = _names(a), _names(b)
    own = [name for name in one if name not in other]
    foreign = [name for name in other if name not in one]
    if not own or len(own) != len(foreign):
        return False
    if max(a.last - a.first - len(one), b.last - b.first - len(other)) > BESIDE:
        return False
    phrases = _phrase(a), _phrase(b)
    lands = [country_of_name(phrase) for phrase in phrases]
    if (lands[0] is None) != (lands[1] is None):
        return False
    if lands[0] is not None and lands[1] is not None:
        return lands[0][0] != lands[1][0]
    if _one_body(*phrases):
        return False
    return any(
        not _one_name(x, y, a.text, b.text) for x, y in zip(own, foreign, strict=True)
    ) and not any(_one_name(x, y, a.text, b.text) for x in own for y in foreign)


def _names(stretch: Stretch) -> list[str]:
    """The words of names in a stretch, folded, in reading order; titles are left out."""
    return [
        folded
        for at in range(stretch.first, stretch.last)
        if (folded := _name(stretch, at)) is not None
    ]


def _name(stretch: Stretch, at: int) -> str | None:
    written = stretch.written(at)
    folded = fold_name(written)
    if (
        len(folded) < _SHORTEST
        or not written[0].isupper()
        or folded in stretch.known.titles
        or folded in stretch.known.weekdays
        or folded in stretch.known.months
        or folded in stretch.known.near
    ):
        return None
    text = stretch.text.article.text
    start = int(stretch.text.words.starts[at])
    inside = _INSIDE.search(text, max(0, start - 2), start) is not None
    if _is_written(written.lower(), stretch.text):
        return None
    if not inside and not _is_inside(written, stretch.text):
        return None
    if stretch.text.article.language in version_words().noun_capitals and not _in_row(stretch, at):
        return None
    return folded


def _is_written(word: str, text: Worded) -> bool:
    """Whether the text has a word in small letters."""
    whole = text.article.text
    return word in whole and re.search(rf"\b{re.escape(word)}\b", whole) is not None


def _is_inside(written: str, text: Worded) -> bool:
    """Whether the text has a word with its capital inside a sentence."""
    whole = text.article.text
    return (
        f" {written}" in whole and re.search(rf"[\w,;] {re.escape(written)}\b", whole) is not None
    )


def _in_row(stretch: Stretch, at: int) -> bool:
    """Whether a given name stands before or after a word, where every noun has a capital."""
    return any(
        stretch.start <= near < stretch.end and is_given_name(stretch.written(near))
        for near in (at - 1, at, at + 1)
    )


def _phrase(stretch: Stretch) -> str:
    """The words with a capital of a stretch as one phrase, as written, without titles."""
    words = [stretch.written(at) for at in range(stretch.first, stretch.last)]
    kept = [
        word for word in words if word[0].isupper() and fold_name(word) not in stretch.known.titles
    ]
    return re.sub(r"['’]s?$", "", " ".join(kept)).replace(".", "")


def _one_body(one: str, other: str) -> bool:
    """Whether two phrases are forms of one agency's name, or one the initials of the other."""
    agencies = agency_named(one), agency_named(other)
    if agencies[0] is not None and agencies[0] == agencies[1]:
        return True
    for short, long in ((one, other), (other, one)):
        words = re.findall(r"\w+", long)
        if len(words) > 1 and short.casefold() == "".join(word[0] for word in words).casefold():
            return True
    return False


def _one_name(x: str, y: str, a: Worded, b: Worded) -> bool:
    """Whether two words may name the same."""
    if _plain(x) == _plain(y) or forms_of_one_name(x, y):
        return True
    if x.isalpha() != y.isalpha() and _FOOTNOTE.sub("", x) == _FOOTNOTE.sub("", y):
        return True
    if any(x in row and y in row for row in edit_words(a.article.language).same):
        return True
    short, long = sorted((x, y), key=len)
    if any(short + ending == long for ending in _PLURAL):
        return True
    if long.startswith(short) and len(long) - len(short) >= CUT:
        return True
    beside = re.compile(
        rf"\b(?:{re.escape(x)}\W+(?:\w+\W+)?{re.escape(y)}|"
        rf"{re.escape(y)}\W+(?:\w+\W+)?{re.escape(x)})\b",
        re.IGNORECASE,
    )
    return any(beside.search(text.article.text) is not None for text in (a, b))


@lru_cache(maxsize=1 << 14)
def _plain(name: str) -> str:
    """What is left of a name when the ways of writing other scripts and long vowels are made one."""
    table = spellings()
    plain = table.cities.get(name, name)
    for written, usual in table.exchanged:
        plain = plain.replace(written, usual)
    ending = next((end for end in table.endings if plain.endswith(end) and len(plain) > 4), "")
    plain = plain.removesuffix(ending) + ("i" if ending else "")
    return _DOUBLE.sub(r"\1", plain)
