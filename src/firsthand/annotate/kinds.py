"""What kind of thing one occurrence of a name names: the weights of its features, summed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.annotate.namecontext import surrounding_features
from firsthand.annotate.namefeatures import shape_features
from firsthand.annotate.nametrims import Name
from firsthand.annotate.wording import Wording
from firsthand.domain import MentionKind
from firsthand.tables.kindweights import kind_table

__all__ = ["Weighed", "Weights", "best_kind", "weigh", "with_features"]

Weights = dict[MentionKind, float]

_KINDS = tuple(sorted(MentionKind, key=lambda kind: kind.value, reverse=True))
"""Last by name first: of equals the first is taken."""

_DECISIVE = frozenset(
    {
        "ship by a noun before",
        "disease after",
        "relative before",
        "word of a disease",
        "ship's prefix",
        "storm before",
        "day after",
        "treaty before",
    }
)
"""Features that decide for their own occurrence, whatever the name is elsewhere in the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """One occurrence of a name with what speaks for each kind."""

    name: Name
    features: tuple[str, ...]
    weights: Weights

    @property
    def decided(self) -> bool:
        """Whether a feature decides for this occurrence alone."""
        return any(feature in _DECISIVE for feature in self.features)


def weigh(wording: Wording, name: Name) -> Weighed:
    """Weigh one occurrence by its label, its words, the tables and its surroundings."""
    features = (*shape_features(wording, name), *surrounding_features(wording, name))
    return Weighed(name=name, features=features, weights=_sum({}, features))


def with_features(one: Weighed, further: Iterable[str]) -> Weighed:
    """The same occurrence with features that the rest of the article gives it."""
    more = tuple(further)
    if not more:
        return one
    return Weighed(name=one.name, features=(*one.features, *more), weights=_sum(one.weights, more))


def best_kind(weights: Weights) -> MentionKind:
    """The kind that most speaks for; of equals the last by name."""
    return max(_KINDS, key=lambda kind: weights.get(kind, 0.0))


def _sum(weights: Weights, features: Iterable[str]) -> Weights:
    """The weights with those of further features added."""
    table = kind_table().features
    total = dict(weights)
    for feature in features:
        for kind, weight in table.get(feature, ()):
            total[kind] = total.get(kind, 0.0) + weight
    return total
