"""One story brought into agreement with itself: dates, names, authorities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from firsthand.domain import (
    Actor,
    ArticleId,
    CopyGroup,
    CopyLink,
    Passage,
    Reading,
    Reason,
    SettledStory,
    SpeakerKind,
    Statement,
    StatementField,
    StatementId,
    Story,
)
from firsthand.settle.actors import actors_of
from firsthand.settle.authority import Career, authority_of, several_states
from firsthand.settle.barenames import bare_name
from firsthand.settle.bodykinds import may_be_body
from firsthand.settle.cast import Cast, cast_of
from firsthand.settle.dating import dates_inferred
from firsthand.settle.entities import with_everybody
from firsthand.settle.lands import leading_state, one_state
from firsthand.settle.offices import Offices
from firsthand.settle.phrases import describe
from firsthand.settle.posts import posts_of
from firsthand.settle.resolving import Bodies
from firsthand.settle.roles import Told, told_of_people
from firsthand.settle.saying import with_days
from firsthand.settle.tally import counted, roots_of
from firsthand.settle.voices import Voice, voices_of
from firsthand.tables.bodies import Role, bodies
from firsthand.tables.countries import country_of_name, name_of_country

__all__ = ["settle"]


_REFERRED = 0.7
"""How sure it is that a common noun goes back to the body of its kind named last: hand-set."""


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


def _cast(
    readings: tuple[Reading, ...], roots: Mapping[ArticleId, ArticleId] = MappingProxyType({})
) -> Cast:
    """The story's names, with the bodies that its people are said to speak for."""
    first = cast_of(readings, roots=roots)
    also = []
    for one in told_of_people(readings, first):
        said = one.said
        if said.of is None or not {Role.SPOKES, Role.HEADS} & set(said.kinds):
            continue
        form = bare_name(said.of)
        known = first.names.canonical(form, one.where.article)
        person = known is not None and first.names.is_person(known)
        possessed = "’s " in form or "'s " in form
        named = may_be_body(form) and country_of_name(form) is None
        if " " in form and not person and not possessed and named:
            also.append(form)
    return cast_of(readings, sorted(set(also)), first, roots)


def _presidency(
    readings: tuple[Reading, ...], roots: Mapping[ArticleId, ArticleId], told: Sequence[Told]
) -> str | None:
    """The country whose president a bare "President" means: the one whose seat the texts name most.

    They must also name that country far more often than any other. Where they name no seat, the one state that they name at all, if they call one person alone
    "President" before the name, and of nothing.
    """
    seats = counted(
        (
            (reading.article.id, found[0])
            for reading in readings
            for mention in reading.mentions
            if (found := country_of_name(mention.name)) is not None and found[1] == "metonym"
        ),
        roots,
    )
    if seats:
        own = [
            one for one in readings if roots.get(one.article.id, one.article.id) == one.article.id
        ]
        first = min(seats, key=lambda code: (-seats[code], code))
        return first if leading_state(own) == first else None
    presidents = [one for one in told if (one.said.role or "").casefold() == "president"]
    bare = any(one.said.role == "President" and one.said.of is None for one in presidents)
    if len({one.person for one in presidents}) > 1 or (presidents and not bare):
        return None
    return one_state(readings)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Settled:
    """What is known of a story when its statements are settled."""

    table: Bodies
    voices: Mapping[StatementId, tuple[Voice, ...]]
    actors: Mapping[str, Actor]
    careers: Mapping[str, Career]
    states: bool
    """Whether organs of several states speak, each for its state."""

    def authority(self, name: str, one: Statement) -> tuple[str | None, Reason | None]:
        """For whom a speaker speaks in a statement, and why."""
        article = one.article
        actor = self.actors.get(name)
        if actor is None:
            return None, None
        body = actor.authority
        if body is None and actor.kind is SpeakerKind.ANONYMOUS and one.source:
            return self._referred(name, Passage(article, one.source[0]))
        career = self.careers.get(name)
        post = career.in_article(article) if career is not None else None
        then = career.then(article) if career is not None else None
        if then is None and body is None and post is not None:
            then = post.body  # an office since given up: held when this article was written
        if actor.kind is SpeakerKind.PERSON and then is not None:
            state = then.state if self.states else None
            body = self._followed(then.name) if state is None else name_of_country(state)
        if body is None:
            return None, None
        if post is None or actor.kind is not SpeakerKind.PERSON:
            feature = "a body speaks for itself" if body == name else f"an organ of {body}"
            if actor.kind not in {SpeakerKind.BODY, SpeakerKind.OUTLET}:
                feature = "the words that name the speaker name the body"
            return body, Reason(feature=feature, field=StatementField.AUTHORITY)
        return body, Reason(
            feature=f"called “{post.told.said.role}”",
            evidence=(post.told.where,),
            field=StatementField.AUTHORITY,
        )

    def _referred(self, name: str, where: Passage) -> tuple[str | None, Reason | None]:
        """For whom somebody unnamed speaks who is called "an agency spokesman": the agency named last."""
        said = describe(name)
        noun = bare_name(said.of or "").casefold()
        if said.over or Role.SPOKES not in said.kinds or noun not in bodies().generic:
            return None, None
        body = self.table.referred(where, noun)
        if body is None or self.table.names.is_person(body.name):
            return None, None
        told = body.name if body.state is None or not self.states else name_of_country(body.state)
        return told, Reason(
            feature=f"“the {noun}” is the one named last",
            score=_REFERRED,
            evidence=(where,),
            field=StatementField.AUTHORITY,
        )

    def _followed(self, body: str) -> str:
        """Whom an article's authority speaks for itself, where it is a person with an office."""
        higher = self.actors.get(body)
        if higher is None or higher.kind is not SpeakerKind.PERSON or higher.authority is None:
            return body
        return higher.authority

    def statement(self, one: Statement) -> Statement:
        """Give a statement its speaker's canonical name and authority."""
        voices = self.voices[one.id]
        named = [voice.name for voice in voices if voice.name is not None]
        spoken = [self.authority(name, one) for name in named]
        bodies = [body for body, _ in spoken if body is not None]
        whole = bodies and len(bodies) == len(voices)
        kind = next((voice.kind for voice in voices if voice.kind is not None), one.speaker_kind)
        actor = self.actors.get(named[0]) if len(named) == 1 else None
        if actor is not None and kind in {SpeakerKind.UNKNOWN, SpeakerKind.BODY}:
            kind = actor.kind
        relays = [self.table.names.canonical(relay, one.article) or relay for relay in one.relays]
        reasons = [voice.reason for voice in voices]
        reasons += [reason for body, reason in spoken] if whole else []
        return replace(
            one,
            # Of joint speakers one of whom is in doubt, those who are not are still named.
            speaker="; ".join(dict.fromkeys(named)) or None,
            authority="; ".join(dict.fromkeys(bodies)) if whole else None,
            speaker_kind=kind,
            relays=tuple(dict.fromkeys(relays)),
            reasons=(*one.reasons, *(reason for reason in reasons if reason is not None)),
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
    roots = roots_of(mine, grouped)
    cast = _cast(mine, roots)
    told = told_of_people(mine, cast)
    table = Bodies.of(cast, mine, _presidency(mine, roots, told), roots)
    posts = posts_of(table, told)
    voices = voices_of(mine, cast, Offices(posts, table))
    speakers = {
        statement: tuple(voice.name for voice in found if voice.name is not None)
        for statement, found in voices.items()
    }
    speaking = frozenset(name for found in speakers.values() for name in found)
    careers = {person: Career(held, table) for person, held in posts.items()}
    actors = authority_of(actors_of(mine, cast, speakers, roots), careers, table, speaking)
    by_name = {actor.name: actor for actor in actors}
    known = _Settled(
        table=table,
        voices=voices,
        actors=by_name,
        careers=careers,
        states=several_states(by_name, speaking),
    )
    settled = tuple(
        replace(reading, statements=tuple(map(known.statement, reading.statements)))
        for reading in mine
    )
    settled = tuple(with_days(reading) for reading in dates_inferred(settled, kept))
    return SettledStory(
        story=story,
        readings=settled,
        actors=with_everybody(actors, settled, table, posts, speakers),
        links=kept,
        groups=grouped,
    )
