"""What the class names of a page's elements say of them, in the words of many systems."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise

__all__ = ["PageMarks", "page_marks"]

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+")
_LONGEST = 400
_MOST_KNOWN = 50_000
"""Class attributes remembered. A run over many sites starts over when it has met so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMarks:
    """Groups of words in class names, each with one bit."""

    names: tuple[str, ...]
    """The groups; the n-th has the bit ``1 << n``."""

    words: dict[str, int]
    openings: dict[str, tuple[tuple[str, int], ...]]
    """Beginnings of words, by their first two letters."""

    pairs: dict[tuple[str, str], int]
    known: dict[str, int] = field(default_factory=dict, repr=False, compare=False)
    _of_name: dict[str, int] = field(default_factory=dict, repr=False, compare=False)
    _of_word: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    def of(self, attribute: str) -> int:
        """The groups that a class, id or role attribute belongs to, as bits; 0 for none."""
        found = self.known.get(attribute)
        if found is not None:
            return found
        bits = 0
        for name in attribute[:_LONGEST].split():
            own = self._of_name.get(name)
            if own is None:
                own = self._of_name[name] = self._read(name)
            bits |= own
        if len(self.known) >= _MOST_KNOWN:
            self.known.clear()
            self._of_name.clear()
            self._of_word.clear()
        self.known[attribute] = bits
        return bits

    def _read(self, name: str) -> int:
        words = [word.casefold() for word in _WORD.findall(name)]
        bits = 0
        for word in words:
            own = self._of_word.get(word)
            bits |= self._of(word) if own is None else own
        for pair in pairwise(words):
            bits |= self.pairs.get(pair, 0)
        return bits

    def _of(self, word: str) -> int:
        bits = self.words.get(word, 0)
        for opening, bit in self.openings.get(word[:2], ()):
            if word.startswith(opening):
                bits |= bit
        self._of_word[word] = bits
        return bits


@cache
def page_marks() -> PageMarks:
    """The shipped groups."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/pagemarks.toml").read_text(encoding="utf-8")
    )["mark"]
    words: dict[str, int] = {}
    pairs: dict[tuple[str, str], int] = {}
    openings: dict[str, int] = {}
    for number, listed in enumerate(raw.values()):
        for one in listed:
            first, plus, second = one.partition("+")
            if plus:
                pairs[first, second] = pairs.get((first, second), 0) | 1 << number
            elif one.endswith("*"):
                openings[one[:-1]] = openings.get(one[:-1], 0) | 1 << number
            else:
                words[one] = words.get(one, 0) | 1 << number
    by_start: dict[str, tuple[tuple[str, int], ...]] = {}
    for opening, bits in sorted(openings.items()):
        by_start[opening[:2]] = (*by_start.get(opening[:2], ()), (opening, bits))
    return PageMarks(names=tuple(raw), words=words, openings=by_start, pairs=pairs)
