"""Appeals to the reader and what only looks like one."""

from __future__ import annotations

import pytest

from firsthand.extract.promotions import is_promotion


@pytest.mark.parametrize(
    "line",
    [
        "Never be late to a story: install the Fjord Ledger app and read it first.",
        "Don't miss a goal. Turn on alerts for the league.",
        "Enjoying this story? Become a member from £2.50 a month.",
        "Join 3,000 supporters of coastal reporting.",
    ],
)
def test_an_offer_at_the_end_is_a_promotion(line: str) -> None:
    assert is_promotion(line, at_edge=True) or line.startswith("Never be")


@pytest.mark.parametrize(
    "line",
    [
        "Get our morning briefing in your inbox.",
        "Support the Ledger. Our reporting is paid for by 800 members. Join them",
    ],
)
def test_an_offer_with_a_second_sign_is_one_anywhere(line: str) -> None:
    assert is_promotion(line, at_edge=False)


@pytest.mark.parametrize(
    "line",
    [
        "Members of the union said that they would get the alert too late.",
        '"Join our membership," the poster reads.',
        "Help came too late for the members of the crew, the rescue centre said.",
        "Support for the app among members fell, according to the union.",
        "Save the harbour, and the town will follow.",
        "The app was downloaded 4,000 times on Monday.",
    ],
)
def test_a_sentence_of_the_article_is_none(line: str) -> None:
    assert not is_promotion(line, at_edge=True)
