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

__all__ = ["Lands", "one_state"]

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
    return state if 2 * scenes[state] > scenes.total() else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lands:
    """The countries that each article of a story names."""

    named: Mapping[ArticleId, Counter[str]] = field(default_factory=dict)
    where: Mapping[str, frozenset[ArticleId]] = field(default_factory=dict)
    """The articles in which the names stand that several states' organs bear, by folded name."""

    @classmethod
    def of(cls, readings: Iterable[Reading], sightings: Sightings) -> Lands:
        """Count the countries of a story."""
        where: dict[str, set[ArticleId]] = {}
        for article, told in sightings.by_article.items():
            for one in told:
                if organs().is_shared(one.form):
                    where.setdefault(one.form, set()).add(article)
        return cls(
            named={reading.article.id: _countries(reading) for reading in readings},
            where={form: frozenset(articles) for form, articles in where.items()},
        )

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
        first, *rest = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        far = not rest or first[1] >= _OFTEN * rest[0][1]
        return first[0] if first[1] >= _OFTEN and far else None
