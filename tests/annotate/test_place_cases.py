from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from firsthand.annotate import Annotator
from firsthand.annotate.mentions import mentions
from firsthand.annotate.parse import parse
from firsthand.annotate.places import places
from firsthand.domain import Where
from firsthand.extract import plain_article

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("place_cases.toml").read_text(encoding="utf-8")
)["case"]


@cache
def located(text: str) -> tuple[Where, ...]:
    article = plain_article(text, item="invented")
    tokens, sentences = parse(article, model=Annotator().model)
    return places(article, tokens, sentences, mentions(article, tokens, sentences))


def found_at(case: dict[str, Any]) -> list[Where]:
    """The records whose stretch is the name, or lies in it."""
    text = case["text"]
    start = text.index(case["at"])
    end = start + len(case["at"])
    return [where for where in located(text) if where.span.start < end and start < where.span.end]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['at']}: {case['why']}")
def test_each_case_is_located_as_said(case: dict[str, Any]) -> None:
    found = found_at(case)
    if case.get("none"):
        assert found == []
        return

    assert len(found) == 1
    where = found[0]
    if case.get("unresolved"):
        assert where.chosen is None
        return

    if "within" in case:
        assert where.chosen is None
        assert where.within == case["within"]
        return

    assert where.chosen is not None
    assert where.chosen.country == case.get("country", "")
    assert where.chosen.kind == case.get("kind", where.chosen.kind)
    assert where.actor is case.get("actor", where.actor)
    assert where.reasons[-1].feature
    assert any(reason.feature.startswith("level reached") for reason in where.reasons)


def test_there_are_many_cases_and_each_says_why() -> None:
    assert len(CASES) >= 80
    assert all(case["why"] and case["at"] in case["text"] for case in CASES)
