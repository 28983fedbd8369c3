"""What follows for each claim from what the articles print: origins, sides, counts, status, history.

The rules are those of the product's specification, applied to what is known for certain here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tests.coverage.drafts import Draft
from tests.coverage.grammar import filled, sentence
from tests.coverage.truth import ClaimSort, ClaimTruth, MentionTruth, OriginTruth, StepTruth
from tests.coverage.world import Claim, Happening, Utterance, shown

__all__ = ["claim_truth", "worded"]

_SIDES = {
    "asserts": "for",
    "confirms": "for",
    "acknowledges": "for",
    "denies": "against",
    "declines": "no_position",
}
_STATES = {
    "asserts": "reported", "confirms": "confirmed", "acknowledges": "acknowledged", "denies": "denied",
    "declines": "not-confirmed", "withdraws": "withdrawn",
}  # fmt: skip
_KINDS = {"resident": "person", "anonymous": "anonymous"}


def claim_truth(
    told: Happening, claim: Claim, mentions: Sequence[MentionTruth], drafts: Mapping[str, Draft]
) -> ClaimTruth:
    """Judge one claim by its mentions.

    Args:
        told: Its happening.
        claim: What is said of it.
        mentions: Where articles print it; at least one.
        drafts: Articles by key, the texts of unseen wires too.
    """
    said = {one.id: one for one in claim.said}
    last: dict[str, Utterance] = {}
    articles: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.utterance is None:
            continue
        utterance = said[mention.utterance]
        name = _origin(utterance, mention, drafts)
        articles[name].add(mention.article)
        if name not in last or last[name].minute < utterance.minute:
            last[name] = utterance
    origins = [
        OriginTruth(
            name=name,
            kind=_kind(one),
            side=_SIDES[one.stance],
            house=one.speaker.house,
            articles=tuple(sorted(articles[name])),
        )
        for name, one in last.items()
        if one.stance != "withdraws"
    ]
    witnesses: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.witness is not None:
            witnesses[mention.witness].add(mention.article)
    origins += [
        OriginTruth(
            name=name,
            kind="outlet",
            side="for",
            house=f"outlet:{name}",
            articles=tuple(sorted(seen)),
        )
        for name, seen in witnesses.items()
    ]
    printed = {mention.utterance for mention in mentions}
    stances = {one.stance for one in claim.said if one.id in printed}
    high = sum(origin.side == "for" for origin in origins)
    low = _merged([(name, one) for name, one in last.items() if _SIDES.get(one.stance) == "for"])
    low += len(witnesses)
    return ClaimTruth(
        id=claim.id,
        story=told.key,
        sort=claim.fact.sort,
        text=worded(told, claim),
        mentions=tuple(mentions),
        origins=tuple(sorted(origins, key=lambda one: (one.side, one.name))),
        low=low,
        high=high,
        independent=low,
        status=_status(claim, origins, stances, low, high),
        relays=tuple(sorted({one.relay for one in mentions if one.relay is not None})),
        history=tuple(
            StepTruth(
                minute=one.minute,
                state=_STATES[one.stance],
                by=one.speaker.authority or one.speaker.name,
                utterance=one.id,
            )
            for one in claim.said
            if one.id in printed
        ),
    )


def worded(told: Happening, claim: Claim) -> str:
    """The claim as a sentence, with its last value."""
    value = told.totals[claim.fact.count][-1] if claim.fact.count else None
    counts = {name: shown(steps[-1]) for name, steps in told.totals.items()}
    values = told.values[0] | counts | {"n": shown(value)}
    text = filled(claim.fact.clauses[0][0], values, lambda: 0.99, told.number)
    return f"{sentence(text)}."


def _origin(said: Utterance, mention: MentionTruth, drafts: Mapping[str, Draft]) -> str:
    """Authority, else the person; somebody unnamed is one for each outlet that heard them."""
    if said.speaker.role != "anonymous":
        return said.speaker.authority or said.speaker.name
    root = drafts[mention.article]
    while root.source is not None and root.kind.is_whole:
        root = root.source
    return f"anonymous ({mention.relay or root.outlet.name})"


def _kind(said: Utterance) -> str:
    if said.speaker.house.startswith("state:"):
        return "state"
    return _KINDS.get(said.speaker.role, "body")


def _merged(holders: Iterable[tuple[str, Utterance]]) -> int:
    """How many are left when those of one house, those who cite another and all unnamed are one."""
    listed = list(holders)
    home = {name: name for name, _ in listed}

    def join(one: str, other: str) -> None:
        old, new = home[one], home[other]
        for name, of in home.items():
            if of == old:
                home[name] = new

    for at, (name, one) in enumerate(listed):
        for other, against in listed[:at]:
            cites = {
                one.relies_on and one.relies_on.house,
                against.relies_on and against.relies_on.house,
            }
            if one.speaker.house == against.speaker.house or cites & {
                one.speaker.house,
                against.speaker.house,
            }:
                join(name, other)
    return len(set(home.values()))


def _status(
    claim: Claim, origins: Sequence[OriginTruth], stances: set[str], low: int, high: int
) -> str:
    if claim.fact.sort not in {ClaimSort.FACT, ClaimSort.FORECAST}:
        return "attested"
    if "withdraws" in stances and not high:
        return "retracted"
    if any(one.side == "against" for one in origins):
        return "disputed"
    if {"denies", "acknowledges"} <= stances:
        return "conceded"
    if not high:
        return "unattributed"
    if low >= 2:
        return "corroborated"
    return "several-voices" if high >= 2 else "single-origin"
