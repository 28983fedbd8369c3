"""Visible lines of a page and the elements they stand in."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import InputError
from firsthand.extract.page_lines import PageView, page_view, parsed
from firsthand.tables.pagemarks import page_marks


def view(body: str) -> PageView:
    return page_view(parsed("page.html", f"<html><body>{body}</body></html>"))


def test_each_block_is_a_line_and_lines_stand_in_the_text() -> None:
    found = view(
        "<h1>Ferry aground</h1><p>Off <b>Odda</b>,\n early.</p>tail<br>next<script>no()</script>"
    )

    assert [line.text for line in found.lines] == [
        "Ferry aground",
        "Off Odda, early.",
        "tail",
        "next",
    ]
    assert found.text.split("\n") == [line.text for line in found.lines]
    assert all(found.text[line.start : line.end] == line.text for line in found.lines)


def test_a_line_knows_its_links_and_emphasis() -> None:
    (line,) = view('<p><a href="/x">Four</a> <strong>bold</strong><i>!!</i></p>').lines

    assert (line.links, line.tag) == (1, "p")
    assert line.link_share == pytest.approx(4 / 11)
    assert line.strong == pytest.approx(4 / 11)
    assert line.slanted == pytest.approx(2 / 11)


def test_names_of_the_nearest_elements_are_a_line_s_hint() -> None:
    (line,) = view(
        '<div id="Top"><p class="Lead  x"><span itemprop="y">Text</span></p></div>'
    ).lines

    assert line.hint == "top lead  x"


def test_elements_hold_the_lines_between_their_tags() -> None:
    found = view('<div class="a1"><p>One</p><p>Two</p></div><div class="a2"><p>Three</p></div>')
    outline = found.outline
    boxes = [row for row, tag in enumerate(outline.tag) if tag == "div"]

    assert [(outline.first[row], outline.last[row]) for row in boxes] == [(0, 2), (2, 3)]
    assert outline.make[boxes[0]] == outline.make[boxes[1]], "digits do not tell elements apart"
    assert [outline.parent[line.element] for line in found.lines] == [boxes[0], boxes[0], boxes[1]]


def test_what_a_style_hides_is_read_and_marked() -> None:
    found = view('<div style="display: none"><p>Read on as a subscriber.</p></div>')
    hidden = page_marks().of("hidden")

    assert [line.text for line in found.lines] == ["Read on as a subscriber."]
    assert any(marks & hidden for marks in found.outline.marks)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(
    ["<div>", "</div>", "<p>", "</p>", "<a href=x>", "</a>", "<br>", "x y", "<li>", "<table>", "<td>", "<script>", "</script>", "&#0;", "<b>", "</b>", "\u00a0", "ß"]
), max_size=60))  # fmt: skip
def test_any_markup_gives_lines_that_stand_in_its_text(pieces: list[str]) -> None:
    try:
        found = view("".join(pieces))
    except InputError:
        return
    outline = found.outline

    assert all(found.text[line.start : line.end] == line.text for line in found.lines)
    assert all(0 <= line.link_share <= 1 for line in found.lines)
    assert all(
        outline.first[line.element] <= number < outline.last[line.element]
        for number, line in enumerate(found.lines)
    )


def test_four_times_the_lines_take_about_four_times_as_long() -> None:
    def seconds(lines: int) -> float:
        tree = parsed("page.html", "<html><body>" + "<p>Off <b>Odda</b>.</p>" * lines)
        begun = time.process_time()
        assert len(page_view(tree).lines) == lines
        return time.process_time() - begun

    assert seconds(16_000) < 10 * max(0.05, seconds(4_000))
