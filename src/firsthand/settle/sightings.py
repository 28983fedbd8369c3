"""Where names stand in the texts of a story: all of them found in one pass over each text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from firsthand.domain import ArticleId, Span
from firsthand.settle.tally import counted

__all__ = ["Finder", "Sighting", "Sightings"]

_WORD = re.compile(r"\w+")
_LONGEST_GAP = 3
"""Code points between two words of one name ("U.S. Fish", "Ruiz , Ana" is none)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """Finds given forms in a text, the longest at each word, in time linear in the text."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    """Folded first word to the forms that begin with it: their folded words and the form, longest first."""

    @classmethod
    def of(cls, forms: Iterable[str]) -> Finder:
        """A finder of `forms`; forms without a word in them are never found."""
        found: dict[str, set[tuple[tuple[str, ...], str]]] = {}
        for form in forms:
            words = tuple(word.casefold() for word in _WORD.findall(form))
            if words:
                found.setdefault(words[0], set()).add((words, form))
        return cls(
            by_first={
                first: tuple(sorted(told, key=lambda one: (-len(one[0]), one[1])))
                for first, told in found.items()
            }
        )

    def in_text(self, text: str) -> Iterator[tuple[Span, str]]:
        """Yield the forms in `text` with their spans, ascending, not overlapping.

        A form that begins with a capital is found only where the text has a capital as well;
        otherwise case does not count.
        """
        words = [(m.start(), m.end()) for m in _WORD.finditer(text)]
        folded = [text[start:end].casefold() for start, end in words]
        at = 0
        while at < len(words):
            best = None
            for told, form in self.by_first.get(folded[at], ()):
                end = at + len(told)
                if tuple(folded[at:end]) != told or not _together(text, words[at:end]):
                    continue
                start, stop = words[at][0], words[end - 1][1]
                if form[:1].isupper() and not text[start : start + 1].isupper():
                    continue
                if len(told) == 1 and form.isupper() and not text[start:stop].isupper():
                    continue  # "ICE" is a body, "Ice" is not
                if best is not None and best[2] > len(told):
                    break
                if best is None or form == text[start:stop]:
                    best = (Span(start, stop), form, len(told))
            if best is None:
                at += 1
            else:
                yield best[0], best[1]
                at += best[2]


def _together(text: str, words: list[tuple[int, int]]) -> bool:
    """Whether words stand as in one name: no more than a blank, a full stop or a hyphen between."""
    for (_, end), (start, _) in pairwise(words):
        gap = text[end:start]
        if len(gap) > _LONGEST_GAP or "\n\n" in gap or any(mark in gap for mark in ",;:()"):
            return False
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A name at one place."""

    span: Span
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sightings:
    """Every place at which one of a set of forms stands, by article."""

    by_article: Mapping[ArticleId, tuple[Sighting, ...]]
    """Ascending, not overlapping."""

    @classmethod
    def of(cls, texts: Mapping[ArticleId, str], forms: Iterable[str]) -> Sightings:
        """Look for `forms` in `texts`."""
        finder = Finder.of(forms)
        return cls(
            by_article={
                article: tuple(
                    Sighting(span=span, form=form) for span, form in finder.in_text(text)
                )
                for article, text in texts.items()
            }
        )

    def before(self, article: ArticleId, end: int) -> Iterator[Sighting]:
        """Yield the sightings of an article that end at or before `end`, last first."""
        told = self.by_article.get(article, ())
        at = bisect_left(told, end, key=lambda one: one.span.start)
        while at > 0:
            at -= 1
            if told[at].span.end <= end:
                yield told[at]

    def within(self, article: ArticleId, span: Span) -> Iterator[Sighting]:
        """Yield the sightings that lie in a span of an article, ascending."""
        told = self.by_article.get(article, ())
        for one in told[bisect_left(told, span.start, key=lambda one: one.span.start) :]:
            if one.span.start >= span.end:
                return
            if one.span.end <= span.end:
                yield one

    def counts(self, roots: Mapping[ArticleId, ArticleId] = MappingProxyType({})) -> Counter[str]:
        """How often each form stands in the texts, copies of one text counted once.

        Args:
            roots: For each article the one that stands for its text; others stand for themselves.
        """
        return counted(
            ((article, one.form) for article, told in self.by_article.items() for one in told),
            roots,
        )
