from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.cutting import cut, numbers_of

WORD = re.compile(r"\w+(?:[.,:'’\-‐]\w+)*")


@given(st.text(alphabet=st.sampled_from("ab1_ .,:'’-‐\n\"Éß中\ud800ΣςЖ"), max_size=60))
def test_words_are_those_of_the_pattern(text: str) -> None:
    found = cut([text])
    assert list(zip(found.starts.tolist(), found.ends.tolist(), strict=True)) == [
        match.span() for match in WORD.finditer(text)
    ]


@given(st.text(max_size=40))
def test_any_text_can_be_cut_and_small_letters_change_nothing(text: str) -> None:
    found = cut([text])
    assert "".join(found.folded()) == "".join(cut([text.replace("İ", "i")]).folded())
    assert len(found.folded()) == len(found.numbers)


@pytest.mark.parametrize(
    ("one", "other"), [("KOPER’S", "koper's"), ("ΣΟΦΟΣ", "σοφος"), ("Ärger", "äRGER")]
)
def test_case_and_the_form_of_an_apostrophe_make_no_other_word(one: str, other: str) -> None:
    assert cut([one]).numbers.tolist() == cut([other]).numbers.tolist()


@given(st.lists(st.text(alphabet="ab .,-", max_size=12), max_size=8))
def test_pieces_are_cut_as_if_each_were_alone(pieces: list[str]) -> None:
    found = cut(pieces)
    alone = [cut([piece]) for piece in pieces]
    assert found.counts().tolist() == [len(each.starts) for each in alone]
    assert found.folded() == tuple(word for each in alone for word in each.folded())
    assert found.numbers.tolist() == [n for each in alone for n in each.numbers.tolist()]


@given(st.lists(st.text(alphabet="abç-0", min_size=1, max_size=6), max_size=30))
def test_different_words_have_different_numbers(words: list[str]) -> None:
    numbers = numbers_of(words).tolist()
    assert len(set(numbers)) == len(set(words))


def test_a_word_of_a_megabyte_and_no_words_at_all_are_cut() -> None:
    assert len(cut(["x" * 1_000_000]).numbers) == 1
    assert len(cut([]).numbers) == len(cut(["", " - "]).numbers) == 0
