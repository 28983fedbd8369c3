"""How often each reason of a statement was right, counted on annotated articles."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

__all__ = ["Counted", "Graded", "ReasonScores", "reason_scores", "scores_from"]

_WEIGHT = 8.0
"""How many cases the wider group counts for beside a reason's own: one seen three times tells little
by itself. By five-fold cross-validation over documents (``training/reason_scores.py``), weights from 4
to 64 give a Brier score of .107 over all fields, .25 gives .110, the judges' own scores .125."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How often a field's value was right where this reason decided it."""

    field: str
    feature: str
    value: str
    """The value given, for fields of a closed set ("denies"); empty for the others."""

    right: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """The same for a reason whose judge grades it, as a model does: one stretch of its grades."""

    field: str
    feature: str
    low: float
    """The least grade counted here; the stretch reaches to the next one's least, the last to 1."""

    right: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonScores:
    """Scores by field, feature and value."""

    of_value: Mapping[tuple[str, str, str], float]
    of_feature: Mapping[tuple[str, str], float]
    of_grade: Mapping[tuple[str, str], tuple[tuple[float, float], ...]]
    """Least grade and score of each stretch, both ascending."""

    def score(
        self, field: str, feature: str, value: str = "", *, grade: float = 1.0
    ) -> float | None:
        """The share of right answers, 0 to 1; None for a reason that was not counted.

        Args:
            field: Of the statement; empty for how it was found.
            feature: As the reason says it.
            value: That was given, where the field has a closed set of values.
            grade: The score its judge gave.
        """
        steps = self.of_grade.get((field, feature))
        if steps is not None:
            at = bisect_right(steps, grade, key=lambda step: step[0])
            return steps[max(0, at - 1)][1]
        own = self.of_value.get((field, feature, value))
        return own if own is not None else self.of_feature.get((field, feature))


def scores_from(rows: Iterable[Counted], graded: Iterable[Graded] = ()) -> ReasonScores:
    """Scores from counts: each drawn towards its feature's share, that towards its field's.

    A higher grade never has a lower score: neighbouring stretches that say so are counted as one
    (pool adjacent violators; Ayer et al. 1955).

    Args:
        rows: Each field, feature and value once, in any order.
        graded: Stretches of grades, in any order.
    """
    told = sorted(rows, key=lambda one: (one.field, one.feature, one.value))
    fields: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    features: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for one in told:
        for sums in (fields[one.field], features[one.field, one.feature]):
            sums[0] += one.right
            sums[1] += one.of
    of_field = {name: (right + 1) / (of + 2) for name, (right, of) in fields.items()}
    of_feature = {key: _drawn(right, of, of_field[key[0]]) for key, (right, of) in features.items()}
    of_value = {
        (one.field, one.feature, one.value): _drawn(
            one.right, one.of, of_feature[one.field, one.feature]
        )
        for one in told
        if one.value
    }
    stretches: dict[tuple[str, str], list[Graded]] = defaultdict(list)
    for grade in sorted(graded, key=lambda one: (one.field, one.feature, one.low)):
        stretches[grade.field, grade.feature].append(grade)
    return ReasonScores(
        of_value=MappingProxyType(of_value),
        of_feature=MappingProxyType(of_feature),
        of_grade=MappingProxyType({key: _steps(found) for key, found in stretches.items()}),
    )


def _steps(stretches: Sequence[Graded]) -> tuple[tuple[float, float], ...]:
    """Least grade and score of ascending stretches, those out of order pooled."""
    share = (sum(one.right for one in stretches) + 1) / (sum(one.of for one in stretches) + 2)
    pooled: list[tuple[float, int, int]] = []
    for one in stretches:
        low, right, of = one.low, one.right, one.of
        while pooled and _drawn(*pooled[-1][1:], share) >= _drawn(right, of, share):
            before = pooled.pop()
            low, right, of = before[0], before[1] + right, before[2] + of
        pooled.append((low, right, of))
    return tuple((low, _drawn(right, of, share)) for low, right, of in pooled)


def _drawn(right: int, of: int, towards: float) -> float:
    return (right + _WEIGHT * towards) / (of + _WEIGHT)


@cache
def reason_scores() -> ReasonScores:
    """The shipped scores, read once per process."""
    path = files("firsthand.tables").joinpath("data", "reason_scores.toml")
    table: dict[str, list[dict[str, Any]]] = tomllib.loads(path.read_text("utf-8"))
    return scores_from(
        (Counted(**row) for row in table["reason"]),
        (Graded(**row) for row in table["graded"]),
    )
