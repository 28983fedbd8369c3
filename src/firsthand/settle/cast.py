"""The people and bodies of a story: forms gathered from all its articles, joined, and given kinds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from firsthand.domain import Actor, MentionKind, Reading, SpeakerKind, Statement
from firsthand.settle.names import Names, key, names_of
from firsthand.settle.phrases import bare_name, describe, is_pronoun
from firsthand.tables.agencies import agency_named
from firsthand.tables.bodies import bodies
from firsthand.tables.outlets import outlet_named

__all__ = ["actors_of", "cast_names", "named_outlets", "speakers_of"]

_NAMED = frozenset({SpeakerKind.PERSON, SpeakerKind.BODY, SpeakerKind.OUTLET, SpeakerKind.UNKNOWN})


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


def _is_outlet(name: str, outlets: frozenset[str]) -> bool:
    return key(name) in outlets or agency_named(name) is not None or outlet_named(name) is not None


def _forms(readings: tuple[Reading, ...]) -> Iterator[tuple[SpeakerKind, str]]:
    """Every occurrence of a name, with what it seems to name."""
    for reading in readings:
        text, article = reading.article.text, reading.article
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
                if said.of is not None and said.link is not None and said.of[:1].isupper():
                    yield SpeakerKind.UNKNOWN, bare_name(said.of)


def _places(reading: Reading) -> Iterator[str]:
    """Names of places in an article: those the gazetteer knows; the recogniser's without a gazetteer."""
    if reading.places:
        yield from (place.name for place in reading.places if place.chosen is not None)
        return
    for mention in reading.mentions:
        if mention.kind in {MentionKind.PLACE, MentionKind.NATIONALITY}:
            yield mention.name


def cast_names(readings: tuple[Reading, ...], also: Iterable[str] = ()) -> Names:
    """Join the forms by which the story's articles name people and bodies.

    Args:
        readings: The story's articles.
        also: Further forms of bodies: those that people are said to speak for.
    """
    votes: dict[str, Counter[SpeakerKind]] = {}
    forms: dict[str, Counter[str]] = {}
    for kind, form in (*_forms(readings), *((SpeakerKind.BODY, form) for form in also)):
        if len(form) < 2 or (kind is SpeakerKind.PERSON and not form.split()[-1][:1].isupper()):
            continue
        if form.casefold().replace("-", " ") in bodies().roles or _DESCRIPTION.match(form):
            continue
        votes.setdefault(key(form), Counter())[kind] += 1
        forms.setdefault(key(form), Counter())[form] += 1
    outlets = named_outlets(readings)
    texts = "\n".join(reading.article.text for reading in readings)
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
    organs: list[str] = []
    for name in sorted(votes):
        kinds, written = votes[name], list(forms[name].elements())
        known_outlet = any(_is_outlet(form, outlets) for form in forms[name])
        single = len(name.split()) < 2
        if single and name not in outlets and not any(f[:1].isupper() for f in forms[name]):
            continue
        short_body = single and name in firsts and name not in surnames
        if not (known_outlet or short_body) and (
            name in surnames
            or kinds[SpeakerKind.PERSON] > kinds[SpeakerKind.BODY]
            or (
                kinds[SpeakerKind.PERSON] == kinds[SpeakerKind.BODY]
                and not kinds[SpeakerKind.UNKNOWN]
            )
        ):
            people += written
        elif not kinds[SpeakerKind.BODY] and single and name not in outlets and not short_body:
            continue
        else:
            organs += [
                form
                for form in sorted(forms[name])
                for _ in range(max(1, len(re.findall(rf"\b{re.escape(form)}(?!\w)", texts))))
            ]
    places = [place for reading in readings for place in _places(reading)]
    return names_of(people, organs, places=places)


def actors_of(readings: tuple[Reading, ...], names: Names) -> list[Actor]:
    """The story's actors: everyone who speaks, is spoken for, or passes words on; without authorities.

    Returns:
        Sorted by name.
    """
    outlets = named_outlets(readings)
    kinds: dict[str, Counter[SpeakerKind]] = {}
    spoken_for: dict[str, Counter[str]] = {}
    aliases: dict[str, set[str]] = {}

    def note(form: str, kind: SpeakerKind) -> str:
        name = names.canonical(form) if kind in _NAMED else None
        name = name or bare_name(form) or form
        aliases.setdefault(name, {name}).add(form)
        votes = kinds.setdefault(name, Counter())
        if names.is_person(name):
            votes[SpeakerKind.PERSON] += 1
        else:
            votes[kind] += 1
        return name

    for reading in readings:
        if reading.article.issuer is not None:
            note(reading.article.issuer, SpeakerKind.BODY)
        for name in (reading.article.wire, *reading.article.relayed_from):
            if name is not None:
                note(name, SpeakerKind.OUTLET)
        for statement in reading.statements:
            for speaker in speakers_of(statement, reading.article.text):
                name = note(speaker, statement.speaker_kind)
                if statement.authority is not None and "; " not in (statement.speaker or ""):
                    spoken_for.setdefault(name, Counter())[statement.authority] += 1
            for body in (statement.authority or "").split("; "):
                if body:
                    note(body, SpeakerKind.UNKNOWN)
            for relay in statement.relays:
                known = names.canonical(relay)
                person = known is not None and names.is_person(known)
                speaks = known is not None and kinds.get(known, Counter())[SpeakerKind.BODY] > 0
                outlet = _is_outlet(known or relay, outlets) or not (person or speaks)
                note(relay, SpeakerKind.OUTLET if outlet else SpeakerKind.UNKNOWN)
    found = []
    for name in sorted(kinds):
        votes = kinds[name]
        if names.is_person(name):
            kind = SpeakerKind.PERSON
        elif _is_outlet(name, outlets) and not votes[SpeakerKind.BODY]:
            kind = SpeakerKind.OUTLET
        else:
            votes.pop(SpeakerKind.UNKNOWN, None)
            if name in names.bodies:
                votes.pop(SpeakerKind.PERSON, None)
            kind = min(votes, key=lambda k: (-votes[k], k.value)) if votes else SpeakerKind.UNKNOWN
            if kind is SpeakerKind.UNKNOWN and name in names.bodies:
                kind = SpeakerKind.BODY
        forms = names.people.get(name) or names.bodies.get(name) or ()
        told = spoken_for.get(name, Counter())
        found.append(
            Actor(
                name=name,
                kind=kind,
                authority=min(told, key=lambda b: (-told[b], b)) if told else None,
                aliases=tuple(sorted({*aliases[name], *forms})),
            )
        )
    return found
