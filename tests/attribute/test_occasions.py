"""Where, by what means and on what day something was said, by a table of cases."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from firsthand.annotate import Annotator
from firsthand.attribute import statements
from firsthand.domain import Statement, StatementField
from firsthand.extract import plain_article

PUBLISHED = "2024-10-31"
CASES: list[tuple[str, ...]] = [
    tuple(row)
    for row in tomllib.loads(
        Path(__file__).with_name("occasion_cases.toml").read_text(encoding="utf-8")
    )["cases"]
]


@cache
def annotator() -> Annotator:
    return Annotator()


@cache
def said(text: str, published: str | None = PUBLISHED) -> tuple[Statement, ...]:
    return statements(annotator().read(plain_article(text, item="case", published=published)))


def with_content(text: str, content: str) -> Statement:
    found = [
        one for one in said(text) if " | ".join(span.of(text) for span in one.content) == content
    ]
    assert len(found) == 1, said(text)
    return found[0]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_case(case: tuple[str, ...]) -> None:
    _, text, content, medium, occasion, day, basis = case
    one = with_content(text, content)

    told = one.said_on_basis.value if one.said_on_basis is not None else ""
    assert (one.medium or "", one.occasion or "") == (medium, occasion)
    assert (one.said_on or "", told) == (day, basis)


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_what_is_known_has_a_reason_and_what_is_not_has_none(case: tuple[str, ...]) -> None:
    _, text, content, medium, occasion, day, _ = case
    one = with_content(text, content)

    for field, value in (
        (StatementField.MEDIUM, medium),
        (StatementField.OCCASION, occasion),
        (StatementField.SAID_ON, day),
    ):
        reasons = one.why(field)
        assert bool(reasons) == bool(value)
        assert all(reason.feature and reason.evidence for reason in reasons)


def test_without_a_day_of_publication_a_weekday_tells_no_day() -> None:
    (one,) = said("Ada Okoye said on Monday that the bridge would open.", None)

    assert one.said_on is None
    assert one.said_on_basis is None


def test_an_occasion_ends_when_the_speaker_has_long_been_silent() -> None:
    gap = "\n\n".join(f"Pump {number} stood still." for number in range(8))
    text = (
        "Ada Okoye said at a news conference on 28 October 2024 that the mine was closed."
        f"\n\n{gap}\n\nAda Okoye said that the lift had failed."
    )
    first, last = said(text)

    assert first.medium == "news conference"
    assert (last.medium, last.said_on) == (None, None)
