"""Recognise the smallest time expressions: a clock time, a weekday, "two weeks ago", a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.domain import Span
from firsthand.text.when_patterns import LETTERS, patterns_of
from firsthand.text.when_values import values_of
from firsthand.text.when_words import WhenWords

__all__ = ["Atom", "atoms_in", "in_lower_case"]

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

    def parted(self) -> tuple[Atom, ...]:
        """The atom, and where one word names a day and a part of it ("Montagabend") both."""
        if self.kind == "part" or "part" not in self.pieces:
            return (self,)
        part = {"part": self.pieces["part"]}
        within = Atom(start=self.start, end=self.end, kind="part", pieces=part, words=part)
        return (self, within)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def in_lower_case(text: str) -> str:
    """`text` in lower case with every code point in its place.

    A letter whose lower case is two code points ("İ") is left as it is.
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


def atoms_in(text: str, lower: str, start: int, end: int, *, words: WhenWords) -> Iterator[Atom]:
    """Every match of every pattern in a stretch of `text`; matches may overlap.

    Args:
        text: The text.
        lower: The same `in_lower_case`.
        start: Where the stretch begins.
        end: Where it ends.
        words: The language.
    """
    starts = set(_BEGINNING.findall(lower, start, end))
    if _FIGURE.search(lower, start, end):
        starts.add("0")
    for pattern in patterns_of(words):
        if pattern.needs and pattern.needs.isdisjoint(starts):
            continue
        for found in pattern.find.finditer(text if pattern.case else lower, start, end):
            written = {
                group: " ".join(piece.lower().split())
                for group, piece in found.groupdict().items()
                if piece is not None
            }
            values = values_of(written, words)
            if values is not None and found.end() > found.start():
                yield Atom(
                    start=found.start(),
                    end=found.end(),
                    kind=pattern.kind,
                    pieces=values | pattern.give,
                    words=written,
                )
