"""Titles that tell two bearers of one surname apart."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["gender_of_title", "grades_in", "post_word", "title_class"]


@cache
def _tables() -> dict[str, dict[str, str]]:
    """By table: each word to the row it stands in."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/titleclasses.toml").read_text(encoding="utf-8")
    )
    return {
        table: {
            word.replace("-", " "): name
            for name, words in raw[table].items()
            for word in words.split()
        }
        for table in ("classes", "genders", "alike", "grades")
    }


def _plain(title: str) -> str:
    return title.casefold().strip(".,")


def title_class(title: str) -> str | None:
    """The class of callings that a title's last word belongs to; None when it tells nothing."""
    words = _plain(title).split()
    return _tables()["classes"].get(words[-1]) if words else None


def gender_of_title(title: str) -> str | None:
    """``he`` or ``she`` where a title's last word is used of men or of women only; else None."""
    words = _plain(title).split()
    return _tables()["genders"].get(words[-1]) if words else None


def post_word(word: str) -> str:
    """The word by which a post is compared ("chairwoman": "chairman"); the word itself if not known."""
    return _tables()["alike"].get(_plain(word), _plain(word))


def grades_in(phrase: str) -> frozenset[str]:
    """The words of a phrase that make another post of one ("deputy", "acting")."""
    return frozenset(re.findall(r"[a-z]+", phrase.casefold())) & _tables()["grades"].keys()
