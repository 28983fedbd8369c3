from __future__ import annotations

from pathlib import Path

from firsthand.copies.links import copy_link
from firsthand.copies.scale.arrivals import LOOKED, CopyStream
from firsthand.domain import CopyRelation
from tests.coverage import bulk


def test_copies_are_linked_as_they_arrive() -> None:
    sent = list(bulk(5, 150))
    group = {one.article.id: one.group for one in sent}
    first: set[str] = set()
    missed = wrong = 0
    with CopyStream() as stream:
        for one in sent:
            links = stream.add(one.article)
            assert len(links) <= LOOKED
            whole = [link for link in links if link.relation is CopyRelation.WHOLE]
            wrong += any(group[link.original] != group[link.copy] for link in whole)
            missed += one.group in first and not whole
            first.add(one.group)

        assert len(stream) == 150
    assert len(first) < 140
    assert wrong <= 2
    assert missed <= 0.1 * (150 - len(first))


def test_a_link_is_that_of_the_two_texts_and_comes_once(tmp_path: Path) -> None:
    one, other = [sent.article for sent in bulk(5, 1)] * 2
    with CopyStream(tmp_path) as stream:
        assert stream.add(one) == ()
        assert stream.add(other) == ()
        assert len(stream) == 1
        sent = [sent.article for sent in bulk(5, 40)]
        found = {link for article in sent for link in stream.add(article)}
        articles = {article.id: article for article in sent}

        assert found
        for link in sorted(found, key=lambda each: (each.original, each.copy))[:5]:
            assert link == copy_link(articles[link.original], articles[link.copy])
    assert not list(tmp_path.iterdir())
