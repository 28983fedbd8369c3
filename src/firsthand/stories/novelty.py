"""What a sentence says that no earlier one said (novelty detection: Allan, Wade & Bolivar 2003)."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from firsthand.domain import NewPassage, Passage, Reason, Span
from firsthand.stories.cards import NAME
from firsthand.stories.facts import Facts
from firsthand.stories.told import root
from firsthand.tables.countries import country_of_name
from firsthand.tables.namecues import name_cues
from firsthand.tables.rarity import rarity
from firsthand.tables.regions import area_of_people
from firsthand.tables.vectors import Vectors, encoder

__all__ = ["Memory"]

WORDS = 4
"""Weighed words below which a sentence says too little to be news ("He did not elaborate.")."""

COUNTED_WORDS = 1
"""The same for a sentence with a number ("All 312 have been brought ashore")."""

NEW = 0.7
"""Novelty from which a sentence is new without a new name or number."""

PARTLY_NEW = 0.4
"""Novelty from which one with a new name or number is, or one with many new words; below, a name was
spelt differently or a number of the same sentence rounded."""

UNSAID = 0.35
"""Share of its words, by rarity, that no earlier text wrote at all, for many: the sentences of a
story share its names, and one that says another thing of them is news."""

REWORDED = 0.74
"""Cosine of sentence vectors from which one says another again in other words. Names are left out of
both: two sentences of one ship are near each other whatever befell it."""

NEAREST = 6
"""Earlier sentences that share most words, which are looked at for a rewording."""

_PARTS = re.compile(r"[-'’.]")
"""What joins the parts of a word; a part of a known name is no new name ("Oban-based")."""


class Memory:
    """What the texts of a story have said so far."""

    def __init__(self) -> None:
        """Nothing has been said."""
        self._said: list[Facts] = []
        self._texts: dict[Passage, str] = {}
        self._by_word: dict[str, array[int]] = defaultdict(lambda: array("q"))
        """Numbers of the sentences that hold a root, ascending; each once."""
        self._names: set[str] = set()
        self._familiar: set[str] = set()
        """Roots of the words of names that earlier texts wrote: they say of whom something is told,
        and never that it is new or old. A lead that calls the ship, its captain and the island by
        name again may still say that he was arrested."""
        self._amounts: set[tuple[float, float, str]] = set()
        self._by_unit: dict[str, set[tuple[float, float, str]]] = defaultdict(set)
        self._vectors: dict[str, Vectors] = {}

    def add(self, said: Sequence[Facts], text: str) -> None:
        """Keep the sentences of one text."""
        for one in said:
            number = len(self._said)
            self._said.append(one)
            self._texts[one.passage] = _unnamed(one, text)
            for word in one.words:
                self._by_word[word].append(number)
            self._familiar.update(root(word) for _, words in one.names for word in words)
            self._named(one)

    def new(self, one: Facts, text: str) -> NewPassage | None:
        """The sentence with what is new in it; None where it says nothing that was not said.

        Its names and numbers count as said from then on: the next sentence of the same text is not
        new for them. Its words do not: one text does not say a thing twice in a row.

        Args:
            one: A sentence that is not kept yet.
            text: Its article's text.
        """
        found = self._judged(one, text)
        self._named(one)
        return found

    def _judged(self, one: Facts, text: str) -> NewPassage | None:
        names = [span for span, words in one.names if not self._names.issuperset(_telling(words))]
        amounts = [span for span, key in one.amounts if key not in self._amounts]
        told = {word: one.words[word] for word in sorted(one.words) if word not in self._familiar}
        if len(one.words) < (COUNTED_WORDS if one.amounts else WORDS) or not told:
            return None
        whole = sum(told.values())
        shared = np.zeros(len(self._said))
        for word, weight in told.items():
            if word in self._by_word:
                shared[np.frombuffer(self._by_word[word], dtype=np.int64)] += weight
        novelty = round(1 - float(shared.max(initial=0.0)) / whole, 3)
        unsaid = sum(weight for word, weight in told.items() if word not in self._by_word)
        is_other = bool(names or amounts) or unsaid >= UNSAID * whole
        if novelty < (PARTLY_NEW if is_other else NEW) and not any(
            self._is_fresh(key) for _, key in one.amounts
        ):
            return None
        if not names and not amounts and self._reworded(one, text, shared):
            return None
        return _passage(one, text, novelty, names, amounts)

    def _is_fresh(self, key: tuple[float, float, str]) -> bool:
        """Whether no earlier number of that unit is the same or one of the two rounded."""
        if key in self._amounts:
            return False
        return not any(_is_rounded(key, known) for known in self._by_unit[key[2]])

    def _named(self, one: Facts) -> None:
        for _, words in one.names:
            for word in words:
                self._names.add(word)
                self._names.update(_PARTS.split(word))
        for _, key in one.amounts:
            self._amounts.add(key)
            self._by_unit[key[2]].add(key)

    def _reworded(self, one: Facts, text: str, shared: npt.NDArray[np.float64]) -> bool:
        """Whether an earlier sentence with common words says the same by its vector, names left out."""
        rounded = np.round(shared, 4)
        held = np.flatnonzero(shared)
        nearest = held[np.argsort(-rounded[held], kind="stable")][:NEAREST].tolist()
        if not nearest:
            return False
        here = self._vector(_unnamed(one, text))
        return any(
            float(here @ self._vector(self._texts[self._said[number].passage])) >= REWORDED
            for number in nearest
        )

    def _vector(self, sentence: str) -> Vectors:
        if sentence not in self._vectors:
            self._vectors[sentence] = encoder().encode([sentence])[0]
        return self._vectors[sentence]


def _unnamed(one: Facts, text: str) -> str:
    """A sentence without its names."""
    kept, at = [], one.passage.span.start
    for span, _ in one.names:
        kept.append(text[at : span.start])
        at = span.end
    kept.append(text[at : one.passage.span.end])
    return " ".join("".join(kept).split())


def _is_rounded(one: tuple[float, float, str], other: tuple[float, float, str]) -> bool:
    """Whether two numbers overlap or one is the other rounded to fewer digits (1,400 of 1,412)."""
    if one[0] <= other[1] and other[0] <= one[1]:
        return True
    for exact, coarse in ((one[0], other[0]), (other[0], one[0])):
        for unit in (10, 100, 1000, 10**6, 10**9):
            if coarse >= unit and coarse % unit == 0 and abs(exact - coarse) * 2 <= unit:
                return True
    return False


def _telling(words: Sequence[str]) -> list[str]:
    """The words of a name that tell whose it is: no initials, titles, common words or peoples."""
    return [
        part
        for word in words
        for part in _PARTS.split(word)
        if len(part) > 1 and rarity(part) > NAME and not _is_people(part)
    ]


@lru_cache(maxsize=1 << 14)
def _is_people(word: str) -> bool:
    """Whether it is an adjective or name of a people or creed ("flemish"), which names nobody."""
    written = word.capitalize()
    country = country_of_name(written)
    return (
        word in name_cues().peoples
        or area_of_people(written) is not None
        or (country is not None and country[1] == "demonym")
    )


def _passage(
    one: Facts, text: str, novelty: float, names: Sequence[Span], amounts: Sequence[Span]
) -> NewPassage:
    article = one.passage.article
    written = tuple(dict.fromkeys(_written(span.of(text)) for span in names))
    numbers = tuple(Passage(article, span) for span in amounts)
    reasons = [Reason(feature="share of words that no one earlier sentence holds", score=novelty)]
    if names:
        reasons.append(
            Reason(
                feature="names that no earlier text writes",
                evidence=tuple(Passage(article, span) for span in names),
            )
        )
    if numbers:
        reasons.append(Reason(feature="numbers that no earlier text gives", evidence=numbers))
    return NewPassage(
        passage=one.passage, novelty=novelty, names=written, amounts=numbers, reasons=tuple(reasons)
    )


def _written(name: str) -> str:
    """A name on one line, without possessive ending."""
    return " ".join(name.split()).removesuffix("'s").removesuffix("’s")
