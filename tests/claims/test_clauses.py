"""Clauses: where a sentence is cut, and where it must not be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.clauses import clauses
from firsthand.domain import Token
from tests.claims.telling import read


def _cut(text: str) -> list[str]:
    reading = read(text, "The Valley Post")
    return [
        clause.span.of(text)
        for sentence in reading.sentences
        for clause in clauses(reading.tokens, sentence.first, sentence.last)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A barge hit the pier early on Monday, injuring nine passengers of a ferry.",
            ["A barge hit the pier early on Monday", "injuring nine passengers of a ferry"],
        ),
        (
            "The mayor closed the harbour, and two divers searched the wreck for bodies.",
            ["The mayor closed the harbour", "two divers searched the wreck for bodies"],
        ),
        (
            "The depot kept more diesel than its licence allows.",
            ["The depot kept more diesel than its licence allows"],
        ),
        ("the closure of the northern bridge", ["the closure of the northern bridge"]),
    ],
)
def test_a_clause_is_cut_where_a_verb_of_its_own_begins(text: str, expected: list[str]) -> None:
    assert _cut(text) == expected


def test_a_clause_without_subject_borrows_that_of_the_clause_above() -> None:
    text = "A barge hit the pier early on Monday, injuring nine passengers of a ferry."
    reading = read(text, "The Valley Post")
    found = clauses(reading.tokens, reading.sentences[0].first, reading.sentences[0].last)
    last = found[-1]

    assert not last.has_subject
    assert [text[reading.tokens[i].start : reading.tokens[i].end] for i in last.subject] == [
        "A",
        "barge",
    ]


def test_a_stretch_without_words_with_content_has_no_clause() -> None:
    assert _cut("And so it is.") == []


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["VERB", "NOUN", "PUNCT", "ADP", "CCONJ"]),
            st.sampled_from(["ROOT", "conj", "advcl", "ccomp", "nsubj", "prep", "punct"]),
            st.integers(0, 11),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_clauses_lie_inside_the_stretch_whatever_the_parse(
    drawn: list[tuple[str, str, int]],
) -> None:
    tokens = [
        Token(
            i * 3,
            i * 3 + 2,
            "aa",
            pos,
            "VBD" if pos == "VERB" else "NN",
            dep,
            min(i, head),
        )
        for i, (pos, dep, head) in enumerate(drawn)
    ]
    for clause in clauses(tokens, 0, len(tokens)):
        assert clause.words == tuple(sorted(set(clause.words)))
        assert clause.span.start == tokens[clause.words[0]].start
        assert clause.span.end == tokens[clause.words[-1]].end
