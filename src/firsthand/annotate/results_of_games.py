"""Which numbers are results of games and races, and count nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from firsthand.annotate.counted_tree import Tree
from firsthand.tables.counting import counting
from firsthand.text.amounts import Amount

__all__ = ["Games"]

_SPORTING_ARTICLE = 4
"""Different words of sport from which all of an article is taken to tell of games."""

_CRICKET = re.compile(
    r"\b\d{1,3}\s+(?:for|all\s+out)\s*(?:\d{1,2}|no\s+loss|one|two|three|four|five|six|seven|eight|nine)?"
    r"(?=\s*[,.;)]|\s+(?:at|in|off|on|after|when|and|from|before)\b)"
)
_SCORE = re.compile(r"(?<![\w-])\d{1,3}\s*[-–]\s*\d{1,3}(?![\w-])")
_OFF = re.compile(r"\s+off\s+(?:\d|the\s+(?:last|final|next|first|opening)\b|just\b|only\b|his\b)")
_POINTS = re.compile(
    r"\s+points?(?=\s*[,.;)]|\s+(?:behind|clear|ahead|adrift|off|from|at|and|with|for|in|after|above|below)\b)"
)
_GAINED = frozenset({"yard", "metre", "kilometre", "mile"})
_RACES = frozenset({50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10_000})
_RACE_BEFORE = re.compile(r"\b(?:the|a|men[’']s|women[’']s|boys[’']|girls[’']|her|his|in|open)\s+$")
_RACE_AFTER = re.compile(
    r"(?:\s*[,.;)]|\s+(?:in|at|and|with|for|on|when|by|after|final|race|hurdles|relay|freestyle|"
    r"butterfly|breaststroke|backstroke|medley|champion|steeplechase|record|title|gold|heat|"
    r"semi-final|sprint|dash|event)\b)"
)
_BY = re.compile(r"\bby\s+(?:just\s+|only\s+)?$")


@cache
def _sporting() -> re.Pattern[str]:
    words = sorted(counting().sport_words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Games:
    """Tells the sentences of one article that are about games, and the results in them."""

    tree: Tree
    all_of_it: bool
    """Whether the whole article is about games."""

    known: dict[tuple[int, int], bool] = field(default_factory=dict)
    """What `told` has said of a stretch: it is asked once a number, and reads the whole sentence."""

    @classmethod
    def of(cls, tree: Tree) -> Games:
        """Look through an article's words once."""
        told = {found.group().lower() for found in _sporting().finditer(tree.text)}
        return cls(tree, len(told) >= _SPORTING_ARTICLE)

    def told(self, start: int, end: int) -> bool:
        """Whether a stretch of the article tells of a game."""
        if self.all_of_it:
            return True
        if (start, end) not in self.known:
            self.known[start, end] = self._tells(start, end)
        return self.known[start, end]

    def _tells(self, start: int, end: int) -> bool:
        text = self.tree.text
        if _sporting().search(text, start, end) or _CRICKET.search(text, start, end):
            return True
        verbs = counting().result_verbs
        words = {one.lower() for one in re.findall(r"[A-Za-z]+", text[start:end])}
        return bool(words & verbs) and _SCORE.search(text, start, end) is not None

    def is_race(self, amount: Amount) -> bool:
        """Whether a length is the name of a race ("the 800m in 1:58")."""
        if amount.unit != "metre" and amount.number.of(self.tree.text)[-1] != "m":
            return False
        figure = re.match(r"[\d,]+", amount.number.of(self.tree.text))
        if figure is None or int(figure.group().replace(",", "") or 0) not in _RACES:
            return False
        text, span = self.tree.text, amount.span
        before = text[max(0, span.start - 12) : span.start]
        return bool(_RACE_BEFORE.search(before) and _RACE_AFTER.match(text, span.end))

    def is_result(self, amount: Amount, noun: int | None, start: int, end: int) -> bool:
        """Whether a number is a score, or counts what only games have.

        Args:
            amount: The amount.
            noun: What it counts, if anything.
            start: Where its sentence begins.
            end: Where it ends.
        """
        text, words = self.tree.text, counting()
        if amount.unit is None and _OFF.match(text, amount.number.end):
            return True
        if amount.unit in _GAINED and noun is None:
            return self.told(start, end)
        if amount.unit not in {None, "point", "percentage point"} or amount.fraction:
            return False
        lemma = "" if noun is None else self.tree.tokens[noun].lemma.lower()
        if lemma in words.scored - words.scored_in_games:
            return True
        ahead = amount.number.end
        if lemma == "point" and amount.unit is None and _POINTS.match(text, ahead):
            return True
        won = lemma in words.scored_in_games and _BY.search(
            text[max(0, amount.span.start - 16) : amount.span.start]
        )
        if won:
            return True
        if not self.told(start, end):
            return False
        team = noun is not None and (self.tree.tokens[noun].pos == "PROPN" or lemma in words.teams)
        before = noun is not None and team and self.tree.tokens[noun].end <= amount.number.start
        return noun is None or before or lemma in words.scored | words.scored_by_names
