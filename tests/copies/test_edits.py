from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.copies import copy_link
from firsthand.copies.alignment import worded
from firsthand.copies.edits.places import edits
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


TEXT = (
    "KOPER (Adriatic News) - The harbour pilot told 12 reporters on Tuesday that nobody had boarded the "
    "ferry after dark, and that Marko Kovac was not aboard when five of its lamps went out in 1998. "
    '"We will be here until the last crate is on the quay," he said, and lit his pipe again.'
)
WORDS = TEXT.split()


def test_case_white_space_and_marks_are_no_edit() -> None:
    assert found_in(article(TEXT), article(TEXT)) == ()
    assert found_in(article(TEXT), article(TEXT.upper())) == ()
    assert found_in(article(TEXT), article(TEXT.replace(" ", "  ").replace('"', ""))) == ()


@settings(max_examples=80, deadline=None)
@given(
    drop=st.sets(st.integers(1, len(WORDS) - 2), max_size=6),
    change=st.dictionaries(
        st.integers(1, len(WORDS) - 2), st.sampled_from(["17", "Petrov", "Friday", "never", "old"])
    ),
)
def test_what_is_no_edit_is_the_same_in_both(drop: set[int], change: dict[int, str]) -> None:
    copied = [change.get(at, word) for at, word in enumerate(WORDS) if at not in drop]
    one, other = article(TEXT), article(" ".join(copied))
    found = found_in(one, other)

    for side, text in (("a", one), ("b", other)):
        spans = [span for edit in found if (span := getattr(edit, side)) is not None]
        assert all(x.end <= y.start for x, y in pairwise(spans))
        assert all(0 <= span.start < span.end <= len(text.text) for span in spans)
    assert all(edit.a is not None or edit.b is not None for edit in found)
    assert _rest(one, [edit.a for edit in found]) == _rest(other, [edit.b for edit in found])


def _rest(text: Article, spans: list[Span | None]) -> list[str]:
    """The words of a text outside of some spans."""
    cut = worded(text).words
    return [
        word
        for word, start in zip(cut.folded, cut.starts.tolist(), strict=True)
        if not any(span is not None and span.start <= start < span.end for span in spans)
    ]


def test_names_in_a_scan_full_of_wrong_letters_are_the_same_names() -> None:
    scan = TEXT
    for right, wrong in (
        ("harbour", "harboir"), ("reporters", "reponters"), ("boarded", "boaided"), ("lamps", "lanps"),
        ("crate", "cvate"), ("quay", "quav"), ("Kovac", "Kovae"),
    ):  # fmt: skip
        scan = scan.replace(right, wrong)

    assert {edit.kind for edit in found_in(article(TEXT), article(scan))} == {CopyEditKind.WORDING}
    (edit,) = found_in(article(TEXT), article(TEXT.replace("Kovac", "Kovae")))
    assert edit.kind is CopyEditKind.NAME


def test_a_sentence_only_one_text_has_denies_nothing_of_the_other() -> None:
    longer = TEXT.replace("in 1998.", "in 1998. Never mind.")
    assert longer != TEXT
    assert CopyEditKind.NEGATION not in {
        edit.kind for edit in found_in(article(TEXT), article(longer))
    }


def test_links_carry_edits_and_say_whether_something_told_was_changed() -> None:
    paragraphs = [f"{TEXT} Paragraph {name} tells of another pier." for name in ("one", "ten")]
    original = article("\n\n".join(paragraphs))
    worder = article("\n\n".join(paragraphs).replace("lit his pipe", "filled his pipe"))
    number = article("\n\n".join(paragraphs).replace("12 reporters", "21 reporters"))

    for copy, changed in ((worder, False), (number, True)):
        link = copy_link(original, copy)
        assert link is not None
        assert any(passage.edits for passage in link.passages)
        assert any(passage.changed for passage in link.passages) is changed


def test_a_long_paragraph_that_both_texts_repeat_is_no_edit() -> None:
    lines = [f"Crate {n} was weighed, sealed and sent on by the harbour office." for n in range(12)]
    notice = " ".join(lines)
    one = article(f"{TEXT}\n\n{notice}\n\n{notice}\n\n{TEXT[::-1]}")
    other = article(f"{TEXT}\n\n{notice}\n\n{notice}\n\n{TEXT[::-1]} Tomorrow.")
    found = found_in(one, other)
    assert [other.text[edit.b.start : edit.b.end] for edit in found if edit.b] == ["Tomorrow"]
