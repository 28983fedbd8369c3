"""The claims of a story: units proposed, judged, grouped, and told as claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from firsthand.claims.groups import grouped
from firsthand.claims.kinds import kind_of_all, polarity_of
from firsthand.claims.pairs import Judgement, same_claim, word_weights
from firsthand.claims.proposals import copied, proposed, vectors_of
from firsthand.claims.slots import folded
from firsthand.claims.sources import wordable
from firsthand.claims.units import Unit, units
from firsthand.claims.values import counted
from firsthand.claims.wording import canonical, printed
from firsthand.domain import (
    Alignment,
    Claim,
    ClaimId,
    ClaimMention,
    ClaimStory,
    Passage,
    Reason,
    SettledStory,
    Stance,
    Value,
    digest,
)
from firsthand.tables.claimwords import claimwords
from firsthand.tables.sameclaim import PairWeights, pairweights

__all__ = ["claims"]

_RIVAL = 0.17
"""Probability, veto set aside, from which two clauses with clashing values are rivals, if the main
word of one stands in the other too: what would have been one claim but for the value."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """What was judged of the pairs of a story."""

    by_pair: dict[tuple[int, int], Judgement] = field(default_factory=dict)
    copies: frozenset[tuple[int, int]] = frozenset()


def claims(settled: SettledStory, *, model: PairWeights | None = None) -> ClaimStory:
    """Find the propositions that the statements and the articles of a story put, each once.

    Every clause of a statement belongs to a claim, alone if nobody else puts it. A clause in an
    outlet's own voice belongs to one only where it agrees with another, counts or dates something,
    concedes something, or tells what the outlet itself witnessed.

    Args:
        settled: A story after settling. The order of its readings does not matter.
        model: Weights of the pair judgement; the shipped ones by default.

    Returns:
        Claims sorted by their first mention, and the pairs of claims whose values clash. Empty
        when the story says nothing.
    """
    model = model or pairweights()
    found = units(settled)
    if not found:
        return ClaimStory(claims=())
    judged = _judge(found, settled, model)
    groups = grouped(
        len(found),
        likely={pair: j.probability for pair, j in judged.by_pair.items() if j.veto is None},
        must=judged.copies,
        cannot=[pair for pair, j in judged.by_pair.items() if j.veto is not None],
        join=model.join,
        seed=model.seed,
    )
    told: list[tuple[Claim, tuple[int, ...]]] = []
    for group in groups:
        members = [found[i] for i in group]
        if not _worth_telling(members):
            continue
        counting = _counting(group, found)
        worded = wordable([i for i in group if i not in counting], found, settled.links)
        told.append((_claim(group, found, judged, worded=worded), group))
        if counting:
            worded = wordable(counting, found, settled.links)
            told.append(
                (_claim(counting, found, judged, worded=worded, qualifier="number"), counting)
            )
    told = _distinct(told)
    told.sort(key=lambda pair: (pair[0].mentions[0].passage, pair[0].id))
    return ClaimStory(claims=tuple(c for c, _ in told), rivals=_rivals(told, found, judged))


def _distinct(
    told: Sequence[tuple[Claim, tuple[int, ...]]],
) -> list[tuple[Claim, tuple[int, ...]]]:
    """The claims, those of equal wording told apart by their first mention.

    A claim is named by its wording alone where that is enough, so that a further article that
    repeats it does not rename it.
    """
    times = Counter(claim.id for claim, _ in told)
    found = []
    for claim, group in told:
        if times[claim.id] > 1:
            first = claim.mentions[0].passage
            own = digest("c", claim.id, first.article, first.span.start, len(claim.mentions))
            found.append((replace(claim, id=ClaimId(own)), group))
        else:
            found.append((claim, group))
    return found


def _judge(found: Sequence[Unit], settled: SettledStory, model: PairWeights) -> _Judged:
    weights = word_weights(found)
    judged = {
        (i, j): same_claim(found[i], found[j], cosine=cosine, weights=weights, model=model)
        for i, j, cosine in proposed(found, vectors_of(found))
        if not _overlapping(found[i], found[j])
    }
    return _Judged(judged, frozenset(copied(found, settled.links)))


def _overlapping(a: Unit, b: Unit) -> bool:
    """Whether one clause holds part of the other, as a complement and the clause above it."""
    return a.passage.article == b.passage.article and a.core.overlaps(b.core)


def _worth_telling(members: Sequence[Unit]) -> bool:
    if all(unit.open and not _declines(unit) for unit in members):
        return False  # nothing but conditions and questions: nobody puts anything
    if any(unit.statement is not None or unit.witnessed or unit.issued_by for unit in members):
        return True
    if len({unit.passage.article for unit in members}) > 1:
        return True
    admission = claimwords().admission
    return any(
        any(counted(q) for q in unit.slots.quantities)
        or unit.slots.times
        or any(folded(t.lemma) in admission for t in unit.tokens if t.pos == "VERB")
        for unit in members
    )


def _declines(unit: Unit) -> bool:
    return unit.statement is not None and unit.statement.stance is Stance.DECLINES


def _counting(group: tuple[int, ...], found: Sequence[Unit]) -> tuple[int, ...]:
    """The members that also give a number, where others of the group give none.

    "10,000 troops were sent" puts two things: that troops were sent, which others may say too, and
    how many, which they do not.
    """
    having = tuple(i for i in group if found[i].slots.quantities)
    nouns = any(counted(q) for i in having for q in found[i].slots.quantities)
    return having if nouns and len(having) < len(group) else ()


def _claim(
    group: tuple[int, ...],
    found: Sequence[Unit],
    judged: _Judged,
    *,
    worded: tuple[int, ...],
    qualifier: str = "",
) -> Claim:
    """The claim that the units of `group` put, worded after one of those in `worded`."""
    members = [found[i] for i in group]
    best = canonical([found[i] for i in worded], _closeness(worded, judged))
    kind = kind_of_all(members)
    text = printed(best, kind)
    mentions = {}
    for unit in members:
        key = (unit.passage, unit.statement.id if unit.statement else "")
        mentions[key] = ClaimMention(
            passage=unit.passage,
            statement=unit.statement.id if unit.statement else None,
            stance=unit.statement.stance if unit.statement else Stance.ASSERTS,
            polarity=polarity_of(unit, kind=kind, negative=best.slots.negated),
            witnessed=unit.witnessed,
        )
    return Claim(
        id=ClaimId(digest("c", folded(text), qualifier)),
        text=text,
        kind=kind,
        mentions=tuple(mentions[key] for key in sorted(mentions)),
        values=_values(members),
        alignments=_alignments(group, found, judged),
    )


def _closeness(group: tuple[int, ...], judged: _Judged) -> list[float]:
    """Mean probability of each member with the others of its group."""
    sums = dict.fromkeys(group, 0.0)
    inside = set(group)
    for a in group:
        for b in group:
            if a < b and b in inside:
                judgement = judged.by_pair.get((a, b))
                probability = judgement.probability if judgement else 0.0
                sums[a] += probability
                sums[b] += probability
    return [round(sums[i] / max(1, len(group) - 1), 6) for i in group]


def _alignments(
    group: tuple[int, ...], found: Sequence[Unit], judged: _Judged
) -> tuple[Alignment, ...]:
    aligned = {}
    for x, a in enumerate(group):
        for b in group[x + 1 :]:
            one, two = found[a].passage, found[b].passage
            if (a, b) in judged.copies:
                why: tuple[Reason, ...] = (
                    Reason(feature="the same sentence in both texts", evidence=(one, two)),
                )
                aligned[one, two] = Alignment(a=one, b=two, score=1.0, reasons=why)
            elif (judgement := judged.by_pair.get((a, b))) and judgement.veto is None:
                aligned[one, two] = Alignment(
                    a=one, b=two, score=round(judgement.probability, 4), reasons=judgement.reasons
                )
    return tuple(aligned[key] for key in sorted(aligned))


def _values(members: Sequence[Unit]) -> tuple[Value, ...]:
    found: dict[tuple[Passage, str], Value] = {}
    for unit in members:
        article = unit.passage.article
        for quantity in unit.slots.quantities:
            passage = Passage(article, quantity.span)
            found[passage, "number"] = Value(kind="number", number=quantity, passage=passage)
        for when in unit.slots.times:
            passage = Passage(article, when.span)
            found[passage, "date"] = Value(kind="date", date=when, passage=passage)
    return tuple(found[key] for key in sorted(found))


def _same_counted(a: Unit, b: Unit) -> bool:
    """Whether both count the same, by a noun that says more than "people"."""
    anybody = claimwords().anybody
    one, two = (
        {counted(q) for q in u.slots.quantities if q.noun and q.noun not in anybody} for u in (a, b)
    )
    return bool(one & two)


def _rivals(
    told: Sequence[tuple[Claim, tuple[int, ...]]], found: Sequence[Unit], judged: _Judged
) -> tuple[tuple[ClaimId, ClaimId, str], ...]:
    """Pairs of claims with clashing values, the narrower claim of a pair standing for its number."""
    owner: dict[int, ClaimId] = {}
    for claim, group in sorted(told, key=lambda pair: (-len(pair[1]), pair[0].id)):
        for i in group:
            owner[i] = claim.id
    rivals = set()
    for (a, b), judgement in judged.by_pair.items():
        if judgement.veto is None or judgement.otherwise < _RIVAL:
            continue
        one, two = found[a].slots, found[b].slots
        alike = one.head in two.words or two.head in one.words
        if not alike and not _same_counted(found[a], found[b]):
            continue
        if found[a].passage.article == found[b].passage.article and (
            found[a].sentence == found[b].sentence
        ):
            continue  # one sentence may well tell of two numbers
        mine, other = owner.get(a), owner.get(b)
        if mine is not None and other is not None and mine != other:
            rivals.add((min(mine, other), max(mine, other), judgement.veto))
    return tuple(sorted(rivals))
