"""Copy links: two texts judged, and all texts of a collection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from firsthand.copies.alignment import Run, Worded, runs, worded
from firsthand.copies.directions import Root
from firsthand.copies.echoes import borrowed_from, without_echoes
from firsthand.copies.edits.places import with_edits
from firsthand.copies.groups import SHARE_BACK, whole_sets
from firsthand.copies.laying import brief, lay
from firsthand.copies.relations import Laid, Thresholds, laid, relation
from firsthand.copies.signatures import pairs_of, samples_of
from firsthand.copies.times import latest
from firsthand.copies.trees import tree
from firsthand.copies.utterances import covering
from firsthand.domain import (
    Aligned,
    Article,
    ArticleId,
    CopyLink,
    CopyRelation,
    Passage,
    Reason,
)
from firsthand.text.shingles import WIDTH

__all__ = ["STOCK", "copy_link", "copy_links", "thinned"]

_FEATURES = {
    CopyRelation.WHOLE: "one text: most of its words stand in the other in the same order",
    CopyRelation.BLOCK: "paragraphs of the other stand in it",
    CopyRelation.QUOTATION: "the same utterance is quoted in both",
}
_Pair = tuple[ArticleId, ArticleId]

NEARLY_ALL = 0.95
"""Share of the longest reuse between two groups from which another is as good: copies differ by a
few exchanged words, and by whole paragraphs where one was cut."""

DEFAULT = Thresholds()

STOCK = 6
"""Copy groups that share a run from which on it is a stock passage (a subscription notice, a
standing description), which links nobody. Blocks borrowed on purpose were in at most five."""


def copy_link(a: Article, b: Article, *, thresholds: Thresholds = DEFAULT) -> CopyLink | None:
    """Judge whether and how one text stands in another.

    The same link comes out for (a, b) and (b, a).

    Returns:
        None when they share no more than stock phrases.
    """
    if a.id == b.id:
        return None
    first, second = sorted((a, b), key=lambda article: article.id)
    one, other = worded(first), worded(second)
    link = _judged(one, other, runs(one, other), thresholds)
    if link is None:
        return None
    if link.relation is CopyRelation.WHOLE:
        _, (link,) = tree([first, second], [link])
    return with_edits(link, *((one, other) if link.original == first.id else (other, one)))


def copy_links(
    articles: Sequence[Article], *, thresholds: Thresholds = DEFAULT
) -> tuple[CopyLink, ...]:
    """Find the copies among `articles`: candidates, pairs, groups, and one link for each reuse.

    Within a group each copy is linked to the text it was taken from (where that is not known: to
    the text nearest to all). A block or quotation that stands in several copies of one text is linked
    once, to that text. Sorted by original and copy; independent of the order of `articles`.
    """
    by_id = {one.id: one for one in sorted(articles, key=lambda article: article.id)}
    cut = {one: worded(article) for one, article in by_id.items()}
    found = _pairs(list(cut.values()), thresholds)
    links = {
        pair: _judged(cut[pair[0]], cut[pair[1]], shared, thresholds)
        for pair, shared in found.items()
    }
    sets = whole_sets(by_id, [link for link in links.values() if link is not None])
    home = {one: ids[0] for ids in sets for one in ids}
    apart = {pair: shared for pair, shared in found.items() if home[pair[0]] != home[pair[1]]}
    spread = _spread(apart, home, cut)
    for pair, shared in apart.items():
        own = [run for run in shared if not _stock(run, cut[pair[0]], spread)]
        if len(own) < len(shared):
            links[pair] = _judged(cut[pair[0]], cut[pair[1]], own, thresholds)
    kept = thinned(list(by_id.values()), [link for link in links.values() if link is not None])
    return tuple(with_edits(link, cut[link.original], cut[link.copy]) for link in kept)


def thinned(articles: Sequence[Article], links: Sequence[CopyLink]) -> tuple[CopyLink, ...]:
    """Keep one link for each reuse: a tree for each group, one link between two groups.

    Args:
        articles: All of them.
        links: Every link found between pairs of them.
    """
    by_id = {article.id: article for article in articles}
    sets = whole_sets(by_id, links)
    home = {one: ids[0] for ids in sets for one in ids}
    inside: dict[ArticleId, list[CopyLink]] = defaultdict(list)
    across: dict[_Pair, list[CopyLink]] = defaultdict(list)
    for link in sorted(links, key=lambda link: (link.original, link.copy)):
        one, other = sorted((home[link.original], home[link.copy]))
        if one == other:
            inside[one].append(link)
        else:
            across[one, other].append(link)
    kept: list[CopyLink] = []
    hubs: dict[ArticleId, ArticleId] = {}
    for ids in sets:
        hubs[ids[0]] = ids[0]
        if len(ids) > 1:
            hubs[ids[0]], within = tree([by_id[one] for one in ids], inside[ids[0]])
            kept += within
    chosen = [_between(each, set(hubs.values()), by_id) for each in across.values()]
    kept += without_echoes(chosen)
    return tuple(sorted(kept, key=lambda link: (link.original, link.copy)))


def _pairs(texts: Sequence[Worded], thresholds: Thresholds) -> dict[_Pair, list[Run]]:
    """Every two texts that share enough for a relation, and what they share.

    Args:
        texts: Ascending by id; so are the pairs.
        thresholds: No pair without an utterance or the words of a cut copy is worth a look.
    """
    first, second = pairs_of([samples_of(one.words) for one in texts])
    codes = brief(np.concatenate([np.zeros(0, np.uint64), *(one.codes for one in texts)]))
    edges = np.cumsum([0, *(len(one.codes) for one in texts)])
    found = lay(codes, (edges[:-1], edges[1:]), first, second)
    if not len(found.pair):
        return {}
    pairs, rows = np.unique(found.pair, return_index=True)
    lasts = np.append(rows[1:], len(found.pair))
    enough = np.maximum.reduceat(found.equal, rows) >= thresholds.utterance_words
    enough |= np.add.reduceat(found.equal, rows) >= thresholds.whole_words
    return {
        (texts[i].article.id, texts[j].article.id): found.of(row, last)
        for i, j, row, last in zip(
            first[pairs[enough]].tolist(),
            second[pairs[enough]].tolist(),
            rows[enough].tolist(),
            lasts[enough].tolist(),
            strict=True,
        )
    }


def _judged(a: Worded, b: Worded, found: Sequence[Run], thresholds: Thresholds) -> CopyLink | None:
    pair = laid(a, b, found, thresholds)
    kind = relation(pair, thresholds)
    if kind is None:
        return None
    # Whole copies get their direction from all of their group at once: see `trees.tree`.
    unknown = Root(article=None, basis=None)
    root = unknown if kind is CopyRelation.WHOLE else borrowed_from(pair)
    swapped = root.article == b.article.id
    return _link(pair, kind, root, swapped=swapped)


def _link(pair: Laid, kind: CopyRelation, root: Root, *, swapped: bool) -> CopyLink:
    a, b = pair.a, pair.b
    passages = []
    for run, quote in zip(pair.runs, pair.quotes, strict=True):
        if kind is CopyRelation.QUOTATION and not quote:
            continue
        told = covering(run, a, b, pair.runs) if kind is CopyRelation.QUOTATION else run
        one, other = a.words.span(told.a, told.a_end), b.words.span(told.b, told.b_end)
        passages.append(
            Aligned(
                a=other if swapped else one,
                b=one if swapped else other,
            )
        )
    share, back = (pair.share_a, pair.share_b) if swapped else (pair.share_b, pair.share_a)
    original, copy = (b.article.id, a.article.id) if swapped else (a.article.id, b.article.id)
    longest = max(passages, key=lambda one: (one.b.end - one.b.start, -one.b.start))
    evidence = (Passage(original, longest.a), Passage(copy, longest.b))
    return CopyLink(
        original=original,
        copy=copy,
        relation=kind,
        share=round(share, 4),
        direction_basis=root.basis,
        passages=tuple(sorted(passages, key=lambda one: one.a)),
        reasons=(
            Reason(feature=_FEATURES[kind], score=round(share, 4), evidence=evidence),
            Reason(feature=SHARE_BACK, score=round(back, 4)),
        ),
    )


def _spread(
    apart: Mapping[_Pair, Sequence[Run]],
    home: Mapping[ArticleId, ArticleId],
    cut: Mapping[ArticleId, Worded],
) -> Mapping[int, set[ArticleId]]:
    """Shingle → groups in which it stands in a run shared with another group."""
    spread: dict[int, set[ArticleId]] = defaultdict(set)
    for (one, other), shared in apart.items():
        for run in shared:
            for code in cut[one].codes[run.a : run.a_end - WIDTH + 1].tolist():
                spread[code] |= {home[one], home[other]}
    return spread


def _stock(run: Run, a: Worded, spread: Mapping[int, set[ArticleId]]) -> bool:
    """Whether the run's words stand in so many groups that they are nobody's own."""
    counts = sorted(len(spread[code]) for code in a.codes[run.a : run.a_end - WIDTH + 1].tolist())
    return counts[len(counts) // 2] >= STOCK


def _between(
    links: Sequence[CopyLink], hubs: set[ArticleId], by_id: Mapping[ArticleId, Article]
) -> CopyLink:
    """The one link that stands for all between two groups.

    It holds (nearly) all of what is shared, joins a group's hub where it can, and the texts that
    were published first.
    """
    most = max(_length(link) for link in links)
    best = min(
        links,
        key=lambda link: (
            link.relation is CopyRelation.QUOTATION,
            _length(link) < NEARLY_ALL * most,
            -((link.original in hubs) + (link.copy in hubs)),
            max(latest(by_id[link.original]), latest(by_id[link.copy])),
            min(latest(by_id[link.original]), latest(by_id[link.copy])),
            -link.share,
            link.original,
            link.copy,
        ),
    )
    # A whole link that its groups do not support is a reused block, and must not merge them later.
    return (
        replace(best, relation=CopyRelation.BLOCK) if best.relation is CopyRelation.WHOLE else best
    )


def _length(link: CopyLink) -> int:
    return sum(passage.b.end - passage.b.start for passage in link.passages)
