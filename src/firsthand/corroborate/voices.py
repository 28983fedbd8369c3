"""Who vouches for a mention of a claim: outlet, relays, speaker, authority.

One mention gives no voice when an outlet asserts it bare, one where one speaker is named, and
several where several speak jointly.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from firsthand.corroborate.coverage import Coverage, key_of
from firsthand.corroborate.cues import negated, press_in_general
from firsthand.domain import (
    Actor,
    ArticleId,
    Claim,
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
    StatementId,
)

__all__ = ["Voice", "voices"]

_KINDS = {
    SpeakerKind.PERSON: OriginKind.PERSON,
    SpeakerKind.BODY: OriginKind.BODY,
    SpeakerKind.GROUP: OriginKind.GROUP,
    SpeakerKind.ANONYMOUS: OriginKind.ANONYMOUS,
    SpeakerKind.DOCUMENT: OriginKind.DOCUMENT,
    SpeakerKind.OUTLET: OriginKind.OUTLET,
    SpeakerKind.UNKNOWN: OriginKind.GROUP,  # nobody in particular: never outweighs somebody named
}

_SIDES = {
    Polarity.AFFIRMS: Side.FOR,
    Polarity.DENIES: Side.AGAINST,
    Polarity.NEITHER: Side.NO_POSITION,
}


_SHIFT = 40
"""Code points by which an edited sentence may move a passage against the sentence it copies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One origin speaking in one mention."""

    key: str
    """What makes the origin itself: its folded name, with the outlet for unnamed people."""

    name: str
    kind: OriginKind
    side: Side
    article: ArticleId
    mention: ClaimMention
    statement: StatementId | None = None
    speaker: str | None = None
    relays: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()
    state: str | None = None
    day: str | None = None
    stance: Stance = Stance.ASSERTS
    hedged: bool = False
    outlet: str | None = None
    """For an outlet as speaker and for unnamed people: the outlet they spoke to, folded."""

    copied: bool = False
    """Whether the mention stands in a passage copied from another text: it adds no weight."""

    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Root:
    """Whom a speaker speaks for."""

    name: str
    kind: OriginKind
    state: str | None
    reason: str


def _root_of_actor(cover: Coverage, name: str, authority: str | None) -> _Root | None:
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
            kind = _KINDS[whole.kind]
            if kind is OriginKind.OUTLET and key_of(name) != key_of(body):
                kind = OriginKind.BODY
        return _Root(name=body, kind=kind, state=state, reason=f"{name} speaks for {body}")
    if actor is None:
        return None
    return _Root(
        name=actor.name, kind=_KINDS[actor.kind], state=actor.state, reason="speaks in own name"
    )


def _vouching_relay(cover: Coverage, statement: Statement) -> str | None:
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


def _unnamed(actor: Actor | None, kind: SpeakerKind) -> bool:
    kinds = {kind} if actor is None else {kind, actor.kind}
    return bool(kinds & {SpeakerKind.ANONYMOUS})


def _spoken(
    cover: Coverage, mention: ClaimMention, statement: Statement, side: Side
) -> list[Voice]:
    """The voices of a mention that somebody is reported to have put."""
    article = statement.article
    maker = cover.makers.get(article)
    day = cover.day(statement, article)
    vouching = _vouching_relay(cover, statement)
    speakers = (statement.speaker or "").split("; ") if statement.speaker else []
    authorities = statement.authority.split("; ") if statement.authority else []
    if len(authorities) == 1:
        authorities *= len(speakers)
    outlets = tuple(relay for relay in statement.relays if cover.is_outlet(relay))
    found = []
    for number, speaker in enumerate(speakers):
        actor = cover.actors.get(key_of(speaker))
        authority = authorities[number] if number < len(authorities) else None
        scope: str | None = None
        if press_in_general(speaker):
            continue
        if vouching is not None and key_of(vouching) != key_of(speaker):
            root = _root_of_actor(cover, vouching, None)
            if root is None:
                continue
            why = f"what {speaker} said is known through {vouching}"
        elif statement.speaker_kind is SpeakerKind.OUTLET or (
            (authority is None or key_of(authority) == key_of(speaker)) and cover.is_outlet(speaker)
        ):
            scope = key_of(actor.name if actor is not None else speaker)
            root = _Root(
                name=actor.name if actor is not None else speaker,
                kind=OriginKind.OUTLET,
                state=None,
                reason="reports on its own account",
            )
            why = root.reason
        elif authority is None and _unnamed(actor, statement.speaker_kind):
            scope = key_of(outlets[0] if outlets else (maker or article))
            root = _Root(name=speaker, kind=OriginKind.ANONYMOUS, state=None, reason="is not named")
            why = "one outlet's unnamed people count as one"
        else:
            known = _root_of_actor(cover, speaker, authority)
            root = known or _Root(
                name=speaker,
                kind=_KINDS[statement.speaker_kind],
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
    root = _root_of_actor(cover, issuer, None) or _Root(
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


def _counterpart(cover: Coverage, claim: Claim, mention: ClaimMention) -> ClaimMention | None:
    """The mention in the text copied, when `mention` stands in a passage that was copied from it."""
    article = mention.passage.article
    words = key_of(cover.words(mention.passage))
    for link in cover.links.get(article, ()):
        there = [other for other in claim.mentions if other.passage.article == link.original]
        same = [other for other in there if key_of(cover.words(other.passage)) == words]
        if same:
            return same[0]
        span = mention.passage.span
        for pair in link.passages:
            if not pair.b.overlaps(span):
                continue
            expected = pair.a.start + span.start - pair.b.start
            near = [
                (abs(other.passage.span.start - expected), other.passage, other)
                for other in there
                if pair.a.overlaps(other.passage.span)
            ]
            if near:
                distance, _, other = min(near, key=lambda n: n[:2])
                if distance <= _SHIFT:
                    return other
    root = cover.roots[article]
    if root != article:
        for other in claim.mentions:
            if other.passage.article == root and key_of(cover.words(other.passage)) == words:
                return other
    return None


def _first_source(
    source: ClaimMention, copied: list[tuple[ClaimMention, ClaimMention]]
) -> ClaimMention:
    """The mention at the end of a chain of copies; the last before a chain that closes on itself."""
    following = {mention.passage: origin for mention, origin in copied}
    seen = {source.passage}
    at = source
    while at.passage in following and following[at.passage].passage not in seen:
        at = following[at.passage]
        seen.add(at.passage)
    return at


def voices(cover: Coverage, claim: Claim) -> list[Voice]:
    """Find who vouches for each mention of `claim`.

    A mention inside a copied passage takes the voices of the passage it was copied from, so a
    copy can add an article to an origin, never an origin.

    Returns:
        In the order of the mentions; empty when outlets only assert the claim bare.
    """
    original: dict[Passage, list[Voice]] = {}
    copied: list[tuple[ClaimMention, ClaimMention]] = []
    for mention in claim.mentions:
        source = _counterpart(cover, claim, mention)
        if source is not None and source.passage != mention.passage:
            copied.append((mention, source))
            continue
        original.setdefault(mention.passage, []).extend(_own(cover, mention))
    found = [voice for group in original.values() for voice in group]
    for mention, source in copied:
        first = _first_source(source, copied)
        for voice in original.get(first.passage, []):
            found.append(
                Voice(
                    key=voice.key,
                    name=voice.name,
                    kind=voice.kind,
                    side=voice.side,
                    article=mention.passage.article,
                    mention=mention,
                    statement=mention.statement,
                    speaker=voice.speaker,
                    relays=_relays_of(cover, mention, voice),
                    chain=voice.chain,
                    state=voice.state,
                    day=voice.day,
                    stance=voice.stance,
                    hedged=voice.hedged,
                    outlet=voice.outlet,
                    copied=True,
                    reasons=(
                        Reason(
                            feature="stands in a passage copied from another text",
                            evidence=(mention.passage, first.passage),
                        ),
                    ),
                )
            )
    if claim.kind is ClaimKind.UTTERANCE and not any(v.side is Side.FOR for v in found):
        # That something was said is attested by whoever said it, a denial included.
        found = [
            replace(voice, side=Side.FOR) if voice.side is Side.AGAINST else voice
            for voice in found
        ]
    affirmed = any(mention.polarity is Polarity.AFFIRMS for mention in claim.mentions)
    against = [voice for voice in found if voice.side is Side.AGAINST]
    if (
        against
        and not affirmed
        and all(negated(cover.words(voice.mention.passage)) for voice in against)
    ):
        # Nobody puts what is denied: the denial itself, in its own negated words, is the claim.
        found = [
            replace(voice, side=Side.FOR) if voice.side is Side.AGAINST else voice
            for voice in found
        ]
    return found


def _relays_of(cover: Coverage, mention: ClaimMention, voice: Voice) -> tuple[str, ...]:
    maker = cover.makers.get(cover.roots[mention.passage.article])
    statement = cover.statements.get(mention.statement) if mention.statement else None
    named = tuple(r for r in (statement.relays if statement else ()) if cover.is_outlet(r))
    both = (*voice.relays, *named, *((maker,) if maker else ()))
    return tuple(dict.fromkeys(relay for relay in both if key_of(relay) != voice.key))


def _own(cover: Coverage, mention: ClaimMention) -> list[Voice]:
    side = Side.NO_POSITION if mention.stance is Stance.DECLINES else _SIDES[mention.polarity]
    statement = cover.statements.get(mention.statement) if mention.statement is not None else None
    if statement is not None:
        return _spoken(cover, mention, statement, side)
    issuer = cover.article(mention.passage.article).issuer
    if issuer is not None:
        return [_issued(cover, mention, side, issuer)]
    if mention.witnessed:
        voice = _witnessed(cover, mention, side)
        return [] if voice is None else [voice]
    return []
