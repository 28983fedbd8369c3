"""Borrowed blocks and quotations: from whom, and which links only repeat another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from firsthand.copies.credits import forms
from firsthand.copies.directions import Root
from firsthand.copies.relations import Laid
from firsthand.copies.times import earlier
from firsthand.domain import Article, ArticleId, CopyLink, Span
from firsthand.tables.agencies import agency_named

__all__ = ["borrowed_from", "without_echoes"]


def borrowed_from(pair: Laid) -> Root:
    """Which of two otherwise independent texts the shared words come from.

    The text whose outlet the other names; the text where the words stand as its own, where the
    other has them between quotation marks; the agency; the earlier one.
    """
    a, b = pair.a.article, pair.b.article
    for one, other in ((a, b), (b, a)):
        if _names(other, one) and not _names(one, other):
            return Root(article=one.id, basis="credit")
    plain_a, plain_b = (
        not any(text.quoted[slice(*_side(run, side))].any() for run in pair.runs)
        for text, side in ((pair.a, "a"), (pair.b, "b"))
    )
    if plain_a != plain_b:
        return Root(article=a.id if plain_a else b.id, basis="credit")
    agency_a, agency_b = (
        x.outlet is not None and agency_named(x.outlet) is not None for x in (a, b)
    )
    if agency_a != agency_b:
        return Root(article=a.id if agency_a else b.id, basis="wire-outlet")
    for one, other in ((a, b), (b, a)):
        if earlier(one, other):
            return Root(article=one.id, basis="time")
    return Root(article=None, basis=None)


def without_echoes(links: Sequence[CopyLink]) -> list[CopyLink]:
    """Drop a link where both texts have the passage from a third that has it first.

    Ten newspapers that quote one statement are ten links to the statement, not fifty-five.
    """
    touching: dict[ArticleId, list[CopyLink]] = defaultdict(list)
    for link in links:
        touching[link.original].append(link)
        touching[link.copy].append(link)
    kept = []
    for link in links:
        if _has_first(link, touching):
            continue
        kept.append(link)
    return kept


def _has_first(
    link: CopyLink,
    touching: Mapping[ArticleId, Sequence[CopyLink]],
) -> bool:
    one, other = link.original, link.copy
    thirds = {_far(x, one): x for x in touching[one]}
    for far in touching[other]:
        third = _far(far, other)
        near = thirds.get(third)
        if third in {one, other} or near is None:
            continue
        same = _overlap(_spans(near, one), _spans(link, one)) and _overlap(
            _spans(far, other), _spans(link, other)
        )
        known = near.direction_basis is not None and far.direction_basis is not None
        if same and known and near.original == far.original == third:
            return True
    return False


def _far(link: CopyLink, near: ArticleId) -> ArticleId:
    return link.copy if link.original == near else link.original


def _spans(link: CopyLink, side: ArticleId) -> list[Span]:
    return [one.a if link.original == side else one.b for one in link.passages]


def _overlap(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in some for other in others)


def _side(run: object, side: str) -> tuple[int, int]:
    return getattr(run, side), getattr(run, side + "_end")


def _names(text: Article, named: Article) -> bool:
    """Whether the text names the other's outlet."""
    if named.outlet is None or named.outlet == text.outlet:
        return False
    bare = named.outlet.split("(")[0].strip().removeprefix("The ")
    credited = {form for name in text.relayed_from for form in forms(name)}
    return bool(credited & forms(named.outlet)) or (len(bare) > 3 and bare in text.text)
