"""What a sentence says that another can say again: weighed words, names and numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from firsthand.domain import Article, Passage, Reading, Sentence, Span, ZoneKind
from firsthand.stories.cards import COMMON, NAME
from firsthand.stories.told import root
from firsthand.tables.rarity import rarity
from firsthand.text.amount_words import amount_languages
from firsthand.text.amounts import Amount, amounts_in
from firsthand.text.sentences import sentences
from firsthand.text.terms import bare
from firsthand.text.when import times_in
from firsthand.text.when_words import known_languages, when_words

__all__ = ["Facts", "facts"]

_TOLD = frozenset({ZoneKind.STANDFIRST, ZoneKind.BODY})
"""Headlines say again what the text says, and captions what the picture shows."""

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_BARE_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Facts:
    """One sentence and what can be compared of it."""

    passage: Passage
    words: Mapping[str, float]
    """Roots of its words with their rarity; those that half of all news writes are left out."""

    names: tuple[tuple[Span, tuple[str, ...]], ...]
    """Stretches of capitalised words, each with its words in small letters."""

    amounts: tuple[tuple[Span, tuple[float, float, str]], ...]
    """Numbers with their least and largest value and their unit; dates are none."""


_OPENING = frozenset(".?!:;…\"“„«‘'([–—-")
"""Marks behind which a capital may be that of a sentence or a clause, not that of a name."""


def facts(article: Article, reading: Reading | None = None) -> tuple[Facts, ...]:
    """The sentences of an article's standfirst and body, in reading order.

    Args:
        article: Any article.
        reading: Its layers; without them sentences and times are cut by characters alone.
    """
    text = article.text
    found = _sentences(article, reading)
    times = (
        reading.times
        if reading is not None and reading.sentences
        else times_in(text, (), found, published=article.published, language=article.language)
    )
    dated = sorted(one.span for one in times)
    ends = [one.end for one in dated]

    def is_date(start: int, end: int) -> bool:
        at = bisect_left(ends, start + 1)
        return at < len(dated) and dated[at].start < end

    capitals = _capitals(text) - _months(article.language)
    return tuple(
        Facts(
            passage=Passage(article.id, sentence.span),
            words=_words(sentence.span.of(text)),
            names=tuple(
                (span, words)
                for span, words in _names(text, sentence.span, capitals)
                if not is_date(span.start, span.end)
            ),
            amounts=tuple(
                (one.span, (one.low, one.high, one.unit or ""))
                for one in _amounts(article, sentence.span)
                if not is_date(one.number.start, one.number.end)
                and not (one.unit is None and one.low == one.high and _is_idle(one.low))
            ),
        )
        for sentence in found
        if sentence.zone in _TOLD
    )


def _amounts(article: Article, span: Span) -> Iterator[Amount]:
    """Amounts of a sentence; none in a language whose numbers nobody here can read.

    Read as English, the "1.200" of a German text would be little more than one.
    """
    code = article.language[:2]
    if code in amount_languages():
        yield from amounts_in(article.text, span.start, span.end, language=code)


def _is_idle(value: float) -> bool:
    """Whether a bare number says nothing by itself: "one of them", a year."""
    return value <= 1 or value in _BARE_YEARS


def _sentences(article: Article, reading: Reading | None) -> Sequence[Sentence]:
    if reading is not None and reading.sentences:
        return reading.sentences
    return [
        Sentence(
            span=Span(zone.span.start + one.start, zone.span.start + one.end),
            zone=zone.kind, paragraph=number, first=0, last=0,
        )
        for number, zone in enumerate(article.zones)
        for one in sentences(zone.span.of(article.text), language=article.language[:2])
    ]  # fmt: skip


def _words(sentence: str) -> Mapping[str, float]:
    found = {}
    for match in _WORD.finditer(sentence):
        word = bare(match.group())
        base, weight = _weighed(word)
        if len(word) > 1 and weight >= COMMON:
            found[base] = weight
    return found


@lru_cache(maxsize=1 << 16)
def _weighed(word: str) -> tuple[str, float]:
    """Root and rarity; a story writes the same words over and over."""
    return root(word), rarity(word)


def _capitals(text: str) -> frozenset[str]:
    """Words that stand with a capital inside a clause, and nowhere in small letters."""
    small, inside = set(), set()
    for match in _WORD.finditer(text):
        word = match.group()
        if word[0].islower():
            small.add(bare(word))
        elif not _opens(text, match.start()):
            inside.add(bare(word))
    return frozenset(inside - small)


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(" ")
    return not before or before[-1] in _OPENING or before[-1] == "\n"


def _months(language: str) -> frozenset[str]:
    code = language.partition("-")[0].lower()
    return frozenset(when_words(code).months) if code in known_languages() else frozenset()


def _names(
    text: str, sentence: Span, capitals: frozenset[str]
) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Stretches of capitalised words of which one at least is rare enough to be a name."""
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        if not _is_capital(match.group(), capitals):
            continue
        if run and not text[run[-1].end() : match.start()].isspace():
            yield from _name(run)
            run = []
        run.append(match)
    if run:
        yield from _name(run)


def _is_capital(word: str, capitals: frozenset[str]) -> bool:
    return word[0].isupper() and bare(word) in capitals


def _name(run: Sequence[re.Match[str]]) -> Iterator[tuple[Span, tuple[str, ...]]]:
    words = tuple(bare(match.group()) for match in run)
    if any(len(word) > 1 and rarity(word) > NAME for word in words):
        yield Span(run[0].start(), run[-1].end()), words
