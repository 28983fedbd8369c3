"""Whom a speaker speaks for: the authority, followed to its end, or the party that vouches."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.corroborate.coverage import Coverage, key_of
from firsthand.domain import Actor, OriginKind, SpeakerKind, Statement

__all__ = ["KINDS", "Root", "root_of_actor", "unnamed", "vouching_relay"]

KINDS = {
    SpeakerKind.PERSON: OriginKind.PERSON,
    SpeakerKind.BODY: OriginKind.BODY,
    SpeakerKind.GROUP: OriginKind.GROUP,
    SpeakerKind.ANONYMOUS: OriginKind.ANONYMOUS,
    SpeakerKind.DOCUMENT: OriginKind.DOCUMENT,
    SpeakerKind.OUTLET: OriginKind.OUTLET,
    SpeakerKind.UNKNOWN: OriginKind.GROUP,  # nobody in particular: never outweighs somebody named
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """Whom a speaker speaks for."""

    name: str
    kind: OriginKind
    state: str | None
    reason: str


def root_of_actor(cover: Coverage, name: str, authority: str | None) -> Root | None:
    """The authority of a named actor, or the actor; None when the name is not known."""
    actor = cover.actors.get(key_of(name))
    body = authority or (actor.authority if actor is not None else None)
    passed = {key_of(name)}
    while body is not None and key_of(body) not in passed:
        # A lawyer speaks for a president, a president for the presidency: follow it to the end.
        passed.add(key_of(body))
        higher = cover.actors.get(key_of(body))
        if higher is None or higher.authority is None:
            break
        body = higher.authority
    if body is not None:
        whole = cover.actors.get(key_of(body)) or actor
        state = (actor.state if actor else None) or (whole.state if whole else None)
        kind = OriginKind.BODY
        if state is not None:
            kind = OriginKind.STATE
        elif whole is not None and key_of(whole.name) == key_of(body):
            kind = KINDS[whole.kind]
            if kind is OriginKind.OUTLET and key_of(name) != key_of(body):
                kind = OriginKind.BODY
        return Root(name=body, kind=kind, state=state, reason=f"{name} speaks for {body}")
    if actor is None:
        return None
    return Root(
        name=actor.name, kind=KINDS[actor.kind], state=actor.state, reason="speaks in own name"
    )


def vouching_relay(cover: Coverage, statement: Statement) -> str | None:
    """The named party, other than an outlet, through which the words reached the texts.

    An intercept's origin is whoever released it, and what one party says another has said rests
    on the party that says so.
    """
    for relay in statement.relays:
        if cover.is_outlet(relay):
            continue
        if key_of(relay) in cover.actors:
            return relay
    parent = cover.statements.get(statement.parent) if statement.parent is not None else None
    if (
        parent is not None
        and parent.speaker is not None
        and parent.speaker_kind in {SpeakerKind.PERSON, SpeakerKind.BODY}
        and not cover.is_outlet(parent.speaker)
    ):
        return parent.speaker.split("; ")[0]
    return None


def unnamed(actor: Actor | None, kind: SpeakerKind) -> bool:
    """Whether a speaker is somebody the text will not name."""
    kinds = {kind} if actor is None else {kind, actor.kind}
    return bool(kinds & {SpeakerKind.ANONYMOUS})
