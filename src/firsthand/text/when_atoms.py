"""Recognise the smallest time expressions: a clock time, a weekday, "two weeks ago", a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.domain import Span
from firsthand.text.when_patterns import LETTERS, patterns_of
from firsthand.text.when_values import values_of
from firsthand.text.when_words import WhenWords

__all__ = ["Atom", "atoms_in"]

_BEGINNING = re.compile(rf"(?<![^\W\d_])[^\W\d_]{{1,{LETTERS}}}")
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """One recognised expression: which pattern found it, and the named pieces it found."""

    start: int
    end: int
    kind: str
    """The pattern's name."""

    pieces: dict[str, str]
    """What its pieces mean, in codes that are the same for every language, by piece name."""

    words: dict[str, str]
    """The same pieces as written, in lower case."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def atoms_in(text: str, start: int, end: int, *, words: WhenWords) -> Iterator[Atom]:
    """Every match of every pattern in a stretch of `text`; matches may overlap."""
    stretch = text[start:end]
    starts = {begin.lower() for begin in _BEGINNING.findall(stretch)}
    if _FIGURE.search(stretch):
        starts.add("0")
    for pattern in patterns_of(words):
        if pattern.needs and pattern.needs.isdisjoint(starts):
            continue
        for found in pattern.find.finditer(text, start, end):
            written = {
                group: " ".join(piece.lower().split())
                for group, piece in found.groupdict().items()
                if piece is not None
            }
            if found.end() > found.start():
                yield Atom(
                    start=found.start(),
                    end=found.end(),
                    kind=pattern.kind,
                    pieces=values_of(written, words),
                    words=written,
                )
