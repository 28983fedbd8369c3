"""The sentences of one version, cut into words that know what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from firsthand.domain import Article, Span, ZoneKind
from firsthand.tables.languages import commonest_words
from firsthand.tables.versionwords import version_words
from firsthand.text.numbers import number_of
from firsthand.text.quotation import quotations
from firsthand.text.sentences import sentences

__all__ = ["Phrase", "Sort", "Text", "Word", "cut", "written_words"]

_MARKS = (
    r"\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957"
    r"\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0a81-\u0a83\u0abc-\u0acd\u0b82\u0bbe-\u0bcd"
    r"\u0c00-\u0c03\u0c3e-\u0c4d\u0c81-\u0c83\u0cbc-\u0ccd\u0d00-\u0d03\u0d3e-\u0d4d\u0dca-\u0ddf\u102b-\u103e\u200d"
)
"""Vowel signs and accents that stand as characters of their own: part of the word they stand in."""

_LETTERS = rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*"
_WORD = re.compile(
    rf"\d+(?:[.,:’']\d+)*|[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|{_LETTERS}(?:[-’'‐]{_LETTERS})*"
)
"""Figures with what divides them; a letter of scripts that write no blanks; a word."""

_FULL_STOP = re.compile(r"[。！？।؟۔]+[”’」』»\"]*")
_POSSESSIVE = re.compile(r"['’]s$|['’]$")
_INSIDE = re.compile(r"[\w,;)’'”“»] ")
"""What stands in front of a word inside a sentence."""

_FOLDED = str.maketrans("’‐", "'-")
_GROUPS = re.compile(r"(?<=\d)[,.’'](?=\d{3}(?!\d))")


@lru_cache(maxsize=1 << 14)
def _value(word: str) -> float | None:
    """The number that one English word spells; None where it spells none."""
    return None if word in {"a", "an", "point"} else number_of(word)


class Sort:
    """What a word is, for saying what a change touches."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    PLAIN = "plain"
    CONNECTIVE = "connective"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a sentence."""

    key: str
    """By which words are compared: small letters; numbers by their value."""

    sort: str
    """A value of `Sort`."""

    quoted: bool
    """Whether it stands inside quotation marks."""


class Phrase:
    """A sentence or a headline; its words are cut when they are asked for.

    Most sentences of two versions are the same, letter by letter, and are never asked.
    """

    __slots__ = ("_sorter", "_words", "span", "written", "zone")

    def __init__(
        self, written: str, zone: ZoneKind, span: Span | None, sorter: _Sorter | None = None
    ) -> None:
        self.written = written
        self.zone = zone
        self.span = span
        """Into the article's text; None for a headline that the text does not hold."""

        self._sorter = sorter
        self._words: tuple[Word, ...] | None = None

    @property
    def words(self) -> tuple[Word, ...]:
        """The words in reading order."""
        if self._words is None:
            self._words = self._sorter.words(self.written, self.span) if self._sorter else ()
        return self._words

    @property
    def key(self) -> tuple[str, ...]:
        """Its words, by which two sentences are the same: marks and capitals make no difference."""
        return tuple(word.key for word in self.words)


@dataclass(frozen=True, slots=True)
class Text:
    """One version, ready to be compared."""

    headline: Phrase | None
    sentences: tuple[Phrase, ...]
    """Of standfirst, body and captions, in reading order."""


def _stopped(text: str) -> Iterator[Span]:
    """Sentences, also where a full stop of another script ends one and no blank follows it."""
    for sentence in sentences(text):
        start = sentence.start
        for stop in _FULL_STOP.finditer(text, sentence.start, sentence.end):
            yield Span(start, stop.end())
            start = stop.end()
            while start < sentence.end and text[start].isspace():
                start += 1
        if start < sentence.end:
            yield Span(start, sentence.end)


def written_words(text: str) -> list[str]:
    """The words and figures of `text`, as written; of scripts without blanks every letter."""
    return _WORD.findall(text)


def cut(article: Article) -> Text:
    """The headline and the sentences of `article`.

    Where no language profile knows the commonest words, every word counts as one that matters.
    """
    sorter = _Sorter(article)
    headline: Phrase | None = None
    found: list[Phrase] = []
    for zone in article.zones:
        written = zone.span.of(article.text)
        if zone.kind is ZoneKind.HEADLINE:
            headline = headline or Phrase(written, zone.kind, zone.span, sorter)
            continue
        for inner in _stopped(written):
            span = Span(zone.span.start + inner.start, zone.span.start + inner.end)
            if any(map(str.isalnum, inner.of(written))):
                found.append(Phrase(inner.of(written), zone.kind, span, sorter))
    if headline is None and article.title:
        headline = Phrase(article.title, ZoneKind.HEADLINE, None, sorter)
    return Text(headline=headline, sentences=tuple(found))


class _Sorter:
    """Knows an article's language, what it quotes, and which of its words are names."""

    def __init__(self, article: Article) -> None:
        table = version_words()
        self._article = article
        self._connectives = dict(commonest_words()).get(article.language, frozenset())
        self._dates = table.dates.get(article.language, frozenset())
        self._english = article.language == "en"
        self._rows_only = article.language in table.noun_capitals
        self._known: dict[str, tuple[str, str]] = {}

    @cached_property
    def _quoted(self) -> tuple[Span, ...]:
        return quotations(self._article.text)

    def words(self, written: str, span: Span | None) -> tuple[Word, ...]:
        """The words of a stretch of the article, or of a headline outside of its text."""
        start = span.start if span is not None else 0
        inside = [one for one in self._quoted if span is not None and one.overlaps(span)]
        matches = list(_WORD.finditer(written))
        read = [self._read(match[0]) for match in matches]
        sorts = [sort for _, sort in read]
        for at, match in enumerate(matches):
            if sorts[at] == Sort.NUMBER and (
                ":" in match[0]
                or match[0].count(".") == 2
                or Sort.DATE in sorts[max(0, at - 1) : at + 2]
            ):
                sorts[at] = Sort.DATE
        return tuple(
            Word(
                key=key,
                sort=sort,
                quoted=any(
                    one.start <= start + match.start() and start + match.end() <= one.end
                    for one in inside
                ),
            )
            for match, (key, _), sort in zip(matches, read, sorts, strict=True)
        )

    def _read(self, word: str) -> tuple[str, str]:
        """The key and the sort of a word, each word judged once."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._judged(word)
        return found

    def _judged(self, word: str) -> tuple[str, str]:
        if word[0].isdigit():
            return _GROUPS.sub("", word), Sort.NUMBER
        folded = _folded(word)
        if (word if self._english else folded) in self._dates:
            return folded, Sort.DATE
        value = _value(folded) if self._english else None
        if value is not None:
            return f"{value:g}", Sort.NUMBER
        if folded in self._connectives:
            return folded, Sort.CONNECTIVE
        return folded, Sort.NAME if folded in self._names else Sort.PLAIN

    @cached_property
    def _names(self) -> frozenset[str]:
        """Words written with a capital inside sentences of the body, and never without one."""
        capital: set[str] = set()
        small: set[str] = set()
        for zone in self._article.zones:
            if zone.kind is ZoneKind.HEADLINE:
                continue
            text = zone.span.of(self._article.text)
            words = list(_WORD.finditer(text))
            for at, match in enumerate(words):
                if match[0][0].islower():
                    small.add(_folded(match[0]))
                elif _is_capital(match) and _INSIDE.fullmatch(
                    text, match.start() - 2, match.start()
                ):
                    beside = words[max(0, at - 1) : at] + words[at + 1 : at + 2]
                    if not self._rows_only or any(self._in_row(one, text) for one in beside):
                        capital.add(_folded(match[0]))
        return frozenset(capital - small - self._connectives)

    def _in_row(self, match: re.Match[str], text: str) -> bool:
        """Whether a neighbour is a capitalised word, and not by opening the sentence with "Der"."""
        inside = (
            _INSIDE.fullmatch(text, match.start() - 2, match.start()) if match.start() > 1 else None
        )
        return _is_capital(match) and (
            inside is not None or _folded(match[0]) not in self._connectives
        )


def _folded(word: str) -> str:
    return _POSSESSIVE.sub("", word.casefold().translate(_FOLDED))


def _is_capital(match: re.Match[str]) -> bool:
    return match[0][0].isupper() and len(match[0]) > 1
