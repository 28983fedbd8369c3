"""Statements inside statements, by a table of cases."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.annotate import Annotator
from firsthand.attribute import statements
from firsthand.domain import Statement, StatementId
from firsthand.extract import plain_article

CASES: list[tuple[str, str, str, str, str]] = [
    (row[0], row[1], row[2], row[3], row[4])
    for row in tomllib.loads(
        Path(__file__).with_name("within_cases.toml").read_text(encoding="utf-8")
    )["cases"]
]


@cache
def annotator() -> Annotator:
    return Annotator()


@cache
def said(text: str) -> tuple[Statement, ...]:
    return statements(annotator().read(plain_article(text, item="case")))


def words(one: Statement, text: str) -> tuple[str, str]:
    source = " ".join(span.of(text) for span in one.source)
    return source, " | ".join(span.of(text) for span in one.content)


@pytest.mark.parametrize(
    ("why", "text", "outer", "source", "content"), CASES, ids=[case[0] for case in CASES]
)
def test_case(why: str, text: str, outer: str, source: str, content: str) -> None:
    assert why
    found = said(text)
    above = {one.id: words(one, text)[1] for one in found}
    inside = [
        words(one, text) for one in found if one.parent is not None and above[one.parent] == outer
    ]

    assert outer in above.values()
    assert inside == ([(source, content)] if content else [])


TEXTS = sorted({case[1] for case in CASES})
texts = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=4, unique=True).map("\n\n".join)


class TestNestingOfAnyText:
    """A statement inside another lies wholly inside its words, and nothing is its own ancestor."""

    @given(text=texts)
    @settings(max_examples=12, deadline=None)
    def test_children_lie_within_their_parents(self, text: str) -> None:
        found = {one.id: one for one in said(text)}
        for one in found.values():
            if one.parent is None:
                continue
            held = found[one.parent].content
            for span in (*one.content, *one.cue):
                assert any(outer.overlaps(span) for outer in held)
            seen = {one.id}
            at: StatementId | None = one.parent
            while at is not None:
                assert at not in seen
                seen.add(at)
                at = found[at].parent


def test_three_deep() -> None:
    text = "Ada Okoye said that Lena Ruiz had claimed that the guard knew the code was wrong."
    found = said(text)
    above = {one.id: one.parent for one in found}
    depth = []
    for one in found:
        at, steps = one.parent, 0
        while at is not None:
            at, steps = above[at], steps + 1
        depth.append(steps)

    assert sorted(depth) == [0, 1, 2]
