"""Whether a clause tells of something past or to come, by its words alone.

For a language without a parser. Only closed classes count: auxiliaries, forms of the past of common
verbs, words of planning, all from the language's file. Where they say nothing, nothing is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from firsthand.domain import Span
from firsthand.text.tense import Direction
from firsthand.text.when_patterns import compiled
from firsthand.text.when_words import WhenWords

__all__ = ["direction_by_words"]

_TABLES = (
    "bounds", "planned", "past", "ahead", "perfect", "participle", "over", "coming",
    "attributive", "postponed", "present",
)  # fmt: skip
_REACH = 300
"""Code points on either side that are looked at: the longest sentences of news hold about so many."""

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clauses:
    """A language's table ``clauses``, compiled."""

    bounds: re.Pattern[str]
    participle: re.Pattern[str]
    over: re.Pattern[str]
    coming: re.Pattern[str]
    attributive: re.Pattern[str]
    postponed: re.Pattern[str]
    planned: frozenset[str]
    past: frozenset[str]
    ahead: frozenset[str]
    perfect: frozenset[str]
    present: frozenset[str]


@cache
def _clauses(words: WhenWords) -> _Clauses | None:
    if not words.clauses:
        return None
    where = f"when_{words.language}.toml, clauses"
    if unknown := sorted(set(words.clauses) - set(_TABLES)):
        message = f"{where}: unknown {unknown}; known are {_TABLES}"
        raise ValueError(message)

    def any_of(name: str) -> re.Pattern[str]:
        return compiled("|".join(words.clauses.get(name, [])) or "(?!)", words, where=where)

    return _Clauses(
        bounds=any_of("bounds"),
        participle=any_of("participle"),
        over=any_of("over"),
        coming=any_of("coming"),
        attributive=any_of("attributive"),
        postponed=any_of("postponed"),
        planned=frozenset(words.clauses.get("planned", [])),
        past=frozenset(words.clauses.get("past", [])),
        ahead=frozenset(words.clauses.get("ahead", [])),
        perfect=frozenset(words.clauses.get("perfect", [])),
        present=frozenset(words.clauses.get("present", [])),
    )


def direction_by_words(text: str, span: Span, within: Span, words: WhenWords) -> Direction:
    """The direction of the clause that holds a time, else of the next clauses of its sentence.

    Args:
        text: The text.
        span: Where the time stands.
        within: Its sentence.
        words: The language.

    Returns:
        `Direction.UNKNOWN` where the language's file names no words for it, or none of them stands
        in the sentence.
    """
    clauses = _clauses(words)
    if clauses is None:
        return Direction.UNKNOWN
    if described := clauses.attributive.match(text, span.end, within.end):
        planned = described.group("word").lower() in clauses.planned
        return Direction.AHEAD if planned else Direction.PAST
    left = max(within.start, span.start - _REACH)
    right = min(within.end, span.end + _REACH)
    before = _cut(text, left, span.start, clauses)
    behind = _cut(text, span.end, right, clauses)
    own = f"{before.pop()} {behind.pop(0)}"
    for clause in (own, *_from_near(before[::-1], behind)):
        judged = _judged(clause, clauses)
        if judged is not Direction.UNKNOWN:
            return judged
    return Direction.UNKNOWN


def _cut(text: str, start: int, end: int, clauses: _Clauses) -> list[str]:
    """The clauses of a stretch; at least one, which may be empty."""
    cuts = [found.span() for found in clauses.bounds.finditer(text, start, end)]
    ends = [*(low for low, _ in cuts), end]
    starts = [start, *(high for _, high in cuts)]
    return [text[low:high] for low, high in zip(starts, ends, strict=True)]


def _from_near(before: list[str], behind: list[str]) -> list[str]:
    """Clauses on both sides, those behind first, by their distance."""
    longest = max(len(before), len(behind))
    sides = [(behind[at : at + 1], before[at : at + 1]) for at in range(longest)]
    return [clause for pair in sides for side in pair for clause in side]


def _judged(clause: str, clauses: _Clauses) -> Direction:
    found = {word.lower() for word in _WORD.findall(clause)}
    if found & clauses.planned or clauses.postponed.search(clause):
        return Direction.AHEAD
    if found & clauses.past or clauses.over.search(clause):
        return Direction.PAST
    if found & clauses.ahead or clauses.coming.search(clause):
        return Direction.AHEAD
    if found & clauses.perfect and clauses.participle.search(clause):
        return Direction.PAST
    return Direction.PRESENT if found & clauses.present else Direction.UNKNOWN
