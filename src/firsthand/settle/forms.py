"""The forms by which the articles of a story name people and bodies, one by one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from firsthand.domain import ArticleId, MentionKind, Reading, SpeakerKind, Statement
from firsthand.settle.barenames import bare_name, is_pronoun
from firsthand.settle.cutting import Cutter, in_capitals
from firsthand.settle.houses import organs_in
from firsthand.settle.phrases import describe
from firsthand.settle.spelling import key, well_formed
from firsthand.settle.tally import counted
from firsthand.tables.agencies import agency_named
from firsthand.tables.bodies import Role
from firsthand.tables.outlets import outlet_named
from firsthand.tables.scraps import scraps

__all__ = ["forms_in", "is_outlet_name", "named_outlets", "speakers_of"]

_PERSON = re.compile(r"(?:[A-Z][\w.'’-]*\s){1,3}[A-Z][\w'’-]+")
"""A name that a title or an apposition with a role goes with: two to four capitalised words."""


_BRACKETED = re.compile(r"(.+?)\s*\(([A-Z][A-Z.]{1,7})\)")
"""A name with its acronym ("Meridian Wire (MRW)"): each half names it too."""

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


def _cutter(readings: tuple[Reading, ...], roots: Mapping[ArticleId, ArticleId]) -> Cutter:
    """What cuts the names of the story to size."""
    running = []
    for reading in readings:
        lines = in_capitals(reading)
        starts = [line.start for line in lines]
        for mention in reading.mentions:
            at = bisect_right(starts, mention.span.start) - 1
            if at < 0 or not lines[at].overlaps(mention.span):
                running.append((reading.article.id, key(bare_name(mention.name))))
    return Cutter.of(counted(running, roots), (reading.article.text for reading in readings))


def forms_in(
    readings: tuple[Reading, ...], roots: Mapping[ArticleId, ArticleId]
) -> Iterator[tuple[ArticleId, SpeakerKind, str]]:
    """Every occurrence of a name in a story, cut to size, with what it seems to name.

    Args:
        readings: The story's articles.
        roots: For each article the one that stands for its text.
    """
    cutter = _cutter(readings, roots)
    cuts: dict[tuple[SpeakerKind, str], tuple[str, ...]] = {}
    for article, kind, form in (
        (reading.article.id, kind, form) for reading in readings for kind, form in _found(reading)
    ):
        if (kind, form) not in cuts:
            cut = cutter.person if kind is SpeakerKind.PERSON else cutter.body
            whole = kind is SpeakerKind.UNKNOWN
            cuts[kind, form] = (form,) if whole else cut(form)
        for one in cuts[kind, form]:
            yield article, kind, one


def _may_be_called(name: str) -> bool:
    """Whether somebody can be called so: no digits ("Flat 4"), no mere time ("Feb"), no treaty's name."""
    last = name.rsplit(maxsplit=1)[-1].casefold() if name else ""
    return (
        well_formed(name)
        and not any(letter.isdigit() for letter in name)
        and last not in scraps().treaties
    )


def _found(reading: Reading) -> Iterator[tuple[SpeakerKind, str]]:
    """Every occurrence of a name as recogniser, metadata and statements have it."""
    text, article = reading.article.text, reading.article
    for form in organs_in(text):
        yield SpeakerKind.BODY, bare_name(form)
    for mention in reading.mentions:
        if mention.kind is MentionKind.PERSON and not _may_be_called(mention.name):
            continue
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
