from __future__ import annotations

import pytest

from firsthand.extract.plain import plain_article
from firsthand.stories.cards import card

BODY = (
    "Tugs failed on Friday to free a ferry that had run onto a sandbank outside Koper. Harbour "
    "officer Jernej Koritnik said that a stronger tug would come from Rijeka at the weekend."
)


@pytest.mark.parametrize(
    ("top", "headline"),
    [
        ("Tugs fail to free stranded ferry", "Tugs fail to free stranded ferry"),
        (
            "Friday, October 3, 2031\nTugs fail to free stranded ferry",
            "Tugs fail to free stranded ferry",
        ),
    ],
)
def test_the_first_line_of_words_is_the_headline_of_a_text_without_one(
    top: str, headline: str
) -> None:
    assert card(plain_article(f"{top}\n{BODY}", item="x")).headline.startswith(headline)


def test_a_first_line_with_a_full_stop_is_no_headline() -> None:
    assert not card(plain_article(f"Nobody was hurt.\n{BODY}", item="x")).headline_terms


def test_a_card_knows_names_places_numbers_and_days() -> None:
    found = card(
        plain_article(
            f"Ferry stuck\n\n{BODY}", item="x", title="Ferry stuck", published="2031-10-04"
        )
    )

    assert "jernej koritnik" in dict(found.full_names)
    assert "koper" in dict(found.towns)
    assert dict(found.days).keys() == {"2031-10-03"}
    assert sum(weight**2 for _, weight in found.full_names) == pytest.approx(1, abs=1e-3)


def test_white_space_changes_no_card() -> None:
    one = plain_article(f"Ferry stuck\n\n{BODY}", item="x", title="Ferry stuck")
    other = plain_article(
        f"Ferry stuck\n\n{BODY.replace(' ', '  ')}", item="x", title="Ferry stuck"
    )
    a, b = card(one), card(other)

    assert (a.terms, a.names, a.full_names, a.towns) == (b.terms, b.names, b.full_names, b.towns)
    assert a.lead == b.lead
