from __future__ import annotations

import itertools
import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from lxml import html

from firsthand.brief.to_html import to_html
from firsthand.domain import Brief, Findings, SettledStory
from tests.brief.ferry_story import OBSERVER, ferry_brief

HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)> & 'quoted' {{ 7*7 }}"


def _page(brief: Brief) -> Any:
    return html.document_fromstring(to_html(brief))


def _hostile() -> Brief:
    full = ferry_brief()
    readings = tuple(
        replace(
            one,
            article=replace(
                one.article,
                title=HOSTILE,
                outlet=HOSTILE,
                url="javascript:alert(3)",
                text=one.article.text.replace("A tug from Ancona", "<script>boo()</script>"),
            ),
        )
        for one in full.settled.readings
    )
    return replace(
        full,
        settled=replace(
            full.settled, readings=readings, story=replace(full.settled.story, title=HOSTILE)
        ),
        nodes=tuple(replace(node, label=HOSTILE) for node in full.nodes),
        places=tuple(replace(place, name=HOSTILE) for place in full.places),
        timeline=tuple(replace(entry, text=HOSTILE) for entry in full.timeline),
        sections=tuple(replace(section, title=HOSTILE) for section in full.sections),
    )


def test_every_link_leads_to_a_place_in_the_page() -> None:
    page = _page(ferry_brief())
    ids = [one.get("id") for one in page.iter() if one.get("id")]
    links = [one.get("href") for one in page.iter("a")]

    assert len(ids) == len(set(ids))
    assert len(links) > 80
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_the_page_fetches_nothing() -> None:
    page = _page(ferry_brief())

    assert page.xpath("//@src | //link | //iframe | //object | //form") == []
    assert not re.search(
        r"url\((?!#)|@import|https?://(?!gazette|observer)", to_html(ferry_brief())
    )


def test_hostile_words_stay_words() -> None:
    printed = to_html(_hostile())
    page = html.document_fromstring(printed)

    assert len(page.xpath("//script")) == 1
    assert page.xpath("//img") == []
    assert page.xpath("//@onerror") == []
    assert page.xpath("//a[starts-with(@href, 'javascript')]") == []
    assert page.xpath("string(//h1)") == HOSTILE
    assert "49" not in page.xpath("string(//h1)")


def test_an_article_text_is_printed_whole_and_unchanged() -> None:
    full = ferry_brief()
    page = _page(full)
    for reading in full.settled.readings:
        shown = page.get_element_by_id(f"a-{reading.article.id}").xpath("./p")

        assert "\n\n".join(one.text_content() for one in shown) == reading.article.text


def test_a_citation_leads_to_its_very_words() -> None:
    page = _page(ferry_brief())
    link = page.xpath("//section[@id='brief']//a[@class='cite']")[0]
    mark = page.get_element_by_id(link.get("href").removeprefix("#"))

    assert mark.tag == "mark"
    assert mark.text_content() == "injuring 41 people"


def test_passages_that_cross_are_marked_in_parts() -> None:
    page = _page(ferry_brief())

    assert page.xpath("//mark//mark") != []
    assert all(mark.text_content() for mark in page.iter("mark"))


def test_copies_are_folded_and_every_sign_has_its_word() -> None:
    page = _page(ferry_brief())
    table = page.xpath("//table[@class='matrix']")[0]
    cells = table.xpath(".//td[span[@class='glyph']]")

    assert "C×2" in "".join(table.xpath("string(.//tr[@class='outlets'])").split())
    assert cells
    pairs = {
        (c.xpath("string(span[@class='glyph'])"), c.xpath("string(span[@class='word'])"))
        for c in cells
    }
    assert pairs <= {
        ("●", "own"),
        ("○", "relays"),
        ("◐", "hedged"),
        ("✕", "denies"),
        ("–", "no position"),
    }


def test_a_shortened_quotation_shows_what_was_left_out() -> None:
    page = _page(ferry_brief())
    gone = page.xpath("//section[@id='quotations']//li//del")

    assert [one.text_content().strip() for one in gone] == [
        "She was",
        "where twelve are allowed",
    ]


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = [int(one.tag[1]) for one in _page(ferry_brief()).xpath("//h1|//h2|//h3|//h4")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


def test_drawings_and_scrolling_parts_have_names() -> None:
    page = _page(ferry_brief())

    for drawing in page.xpath("//*[local-name()='svg'][@role='img']"):
        assert drawing.xpath("*[local-name()='title']")
    for box in page.xpath("//*[@tabindex='0']"):
        assert box.get("aria-label")
    assert len(page.xpath("//main")) == 1


def test_photo_credits_are_folded_away() -> None:
    page = _page(ferry_brief())
    drawn = page.xpath("//*[local-name()='svg'][contains(., 'Lucija Perak')]")

    assert len(drawn) == 1
    assert drawn[0].xpath("ancestor::details[not(@open)]")


def test_rejected_inputs_and_receipts_are_shown() -> None:
    words = _page(ferry_brief()).text_content()

    assert "coverage/empty.txt" in words
    assert "1" * 64 in words
    assert "1 related" in words
    assert "attribution-en-1 0f3a" in words


@pytest.mark.parametrize("part", ["sections", "timeline", "places", "nodes", "edges", "lint"])
def test_a_brief_without_one_part_still_prints(part: str) -> None:
    page = _page(replace(ferry_brief(), **{part: ()}))  # type: ignore[arg-type]

    links = {one.get("href").removeprefix("#") for one in page.iter("a")}
    assert links <= {one.get("id") for one in page.iter()}


def test_a_brief_with_nothing_found_still_prints() -> None:
    full = ferry_brief()
    bare = Brief(
        as_of=full.as_of,
        made_with=full.made_with,
        settled=SettledStory(story=full.settled.story, readings=full.settled.readings),
        findings=Findings(claims=()),
        sections=(),
    )

    assert "No line could be written" in to_html(bare)


def test_the_same_brief_gives_the_same_page() -> None:
    assert to_html(ferry_brief()) == to_html(ferry_brief())
    assert OBSERVER in unescape(to_html(ferry_brief()))


def test_a_quotation_printed_alike_everywhere_is_folded() -> None:
    full = ferry_brief()
    (one,) = full.findings.quotations
    alike = replace(one, variants=one.variants[:2])
    page = _page(replace(full, findings=replace(full.findings, quotations=(one, alike))))
    folded = page.xpath("//section[@id='quotations']/details")

    assert [fold.get("open") for fold in folded] == [None]
    assert len(folded[0].xpath("article")) == 1
    assert len(page.xpath("//section[@id='quotations']/article")) == 1


def test_reasons_that_say_the_same_are_said_once() -> None:
    full = ferry_brief()
    first = full.findings.claims[0]
    doubled = replace(first, reasons=first.reasons * 3)
    page = _page(replace(full, findings=replace(full.findings, claims=(doubled,))))
    receipt = page.get_element_by_id(f"c-{first.claim.id}").text_content()

    assert receipt.count("a party that denied it later affirms it") == 1
