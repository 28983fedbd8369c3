"""Which numbers count nothing: ages, labels, results, names, telephone numbers, manners of speaking."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from firsthand.annotate.ages import Ages
from firsthand.annotate.counted_tree import Tree
from firsthand.annotate.numbered_names import NumberedNames
from firsthand.annotate.results_of_games import Games
from firsthand.domain import Span
from firsthand.tables.counting import counting
from firsthand.text.amount_changes import tells_change
from firsthand.text.amounts import Amount

__all__ = ["NotCounts"]

_AGE_AFTER = re.compile(
    r"(?:[-\s]years?|[-\s]months?)?[-\s]olds?\b|\s+years?\s+of\s+age", re.IGNORECASE
)
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages|aged\s+between|turn(?:s|ed|ing)?)\s+$", re.IGNORECASE)
_NOT_ONE = re.compile(
    r"\b(?:no|any|every|each|this|that|the(?:\s+\w+)?|at|another|as|which)\s+$", re.IGNORECASE
)
_YEAR_BEFORE = re.compile(r"\b(?:19|20)\d\d,?\s+(?:and|or)\s+$")
_LABEL_BEFORE = re.compile(r"(?:[\w]-|#|№|\bNos?\.\s*|[@/:]|\d[.,]|[A-Za-z])$")
_PHONE = re.compile(r"(?:\+|\b00|\()?\d[\d()\s.-]{6,}\d|\b\d{3}-\d{4}\b")
_CALL = re.compile(r"\b(?:call|ring|dial|phone|text|telephone)\b[^.;]{0,40}$", re.IGNORECASE)
_CLOCK = re.compile(r"[01]\d\.[0-5]\d|2[0-3]\.[0-5]\d")
_YEAR = re.compile(r"(?:1[89]|20|21)\d\d")
_SINCE = re.compile(r"\b(?:by|in|since|until|till|from|before|after|of)\s+$", re.IGNORECASE)
_JOINED = re.compile(r"[-‑]([A-Za-z]+)")
_TIMES = re.compile(r"(?:\s|-)?(?:times|fold|x)\b", re.IGNORECASE)
_SMALL = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_VERSUS = re.compile(rf"\s+(?:over\s+\d|to\s+\d|votes?\s+to\s+{_SMALL}\b)")
_VERSUS_BEFORE = re.compile(
    rf"(?<!from\s)\b{_SMALL}\s+(?:votes?\s+)?(?:over|to)\s+$|\bvotes?\s+to\s+$"
)
_SCORED = re.compile(
    r"\s*[-–]\s*\d{1,3}\b|\s+to\s+(?:one|two|three|four|five|six|seven|eight|nine|\d+)\b"
)
_HALF_BEFORE = re.compile(
    r"\b(?:first|second|latter|other|opening|final|former|better|top|bottom|southern|northern|"
    r"eastern|western|upper|lower|early|late|each|either|time|in|a|the|\w+[-‑])\s*$",
    re.IGNORECASE,
)
_HALF_AFTER = re.compile(r"[-‑]\w|\s*(?:time|year|hour|term|an?\s+hour|brother|sister|mast)\b")
_HALF_OPEN = re.compile(
    r"\s+(?!(?:the|its|their|his|her)\s+(?:size|length|height|width|weight|price|age|speed|distance|area|value)\b)"
    r"(?:of\b|the\b|its\b|their\b|his\b|her\b|our\b|were\b|was\b|are\b|is\b|next\b|up\b|in\b)"
    r"|\s*[.,;)]"
)
_ORDINAL = re.compile(
    r"an?\s+(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$", re.IGNORECASE
)
_CAPITALS = re.compile(r"\s+[A-Z][\w'’]+(?:\s+[A-Z][\w'’]+)*\s*(?:Street|Road|Avenue|Square|Lane|Drive|Way|Place|Boulevard|Terrace|Court|Quay|Row|Close|Hill|Crescent|St|Ave|Rd)\b")  # fmt: skip


_COORDINATE = re.compile(r"\s?°?\s?[NSEW]\b(?!\w)")
_THE_CLOCK = re.compile(r"\b(?:the|at|by|before|after|until|till|from)\s+$", re.IGNORECASE)
_HOURS = re.compile(r"\d\.[0-5]\d")
_ADDRESS = re.compile(
    r",?\s+(?:Rue|Via|Calle|Avenida|Av\.|Plaza|Piazza|Rua|Boulevard|Avenue|Quai|Place|Allée|Chemin)\s"
)
_SHARE_BEFORE = re.compile(
    r"\b(?:by|than|to|about|nearly|almost|over|under|around|some|only|just|least|from|up|down|roughly|below|"
    r"above|for|another|is|are|was|were|most|as|much|fully|approximately|or|at|within)\s+$|[,(]\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+(?:[^.;]{0,40}\s+to\s+)?(?:\w+\s+){0,2}$", re.IGNORECASE)
_OF_TIME = re.compile(
    r"\s+(?:past|to)\s+\w+|\s+of\s+an?\s+(?:hour|century|day|second|minute|year|decade|lifetime)\b"
)
_TWICE = re.compile(r"(\w+)[-–](\1)", re.IGNORECASE)
"""The same number twice says a proportion: "fifty-fifty"."""

_AROUND = 32
"""Characters on either side of a number in which a manner of speaking may stand."""


_SOON = 10
_PAIR = 2
_COMPARED = frozenset({"from", "against", "than", "versus", "to"})


@cache
def _idioms() -> re.Pattern[str]:
    phrases = sorted(counting().idioms, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)


def phones_in(text: str, start: int, end: int) -> list[Span]:
    """Telephone numbers in a stretch of text."""
    return [
        Span(*match.span())
        for match in _PHONE.finditer(text, start, end)
        if _is_phone(match.group())
    ]


def _is_phone(written: str) -> bool:
    groups = re.findall(r"\d+", written)
    digits = sum(map(len, groups))
    local = len(groups) == 2 and [len(group) for group in groups] == [3, 4] and "-" in written
    return (len(groups) >= 3 and digits >= 7 and "," not in written) or local


@dataclass(frozen=True, slots=True)
class NotCounts:
    """Tells the numbers of one article that are no quantities."""

    tree: Tree
    games: Games
    ages: Ages
    names: NumberedNames

    @classmethod
    def of(cls, tree: Tree) -> NotCounts:
        """Look through an article once."""
        return cls(tree, Games.of(tree), Ages(tree), NumberedNames(tree))

    def certain(self, amount: Amount, numbers: Sequence[int], first: int) -> bool:
        """Whether the words alone tell that it counts nothing, whatever stands beside it."""
        text, span = self.tree.text, amount.number
        before = text[max(0, span.start - 48) : span.start]
        after = text[span.end : span.end + 48]
        written = span.of(text)
        plain = amount.unit is None and not amount.fraction
        moved = _FROM.search(before) is not None or tells_change(before)
        checks = (
            _AGE_AFTER.match(after) or _AGE_BEFORE.search(before),
            amount.span.start == span.start and _LABEL_BEFORE.search(before),
            self._is_one(amount, numbers, before, after),
            amount.fraction and self._is_no_share(written, before, after, numbers),
            plain and _YEAR.fullmatch(written) and self._is_year(numbers, before),
            plain and _CLOCK.fullmatch(written),
            plain and self._is_joined(after),
            plain and _TIMES.match(after),
            plain
            and not moved
            and (_VERSUS.match(after) or _VERSUS_BEFORE.search(before)),
            plain and amount.low < 100 and not moved
            and written == written.lower() and _SCORED.match(after),
            amount.fraction and _OF_TIME.match(after),
            plain and _CAPITALS.match(after) and written[0].isdigit(),
            plain and _CALL.search(before) and amount.low >= 100,
            (plain or amount.fraction) and self._is_idiom(span),
            _COORDINATE.match(after),
            plain and self.ages.is_told_of(numbers, amount),
            plain and self.names.is_brand(amount, numbers, first),
            plain and _THE_CLOCK.search(before) and _HOURS.fullmatch(written),
            plain and written.isdigit() and _ADDRESS.match(after),
            plain and written.lower() == "zero" and not self._is_counted_zero(numbers),
            plain and self.names.is_capital(numbers, first),
            plain and self.ages.is_hour(amount, numbers),
            _TWICE.fullmatch(written),
            self.ages.is_bound(amount, numbers),
            self.games.is_race(amount),
            plain and self.names.is_named(amount, numbers),
            plain and self.names.is_label(numbers, first),
        )  # fmt: skip
        return any(checks)

    def counts_nothing(
        self, amount: Amount, numbers: Sequence[int], noun: int | None, sentence: Span
    ) -> bool:
        """Whether the noun found, or its absence, tells that it is no quantity."""
        tree, words = self.tree, counting()
        if self.games.is_result(amount, noun, sentence.start, sentence.end):
            return True
        if noun is not None:
            lemma = tree.tokens[noun].lemma.lower()
            lasting = lemma in words.time_nouns or (lemma == "time" and tree.word(noun) == "times")
            if lasting and amount.unit is None and noun > numbers[-1]:
                return True
            owner = tree.below(noun, "poss")
            named = any(tree.tokens[one].pos == "PROPN" for one in owner)
            return amount.unit is None and named and lemma in words.scored_by_names
        if amount.unit is not None or amount.fraction:
            return False
        written = amount.number.of(tree.text).lower()
        if (
            amount.approximator is None
            and written in {"one", "a"}
            and not self._is_counted_one(numbers)
        ):
            return True
        return (
            (
                re.search(
                    r"\b[Aa]n?\s$", tree.text[max(0, amount.span.start - 3) : amount.span.start]
                )
                and written.isdigit()
            )
            or self.names.hangs_before(numbers)
            or self.ages.is_beside(amount, numbers)
            or self.ages.is_at(amount, numbers)
            or re.fullmatch(r"\d{1,2}\s*[-–]\s*\d{1,2}", written) is not None
        )

    def _is_idiom(self, span: Span) -> bool:
        """Whether the number stands in a manner of speaking ("two steps forward")."""
        start, end = max(0, span.start - _AROUND), span.end + _AROUND
        found = _idioms().finditer(self.tree.text, start, end)
        return any(one.start() < span.end and span.start < one.end() for one in found)

    def _is_counted_zero(self, numbers: Sequence[int]) -> bool:
        """Whether "zero" counts ("zero cases"); else it says what kind ("zero tolerance")."""
        following = numbers[-1] + 1
        tokens = self.tree.tokens
        return following < len(tokens) and tokens[following].tag == "NNS"

    def _is_one(self, amount: Amount, numbers: Sequence[int], before: str, after: str) -> bool:
        """Whether "one" is a pronoun or an article ("the one", "one of the")."""
        if amount.number.of(self.tree.text).lower() != "one" or amount.approximator is not None:
            return False
        if _NOT_ONE.search(before) or re.match(r"\s+(?:of\s+the|of\s+its|of\s+his|day)\b", after):
            return True
        token = self.tree.tokens[numbers[0]]
        following = self.tree.tokens[numbers[0] + 1 : numbers[0] + 2]
        if following and following[0].tag == "NN":
            return False
        return token.dep not in {"nummod", "compound", "amod"} and not self._is_counted_one(numbers)

    def _is_counted_one(self, numbers: Sequence[int]) -> bool:
        """Whether a bare "one" is told beside other numbers ("three died, one of them a child")."""
        tree, number = self.tree, numbers[0]
        of_them = tree.word(number + 1) == "of" and tree.word(number + 2) in {
            "them",
            "whom",
            "which",
        }
        sentence = range(max(0, number - 30), number)
        counted = any(tree.tokens[one].pos == "NUM" and tree.word(one) != "one" for one in sentence)
        later = range(number + 1, min(len(tree.tokens), number + _SOON))
        if tree.tokens[number].dep in {"nsubj", "nsubjpass"}:
            counted = counted or any(
                tree.tokens[one].pos == "NUM" and tree.word(one - 1) in {"and", ",", "but"}
                for one in later
            )
        ratio = tree.tokens[number - 2].pos == "NUM" if number >= _PAIR else False
        if counted and not ratio and tree.word(number - 1) in _COMPARED:
            return True
        return counted and (of_them or tree.tokens[number].dep in {"nsubj", "nsubjpass", "conj"})

    def _is_no_share(self, written: str, before: str, after: str, numbers: Sequence[int]) -> bool:
        """Whether "half" or "a third" is no share here ("the first half", "a third suspect")."""
        if written.lower() == "half":
            if _HALF_AFTER.match(after) or _HALF_BEFORE.search(before):
                return True
            return _HALF_OPEN.match(after) is None
        if not _ORDINAL.fullmatch(written):
            return False
        if re.match(r"[-‑]\w", after):
            return True
        if not re.match(r"\s+of\b", after) and not _SHARE_BEFORE.search(before):
            return True
        following = numbers[-1] + 1
        tokens = self.tree.tokens
        return following < len(tokens) and tokens[following].pos in {"NOUN", "PROPN", "ADJ", "NUM"}

    def _is_year(self, numbers: Sequence[int], before: str) -> bool:
        token = self.tree.tokens[numbers[0]]
        dated = _YEAR_BEFORE.search(before) or _SINCE.search(before)
        return bool(dated) and token.dep != "nummod"

    def _is_joined(self, after: str) -> bool:
        """Whether a hyphen makes a word of it that says how ("two-way", "five-star")."""
        found = _JOINED.match(after)
        return found is not None and found.group(1).lower() in counting().not_counted
