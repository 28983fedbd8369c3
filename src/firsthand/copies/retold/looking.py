"""Copies that share no words: texts told over sentence by sentence, and translations.

A second look after the words: pairs are proposed by rare numbers and names, screened by how these
stand in order, and only the few that remain are read with sentence vectors.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from firsthand.copies.groups import group_root, whole_sets
from firsthand.copies.retold.anchors import Told, told
from firsthand.copies.retold.linking import retold_link, shared_credit
from firsthand.copies.retold.proposing import proposed
from firsthand.copies.retold.retellings import Encode, Rows
from firsthand.copies.retold.reworded import MINILM, Judged, reworded
from firsthand.copies.retold.translated import translated
from firsthand.domain import Article, ArticleId, CopyLink, CopyManner, CopyRelation
from firsthand.tables.languages import UNKNOWN
from firsthand.tables.vectors import encoder

__all__ = ["Multilingual", "second_look", "with_second_look"]

SENTENCES = 60
"""Sentences of a text that are looked at, from the beginning: news is told in fewer, and the table
of a pair grows with their square."""

FEWEST_SENTENCES = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Multilingual:
    """Sentence vectors that are alike across languages, where a user has them."""

    encode: Encode
    languages: frozenset[str]
    """ISO 639-1 codes of the languages it was made for."""

    least: float
    """Likeness from which two sentences correspond."""


def second_look(
    articles: Sequence[Article],
    links: Sequence[CopyLink],
    *,
    multilingual: Multilingual | None = None,
) -> tuple[CopyLink, ...]:
    """Find texts that were taken over in other words or in another language.

    One text of each copy group is looked at, and texts of one outlet are not laid beside each
    other. Such a link makes two texts one (``WHOLE``) only where the evidence is strong: see
    ``docs/decisions/0011-retellings-merge-with-a-credit.md``; else it is a ``BLOCK``, whose sentences
    are no independent word.

    Args:
        articles: All of them; their order does not matter.
        links: The copies found by their words.
        multilingual: Vectors for languages other than English and between languages; without them
            numbers, dates, names and lengths have to do.

    Returns:
        Further links, sorted by original and copy, no two of which say the same of three texts;
        empty where nothing was found.
    """
    texts = [
        text
        for article in _representatives(articles, links)
        if article.language != UNKNOWN
        and len((text := told(article, at_most=SENTENCES)).sentences) >= FEWEST_SENTENCES
    ]
    vectors = _Vectors(multilingual)
    found = []
    for i, j in proposed(texts):
        a, b = texts[i], texts[j]
        if a.article.outlet is not None and a.article.outlet == b.article.outlet:
            continue
        judged = _judged(a, b, vectors)
        if judged is not None:
            found.append((judged, retold_link(a, b, judged)))
    return _forest(found)


def with_second_look(
    articles: Sequence[Article],
    links: Sequence[CopyLink],
    *,
    multilingual: Multilingual | None = None,
) -> tuple[CopyLink, ...]:
    """`links` and those of `second_look`, of which one stands for a pair that has both.

    A pair that shares a quotation and tells one thing over is told over; where paragraphs stand
    word for word in both and the rest is told over without making one text of them, the link by
    words says more, for it carries the edits.
    """
    further = second_look(articles, links, multilingual=multilingual)
    by_words = {_pair(link): link for link in links}
    added = {
        pair: link
        for link in further
        if (pair := _pair(link)) not in by_words
        or link.relation is CopyRelation.WHOLE
        or by_words[pair].relation is CopyRelation.QUOTATION
    }
    kept = [link for link in links if _pair(link) not in added]
    return tuple(sorted((*kept, *added.values()), key=lambda link: (link.original, link.copy)))


def _pair(link: CopyLink) -> frozenset[ArticleId]:
    return frozenset((link.original, link.copy))


class _Vectors:
    """Vectors of the texts that are asked for, each made once."""

    def __init__(self, multilingual: Multilingual | None) -> None:
        self.multilingual = multilingual
        self._made: dict[tuple[ArticleId, bool], Rows] = {}

    def english(self, text: Told) -> Rows:
        """The shipped vectors of an English text's sentences."""
        key = (text.article.id, False)
        if key not in self._made:
            self._made[key] = encoder().encode([s.of(text.article.text) for s in text.sentences])
        return self._made[key]

    def across(self, text: Told) -> Rows:
        """Vectors that are alike across languages."""
        key = (text.article.id, True)
        if key not in self._made:
            if self.multilingual is None:
                raise ValueError("vectors across languages were asked for, and none were given")
            self._made[key] = np.asarray(self.multilingual.encode(text), dtype=np.float32)
        return self._made[key]


def _judged(a: Told, b: Told, vectors: _Vectors) -> Judged | None:
    credit = shared_credit(a.article, b.article)
    one, other = a.article.language, b.article.language
    given = vectors.multilingual
    known = given is not None and {one, other} <= given.languages
    encode: Encode | None = vectors.across if known else None
    least = given.least if given is not None else MINILM
    if one != other:
        return translated(a, b, encode=encode, credit=credit, least=least)
    if one == "en":
        return reworded(a, b, encode=vectors.english, credit=credit)
    return reworded(a, b, encode=encode, credit=credit, least=least)


def _representatives(articles: Sequence[Article], links: Sequence[CopyLink]) -> list[Article]:
    """One text of each copy group, sorted by id: its root or, where that is not known, its fullest."""
    by_id = {article.id: article for article in articles}
    inside = [link for link in links if link.relation is CopyRelation.WHOLE]
    chosen = []
    for ids in whole_sets(sorted(by_id), inside, support=0.0):
        root = None if len(ids) == 1 else group_root([by_id[one] for one in ids], inside).article
        chosen.append(root or min(ids, key=lambda one: (-len(by_id[one].text), one)))
    return [by_id[one] for one in sorted(chosen)]


def _forest(found: Iterable[tuple[Judged, CopyLink]]) -> tuple[CopyLink, ...]:
    """Leave out what follows from other links: five papers that tell one wire over are five links.

    Texts that are one by some links are one, whichever links are kept of theirs. Kept are those to
    the text that most others go back to, then those within a language, then the strongest (a
    spanning tree, Kruskal 1956); between two such sets of texts the strongest block.
    """
    links = list(found)
    one_text = _Sets()
    for _, link in links:
        if link.relation is CopyRelation.WHOLE:
            one_text.join(link.original, link.copy)
    copies = Counter(link.original for _, link in links if link.direction_basis is not None)
    ranked = sorted(
        links,
        key=lambda one: (
            one_text.root(one[1].original) != one_text.root(one[1].copy),
            one[1].direction_basis is None,
            -copies[one[1].original],
            one[1].manner is CopyManner.TRANSLATED,
            -round(one[0].retelling.fewest, 4),
            one[1].original,
            one[1].copy,
        ),
    )
    reached = _Sets()
    kept = []
    for _, link in ranked:
        if reached.join(link.original, link.copy):
            same = one_text.root(link.original) == one_text.root(link.copy)
            kept.append(replace(link, relation=CopyRelation.WHOLE) if same else link)
    return tuple(sorted(kept, key=lambda link: (link.original, link.copy)))


class _Sets:
    """Disjoint sets of articles (Tarjan 1975), each called by its smallest id."""

    def __init__(self) -> None:
        self._above: dict[ArticleId, ArticleId] = {}

    def root(self, one: ArticleId) -> ArticleId:
        """The name of its set."""
        while (above := self._above.get(one, one)) != one:
            one = above
        return one

    def join(self, one: ArticleId, other: ArticleId) -> bool:
        """Make two sets one; False when they are already."""
        first, second = sorted((self.root(one), self.root(other)))
        self._above[second] = first
        return first != second
