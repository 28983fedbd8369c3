"""The people and bodies of a story: forms gathered from all its articles, joined, and given kinds."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from firsthand.domain import MentionKind, Reading, SpeakerKind, Statement
from firsthand.settle.bodykinds import kind_of_words
from firsthand.settle.cutting import Cutter, in_capitals
from firsthand.settle.glosses import glosses
from firsthand.settle.houses import organs_in
from firsthand.settle.local import Address, addresses, with_local
from firsthand.settle.names import Names, key, names_of
from firsthand.settle.phrases import bare_name, describe, is_pronoun
from firsthand.settle.sightings import Sightings
from firsthand.settle.spelling import well_formed
from firsthand.tables.agencies import agency_named
from firsthand.tables.bodies import Role, bodies
from firsthand.tables.bodykinds import body_kinds
from firsthand.tables.givenforms import forms_of_one_name
from firsthand.tables.givennames import is_given_name
from firsthand.tables.organs import organs
from firsthand.tables.outlets import outlet_named

__all__ = ["Cast", "cast_of", "is_outlet_name", "named_outlets", "speakers_of"]

_PERSON = re.compile(r"(?:[A-Z][\w.'’-]*\s){1,3}[A-Z][\w'’-]+")
"""A name that a title or an apposition with a role goes with: two to four capitalised words."""


_BRACKETED = re.compile(r"(.+?)\s*\(([A-Z][A-Z.]{1,7})\)")
"""A name with its acronym ("Meridian Wire (MRW)"): each half names it too."""

_DESCRIPTION = re.compile(r"[a-z].*\s(?:for|at|by|from|with|who|that|which|about|on)\s")
"""A description in lower case that holds a name ("spokesman for the Coastal Board") and is none."""

_OWNED = re.compile(
    r"(?:[A-Z][\w.-]+\s?){1,4}['’]s (?P<name>(?:[A-Z][\w.'’-]*\s){1,3}[A-Z][\w'’-]+)$"
)
"""Somebody named as a body's own ("Meridian's Ana Ruiz")."""


def speakers_of(statement: Statement, text: str) -> tuple[str, ...]:
    """The speakers of a statement as far as known before settling; the source's words failing that.

    Empty where nobody is named, or only by a pronoun that was not resolved.
    """
    if statement.speaker is not None:
        return tuple(part for part in statement.speaker.split("; ") if part)
    if not statement.source:
        return ()
    source = text[statement.source[0].start : statement.source[-1].end]
    said = describe(source)
    name = said.name if said.name is not None else bare_name(source)
    return () if not name or is_pronoun(name) else (name,)


def named_outlets(readings: tuple[Reading, ...]) -> frozenset[str]:
    """Folded names of the outlets and wires that the story's articles belong to or are credited to."""
    found = set()
    for reading in readings:
        article = reading.article
        for name in (article.outlet, article.wire, *article.relayed_from):
            if name is not None:
                found.add(key(name))
                both = _BRACKETED.fullmatch(name)
                found.update(key(part) for part in (both.groups() if both is not None else ()))
    return frozenset(found)


def is_outlet_name(name: str, outlets: frozenset[str]) -> bool:
    """Whether `name` is an outlet's: of the story's (folded `outlets`), or one that the tables know."""
    return key(name) in outlets or agency_named(name) is not None or outlet_named(name) is not None


def _cutter(readings: tuple[Reading, ...]) -> Cutter:
    """What cuts the names of the story to size."""
    running = []
    for reading in readings:
        lines = in_capitals(reading)
        starts = [line.start for line in lines]
        for mention in reading.mentions:
            at = bisect_right(starts, mention.span.start) - 1
            if at < 0 or not lines[at].overlaps(mention.span):
                running.append(bare_name(mention.name))
    return Cutter.of(running, (reading.article.text for reading in readings))


def _forms(readings: tuple[Reading, ...]) -> Iterator[tuple[SpeakerKind, str]]:
    """Every occurrence of a name, cut to size, with what it seems to name."""
    cutter = _cutter(readings)
    cuts: dict[tuple[SpeakerKind, str], tuple[str, ...]] = {}
    for kind, form in _found(readings):
        if (kind, form) not in cuts:
            cut = cutter.person if kind is SpeakerKind.PERSON else cutter.body
            whole = kind is SpeakerKind.UNKNOWN
            cuts[kind, form] = (form,) if whole else cut(form)
        for one in cuts[kind, form]:
            yield kind, one


def _found(readings: tuple[Reading, ...]) -> Iterator[tuple[SpeakerKind, str]]:
    """Every occurrence of a name as recogniser, metadata and statements have it."""
    for reading in readings:
        text, article = reading.article.text, reading.article
        for form in organs_in(text):
            yield SpeakerKind.BODY, bare_name(form)
        for mention in reading.mentions:
            if mention.kind is MentionKind.PERSON:
                owned = _OWNED.match(mention.name)
                yield SpeakerKind.PERSON, bare_name(owned["name"] if owned else mention.name)
            elif mention.kind is MentionKind.ORGANISATION:
                yield SpeakerKind.BODY, bare_name(mention.name)
        for name in (article.outlet, article.wire, article.issuer, *article.relayed_from):
            if name is not None:
                yield SpeakerKind.BODY, name
        for statement in reading.statements:
            for speaker in speakers_of(statement, text):
                kind = statement.speaker_kind
                if kind is SpeakerKind.PERSON:
                    owned = _OWNED.match(speaker)
                    yield SpeakerKind.PERSON, bare_name(owned["name"] if owned else speaker)
                elif kind in {SpeakerKind.BODY, SpeakerKind.OUTLET}:
                    yield SpeakerKind.BODY, bare_name(speaker)
                elif kind is SpeakerKind.UNKNOWN or (
                    kind is SpeakerKind.GROUP and re.fullmatch(r"[A-Z][\w'’-]+", speaker)
                ):
                    yield SpeakerKind.UNKNOWN, bare_name(speaker)
            if statement.authority is not None:
                for body in statement.authority.split("; "):
                    yield SpeakerKind.UNKNOWN, bare_name(body)
            for relay in statement.relays:
                yield SpeakerKind.UNKNOWN, relay
            if statement.source:
                said = describe(text[statement.source[0].start : statement.source[-1].end])
                if said.name is not None and said.kinds and _PERSON.fullmatch(said.name):
                    yield SpeakerKind.PERSON, said.name
                office = describe(said.of or "")
                if (
                    said.of is not None
                    and said.link is not None
                    and said.of[:1].isupper()
                    and not (office.name is None and Role.MINISTERS in office.kinds)
                ):
                    yield SpeakerKind.UNKNOWN, bare_name(said.of)


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


def _votes(
    readings: tuple[Reading, ...], also: Iterable[str]
) -> tuple[dict[str, Counter[SpeakerKind]], dict[str, Counter[str]]]:
    """What the occurrences of each name seem to name, and its forms, by folded name."""
    votes: dict[str, Counter[SpeakerKind]] = {}
    forms: dict[str, Counter[str]] = {}
    for kind, form in (*_forms(readings), *((SpeakerKind.BODY, form) for form in also)):
        if not well_formed(form) or (
            kind is SpeakerKind.PERSON and not form.split()[-1][:1].isupper()
        ):
            continue
        if form.casefold().replace("-", " ") in bodies().roles or _DESCRIPTION.match(form):
            continue
        votes.setdefault(key(form), Counter())[kind] += 1
        forms.setdefault(key(form), Counter())[form] += 1
    return votes, forms


def _sorted_by_kind(
    votes: dict[str, Counter[SpeakerKind]],
    forms: dict[str, Counter[str]],
    outlets: frozenset[str],
) -> tuple[list[str], list[str]]:
    """Folded names of people, and of bodies."""
    surnames = {
        name.split()[-1]
        for name, kinds in votes.items()
        if len(name.split()) > 1 and kinds[SpeakerKind.PERSON] > kinds[SpeakerKind.BODY]
    }
    firsts = {
        name.split()[0]
        for name, kinds in votes.items()
        if len(name.split()) > 1 and kinds[SpeakerKind.BODY] > kinds[SpeakerKind.PERSON]
    }
    people: list[str] = []
    houses: list[str] = []
    things = body_kinds().things
    for name in sorted(votes):
        kinds = votes[name]
        known_outlet = any(is_outlet_name(form, outlets) for form in forms[name])
        single = len(name.split()) < 2
        force = name in organs().police_heads
        if (
            single
            and not force
            and name not in outlets
            and not any(f[:1].isupper() for f in forms[name])
        ):
            continue
        first, last = name.split()[0], name.split()[-1]
        if last in things and first in surnames and not kinds[SpeakerKind.BODY]:
            continue  # "Lind Tower" of a story of somebody called Lind
        short_body = single and name in firsts and name not in surnames
        if not (known_outlet or short_body) and (
            name in surnames
            or kinds[SpeakerKind.PERSON] > kinds[SpeakerKind.BODY]
            or (
                kinds[SpeakerKind.PERSON] == kinds[SpeakerKind.BODY]
                and not kinds[SpeakerKind.UNKNOWN]
            )
        ):
            people.append(name)
        elif kinds[SpeakerKind.BODY] or not single or name in outlets or short_body or force:
            houses.append(name)
    return people, houses


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


def cast_of(
    readings: tuple[Reading, ...],
    also: Iterable[str] = (),
    known: Cast | None = None,
) -> Cast:
    """Join the forms by which the story's articles name people and bodies.

    Args:
        readings: The story's articles.
        also: Further forms of bodies: those that people are said to speak for.
        known: The cast as far as known, from which to learn how people are addressed.
    """
    said = frozenset(
        word
        for reading in readings
        for word in re.findall(r"\b[a-z][a-z’'-]+", reading.article.text)
    )
    votes, forms = _votes(readings, also)
    same: dict[str, frozenset[str]] = {}
    named = frozenset(name for name in votes if votes[name][SpeakerKind.BODY])
    for long, short in glosses(readings, named):
        for form in (long, short) if key(long) in named or kind_of_words(long) else ():
            votes.setdefault(key(form), Counter())[SpeakerKind.BODY] += 1
            forms.setdefault(key(form), Counter())[form] += 1
        same[key(short)] = same.get(key(short), frozenset()) | {key(long)}
    people, organs = _sorted_by_kind(votes, forms, named_outlets(readings))
    texts = {reading.article.id: reading.article.text for reading in readings}
    written = {form for name in (*people, *organs) for form in forms[name]}
    sightings = Sightings.of(texts, sorted(written))
    counts = sightings.counts()
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
