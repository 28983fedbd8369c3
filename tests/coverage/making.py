"""A set of stories with everything that is true of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from firsthand.domain import Article
from tests.coverage.composing import Mix, composed
from tests.coverage.drafts import Draft
from tests.coverage.judging import claim_truth
from tests.coverage.kinds import Kind
from tests.coverage.layout import article_of
from tests.coverage.provenance import altered, article_truth, copies, mentions, quotes
from tests.coverage.scene import happening
from tests.coverage.slots import DAY
from tests.coverage.truth import (
    Altered,
    DiscrepancyTruth,
    MentionTruth,
    StoryTruth,
    Truth,
    UtteranceTruth,
)
from tests.coverage.world import Claim, Happening, Utterance

__all__ = ["Coverage", "coverage"]

FIRST_DAY = 20_500
"""Days of Unix time: 16 February 2026, a Monday."""


@dataclass(frozen=True)
class Coverage:
    """Generated stories: articles and what is true of them."""

    drafts: tuple[Draft, ...]
    """As made, in order of stories and then of publication."""

    happenings: tuple[Happening, ...]

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """As the program would have them from clean pages; `Article.item` is the key."""
        return tuple(article_of(draft) for draft in self.drafts)

    @cached_property
    def keys(self) -> dict[str, str]:
        """Article id → key."""
        return {article.id: article.item for article in self.articles}

    @cached_property
    def truth(self) -> Truth:
        """Everything, by key."""
        by_story: dict[str, list[Draft]] = defaultdict(list)
        for draft in self.drafts:
            by_story[draft.story].append(draft)
        put = [mention for draft in self.drafts for mention in mentions(draft)]
        changes = [one for draft in self.drafts for one in altered(draft)]
        claims = [
            (told, claim, found)
            for told in self.happenings
            for claim in told.claims
            if (
                found := [one for one in put if one.claim == claim.id]
                if told.key in by_story
                else []
            )
        ]
        drafts = {draft.key: draft for draft in self.drafts}
        return Truth(
            articles=tuple(article_truth(draft) for draft in self.drafts),
            stories=tuple(_story(told, by_story[told.key]) for told in self.happenings),
            copies=tuple(pair for told in self.happenings for pair in copies(by_story[told.key])),
            altered=tuple(changes),
            utterances=tuple(_utterances(self.happenings, self.drafts)),
            quotes=tuple(one for draft in self.drafts for one in quotes(draft)),
            claims=tuple(claim_truth(told, claim, found, drafts) for told, claim, found in claims),
            discrepancies=tuple(
                one
                for told, claim, found in claims
                for one in _differing(told, claim, found, changes)
            ),
        )


def coverage(
    seed: int,
    stories: int = 8,
    articles_per_story: int = 20,
    *,
    kinds: Sequence[Kind] = (),
    mix: Mix | None = None,
    days: float = 7.0,
    facts: int = 5,
) -> Coverage:
    """Make stories that begin within some days, each with the same number of articles.

    Args:
        seed: Equal seeds give equal coverage, story for story: a smaller set is the beginning of a
            larger one.
        stories: How many.
        articles_per_story: Of each.
        kinds: What may happen; empty: anything.
        mix: How coverage is made up.
        days: Over which the stories begin.
        facts: Claims of each story, at most; kinds have six or seven.
    """
    told, drafts = [], []
    for number in range(stories):
        chance = Random(f"{seed}:coverage:{number}")
        minute = FIRST_DAY * DAY + int(chance.random() * days * DAY)
        kind = kinds[number % len(kinds)] if kinds else None
        one = happening(
            f"s{number:03d}", seed * 100_003 + number, minute, chance, kind=kind, facts=facts
        )
        told.append(one)
        drafts += composed(one, articles_per_story, mix or Mix())
    return Coverage(tuple(drafts), tuple(told))


def _story(told: Happening, drafts: Sequence[Draft]) -> StoryTruth:
    return StoryTruth(
        key=told.key,
        kind=told.kind.name,
        town=told.setting.town.name,
        country=told.setting.town.country,
        minute=told.minute,
        articles=tuple(draft.key for draft in drafts),
    )


def _utterances(
    happenings: Sequence[Happening], drafts: Sequence[Draft]
) -> Iterator[UtteranceTruth]:
    """All that was said, whether printed or not; then what single outlets heard in interviews."""
    for told in happenings:
        for claim in told.claims:
            yield from map(_utterance, claim.said)
        yield from map(_utterance, told.quotes)
    heard = {
        line.quote.id: line.quote
        for draft in drafts
        for line in draft.lines()
        if line.quote and line.quote.outlet
    }
    yield from map(_utterance, (heard[name] for name in sorted(heard)))


def _utterance(said: Utterance) -> UtteranceTruth:
    speaker = said.speaker
    return UtteranceTruth(
        id=said.id,
        speaker=speaker.name,
        authority=speaker.authority,
        house=speaker.house,
        role=speaker.role,
        claim=None if said.claim is None else said.claim.id,
        stance=said.stance,
        value=said.value,
        occasion="briefing" if said.outlet is None else "interview",
        outlet=said.outlet,
        minute=said.minute,
        words=said.words,
        relies_on=None
        if said.relies_on is None
        else said.relies_on.authority or said.relies_on.name,
    )


def _differing(
    told: Happening, claim: Claim, found: Sequence[MentionTruth], changes: Sequence[Altered]
) -> Iterator[DiscrepancyTruth]:
    """Where accounts of a claim differ; one of each sort, by the first mentions that show it."""
    said = {one.id: one for one in claim.said}
    touched = {(one.article, one.claim) for one in changes if one.claim is not None}
    sound = [
        one
        for one in found
        if one.utterance is not None and (one.article, one.claim) not in touched
    ]

    def made(sort: str, state: str, a: MentionTruth, b: MentionTruth) -> DiscrepancyTruth:
        return DiscrepancyTruth(
            story=told.key,
            claim=claim.id,
            type=sort,
            state=state,
            a=(a.article, a.span),
            b=(b.article, b.span),
        )

    for one in sound:
        for other in sound:
            first, second = said[one.utterance or ""], said[other.utterance or ""]
            if first.stance == "denies" and second.stance in {"asserts", "confirms"}:
                yield made(
                    "denial", "superseded" if claim.scenario == "conceded" else "open", one, other
                )
                break
        else:
            continue
        break
    numbers = [
        (a, b)
        for a in sound
        for b in sound
        if a.value is not None and b.value is not None and a.value != b.value
    ]
    for state in ("superseded", "open"):
        for one, other in numbers:
            if _state(claim, said[one.utterance or ""], said[other.utterance or ""]) == state:
                yield made("number", state, one, other)
                break
    for change in changes:
        if change.claim == claim.id:
            right = next(
                (
                    one
                    for one in found
                    if one.article != change.article and one.value != _value(change.after)
                ),
                None,
            )
            wrong = next(one for one in found if one.article == change.article)
            if right is not None:
                yield made("number", "open", right, wrong)
                break


def _state(claim: Claim, first: Utterance, second: Utterance) -> str | None:
    """What two numbers are to each other: the same speaker's update, or two accounts."""
    if first.speaker == second.speaker:
        return "superseded" if first.minute < second.minute else None
    return (
        "open"
        if claim.scenario == "differing" and first.speaker.house != second.speaker.house
        else None
    )


def _value(shown: str) -> int:
    return int(shown.replace(",", ""))
