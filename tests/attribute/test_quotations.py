"""Who has which quotation: a table of cases, and what must hold however marks stand."""

from __future__ import annotations

import time
import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.annotate import Annotator
from firsthand.attribute import statements
from firsthand.attribute.quoted import attach
from firsthand.attribute.quotes import quoted_in
from firsthand.attribute.relation import Relation
from firsthand.attribute.tree import Tree, tree_of
from firsthand.domain import Reading, Stance
from firsthand.extract import plain_article
from firsthand.tables.cues import Cue

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("quotation_cases.toml").read_text(encoding="utf-8")
)["case"]
ASSERTS = Cue(lemma="say", stance=Stance.ASSERTS, takes=frozenset({"quote", "clause"}))


@cache
def reading_of(text: str) -> Reading:
    return Annotator().read(plain_article(text, item="case"))


def told(text: str) -> list[dict[str, str]]:
    reading = reading_of(text)

    def words(spans: tuple[Any, ...]) -> str:
        return " | ".join(span.of(reading.article.text) for span in spans)

    return [
        {
            "content": words(one.content),
            "source": words(one.source),
            "cue": words(one.cue),
            "manner": one.manner.value,
        }
        for one in statements(reading)
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    found = told(case["text"])
    wanted: list[dict[str, str]] = case.get("said", [])

    assert bool(wanted) is not case.get("none", False)
    for expected in wanted:
        same = [one for one in found if one["content"] == expected["content"]]
        assert len(same) == 1, found
        assert {field: same[0][field] for field in expected} == expected
    if not case.get("more"):
        assert len(found) == len(wanted), found


def test_the_table_is_long_and_every_case_says_why() -> None:
    assert len(CASES) >= 170
    assert len({case["why"] for case in CASES}) == len(CASES)
    assert len({case["text"] for case in CASES}) == len(CASES)


def relation(tree: Tree, cue: str, source: str, content: str) -> Relation:
    """A relation as a tagger hands it over: words, found again as tokens."""

    def tokens(words: str) -> frozenset[int]:
        start = tree.text.index(words)
        end = start + len(words)
        return frozenset(
            at for at, one in enumerate(tree.tokens) if start <= one.start and one.end <= end
        )

    anchor = min(tokens(cue))
    return Relation(
        anchor=anchor,
        cue=tokens(cue),
        source=tokens(source),
        source_head=max(tokens(source)),
        content=tokens(content) if content else frozenset(),
        reading=ASSERTS,
        rule="marked by the tagger",
    )


TAGGED = [
    (
        "content that covers the end of a quotation is widened to the whole of it",
        "“The pumps failed twice at dawn,” Ostrow said.",
        ("said", "Ostrow", "failed twice at dawn"),
        ["The pumps failed twice at dawn"],
    ),
    (
        "content that stops inside a quotation is widened to its end",
        "Ostrow said the crossing was “a gamble from the start.”",
        ("said", "Ostrow", "the crossing was “a gamble"),
        ["the crossing was “a gamble from the start"],
    ),
    (
        "content before the bracket that opens beside the quotation is cut",
        "The crew left (“Nobody rang the bell,” Keller said).",
        ("said", "Keller", "The crew left (“Nobody rang the bell"),
        ["Nobody rang the bell"],
    ),
    (
        "an open cue takes the quotation beside it",
        "“Nobody rang the bell,” Keller said.",
        ("said", "Keller", ""),
        ["Nobody rang the bell"],
    ),
    (
        "a cue inside a quotation keeps to what stands inside",
        "“Keller said the hatch was open all night,” Ostrow noted, and the port was closed.",
        ("said", "Keller", "the hatch was open all night,” Ostrow noted, and the port was closed"),
        ["the hatch was open all night"],
    ),
    (
        "words on both sides of the cue stay together",
        "The river, Ostrow said, “rose by two metres overnight.”",
        ("said", "Ostrow", "The river"),
        ["The river | rose by two metres overnight"],
    ),
]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [row[1:] for row in TAGGED],
    ids=[row[0] for row in TAGGED],
)
def test_relations_of_a_tagger_are_fitted_to_whole_quotations(
    text: str, words: tuple[str, str, str], expected: list[str]
) -> None:
    tree = tree_of(reading_of(text))
    found = attach(tree, [relation(tree, *words)], quoted_in(tree))
    contents = [" | ".join(span.of(text) for span in tree.spans(one.content)) for one in found]

    assert [content for content in contents if content in expected] == expected


def test_marks_of_a_quotation_are_never_content() -> None:
    for case in CASES:
        for one in told(case["text"]):
            assert not one["content"].startswith(tuple('"“”„«»「'))
            assert not one["content"].endswith(tuple('"“”„«»」'))


PLAIN = (
    "Lena Ostrow said the port was closed. The crew left at noon.\n\n"
    "Tomas Keller warned that the hatch would fail.\n\nThe sea was calm on Sunday."
)
MARKS = ['"', "“", "”", "‘", "’", "'", "„", "«", "»", "``", "''", "「", "」", "‹"]


@given(
    places=st.lists(
        st.tuples(st.integers(0, len(PLAIN)), st.sampled_from(MARKS)), min_size=1, max_size=6
    )
)
@settings(max_examples=15, deadline=None)
def test_marks_anywhere_neither_abort_nor_swallow(places: list[tuple[int, str]]) -> None:
    text = PLAIN
    for at, mark in sorted(places, reverse=True):
        text = text[:at] + mark + text[at:]
    found = statements(Annotator().read(plain_article(text, item="marks")))

    assert len(found) <= 8
    for one in found:
        for spans in (one.content, one.cue, one.source):
            assert all(a.end <= b.start for a, b in pairwise(spans))
            assert all("\n\n" not in span.of(text) for span in spans)


def test_one_lone_mark_does_not_swallow_five_thousand_words() -> None:
    filler = "The ferry crossed the strait and came back before the tide turned. " * 210
    text = f'"{filler}Lena Ostrow said the port was closed. {filler}'
    found = told(text)

    assert [one["content"] for one in found] == ["the port was closed"]


def test_a_quotation_of_twenty_thousand_characters_hides_nothing_behind_it() -> None:
    filler = "The ferry crossed the strait and came back before the tide turned. " * 300
    text = f"“{filler}” Lena Ostrow said the port was closed.\n\n“Never,” said Tomas Keller."
    found = told(text)

    assert "Never" in [one["content"] for one in found]


def test_time_grows_with_the_text_and_not_with_its_square() -> None:
    def seconds(times: int) -> float:
        tree = tree_of(reading_of('"Never," Keller said. ' * times))
        best = []
        for _ in range(3):
            start = time.perf_counter()
            attach(tree, [], quoted_in(tree))
            best.append(time.perf_counter() - start)
        return min(best)

    assert seconds(300) < 25 * max(seconds(50), 0.001)
