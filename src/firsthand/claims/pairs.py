"""Decide of two claim units whether they put the same proposition, with reasons.

Vectors propose, typed slots decide: a learned score over a few features that a reader can check by
hand, and vetoes where a number of the same counted noun or a day cannot agree. Whether a unit
affirms or denies plays no part: who denies a claim speaks of the same claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, log

from firsthand.claims.slots import folded
from firsthand.claims.units import Unit
from firsthand.claims.values import clashing, days_apart
from firsthand.domain import Reason, Stance
from firsthand.tables.claimwords import claimwords
from firsthand.tables.sameclaim import FEATURES, PairWeights, pairweights

__all__ = ["Judgement", "WordWeights", "features", "same_claim", "word_weights"]

_TELLING = ("VBD", "VBP", "VBZ", "MD", "TO")
_FEWEST_SHARED = 2
"""Telling words that clauses of two voices must share ("whipsawed by the claims", "refute the
claims"), unless they are as close in meaning as:"""

_CLOSE = 0.7
_OWNED_UP = 0.9
_OWNED_UP_ONE = 0.22
_OWNED_UP_TWO = 0.34
"""Probability from which a denial and an acknowledgement are of one thing, by one and by two voices."""

_FINITE = ("VBD", "VBP", "VBZ", "MD")
_VIEWS = (Stance.DESCRIBES, Stance.EXPECTS, Stance.WARNS)
_LONG_RUN = 8
"""Words in a row that count as fully shared wording."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Whether two units put the same proposition."""

    probability: float
    """Calibrated on hand-made audits; 0 where a veto speaks."""

    otherwise: float = 0.0
    """The probability with the veto set aside: high where two claims are rivals."""

    veto: str | None = None
    """The slot that cannot agree (number, date, order, mood, attitude, unlike); None when nothing forbids it."""

    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordWeights:
    """How telling each word stem is within a story: the rarer, the more."""

    weight: Mapping[str, float]
    otherwise: float

    def of(self, words: Iterable[str]) -> float:
        """Summed weight of `words`."""
        return sum(self.weight.get(word, self.otherwise) for word in sorted(words))


def word_weights(units: Iterable[Unit]) -> WordWeights:
    """Inverse document frequency of stems over the units of a story (Spärck Jones 1972)."""
    counts: dict[str, int] = {}
    total = 0
    for unit in units:
        total += 1
        for word in unit.slots.words:
            counts[word] = counts.get(word, 0) + 1
    return WordWeights(
        weight={w: log((total + 1) / (n + 0.5)) for w, n in sorted(counts.items())},
        otherwise=log(total + 1) if total else 1.0,
    )


def features(a: Unit, b: Unit, *, cosine: float, weights: WordWeights) -> dict[str, float]:
    """The features of a pair, by name, each between 0 and 1; symmetric in `a` and `b`.

    Args:
        a: One unit.
        b: Another of the same story.
        cosine: Of the vectors of their wordings.
        weights: Of the story's words.
    """
    one, two = a.slots, b.slots
    shared = weights.of(one.words & two.words)
    least = min(weights.of(one.words), weights.of(two.words))
    union = weights.of(one.words | two.words)
    speakers = [u.statement.speaker if u.statement else None for u in (a, b)]
    return {
        "cosine": max(0.0, cosine),
        "words": shared / union if union > 0 else 0.0,
        "contained": shared / least if least > 0 else 0.0,
        "rest": _share(one.words - one.subject, two.words - two.subject, weights),
        "run": _longest_run(one.run, two.run) / _LONG_RUN,
        "proper_apart": min(
            1.0,
            min(weights.of(one.proper - two.words), weights.of(two.proper - one.words))
            / max(weights.otherwise, 1.0),
        ),
        "speaker": float(speakers[0] is not None and speakers[0] == speakers[1]),
        "modality": float(_modal(a) == _modal(b)),
    }


def same_claim(
    a: Unit,
    b: Unit,
    *,
    cosine: float,
    weights: WordWeights,
    model: PairWeights | None = None,
) -> Judgement:
    """Judge whether `a` and `b` put the same proposition.

    Args:
        a: One unit.
        b: Another of the same story.
        cosine: Of the vectors of their wordings.
        weights: Of the story's words.
        model: Weights of the features; the shipped ones by default.

    Returns:
        Probability 0 with the reason where a number of the same counted noun or the day differs;
        otherwise the probability and the features that spoke most for or against it.
    """
    model = model or pairweights()
    evidence = (a.passage, b.passage)
    found = features(a, b, cosine=cosine, weights=weights)
    parts = {name: model.weight[name] * found[name] for name in FEATURES}
    probability = 1.0 / (1.0 + exp(-model.bias - sum(parts.values())))
    for veto, why in (
        ("order", "one of several alike, not the other" if _ordered_apart(a, b) else None),
        ("mood", "one has happened, the other is to come" if _mood_apart(a, b) else None),
        ("attitude", "one only takes a view of it" if _attitude(a) != _attitude(b) else None),
    ):
        if why is not None:
            reason = Reason(feature=why, score=-1.0, evidence=evidence)
            return Judgement(probability=0.0, veto=veto, reasons=(reason,))
    noun = clashing(a.slots.quantities, b.slots.quantities)
    if noun is not None or days_apart(a.slots.times, b.slots.times):
        feature = "different days" if noun is None else f"different numbers of {noun}"
        return Judgement(
            probability=0.0,
            otherwise=probability,
            veto="date" if noun is None else "number",
            reasons=(Reason(feature=feature, score=-1.0, evidence=evidence),),
        )
    if _owned_up(a, b, probability):
        probability = max(probability, _OWNED_UP)
    alone = len(a.slots.words & b.slots.words) < _FEWEST_SHARED and cosine < _CLOSE
    if probability < _least(a, b, model) or (alone and not _one_speaker(a, b)):
        reason = Reason(feature="too unlike for two voices", score=-0.5, evidence=evidence)
        return Judgement(probability=0.0, veto="unlike", reasons=(reason,))
    telling = sorted(parts, key=lambda name: (-abs(parts[name]), name))[:3]
    return Judgement(
        probability=probability,
        otherwise=probability,
        reasons=tuple(
            Reason(
                feature=f"{_SHOWN[name]} {found[name]:.2f}",
                score=round(max(-1.0, min(1.0, parts[name] / 4)), 3),
                evidence=evidence,
            )
            for name in telling
            if found[name] > 0
        ),
    )


_SHOWN = {
    "cosine": "closeness in meaning",
    "words": "shared words",
    "contained": "words of the shorter in the longer",
    "rest": "the same said of it",
    "run": "shared wording",
    "proper_apart": "other proper nouns",
    "speaker": "same speaker",
    "modality": "same tense of certainty",
}


def _owned_up(a: Unit, b: Unit, probability: float) -> bool:
    """Whether one is denied and the other acknowledged: what somebody owns up to was denied before."""
    stances = {u.statement.stance for u in (a, b) if u.statement is not None}
    least = _OWNED_UP_ONE if _one_speaker(a, b) else _OWNED_UP_TWO
    return stances == {Stance.DENIES, Stance.ACKNOWLEDGES} and probability >= least


def _least(a: Unit, b: Unit, model: PairWeights) -> float:
    """Probability below which the two must not stand in one claim, by who puts them."""
    spoken = sum(bool(u.statement is not None or u.voice) for u in (a, b))
    if _one_speaker(a, b):
        least = model.least["one_speaker"]
    else:
        least = model.least[("two_outlets", "speaker_and_outlet", "two_speakers")[spoken]]
    whole = all(any(t.tag in _FINITE for t in u.tokens) for u in (a, b))
    return least if whole else max(least, model.least["fragment"])


def _one_speaker(a: Unit, b: Unit) -> bool:
    """Whether the two go back to one speaker or one body."""
    return bool(set(a.voice) & set(b.voice))


def _ordered_apart(a: Unit, b: Unit) -> bool:
    """Whether one speaks of "a third landslide" and the other of a landslide without saying so."""
    one, two = a.slots, b.slots
    return any(
        noun in other.words and (order, noun) not in other.ordinals
        for mine, other in ((one, two), (two, one))
        for order, noun in mine.ordinals
    )


def _mood_apart(a: Unit, b: Unit) -> bool:
    """Whether one tells of what is to come and the other of what has happened."""
    return (_to_come(a) and _happened(b)) or (_to_come(b) and _happened(a))


def _to_come(unit: Unit) -> bool:
    future = claimwords().future
    return any(t.tag == "MD" and folded(t.lemma) in future for t in unit.tokens)


def _happened(unit: Unit) -> bool:
    finite = {t.tag for t in unit.tokens if t.pos in ("VERB", "AUX")}
    return "MD" not in finite and bool(finite & {"VBD", "VBN"})


def _attitude(unit: Unit) -> bool:
    """Whether the unit names a thing only to say what somebody thinks of it ("condemned the raid")."""
    if unit.statement is None or any(t.tag in _TELLING for t in unit.tokens):
        return False
    named = set(unit.cue.split()) & claimwords().describing
    return bool(named) or unit.statement.stance in _VIEWS


def _modal(unit: Unit) -> bool:
    """Whether the clause speaks of what may or will be."""
    return any(t.tag == "MD" for t in unit.tokens)


def _share(one: frozenset[str], two: frozenset[str], weights: WordWeights) -> float:
    union = weights.of(one | two)
    return weights.of(one & two) / union if union > 0 else 0.0


def _longest_run(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """Length in words of the longest run that both have, counted as far as it tells."""
    for length in range(1, _LONG_RUN + 1):
        runs = {a[at : at + length] for at in range(len(a) - length + 1)}
        if not any(b[at : at + length] in runs for at in range(len(b) - length + 1)):
            return length - 1
    return _LONG_RUN
