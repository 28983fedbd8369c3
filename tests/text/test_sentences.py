import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.sentences import sentences

CASES = [
    ("One came. Two left.", ["One came.", "Two left."]),
    ("Mr. Brandt met J. Osei. They spoke.", ["Mr. Brandt met J. Osei.", "They spoke."]),
    ("“Go!” she said. “Now.” He went.", ["“Go!” she said.", "“Now.”", "He went."]),
    ("A headline\n\nThe text", ["A headline", "The text"]),
    (
        "It cost 3.5 euros on Oct. 3 in the U.S. market.",
        ["It cost 3.5 euros on Oct. 3 in the U.S. market."],
    ),
    (" \n ", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == expected


GERMAN = [
    ("Am 3. Oktober kam er. Er blieb.", ["Am 3. Oktober kam er.", "Er blieb."]),
    ("Im 19. Jahrhundert war es so.", ["Im 19. Jahrhundert war es so."]),
    ("Das war am 3. Er ging.", ["Das war am 3.", "Er ging."]),
    ("Er starb 2004. Brandt blieb.", ["Er starb 2004.", "Brandt blieb."]),
    ("Dr. Brandt zahlte z. B. 3 Mio. Euro.", ["Dr. Brandt zahlte z. B. 3 Mio. Euro."]),
]


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_german_ordinals_and_abbreviations_end_no_sentence(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text, language="de")] == expected


@given(st.text(alphabet='Ab. !?\n"”', max_size=60))
def test_nothing_but_white_space_falls_between_sentences(text: str) -> None:
    kept = "".join(span.of(text) for span in sentences(text))

    assert "".join(kept.split()) == "".join(text.split())
