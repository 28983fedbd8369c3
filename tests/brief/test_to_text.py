from __future__ import annotations

from dataclasses import replace

import pytest
from rich.console import Console

from firsthand.brief.to_text import to_rich, to_text
from firsthand.domain import Brief, Line, Section
from tests.brief.ferry_story import LEDGER, ferry_brief


def _with_title(title: str) -> Brief:
    full = ferry_brief()
    return replace(
        full, settled=replace(full.settled, story=replace(full.settled.story, title=title))
    )


def test_the_headline_gives_time_articles_texts_contradictions_and_shifts() -> None:
    lines = to_text(ferry_brief(), width=160).splitlines()

    assert lines[0] == "FERRY RUNS AGROUND OFF VIS, 41 HURT"
    assert lines[1] == (
        "latest stated time 12 Mar 2025 10:40 UTC · 3 articles, 2 texts, 5 origins, "
        "1 own witness · 1 open contradiction, 1 shift · 1 input rejected"
    )


def test_sections_come_in_their_order_before_the_key() -> None:
    printed = to_text(ferry_brief())
    heads = [
        "SEVERAL VOICES, INDEPENDENCE NOT SHOWN",
        "ONE ORIGIN",
        "FORECAST",
        "SHIFT",
        "DO NOT USE AS PRINTED",
        "GET NEXT",
        "ARTICLES",
        "REJECTED",
        "NOTES",
    ]

    assert [line for line in printed.splitlines() if line in heads] == heads


def test_a_line_cites_letters_and_sets_its_count_at_the_right() -> None:
    lines = to_text(ferry_brief(), width=120).splitlines()
    line = next(one for one in lines if "People were hurt" in one)

    assert "[C; N; S]" in line
    assert line.endswith("2 voices, 1-2 origins")
    assert len(line) == 120


def test_letters_named_in_the_words_are_not_repeated() -> None:
    full = ferry_brief()
    line = Line(
        text="Speeding: office [C, via AN; N].", citations=full.sections[0].lines[0].citations
    )
    printed = to_text(replace(full, sections=(Section(title="One", lines=(line,)),)))

    assert "office [C, via AN; N]. [S]" in printed


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_no_line_is_wider_than_asked(width: int) -> None:
    assert max(map(len, to_text(ferry_brief(), width=width).splitlines())) <= width


def test_the_key_says_outlet_title_date_with_basis_and_descriptor() -> None:
    printed = " ".join(to_text(ferry_brief()).split())

    assert "C Coastal Gazette · “Ferry runs aground off Vis, 41 hurt”" in printed
    assert (
        "N Northern Ledger (claimed) · not before 11 Mar 2025, inferred · text of Adria" in printed
    )
    assert "same text as C" in printed


def test_piped_output_has_no_escapes_even_from_an_article() -> None:
    printed = to_text(_with_title("Ferry \x1b[31maground\x07 \u202eoff"))

    assert "\x1b" not in printed
    assert "\x07" not in printed
    assert "\u202e" not in printed


def test_article_words_are_not_rich_markup() -> None:
    console = Console(width=120, record=True, file=None, force_terminal=False)
    with console.capture() as caught:
        console.print(to_rich(_with_title("[bold]Ferry[/bold] [link=x]")))

    assert "[BOLD]FERRY[/BOLD] [LINK=X]" in caught.get()


def test_coloured_and_plain_say_the_same_words() -> None:
    coloured = to_text(ferry_brief(), rich=True)
    console = Console(width=100, force_terminal=False)
    with console.capture() as caught:
        console.print(to_rich(ferry_brief()))

    assert "\x1b[" in coloured
    assert sorted(caught.get().split()) == sorted(to_text(ferry_brief()).split())


def test_an_article_without_outlet_is_named_by_its_input() -> None:
    full = ferry_brief()
    readings = tuple(
        replace(one, article=replace(one.article, outlet=None)) if one.article.id == LEDGER else one
        for one in full.settled.readings
    )
    printed = to_text(replace(full, settled=replace(full.settled, readings=readings)))

    assert "outlet not known (ledger.txt)" in " ".join(printed.split())


def test_a_line_that_explains_the_one_above_is_set_in_further() -> None:
    lines = to_text(ferry_brief()).splitlines()

    assert next(one for one in lines if "Why not more" in one).startswith("    Why")


def test_a_warning_that_a_line_cites_is_not_printed_again() -> None:
    printed = to_text(ferry_brief())

    assert "unnamed-plural" in printed
    assert "headline beyond the body" not in printed


def test_a_headline_with_quotation_marks_gets_no_second_pair() -> None:
    full = ferry_brief()
    readings = tuple(
        replace(one, article=replace(one.article, title="“Too fast”: ferry owner admits"))
        for one in full.settled.readings
    )
    printed = to_text(replace(full, settled=replace(full.settled, readings=readings)))

    assert "· “Too fast”: ferry owner admits ·" in " ".join(printed.split())
