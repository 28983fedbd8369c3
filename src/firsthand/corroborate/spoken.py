"""The voices of one mention: a statement's speakers, an issuer's own text, an outlet's own witness."""

from __future__ import annotations

from dataclasses import replace

from firsthand.corroborate.coverage import Coverage, key_of
from firsthand.corroborate.cues import press_in_general, withdrawal, witnessing
from firsthand.corroborate.relaying import HandedOn, handed_on
from firsthand.corroborate.roots import KINDS, Root, root_of_actor, unnamed, vouching_relay
from firsthand.corroborate.voice import Voice
from firsthand.domain import (
    Actor,
    ClaimKind,
    ClaimMention,
    OriginKind,
    Passage,
    Polarity,
    Reason,
    Side,
    Span,
    SpeakerKind,
    Stance,
    Statement,
)

__all__ = ["own_voices"]

_SIDES = {
    Polarity.AFFIRMS: Side.FOR,
    Polarity.DENIES: Side.AGAINST,
    Polarity.NEITHER: Side.NO_POSITION,
}


def _spoken(
    cover: Coverage, mention: ClaimMention, statement: Statement, side: Side
) -> list[Voice]:
    """The voices of a mention that somebody is reported to have put."""
    article = statement.article
    maker = cover.makers.get(article)
    day = cover.day(statement, article)
    vouching = vouching_relay(cover, statement)
    speakers = (statement.speaker or "").split("; ") if statement.speaker else []
    authorities = statement.authority.split("; ") if statement.authority else []
    if len(authorities) == 1:
        authorities *= len(speakers)
    outlets = tuple(relay for relay in statement.relays if cover.is_outlet(relay))
    issuer = cover.article(article).issuer
    found = []
    for number, speaker in enumerate(speakers):
        taken = _taken(cover, mention, speaker, side)
        if taken is not None:
            found += taken
            continue
        actor = cover.actors.get(key_of(speaker))
        authority = authorities[number] if number < len(authorities) else None
        scope: str | None = None
        if press_in_general(speaker):
            continue
        if vouching is not None and key_of(vouching) != key_of(speaker):
            root = root_of_actor(cover, vouching, None)
            if root is None:
                continue
            why = f"what {speaker} said is known through {vouching}"
        elif issuer is not None and _of_the_issuer(actor, authority):
            root = root_of_actor(cover, issuer, None) or Root(
                name=issuer, kind=OriginKind.BODY, state=None, reason=""
            )
            why = f"{issuer} issued the text and vouches for what it quotes"
        elif statement.speaker_kind is SpeakerKind.OUTLET or (
            (authority is None or key_of(authority) == key_of(speaker)) and cover.is_outlet(speaker)
        ):
            scope = key_of(actor.name if actor is not None else speaker)
            root = Root(
                name=actor.name if actor is not None else speaker,
                kind=OriginKind.OUTLET,
                state=None,
                reason="reports on its own account",
            )
            why = root.reason
        elif authority is None and unnamed(actor, statement.speaker_kind):
            scope = key_of(outlets[0] if outlets else (maker or article))
            root = Root(name=speaker, kind=OriginKind.ANONYMOUS, state=None, reason="is not named")
            why = "one outlet's unnamed people count as one"
        else:
            known = root_of_actor(cover, speaker, authority)
            root = known or Root(
                name=speaker,
                kind=KINDS[statement.speaker_kind],
                state=None,
                reason="speaks in own name",
            )
            why = root.reason
        key = key_of(root.name)
        if root.kind is OriginKind.ANONYMOUS and scope is not None:
            key = f"unnamed@{scope}"
        via = tuple(relay for relay in statement.relays if key_of(relay) != key_of(root.name))
        inwards = (maker, *reversed(via), statement.occasion, speaker, root.name)
        found.append(
            Voice(
                key=key,
                name=root.name,
                kind=root.kind,
                side=side,
                article=article,
                mention=mention,
                statement=statement.id,
                speaker=speaker,
                relays=tuple(r for r in via if cover.is_outlet(r) or r in outlets),
                chain=_chain(inwards),
                state=root.state,
                day=day,
                stance=statement.stance,
                hedged=statement.hedged,
                outlet=scope,
                reasons=(Reason(feature=why, evidence=_at(statement)),),
            )
        )
    return found


def _of_the_issuer(actor: Actor | None, authority: str | None) -> bool:
    """Whether somebody quoted in a release speaks for no other body, going by the texts."""
    if authority is not None or (actor is not None and actor.authority is not None):
        return False
    return actor is None or actor.kind in {
        SpeakerKind.PERSON,
        SpeakerKind.GROUP,
        SpeakerKind.ANONYMOUS,
        SpeakerKind.UNKNOWN,
    }


def _taken(cover: Coverage, mention: ClaimMention, speaker: str, side: Side) -> list[Voice] | None:
    """The voices behind an outlet that a text names for what it only hands on.

    Returns:
        None where the outlet's own text is not at hand; empty where that text asserts it bare.
    """
    if not cover.is_outlet(speaker):
        return None
    found: HandedOn | None = handed_on(cover, speaker, mention)
    if found is None or withdrawal(cover.sentence(mention.passage).of(_text(cover, mention))):
        return None
    if found.statement is None:
        return []
    reason = Reason(
        feature=f"{speaker} hands it on: its own text names who said it",
        evidence=(mention.passage, found.passage),
    )
    return [
        replace(
            voice,
            article=mention.passage.article,
            relays=tuple(dict.fromkeys((*voice.relays, speaker))),
            chain=_chain((cover.makers.get(mention.passage.article), *voice.chain)),
            reasons=(*voice.reasons, reason),
        )
        for voice in _spoken(cover, mention, found.statement, side)
    ]


def _text(cover: Coverage, mention: ClaimMention) -> str:
    return cover.article(mention.passage.article).text


def _at(statement: Statement) -> tuple[Passage, ...]:
    spans: tuple[Span, ...] = statement.source or statement.cue or statement.content[:1]
    return tuple(Passage(statement.article, span) for span in spans)


def _chain(names: tuple[str | None, ...]) -> tuple[str, ...]:
    chain: list[str] = []
    for name in names:
        if name is not None and (not chain or key_of(chain[-1]) != key_of(name)):
            chain.append(name)
    return tuple(chain)


def _issued(cover: Coverage, mention: ClaimMention, side: Side, issuer: str) -> Voice:
    """What a press release or official statement asserts in its own voice: its issuer's word."""
    article = mention.passage.article
    root = root_of_actor(cover, issuer, None) or Root(
        name=issuer, kind=OriginKind.BODY, state=None, reason="issued the text"
    )
    return Voice(
        key=key_of(root.name),
        name=root.name,
        kind=root.kind if root.kind is OriginKind.STATE else OriginKind.BODY,
        side=side,
        article=article,
        mention=mention,
        speaker=issuer,
        chain=_chain((issuer, root.name)),
        state=root.state,
        day=cover.day(None, article),
        stance=mention.stance,
        reasons=(Reason(feature="the issuer's own text says so", evidence=(mention.passage,)),),
    )


def _witnessed(cover: Coverage, mention: ClaimMention, side: Side) -> Voice | None:
    """An outlet's own witness: it says that it saw, heard, counted or obtained this."""
    article = mention.passage.article
    maker = cover.makers.get(article)
    if maker is None:
        return None
    return Voice(
        key=key_of(maker),
        name=maker,
        kind=OriginKind.OUTLET,
        side=side,
        article=article,
        mention=mention,
        speaker=maker,
        chain=(maker,),
        day=cover.day(None, article),
        stance=mention.stance,
        outlet=None,
        reasons=(
            Reason(
                feature="the outlet says that it witnessed this itself",
                evidence=(mention.passage,),
            ),
        ),
    )


_NO_SUPPORT = frozenset({Stance.DEMANDS})
"""What a speaker does that puts no fact: whoever wants a thing does not say that it is so."""


def own_voices(cover: Coverage, mention: ClaimMention, kind: ClaimKind) -> list[Voice]:
    """The voices of a mention that stands in no copied passage.

    Returns:
        Empty when an outlet asserts it bare, or somebody only demands what a claim of fact puts.
    """
    side = Side.NO_POSITION if mention.stance is Stance.DECLINES else _SIDES[mention.polarity]
    statement = cover.statements.get(mention.statement) if mention.statement is not None else None
    if kind is ClaimKind.FACT and mention.stance in _NO_SUPPORT:
        return []
    if statement is not None:
        return _spoken(cover, mention, statement, side)
    issuer = cover.article(mention.passage.article).issuer
    if issuer is not None:
        return [_issued(cover, mention, side, issuer)]
    if mention.witnessed or witnessing(cover.words(mention.passage)):
        voice = _witnessed(cover, mention, side)
        return [] if voice is None else [voice]
    return []
