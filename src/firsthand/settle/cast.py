"""The people and bodies of a story: forms gathered from all its articles, joined, and given kinds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from firsthand.domain import ArticleId, MentionKind, Reading, SpeakerKind
from firsthand.settle.bodykinds import kind_of_words
from firsthand.settle.forms import forms_in, named_outlets
from firsthand.settle.glosses import glosses
from firsthand.settle.local import Address, addresses, with_local
from firsthand.settle.names import Names, key, names_of
from firsthand.settle.shortening import without_middle
from firsthand.settle.sightings import Finder, Sightings
from firsthand.settle.votes import sorted_by_kind, votes_of
from firsthand.tables.givenforms import forms_of_one_name
from firsthand.tables.givennames import is_given_name

__all__ = ["Cast", "cast_of"]

_ALSO = ArticleId("")
"""Stands for no article: forms that descriptions of people give."""


def _places(reading: Reading) -> Iterator[str]:
    """Names of places in an article: those the gazetteer knows; the recogniser's without a gazetteer."""
    if reading.places:
        yield from (place.name for place in reading.places if place.chosen is not None)
        return
    for mention in reading.mentions:
        if mention.kind in {MentionKind.PLACE, MentionKind.NATIONALITY}:
            yield mention.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The names of a story, and where they stand in its texts."""

    names: Names
    sightings: Sightings
    addresses: Mapping[str, Address] = field(default_factory=dict)
    """How people are addressed, by canonical name."""


def _verb_first(form: str, said: frozenset[str]) -> bool:
    """Whether a headline's verb has been taken into a name ("Subpoena Flynn")."""
    words = form.split()
    first = words[0].casefold()
    return (
        len(words) == 2
        and first in said
        and not is_given_name(first)
        and not forms_of_one_name(first, first)
    )


def _shortened(forms: Iterable[str], texts: Mapping[ArticleId, str]) -> list[str]:
    """What the texts call bodies by the front and the last word of their name ("the Ebro Valley board").

    The recogniser sees no name in them where the last word is written small.
    """
    wanted = {
        " ".join((*short[:-1], short[-1].lower()))
        for form in forms
        if not form.isupper()
        for short in without_middle(form.split())
        if short[-2][:1].isupper()
    }
    finder = Finder.of(sorted(wanted))
    return sorted({form for text in texts.values() for _, form in finder.in_text(text)})


def cast_of(
    readings: tuple[Reading, ...],
    also: Iterable[str] = (),
    known: Cast | None = None,
    roots: Mapping[ArticleId, ArticleId] | None = None,
) -> Cast:
    """Join the forms by which the story's articles name people and bodies.

    Args:
        readings: The story's articles.
        also: Further forms of bodies: those that people are said to speak for.
        known: The cast as far as known, from which to learn how people are addressed.
        roots: For each article the one that stands for its text; None: each for itself.
    """
    said = frozenset(
        word
        for reading in readings
        for word in re.findall(r"\b[a-z][a-z’'-]+", reading.article.text)
    )
    roots = roots or {}
    named_too = ((_ALSO, SpeakerKind.BODY, form) for form in also)
    votes, forms = votes_of((*forms_in(readings, roots), *named_too), roots)
    same: dict[str, frozenset[str]] = {}
    named = frozenset(name for name in votes if votes[name][SpeakerKind.BODY])
    for long, short in glosses(readings, named):
        for form in (long, short) if key(long) in named or kind_of_words(long) else ():
            votes.setdefault(key(form), Counter())[SpeakerKind.BODY] += 1
            forms.setdefault(key(form), Counter())[form] += 1
        same[key(short)] = same.get(key(short), frozenset()) | {key(long)}
    texts = {reading.article.id: reading.article.text for reading in readings}
    for form in _shortened((form for name in sorted(named) for form in sorted(forms[name])), texts):
        if key(form) not in votes:
            votes[key(form)] = Counter({SpeakerKind.BODY: 1})
            forms[key(form)] = Counter({form: 1})
    people, organs = sorted_by_kind(votes, forms, named_outlets(readings))
    written = {form for name in (*people, *organs) for form in forms[name]}
    sightings = Sightings.of(texts, sorted(written))
    counts = sightings.counts(roots)
    persons = [
        form for name in people for form in forms[name].elements() if not _verb_first(form, said)
    ]
    houses = [
        form
        for name in organs
        for form in sorted(forms[name])
        for _ in range(max(1, counts.get(form, 0)))
    ]
    places = [place for reading in readings for place in _places(reading)]
    names = names_of(persons, houses, places=places, common=said, same=same)
    told = None if known is None else addresses(known.names, known.sightings, texts)
    names = with_local(names, sightings, texts, told)
    return Cast(names=names, sightings=sightings, addresses=told or {})
