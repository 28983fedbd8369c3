"""Numbers with what they count."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from firsthand.domain import Article, Quantity, Sentence, Span, Token, When
from firsthand.text.amounts import Amount, amounts_in

__all__ = ["quantities"]

_NAMES = frozenset({"PRODUCT", "ORG", "PERSON", "LAW", "FAC", "EVENT", "GPE", "LOC", "WORK_OF_ART"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_AGE_AFTER = re.compile(
    r"(?:[-\s]years?|[-\s]months?)?[-\s]olds?\b|\s+years?\s+of\s+age", re.IGNORECASE
)
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages|aged\s+between)\s+$", re.IGNORECASE)
_NOT_ONE = re.compile(
    r"\b(?:no|any|every|each|some|this|that|the(?:\s+\w+)?|at|another)\s+$", re.IGNORECASE
)
_YEAR_BEFORE = re.compile(r"\b(?:19|20)\d\d,?\s+(?:and|or)\s+$")
_APPOSED = re.compile(r"\s*[,.;)]")
_LABEL_BEFORE = re.compile(r"(?:[\w]-|#|№|\bNos?\.\s*|[@/:]|\d[.,]|[A-Za-z])$")
_PHONE = re.compile(r"(?:\+|\b00|\()?\d[\d()\s.-]{6,}\d")
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
_RESTRICTIONS = frozenset({"acl", "prep", "relcl", "amod", "advmod"})
_COUNTING = frozenset({"nummod", "quantmod", "compound", "amod", "advmod"})
_AT_MOST = 14
"""Tokens of a counted noun phrase at most: a restriction longer than that is a clause of its own."""


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
        taken = dated[first:last]
        phones = [
            Span(*match.span())
            for match in _PHONE.finditer(article.text, span.start, span.end)
            if _is_phone(match.group())
        ]
        for amount in amounts_in(article.text, span.start, span.end):
            if any(amount.number.overlaps(other) for other in [*taken, *phones]):
                continue
            quantity = finder.quantity(amount, sentence)
            if quantity is not None:
                found.append(quantity)
    return tuple(found)


def _is_phone(written: str) -> bool:
    groups = re.findall(r"\d+", written)
    return len(groups) >= 3 and sum(map(len, groups)) >= 7 and "," not in written


class _Finder:
    """The parse around amounts."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._starts = [token.start for token in tokens]
        self._children: dict[int, list[int]] = {}
        for number, token in enumerate(tokens):
            if token.head != number:
                self._children.setdefault(token.head, []).append(number)

    def quantity(self, amount: Amount, sentence: Sentence) -> Quantity | None:
        """The quantity of an amount, or None when it is none."""
        text = self._text
        numbers = self._inside(amount.number)
        if not numbers or self._is_other(amount, numbers):
            return None
        noun = self._counted(amount, numbers, sentence)
        written = amount.number.of(text).lower()
        if noun is None and amount.unit is None:
            small = amount.high <= 1 or written in {"one", "a"}
            if small or self._is_label(numbers) or self._is_age(amount, numbers):
                return None
            if re.fullmatch(r"\d{1,2}\s*[-–]\s*\d{1,2}", written):
                return None
        amount = self._without_preposition(amount)
        return Quantity(
            span=amount.span,
            low=amount.low,
            high=amount.high,
            approximator=amount.approximator,
            unit=amount.unit,
            noun=self._lemma(noun) if noun is not None else None,
            noun_span=self._phrase(noun, amount, sentence) if noun is not None else None,
        )

    def _lemma(self, noun: int) -> str:
        """Lemma in lower case; the parser leaves the plural of a name as it is ("Americans")."""
        token = self._tokens[noun]
        lemma = token.lemma.lower()
        return lemma.removesuffix("s") if token.tag == "NNPS" else lemma

    def _without_preposition(self, amount: Amount) -> Amount:
        """Without an approximator that is a preposition here ("presided over two meetings")."""
        first = bisect_left(self._starts, amount.span.start)
        if amount.approximator is None or first >= len(self._tokens):
            return amount
        token = self._tokens[first]
        word = self._text[token.start : token.end].lower()
        head = self._tokens[token.head]
        if word not in {"over", "under", "below", "about", "around"} or token.dep != "prep":
            return amount
        if head.pos != "VERB" or head.lemma not in _PREPOSITIONAL:
            return amount
        begin = amount.span.start + len(word)
        begin += len(self._text[begin : amount.number.start]) - len(
            self._text[begin : amount.number.start].lstrip()
        )
        return replace(amount, span=Span(begin, amount.span.end), approximator=None)

    def _inside(self, span: Span) -> list[int]:
        first = bisect_left(self._starts, span.start)
        return list(range(first, bisect_left(self._starts, span.end)))

    def _is_other(self, amount: Amount, numbers: list[int]) -> bool:
        """Whether the number is an age, a date's, a name's or a label's."""
        text, span = self._text, amount.number
        before = text[max(0, span.start - 16) : span.start]
        after = text[span.end : span.end + 24]
        if _AGE_AFTER.match(after) or _AGE_BEFORE.search(before):
            return True
        if amount.span.start == span.start and _LABEL_BEFORE.search(before):
            return True
        written = amount.number.of(text)
        if written.lower() == "one" and amount.approximator is None:
            no_count = _NOT_ONE.search(before) or re.match(r"\s+of\b", after)
            if no_count or self._tokens[numbers[0]].dep != "nummod":
                return True
        if re.fullmatch(r"(?:19|20)\d\d", written) and _YEAR_BEFORE.search(before):
            return True
        labels = {self._tokens[number].entity for number in numbers}
        if labels & _NAMES and amount.unit is None:
            return True
        if "DATE" in labels and amount.unit is None:
            return amount.low < 130 or 1000 <= amount.low <= 2100
        return "ORDINAL" in labels

    def _is_label(self, numbers: list[int]) -> bool:
        """Whether the number hangs on a noun before it ("Article 5", "Room 12")."""
        token = self._tokens[numbers[0]]
        head = self._tokens[token.head]
        return token.head < numbers[0] and head.pos in _NOUNS and token.dep in {"nummod", "appos"}

    def _is_age(self, amount: Amount, numbers: list[int]) -> bool:
        """Whether a bare number stands between commas or brackets after a name ("Marek, 44,")."""
        first = numbers[0]
        opened = first >= 2 and self._text[self._tokens[first - 1].start] in ",("
        named = first >= 2 and self._tokens[first - 2].pos in {"PROPN", "NOUN", "PRON"}
        closed = _APPOSED.match(self._text, amount.number.end)
        return opened and named and bool(closed) and amount.low < 130

    def _counted(self, amount: Amount, numbers: list[int], sentence: Sentence) -> int | None:
        """Number of the token that names what is counted."""
        inside = set(numbers) | set(self._inside(amount.span))
        last = max(inside)
        if amount.unit is not None or self._tokens[numbers[-1]].pos == "NOUN":
            return self._of(inside, sentence)
        for number in reversed(numbers):
            token = self._tokens[number]
            head = token.head
            while head in inside and self._tokens[head].head != head:
                head = self._tokens[head].head
            counts = self._tokens[number].dep in _COUNTING
            named = self._tokens[head].pos in _NOUNS | {"ADJ"}
            if counts and named and head not in inside and head > last:
                return head
        found = self._of(inside, sentence)
        if found is not None:
            return found
        return self._next_noun(last, sentence)

    def _of(self, inside: set[int], sentence: Sentence) -> int | None:
        """The noun after "of" ("dozens of people", "10 percent of voters", "$5 million in aid")."""
        for number in sorted(inside):
            for child in self._children.get(number, ()):
                if child in inside or child <= max(inside):
                    continue
                token = self._tokens[child]
                if token.dep == "prep" and token.lemma in {"of", "in"} and child <= max(inside) + 1:
                    for grandchild in self._children.get(child, ()):
                        if self._tokens[grandchild].dep == "pobj" and grandchild < sentence.last:
                            return grandchild if self._tokens[grandchild].pos in _NOUNS else None
        return None

    def _next_noun(self, last: int, sentence: Sentence) -> int | None:
        """The head of the noun phrase that follows directly, where the parse lost the link."""
        number = last + 1
        found = None
        while number < sentence.last and self._tokens[number].pos in _NOUNS | {"ADJ"}:
            if self._tokens[number].pos in _NOUNS:
                found = number
            number += 1
        return found

    def _phrase(self, noun: int, amount: Amount, sentence: Sentence) -> Span:
        """The counted noun with the modifiers that say which ones are counted."""
        after = bisect_left(self._starts, amount.span.end)
        first = noun
        for child in self._children.get(noun, ()):
            if after <= child < first and self._tokens[child].dep in {
                "amod",
                "compound",
                "nmod",
                "poss",
            }:
                first = max(after, min(child, self._edge(child, leftmost=True)))
        last = noun
        for child in sorted(self._children.get(noun, ())):
            if child < noun or child >= sentence.last:
                continue
            if self._tokens[child].dep not in _RESTRICTIONS or self._breaks(last, child):
                break
            edge = self._edge(child, leftmost=False)
            if edge - first >= _AT_MOST:
                break
            last = max(last, edge)
        return Span(self._tokens[first].start, self._tokens[last].end)

    def _breaks(self, last: int, child: int) -> bool:
        """Whether a comma, dash or quotation mark divides a modifier from its noun."""
        between = self._text[self._tokens[last].end : self._tokens[child].start]
        return bool(between.strip()) and any(mark in between for mark in ',;:–—"“”(')

    def _edge(self, number: int, *, leftmost: bool) -> int:
        """The first or last token below a token, punctuation at the end left out."""
        todo, found = [number], number
        seen: set[int] = set()
        while todo:
            one = todo.pop()
            if one in seen:
                continue
            seen.add(one)
            if self._tokens[one].pos != "PUNCT":
                found = min(found, one) if leftmost else max(found, one)
            todo.extend(self._children.get(one, ()))
        return found
