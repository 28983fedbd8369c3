from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from firsthand.domain import Span
from firsthand.text.cutting import numbers_of
from firsthand.text.shingles import WIDTH, sampled, shingle_codes, shingles, words


def test_words_are_folded_and_keep_their_places() -> None:
    text = "At 4:52 a.m., Koper’s mayor COUNTED 1,150 people."
    found = words(text, [Span(0, len(text))])
    assert found.folded == ("at", "4:52", "a.m", "koper's", "mayor", "counted", "1,150", "people")
    assert found.span(3, 5).of(text) == "Koper’s mayor"


def test_only_the_asked_stretches_are_read() -> None:
    text = "Headline here\n\nBody text"
    assert words(text, [Span(15, 24)]).folded == ("body", "text")


def test_equal_runs_have_equal_codes_wherever_they_stand() -> None:
    one = shingles(["the", "ferry", "ran", "aground", "off", "koper"])
    other = shingles(["on", "friday", "the", "ferry", "ran", "aground"])
    assert len(one) == 6 - WIDTH + 1
    assert one[0] == other[2]
    assert one[1] == other[3]
    assert len(set(one.tolist()) & set(other.tolist())) == 2


def test_fewer_words_than_a_shingle_give_none() -> None:
    assert len(shingles(["one", "two"])) == 0


def test_the_code_of_a_run_never_changes() -> None:
    assert shingles(["a", "ferry", "aground"]).tolist() == [8732001523655856234]


@given(st.lists(st.sampled_from(["ferry", "koper", "sand", "tug", "hull"]), max_size=40))
def test_a_sample_is_a_sorted_subset_decided_by_value(folded: list[str]) -> None:
    codes = shingles(folded)
    kept = sampled(codes, 2)
    assert set(kept.tolist()) <= set(codes.tolist())
    assert np.all(np.diff(kept.astype(object)) > 0)
    assert set(sampled(codes[::-1], 2).tolist()) == set(kept.tolist())


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=6), max_size=7), st.integers(1, 5))
def test_many_texts_at_once_have_the_codes_of_each_alone(
    texts: list[list[str]], width: int
) -> None:
    numbers = numbers_of(word for text in texts for word in text)
    codes, counts = shingle_codes(numbers, np.array([len(t) for t in texts], dtype=np.int64), width)
    alone = [shingles(text, width).tolist() for text in texts]
    assert counts.tolist() == [len(each) for each in alone]
    assert codes.tolist() == [code for each in alone for code in each]
