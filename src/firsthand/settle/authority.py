"""For whom each person and body of a story speaks.

Roles decide, wherever in the story they stand: a spokesman, director or commander speaks for the
body, a lawyer for the client, a minister for the government. Where organs of two or more states
speak, each is its state; where all belong to one state they stay themselves. Private people, and
members of a body that they do not lead, speak for themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from firsthand.domain import Actor, Reason, Span, SpeakerKind
from firsthand.settle.names import key
from firsthand.settle.phrases import bare_name, describe
from firsthand.settle.resolving import HOUSE, Bodies, Body, state_name
from firsthand.settle.roles import Told
from firsthand.tables.agencies import agency_named
from firsthand.tables.bodies import Role, bodies
from firsthand.tables.outlets import outlet_named
from firsthand.tables.regions import region_of_word

__all__ = ["authority_of"]

_COMMITTEE = re.compile(r"\b(?:committee|panel|subcommittee|caucus)\b", re.IGNORECASE)
_REFERS = re.compile(
    r"\b(?:his|her|the|our|this|that)\s+(?:committee|panel|subcommittee|caucus)\b(?!\s+(?:chair|leader)|['’]s)",
    re.IGNORECASE,
)
_MEMBER = re.compile(
    r"\b(?:chair\w*|member|republican|democrat|leaders?|head|liberal|conservative)s?\s+(?:of|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before a committee that only says who somebody is."""

_SOON = 300
"""Code points after a description of a member within which "the panel" is the one just named."""

_BARE = frozenset(
    {"commander", "duty officer", "chief", "director", "managing director", "chairman"}
)
"""Leading roles that news gives without the body when the body has just been named."""

_NEAR = 500
"""Code points back to the body that a bare "spokeswoman" or "commander" belongs to: about a paragraph."""

_PAPERS = frozenset(
    {"data", "figures", "statistics", "records", "filing", "filings", "documents", "notice"}
)
"""Last words of documents that read like groups."""

_RECORDING = r"(?:audio|recordings?|intercepts?|intercepted calls?|tapes?|footage|video|images?)"
"""Words for one leaked recording, which a text calls by turns; its origin is whoever released it."""


def _last_word(role: str | None) -> str:
    return (role or "").casefold().strip(".").split(" ")[-1]


def _acts(table: Bodies, name: str, one: Told, told: list[Told]) -> bool:
    """Whether a committee does something in the story, so that its chair speaks for it.

    A committee named only to say who a member is describes the member; one that the texts name
    otherwise, or go on to call "the panel", acts.
    """
    forms = table.names.bodies.get(name, (name,))
    pattern = re.compile("|".join(map(re.escape, sorted(forms))), re.IGNORECASE)
    for article, reading in sorted(table.texts.items()):
        for match in pattern.finditer(reading.article.text):
            span = Span(match.start(), match.end())
            before = reading.article.text[max(0, match.start() - 60) : match.start()]
            describing = _MEMBER.search(before) is not None or any(
                other.where.article == article and other.where.span.overlaps(span) for other in told
            )
            if not describing:
                return True
    text = table.texts[one.where.article].article.text
    return _REFERS.search(text[one.where.span.end : one.where.span.end + _SOON]) is not None


def _candidates(table: Bodies, told: list[Told], everyone: list[Told]) -> Counter[Body]:
    """Bodies that the descriptions of one person point to, with how often."""
    found: Counter[Body] = Counter()
    # What one text calls a former role is over in the others too.
    gone = {_last_word(one.said.role) for one in told if one.said.over}
    for one in told:
        said = one.said
        if (
            said.over
            or _last_word(said.role) in gone
            or (Role.SELF in said.kinds and len(said.kinds) == 1)
        ):
            continue
        body: Body | None = None
        role = (said.role or "").casefold()
        if role in bodies().offices:
            body = _office(table, role, said.of)
        elif Role.MINISTERS in said.kinds:
            body = table.government(said)
            if body is None and Role.HEADS in said.kinds and said.of is not None:
                body = table.body(said.of, one.where)
        elif said.of is not None:
            body = table.body(said.of, one.where)
            client = table.names.canonical(said.of)
            if Role.LAWYERS in said.kinds and len(said.kinds) == 1 and client is None:
                body = None  # an adviser on a matter, an agent of nobody in the story
            if (
                body is not None
                and _COMMITTEE.search(body.name)
                and not _acts(table, body.name, one, everyone)
            ):
                continue
        elif Role.SPOKES in said.kinds or role in _BARE:
            body = table.nearest(one.where, person=False, within=_NEAR)
        if body is not None and key(body.name) != key(one.person):
            found[body] += 1
    return found


def _office(table: Bodies, role: str, of: str | None) -> Body:
    """The body that an office is: a state's attorney general is not the federal department."""
    place = re.split(r"['’]s?$", bare_name(of or ""))[0]
    found = region_of_word(place)
    if found is not None:
        return Body(name=f"{place} {role}'s office")
    name = bodies().offices[role]
    return Body(name=table.names.canonical(name) or name, state=table.national(name))


def _refers_back(of: str) -> bool:
    """Whether "of whom" a role is only refers back ("its", "the company's")."""
    plain = bare_name(of).casefold()
    return plain in {"its", "their", "his", "her"} or plain in bodies().generic


def _usable(body: str | None) -> bool:
    """Whether a guess at a body is more than a cut-off honorific."""
    return (
        body is not None and len(body) > 1 and body.casefold().strip(".") not in bodies().honorifics
    )


def _followed(actor: Actor, actors: dict[str, Actor]) -> Actor:
    """Follow an authority that is a person to whom that person speaks for."""
    passed = {actor.name}
    while actor.authority is not None and actor.authority not in passed:
        higher = actors.get(actor.authority)
        lawyer = any(Role.LAWYERS in bodies().roles.get(r.casefold(), ()) for r in actor.roles)
        if higher is None or higher.authority is None or lawyer or HOUSE.search(actor.name):
            break
        passed.add(actor.authority)
        actor = replace(actor, authority=higher.authority, state=higher.state or actor.state)
    return actor


def _speak_for_themselves(actors: dict[str, Actor]) -> None:
    """Let outlets name themselves; an "outlet" whose director or spokesman is heard is a body."""
    led = {
        actor.authority
        for actor in actors.values()
        if actor.kind is SpeakerKind.PERSON and actor.authority is not None
    }
    for name, actor in actors.items():
        if actor.kind is not SpeakerKind.OUTLET:
            continue
        press = agency_named(name) is not None or outlet_named(name) is not None
        kind = SpeakerKind.BODY if name in led and not press else SpeakerKind.OUTLET
        actors[name] = replace(actor, kind=kind, authority=name)


def _issuer(document: str, table: Bodies) -> Body | None:
    """The body that a document's own description names ("the Board's filing", "a memo by the Board")."""
    words = document.split()
    tails = [
        " ".join(words[at + 1 :]) for at, word in enumerate(words[:-1]) if word in {"by", "from"}
    ]
    heads = [" ".join(words[:end]) for end in range(len(words) - 1, 0, -1)]
    for phrase in (*tails, *heads):
        bare = bare_name(phrase)
        if bare.casefold() in bodies().offices:
            office = bodies().offices[bare.casefold()]
            return Body(name=table.names.canonical(office) or office, state=table.national(office))
        known = table.names.canonical(phrase)
        if known is not None and not table.names.is_person(known):
            return Body(name=known, state=table.state(known))
    return Body(name=bare_name(tails[-1])) if tails and len(tails[-1].split()) > 1 else None


def _speak_for_documents(actors: dict[str, Actor], table: Bodies) -> None:
    """Give a document its issuer, where a text names it ("the report by the Harbour Board")."""
    for name, actor in actors.items():
        paper = actor.kind is SpeakerKind.DOCUMENT or name.split()[-1].casefold() in _PAPERS
        if not paper or actor.kind is SpeakerKind.PERSON or actor.authority is not None:
            continue
        body = _issuer(name, table)
        if body is not None:
            actors[name] = replace(actor, authority=body.name, state=body.state)
            continue
        last = name.split(" seen ")[0].split()[-1]
        noun = _RECORDING if re.fullmatch(_RECORDING, last, re.IGNORECASE) else re.escape(last)
        issued = re.compile(
            rf"\b{noun}\s+(?:by|from|of|(?:issued|published|released|leaked) by)\s+(?:the\s+)?"
            r"(?P<body>[A-Z][\w’'-]+(?:\s+(?:and\s+|of\s+|for\s+|the\s+)*[A-Z][\w’'-]+)*)"
        )
        for article in sorted(table.texts):
            match = issued.search(table.texts[article].article.text)
            named = bare_name(match["body"]) if match is not None else ""
            person = actors.get(table.names.canonical(named) or "")
            if person is not None and person.authority is not None:
                body = Body(name=person.authority, state=person.state)
            else:
                body = table.body(named) if _usable(named) else None
            if body is not None and not table.names.is_person(body.name):
                actors[name] = replace(actor, authority=body.name, state=body.state)
                break


def authority_of(
    actors: list[Actor], told: list[Told], table: Bodies, speaking: frozenset[str]
) -> list[Actor]:
    """Say for each actor whom it speaks for.

    Args:
        actors: The story's actors, without authorities.
        told: What the texts say of people.
        table: The story's bodies.
        speaking: Names of actors who are reported to say something.

    Returns:
        The same actors with `authority`, `state` and `roles`; sorted by name.
    """
    by_person: dict[str, list[Told]] = {}
    for one in told:
        by_person.setdefault(one.person, []).append(one)
    settled: dict[str, Actor] = {}
    for actor in actors:
        mine = by_person.get(actor.name, [])
        body: Body | None = None
        if actor.kind is SpeakerKind.PERSON:
            found = _candidates(table, mine, told)
            guess = actor.authority if _usable(actor.authority) else None
            own = table.body(guess) if guess is not None else None
            named = any(one.said.of and not _refers_back(one.said.of) for one in mine)
            if own is not None and own.state is None and not named:
                body = own  # the article itself says; "the company's" is the weaker ground
            elif found:
                body = min(found, key=lambda b: (-found[b], b.state is None, -len(b.name), b.name))
        elif actor.kind in {SpeakerKind.BODY, SpeakerKind.UNKNOWN}:
            if actor.kind is SpeakerKind.BODY or table.state(actor.name) is not None:
                body = table.body(actor.name) or Body(name=actor.name)
        elif actor.kind in {SpeakerKind.ANONYMOUS, SpeakerKind.DOCUMENT}:
            said = describe(actor.name)
            if Role.SPOKES in said.kinds or Role.LAWYERS in said.kinds:
                body = table.body(said.of) if said.of else None
            elif said.of is not None and table.state(bare_name(said.of)) is not None:
                body = table.body(said.of)
            elif (
                actor.authority is not None
                and _usable(actor.authority)
                and table.body(actor.authority)
            ):
                body = table.body(actor.authority)
        if body is None and actor.kind in {
            SpeakerKind.PERSON,
            SpeakerKind.GROUP,
            SpeakerKind.UNKNOWN,
        }:
            said = describe(actor.name)
            if (
                said.of is not None
                and not said.over
                and {Role.SPOKES, Role.LAWYERS} & set(said.kinds)
            ):
                body = table.body(said.of)
        settled[actor.name] = replace(
            actor,
            authority=None if body is None else body.name,
            state=None if body is None else body.state,
            roles=tuple(dict.fromkeys(one.said.role for one in mine if one.said.role)),
            reasons=tuple(
                Reason(feature=f"called “{one.said.role}”", evidence=(one.where,)) for one in mine
            ),
        )
    for name, actor in settled.items():
        settled[name] = _followed(actor, settled)
    _speak_for_documents(settled, table)
    _speak_for_themselves(settled)
    states = {
        actor.state
        for actor in settled.values()
        if actor.state is not None
        and actor.name in speaking
        and key(actor.name) != key(state_name(actor.state))
    }
    if len(states) > 1:
        for name, actor in settled.items():
            if actor.state is not None:
                settled[name] = replace(actor, authority=state_name(actor.state))
    return [settled[name] for name in sorted(settled)]
