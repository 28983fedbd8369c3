"""Through whom statements reached an article, by a table of cases."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from firsthand.annotate import Annotator
from firsthand.attribute import statements
from firsthand.domain import SpeakerKind, Statement, StatementField
from firsthand.extract import plain_article

CASES: list[tuple[str, str, str, list[str]]] = [
    (row[0], row[1], row[2], row[3])
    for row in tomllib.loads(
        Path(__file__).with_name("relay_cases.toml").read_text(encoding="utf-8")
    )["cases"]
]


@cache
def annotator() -> Annotator:
    return Annotator()


@cache
def said(text: str, *, outlet: str | None = None) -> tuple[Statement, ...]:
    return statements(annotator().read(plain_article(text, item="case", outlet=outlet)))


def with_content(text: str, content: str, *, outlet: str | None = None) -> Statement:
    found = [
        one
        for one in said(text, outlet=outlet)
        if " | ".join(span.of(text) for span in one.content) == content
        and one.speaker_kind is not SpeakerKind.OUTLET
    ] or [
        one
        for one in said(text, outlet=outlet)
        if " | ".join(span.of(text) for span in one.content) == content
    ]
    assert len(found) == 1, said(text, outlet=outlet)
    return found[0]


@pytest.mark.parametrize(("why", "text", "content", "relays"), CASES, ids=[c[0] for c in CASES])
def test_case(why: str, text: str, content: str, relays: list[str]) -> None:
    assert why

    assert list(with_content(text, content).relays) == relays


@pytest.mark.parametrize(("why", "text", "content", "relays"), CASES, ids=[c[0] for c in CASES])
def test_each_relay_has_its_reason(why: str, text: str, content: str, relays: list[str]) -> None:
    assert why

    one = with_content(text, content)
    reasons = one.why(StatementField.RELAYS)

    assert len(reasons) == len(relays)
    assert all(reason.feature and reason.evidence for reason in reasons)


def test_the_articles_own_outlet_is_no_relay() -> None:
    text = "Ada Ostrow told the Harbour Gazette that the mine was closed."
    content = "that the mine was closed"

    assert with_content(text, content).relays == ("Harbour Gazette",)
    assert with_content(text, content, outlet="The Harbour Gazette").relays == ()


def test_an_outlet_stays_above_what_it_hands_on() -> None:
    text = "The Baltic Gazette reported that Ada Ostrow had denied the charge."
    outer, inner = said(text)

    assert outer.speaker_kind is SpeakerKind.OUTLET
    assert inner.parent == outer.id
    assert [reason.field for reason in inner.why(StatementField.PARENT)] == ["parent"]
