"""Who vouches for each mention of a claim, copies traced to the passage they were copied from.

One mention gives no voice when an outlet asserts it bare, one where one speaker is named, and
several where several speak jointly.
"""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.corroborate.coverage import Coverage, key_of
from firsthand.corroborate.cues import foretells, negated
from firsthand.corroborate.spoken import own_voices
from firsthand.corroborate.utterance import joined_utterances
from firsthand.corroborate.voice import Voice
from firsthand.domain import Claim, ClaimKind, ClaimMention, Passage, Polarity, Reason, Side, Stance
from firsthand.text.folding import fold

__all__ = ["voices"]

_SHIFT = 40
"""Code points by which an edited sentence may move a passage against the sentence it copies."""


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


_CONTENT = re.compile(r"[^\W\d_]{4,}")
_STEM = 4
"""First letters by which two forms of a word are one."""


def stems(cover: Coverage, passage: Passage) -> frozenset[str]:
    """The content words of a passage by their first letters, words of the actors' names left out."""
    words = _CONTENT.findall(fold(cover.words(passage)))
    return frozenset(word[:_STEM] for word in words if word not in cover.name_words)


def _affirms(mention: ClaimMention) -> bool:
    return mention.polarity is Polarity.AFFIRMS


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
        original.setdefault(mention.passage, []).extend(own_voices(cover, mention, claim.kind))
    if claim.kind is ClaimKind.FACT:
        ahead = any(foretells(cover.words(m.passage)) for m in claim.mentions if _affirms(m))
        for passage, group in original.items():
            if not ahead and foretells(cover.words(passage)):
                # "It would not sail before May" denies nothing about when it sailed.
                original[passage] = [v for v in group if v.side is not Side.AGAINST]
        put = [stems(cover, m.passage) for m in claim.mentions if _affirms(m)]
        for passage, group in original.items():
            mine = stems(cover, passage)
            if put and mine and not any(mine & theirs for theirs in put):
                # What shares no word but names with the claim denies something else.
                original[passage] = [
                    v for v in group if v.side is not Side.AGAINST or v.stance is Stance.DENIES
                ]
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
    return joined_utterances(cover, found)


def _relays_of(cover: Coverage, mention: ClaimMention, voice: Voice) -> tuple[str, ...]:
    maker = cover.makers.get(cover.roots[mention.passage.article])
    statement = cover.statements.get(mention.statement) if mention.statement else None
    named = tuple(r for r in (statement.relays if statement else ()) if cover.is_outlet(r))
    both = (*voice.relays, *named, *((maker,) if maker else ()))
    return tuple(dict.fromkeys(relay for relay in both if key_of(relay) != voice.key))
