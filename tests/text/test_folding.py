from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.folding import fold, fold_name


def test_marks_dashes_case_and_space_are_folded() -> None:
    assert fold("“It’s\n\nOVER” –  now…") == '"it\'s over" - now...'


def test_names_lose_diacritics_article_possessive_and_punctuation() -> None:
    assert fold_name("The Côte d’Ivoire’s") == "cote divoire"
    assert fold_name("U.S.") == "us"
    assert fold_name("Anne-Marie Öst") == "anne marie ost"


def test_the_alone_is_not_cut_away() -> None:
    assert fold_name("The") == "the"


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
