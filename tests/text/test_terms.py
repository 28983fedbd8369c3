from __future__ import annotations

from firsthand.domain import Span
from firsthand.text.shingles import words
from firsthand.text.terms import bare, quoted_words, terms


def test_terms_leave_out_numbers_and_possessives() -> None:
    assert list(terms("Koper’s 212 passengers")) == [
        ("Koper’s", "koper"),
        ("passengers", "passengers"),
    ]


def test_bare_folds_case_and_apostrophes() -> None:
    assert bare("O’Hara's") == "o'hara"


def test_words_between_quotation_marks_are_marked() -> None:
    text = "He said: “The rudder jammed,” and left."
    found = words(text, [Span(0, len(text))])
    marked = [
        word for word, inside in zip(found.folded, quoted_words(text, found), strict=True) if inside
    ]
    assert marked == ["the", "rudder", "jammed"]
