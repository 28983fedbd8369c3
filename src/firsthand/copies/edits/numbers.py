"""Whether two texts give another number at one place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from firsthand.copies.edits.stretches import Stretch
from firsthand.text.number_words import NumberWords, number_words
from firsthand.text.numbers import number_of, ordinal_of

__all__ = ["Number", "is_number", "numbers", "other_numbers"]

Number = frozenset[float | tuple[int, ...]]
"""What a number as written may mean: "5.000" is five thousand or five; scores are tuples."""

ROUNDED = 0.1
"""Share of a value by which another may differ that the text calls a rough one ("nearly 5,000")."""

_FIGURES = re.compile(r"\d+(?:[.,'’]\d+)*")
_GROUPS = re.compile(r"\d{1,3}(?:[.,'’]\d{3})+")
_JOINED = re.compile(r"\d+(?:[-–:]\d+)+")
_FRACTION = re.compile("[½¼¾⅓⅔⅛]")
_WITH_WORDS = ("en", "de")
"""Languages whose number words are known."""

_SCALE = 100
_LONGEST = 5


def other_numbers(a: Stretch, b: Stretch, dated: frozenset[tuple[str, int]]) -> bool:
    """Whether each text has a number here that the other has not.

    The same value in figures, in words or with other marks is no other number; nor is one that is
    said to be rough and is near.

    Args:
        a: Words of the text copied.
        b: Words of the copy in their place.
        dated: Places, as ("a" or "b", word), of numbers that belong to a date.
    """
    if any(_has_fraction(stretch) for stretch in (a, b)):
        return False
    one = [(number, at) for number, at in numbers(_widened(a, b)) if ("a", at) not in dated]
    other = [(number, at) for number, at in numbers(_widened(b, a)) if ("b", at) not in dated]
    own = [row for row in one if all(row[0].isdisjoint(number) for number, _ in other)]
    foreign = [row for row in other if all(row[0].isdisjoint(number) for number, _ in one)]
    if not own or not foreign:
        return False
    rough = any(
        _is_rough(stretch, at) for stretch, rows in ((a, own), (b, foreign)) for _, at in rows
    )
    return not (rough and all(_near(x, y) for x, _ in own for y, _ in foreign))


def is_number(word: str, language: str) -> bool:
    """Whether a word, folded, is a number by itself."""
    return _read(word, language) is not None


def numbers(stretch: Stretch) -> Iterator[tuple[Number, int]]:
    """The numbers of a stretch with their first word, ascending."""
    language = stretch.text.article.language
    words = number_words(language) if language in _WITH_WORDS else None
    folded = stretch.folded
    at = 0
    while at < len(folded):
        number = _read(folded[at], language)
        if number is None:
            at += 1
            continue
        last = at + 1
        while words is not None and last < min(len(folded), at + _LONGEST):
            longer = _longer(number, folded[at : last + 1], words)
            if longer is None:
                break
            number, last = longer, last + 1
        # "million" alone is the end of a number that was cut off, or begins "millions of"
        if last > at + 1 or not _is_scale(folded[at], stretch):
            yield number, stretch.first + at
        at = last


def _longer(number: Number, folded: tuple[str, ...], words: NumberWords) -> Number | None:
    """The number with one more word; None where that is no part of it."""
    word = folded[-1]
    if word[0].isdigit():
        return None
    size = number_of(word, words)
    if size is None:
        return None
    if size >= _SCALE:
        return frozenset(value * size for value in number if isinstance(value, float))
    if folded[0][0].isdigit() or number_of(folded[-2], words) in {None, size}:
        return None
    whole = number_of(" ".join(folded), words)
    return None if whole is None else frozenset({whole})


@lru_cache(maxsize=1 << 14)
def _read(word: str, language: str) -> Number | None:
    """What one word may mean as a number."""
    if _JOINED.fullmatch(word):
        return frozenset({tuple(int(part) for part in re.split(r"\D", word))})
    if _FIGURES.fullmatch(word):
        found: set[float] = set()
        parts = re.split(r"\D", word)
        grouped = _GROUPS.fullmatch(word) is not None
        if len(parts) == 1 or grouped:
            found.add(float("".join(parts)))
        if len(parts) > 1 and not (grouped and language == "en" and "." not in word):
            found.add(float("".join(parts[:-1]) + "." + parts[-1]))
        return frozenset(found)
    if language not in _WITH_WORDS or word in {"a", "an", "point"}:
        return None
    words = number_words(language)
    order = ordinal_of(word, words)
    if order is not None:
        return frozenset({(order,)})
    value = number_of(word, words)
    return None if value is None else frozenset({value})


def _has_fraction(stretch: Stretch) -> bool:
    """Whether a half or a third stands here or beside: in words, its place is not fixed."""
    wide = stretch.wider(1, 3)
    language = stretch.text.article.language
    halves = frozenset(number_words(language).halves if language in _WITH_WORDS else ())
    return any(
        _FRACTION.search(word) is not None or not halves.isdisjoint(re.split(r"-", word))
        for word in wide.folded
    )


def _widened(stretch: Stretch, other: Stretch) -> Stretch:
    """The stretch with the equal number words that stand beside it ("12" of "12 million")."""
    after = before = 0
    text, end = stretch.text.words.folded, stretch.end
    while stretch.last + after < end and _is_scale(text[stretch.last + after], stretch):
        after += 1
    opens = [one.folded[0] for one in (stretch, other) if one.folded]
    if any(_is_scale(word, stretch) for word in opens):
        while (
            before < _LONGEST
            and stretch.first - before > stretch.start
            and _read(text[stretch.first - before - 1], stretch.text.article.language)
        ):
            before += 1
    return stretch.wider(before, after)


def _is_scale(word: str, stretch: Stretch) -> bool:
    return _size(word, stretch.text.article.language) >= _SCALE


@lru_cache(maxsize=1 << 14)
def _size(word: str, language: str) -> float:
    """The value of a number word; 0 for figures and what is none."""
    if language not in _WITH_WORDS or word[0].isdigit():
        return 0.0
    return number_of(word, number_words(language)) or 0.0


def _is_rough(stretch: Stretch, at: int) -> bool:
    before = stretch.text.words.folded[max(stretch.start, at - 2) : at]
    return not stretch.known.about.isdisjoint(before)


def _near(one: Number, other: Number) -> bool:
    return any(
        isinstance(x, float)
        and isinstance(y, float)
        and abs(x - y) <= ROUNDED * max(abs(x), abs(y))
        for x in one
        for y in other
    )
