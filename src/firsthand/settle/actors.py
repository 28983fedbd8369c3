"""The actors of a story: who speaks in it, is spoken for, or passes words on, and of what kind each is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from firsthand.domain import Actor, ArticleId, Reading, SpeakerKind, Statement, StatementId
from firsthand.settle.barenames import bare_name
from firsthand.settle.cast import Cast
from firsthand.settle.forms import is_outlet_name, named_outlets
from firsthand.settle.names import key
from firsthand.settle.spelling import well_formed
from firsthand.settle.tally import counted

__all__ = ["actors_of"]

_NAMED = frozenset({SpeakerKind.PERSON, SpeakerKind.BODY, SpeakerKind.OUTLET, SpeakerKind.UNKNOWN})


@dataclass(slots=True)
class _Noted:
    """What the statements say of one actor."""

    kinds: list[tuple[ArticleId, SpeakerKind]] = field(default_factory=list)
    spoken_for: list[tuple[ArticleId, str]] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)


class _Actors:
    """Actors under construction."""

    def __init__(
        self, cast: Cast, outlets: frozenset[str], roots: Mapping[ArticleId, ArticleId]
    ) -> None:
        self.names, self.outlets, self.roots = cast.names, outlets, roots
        self.noted: dict[str, _Noted] = {}

    def note(
        self, form: str, kind: SpeakerKind, article: ArticleId, name: str | None = None
    ) -> _Noted:
        """Note an occurrence of `form`, which names `name` if that is known already."""
        known = self.names.canonical(form, article) if kind in _NAMED else None
        name = name or known or bare_name(form) or form
        one = self.noted.setdefault(name, _Noted())
        one.aliases.add(name)
        if (
            self.names.canonical(form) in {name, None}
            and key(bare_name(form)) not in self.names.open
        ):
            one.aliases.add(form)
        one.kinds.append((article, SpeakerKind.PERSON if self.names.is_person(name) else kind))
        return one

    def note_relay(self, relay: str, article: ArticleId) -> None:
        """Note an outlet or a party through which words came."""
        known = self.names.canonical(relay, article)
        person = known is not None and self.names.is_person(known)
        noted = self.noted.get(known or "")
        speaks = noted is not None and any(kind is SpeakerKind.BODY for _, kind in noted.kinds)
        outlet = is_outlet_name(known or relay, self.outlets) or not (person or speaks)
        self.note(relay, SpeakerKind.OUTLET if outlet else SpeakerKind.UNKNOWN, article)

    def note_statement(self, statement: Statement, speakers: tuple[str, ...]) -> None:
        """Note who speaks in a statement, for whom, and through whom it came."""
        article = statement.article
        for speaker in speakers:
            one = self.note(speaker, statement.speaker_kind, article, speaker)
            if statement.authority is not None and "; " not in (statement.speaker or ""):
                one.spoken_for.append((article, statement.authority))
        for body in (statement.authority or "").split("; "):
            if body and well_formed(body):
                self.note(body, SpeakerKind.UNKNOWN, article)
        for relay in statement.relays:
            self.note_relay(relay, article)

    def actor(self, name: str) -> Actor:
        """One actor, from what its occurrences seem to name."""
        one = self.noted[name]
        told = counted(one.spoken_for, self.roots)
        forms = self.names.people.get(name) or self.names.bodies.get(name) or ()
        return Actor(
            name=name,
            kind=self._kind(name, counted(one.kinds, self.roots)),
            authority=min(told, key=lambda b: (-told[b], b)) if told else None,
            aliases=tuple(sorted({*one.aliases, *forms})),
        )

    def _kind(self, name: str, votes: Counter[SpeakerKind]) -> SpeakerKind:
        if self.names.is_person(name):
            return SpeakerKind.PERSON
        if is_outlet_name(name, self.outlets) and not votes[SpeakerKind.BODY]:
            return SpeakerKind.OUTLET
        body = name in self.names.bodies
        counted = {
            kind: count
            for kind, count in votes.items()
            if count
            and kind is not SpeakerKind.UNKNOWN
            and not (body and kind in {SpeakerKind.PERSON, SpeakerKind.GROUP})
        }
        if counted:
            return min(counted, key=lambda kind: (-counted[kind], kind.value))
        return SpeakerKind.BODY if body else SpeakerKind.UNKNOWN


def actors_of(
    readings: tuple[Reading, ...],
    cast: Cast,
    speakers: Mapping[StatementId, tuple[str, ...]],
    roots: Mapping[ArticleId, ArticleId],
) -> list[Actor]:
    """The story's actors: everyone who speaks, is spoken for, or passes words on; without authorities.

    Args:
        readings: The story's articles.
        cast: Its names.
        speakers: The canonical names of the speakers of each statement.
        roots: For each article the one that stands for its text: copies count once.

    Returns:
        Sorted by name.
    """
    found = _Actors(cast, named_outlets(readings), roots)
    for reading in readings:
        article = reading.article
        if article.issuer is not None:
            found.note(article.issuer, SpeakerKind.BODY, article.id)
        for outlet in (article.wire, *article.relayed_from):
            if outlet is not None:
                found.note(outlet, SpeakerKind.OUTLET, article.id)
        for statement in reading.statements:
            found.note_statement(statement, speakers.get(statement.id, ()))
    return [found.actor(name) for name in sorted(found.noted)]
