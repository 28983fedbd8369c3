"""Names of persons, bodies, places and peoples: the recogniser's labels, weighed anew for news.

A small recogniser calls a town a body in one sentence and a person in the next. Every occurrence is
therefore weighed by what stands around it and what tables know, and all occurrences of one name in
the article vote together (one sense per discourse; Gale, Church and Yarowsky 1992). A surname is
read by the full name, a member of a list by the others, and a word that neither recogniser nor
parser took for a name by its other occurrences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from firsthand.annotate.kinds import Weighed, Weights, best_kind, weigh, with_features
from firsthand.annotate.namecast import cast_of, mended
from firsthand.annotate.nameheadlines import in_headlines
from firsthand.annotate.namelists import with_lists
from firsthand.annotate.names import names
from firsthand.annotate.namespread import spread
from firsthand.annotate.wording import Wording
from firsthand.domain import Article, Mention, MentionKind, Reason, Sentence, Token

__all__ = ["mentions"]

_OWN = 0.4
"""Weight of the occurrence itself against 1 for the mean of all: one name is one thing."""

_NEEDED = 1.05
"""Least weight for a name that the recogniser passed over."""


def mentions(
    article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence]
) -> tuple[Mention, ...]:
    """Find the names in an article.

    Args:
        article: Whose text the tokens' offsets count in.
        tokens: The parse, with the recogniser's entity labels.
        sentences: Names never reach over the end of one.

    Returns:
        Ascending, not overlapping; empty when the text names nobody.
    """
    wording = Wording.of(article.text, tokens, sentences)
    found = [name for one in sentences for name in names(wording, one)]
    found = mended(wording, in_headlines(wording, found))
    weighed = [weigh(wording, name) for name in found]
    cast = cast_of(wording, weighed)
    weighed = [with_features(one, cast.features(one)) for one in weighed]
    totals = with_lists(wording, weighed, _votes(weighed))
    mentioned = []
    for one, total in zip(weighed, totals, strict=True):
        kind = best_kind(total)
        if total.get(kind, 0.0) <= (_NEEDED if one.name.label == "" else 0.0):
            continue
        mentioned.append(
            Mention(
                span=one.name.span,
                kind=kind,
                name=one.name.text,
                reasons=_reasons(one, total, kind),
            )
        )
    return tuple(sorted((*mentioned, *spread(wording, mentioned)), key=lambda one: one.span))


def _votes(weighed: Sequence[Weighed]) -> list[Weights]:
    """Each occurrence's weights with the mean of all of its name added."""
    groups: dict[tuple[str, str], list[Weights]] = defaultdict(list)
    for one in weighed:
        groups[_ballot(one)].append(one.weights)
    means = {
        ballot: {kind: sum(each.get(kind, 0.0) for each in own) / len(own) for kind in MentionKind}
        for ballot, own in groups.items()
    }
    return [
        {
            kind: _OWN * one.weights.get(kind, 0.0) + means[_ballot(one)][kind]
            for kind in MentionKind
        }
        for one in weighed
    ]


def _ballot(one: Weighed) -> tuple[str, str]:
    """Which occurrences vote together: those of one name, but for what decides by itself."""
    decided = one.decided and any(feature.startswith("table") for feature in one.features)
    return one.name.text.casefold(), best_kind(one.weights).value if decided else ""


def _reasons(one: Weighed, total: Weights, kind: MentionKind) -> tuple[Reason, ...]:
    """Why a name was given its kind: the label, and the share of the weights."""
    label = one.name.label
    said = f"recogniser: {label}" if label else "proper noun the recogniser passed over"
    share = total[kind] / sum(max(0.0, weight) for weight in total.values())
    return (
        Reason(feature=said, score=1.0 if label else 0.0),
        Reason(
            feature=f"context, tables and other occurrences: {kind.value}", score=round(share, 3)
        ),
    )
