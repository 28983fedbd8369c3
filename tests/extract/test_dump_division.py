"""Dumps that hold several articles are divided; everything else stays one."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from firsthand.domain import Article
from firsthand.extract import articles_from
from firsthand.extract.dump_dividers import divides
from firsthand.extract.dump_division import article_spans
from firsthand.read import capture_from

Layout = Callable[[str, int], str]
PLACES = ("Odda", "Voss", "Larvik", "Butte", "Skegness")


def paragraphs(place: str) -> str:
    return (
        f"A ferry with eighty people on board ran aground off {place} early on Wednesday, and twelve"
        " people were hurt, the rescue centre said.\n\nThe owner said that the charts on board were"
        " old and that new ones had been ordered in January.\n\n“We heard a bang and then nothing,”"
        f" said Ole Moen, the mate of the {place} ferry."
    )


def plain(place: str, number: int) -> str:
    head = f"Ferry runs aground off {place}\n\nBy Siv Dahl\n{number} March 2021"
    return f"{head}\n\n{paragraphs(place)}\n"


def masthead(place: str, number: int) -> str:
    head = f"Fjord Ledger\n\nBus drivers of {place} end walkout\n\nMarch {number}, 2021"
    return f"{head}\n\n{paragraphs(place)}\n\n© 2021 Fjord Ledger. All rights reserved.\n"


def labelled(place: str, number: int) -> str:
    fields = (
        f"Headline: Heron returns to {place}\nSource: Hillside Today\nDate: {number} March 2021"
    )
    return f"{fields}\nByline: Mara Feld\n\n{paragraphs(place)}\n"


def german(place: str, number: int) -> str:
    head = f"Fähre läuft vor {place} auf Grund\n\nVon Mara Feld\n0{number}.03.2021, 14:20 Uhr"
    return f"{head}\n\n{paragraphs(place)}\n"


def coded(place: str, number: int) -> str:
    return (
        f"HD  Ferry runs aground off {place}\nBY  By Liv Berg\nWC  212 words\nPD  {number} March 2021\n"
        f"SN  Fjord Ledger\nSC  FJLE\nLA  English\nCY  Copyright 2021 Fjord Ledger.\n\nLP\n"
        f"{paragraphs(place)}\n\nDocument FJLE00002021030{number}eh3300001\n"
    )


def counted(place: str, number: int, total: int) -> str:
    return (
        f"{number} of {total} DOCUMENTS\n\nFjord Ledger\n\nMarch {number}, 2021 Wednesday\n\n"
        f"Ferry runs aground off {place}\n\nBYLINE: Liv Berg\n\nSECTION: NEWS; Pg. 4\n\n"
        f"LENGTH: 212 words\n\n{paragraphs(place)}\n\nLOAD-DATE: March {number}, 2021\n\n"
        "LANGUAGE: ENGLISH\n\nCopyright 2021 Fjord Ledger\nAll Rights Reserved\n"
    )


def event_table(place: str, number: int) -> str:
    return (
        f"URL: https://ledger.example/{place}\nTitle: Ferry runs aground off {place}\n"
        f"Date: 2021030{number}T134000Z\nSource: ledger.example\n\n{paragraphs(place)}\n"
    )


def monitored(place: str, number: int) -> str:
    return (
        f"Ferry runs aground off {place}\nledger Wednesday, March {number}, 2021 1:40:00 PM CET\n"
        f"https://ledger.example/{place}\n{paragraphs(place)}\n"
    )


def archived(place: str, number: int) -> str:
    return (
        f"Document {number} of 3\n\nFerry runs aground off {place}\n\nAuthor: Berg, Liv\n\n"
        f"Full text: {paragraphs(place)}\n\nTitle: Ferry runs aground off {place}\n"
        f"Publication title: Fjord Ledger\nPublication date: Mar {number}, 2021\n"
    )


LAYOUTS = (plain, masthead, labelled, german, event_table, monitored, coded)
RULES = ("\n\n=====\n\n", "\n\n---\n\n", "\n\n* * *\n\n", "\n\n________\n\n", "\x0c")


def articles(text: str) -> list[Article]:
    return articles_from(capture_from("clips.txt", text.encode()))


def facts(found: Article) -> tuple[str | None, str | None, tuple[str, ...], str | None]:
    return (found.title, found.outlet, found.authors, (found.published or "")[:10] or None)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_articles_with_a_rule_between_them_are_divided(layout: Layout, rule: str) -> None:
    text = rule.join(layout(place, number) for number, place in enumerate(PLACES[:3], 1))

    found = articles(text)

    assert [one.item for one in found] == ["clips.txt#1", "clips.txt#2", "clips.txt#3"]
    assert "".join(one.raw_text for one in found) == text
    for place, one in zip(PLACES, found, strict=False):
        assert place in (one.title or "")
        assert one.text.count("\n\n") == 3
        assert one.text.endswith(f"the mate of the {place} ferry.")


@pytest.mark.parametrize("layout", [plain, german, labelled, event_table, monitored, coded])
def test_articles_with_full_heads_are_divided_without_a_rule(layout: Layout) -> None:
    text = "\n\n".join(layout(place, number) for number, place in enumerate(PLACES[:3], 1))

    assert [
        place in (one.title or "") for place, one in zip(PLACES, articles(text), strict=False)
    ] == [
        True,
        True,
        True,
    ]


def test_a_news_database_s_documents_keep_their_fields() -> None:
    found = articles("\n\n".join(counted(place, at, 3) for at, place in enumerate(PLACES[:3], 1)))

    assert [facts(one) for one in found] == [
        (f"Ferry runs aground off {place}", "Fjord Ledger", ("Liv Berg",), f"2021-03-0{at}")
        for at, place in enumerate(PLACES[:3], 1)
    ]
    assert not any("DOCUMENTS" in one.text or "LENGTH" in one.text for one in found)


def test_coded_fields_are_read() -> None:
    (found,) = articles(coded("Odda", 3))

    assert facts(found) == (
        "Ferry runs aground off Odda",
        "Fjord Ledger",
        ("Liv Berg",),
        "2021-03-03",
    )
    assert "Document" not in found.text


def test_fields_below_the_text_are_read() -> None:
    found = articles(
        "\n____________\n".join(archived(place, at) for at, place in enumerate(PLACES[:3], 1))
    )

    assert [facts(one) for one in found] == [
        (f"Ferry runs aground off {place}", "Fjord Ledger", ("Liv Berg",), f"2021-03-0{at}")
        for at, place in enumerate(PLACES[:3], 1)
    ]


def test_a_list_of_contents_goes_with_the_first_article() -> None:
    cover = "Search results: ferry\n\n2 documents found\n\n"
    found = articles(
        cover + "\n\n".join(counted(one, at, 2) for at, one in enumerate(PLACES[:2], 1))
    )

    assert len(found) == 2
    assert found[0].raw_text.startswith(cover)


PROSE = paragraphs("Odda")
ONE = {
    "subheads": f"Ferry off Odda\n\nBy Siv Dahl\n3 March 2021\n\n{PROSE}\n\nThe inquiry\n\n{PROSE}",
    "section breaks": f"Ferry off Odda\n\n3 March 2021\n\n{PROSE}\n\n* * *\n\n{PROSE}\n\n***\n\n{PROSE}",
    "live blog": "Ferry off Odda: live\n\n3 March 2021\n\n"
    + "\n\n---\n\n".join(
        f"What the owner says, part {at}\n3 March 2021, 1{at}:05\n\n{PROSE}" for at in range(4)
    ),
    "round-up": "Morning briefing\n\n3 March 2021\n\n"
    + "\n\n---\n\n".join(f"News from {place}\n\n{paragraphs(place)}" for place in PLACES),
    "teasers": f"Ferry off Odda\n\nBy Siv Dahl\n3 March 2021\n\n{PROSE}\n\nMore stories\n\n"
    + "\n\n".join(
        f"Heron returns to {place}\nBy Mara Feld\n4 March 2021\nThe heron is back on its old dock."
        for place in PLACES
    ),
    "a list of events": "What is on in March\n\n3 March 2021\n\n"
    + "\n\n".join(
        f"{at}. Fair of {place}\n\nDate: {at} March 2021\nLocation: {place}\n\n{PROSE}"
        for at, place in enumerate(PLACES, 1)
    ),
    "a gallery": f"Ferry off Odda\n\n3 March 2021\n\n1 of 3\n\n{PROSE}\n\n2 of 3\n\n3 of 3\n\n{PROSE}",
    "an interview": f"Ferry off Odda\n\n3 March 2021\n\n{PROSE}\n\nDate: a good word for it\n\n{PROSE}",
}


@pytest.mark.parametrize("text", ONE.values(), ids=ONE)
def test_what_is_one_article_stays_one(text: str) -> None:
    assert len(article_spans(text)) == 1
    assert [one.item for one in articles(text)] == ["clips.txt"]


@given(
    st.lists(st.sampled_from(LAYOUTS), min_size=2, max_size=5),
    st.sampled_from(RULES),
    st.randoms(use_true_random=False),
)
@settings(max_examples=25, deadline=None)
def test_any_layouts_one_after_the_other_are_told_apart(
    layouts: list[Layout], rule: str, random: Random
) -> None:
    places = random.sample(PLACES, len(layouts))
    text = rule.join(
        layout(place, at) for at, (layout, place) in enumerate(zip(layouts, places, strict=True), 1)
    )

    found = articles(text)

    assert len(found) == len(layouts)
    assert "".join(one.raw_text for one in found) == text
    for place, one in zip(places, found, strict=True):
        assert place in one.text
        assert not any(other in one.text for other in places if other != place)


LINES = st.sampled_from(
    [
        PROSE,
        "Ferry off Odda",
        "By Siv Dahl",
        "3 March 2021",
        "---",
        "1 of 2",
        "2 of 2",
        "Date: 3",
        "",
    ]
)


@given(st.lists(LINES | st.text(max_size=30), max_size=16).map("\n".join))
@example("\x0c\x0c")
@settings(max_examples=60, deadline=None)
def test_every_character_is_in_one_stretch(text: str) -> None:
    spans = article_spans(text)

    assert "".join(span.of(text) for span in spans) == text


@pytest.mark.parametrize(
    "line", ["-----", "* * *", "2 of 25 DOCUMENTS", "Document FJLE0000202103eh33"]
)
def test_a_line_that_only_parts_a_collection_says_so(line: str) -> None:
    assert divides(line)


@pytest.mark.parametrize("line", ["Ferry off Odda", "Two of them", "- 12 people were hurt.", "5"])
def test_other_lines_part_nothing(line: str) -> None:
    assert not divides(line)
