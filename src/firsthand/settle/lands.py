"""Which countries a story is about, and so whose organ a name means that several states' organs bear.

The Treasury is Britain's in a story of Britain, Kenya's in one of Kenya. The tables' owner stands
where the texts name that country; else it is the organ of the one country that they name far more
than any other; else nobody's for sure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from firsthand.domain import ArticleId, MentionKind, Reading
from firsthand.settle.sightings import Sightings
from firsthand.tables.countries import country_of_name
from firsthand.tables.organs import organs
from firsthand.text.dateline import dateline_end

__all__ = ["Lands", "leading_state", "one_state"]

_OFTEN = 2
"""A country owns an organ of the story where it is named at least so often, and so many times as
often as the next."""


def _countries(reading: Reading) -> Counter[str]:
    """Codes of the countries that an article names, by name, people, seat or a place in them."""
    found: Counter[str] = Counter()
    marked = set()
    for place in reading.places:
        if place.chosen is not None and place.chosen.country:
            found[place.chosen.country] += 1
            marked.add(place.span)
    for mention in reading.mentions:
        known = country_of_name(mention.name)
        person = mention.kind is MentionKind.PERSON
        if known is not None and not person and mention.span not in marked:
            found[known[0]] += 1
    return found


_OPENING = 6
"""Paragraphs in which a dateline is looked for: headline, byline and standfirst stand before it."""

_LONGEST_DATELINE = 200
"""Code points of a paragraph's beginning that can be a dateline."""


def _written_from(reading: Reading) -> str | None:
    """Code of the country that an article's dateline lies in; None where it has none that is known."""
    text, at = reading.article.text, 0
    for paragraph in text.split("\n", _OPENING)[:_OPENING]:
        end = at + dateline_end(paragraph[:_LONGEST_DATELINE])
        for place in reading.places:
            found = place.chosen is not None and place.chosen.country
            if found and at <= place.span.start and place.span.end <= end:
                return found
        at += len(paragraph) + 1
    for part in (reading.article.dateline or "").split(","):
        known = country_of_name(part.strip())
        if known is not None:
            return known[0]
    return None


def _first_by_far(found: Counter[str]) -> str | None:
    """The country named far more often than any other; None where there is no such one."""
    if not found:
        return None
    first, *rest = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return first[0] if not rest or first[1] >= _OFTEN * rest[0][1] else None


def leading_state(readings: Iterable[Reading]) -> str | None:
    """The state that texts name far more often than any other; None where there is none."""
    found: Counter[str] = Counter()
    for reading in readings:
        found.update(_countries(reading))
    return _first_by_far(found)


def one_state(readings: Iterable[Reading]) -> str | None:
    """The one state that a story's texts name, where it is also the scene.

    It must be named by itself, its people or its capital, no other may be, and the places that were
    found must lie in it for the most part: a town of the same name elsewhere does not count.

    Returns:
        ISO 3166-1 alpha-2; None where the texts name several states, or none.
    """
    named: set[str] = set()
    scenes: Counter[str] = Counter()
    for reading in readings:
        named |= {
            known[0]
            for mention in reading.mentions
            if mention.kind is not MentionKind.PERSON
            and (known := country_of_name(mention.name)) is not None
        }
        scenes.update(
            place.chosen.country
            for place in reading.places
            if place.chosen is not None and place.chosen.country
        )
    if len(named) != 1:
        return None
    (state,) = named
    return state if 2 * scenes[state] >= scenes.total() else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lands:
    """The countries that each article of a story names."""

    named: Mapping[ArticleId, Counter[str]] = field(default_factory=dict)
    where: Mapping[str, frozenset[ArticleId]] = field(default_factory=dict)
    """The articles in which the names stand that several states' organs bear, by folded name."""

    written_from: Mapping[ArticleId, str] = field(default_factory=dict)
    """The country in which each article's dateline lies, where it has one."""

    @classmethod
    def of(cls, readings: Iterable[Reading], sightings: Sightings) -> Lands:
        """Count the countries of a story."""
        readings = tuple(readings)
        where: dict[str, set[ArticleId]] = {}
        for article, told in sightings.by_article.items():
            for one in told:
                if organs().is_shared(one.form):
                    where.setdefault(one.form, set()).add(article)
        return cls(
            named={reading.article.id: _countries(reading) for reading in readings},
            where={form: frozenset(articles) for form, articles in where.items()},
            written_from={
                reading.article.id: land
                for reading in readings
                if (land := _written_from(reading)) is not None
            },
        )

    def at_home(self, article: ArticleId, state: str) -> bool:
        """Whether an office without a country in an article can be `state`'s.

        It cannot where the article is written from another country, or names another as often: a
        text from Kyiv that is full of Russia calls Ukraine's president "President".
        """
        told = self.named.get(article, Counter())
        others = max((count for land, count in told.items() if land != state), default=0)
        return self.written_from.get(article, state) == state and told[state] >= others

    def owner(self, name: str, usual: str | None) -> str | None:
        """The state whose organ `name` is in the story.

        Args:
            name: Of a body, as written.
            usual: ISO 3166-1 alpha-2 of the state that the tables give it; None where they give none.
        """
        if usual is None or not organs().is_shared(name):
            return usual
        found: Counter[str] = Counter()
        for article in self.where.get(name, self.named):
            found.update(self.named.get(article, Counter()))
        if found[usual]:
            return usual
        if not found:
            return None
        first = _first_by_far(found)
        return first if first is not None and found[first] >= _OFTEN else None
