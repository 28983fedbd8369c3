from __future__ import annotations

import time
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.domain import ArticleId, EditKind, Evidence, Fact, Field, OutletBasis, Standing
from firsthand.versions import newest
from tests.versions.printings import ADDRESS, FIRST, printing

SECOND = (
    "Wall falls on harbour road in Larvik, 17 hurt",
    FIRST[1].replace("14 people", "17 people"),
    *FIRST[2:],
    "The mayor will visit the road on Monday.",
)
OTHER = (
    "Tax office moves to new rooms",
    "The tax office of the county will move in the spring, its head told the council.",
    "Opening hours stay as they are.",
)


def test_the_latest_version_stands_for_the_article_and_tells_what_changed() -> None:
    first = printing("monday.html", updated="2026-01-04T20:00:00+01:00")
    second = printing("tuesday.html", SECOND, updated="2026-01-05T08:00:00+01:00")
    (kept,) = newest([second, first])
    (revision,) = kept.revisions

    assert kept.item == "tuesday.html"
    assert (revision.item, revision.at, revision.at_basis) == (
        "monday.html", "2026-01-04T20:00:00+01:00", "updated",
    )  # fmt: skip
    assert [one.kinds for one in revision.edits] == [
        (EditKind.HEADLINE, EditKind.NUMBER), (EditKind.NUMBER,), (EditKind.ADDED,),
    ]  # fmt: skip
    assert revision.silent
    assert all(
        one.span is not None and one.span.of(kept.text) == one.after for one in revision.edits
    )


def test_three_versions_are_a_row_oldest_first() -> None:
    third = (*SECOND, "The road was opened again.")
    versions = [
        printing("c.html", third, fetched_at="2026-01-06T09:00:00Z"),
        printing("a.html", fetched_at="2026-01-04T21:00:00Z"),
        printing("b.html", SECOND, fetched_at="2026-01-05T09:00:00Z"),
    ]
    (kept,) = newest(versions)

    assert [(one.item, one.at_basis) for one in kept.revisions] == [
        ("a.html", "fetched"), ("b.html", "fetched"),
    ]  # fmt: skip
    assert [edit.span for edit in kept.revisions[0].edits] == [None] * 3
    assert newest(versions[::-1]) == (kept,)


def test_a_note_of_the_later_version_breaks_the_silence() -> None:
    note = "Correction: 17 people were hurt, not 14 as first reported."
    second = printing("b.html", (*SECOND[:-1], note), updated="2026-01-05", corrections=())
    (kept,) = newest([printing("a.html", updated="2026-01-04"), second])
    (revision,) = kept.revisions

    assert kept.corrections == (note,)
    assert [one.told for one in revision.edits] == [True] * len(revision.edits)
    assert not revision.silent


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ({"updated": "2026-01-04T10:00"}, {"updated": "2026-01-04T10:30"}),
        ({"published": "2026-01-04", "updated": None}, {"published": "2026-01-04", "updated": "2026-01-05"}),
        ({"fetched_at": "2026-01-04T10:00Z"}, {"fetched_at": "2026-01-04T13:30:00+02:00"}),
        ({"published": "2026-01-03"}, {"published": "2026-01-04"}),
        ({"published": "2026-01-04T08:00Z"}, {"published": "2026-01-04T08:00Z", "fetched_at": "2026-01-09T10:00Z"}),
        ({"updated": "2026-01-05", "fetched_at": "2026-01-09"}, {"updated": "2026-01-06", "fetched_at": "2026-01-08"}),
        ({}, {"corrections": ("Correction: 17 people were hurt.",)}),
        ({}, {"withdrawn": True}),
    ],
)  # fmt: skip
def test_which_version_is_the_later_one(a: dict[str, Any], b: dict[str, Any]) -> None:
    for one, other in ((a, b), (b, a)):
        (kept,) = newest([printing("1.html", **one), printing("2.html", SECOND, **other)])
        is_later = kept.item == ("2.html" if other is b else "1.html")

        assert is_later
        assert kept.revisions[0].at_basis != "unknown" or "corrections" in b or "withdrawn" in b


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ({}, {}),
        ({"updated": "2026-01-04"}, {"updated": "2026-01-04T10:00"}),
        ({"updated": "2026-01-04T10:00"}, {"updated": "2026-01-04T10:00"}),
        ({"updated": "2026-01-04T10:00"}, {"updated": "2026-01-04T16:00+00:00"}),
    ],
)  # fmt: skip
def test_where_nothing_tells_the_order_none_is_claimed(
    a: dict[str, Any], b: dict[str, Any]
) -> None:
    one, other = printing("1.html", **a), printing("2.html", SECOND, **b)
    (kept,) = newest([one, other])
    (revision,) = kept.revisions

    assert newest([other, one]) == (kept,)
    assert (revision.at, revision.at_basis, revision.silent) == (None, "unknown", False)
    assert revision.edits


def test_texts_that_share_nothing_are_kept_apart_with_a_reason() -> None:
    saved: dict[str, Any] = {"outlet_basis": OutletBasis.PAGE}
    found = newest([printing("a.html", **saved), printing("b.html", OTHER, **saved)])

    assert [one.item for one in found] == ["a.html", "b.html"]
    assert all("neither headline nor text is alike" in one.reasons[0].feature for one in found)
    assert not any(one.revisions for one in found)


def test_a_headline_that_all_pages_have_joins_only_recorded_pages() -> None:
    """A blog prints its name as headline; a running page keeps its headline and loses its text."""
    other = (FIRST[0], *OTHER[1:])
    claimed = newest(
        [printing(n, t, outlet_basis=OutletBasis.PAGE) for n, t in (("a", FIRST), ("b", other))]
    )
    recorded = newest([printing("a", FIRST), printing("b", other)])

    assert (len(claimed), len(recorded)) == (2, 1)


def test_a_page_that_only_claims_the_address_and_names_another_outlet_stays() -> None:
    clone = printing("clone.html", SECOND, outlet="Nordic Mirror", outlet_basis=OutletBasis.PAGE)
    found = newest([printing("a.html"), clone])

    assert len(found) == 2
    assert "names another outlet" in found[1].reasons[0].feature


def test_what_a_feed_holds_of_a_text_never_stands_for_it() -> None:
    fact = Fact(field=Field.TITLE, value=FIRST[0], source="rss")
    entry = printing(
        "feed.xml#3",
        (FIRST[0], FIRST[1].replace("14", "15")),
        evidence=(Evidence(fact=fact, standing=Standing.WON),),
        updated="2026-01-06T08:00Z",
    )
    (kept,) = newest([entry, printing("page.html", updated="2026-01-04T08:00Z")])
    (revision,) = kept.revisions

    assert kept.item == "page.html"
    assert [(one.before, one.after) for one in revision.edits] == [
        (entry.text.split("\n\n")[1], FIRST[1])
    ]
    assert (revision.at_basis, revision.silent) == ("unknown", False)


def test_articles_of_one_file_are_no_versions() -> None:
    found = newest(
        [printing("dump.txt", sha256="0" * 64), printing("dump.txt#2", SECOND, sha256="0" * 64)]
    )

    assert len(found) == 2


def test_an_article_without_address_is_no_version() -> None:
    texts = [printing("a.txt", url=None), printing("b.txt", SECOND, url=None)]

    assert newest(texts) == tuple(texts)


def test_a_withdrawal_put_in_the_place_of_the_text_is_its_last_version() -> None:
    gone = ("Story withdrawn", "This story has been withdrawn. A substitute will follow.")
    (kept,) = newest(
        [
            printing("a.html", fetched_at="2026-01-04T21:00:00Z"),
            printing("b.html", gone, fetched_at="2026-01-05T21:00:00Z"),
        ]
    )

    assert kept.item == "b.html"
    assert kept.withdrawn
    assert len(kept.revisions) == 1


MOMENTS = st.sampled_from(
    [None, "2026-01-04", "2026-01-04T10:00", "2026-01-04T16:00Z", "2026-01-05"]
)
TEXTS = st.sampled_from([FIRST, SECOND, (*SECOND[:3], "A crane came."), OTHER])
VERSION = st.tuples(
    TEXTS, MOMENTS, MOMENTS, MOMENTS, st.booleans(), st.sampled_from(["", "?id=7", "#x"])
)


@settings(max_examples=50, deadline=None)
@given(st.lists(VERSION, max_size=6), st.randoms(use_true_random=False))
def test_nothing_is_lost_and_the_order_of_inputs_does_not_matter(
    rows: list[tuple[Any, ...]], shuffler: Random
) -> None:
    articles = [
        printing(
            f"{number}.html",
            text,
            url=ADDRESS + tail,
            updated=updated,
            fetched_at=fetched,
            published=published,
            outlet_basis=OutletBasis.HOST if recorded else OutletBasis.PAGE,
        )
        for number, (text, updated, fetched, published, recorded, tail) in enumerate(rows)
    ]
    found = newest(articles)
    items = [one.item for one in found] + [row.item for one in found for row in one.revisions]
    shuffled = list(articles)
    shuffler.shuffle(shuffled)

    assert sorted(items) == sorted(one.item for one in articles)
    assert sorted(newest(shuffled), key=lambda one: one.item) == sorted(
        found, key=lambda one: one.item
    )
    assert [(one.item, one.revisions) for one in newest(found)] == [
        (one.item, one.revisions) for one in found
    ]


def test_a_sentence_said_ten_thousand_times_takes_no_time() -> None:
    """A hostile page: every sentence of either version is every sentence of the other."""
    body = ("Yes. " * 10_000, "The wall of Larvik fell on the road below it on Sunday.")
    first = printing("a.html", (FIRST[0], *body), updated="2026-01-04")
    second = printing("b.html", (FIRST[0], "Yes. " * 9_000, body[1]), updated="2026-01-05")
    started = time.process_time()
    (kept,) = newest([first, second])

    assert len(kept.revisions[0].edits) == 1_000
    assert time.process_time() - started < 5.0


def test_a_thousand_articles_take_less_than_two_seconds() -> None:
    """Every fifth article has two versions, which differ in three of thirty sentences."""
    articles = []
    for number in range(800):
        body = [
            f"Sentence {place} of report {number} tells of street {place * number}."
            for place in range(30)
        ]
        for version in range(2 if number % 4 == 0 else 1):
            changed = [one.replace("tells", "spoke") if version else one for one in body[:3]]
            articles.append(
                printing(
                    f"{number}-{version}",
                    (FIRST[0], *changed, *body[3:]),
                    url=f"{ADDRESS}-{number}",
                    updated=f"2026-01-0{version + 1}",
                )
            )
    started = time.process_time()
    found = newest(articles)
    taken = time.process_time() - started

    assert (len(articles), len(found)) == (1000, 800)
    assert sum(len(one.revisions[0].edits) for one in found if one.revisions) == 200 * 3
    assert taken < 4.0  # 2 s and room for a machine that does other things


def _word(number: int) -> str:
    """A word of letters that hardly another number has."""
    mixed = number * 2_654_435_761 % 308_915_776
    return "".join(chr(97 + mixed // 26**place % 26) for place in range(6))


def test_a_canonical_address_that_all_pages_of_a_site_state_joins_nothing() -> None:
    pages = [
        printing(
            f"{number}.html",
            (
                f"Report {number} of {number * 7}",
                *(
                    f"{_word(number * 31 + k)} {_word(number * 17 + k * k)} {_word(k + number)}."
                    for k in range(20)
                ),
            ),
            outlet_basis=OutletBasis.PAGE,
        )
        for number in range(300)
    ]
    started = time.process_time()
    found = newest(pages)

    assert len(found) == 300
    assert len({ArticleId(one.id) for one in found}) == 300
    assert time.process_time() - started < 4.0


def test_of_versions_that_say_the_same_the_one_fetched_from_its_host_is_kept() -> None:
    fetched = printing("page.html", fetched_at="2026-01-05T10:00:00Z")
    exported = printing(
        "export.json", outlet_basis=OutletBasis.PAGE, fetched_at="2026-01-06T10:00:00Z"
    )

    (kept,) = newest([exported, fetched])

    assert kept.item == "page.html"
    assert [revision.item for revision in kept.revisions] == ["export.json"]
    assert not kept.revisions[0].edits
    assert not kept.revisions[0].silent
