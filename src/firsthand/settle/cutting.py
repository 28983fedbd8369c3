"""Names cut to size: what the recogniser took into them from titles, headlines and lists is cut off again.

A form is cut only to one that the story's texts also give by itself, in running text: a longer
name that nothing else attests stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from firsthand.domain import Reading, Span, ZoneKind
from firsthand.settle.bodykinds import kind_at_end
from firsthand.settle.houses import IdentityKind, identity_of
from firsthand.settle.spelling import key
from firsthand.tables.bodies import bodies
from firsthand.tables.countries import country_of_name
from firsthand.tables.givennames import is_given_name
from firsthand.tables.namewords import name_words
from firsthand.tables.organs import organs

__all__ = ["Cutter", "in_capitals"]

_MOSTLY = 0.7
"""Share of a line's longer words that begin with a capital where the line is set like a headline."""

_SHORTEST_LINE = 3
"""Longer words of a line that can tell at all how it is set."""

_LONGER = 4
"""Letters from which a word's capital says how a line is set: headlines, too, write "of" and "the" small."""

_LONGEST = 8
"""Words of the longest form to look into."""

_FAR_MORE = 5
"""A form that stands in running text too is cut where what is left stands so many times as often."""

_OPENING = re.compile(r"^[^“\"]*[“\"](?=[A-Z])")
_SHORT_CODE = re.compile(r"[A-Z]{2,3}")
"""Positions and offices by letters ("QB", "CEO") before a name."""


def in_capitals(reading: Reading) -> tuple[Span, ...]:
    """The lines of an article that are set like a headline, most words with a capital; ascending."""
    found = []
    text = reading.article.text
    for zone in reading.article.zones:
        for line in re.finditer(r"[^\n]+", zone.span.of(text)):
            words = [
                word for word in re.findall(r"[^\W\d_]+", line.group()) if len(word) >= _LONGER
            ]
            capitals = sum(word[0].isupper() for word in words)
            if zone.kind is ZoneKind.HEADLINE or (
                len(words) >= _SHORTEST_LINE and capitals >= _MOSTLY * len(words)
            ):
                start = zone.span.start
                found.append(Span(start + line.start(), start + line.end()))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cutter:
    """Cuts the forms of one story."""

    running: Mapping[str, int] = field(default_factory=dict)
    """Folded forms that stand in running text, and how often."""

    small: frozenset[str] = frozenset()
    """Words that the story's texts write without a capital."""

    @classmethod
    def of(cls, running: Mapping[str, int], texts: Iterable[str]) -> Cutter:
        """A cutter for a story.

        Args:
            running: Folded forms that stand in running text, and how often.
            texts: The articles' texts.
        """
        return cls(
            running=running,
            small=frozenset(
                word for text in texts for word in re.findall(r"\b[a-z][a-z’'-]+", text)
            ),
        )

    def person(self, form: str) -> tuple[str, ...]:
        """The names of people in a form that the recogniser took for one person's; none if it is none."""
        form = _OPENING.sub("", form)
        words = form.split()
        particles = name_words().particles
        while len(words) > 1 and words[0][:1].islower() and words[0] not in particles:
            words = words[1:]
        form = " ".join(words)
        if "and" in words[1:-1]:
            at = words.index("and", 1)
            return tuple(
                name
                for part in (words[:at], words[at + 1 :])
                if len(part) > 1 or key(" ".join(part)) in self.running
                for name in self.person(" ".join(part))
            )
        for start in range(1, len(words) - 1):
            rest = " ".join(words[start:])
            if all(map(self._beside_people, words[:start])) and key(rest) in self.running:
                return (rest,)
        return self._of_headline(form, words, shortest=2)

    def body(self, form: str) -> tuple[str, ...]:
        """The names of bodies in a form that was taken for one body's; none if it is none."""
        form = _OPENING.sub("", form)
        if "(" in form:
            return (form,)  # a name that gives its acronym
        identity = identity_of(form)
        if identity is not None and identity.whole and identity.kind is IdentityKind.MINISTRY:
            return (
                form,
            )  # "Tamrian ministry of maritime affairs", where "Tamrian" stands alone too
        words = form.split()
        legal = organs().legal
        if all(key(word) in legal for word in words):
            return ()
        for at, word in enumerate(words[1:-1], start=1):
            after = words[at + 1]
            follows = after in {"of", "in"} or re.fullmatch(r"[A-Z.]{1,8}", after) is not None
            if key(word) in legal and follows and key(after) not in legal:
                words = words[: at + 1]  # "Print GmbH of Lohn", "Brandt Co BRA"
                break
        form = " ".join(words)
        for start in range(1, len(words)):
            if not words[start - 1][:1].islower() or words[start - 1] in {
                "of",
                "for",
                "and",
                "the",
            }:
                break
            rest = " ".join(words[start:])
            if words[start][:1].isupper() and key(rest) in self.running:
                return (rest,)
        if "and" in words[1:-1] and self.running.get(key(form), 0) <= 1:
            at = words.index("and", 1)
            parts = [" ".join(words[:at]), " ".join(words[at + 1 :])]
            if all(part[:1].isupper() and key(part) in self.running for part in parts):
                return tuple(parts)
        return self._of_headline(form, words, shortest=1)

    def _beside_people(self, word: str) -> bool:
        """Whether a word before a name is no name: a title, a calling, a people, a common word."""
        plain = word.casefold().strip(".,'’")
        table = bodies()
        if plain in table.roles or plain in table.ranks | table.honorifics:
            return True
        country = country_of_name(word)
        if country is not None and country[1] == "demonym":
            return True
        code = _SHORT_CODE.fullmatch(word) is not None
        return code or (plain in self.small and not is_given_name(plain))

    def _of_headline(self, form: str, words: list[str], *, shortest: int) -> tuple[str, ...]:
        """The attested names in a form that stands in headlines, or hardly elsewhere; the form where none."""
        times = self.running.get(key(form), 0)
        if not 1 < len(words) <= _LONGEST or (kind_at_end(form) is not None and times):
            return (form,)
        found = list(self._attested(words, shortest))
        rest = [
            word
            for at, word in enumerate(words)
            if not any(first <= at < last for first, last in found)
        ]
        common = all(word.casefold().strip("'’") in self.small or word.islower() for word in rest)
        parts = tuple(" ".join(words[first:last]) for first, last in found)
        rare = all(self.running.get(key(part), 0) >= _FAR_MORE * times for part in parts)
        if not parts or not rare or ((times or len(parts) == 1) and not (rest and common)):
            return (form,)
        return parts

    def _attested(self, words: list[str], shortest: int) -> Iterator[tuple[int, int]]:
        """Where forms of the running text stand in `words`, the longest at each, not overlapping."""
        at = 0
        while at < len(words):
            for last in range(len(words), at + shortest - 1, -1):
                if last - at < len(words) and key(" ".join(words[at:last])) in self.running:
                    yield at, last
                    at = last
                    break
            else:
                at += 1
