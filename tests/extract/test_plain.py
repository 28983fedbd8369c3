from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import InputError
from firsthand.extract import plain_article

WORDS = st.text(alphabet="ab \n\r\t\u2028é", max_size=200)


@given(WORDS)
def test_zones_hold_every_word_in_order_and_never_overlap(text: str) -> None:
    try:
        article = plain_article(text, item="pasted")
    except InputError:
        assert not text.strip()
        return

    assert article.text == text
    inside = "".join(zone.span.of(text) for zone in article.zones)
    assert "".join(inside.split()) == "".join(text.split())
    ends = [(zone.span.start, zone.span.end) for zone in article.zones]
    assert all(one[1] <= two[0] for one, two in pairwise(ends))


def test_a_title_on_its_own_paragraph_is_the_headline_zone() -> None:
    article = plain_article(
        "Ferry runs aground\n\nNobody was hurt.", item="x", title="Ferry runs aground"
    )

    assert [zone.kind.value for zone in article.zones] == ["headline", "body"]


def test_a_text_without_words_is_refused_with_its_name() -> None:
    with pytest.raises(InputError, match=r"clip\.txt: holds no text"):
        plain_article(" \n ", item="clip.txt")
