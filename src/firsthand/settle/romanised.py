"""One name written by several writers: what is left of it when their ways of spelling are made one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from firsthand.tables.spellings import spellings
from firsthand.text.folding import fold_name

__all__ = ["arabic_shape", "is_arabic", "letters", "romanised", "same_arabic", "skeleton"]

_DOUBLE = re.compile(r"(.)\1")


@cache
def _article() -> re.Pattern[str]:
    told = "|".join(sorted(spellings().articles))
    return re.compile(rf"^(?:{told})[-’'](?=\w{{3}})", re.IGNORECASE)


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(spellings().endings)})$")


@lru_cache(maxsize=65_536)
def letters(word: str) -> str:
    """The letters and digits of a word, folded; nothing else of it."""
    return re.sub(r"[^a-z0-9]", "", fold_name(word))


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """Letters of a name with the endings of transliteration made one ("-skyy", "-skiy", "-ski").

    The Arabic article before a surname is cut; double letters count once.
    """
    plain = _ending().sub("i", letters(_article().sub("", word)))
    return _DOUBLE.sub(r"\1", plain)


@lru_cache(maxsize=65_536)
def romanised(word: str) -> str:
    """Letters of a name with those made one that writers of Cyrillic names exchange.

    For comparing surnames of people whose given names agree, never alone.
    """
    plain = letters(_article().sub("", word))
    for written, usual in spellings().exchanged:
        plain = plain.replace(written, usual)
    plain = re.sub(r"i+$", "i", _DOUBLE.sub(r"\1", plain))
    return re.sub(r"(?:ii|ei|i)$", "i", plain)


@lru_cache(maxsize=65_536)
def arabic_shape(word: str) -> str:
    """An Arabic name as all writers would have it: its consonants, a full stop where vowels stand.

    "Qadhafi" and "Gaddafi" are both ``k.d.f.``; "Mohammed" is ``m.h.m.d``, "Mahmoud" ``m.hm.d``. For
    comparing names of people of whom one given name is Arabic (`is_arabic`), never alone.
    """
    table = spellings()
    plain = letters(_article().sub("", word))
    for written, usual in table.consonants:
        plain = plain.replace(written, usual)
    plain = _DOUBLE.sub(r"\1", re.sub(f"[{table.vowels}]+", ".", plain))
    return plain.removesuffix("h")


_SOUNDS = {
    "a": "a", "e": "ai", "i": "i", "y": "i", "o": "u", "u": "u", "w": "u",
    "ei": "ai", "ai": "ai", "ay": "ai", "ey": "ai", "au": "au", "aw": "au", "ou": "u", "oo": "u",
}  # fmt: skip
"""The vowels that letters may stand for: "e" is written for "a" and for "i"."""


def _sounds(vowels: str) -> set[str]:
    return set(_SOUNDS.get(vowels) or "".join(_SOUNDS[letter] for letter in vowels))


@lru_cache(maxsize=65_536)
def same_arabic(one: str, other: str) -> bool:
    """Whether two spellings can be of one Arabic name: one shape, and vowels that are written for one.

    "Hussein" and "Husain" can, "Hassan" and "Hussein" cannot.
    """
    if arabic_shape(one) != arabic_shape(other):
        return False
    runs = [
        re.findall(f"[{spellings().vowels}]+", letters(_article().sub("", word)))
        for word in (one, other)
    ]
    return all(_sounds(mine) & _sounds(theirs) for mine, theirs in zip(*runs, strict=False))


@lru_cache(maxsize=65_536)
def is_arabic(given: str) -> bool:
    """Whether a given name is one that writers spell in many ways from Arabic letters."""
    return letters(given) in spellings().given
