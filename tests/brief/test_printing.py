from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from firsthand.brief.printing import cited_in, one_line, range_of
from firsthand.brief.to_html import to_html
from firsthand.brief.to_json import to_json
from firsthand.brief.to_markdown import to_markdown
from firsthand.brief.to_text import to_text
from firsthand.domain import Brief
from firsthand.text.surrogates import writable
from tests.brief.ferry_story import ferry_brief


@pytest.mark.parametrize("form", [to_html, to_json, to_markdown, to_text])
def test_a_lone_surrogate_in_a_title_can_be_written(form: Callable[[Brief], str]) -> None:
    full = ferry_brief()
    story = replace(full.settled.story, title="Ferry \ud800 aground")
    printed = form(replace(full, settled=replace(full.settled, story=story)))

    assert "\ufffd" in printed.encode("utf-8").decode("utf-8")


def test_writable_keeps_every_offset() -> None:
    assert writable("a\ud83dbc\udc00") == "a\ufffdbc\ufffd"
    assert writable("😀") == "😀"


def test_one_line_folds_space_and_shows_control_characters() -> None:
    assert one_line(" a\n\tb \x1b[31m\u202ec ") == "a b \ufffd[31mc"


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("NATO [M, via AP; B]", {"M", "AP", "B"}),
        ("nobody", set()),
        ("[C/S] differ", {"C", "S"}),
        ("said [B2, via Adria Newswire]", {"B2"}),
    ],
)
def test_letters_in_brackets_are_found(words: str, letters: set[str]) -> None:
    assert cited_in(words) == letters


def test_a_range_of_one_number_is_that_number() -> None:
    assert (range_of(2, 2), range_of(1, 4)) == ("2", "1-4")
