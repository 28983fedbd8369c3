"""Names of persons, bodies, places and peoples: the recogniser's labels, weighed anew for news.

A small recogniser calls a town a body in one sentence and a person in the next. Every occurrence is
therefore weighed by what stands around it and what tables know, and all occurrences of one name in
the article vote together (one sense per discourse; Gale, Church and Yarowsky 1992).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from firsthand.annotate.kinds import Weights, kind_weights
from firsthand.annotate.names import Name, names
from firsthand.domain import Article, Mention, MentionKind, Reason, Sentence, Token
from firsthand.tables.countries import country_of_name
from firsthand.tables.gazetteer import gazetteer

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
    found = [name for one in sentences for name in names(article.text, tokens, one)]
    surnames = _surnames(found)
    weighed = [kind_weights(article.text, tokens, name, surnames) for name in found]
    votes: dict[str, list[Weights]] = defaultdict(list)
    for name, weights in zip(found, weighed, strict=True):
        votes[name.text.casefold()].append(weights)
    means = {
        text: {kind: sum(one.get(kind, 0.0) for one in own) / len(own) for kind in MentionKind}
        for text, own in votes.items()
    }
    mentioned = []
    for name, weights in zip(found, weighed, strict=True):
        mean = means[name.text.casefold()]
        total = {kind: _OWN * weights.get(kind, 0.0) + mean[kind] for kind in MentionKind}
        kind = max(total, key=lambda one: (total[one], one.value))
        if total[kind] <= (_NEEDED if name.label == "" else 0.0):
            continue
        mentioned.append(
            Mention(span=name.span, kind=kind, name=name.text, reasons=_reasons(name, total, kind))
        )
    return tuple(sorted(mentioned, key=lambda one: one.span))


def _reasons(name: Name, total: Weights, kind: MentionKind) -> tuple[Reason, ...]:
    """Why a name was given its kind: the label, and the share of the weights."""
    label = f"recogniser: {name.label}" if name.label else "proper noun the recogniser passed over"
    share = total[kind] / sum(max(0.0, weight) for weight in total.values())
    return (
        Reason(feature=label, score=1.0 if name.label else 0.0),
        Reason(
            feature=f"context, tables and other occurrences: {kind.value}", score=round(share, 3)
        ),
    )


def _surnames(found: Sequence[Name]) -> frozenset[str]:
    """Last words of the persons that are named in full; a "person" called San Marino is none."""
    return frozenset(
        name.text.rpartition(" ")[2].casefold()
        for name in found
        if name.label == "PERSON" and " " in name.text and not _is_place_name(name.text)
    )


def _is_place_name(text: str) -> bool:
    """Whether a country or a place of the gazetteer is called so."""
    return country_of_name(text) is not None or any(
        not place.alternate for place in gazetteer().named(text)
    )
