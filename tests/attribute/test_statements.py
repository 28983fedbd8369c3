"""The table of cases, and what must hold of statements in any text."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.annotate import Annotator
from firsthand.attribute import statements
from firsthand.domain import Reading, Statement, Zone, ZoneKind
from firsthand.extract import plain_article

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("cases.toml").read_text(encoding="utf-8")
)["case"]


@cache
def reading_of(text: str, published: str | None = None) -> Reading:
    return Annotator().read(plain_article(text, item="case", published=published))


def told(reading: Reading) -> list[dict[str, Any]]:
    text = reading.article.text
    found = statements(reading)
    by_id = {one.id: one for one in found}

    def words(one: Statement) -> str:
        return " | ".join(span.of(text) for span in one.content)

    return [
        {
            "content": words(one),
            "source": " | ".join(span.of(text) for span in one.source),
            "cue": " | ".join(span.of(text) for span in one.cue),
            "speaker": one.speaker or "",
            "kind": one.speaker_kind.value,
            "authority": one.authority or "",
            "relays": list(one.relays),
            "manner": one.manner.value,
            "stance": one.stance.value,
            "hedged": one.hedged,
            "medium": one.medium or "",
            "occasion": one.occasion or "",
            "said_on": one.said_on or "",
            "parent": words(by_id[one.parent]) if one.parent is not None else "",
        }
        for one in found
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    found = told(reading_of(case["text"], case.get("published")))

    if case.get("none"):
        assert found == []
        return
    for expected in case["said"]:
        same = [one for one in found if one["content"] == expected["content"]]
        assert len(same) == 1, found
        assert {field: same[0][field] for field in expected} == expected


SENTENCES = sorted({case["text"] for case in CASES})
texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True).map("\n\n".join)


class TestStatementsOfAnyText:
    """Every span points into the text; a statement holds what stands inside it."""

    @given(text=texts)
    @settings(max_examples=12, deadline=None)
    def test_spans_lie_in_the_text_and_parents_hold_their_children(self, text: str) -> None:
        found = statements(reading_of(text))
        by_id = {one.id: one for one in found}

        assert len(by_id) == len(found)
        for one in found:
            for span in (*one.content, *one.cue, *one.source):
                assert span.end <= len(text)
                assert span.of(text) == span.of(text).strip()
            if one.parent is not None:
                outer = by_id[one.parent].content
                whole = outer[0].cover(outer[-1])
                assert all(whole.holds(span) for span in one.content)
                assert one.parent != one.id

    @given(text=texts)
    @settings(max_examples=4, deadline=None)
    def test_reading_again_gives_the_same_ids(self, text: str) -> None:
        assert statements(reading_of(text)) == statements(reading_of(text))

    @given(text=texts)
    @settings(max_examples=6, deadline=None)
    def test_each_says_why_and_where(self, text: str) -> None:
        for one in statements(reading_of(text)):
            assert one.reasons
            assert one.reasons[0].feature
            assert [passage.span for passage in one.reasons[0].evidence] == list(one.cue)


def test_a_text_without_a_parse_has_no_statements() -> None:
    article = plain_article("Lena Ostrow sade att hamnen var stängd.", item="x", language="sv")

    assert statements(Annotator().read(article)) == ()


def test_headlines_and_captions_are_in_nobodys_words() -> None:
    text = "Ostrow says port is closed\n\nLena Ostrow said the port was closed."
    article = plain_article(text, item="x", title="Ostrow says port is closed")
    found = told(Annotator().read(article))

    assert [one["content"] for one in found] == ["the port was closed"]


def test_a_standfirst_is_read() -> None:
    text = "Lena Ostrow said the port was closed."
    article = plain_article(text, item="x")
    zones = tuple(Zone(span=zone.span, kind=ZoneKind.STANDFIRST) for zone in article.zones)
    found = statements(Annotator().read(replace(article, zones=zones)))

    assert [one.zone for one in found] == [ZoneKind.STANDFIRST]
