"""Inputs refused for one reason are told together; the data keep them one by one."""

from __future__ import annotations

import json
from dataclasses import replace

from firsthand.brief.refusals import folded
from firsthand.brief.to_html import to_html
from firsthand.brief.to_json import to_json
from firsthand.brief.to_markdown import to_markdown
from firsthand.brief.to_text import to_text
from firsthand.domain import Rejected
from tests.brief.ferry_story import ferry_brief


def _rejected(item: str, reason: str = "is empty") -> Rejected:
    return Rejected(item=item, stage="read", reason=reason, hint="hand in a file")


def test_equal_reasons_are_one_row_that_counts_and_names_the_first() -> None:
    many = [_rejected(f"n{number:02}.txt") for number in range(12)]
    other = _rejected("z.txt", "is no text")
    (row, last) = folded([many[0], other, *many[1:]])

    assert row.item.startswith("12 items (n00.txt, n01.txt, ")
    assert row.item.endswith("n07.txt and 4 more)")
    assert (row.reason, row.hint, row.stage) == ("is empty", "hand in a file", "read")
    assert last == other


def test_few_of_a_reason_stay_as_they_are() -> None:
    pair = (_rejected("a.txt"), _rejected("b.txt"))

    assert folded(pair) == pair


def test_every_form_folds_and_the_data_do_not() -> None:
    many = tuple(_rejected(f"n{number:02}.txt") for number in range(12))
    brief = replace(ferry_brief(), rejected=many)

    for form in (to_text(brief, width=400), to_markdown(brief), to_html(brief)):
        assert form.count("is empty") == 1
        assert "12 items" in form
    assert [one["item"] for one in json.loads(to_json(brief))["rejected"]] == [
        one.item for one in many
    ]
