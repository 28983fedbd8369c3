"""Voices brought together into origins, one side each.

An outlet that only passes on what another origin of the same claim says is a relay. A party that
denied and later affirms stands where it stands last.
"""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.corroborate.coverage import Coverage, key_of
from firsthand.corroborate.cues import bare_role, withdrawal
from firsthand.corroborate.voice import Voice
from firsthand.domain import Origin, OriginKind, Reason, Side, Stance, Statement, StatementId

__all__ = ["Heard", "heard", "origins"]

_AFFIRMING = frozenset({Stance.ACKNOWLEDGES, Stance.CONFIRMS})
_SHORTLY = 400
"""Code points between a denial and an acknowledgement in one paragraph: about three sentences."""

_ORDER = {Side.FOR: 0, Side.AGAINST: 1, Side.NO_POSITION: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """The voices of one claim after relays are taken out and changed minds are settled."""

    voices: tuple[Voice, ...]
    conceded: tuple[str, ...] = ()
    """Keys of parties that denied and later affirm."""

    withdrawn: tuple[str, ...] = ()
    """Keys of originators that took the claim back."""

    denials: tuple[tuple[str, StatementId], ...] = ()
    """By the key of a party that conceded: the earlier denial that is no mention of the claim."""


def _without_relays(voices: list[Voice]) -> list[Voice]:
    """Drop outlets as speakers where what they passed on is present under its own origin."""
    passed_on = {
        key_of(relay)
        for voice in voices
        if voice.kind is not OriginKind.OUTLET
        for relay in (*voice.relays, *((voice.chain[0],) if voice.chain else ()))
    } | {voice.outlet for voice in voices if voice.kind is OriginKind.ANONYMOUS}
    return [
        voice
        for voice in voices
        if not (
            voice.kind is OriginKind.OUTLET
            and voice.outlet is not None
            and voice.outlet in passed_on
        )
    ]


def _without_collectives(voices: list[Voice]) -> list[Voice]:
    """Drop those who may be somebody named on the same side.

    These are kinds of people ("members of the council"), and bodies that a text calls only by what
    they are ("the company") where it has not been found out which.
    """
    named = {
        voice.side
        for voice in voices
        if voice.kind not in {OriginKind.GROUP, OriginKind.ANONYMOUS} and not bare_role(voice.name)
    }
    return [
        voice
        for voice in voices
        if (voice.kind is not OriginKind.GROUP and not bare_role(voice.name))
        or voice.side not in named
    ]


def _later(one: Voice, other: Voice) -> bool | None:
    """Whether `one` was said after `other`; None when the days do not tell."""
    if one.day is None or other.day is None or one.day == other.day:
        return None
    shorter = min(len(one.day), len(other.day))
    if one.day[:shorter] == other.day[:shorter]:
        return None
    return one.day > other.day


def _denied_before(cover: Coverage, voice: Voice) -> Statement | None:
    """The statement in which a party that owns up is said, shortly before, to have denied it.

    The denial may name its object only as "the reports" and so be no mention of the claim.
    """
    statement = cover.statements.get(voice.statement) if voice.statement is not None else None
    if voice.stance is not Stance.ACKNOWLEDGES or statement is None:
        return None
    start = statement.content[0].start
    text = cover.article(voice.article).text
    for other in cover.readings[voice.article].statements:
        at = other.content[0].start
        if other.stance is not Stance.DENIES or not 0 < start - at < _SHORTLY:
            continue
        whose = {key_of(name) for name in (other.speaker or "", other.authority or "")}
        if voice.key in whose and "\n\n" not in text[at:start]:
            return other
    return None


def _conceded(mine: list[Voice]) -> bool:
    """Whether a party that denied the claim affirms it afterwards."""
    for_, against = (
        [voice for voice in mine if voice.side is side] for side in (Side.FOR, Side.AGAINST)
    )
    for affirming in for_:
        orders = [_later(affirming, denying) for denying in against]
        if orders and all(order is True for order in orders):
            return True
        if affirming.stance in _AFFIRMING and False not in orders and orders:
            return True
    return False


def _withdrew(cover: Coverage, mine: list[Voice]) -> bool:
    """Whether an originator takes back, in so many words, what it had put."""
    return any(
        withdrawal(cover.sentence(voice.mention.passage).of(cover.article(voice.article).text))
        for voice in mine
        if voice.statement is not None and voice.side is not Side.NO_POSITION
    ) and any(voice.side is Side.FOR for voice in mine)


def _of_one_mind(mine: list[Voice]) -> list[Voice]:
    """Take a party that is read as affirming and denying on one day at what it says more often.

    One speaker does not contradict themselves in one breath: such a pair is a nuance of wording.
    Two named people of one body may, and are taken each by themselves.
    """
    kept = []
    named = {key_of(v.speaker) for v in mine if v.speaker and v.speaker != v.speaker.lower()}
    people = sorted(named - {v.key for v in mine})
    apart = len(people) > 1 and all(voice.kind is not OriginKind.PERSON for voice in mine)
    for speaker in ["", *people] if apart else [None]:
        theirs = [
            voice
            for voice in mine
            if speaker is None
            or key_of(voice.speaker or "") == speaker
            or (not speaker and key_of(voice.speaker or "") not in people)
        ]
        for_ = [voice for voice in theirs if voice.side is Side.FOR]
        against = [voice for voice in theirs if voice.side is Side.AGAINST]
        ordered = any(_later(a, b) is not None for a in for_ for b in against)
        if for_ and against and not ordered:
            fresh = [sum(not voice.copied for voice in side) for side in (for_, against)]
            loser = Side.AGAINST if fresh[0] >= fresh[1] else Side.FOR
            theirs = [voice for voice in theirs if voice.side is not loser]
        kept += theirs
    return kept


def heard(cover: Coverage, voices: list[Voice]) -> Heard:
    """Take relays out of `voices` and settle parties that changed their minds.

    A party with two sides that neither concedes nor withdraws keeps both: opponents inside one
    body stay apart.
    """
    kept = _without_collectives(_without_relays(voices))
    by_key: dict[str, list[Voice]] = {}
    for voice in kept:
        by_key.setdefault(voice.key, []).append(voice)
    denied: list[tuple[str, StatementId]] = []
    conceded, withdrawn, final = [], [], []
    for key in sorted(by_key):
        mine = by_key[key]
        sides = {voice.side for voice in mine}
        if {Side.FOR, Side.AGAINST} <= sides and _conceded(mine):
            conceded.append(key)
            final += [voice for voice in mine if voice.side is Side.FOR]
            continue
        before = [_denied_before(cover, voice) for voice in mine if voice.side is Side.FOR]
        if any(before):
            conceded.append(key)
            denied += [(key, statement.id) for statement in before if statement is not None]
        if _withdrew(cover, mine):
            withdrawn.append(key)
            final += [voice for voice in mine if voice.side is Side.FOR]
            continue
        mine = _of_one_mind(mine)
        if Side.NO_POSITION in sides and len(sides) > 1:
            mine = [voice for voice in mine if voice.side is not Side.NO_POSITION]
        final += mine
    return Heard(
        voices=tuple(final),
        conceded=tuple(conceded),
        withdrawn=tuple(withdrawn),
        denials=tuple(sorted(set(denied))),
    )


def _name(mine: list[Voice]) -> str:
    """The longest form by which the texts name the origin, the first of equals."""
    return min({voice.name for voice in mine}, key=lambda name: (-len(name), name))


def origins(told: Heard) -> tuple[Origin, ...]:
    """Collapse voices with one key and side into one origin each.

    Returns:
        For, against, no position; then by name.
    """
    groups: dict[tuple[str, Side], list[Voice]] = {}
    for voice in told.voices:
        groups.setdefault((voice.key, voice.side), []).append(voice)
    found = []
    for (_, side), mine in groups.items():
        fullest = max(mine, key=lambda voice: (len(voice.chain), voice.chain))
        reasons = {
            (reason.feature, reason.evidence): reason
            for voice in sorted(mine, key=lambda voice: voice.mention.passage)
            for reason in voice.reasons
        }
        found.append(
            Origin(
                name=_name(mine),
                kind=fullest.kind,
                side=side,
                articles=tuple(sorted({voice.article for voice in mine})),
                statements=tuple(sorted({v.statement for v in mine if v.statement is not None})),
                chain=fullest.chain,
                relays=tuple(sorted({relay for voice in mine for relay in voice.relays})),
                hedged=all(voice.hedged for voice in mine),
                reasons=tuple(reasons.values()),
            )
        )
    for name in told.withdrawn:
        found = [_voided(origin, name) for origin in found]
    return tuple(sorted(found, key=lambda origin: (_ORDER[origin.side], origin.name)))


def _voided(origin: Origin, key: str) -> Origin:
    if key_of(origin.name) != key:
        return origin
    note = Reason(feature="taken back by its originator", score=-1.0)
    return Origin(
        name=origin.name,
        kind=origin.kind,
        side=origin.side,
        articles=origin.articles,
        statements=origin.statements,
        chain=origin.chain,
        relays=origin.relays,
        hedged=origin.hedged,
        reasons=(*origin.reasons, note),
    )
