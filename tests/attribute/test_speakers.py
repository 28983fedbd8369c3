"""Whom a source means, and for which body they speak."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.annotate import Annotator
from firsthand.attribute.antecedents import Antecedents
from firsthand.attribute.authorities import Authorities, Authority
from firsthand.attribute.names import names_of
from firsthand.attribute.speaker import Speaker
from firsthand.attribute.speakers import Speakers
from firsthand.attribute.tree import Tree, tree_of
from firsthand.domain import Span
from firsthand.extract import plain_article

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("speakers.toml").read_text(encoding="utf-8")
)["case"]


def unmarked(text: str) -> tuple[str, list[tuple[Span, Span]]]:
    """The text without marks, and the spans of each source and its cue."""
    plain, opened, sources, cues = "", 0, [], []
    for char in text:
        if char in "«‹":
            opened = len(plain)
        elif char == "»":
            sources.append(Span(opened, len(plain)))
        elif char == "›":
            cues.append(Span(opened, len(plain)))
        else:
            plain += char
    return plain, list(zip(sources, cues, strict=True))


def tokens_of(tree: Tree, span: Span) -> frozenset[int]:
    return frozenset(
        at for at, one in enumerate(tree.tokens) if span.start < one.end and one.start < span.end
    )


def head_of(tree: Tree, held: frozenset[int]) -> int:
    tops = [at for at in sorted(held) if tree.tokens[at].head not in held and tree.is_word(at)]
    nouns = [at for at in tops if tree.tokens[at].pos in {"NOUN", "PROPN", "PRON"}]
    return max(nouns or tops, key=lambda at: len(tree.subtree(at) & held))


def resolved(marked: str) -> list[tuple[Speaker, Authority]]:
    text, pairs = unmarked(marked)
    reading = Annotator().read_names(plain_article(text, item="case"))
    tree = tree_of(reading)
    names = names_of(tree, reading.mentions)
    speakers = Speakers(tree, names, Antecedents(tree, names))
    authorities = Authorities(tree, names)
    found = []
    for source, cue in pairs:
        held = tokens_of(tree, source)
        speaker = speakers.resolve(head_of(tree, held), held, min(tokens_of(tree, cue)))
        found.append((speaker, authorities.of(speaker)))
    return found


def told(marked: str) -> list[str]:
    return [f"{who.name or '-'} | {whom.name or '-'}" for who, whom in resolved(marked)]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    found = told(case["text"])

    assert found == case["told"]


def test_every_name_has_a_reason_for_its_field_and_nobody_needs_none() -> None:
    found = resolved(CASES[0]["text"]) + resolved("«He» ‹said› the strait was closed.")

    for who, whom in found:
        assert bool(who.reasons) == (who.name is not None)
        assert bool(whom.reasons) == (whom.name is not None)
        assert {reason.field for reason in who.reasons} <= {"speaker"}
        assert {reason.field for reason in whom.reasons} <= {"authority"}
        assert all(0 < reason.score <= 1 for reason in (*who.reasons, *whom.reasons))


class TestAnyText:
    """Adding unrelated paragraphs behind a text changes nothing in it; nothing fails on any order."""

    @given(
        first=st.sampled_from([case["text"] for case in CASES]),
        second=st.sampled_from([case["text"] for case in CASES]),
    )
    @settings(max_examples=8, deadline=None)
    def test_speakers_are_resolved_alike_twice(self, first: str, second: str) -> None:
        both = f"{first}\n\n{second}"

        assert told(both) == told(both)
        assert len(told(both)) == both.count("«")
