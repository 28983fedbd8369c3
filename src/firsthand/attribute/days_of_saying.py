"""On what day something was said, where the reporting clause itself tells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from firsthand.attribute.tree import Tree
from firsthand.domain import Precision, SaidOnBasis, Span, When

__all__ = ["Clock", "Day", "clock_of"]

_DAYS = frozenset({Precision.MINUTE, Precision.PART, Precision.DAY})
_SPANNING = frozenset(
    {"since", "until", "till", "by", "before", "after", "for", "to", "within", "between", "ahead"}
    | {"through", "over", "throughout", "beyond", "pending", "past", "towards", "toward"}
)
"""Prepositions that lead to a bound or stretch of time, not to the day of the clause."""

_MONTHS = frozenset({"in", "during"})
_FULL = len("2024-10-31")


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The day, month or year of an utterance."""

    value: str
    """ISO 8601."""

    basis: SaidOnBasis
    span: Span
    """The time expression."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The time expressions of an article, to be asked by token."""

    tree: Tree
    times: tuple[When, ...]
    """By place."""

    starts: tuple[int, ...]
    """Where each begins, in code points."""

    published: str | None = None
    """ISO 8601; nothing was said later than that, where it is known."""

    def day_of(self, words: Iterable[int], anchor: int) -> Day | None:
        """The day that a reporting clause tells; None where it tells none.

        Args:
            words: Tokens of the clause, without what is reported and without what only says who
                the speaker is.
            anchor: The reporting word; of several days the one nearest to it counts.
        """
        found = []
        for when, held in self._within(words):
            value = _value(self.tree, when, held)
            if value is not None and not self._too_late(value):
                apart = min(abs(at - anchor) for at in held)
                found.append((apart, held[0], value, when))
        if not found:
            return None
        _, _, value, when = min(found, key=lambda each: each[:2])
        basis = SaidOnBasis.INFERRED if when.anchored else SaidOnBasis.STATED
        return Day(value=value, basis=basis, span=when.span)

    def _too_late(self, value: str) -> bool:
        """Whether a day, month or year begins after the article came out, by more than a time zone."""
        if self.published is None or len(self.published) < _FULL:
            return False
        last = date.fromisoformat(self.published[:10]) + timedelta(days=1)
        return value > last.isoformat()[: len(value)]

    def tells_a_time(self, words: Iterable[int]) -> bool:
        """Whether a date or time of day, resolved or not, stands among `words`; no "recently"."""
        return any(
            when.kind in {"DATE", "TIME"} and not (when.value or "").endswith("_REF")
            for when, _ in self._within(words)
        )

    def _within(self, words: Iterable[int]) -> list[tuple[When, list[int]]]:
        """Time expressions whose tokens all stand among `words`, with those tokens."""
        inside = sorted(set(words))
        if not inside:
            return []
        found: dict[int, list[int]] = {}
        for at in inside:
            start = self.tree.tokens[at].start
            number = bisect_left(self.starts, start + 1) - 1
            if number >= 0 and self.times[number].span.end > start:
                found.setdefault(number, []).append(at)
        return [(self.times[number], held) for number, held in sorted(found.items())]


def clock_of(tree: Tree, times: Iterable[When], published: str | None = None) -> Clock:
    """Put an article's time expressions in order, to be asked by token.

    Args:
        tree: The article's parse.
        times: Its time expressions.
        published: The day it came out, ISO 8601, where it is known in full.
    """
    ordered = tuple(sorted(times, key=lambda when: when.span))
    return Clock(tree, ordered, tuple(when.span.start for when in ordered), published)


def _value(tree: Tree, when: When, held: Sequence[int]) -> str | None:
    """The ISO day, month or year of a time expression that can date an utterance."""
    if when.kind not in {"DATE", "TIME"} or when.earliest is None:
        return None
    before = _before(tree, held[0])
    if before in _SPANNING or _as_of(tree, held[0]) or _is_dateline(tree, when, held):
        return None
    if when.precision is None or when.precision in _DAYS:
        same = when.latest is None or when.earliest[:10] == when.latest[:10]
        return when.earliest[:10] if same else None
    if when.precision is Precision.MONTH and before in _MONTHS and when.value is not None:
        return when.earliest[:7]
    if when.precision is Precision.YEAR and before in _MONTHS:
        return when.earliest[:4]
    return None


def _before(tree: Tree, first: int) -> str:
    """The preposition that leads to a time expression; empty where there is none."""
    token = tree.tokens[first]
    if first and tree.tokens[first - 1].pos in {"ADP", "SCONJ"}:
        return tree.lower(first - 1)
    if token.pos == "ADP":
        return tree.lower(first)
    head = tree.tokens[token.head]
    return tree.lower(token.head) if head.pos == "ADP" and token.head < first else ""


def _as_of(tree: Tree, first: int) -> bool:
    return first > 1 and tree.lower(first - 2) == "as" and tree.lower(first - 1) in {"of", "at"}


def _is_dateline(tree: Tree, when: When, held: Sequence[int]) -> bool:
    """Whether a full date stands before a sentence as its date of issue: "Friday, May 3, 2019 The …"."""
    last = held[-1]
    if len(held) < 3 or last + 1 >= len(tree.tokens):
        return False
    following = tree.tokens[last + 1]
    runs_on = tree.word(last + 1)[:1].isupper() and following.start > when.span.end - 1
    led = held[0] > 0 and tree.tokens[held[0] - 1].pos in {"ADP", "PUNCT"}
    return runs_on and not led and tree.is_word(last + 1)
