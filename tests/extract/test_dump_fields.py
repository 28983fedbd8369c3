"""Blocks of labelled fields, and sentences that only look like one."""

from __future__ import annotations

import pytest

from firsthand.domain import Field
from firsthand.extract.dump_fields import field_blocks, field_facts
from firsthand.extract.lines import lines_of


def facts(raw: str) -> list[tuple[str, str]]:
    lines = lines_of(raw)
    return [
        (fact.field.value, fact.value)
        for block in field_blocks(lines)
        for fact in field_facts(raw, lines, block)
    ]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            "Headline: Ferry aground\nSource: Fjord Ledger\nDate: 3 March 2021\nLength: 212 words",
            [("title", "Ferry aground"), ("outlet", "Fjord Ledger"), ("published", "2021-03-03")],
        ),
        (
            "HD  Ferry aground\nBY  By Liv Berg\nPD  3 March 2021\nSC  FJLE",
            [("title", "Ferry aground"), ("author", "Liv Berg"), ("published", "2021-03-03")],
        ),
        (
            "Titel: Fähre auf Grund\nQuelle: Seeblatt\nDatum: 3. März 2021\nAutor: Berg, Liv",
            [
                ("title", "Fähre auf Grund"),
                ("outlet", "Seeblatt"),
                ("published", "2021-03-03"),
                ("author", "Liv Berg"),
            ],
        ),
        (
            "URL: https://ledger.example/f\nTitle: Ferry\nDate: 20210303T134000Z",
            [
                ("url", "https://ledger.example/f"),
                ("title", "Ferry"),
                ("published", "2021-03-03T13:40:00+00:00"),
            ],
        ),
    ],
)
def test_a_block_states_what_its_labels_say(raw: str, expected: list[tuple[str, str]]) -> None:
    assert facts(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "Date: a good word for it.",
        "Subject: Ferry aground",
        "The owner said: Source and date are known.",
        "Length: 3 m\nLanguage: Norwegian",
        "",
    ],
)
def test_one_label_or_none_that_tells_is_no_block(raw: str) -> None:
    assert field_blocks(lines_of(raw)) == []


def test_a_date_that_is_none_states_nothing() -> None:
    assert facts("Date: soon\nSource: Fjord Ledger") == [(Field.OUTLET.value, "Fjord Ledger")]
