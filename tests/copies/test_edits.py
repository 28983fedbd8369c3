from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from firsthand.copies.alignment import worded
from firsthand.copies.edits import edits
from firsthand.domain import Aligned, Article, CopyEdit, CopyEditKind, Span
from firsthand.extract.plain import plain_article

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "edit_cases.toml").read_text(encoding="utf-8")
)["case"]


def article(text: str, published: str | None = None, language: str = "en") -> Article:
    return plain_article(
        text, item=f"{text[:30]} {published}", published=published, language=language
    )


def found_in(a: Article, b: Article) -> tuple[CopyEdit, ...]:
    whole = Aligned(a=Span(0, len(a.text)), b=Span(0, len(b.text)))
    return edits(worded(a), worded(b), whole)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_an_edit_is_as_grave_as_what_it_changes(case: dict[str, Any]) -> None:
    dates = case.get("published", [None, None])
    one, other = (
        article(case[side], date, case.get("language", "en"))
        for side, date in zip("ab", dates, strict=True)
    )
    order = list(CopyEditKind)

    for a, b in ((one, other), (other, one)):
        kinds = [edit.kind for edit in found_in(a, b)]
        assert kinds, "no edit found"
        assert min(kinds, key=order.index) == case["kind"]
