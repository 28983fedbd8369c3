"""Articles that are one text: whole copies closed into groups that hold together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from firsthand.copies.directions import Root, root_of
from firsthand.copies.said import said, wire_credited
from firsthand.domain import Article, ArticleId, CopyGroup, CopyLink, CopyRelation, digest

__all__ = ["SHARE_BACK", "SUPPORT", "copy_groups", "group_root", "whole_sets"]

SUPPORT = 0.34
"""Share of the pairs between two sets of articles that must be whole copies for the sets to become
one. One link between two sets of three (a text that was cut to nothing but its stock phrases) does
not make six articles one text; a chain of two always stands."""


SHARE_BACK = "share of the original's words that stand in the copy"
"""Feature name of the reason that carries the second share of a link."""

ENOUGH = 12
"""Links for each text of the smaller set that always suffice: of hundreds of copies, not every pair
has been looked at (see ``signatures.HUBS``)."""


def whole_sets(
    articles: Iterable[ArticleId], links: Sequence[CopyLink], *, support: float = SUPPORT
) -> tuple[tuple[ArticleId, ...], ...]:
    """Close whole links into sets, strongest first, where enough of the pairs support each other.

    Every article is in exactly one set; sets and their members ascend. Neither the order of the
    articles nor that of the links matters.
    """
    members = {one: [one] for one in articles}
    home = {one: one for one in members}
    between: dict[frozenset[ArticleId], float] = {}
    for link in links:
        if link.relation is CopyRelation.WHOLE and link.original in home and link.copy in home:
            pair = frozenset((link.original, link.copy))
            between[pair] = max(between.get(pair, 0.0), round(link.share, 4))
    counts: dict[ArticleId, dict[ArticleId, int]] = defaultdict(lambda: defaultdict(int))
    for pair in between:
        one, other = sorted(pair)
        counts[one][other] += 1
        counts[other][one] += 1
    ranked = sorted(between, key=lambda pair: (-between[pair], *sorted(pair)))
    changed = True
    while changed:
        changed = False
        for pair in ranked:
            one, other = sorted(home[article] for article in pair)
            if one == other:
                continue
            sizes = sorted((len(members[one]), len(members[other])))
            needed = min(support * sizes[0] * sizes[1], support / SUPPORT * ENOUGH * sizes[0])
            if counts[one][other] < needed:
                continue
            changed = True
            for article in members[other]:
                home[article] = one
            members[one] += members.pop(other)
            for third, count in counts.pop(other).items():
                counts[third].pop(other, None)
                if third != one:
                    counts[one][third] += count
                    counts[third][one] += count
    return tuple(sorted(tuple(sorted(each)) for each in members.values()))


def group_root(members: Sequence[Article], links: Sequence[CopyLink]) -> Root:
    """The root of one group, from its articles' credits and, where they tell, words and stamps.

    Args:
        members: The articles of one group.
        links: From `copy_links`: where none of them has a direction, words and stamps are not
            weighed again.
    """
    return root_of(said(members), weigh_texts=any(link.direction_basis for link in links))


def copy_groups(articles: Sequence[Article], links: Sequence[CopyLink]) -> tuple[CopyGroup, ...]:
    """Group whole copies; every article is in exactly one group, alone if it has no copies.

    Args:
        articles: All of them; their order does not matter.
        links: From `copy_links` (or `thinned`), which has taken apart what does not hold
            together; only whole copies count, and each joins its two texts. A ruling against a
            link takes effect by leaving it out.

    Returns:
        Sorted by id of the first article.
    """
    by_id = {article.id: article for article in articles}
    of: dict[ArticleId, int] = {}
    sets = whole_sets(by_id, links, support=0.0)
    for index, ids in enumerate(sets):
        of.update(dict.fromkeys(ids, index))
    inside: dict[int, list[CopyLink]] = defaultdict(list)
    for link in links:
        if link.original in of and of[link.original] == of.get(link.copy):
            inside[of[link.original]].append(link)
    groups = []
    for index, ids in enumerate(sets):
        if len(ids) == 1:
            root = Root(article=ids[0], basis=None, wire=wire_credited(by_id[ids[0]]))
        else:
            root = group_root([by_id[one] for one in ids], inside[index])
        groups.append(
            CopyGroup(id=digest("g", *ids), articles=ids, root=root.article, wire=root.wire)
        )
    return tuple(groups)
