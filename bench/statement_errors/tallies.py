"""Counts over the comparison of all documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bench.statement_errors.classes import CLASSES
from bench.statement_errors.fields import FIELDS
from bench.statement_errors.findings import Error, Found
from bench.statement_errors.kinds import Kind
from bench.statement_errors.relations import Relation

__all__ = ["Confusion", "Share", "Tally", "by_class", "confusions", "inexact", "tally"]


@dataclass(frozen=True, slots=True)
class Share:
    """Relations of one class: how many there are, were found, and are right."""

    gold: int
    found: int
    right: int

    @property
    def recall(self) -> float:
        """In per cent."""
        return 100 * self.right / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        """In per cent."""
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def f1(self) -> float:
        """In per cent."""
        both = self.gold + self.found
        return 200 * self.right / both if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Errors of one kind."""

    kind: Kind
    missed: int
    """Gold relations that count as missed by it."""

    false: int
    """Found relations that count as false by it."""

    gain: float
    """By how many points of relation F1 the whole would rise if these were right, or gone."""

    errors: tuple[Error, ...]

    @property
    def count(self) -> int:
        """Errors, a pair of a missed and a false relation counted once."""
        return len(self.errors)


def overall(compared: Sequence[Found]) -> Share:
    """All relations."""
    return Share(
        gold=sum(len(one.gold) for one in compared),
        found=sum(len(one.found) for one in compared),
        right=sum(len(one.right) for one in compared),
    )


def tally(compared: Sequence[Found]) -> list[Tally]:
    """Errors by kind, the most costly first."""
    whole = overall(compared)
    by_kind: dict[Kind, list[Error]] = defaultdict(list)
    for one in compared:
        for error in one.errors:
            by_kind[error.kind].append(error)
    made = []
    for kind, errors in by_kind.items():
        missed = sum(error.gold is not None for error in errors)
        false = sum(error.found is not None for error in errors)
        mended = Share(
            gold=whole.gold,
            found=whole.found + missed - false,
            right=whole.right + missed,
        )
        gain = mended.f1 - whole.f1
        made.append(Tally(kind=kind, missed=missed, false=false, gain=gain, errors=tuple(errors)))
    return sorted(made, key=lambda one: (-one.gain, one.kind))


def by_class(compared: Sequence[Found]) -> dict[str, dict[str, Share]]:
    """How well relations of each class are found; a right one is of its gold relation's class."""
    made: dict[str, dict[str, Share]] = {}
    for name, told in CLASSES.items():
        gold: Counter[str] = Counter()
        found: Counter[str] = Counter()
        right: Counter[str] = Counter()
        for one in compared:
            stands_for: dict[int, Relation] = {id(other): mine for mine, other in one.aligned}
            gold.update(told(one.words, each) for each in one.gold)
            found.update(told(one.words, stands_for.get(id(each), each)) for each in one.found)
            right.update(told(one.words, mine) for mine, _ in one.right)
        made[name] = {
            each: Share(gold[each], found[each], right[each])
            for each in sorted({*gold, *found}, key=lambda each: (-gold[each], each))
        }
    return made


def inexact(compared: Sequence[Found]) -> Counter[str]:
    """How relations that count as right still differ from the annotators', by part and side."""
    made: Counter[str] = Counter()
    for one in compared:
        for mine, other in one.right:
            differs = False
            for part in ("content", "source", "cue"):
                ours: frozenset[int] = getattr(mine, part)
                theirs: frozenset[int] = getattr(other, part)
                if ours == theirs:
                    continue
                differs = True
                shared = ours & theirs
                for words, how in ((ours - theirs, "short"), (theirs - ours, "long")):
                    for side, there in (
                        ("in front", any(index < min(shared) for index in words)),
                        ("at the end", any(index > max(shared) for index in words)),
                        (
                            "inside",
                            any(min(shared) < index < max(shared) for index in words),
                        ),
                    ):
                        made[f"{part} too {how} {side}"] += there
            made["all three exact"] += not differs
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """What one field's values were taken for, over relations whose contents agree."""

    field: str
    right: int
    compared: int
    wrong: tuple[tuple[str, int], ...]
    """Which value was given for which, commonest first."""


def confusions(compared: Sequence[Found]) -> list[Confusion]:
    """Field by field; fields that the gold does not annotate are left out."""
    made = []
    for name, field in FIELDS.items():
        right = total = 0
        wrong: Counter[str] = Counter()
        for one in compared:
            for mine, other in one.same_content:
                verdict = field(mine.row, other.row)
                if verdict is None:
                    continue
                total += 1
                right += not verdict
                if verdict:
                    wrong[verdict] += 1
        if total:
            ordered = sorted(wrong.items(), key=lambda each: (-each[1], each[0]))
            made.append(Confusion(field=name, right=right, compared=total, wrong=tuple(ordered)))
    return made
