"""Words without spaces are divided as spaCy divides them, however long they are."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokenizer import Tokenizer

from firsthand.annotate.annotator import Annotator
from firsthand.annotate.parse import pipeline

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
