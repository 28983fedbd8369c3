from __future__ import annotations

import pytest

from firsthand.copies import copy_links
from firsthand.copies.alignment import runs, worded
from firsthand.copies.echoes import borrowed_from
from firsthand.copies.relations import Thresholds, laid
from firsthand.domain import Article, CopyRelation
from tests.copies.wires import FIRE, OWN, QUOTE, RIVAL, article

BLOCK = FIRE[3]


def source(a: Article, b: Article) -> tuple[str | None, str | None]:
    """Outlet the shared words come from, and by what evidence."""
    one, other = worded(a), worded(b)
    root = borrowed_from(laid(one, other, runs(one, other), Thresholds()))
    outlets = {text.id: text.outlet for text in (a, b)}
    return (outlets[root.article] if root.article is not None else None), root.basis


@pytest.mark.parametrize("turned", [False, True])
def test_whoever_names_the_other_took_it_from_him(turned: bool) -> None:
    one = article([*OWN, BLOCK], outlet="Amber Coast Courier", published="2032-05-13")
    other = article(
        [*RIVAL, BLOCK, "The Amber Coast Courier was first on the quay."],
        outlet="Vistula Evening",
        published="2032-05-12",
    )
    pair = (other, one) if turned else (one, other)
    assert source(*pair) == ("Amber Coast Courier", "credit")


def test_words_between_marks_come_from_the_text_that_has_them_as_its_own() -> None:
    sentence = (
        "Nobody at Motlawa Wood Logistics has ever been told to look away from a worn roller."
    )
    statement = article([sentence, OWN[3]], outlet="Motlawa Wood Logistics Ltd")
    quoting = article([*RIVAL, f'"{sentence}"'], outlet="Vistula Evening")
    assert source(statement, quoting) == ("Motlawa Wood Logistics Ltd", "credit")


def test_between_two_papers_the_earlier_one_is_the_source_and_without_dates_nobody() -> None:
    early = article([*OWN, BLOCK], outlet="Courier", published="2032-05-13T06:00+02:00")
    late = article([*RIVAL, BLOCK], outlet="Evening", published="2032-05-13T18:00+02:00")
    assert source(late, early) == ("Courier", "time")
    undated = article([*RIVAL, BLOCK], outlet="Evening")
    assert source(early, undated) == (None, None)


def test_papers_that_quote_one_text_are_linked_to_it_and_not_to_each_other() -> None:
    first = article([QUOTE, *RIVAL], outlet="Vistula Press", published="2032-05-12T09:00+02:00")
    papers = [
        article([own, QUOTE, rest], outlet=f"Paper {name}", published=f"2032-05-1{day}")
        for own, rest, name, day in zip(OWN[:3], FIRE[4:7], "ABC", (4, 5, 6), strict=True)
    ]
    links = copy_links([first, *papers])
    assert {link.relation for link in links} == {CopyRelation.QUOTATION}
    assert {(link.original, link.copy) for link in links} == {
        (first.id, paper.id) for paper in papers
    }
