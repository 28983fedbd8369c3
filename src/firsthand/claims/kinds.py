"""What kind of claim a unit puts, and whether it affirms or denies its proposition."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from firsthand.claims.slots import folded
from firsthand.claims.units import Unit
from firsthand.domain import ClaimKind, Manner, Polarity, Stance
from firsthand.tables.claimwords import claimwords

__all__ = ["affirms", "kind_of", "kind_of_all", "polarity_of", "takes_no_position"]

_LABEL_WORDS = 9
"""Words up to which quoted words after "called it" are a label rather than an account."""


def kind_of(unit: Unit) -> ClaimKind:
    """The kind of one unit, by its mood, its cue and its words; a fact where nothing says otherwise."""
    table = claimwords()
    stance = unit.statement.stance if unit.statement is not None else Stance.ASSERTS
    lemmas = [folded(t.lemma) for t in unit.tokens]
    modals = {folded(t.lemma) for t in unit.tokens if t.tag == "MD"}
    cue = set(unit.cue.split())
    finite = any(t.tag in ("VBD", "VBP", "VBZ", "MD") for t in unit.tokens)
    label = not finite and len(lemmas) <= _LABEL_WORDS
    quoting = unit.statement is not None and unit.statement.manner is not Manner.INDIRECT
    if quoting and label and stance in (Stance.DESCRIBES, Stance.DENIES):
        return ClaimKind.UTTERANCE
    if stance is Stance.DESCRIBES and label:
        return ClaimKind.UTTERANCE
    if stance is Stance.DECLINES:
        return ClaimKind.UTTERANCE
    if stance is Stance.DEMANDS or _demands(unit, lemmas, modals):
        return ClaimKind.DEMAND
    if modals & table.forecast_auxiliaries and not _past(unit):
        return ClaimKind.FORECAST
    if unit.predicate & table.forecast or stance is Stance.EXPECTS:
        return ClaimKind.FORECAST
    if unit.predicate & table.performing or cue & table.performing:
        return ClaimKind.UTTERANCE
    if unit.predicate & table.judgement and unit.statement is not None:
        return ClaimKind.JUDGEMENT
    if modals & table.forecast_possible and not _past(unit):
        return ClaimKind.FORECAST
    return ClaimKind.FACT


def _demands(unit: Unit, lemmas: Sequence[str], modals: set[str]) -> bool:
    table = claimwords()
    if modals & table.demand_auxiliaries:
        return True
    cue = unit.cue.split()
    said = {*lemmas, *cue, *_twos(lemmas), *_twos(cue)}
    return bool(said & table.demand)


def _twos(words: Sequence[str]) -> set[str]:
    return {f"{one}_{two}" for one, two in pairwise(words)}


def _past(unit: Unit) -> bool:
    """Whether a modal is followed by "have": "may have been altered" tells of the past."""
    modal = False
    for token in unit.tokens:
        if token.tag == "MD":
            modal = True
        elif modal and folded(token.lemma) == "have" and token.dep == "aux":
            return True
    return False


def kind_of_all(units: Sequence[Unit]) -> ClaimKind:
    """The kind most of the units have; of equally many, the one that promises least support."""
    order = (
        ClaimKind.UTTERANCE,
        ClaimKind.DEMAND,
        ClaimKind.JUDGEMENT,
        ClaimKind.FORECAST,
        ClaimKind.FACT,
    )
    kinds = [kind_of(unit) for unit in units]
    return max(order, key=lambda kind: (kinds.count(kind), -order.index(kind)))


def affirms(unit: Unit) -> bool:
    """Whether the unit's speaker holds its words without their negation.

    "Denied that it was stored", "it was not stored" and "said it was not stored" all answer False,
    "denied that it was not stored" True.
    """
    statement = unit.statement
    denied = (
        statement is not None and statement.stance is Stance.DENIES and not statement.denies_inside
    )
    return denied == unit.slots.negated


def takes_no_position(unit: Unit) -> bool:
    """Whether the speaker leaves the proposition open: declines to say, or speaks of "whether"."""
    return unit.open or (unit.statement is not None and unit.statement.stance is Stance.DECLINES)


def polarity_of(unit: Unit, *, kind: ClaimKind, negative: bool) -> Polarity:
    """How the unit stands to a claim of this kind whose printed wording is `negative` or not.

    Whoever utters an utterance affirms it: "dismissed it as 'fake news'" attests the dismissal.
    """
    if kind is ClaimKind.UTTERANCE:
        return Polarity.AFFIRMS
    if takes_no_position(unit):
        return Polarity.NEITHER
    return Polarity.AFFIRMS if affirms(unit) != negative else Polarity.DENIES
