"""Words without spaces are divided as spaCy divides them, however long they are."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokenizer import Tokenizer

from firsthand.annotate.annotator import Annotator
from firsthand.annotate.parse import parse, pipeline
from firsthand.extract import plain_article

MARKS = st.sampled_from(["\"'“”‘’«»", "(", ")", "]", "...", "!?", ",", "3.", "km", "’s", "Brandt"])


@pytest.fixture(scope="module")
def plain() -> Tokenizer:
    """The pipeline's tokenizer as spaCy has it, which looks through whole words."""
    own: Any = pipeline(Annotator().model).tokenizer
    return Tokenizer(
        own.vocab,
        rules=own.rules,
        prefix_search=own.prefix_search,
        suffix_search=own.suffix_search.search,
        infix_finditer=own.infix_finditer,
        token_match=own.token_match,
        url_match=own.url_match,
    )


@given(parts=st.lists(MARKS, min_size=1, max_size=12), times=st.integers(1, 40))
def test_looking_at_the_end_alone_divides_words_alike(
    plain: Tokenizer, parts: list[str], times: int
) -> None:
    word = "".join(parts) * times
    own = pipeline(Annotator().model).tokenizer

    assert [token.text for token in own(word)] == [token.text for token in plain(word)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She fled to Ghent.\u202c They did not.", ["Ghent", "."]),
        ("She fled to Ghent\u200b by train.", ["Ghent", "by"]),
        ("She fled to \ufeffGhent\x07, they say.", ["Ghent", ","]),
        ("She fled to \u202aGhent\u202c.", ["Ghent", "."]),
        ("She fled to Gh\u200dent by train.", ["Gh\u200dent", "by"]),
    ],
)
def test_marks_that_nobody_sees_are_no_part_of_a_word(text: str, words: list[str]) -> None:
    article = plain_article(text, item="invented")
    tokens, _ = parse(article, model=Annotator().model)
    written = [article.text[token.start : token.end] for token in tokens]

    assert written[3:5] == words
    assert article.text == text
