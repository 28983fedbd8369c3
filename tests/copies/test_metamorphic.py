"""What must not change a judgement about copies, and what must, on generated coverage."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest

from firsthand.copies import copy_groups, copy_link, copy_links
from firsthand.domain import (
    Article,
    ArticleId,
    CopyEditKind,
    CopyLink,
    CopyManner,
    CopyRelation,
    Span,
    Zone,
    ZoneKind,
    digest,
)
from firsthand.tables.agencies import agency_named
from tests.coverage import Coverage, Mix, coverage
from tests.coverage.truth import Altered, Basis, CopyKind

Pairs = frozenset[tuple[str, str]]

KEPT = {CopyKind.VERBATIM, CopyKind.ABRIDGED, CopyKind.EXPANDED}
"""Copies whose sentences are those of their source, mistakes apart."""

FOREIGN = (
    "Beekeepers in the valley expect a late harvest this year. Cold nights kept the hives quiet "
    "until the middle of May, and lime trees along the canal flowered three weeks after their time. "
    "Prices at the weekly market have not moved."
)
"""A paragraph that no generated text holds."""


@pytest.fixture(scope="module")
def made() -> Coverage:
    return coverage(21, stories=5, articles_per_story=10)


@pytest.fixture(scope="module")
def found(made: Coverage) -> Pairs:
    return whole_pairs(made.articles)


@pytest.fixture(scope="module")
def links(made: Coverage) -> tuple[CopyLink, ...]:
    return copy_links(made.articles)


def whole_pairs(articles: tuple[Article, ...]) -> Pairs:
    """The pairs that are one text, by name of the input."""
    names = {article.id: article.item for article in articles}
    groups = copy_groups(articles, copy_links(articles))
    return frozenset(
        pair
        for group in groups
        for pair in combinations(sorted(names[one] for one in group.articles), 2)
    )


def rewritten(article: Article, paragraphs: list[str]) -> Article:
    """The article with another text; its id follows the content, its item stays."""
    zones, at = [], 0
    for place, text in enumerate(paragraphs):
        kind = ZoneKind.BODY if place else ZoneKind.HEADLINE
        zones.append(Zone(span=Span(at, at + len(text)), kind=kind))
        at += len(text) + 2
    text = "\n\n".join(paragraphs)
    title = paragraphs[0]
    name = ArticleId(digest("a", article.outlet, title, article.published, text))
    return replace(article, id=name, text=text, raw_text=text, zones=tuple(zones), title=title)


def paragraphs_of(article: Article) -> list[str]:
    return [zone.span.of(article.text) for zone in article.zones]


def every(made: Coverage, step: int, change: str) -> tuple[Article, ...]:
    """The articles, every `step`-th one with its text changed."""
    return tuple(
        _changed(article, change) if at % step == 0 else article
        for at, article in enumerate(made.articles)
    )


def _changed(article: Article, change: str) -> Article:
    texts = paragraphs_of(article)
    if change == "upper":
        texts = [text.upper() for text in texts]
    elif change == "lower":
        texts = [text.lower() for text in texts]
    elif change == "spaces":
        texts = [text.replace(" ", "  ").replace(",  ", ",\n") for text in texts]
    else:
        texts.insert(len(texts) // 2, FOREIGN)
    return rewritten(article, texts)


def test_the_order_of_arrival_changes_no_link(made: Coverage, links: tuple[CopyLink, ...]) -> None:
    shuffled = list(made.articles)
    Random(5).shuffle(shuffled)

    assert copy_links(shuffled) == links


def test_an_article_that_arrives_twice_changes_no_link(
    made: Coverage, links: tuple[CopyLink, ...]
) -> None:
    again = (*made.articles, *made.articles[::3])

    assert copy_links(again) == links


@pytest.mark.parametrize("change", ["upper", "lower", "spaces"])
def test_letter_case_and_white_space_change_no_group(
    made: Coverage, found: Pairs, change: str
) -> None:
    assert whole_pairs(every(made, 3, change)) == found


def test_a_foreign_paragraph_changes_hardly_a_group(made: Coverage, found: Pairs) -> None:
    after = whole_pairs(every(made, 5, "foreign"))

    assert len(found ^ after) <= 0.05 * len(found)


def test_a_text_printed_once_more_elsewhere_joins_its_group_and_moves_no_other(
    made: Coverage, found: Pairs
) -> None:
    first = made.articles[0]
    twin = replace(
        first,
        id=ArticleId(digest("a", "Harrow Ledger", first.title, None, first.text)),
        item="twin",
        outlet="Harrow Ledger",
        published=None,
    )
    after = whole_pairs((*made.articles, twin))

    assert {pair for pair in after if "twin" not in pair} == found
    assert (first.item, "twin") in after


def test_whole_copies_are_found_and_independent_reports_kept_apart(
    made: Coverage, found: Pairs
) -> None:
    words = {one.key for one in made.truth.articles if one.manner is CopyManner.WORDS}
    true = {(one.a, one.b) for one in made.truth.copies if one.relation is CopyRelation.WHOLE}
    plain = {pair for pair in true if words.issuperset(pair)}

    assert len(found & true) / len(found) >= 0.985
    assert len(found & plain) / len(plain) >= 0.96


def test_borrowed_paragraphs_make_no_two_texts_one(made: Coverage, found: Pairs) -> None:
    blocks = {(one.a, one.b) for one in made.truth.copies if one.relation is CopyRelation.BLOCK}

    assert blocks
    assert len(blocks & found) / len(blocks) <= 0.1


def test_a_credited_wire_is_the_root_of_its_copies() -> None:
    made = coverage(23, stories=4, articles_per_story=12, mix=Mix(unseen=0.0))
    links = copy_links(made.articles)
    truth = {one.key: one for one in made.truth.articles}
    told = [
        (truth[made.keys[link.original]], truth[made.keys[link.copy]])
        for link in links
        if link.relation is CopyRelation.WHOLE
        and link.direction_basis in {"credit", "dateline", "wire-outlet"}
    ]
    wired = [(one, other) for one, other in told if other.wire and other.wire_seen]
    right = [one.kind is CopyKind.WIRE and one.wire == other.wire for one, other in wired]

    assert len(wired) >= 10
    assert sum(right) / len(right) >= 0.9


def test_copies_of_a_wire_that_is_not_there_are_siblings(
    made: Coverage, links: tuple[CopyLink, ...]
) -> None:
    truth = {one.key: one for one in made.truth.articles}
    siblings = [
        link
        for link in links
        if link.relation is CopyRelation.WHOLE
        and link.unseen_wire is not None
        and truth[made.keys[link.copy]].basis is Basis.UNSEEN
    ]

    assert siblings
    assert all(link.direction_basis is None for link in siblings)
    assert {_agency(link.unseen_wire) for link in siblings} <= {
        _agency(one.wire) for one in made.truth.articles if one.basis is Basis.UNSEEN
    }


def test_numbers_names_and_days_changed_in_a_copy_are_found_where_they_stand() -> None:
    made = coverage(26, stories=6, articles_per_story=10, mix=Mix(slips=0.9))
    by_key = {article.item: article for article in made.articles}
    truth = {one.key: one for one in made.truth.articles}
    seen: dict[str, list[bool]] = {"number": [], "name": [], "date": []}
    for change in made.truth.altered:
        source, kind = truth[change.article].source, truth[change.article].kind
        if source is None or kind not in KEPT or change.kind not in seen:
            continue
        if change.before not in by_key[source].text:
            continue
        link = copy_link(by_key[source], by_key[change.article])
        found = link is not None and _marked(link, by_key[change.article], change)
        seen[change.kind].append(found)

    assert len(seen["number"]) >= 5
    for found_here in seen.values():
        assert sum(found_here) >= 0.8 * len(found_here)


def _agency(name: str | None) -> str | None:
    known = agency_named(name) if name is not None else None
    return name if known is None else known.name


def _marked(link: CopyLink, copy: Article, change: Altered) -> bool:
    """Whether some edit of that kind covers the changed place, on the copy's side."""
    for passage in link.passages:
        for edit in passage.edits:
            side = edit.b if link.copy == copy.id else edit.a
            right = edit.kind is CopyEditKind(change.kind)
            if right and side is not None and side.overlaps(change.span):
                return True
    return False
