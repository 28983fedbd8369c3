"""What a speaker does by saying something, by a table of marked sentences."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.annotate import Annotator
from firsthand.attribute.relation import Relation
from firsthand.attribute.stance import Attitude, attitude_of
from firsthand.attribute.tree import Tree, tree_of
from firsthand.domain import Reading, Stance
from firsthand.extract import plain_article
from firsthand.tables.cues import Cue

CASES: list[tuple[str, str, str, frozenset[str]]] = [
    (row[0], row[1], row[2], frozenset(row[3:]))
    for rows in tomllib.loads(
        Path(__file__).with_name("stance_cases.toml").read_text(encoding="utf-8")
    ).values()
    for row in rows
]
MARKS = {"{": "}", "<": ">", "(": ")"}
UNREAD = Cue(lemma="", stance=Stance.ASSERTS)


@cache
def annotator() -> Annotator:
    return Annotator()


@cache
def tree_for(text: str) -> tuple[Reading, Tree]:
    reading = annotator().read(plain_article(text, item="case"))
    return reading, tree_of(reading)


def unmarked(marked: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """The sentence without its marks, and where each kind of mark stood."""
    text, opened, spans = "", dict[str, int](), dict[str, list[tuple[int, int]]]()
    for char in marked:
        if char in MARKS:
            opened[MARKS[char]] = len(text)
        elif char in opened:
            spans.setdefault(char, []).append((opened.pop(char), len(text)))
        else:
            text += char
    return text, spans


def judged(marked: str) -> Attitude:
    text, spans = unmarked(marked)
    reading, tree = tree_for(text)

    def tokens(mark: str) -> frozenset[int]:
        return frozenset(
            i
            for i, token in enumerate(reading.tokens)
            for start, end in spans.get(mark, ())
            if token.start < end and start < token.end
        )

    cue, source, content = tokens("}"), tokens(")"), tokens(">")
    heads = [i for i in sorted(cue) if reading.tokens[i].head not in cue]
    relation = Relation(
        anchor=(heads or sorted(cue) or sorted(content))[0],
        cue=cue,
        source=source,
        source_head=max(source, default=None),
        content=content,
        reading=UNREAD,
    )
    return attitude_of(tree, relation, article=reading.article.id)


@pytest.mark.parametrize(("why", "marked", "stance", "flags"), CASES, ids=[row[0] for row in CASES])
def test_case(why: str, marked: str, stance: str, flags: frozenset[str]) -> None:
    found = judged(marked)

    assert found.stance.value == stance
    assert found.hedged == ("hedged" in flags)
    assert found.inside == ("inside" in flags)


def test_the_table_of_cases_is_long_and_says_why() -> None:
    assert len(CASES) >= 150
    assert len({row[0] for row in CASES}) == len(CASES)
    assert all(re.search(r"<.+>", row[1]) for row in CASES)


def test_a_judgement_says_for_which_field_and_where() -> None:
    found = judged("The general {did not rule out} <a ground attack>.")

    assert [reason.field for reason in found.reasons] == ["stance", "hedged"]
    assert all(0 < reason.score <= 1 and reason.feature for reason in found.reasons)
    assert found.reasons[0].evidence[0].span.start == len("The general did ")


def test_what_no_table_knows_is_trusted_less() -> None:
    known = judged("The foreman {said} <that the crane was sound>.")
    unknown = judged("The foreman {hornswoggled} <that the crane was sound>.")

    assert unknown.stance is known.stance is Stance.ASSERTS
    assert unknown.reasons[0].score < known.reasons[0].score


class TestAnyCue:
    """Whatever words a tagger marks, something is said of them, and it points into the text."""

    @given(
        row=st.sampled_from(CASES),
        cue=st.sets(st.integers(0, 40), max_size=5),
        content=st.sets(st.integers(0, 40), max_size=8),
    )
    @settings(max_examples=60, deadline=None)
    def test_has_a_stance_with_a_reason_in_the_text(
        self, row: tuple[str, str, str, frozenset[str]], cue: set[int], content: set[int]
    ) -> None:
        text, _ = unmarked(row[1])
        reading, tree = tree_for(text)
        inside = range(len(reading.tokens))
        relation = Relation(
            anchor=min((at for at in cue if at in inside), default=0),
            cue=frozenset(cue & set(inside)),
            source=frozenset(),
            source_head=None,
            content=frozenset(content & set(inside)) - frozenset(cue),
            reading=UNREAD,
        )
        found = attitude_of(tree, relation, article=reading.article.id)

        assert found == attitude_of(tree, relation, article=reading.article.id)
        assert found.reasons[0].field == "stance"
        assert found.hedged == any(reason.field == "hedged" for reason in found.reasons)
        for reason in found.reasons:
            for passage in reason.evidence:
                assert 0 <= passage.span.start < passage.span.end <= len(text)
