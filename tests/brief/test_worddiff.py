from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.brief.worddiff import differences

words = st.text(alphabet="abc ’'“\"é.", max_size=40)


def _told(full: str, printed: str) -> list[tuple[str, str]]:
    return [(piece.change, piece.text) for piece in differences(full, printed)]


@given(words, words)
@settings(deadline=None)
def test_the_pieces_give_back_the_printed_words(full: str, printed: str) -> None:
    pieces = differences(full, printed)
    kept = "".join(piece.text for piece in pieces if piece.change != "gone")

    assert kept == printed


@given(words)
@settings(deadline=None)
def test_equal_words_do_not_differ(full: str) -> None:
    assert all(piece.change == "same" for piece in differences(full, full))


def test_a_word_left_out_and_a_word_put_in() -> None:
    assert _told("we will never leave", "we shall leave") == [
        ("same", "we "),
        ("gone", "will never"),
        ("new", "shall"),
        ("same", " leave"),
    ]


def test_shape_of_marks_and_capitals_make_no_difference() -> None:
    assert _told("It’s “over”", 'it\'s "over"') == [("same", 'it\'s "over"')]
