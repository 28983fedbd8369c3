"""The headline as printed, without the site's name, the label above it or a title for machines."""

from __future__ import annotations

import pytest
from lxml import html

from firsthand.extract.metadata_headings import headings_of
from firsthand.extract.titles import headline_among, site_in, without_site


def chosen(body: str, *titles: str, window: str = "", site: str = "The Fjord Ledger") -> str | None:
    tree = html.document_fromstring(f"<html><body>{body}</body></html>")
    found, _ = headline_among(titles, headings_of(tree), window=window, sites=[site])
    return found


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        ("Ferry runs aground | The Fjord Ledger", "Ferry runs aground"),
        ("Ferry runs aground - News - Fjord Ledger", "Ferry runs aground - News"),
        ("Ferry runs aground | News | Fjord Ledger", "Ferry runs aground"),
        ("The Fjord Ledger: Ferry runs aground", "The Fjord Ledger: Ferry runs aground"),
        ("The Fjord Ledger » Ferry runs aground", "Ferry runs aground"),
        ("Ferry runs aground – twelve hurt", "Ferry runs aground – twelve hurt"),
        ("Ferry runs aground | Opinion", "Ferry runs aground"),
        ("Ferry runs aground - fjordledger.example", "Ferry runs aground"),
    ],
)
def test_what_the_site_adds_is_cut(title: str, cut: str) -> None:
    found = without_site(title, sites=["The Fjord Ledger"], host="fjordledger.example")

    assert found == cut


def test_a_heading_tells_where_the_addition_begins() -> None:
    headings = ["Defer, panic and recover"]

    assert without_site("Defer, panic and recover - The Knot Blog", headings=headings) == (
        "Defer, panic and recover"
    )


def test_a_label_above_the_headline_is_no_part_of_it() -> None:
    body = "<h1><span>Storm on the coast</span> <span>Ferry runs aground off Odda</span></h1>"

    assert chosen(body, "Ferry runs aground off Odda") == "Ferry runs aground off Odda"


def test_a_title_for_search_engines_in_a_trail_is_not_preferred() -> None:
    body = """<nav class="breadcrumb"><h1>Odda ferry: accident, injured, cause</h1></nav>
    <header><h2>Ferry runs aground off Odda</h2></header>"""

    titles = ("Odda ferry: accident, injured, cause", "Ferry runs aground off Odda")
    assert chosen(body, *titles) == "Ferry runs aground off Odda"


def test_the_site_s_name_as_main_heading_is_no_headline() -> None:
    body = "<h1>The Fjord Ledger</h1><h2>Ferry runs aground off Odda</h2>"

    assert chosen(body, "Ferry runs aground off Odda • The Fjord Ledger") == (
        "Ferry runs aground off Odda"
    )


def test_a_printed_main_heading_goes_before_another_title_for_machines() -> None:
    body = "<h1>Run a marathon in one year: a plan for beginners</h1><h2>Phase one</h2>"

    assert chosen(body, "Marathon plan | The Fjord Ledger") == (
        "Run a marathon in one year: a plan for beginners"
    )


def test_a_title_cut_by_a_quotation_mark_is_completed_from_the_heading() -> None:
    body = '<h1>Mayor calls captain "careless"</h1>'

    assert chosen(body, "Mayor calls captain") == 'Mayor calls captain "careless"'


def test_neighbouring_elements_without_space_are_read_as_the_title_sets_them() -> None:
    body = "<h1><span>Storm:</span><span>ferry runs aground off Odda</span></h1>"

    assert chosen(body, "Storm: ferry runs aground off Odda") == (
        "Storm: ferry runs aground off Odda"
    )


def test_nothing_gives_none() -> None:
    assert chosen("<p>text</p>") is None


def test_the_window_title_names_the_site_behind_the_heading() -> None:
    assert site_in("Ferry aground - Morning Fjord", "Ferry aground") == "Morning Fjord"
    assert site_in("Ferry aground", "Ferry aground") is None


def test_a_title_of_a_hundred_thousand_parts_is_answered_at_once() -> None:
    title = "a | " * 100_000

    assert without_site(title, sites=["a"], headings=["a"]) == title
