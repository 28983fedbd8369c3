"""Copies that were taken from another copy: told by the changes and the headline that they share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np

from firsthand.copies.directions import Root
from firsthand.copies.said import agency_of
from firsthand.copies.witnesses import (
    Changes,
    Witness,
    added_between,
    changes,
    kept_beyond,
    lost_by_both,
    shared_changes,
    witness,
)
from firsthand.domain import Article, ArticleId, Reason

__all__ = ["EDITS", "Shares", "models_against", "models_among"]

EDITS = "edits"
"""Basis of a direction: the copy has the other's own changes."""

SHARED = 6
"""Fewest runs of three words that a copy and its model share against the root: two changed words.
Of 24 constructed pairs with eight or more, 23 were copy and model; of 28 with four, 25."""

LOST = 4
"""Most of the root's runs that a copy may hold beyond its model: a dateline put back."""

LOST_SHARE = 0.25
"""The same as a share of what the two have in common against the root."""

LOST_BY_BOTH = 14
"""Where the root is not there: fewest runs that two texts lack and all others have, for what the
two share to be a change. Without it, the two may be the only ones that kept the root's words (of
36 constructed pairs with common words, 16 were copy and model; of the 7 that pass all, 7)."""

LOST_WITHOUT = 0.125
"""As `LOST_SHARE`, where the root is not there: nothing is known of the words of its dateline."""

OTHERS = 2
"""Fewest others that must bear such words out."""

NEAR = 0.02
"""By how much less of a copy may stand in its model than in the root before the two are not even
laid side by side: a dateline or a line of the site more in one of them."""

NEARER = 0.005
"""By how much more of a copy must stand in its model than in any other text, where the root is not
there."""

NEAREST = 8
"""Most texts that are looked at as the model of one copy."""

HEADLINE_WORDS = 3
"""Fewest words of a headline that says something when two copies have it and the root has not."""

_WORD = re.compile(r"\w+")

Shares = Mapping[tuple[ArticleId, ArticleId], float]
_Best = dict[ArticleId, tuple[int, Root]]


class _Texts:
    """The words of a group's members, cut when first asked for."""

    def __init__(self) -> None:
        self._cut: dict[ArticleId, Witness] = {}
        self._changed: dict[ArticleId, Changes] = {}

    def of(self, article: Article) -> Witness:
        """Its words."""
        if article.id not in self._cut:
            self._cut[article.id] = witness(article)
        return self._cut[article.id]

    def changed(self, article: Article, root: Article) -> Changes:
        """What it has that the root has not; the root must be the same in all calls."""
        if article.id not in self._changed:
            self._changed[article.id] = changes(self.of(article), self.of(root).codes)
        return self._changed[article.id]


def models_against(
    members: Sequence[Article], shares: Shares, root: Article
) -> dict[ArticleId, Root]:
    """Copies that have another copy's changes or headline against the root, with their model.

    The model is the text with which a copy shares most changes; of two texts with common changes
    it is the one that has kept more of the root, failing that the one with more of its headline.
    Where neither tells, both stay copies of the root: stamps pointed the right way in 3 of 7 such
    pairs. Agencies copy from nobody here.

    Args:
        members: The group's articles, by id.
        shares: (copy, original) → share of the copy's words that stand in the original.
        root: The text that all of them go back to.
    """
    texts = _Texts()
    best: _Best = {}
    for copy in members:
        if copy is root or agency_of(copy) is not None:
            continue
        least = shares.get((copy.id, root.id), 1.0) - NEAR
        near = [
            model
            for model in members
            if model is not copy and model is not root
            and shares.get((copy.id, model.id), 0.0) >= least
        ]  # fmt: skip
        for model in sorted(near, key=lambda one: (-shares[copy.id, one.id], one.id))[:NEAREST]:
            _weigh(copy, model, root, texts, best)
    return {copy: source for copy, (_, source) in best.items()}


def _weigh(copy: Article, model: Article, root: Article, texts: _Texts, best: _Best) -> None:
    a, b, first = texts.of(model), texts.of(copy), texts.of(root)
    common = shared_changes(texts.changed(copy, root), texts.changed(model, root))
    beyond = kept_beyond(a, b, first.codes)
    by_words = common >= SHARED and beyond <= max(LOST, LOST_SHARE * common)
    by_title = beyond <= LOST and _same_headline(copy, model, root)
    if not (by_words or by_title) or (copy.id in best and best[copy.id][0] >= common):
        return
    if _goes_before(model, copy, beyond, kept_beyond(b, a, first.codes)):
        reasons = [_common(common)] if by_words else []
        reasons += [Reason(feature=_OWN_HEADLINE)] if by_title else []
        best[copy.id] = (common, Root(article=model.id, basis=EDITS, reasons=tuple(reasons)))


_OWN_HEADLINE = "it has the other's own headline, not the root's"


def _common(runs: int) -> Reason:
    return Reason(
        feature="changes that only these two texts have, in runs of three words", score=float(runs)
    )


def models_among(members: Sequence[Article], shares: Shares) -> dict[ArticleId, Root]:
    """The same where the root is not in the collection: what all others have stands for it.

    Only a text that holds more of a copy than every other does is looked at as its model.

    Args:
        members: The group's articles, by id.
        shares: (copy, original) → share of the copy's words that stand in the original.
    """
    texts = _Texts()
    best: _Best = {}
    for copy in members:
        ranked = sorted(
            (one for one in members if one is not copy and (copy.id, one.id) in shares),
            key=lambda one: (-shares[copy.id, one.id], one.id),
        )
        if len(ranked) <= OTHERS or agency_of(copy) is not None:
            continue
        model, others = ranked[0], [texts.of(one) for one in ranked[1:]]
        if shares[copy.id, model.id] - shares[copy.id, ranked[1].id] < NEARER:
            continue
        codes, counts = np.unique(np.concatenate([o.codes for o in others]), return_counts=True)
        borne = codes[counts >= OTHERS]
        a, b = texts.of(model), texts.of(copy)
        common = shared_changes(changes(b, codes), changes(a, codes), added=False)
        put_in = added_between(a, b, others)
        beyond = kept_beyond(a, b, borne)
        lost = lost_by_both(a, b, codes[counts == len(others)])
        changed = common >= SHARED and lost >= max(LOST_BY_BOTH, common // 2)
        common = max(common if changed else 0, put_in)
        if (
            common >= SHARED
            and beyond <= LOST_WITHOUT * common
            and _goes_before(model, copy, beyond, kept_beyond(b, a, borne))
        ):
            best[copy.id] = (
                common,
                Root(article=model.id, basis=EDITS, reasons=(_common(common),)),
            )
    return {copy: source for copy, (_, source) in best.items()}


def _goes_before(model: Article, copy: Article, beyond: int, back: int) -> bool:
    """Whether of two texts with common changes `model` is the one the other was taken from."""
    if abs(back - beyond) > LOST:
        return back > beyond
    ours, theirs = _headline(model), _headline(copy)
    if ours != theirs and ours and theirs:
        return _within(theirs, ours) and not _within(ours, theirs)
    return False


def _same_headline(copy: Article, model: Article, root: Article) -> bool:
    """Whether two copies have one headline that is neither the root's nor its beginning."""
    ours, theirs, first = _headline(copy), _headline(model), _headline(root)
    return (
        ours == theirs
        and len(ours) >= HEADLINE_WORDS
        and bool(first)
        and first[: len(ours)] != ours
    )


def _headline(article: Article) -> tuple[str, ...]:
    return tuple(_WORD.findall((article.title or "").lower()))


def _within(inner: Sequence[str], outer: Sequence[str]) -> bool:
    rest = iter(outer)
    return all(word in rest for word in inner)
