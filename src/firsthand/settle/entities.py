"""Everybody whom a story names, with names, roles and affiliations as the texts have them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from firsthand.domain import (
    Actor,
    Affiliation,
    AffiliationBasis,
    Alias,
    ArticleId,
    BodyKind,
    Passage,
    Reading,
    Role,
    SpeakerKind,
    StatementId,
)
from firsthand.settle.bodykinds import kind_of_body
from firsthand.settle.forms import is_outlet_name, named_outlets
from firsthand.settle.names import key
from firsthand.settle.phrases import describe
from firsthand.settle.posts import Post
from firsthand.settle.resolving import Bodies
from firsthand.settle.spelling import well_formed
from firsthand.settle.tenures import roles_of
from firsthand.settle.written import by_places, place_spans, states_in, written_forms
from firsthand.tables.bodies import Role as Capacity
from firsthand.tables.countries import country_of_name, name_of_country

__all__ = ["with_everybody"]


def with_everybody(
    actors: Sequence[Actor],
    readings: tuple[Reading, ...],
    table: Bodies,
    posts: Mapping[str, Sequence[Post]],
    speakers: Mapping[StatementId, tuple[str, ...]],
) -> tuple[Actor, ...]:
    """Add those whom the texts only name, and say of each actor what the texts say.

    Args:
        actors: Those who speak, are spoken for or pass words on, with authorities.
        readings: The story's articles, dates and statements settled.
        table: The story's bodies.
        posts: The posts of people.
        speakers: The canonical names of the speakers of each statement.

    Returns:
        Sorted by name.
    """
    written = written_forms(readings, table.cast, speakers)
    by_id = {reading.article.id: reading for reading in readings}
    known = {actor.name: actor for actor in actors}
    for actor in _spoken_for(actors, table):
        known.setdefault(actor.name, actor)
    for actor in _named(readings, table, written):
        known.setdefault(actor.name, actor)
    return tuple(
        _detailed(known[name], table, written.get(name, ()), posts.get(name, ()), by_id)
        for name in sorted(known)
    )


def _spoken_for(actors: Sequence[Actor], table: Bodies) -> list[Actor]:
    """The bodies and states that somebody speaks for and that say nothing themselves."""
    found = []
    for actor in actors:
        body = actor.authority
        if body is not None and body != actor.name and not table.names.is_person(body):
            found.append(_body(body, table, heard=True))
    return found


def _body(name: str, table: Bodies, *, heard: bool) -> Actor:
    return Actor(
        name=name,
        kind=SpeakerKind.BODY,
        authority=name,
        state=table.state(name),
        aliases=tuple(sorted({name, *table.names.bodies.get(name, ())})),
        heard=heard,
    )


def _named(
    readings: tuple[Reading, ...], table: Bodies, written: Mapping[str, tuple[Alias, ...]]
) -> list[Actor]:
    """Those whom the texts name without their saying anything."""
    outlets = named_outlets(readings)
    states = {name for reading in readings for name, _ in states_in(reading, table.names)}
    spots = place_spans(readings)
    found = []
    for name in sorted(written):
        if not well_formed(name):
            continue
        if table.names.is_person(name):
            forms = tuple(sorted({name, *table.names.people[name]}))
            found.append(Actor(name=name, kind=SpeakerKind.PERSON, aliases=forms, heard=False))
        elif name in states or (
            name in table.names.bodies
            and not _no_body(name)
            and not by_places(spots, written[name])
        ):
            one = _body(name, table, heard=False)
            outlet = is_outlet_name(name, outlets)
            found.append(replace(one, kind=SpeakerKind.OUTLET) if outlet else one)
    return found


def _no_body(name: str) -> bool:
    """Whether a name is an adjective of a people, or a post and no body ("Ukraine's president")."""
    country = country_of_name(name)
    people = country is not None and country[1] == "demonym"
    said = describe(name)
    post = bool({Capacity.MINISTERS, Capacity.SPOKES, Capacity.SELF} & set(said.kinds))
    return people or (said.name is None and post)


def _detailed(
    actor: Actor,
    table: Bodies,
    written: tuple[Alias, ...],
    posts: Sequence[Post],
    readings: Mapping[ArticleId, Reading],
) -> Actor:
    """An actor with kind of body, names as written, roles and affiliations."""
    roles = roles_of(posts, readings) if actor.kind is SpeakerKind.PERSON else ()
    kind = _kind(actor, table)
    if kind is BodyKind.STATE and actor.kind is SpeakerKind.UNKNOWN:
        actor = replace(actor, kind=SpeakerKind.BODY)
    return replace(
        actor,
        body=kind,
        written=written,
        held=roles,
        roles=actor.roles
        or tuple(dict.fromkeys(post.told.said.role for post in posts if post.told.said.role)),
        affiliations=_affiliations(actor, roles, posts, table),
        state=actor.state or _state_of_roles(roles),
    )


def _kind(actor: Actor, table: Bodies) -> BodyKind | None:
    """The kind of a body: by its names, else by what the texts call it."""
    if actor.kind is SpeakerKind.OUTLET:
        return BodyKind.OUTLET
    if actor.kind not in {SpeakerKind.BODY, SpeakerKind.UNKNOWN}:
        return None
    called = table.called.get(actor.name)
    forms = sorted({*actor.aliases} - {actor.name}, key=lambda form: (-len(form), form))
    by_name = next((kind for form in (actor.name, *forms) if (kind := kind_of_body(form))), None)
    return by_name or (None if called is None else called.kind)


def _state_of_roles(roles: Sequence[Role]) -> str | None:
    """The state whose organs all roles that are held are in; None where they are in several or none."""
    states = {role.state for role in roles if role.tenure.value in {"held", "acting"}} - {None}
    return states.pop() if len(states) == 1 else None


def _affiliations(
    actor: Actor, roles: Sequence[Role], posts: Sequence[Post], table: Bodies
) -> tuple[Affiliation, ...]:
    """The bodies that the texts place an actor in or under."""
    found: dict[tuple[str, AffiliationBasis], set[Passage]] = {}

    def note(body: str, basis: AffiliationBasis, *passages: Passage) -> None:
        if key(body) != key(actor.name):
            found.setdefault((body, basis), set()).update(passages)

    for role in roles:
        if role.body is not None:
            note(role.body, AffiliationBasis.ROLE, *role.passages)
    for post in posts:
        said = post.told.said
        if set(said.kinds) == {Capacity.SELF} and said.of is not None:
            body = table.names.canonical(said.of, post.told.where.article)
            if body is not None and body in table.names.bodies:
                note(body, AffiliationBasis.MEMBER, post.told.where)
    own = country_of_name(actor.name)
    if actor.kind in {SpeakerKind.BODY, SpeakerKind.UNKNOWN} and actor.state is not None:
        if own is None or own[1] == "metonym":
            called = table.called.get(actor.name)
            shown = called.passages if called is not None and called.state is not None else ()
            note(name_of_country(actor.state), AffiliationBasis.PART, *shown)
    elif (
        actor.authority is not None
        and actor.kind is not SpeakerKind.OUTLET
        and not any(body == actor.authority for body, _ in found)
    ):
        note(actor.authority, AffiliationBasis.NAMED, *_shown(actor))
    return tuple(
        Affiliation(body=body, basis=basis, passages=tuple(sorted(passages)))
        for (body, basis), passages in sorted(found.items())
    )


def _shown(actor: Actor) -> tuple[Passage, ...]:
    """Where the actor stands by a description of its own ("a Pentagon spokeswoman")."""
    return tuple(passage for alias in actor.written for passage in alias.passages)
