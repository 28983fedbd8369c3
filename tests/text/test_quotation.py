from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.quotation import quotations

CASES = [
    ('"We heard it," said Ona Brandt.', ["We heard it,"]),
    ("“We heard it,” she said. “Twice.”", ["We heard it,", "Twice."]),
    ("‘We heard the workers’ shouts,’ she said.", ["We heard the workers’ shouts,"]),
    ("'It's over,' she said. The workers' tents stood.", ["It's over,"]),
    ("She said: „Wir gehen.“ Then she left.", ["Wir gehen."]),
    ("Il dit «bonjour» et part.", ["bonjour"]),
    ("Er sagte »nein« und ging.", ["nein"]),
    ("“He told me ‘run’ and I ran,” she said.", ["He told me ‘run’ and I ran,"]),
    ("“One,” she said.\n\n“Two and\n\n“three.”", ["One,", "Two and", "three."]),
    ('"One goes on\n\n"and ends," she said.', ["One goes on", "and ends,"]),
    ("``We heard it,'' she said.", ["We heard it,"]),
    # never closed: left out
    ('She said "we never\n\nThe next day came.', []),
    ("“Lost at the end", []),
    ('"Stop!"—he ran. "Go," she said.', ["Stop!", "Go,"]),
    ('He asked ("why?") and left.', ["why?"]),
    # apostrophes only
    ("The '90s weren't the workers' years, and rock 'n' roll didn't help.", []),
    ("The so-called “corridor” (“no man's land”) opened.", ["corridor", "no man's land"]),
    ("He is 6'2\" tall.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_words_between_the_marks(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in quotations(text)] == expected


def test_a_stretch_longer_than_believable_is_left_out() -> None:
    assert quotations('"' + "a " * 50 + 'b" he said.', at_most=20) == ()


@given(st.text(alphabet="ab s.,\n\"'“”‘’„«»`", max_size=80))
def test_spans_lie_inside_the_text_in_order_and_apart(text: str) -> None:
    found = quotations(text)

    assert all(span.end <= len(text) for span in found)
    assert all(a.end < b.start for a, b in pairwise(found))
