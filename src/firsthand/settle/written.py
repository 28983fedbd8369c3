"""The forms by which the texts name each actor, with every place where one stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from firsthand.domain import Alias, ArticleId, MentionKind, Passage, Reading, Span, StatementId
from firsthand.settle.barenames import bare_name
from firsthand.settle.cast import Cast
from firsthand.settle.names import Names
from firsthand.settle.spelling import key
from firsthand.tables.countries import country_of_name, name_of_country

__all__ = ["by_places", "place_spans", "states_in", "written_forms"]

_LONGER = re.compile(r"(?:\s|-)[A-Z][a-z]")
"""A capitalised word after a name: it is part of a longer one ("Lind Street")."""


def _covered(spans: list[Span], span: Span) -> bool:
    """Whether one of `spans`, ascending, overlaps `span`."""
    at = bisect_left(spans, span)
    return any(one.overlaps(span) for one in spans[max(0, at - 2) : at + 1])


def _in_longer(text: str, span: Span) -> bool:
    """Whether a single word is part of a longer capitalised name that is not the actor's."""
    return _LONGER.match(text, span.end) is not None


_CLAUSE = re.compile(r"\s*,\s+(?:wh(?:ich|o|ose|om|ere|en)|that)\b|\s+who(?:se|m)?\b")
"""Where a clause begins that says more of whoever is named."""


def _without_clause(text: str, span: Span) -> Span:
    """A name as written without the relative clause behind it ("the Meridian, | which sank")."""
    clause = _CLAUSE.search(text, span.start, span.end)
    return (
        span if clause is None or clause.start() == span.start else Span(span.start, clause.start())
    )


def _form(words: str) -> str:
    """A form as printed: white space folded, an article and a possessive cut."""
    plain = re.sub(r"^(?:the|a|an)\s+", "", " ".join(words.split()), flags=re.IGNORECASE)
    return re.sub(r"['’]s?$", "", plain) if re.search(r"['’]s$", plain) else plain


def place_spans(readings: tuple[Reading, ...]) -> dict[ArticleId, list[Span]]:
    """Where each article names places that are no actors, ascending."""
    return {
        reading.article.id: sorted(place.span for place in reading.places if not place.actor)
        for reading in readings
    }


def by_places(spots: Mapping[ArticleId, list[Span]], written: tuple[Alias, ...]) -> bool:
    """Whether most of the places where a name stands are, to the annotation, places in the world.

    Args:
        spots: As `place_spans` gives them.
        written: The forms of the name.
    """
    told = [passage for alias in written for passage in alias.passages]
    places = sum(_covered(spots.get(one.article, []), one.span) for one in told)
    return 2 * places > len(told)


def _in_other(reading: Reading, span: Span) -> bool:
    """Whether a name is but a part of a place's or body's ("Ana Ruiz hospital" is not where Ruiz is)."""
    return any(
        one.span.holds(span) and one.span != span and one.kind is not MentionKind.PERSON
        for one in reading.mentions
    )


def _sighted(reading: Reading, cast: Cast) -> list[tuple[str, Span]]:
    """Actors and where they are named in an article.

    A single word that the recogniser did not take for a name counts only where it is no time, no
    place and no part of a longer name.
    """
    article, text = reading.article.id, reading.article.text
    mentions = sorted(one.span for one in reading.mentions)
    others = sorted(
        [when.span for when in reading.times]
        + [place.span for place in reading.places if not place.actor]
    )
    found = []
    for one in cast.sightings.by_article.get(article, ()):
        name = cast.names.canonical(one.form, article)
        if name is None:
            continue
        single = " " not in one.form
        unseen = single and not _covered(mentions, one.span)
        if cast.names.is_person(name) and _in_other(reading, one.span):
            continue
        if unseen and (_covered(others, one.span) or _in_longer(text, one.span)):
            continue
        found.append((name, one.span))
    return found


def states_in(reading: Reading, names: Names) -> list[tuple[str, Span]]:
    """States that act in an article by their name or seat ("Moscow warned"), with where they stand.

    A seat that the story names as a body of its own is left to that.
    """
    found = []
    for place in reading.places:
        known = country_of_name(place.name) if place.actor else None
        if known is not None and known[1] != "demonym" and names.canonical(place.name) is None:
            found.append((name_of_country(known[0]), place.span))
    return found


def written_forms(
    readings: tuple[Reading, ...],
    cast: Cast,
    speakers: Mapping[StatementId, tuple[str, ...]],
) -> dict[str, tuple[Alias, ...]]:
    """Every form of every actor that the texts name.

    Args:
        readings: The story's articles.
        cast: Its names.
        speakers: The canonical names of the speakers of each statement; a description that names
            nobody ("a Pentagon spokeswoman") stands where it is the source of a statement.

    Returns:
        By canonical name; sorted by form, each with its passages by article, ascending.
    """
    told: dict[str, dict[str, set[Passage]]] = {}

    def note(name: str, reading: Reading, span: Span) -> None:
        form = _form(span.of(reading.article.text))
        if form:
            told.setdefault(name, {}).setdefault(form, set()).add(Passage(reading.article.id, span))

    for reading in readings:
        for name, span in (*_sighted(reading, cast), *states_in(reading, cast.names)):
            note(name, reading, span)
        for statement in reading.statements:
            for whole in statement.source:
                span = _without_clause(reading.article.text, whole)
                words = bare_name(span.of(reading.article.text))
                for name in speakers.get(statement.id, ()):
                    if key(words) == key(name):
                        note(name, reading, span)
    return {
        name: tuple(Alias(form=form, passages=tuple(sorted(forms[form]))) for form in sorted(forms))
        for name, forms in told.items()
    }
