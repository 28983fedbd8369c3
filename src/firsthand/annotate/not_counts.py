"""Which numbers count nothing: ages, labels, results, names, telephone numbers, manners of speaking."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from firsthand.annotate.counted_tree import Tree
from firsthand.annotate.results_of_games import Games
from firsthand.domain import Span
from firsthand.tables.counting import counting
from firsthand.text.amounts import Amount
from firsthand.text.counted_nouns import is_person

__all__ = ["NotCounts"]

_NAMES = frozenset({"PRODUCT", "ORG", "PERSON", "LAW", "FAC", "EVENT", "GPE", "LOC", "WORK_OF_ART"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_AGE_AFTER = re.compile(
    r"(?:[-\s]years?|[-\s]months?)?[-\s]olds?\b|\s+years?\s+of\s+age", re.IGNORECASE
)
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages|aged\s+between|turn(?:s|ed|ing)?)\s+$", re.IGNORECASE)
_NOT_ONE = re.compile(
    r"\b(?:no|any|every|each|this|that|the(?:\s+\w+)?|at|another|as|which)\s+$", re.IGNORECASE
)
_YEAR_BEFORE = re.compile(r"\b(?:19|20)\d\d,?\s+(?:and|or)\s+$")
_APPOSED = re.compile(r"\s*[,.;)]")
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
    r"eastern|western|upper|lower|early|late|each|either|time|a|the|\w+[-‑])\s*$",
    re.IGNORECASE,
)
_HALF_AFTER = re.compile(r"[-‑]\w|\s*(?:time|year|hour|term|an?\s+hour|brother|sister|mast)\b")
_HALF_OPEN = re.compile(
    r"\s+(?:of\b|the\b|its\b|their\b|his\b|her\b|our\b|as\b|were\b|was\b|are\b|is\b|next\b|up\b|in\b)"
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
_MOST_LISTED = 8
_TWICE = re.compile(r"(\w+)[-–](\1)", re.IGNORECASE)
"""The same number twice says a proportion: "fifty-fifty"."""

_AROUND = 32
"""Characters on either side of a number in which a manner of speaking may stand."""

_LONG_WORD = 4
_MOST_CAPITALS = 0.8
"""Share of a headline's long words that may have a capital for a capital to mean a name."""

_OLDEST = 110
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

    def certain(self, amount: Amount, numbers: Sequence[int], first: int) -> bool:
        """Whether the words alone tell that it counts nothing, whatever stands beside it."""
        text, span = self.tree.text, amount.number
        before = text[max(0, span.start - 48) : span.start]
        after = text[span.end : span.end + 48]
        written = span.of(text)
        plain = amount.unit is None and not amount.fraction
        checks = (
            _AGE_AFTER.match(after) or _AGE_BEFORE.search(before),
            amount.span.start == span.start and _LABEL_BEFORE.search(before),
            self._is_one(amount, numbers, before, after),
            amount.fraction and self._is_no_share(written, before, after, numbers),
            plain and _YEAR.fullmatch(written) and self._is_year(numbers, before),
            plain and _CLOCK.fullmatch(written),
            plain and self._is_joined(after),
            plain and _TIMES.match(after),
            plain and (_VERSUS.match(after) or _VERSUS_BEFORE.search(before)),
            plain and amount.low < 100 and written == written.lower() and _SCORED.match(after),
            plain and _CAPITALS.match(after) and written[0].isdigit(),
            plain and _CALL.search(before) and amount.low >= 100,
            (plain or amount.fraction) and self._is_idiom(span),
            _COORDINATE.match(after),
            plain and self._is_age_of(numbers, amount),
            plain and self._is_brand(amount, numbers, first),
            plain and _THE_CLOCK.search(before) and _HOURS.fullmatch(written),
            plain and written.isdigit() and _ADDRESS.match(after),
            plain and written.lower() == "zero" and not self._is_counted_zero(numbers),
            plain and self._is_capital(numbers, first),
            plain and self._is_clock(amount, numbers),
            _TWICE.fullmatch(written),
            self._is_age_bound(amount, numbers),
            self.games.is_race(amount),
            plain and self._is_named(amount, numbers),
            plain and self._is_label(numbers, first),
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
            owner = tree.below(noun, "poss")
            named = any(tree.tokens[one].pos == "PROPN" for one in owner)
            return amount.unit is None and named and lemma in words.scored_by_names
        if amount.unit is not None or amount.fraction:
            return False
        written = amount.number.of(tree.text).lower()
        if written in {"one", "a"} and not self._is_counted_one(numbers):
            return True
        return (
            (re.search(r"\b[Aa]n?\s$", tree.text[max(0, amount.span.start - 3) : amount.span.start]) and written.isdigit())
            or self._hangs_before(numbers)
            or self._is_age(amount, numbers)
            or self._is_at(amount, numbers)
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

    def _is_capital(self, numbers: Sequence[int], first: int) -> bool:
        """Whether a number word has a capital inside a sentence: a name ("Storm Nine").

        Not where most words have one, as in some headlines.
        """
        tree, number = self.tree, numbers[0]
        token = tree.tokens[number]
        if number <= first or not tree.text[token.start].isupper():
            return False
        before = tree.word(number - 1)
        if not before[-1:].isalpha() and not before[-1:].isdigit():
            return False
        around = range(max(first, number - 8), min(len(tree.tokens), number + 9))
        long = [one for one in around if len(tree.word(one)) >= _LONG_WORD and one != number]
        capitals = sum(tree.text[tree.tokens[one].start].isupper() for one in long)
        return capitals <= _MOST_CAPITALS * len(long)

    def _is_clock(self, amount: Amount, numbers: Sequence[int]) -> bool:
        """Whether a small number is an hour ("the till closes at six")."""
        tree, last = self.tree, numbers[-1]
        hour = amount.low == amount.high and amount.low in range(1, 13)
        if not hour or tree.word(numbers[0] - 1) not in counting().clock_words:
            return False
        after = tree.tokens[last + 1].pos if last + 1 < len(tree.tokens) else "PUNCT"
        if after in {"NOUN", "PROPN", "ADJ", "NUM", "SYM"} or tree.word(last + 1) in {"of", "%"}:
            return False
        at = tree.tokens[tree.tokens[numbers[0]].head].head
        spelled = amount.number.of(tree.text).isalpha()
        return spelled and tree.tokens[at].lemma.lower() in counting().clock_verbs

    def _is_age_bound(self, amount: Amount, numbers: Sequence[int]) -> bool:
        """Whether a bound behind a word for people is one of age ("children under five")."""
        if amount.unit is not None or amount.fraction or amount.high > _OLDEST:
            return False
        tree = self.tree
        start = numbers[0] - 1
        if tree.word(start) not in counting().age_bounds:
            return False
        following = tree.tokens[numbers[-1] + 1] if numbers[-1] + 1 < len(tree.tokens) else None
        if following is not None and following.pos in {"NOUN", "PROPN", "SYM"}:
            return False
        before = start - 1
        while before > 0 and tree.word(before) in {"aged", "are", "were", "is", "was", "well", "just", "all", "still"}:
            before -= 1
        people = counting().people
        return tree.word(before) in people or tree.tokens[before].lemma.lower() in people

    def _is_one(self, amount: Amount, numbers: Sequence[int], before: str, after: str) -> bool:
        """Whether "one" is a pronoun or an article ("the one", "one of the")."""
        if amount.number.of(self.tree.text).lower() != "one" or amount.approximator is not None:
            return False
        if _NOT_ONE.search(before) or re.match(r"\s+(?:of\s+the|of\s+its|of\s+his|day)\b", after):
            return True
        token = self.tree.tokens[numbers[0]]
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

    def _is_named(self, amount: Amount, numbers: Sequence[int]) -> bool:
        """Whether it is part of a name or a date as the recogniser sees it."""
        labels = {self.tree.tokens[number].entity for number in numbers}
        if labels & _NAMES:
            return True
        if "DATE" in labels:
            return amount.low < 130 or 1000 <= amount.low <= 2100
        before = self.tree.word(numbers[0] - 1)
        return "ORDINAL" in labels or (before == "big" and amount.low < 10)

    def _is_label(self, numbers: Sequence[int], first: int) -> bool:
        """Whether the number is the name of what stands before it ("type 2", "Category 4")."""
        tree, before = self.tree, numbers[0] - 1
        if before < first:
            return False
        if self._is_listed(numbers, first):
            return True
        if len(numbers) > 1:
            return False
        figure = tree.word(numbers[0])
        token = tree.tokens[before]
        word = tree.word(before).rstrip(".")
        singular = token.tag != "NNS" and word in counting().labels
        follows = tree.word(numbers[0] + 1) in counting().labels - {"level", "point"}
        behind = tree.tokens[numbers[-1] + 1] if numbers[-1] + 1 < len(tree.tokens) else None
        if behind is not None and behind.tag != "NNS" and figure[:1].isdigit():
            named = tree.text[behind.start].isupper() and tree.word(numbers[-1] + 1) in counting().labelled
            if named:
                return True
        block = follows and tree.word(numbers[0] + 1) == "block" and tree.word(before) == "the"
        if singular and not figure[:1].isdigit():
            follower = behind is not None and behind.pos in {"NOUN", "PROPN", "ADJ", "NUM"}
            return not follower and tree.tokens[before].tag in {"NN", "NNP"}
        return singular or block

    def _is_listed(self, numbers: Sequence[int], first: int) -> bool:
        """Whether figures follow a label in the plural or one of its figures ("pages 12 and 15")."""
        tree, at = self.tree, numbers[0] - 1
        if not tree.word(numbers[0])[:1].isdigit():
            return False
        after = numbers[-1] + 1
        if after < len(tree.tokens) and tree.tokens[after].pos in {"NOUN", "PROPN", "ADJ"}:
            return False
        for _ in range(_MOST_LISTED):
            word = tree.word(at)
            if at < first:
                return False
            if word[:1].isdigit() or word in {"and", "or", "to", ",", "-", "–", "through", "&", "between", "from"}:
                at -= 1
                continue
            return tree.tokens[at].tag in {"NNS", "NNPS"} and word.removesuffix("s") in counting().labels
        return False

    def _is_brand(self, amount: Amount, numbers: Sequence[int], first: int) -> bool:
        """Whether a bare figure belongs to a name before or behind it.

        "Windows 10 support", "the Fortune 500", "Boeing's 787 Dreamliner"; not "gave Ukraine 12
        tanks", "in Kabul 12 died".
        """
        tree, number = self.tree, numbers[0]
        written = amount.number.of(tree.text)
        if not written.isdigit() or amount.approximator is not None or number <= first:
            return False
        before, tokens = number - 1, tree.tokens
        behind = tokens[numbers[-1] + 1] if numbers[-1] + 1 < len(tokens) else None
        if behind is not None and behind.tag == "NNP" and tree.text[behind.start].isupper():
            chain = numbers[-1] + 2
            ends = chain >= len(tokens) or tokens[chain].pos not in {"NOUN", "PROPN"}
            if ends and (tree.word(before) in {"'s", "’s", "a", "an"} or tokens[before].pos == "PROPN"):
                return True
        if tree.word(before) in counting().works and behind is not None:
            return tree.text[behind.start].isupper()
        token = tokens[before]
        name = token.tag == "NNP" and tree.text[token.start].isupper() and token.end + 1 == tokens[number].start
        if not name or token.entity in {"DATE", "TIME"}:
            return False
        start = before
        while start > first and tokens[start - 1].tag == "NNP":
            start -= 1
        if start == first:
            return True
        plural = behind is not None and behind.tag in {"NNS", "NNPS"}
        return tokens[start - 1].tag in {"DT", "PRP$"} and not plural

    def _is_age_of(self, numbers: Sequence[int], amount: Amount) -> bool:
        """Whether a bare number beside a word for a person is an age.

        "Her son, four,", "a boy of seven", "both girls are 16", "the twins, both 9,".
        """
        tree, number = self.tree, numbers[0]
        tokens = tree.tokens
        whole = amount.low == amount.high and amount.low == int(amount.low)
        if not whole or amount.high > _OLDEST or amount.approximator is not None:
            return False
        if not _APPOSED.match(tree.text, amount.number.end) and numbers[-1] + 1 < len(tokens):
            following = tokens[numbers[-1] + 1]
            if following.pos in {"NOUN", "PROPN", "ADJ", "NUM", "SYM", "ADP"}:
                return False
        at = number - 1
        while at > 0 and tree.word(at) in {"both", "also", "now", "then", "just", "only", "all", "then", "aged"}:
            at -= 1
        if at < 1:
            return False
        mark = tree.word(at)
        if mark in {",", "("}:
            closed = _APPOSED.match(tree.text, amount.number.end)
            return bool(closed) and self._is_human(at - 1)
        if mark == "of" and tokens[at - 1].tag == "NN":
            if tree.word(at - 1) in counting().bodies:
                return False
            return self._is_human(at - 1) and tree.word(at - 2) in {"a", "an", "the", "young", "old"}
        if tokens[at].lemma == "be":
            subjects = tree.below(at, "nsubj")
            return bool(subjects) and (self._is_human(subjects[0]) or tree.word(subjects[0]) in {"he", "she"})
        return False

    def _is_human(self, number: int) -> bool:
        """Whether a token is a noun for persons in the singular or a name of one."""
        token = self.tree.tokens[number]
        return token.entity == "PERSON" or (token.pos == "NOUN" and is_person(token.lemma))

    def _hangs_before(self, numbers: Sequence[int]) -> bool:
        """Whether the number hangs on a noun before it ("Room 12")."""
        token = self.tree.tokens[numbers[0]]
        head = self.tree.tokens[token.head]
        following = self.tree.tokens[numbers[-1] + 1 : numbers[-1] + 2]
        clause = bool(following) and following[0].pos in {"AUX", "VERB"} and head.dep == "pobj"
        if clause and head.pos == "NOUN":  # "by nightfall 16 had been dug out"
            return False
        before = token.head < numbers[0] and head.pos in _NOUNS
        between = self.tree.text[head.end : token.start].strip()
        return before and token.dep in {"nummod", "appos"} and not between

    def _is_age(self, amount: Amount, numbers: Sequence[int]) -> bool:
        """Whether a bare number stands between commas or brackets after a name ("Marek, 44,")."""
        tree, first = self.tree, numbers[0]
        opened = first >= 2 and tree.text[tree.tokens[first - 1].start] in ",("
        named = first >= 2 and tree.tokens[first - 2].pos in {"PROPN", "NOUN", "PRON"}
        closed = _APPOSED.match(tree.text, amount.number.end)
        return opened and named and bool(closed) and amount.low < 130

    def _is_at(self, amount: Amount, numbers: Sequence[int]) -> bool:
        """Whether a bare number after "at" is an age ("published her first story at 14")."""
        tree, before = self.tree, numbers[0] - 1
        clock = amount.number.of(tree.text).isalpha() and amount.low in range(1, 13)
        if tree.word(before) == "at" and clock and amount.approximator is None:
            return True
        if tree.word(before) != "at" or amount.approximator is not None or amount.low >= 110:
            return False
        verb = tree.tokens[tree.tokens[before].head]
        return verb.lemma.lower() not in counting().at_verbs
