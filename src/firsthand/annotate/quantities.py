"""Numbers with what they count."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from firsthand.annotate.counted import Counted
from firsthand.annotate.counted_again import CountedAgain, Found
from firsthand.annotate.counted_levels import verb_of
from firsthand.annotate.counted_phrase import CountedPhrase
from firsthand.annotate.counted_tree import Tree
from firsthand.annotate.not_counts import NotCounts, phones_in
from firsthand.annotate.pounds import Pounds
from firsthand.domain import Article, Quantity, Sentence, Span, Token, When
from firsthand.tables.counting import counting
from firsthand.text.amount_words import amount_words
from firsthand.text.amounts import Amount, amounts_in

__all__ = ["quantities"]

_PREPOSITIONAL = frozenset(
    {
        "preside",
        "talk",
        "speak",
        "fly",
        "argue",
        "worry",
        "ask",
        "know",
        "hear",
        "rule",
        "fight",
        "travel",
    }
)
_WORDS_OF_PLACE = frozenset({"over", "under", "below", "above", "about", "around", "within"})
_SOFT = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")
"""Marks within a word that are not seen."""

_CUT_SHORT = re.compile(r"(?<![suia])s$")


def quantities(
    article: Article,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    times: Sequence[When] = (),
) -> tuple[Quantity, ...]:
    """Quantities of an article with what they count, in reading order, not overlapping.

    Left out: what is a time (`times`), ordinals, ages, telephone numbers, scores, numbers that
    are part of a name or label ("Article 5"), and "one" where it counts nothing. `noun` is None
    where the text leaves it unsaid ("killed at least 12").
    """
    finder = _Finder(article.text, tokens)
    dated = sorted(when.span for when in times)
    found: list[Quantity] = []
    for sentence in sentences:
        span = sentence.span
        first, last = (bisect_left(dated, Span(at, at + 1)) for at in (span.start, span.end))
        taken = [*dated[first:last], *phones_in(article.text, span.start, span.end)]
        here: list[Found] = []
        for amount in amounts_in(article.text, span.start, span.end):
            if any(
                amount.number.overlaps(other) and not (amount.fraction and amount.span == other)
                for other in taken
            ):
                continue
            one = finder.found(finder.pointed(amount, sentence, here), sentence, here)
            if one is not None:
                here.append(one)
        found += (finder.quantity(one, sentence) for one in here)
    return tuple(found)


class _Finder:
    """The parse around amounts."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._starts = [token.start for token in tokens]
        self._tree = Tree.of(text, tokens)
        self._counted = Counted(self._tree)
        self._again = CountedAgain(self._tree, self._counted)
        self._pounds = Pounds.of(self._tree)
        self._not = NotCounts.of(self._tree)
        self._phrase = CountedPhrase(self._tree)

    def found(self, amount: Amount, sentence: Sentence, before: Sequence[Found]) -> Found | None:
        """The amount with its noun, or None when it is no quantity."""
        numbers, inside = self._inside(amount.number), self._inside(amount.span)
        if amount.shared_unit is not None:
            inside += self._inside(amount.shared_unit)
        if not numbers or self._not.certain(amount, numbers, sentence.first):
            return None
        amount = self._pounds.priced(amount, inside or numbers, sentence.first, sentence.last)
        noun, closed = self._counted.noun(
            inside or numbers,
            first=sentence.first,
            last=sentence.last,
            unit=amount.unit,
            share=amount.fraction and bool(before),
        )
        if amount.kind is not None:
            noun = self._inside(amount.kind)[0]
        taken = None
        if noun is None and not closed and before:
            taken = self._again.noun(amount, inside or numbers, before)
        if taken is None and self._not.counts_nothing(amount, numbers, noun, sentence.span):
            return None
        amount = self._bounded(self._without_preposition(amount, noun), numbers)
        return Found(
            amount=amount,
            noun=taken if noun is None else noun,
            own=noun is not None,
            part=self._again.is_part(inside or numbers, noun, before),
        )

    def pointed(self, amount: Amount, sentence: Sentence, before: Sequence[Found]) -> Amount:
        """With "points" as its unit where a poll or an index is told; else they are counted."""
        if amount.unit is not None or amount.fraction:
            return amount
        after = bisect_left(self._starts, amount.number.end)
        if after >= sentence.last or self._tree.word(after) not in {"point", "points"}:
            return amount
        if self._text[amount.number.end : self._tokens[after].start].strip():
            return amount
        words = {self._tree.word(one) for one in range(sentence.first, sentence.last)}
        poll = bool(words & counting().poll_words) or any(one.amount.unit == "%" for one in before)
        index = bool(words & counting().prices)
        if not (poll or index):
            return amount
        end = max(amount.span.end, self._tokens[after].end)
        unit = "point" if index else "percentage point"
        return replace(amount, span=Span(amount.span.start, end), unit=unit)

    def quantity(self, one: Found, sentence: Sentence) -> Quantity:
        """The quantity of an amount."""
        amount, noun = one.amount, one.noun
        after = bisect_left(self._starts, amount.span.end)
        return Quantity(
            span=amount.span,
            low=amount.low,
            high=amount.high,
            approximator=amount.approximator,
            unit=amount.unit,
            noun=self._lemma(noun) if noun is not None else None,
            noun_span=None
            if noun is None
            else self._phrase.span(noun, after=after, last=sentence.last),
        )

    def _lemma(self, noun: int) -> str:
        """Lemma in lower case, a hyphenated word whole.

        The parser leaves the plural of a name as it is ("Americans") and cuts "doses" to "dos".
        """
        token = self._tokens[noun]
        lemma, word = _SOFT.sub("", token.lemma.lower()), self._tree.word(noun)
        if token.tag == "NNPS":
            lemma = lemma.removesuffix("s")
        elif token.tag == "NNS" and word == lemma + "es" and _CUT_SHORT.search(lemma):
            lemma = word[:-1]
        first = noun
        while first >= 2 and self._tree.word(first - 1) == "-" and self._is_part(first):
            first -= 2
            lemma = f"{self._tree.word(first)}-{lemma}"
        return lemma

    def _is_part(self, number: int) -> bool:
        """Whether a hyphen joins a token to a word before it, with no blank between."""
        before, mark, token = (
            self._tokens[number - 2],
            self._tokens[number - 1],
            self._tokens[number],
        )
        return (
            before.end == mark.start
            and mark.end == token.start
            and before.pos in {"NOUN", "ADJ", "X"}
        )

    def _bounded(self, amount: Amount, numbers: Sequence[int]) -> Amount:
        """With the bound that its verb tells ("claims topped 300")."""
        inside = self._inside(amount.span) or list(numbers)
        ahead = inside[0] - 1
        bounds = amount_words().verbs
        if amount.approximator is None and ahead > 0:
            told = verb_of(self._tree.word(ahead), frozenset(bounds))
            if told is not None:
                return replace(amount, approximator=bounds[told])
        if self._tree.word(ahead) in {"a", "an", "the", "its", "their", "this"}:
            return amount
        at = numbers[-1]
        for _ in range(4):
            token = self._tokens[at]
            if token.head == at or token.dep not in {
                "dobj",
                "nummod",
                "compound",
                "quantmod",
                "conj",
                "npadvmod",
            }:
                return amount
            at = token.head
            if self._tokens[at].pos == "VERB":
                bound = bounds.get(self._tokens[at].lemma.lower())
                if bound is None or amount.approximator is not None or token.dep == "conj":
                    return amount
                return replace(amount, approximator=bound)
        return amount

    def _without_preposition(self, amount: Amount, noun: int | None) -> Amount:
        """Without an approximator that is a preposition here ("presided over two meetings")."""
        first = bisect_left(self._starts, amount.span.start)
        if amount.approximator is None or first >= len(self._tokens):
            return amount
        token = self._tokens[first]
        word = self._text[token.start : token.end].lower()
        head = self._tokens[token.head]
        if word not in _WORDS_OF_PLACE or token.dep != "prep":
            return amount
        area = noun is not None and self._tokens[noun].lemma.lower() in counting().areas
        if not area and (head.pos != "VERB" or head.lemma not in _PREPOSITIONAL):
            return amount
        begin = amount.span.start + len(word)
        begin += len(self._text[begin : amount.number.start]) - len(
            self._text[begin : amount.number.start].lstrip()
        )
        return replace(amount, span=Span(begin, amount.span.end), approximator=None)

    def _inside(self, span: Span) -> list[int]:
        first = bisect_left(self._starts, span.start)
        if first and self._tokens[first - 1].end > span.start:
            first -= 1
        return list(range(first, bisect_left(self._starts, span.end)))
