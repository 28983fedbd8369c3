"""How often each reason of a statement was right, counted on annotated articles."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

__all__ = ["Counted", "ReasonScores", "reason_scores", "scores_from"]

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
class ReasonScores:
    """Scores by field, feature and value."""

    of_value: Mapping[tuple[str, str, str], float]
    of_feature: Mapping[tuple[str, str], float]

    def score(self, field: str, feature: str, value: str = "") -> float | None:
        """The share of right answers, 0 to 1; None for a reason that was not counted.

        Args:
            field: Of the statement; empty for how it was found.
            feature: As the reason says it.
            value: That was given, where the field has a closed set of values.
        """
        own = self.of_value.get((field, feature, value))
        return own if own is not None else self.of_feature.get((field, feature))


def scores_from(rows: Iterable[Counted]) -> ReasonScores:
    """Scores from counts: each drawn towards its feature's share, that towards its field's.

    Args:
        rows: Each field, feature and value once, in any order.
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
    return ReasonScores(
        of_value=MappingProxyType(of_value), of_feature=MappingProxyType(of_feature)
    )


def _drawn(right: int, of: int, towards: float) -> float:
    return (right + _WEIGHT * towards) / (of + _WEIGHT)


@cache
def reason_scores() -> ReasonScores:
    """The shipped scores, read once per process."""
    path = files("firsthand.tables").joinpath("data", "reason_scores.toml")
    rows: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8"))["reason"]
    return scores_from(
        Counted(
            field=row["field"],
            feature=row["feature"],
            value=row["value"],
            right=row["right"],
            of=row["of"],
        )
        for row in rows
    )
