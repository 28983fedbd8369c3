"""The links that are kept inside a group of copies: each copy to its source, and who is alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from firsthand.copies.directions import Root, root_of
from firsthand.copies.groups import SHARE_BACK
from firsthand.copies.lineages import lineages, sibling_reasons
from firsthand.copies.said import Said, said
from firsthand.copies.times import latest
from firsthand.domain import Article, ArticleId, CopyLink, CopyRelation, Reason

__all__ = ["shares", "tree", "turned"]

_Pair = tuple[ArticleId, ArticleId]


def tree(
    members: Sequence[Article], links: Sequence[CopyLink]
) -> tuple[ArticleId, tuple[CopyLink, ...]]:
    """Keep one link for each text of a group but one, and say in which direction it was copied.

    A copy is linked to the text that it was taken from. Where that is not known, or was not laid
    beside it, it is linked to the group's middle or, failing that, to its nearest fellow, without
    a direction; when the group's wire is not in the collection, both are that wire's copies.

    Args:
        members: The texts of one group; their order does not matter.
        links: Links between pairs of them. Blocks count where they lie between a copy and its source:
            that the two are one text was found by way of their fellows.

    Returns:
        The group's middle (its root, if known), and the links; fewer where pairs do not hold all
        members together.
    """
    ordered = sorted(links, key=lambda link: (link.original, link.copy))
    pairs, looser = (
        {frozenset((x.original, x.copy)): x for x in ordered if x.relation is relation}
        for relation in (CopyRelation.WHOLE, CopyRelation.BLOCK)
    )
    told = said(members)
    root = root_of(told)
    hub = root.article or _nearest(told.members, pairs)
    home = {article.id: article.id for article in told.members}
    kept = []
    for copy, source in sorted(lineages(told, shares(list(pairs.values())), root).items()):
        ends = frozenset((copy, source.article)) if source.article else frozenset()
        link = pairs.get(ends) or looser.get(ends)
        if link is not None:
            kept.append(_pointed(link, copy, source))
            _join(home, *ends)
    ranked = sorted(
        pairs.values(),
        key=lambda link: (
            hub not in (link.original, link.copy),
            -link.share,
            link.original,
            link.copy,
        ),
    )
    for link in ranked:
        if _join(home, link.original, link.copy):
            kept.append(_alike(link, told, root))
    return hub, tuple(kept)


def shares(links: Sequence[CopyLink]) -> dict[_Pair, float]:
    """Both shares of each whole link: (copy, original) → share of the copy's words in the original."""
    found: dict[_Pair, float] = {}
    for link in links:
        if link.relation is CopyRelation.WHOLE:
            found[link.copy, link.original] = link.share
            back = next((r.score for r in link.reasons if r.feature == SHARE_BACK), None)
            if back is not None:
                found[link.original, link.copy] = back
    return found


def turned(link: CopyLink) -> CopyLink:
    """The same link with the roles exchanged; reasons other than its shares are left as they are."""
    head, *rest = link.reasons
    back = next(reason.score for reason in rest if reason.feature == SHARE_BACK)
    return replace(
        link,
        original=link.copy,
        copy=link.original,
        share=back,
        passages=tuple(
            sorted(
                (replace(one, a=one.b, b=one.a) for one in link.passages),
                key=lambda one: one.a,
            )
        ),
        reasons=(
            replace(head, score=back, evidence=head.evidence[::-1]),
            *(
                Reason(feature=SHARE_BACK, score=link.share) if one.feature == SHARE_BACK else one
                for one in rest
            ),
        ),
    )


def _pointed(link: CopyLink, copy: ArticleId, source: Root) -> CopyLink:
    link = link if link.copy == copy else turned(link)
    return replace(
        link,
        relation=CopyRelation.WHOLE,
        direction_basis=source.basis,
        unseen_wire=None,
        reasons=(*link.reasons, *source.reasons),
    )


def _alike(link: CopyLink, told: Said, root: Root) -> CopyLink:
    link = link if link.original < link.copy else turned(link)
    return replace(
        link,
        direction_basis=None,
        unseen_wire=root.wire if root.article is None else None,
        reasons=(*link.reasons, *sibling_reasons(told, root, (link.original, link.copy))),
    )


def _nearest(
    articles: Sequence[Article], pairs: Mapping[frozenset[ArticleId], CopyLink]
) -> ArticleId:
    """Of a group whose root is not known, the first of the texts that are nearest to all others."""
    near: dict[ArticleId, float] = {article.id: 0.0 for article in articles}
    for link in pairs.values():
        back = next(reason.score for reason in link.reasons if reason.feature == SHARE_BACK)
        for one in (link.original, link.copy):
            near[one] += min(link.share, back)
    return min(
        articles,
        key=lambda one: (-round(near[one.id] / len(articles), 1), latest(one), one.id),
    ).id


def _join(home: dict[ArticleId, ArticleId], one: ArticleId, other: ArticleId) -> bool:
    """Put two texts into one set; False where they are in one already."""
    a, b = _top(home, one), _top(home, other)
    home[max(a, b)] = min(a, b)
    return a != b


def _top(home: dict[ArticleId, ArticleId], one: ArticleId) -> ArticleId:
    while home[one] != one:
        home[one] = home[home[one]]
        one = home[one]
    return one
