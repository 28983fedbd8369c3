"""One story brought into agreement with itself: dates, names, authorities."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from firsthand.domain import (
    Actor,
    ArticleId,
    CopyGroup,
    CopyLink,
    Reading,
    SettledStory,
    SpeakerKind,
    Statement,
    Story,
)
from firsthand.settle.authority import authority_of
from firsthand.settle.cast import actors_of, cast_names, speakers_of
from firsthand.settle.dating import dates_inferred
from firsthand.settle.names import Names
from firsthand.settle.nominals import described_company, only_company
from firsthand.settle.phrases import bare_name, describe
from firsthand.settle.resolving import Bodies
from firsthand.settle.roles import told_of_people
from firsthand.settle.saying import with_days
from firsthand.tables.bodies import Role
from firsthand.tables.countries import country_of_name

__all__ = ["settle"]


_WORD = re.compile(
    r"(?:statement|letter|post|tweet|e-?mail|news release|press release|message|note)\b",
    re.IGNORECASE,
)
"""Documents that are somebody's own words: the author is the speaker."""


_SEEN = re.compile(r"\s+(?:seen|obtained|reviewed|viewed|read|published|released)\s+(?:by|on|in)\b")
"""Who saw a document is no part of its name."""


def _restricted(
    wanted: set[ArticleId], links: Sequence[CopyLink], groups: Sequence[CopyGroup]
) -> tuple[tuple[CopyLink, ...], tuple[CopyGroup, ...]]:
    """Copy links and groups cut down to the story; an article without a group gets one of its own."""
    kept = sorted(
        (link for link in links if {link.original, link.copy} <= wanted),
        key=lambda link: (link.original, link.copy, link.relation.value),
    )
    mine = []
    for group in groups:
        inside = tuple(name for name in group.articles if name in wanted)
        if inside:
            root = group.root if group.root in inside else (inside[0] if len(inside) == 1 else None)
            mine.append(replace(group, articles=inside, root=root))
    grouped = {name for group in mine for name in group.articles}
    mine += [CopyGroup(id=f"g{name}", articles=(name,), root=name) for name in wanted - grouped]
    return tuple(kept), tuple(sorted(mine, key=lambda group: group.articles))


def _names(readings: tuple[Reading, ...]) -> Names:
    """The story's names, with the bodies that its people are said to speak for."""
    first = cast_names(readings)
    also = []
    for one in told_of_people(readings, first):
        said = one.said
        if said.of is None or not {Role.SPOKES, Role.HEADS} & set(said.kinds):
            continue
        form = bare_name(said.of)
        known = first.canonical(form)
        person = known is not None and first.is_person(known)
        possessed = "’s " in form or "'s " in form
        if " " in form and not person and not possessed and country_of_name(form) is None:
            also.append(form)
    return cast_names(readings, also)


def _presidency(readings: tuple[Reading, ...]) -> str | None:
    """The country whose president a bare "President" means: the one whose seat the texts name most."""
    seats: Counter[str] = Counter()
    for reading in readings:
        for mention in reading.mentions:
            found = country_of_name(mention.name)
            if found is not None and found[1] == "metonym":
                seats[found[0]] += 1
    return min(seats, key=lambda code: (-seats[code], code)) if seats else None


def _inside(speaker: str, names: Names) -> str | None:
    """The person named inside a speaker as written ("Harbour Minister Ana Ruiz"); None if nobody is."""
    forms = frozenset(form.casefold() for group in names.people.values() for form in group)
    said = describe(speaker, forms)
    known = names.canonical(said.name) if said.name is not None else None
    if known is not None and names.is_person(known):
        return known
    for part in speaker.split(", ")[1:]:
        known = names.canonical(part)
        if known is not None and names.is_person(known):
            return known
    return None


def _name_of(speaker: str, statement: Statement, names: Names) -> str:
    """The canonical name of one speaker of a statement; as written, without article, if not known."""
    known = None
    if statement.speaker_kind not in {
        SpeakerKind.ANONYMOUS,
        SpeakerKind.GROUP,
        SpeakerKind.DOCUMENT,
    }:
        known = names.canonical(speaker)
        if known is None or (" " in speaker and not names.is_person(known)):
            known = _inside(speaker, names) or known
    elif statement.speaker_kind is SpeakerKind.DOCUMENT and _WORD.match(speaker):
        known = _inside(speaker, names)
    elif statement.speaker_kind is SpeakerKind.GROUP and speaker[:1].isupper():
        known = names.canonical(speaker)
    if statement.speaker_kind is SpeakerKind.DOCUMENT:
        speaker = _SEEN.split(speaker)[0]
    return known or bare_name(speaker) or speaker


def _named(statement: Statement, text: str, names: Names, company: str | None) -> list[str]:
    """The canonical names of a statement's speakers, in order."""
    speakers = speakers_of(statement, text)
    if len(speakers) == 1 and names.canonical(speakers[0]) is None:
        described = described_company(statement, text, company)
        if described is not None:
            return [described]
    return [_name_of(speaker, statement, names) for speaker in speakers]


def _settled_statement(
    statement: Statement,
    text: str,
    names: Names,
    actors: dict[str, Actor],
    company: str | None,
) -> Statement:
    """Give a statement its speaker's canonical name and authority."""
    named = _named(statement, text, names, company)
    found = [actors.get(name) for name in named]
    bodies = [actor.authority for actor in found if actor is not None]
    authority = None
    if bodies and len(bodies) == len(named) and all(body is not None for body in bodies):
        authority = "; ".join(dict.fromkeys(body for body in bodies if body is not None))
    kind = statement.speaker_kind
    described = company is not None and named == [company]
    if (
        len(found) == 1
        and found[0] is not None
        and (described or kind in {SpeakerKind.UNKNOWN, SpeakerKind.BODY})
    ):
        kind = found[0].kind
    return replace(
        statement,
        speaker="; ".join(dict.fromkeys(named)) or None,
        authority=authority,
        speaker_kind=kind,
        relays=tuple(dict.fromkeys(names.canonical(relay) or relay for relay in statement.relays)),
    )


def settle(
    story: Story,
    readings: Sequence[Reading],
    links: Sequence[CopyLink],
    groups: Sequence[CopyGroup],
) -> SettledStory:
    """Give undated articles a date, and people and bodies one name, across the articles of a story.

    Args:
        story: The story.
        readings: Its articles with their layers, in any order; others are left out.
        links: Copy links; those outside the story are left out.
        groups: Copy groups; cut down to the story.

    Returns:
        The story with settled readings, sorted by article id.
    """
    wanted = set(story.articles)
    mine = tuple(
        sorted((r for r in readings if r.article.id in wanted), key=lambda r: r.article.id)
    )
    kept, grouped = _restricted({r.article.id for r in mine}, links, groups)
    names = _names(mine)
    table = Bodies(
        names=names,
        texts={reading.article.id: reading for reading in mine},
        presidency=_presidency(mine),
    )
    company = {reading.article.id: only_company(reading, names) for reading in mine}
    speaking = frozenset(
        name
        for reading in mine
        for statement in reading.statements
        for name in _named(statement, reading.article.text, names, company[reading.article.id])
    )
    actors = authority_of(actors_of(mine, names), told_of_people(mine, names), table, speaking)
    by_name = {actor.name: actor for actor in actors}
    settled = tuple(
        replace(
            reading,
            statements=tuple(
                _settled_statement(
                    statement,
                    reading.article.text,
                    names,
                    by_name,
                    company[reading.article.id],
                )
                for statement in reading.statements
            ),
        )
        for reading in mine
    )
    settled = tuple(with_days(reading) for reading in dates_inferred(settled, kept))
    return SettledStory(
        story=story, readings=settled, actors=tuple(actors), links=kept, groups=grouped
    )
