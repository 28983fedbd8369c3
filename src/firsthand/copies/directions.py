"""Which text was there first: by what the texts say, then by what they hold, then by the clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from firsthand.copies.credits import credited, forms
from firsthand.copies.times import earlier
from firsthand.domain import Article, ArticleId
from firsthand.tables.agencies import agency_named

__all__ = ["Root", "pair_root", "root_of", "wire_credited"]

CONTAINED = 0.08
"""By how much more of the others' words the fullest text must hold than the next to be the one the
others were cut from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """The text that others are copies of, or why there is none."""

    article: ArticleId | None
    basis: str | None
    """credit, wire-outlet, containment or time; None where `article` is None."""

    wire: str | None = None
    """The agency credited, as a name; set also where its own text is not in the collection."""


def wire_credited(article: Article) -> str | None:
    """The agency that an article is, or that it credits for its whole text; None when neither."""
    if article.wire is not None:
        return article.wire
    if article.outlet is not None and (own := agency_named(article.outlet)):
        return own.name
    for name in credited(article):
        if agency := agency_named(name):
            return agency.name
    return None


def root_of(
    members: Sequence[Article], shares: Mapping[tuple[ArticleId, ArticleId], float]
) -> Root:
    """Find the text of a copy group that the others go back to.

    A credit or an agency's own text decides; an agency that is credited and not in the group
    leaves the root unknown, whatever the clock says (a relay may be stamped before the wire that
    reached us). Without any credit, the text that holds the others and is not later; then the
    text stamped before all others.

    Args:
        members: The articles of one group; their order does not matter.
        shares: (copy, original) → share of the copy's words that stand in the original.
    """
    ordered = sorted(members, key=lambda article: article.id)
    named_by = {article.id: credited(article) for article in ordered}
    tally: Counter[str] = Counter()
    for article in ordered:
        tally.update({form for name in named_by[article.id] for form in forms(name)})
    own = {
        article.id: forms(article.outlet) if article.outlet is not None else frozenset()
        for article in ordered
    }
    wire = _wire(ordered, named_by)
    named = [article for article in ordered if any(form in tally for form in own[article.id])]
    if named:
        best = max(max(tally[form] for form in own[article.id]) for article in named)
        leading = [a for a in named if max(tally[form] for form in own[a.id]) == best]
        return Root(article=_first(leading, shares).id, basis="credit", wire=wire)
    agencies = [a for a in ordered if a.outlet is not None and agency_named(a.outlet)]
    if agencies:
        return Root(article=_first(agencies, shares).id, basis="wire-outlet", wire=wire)
    if wire is not None:
        return Root(article=None, basis=None, wire=wire)
    return _uncredited(ordered, shares)


def pair_root(a: Article, b: Article, share_a: float, share_b: float) -> Root:
    """`root_of` for two texts: share of a's words that stand in b, and of b's in a."""
    return root_of([a, b], {(a.id, b.id): share_a, (b.id, a.id): share_b})


def _wire(ordered: Sequence[Article], named_by: Mapping[ArticleId, tuple[str, ...]]) -> str | None:
    tally: Counter[str] = Counter()
    for article in ordered:
        if article.outlet is not None and (agency := agency_named(article.outlet)):
            tally[agency.name] += 1
        for name in {article.wire, *named_by[article.id]} - {None}:
            known = agency_named(name) if name is not None else None
            if known is not None:
                tally[known.name] += 1
            elif name is not None and name == article.wire:
                tally[name] += 1
    if not tally:
        return None
    return min(tally, key=lambda name: (-tally[name], name))


def _first(
    candidates: Sequence[Article], shares: Mapping[tuple[ArticleId, ArticleId], float]
) -> Article:
    """The earliest; among those whose stamps do not tell, the one that holds most of the rest."""
    before = [
        one for one in candidates if not any(earlier(other, one) for other in candidates)
    ] or list(candidates)
    return min(before, key=lambda one: (-round(_held(one.id, shares), 2), one.id))


def _held(one: ArticleId, shares: Mapping[tuple[ArticleId, ArticleId], float]) -> float:
    """Mean share of the other texts' words that stand in `one`."""
    held = [share for (_, original), share in shares.items() if original == one]
    return sum(held) / len(held) if held else 0.0


def _uncredited(
    ordered: Sequence[Article], shares: Mapping[tuple[ArticleId, ArticleId], float]
) -> Root:
    if len(ordered) == 1:
        return Root(article=ordered[0].id, basis=None)
    ranked = sorted(ordered, key=lambda one: (-round(_held(one.id, shares), 3), one.id))
    margin = _held(ranked[0].id, shares) - _held(ranked[1].id, shares)
    later = any(earlier(other, ranked[0]) for other in ordered)
    if margin >= CONTAINED and not later:
        return Root(article=ranked[0].id, basis="containment")
    for one in ordered:
        if all(earlier(one, other) for other in ordered if other is not one):
            return Root(article=one.id, basis="time")
    return Root(article=None, basis=None)
