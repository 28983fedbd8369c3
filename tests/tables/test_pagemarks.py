"""What class names say of a page's elements."""

from __future__ import annotations

import pytest

from firsthand.tables.pagemarks import PageMarks, page_marks

CASES = [
    ("article-body", {"body", "article", "content"}),
    ("StoryBody__text", {"body", "article", "content"}),
    ("related-links", {"related"}),
    ("comment-list", {"comment"}),
    ("news commentary", {"article"}),
    ("ad-slot", {"advert"}),
    ("shadow", set()),
    ("header__logo", {"navigation"}),
    ("paywall-notice", {"paywall", "consent"}),
    ("wp-caption-text", {"caption", "content"}),
]


@pytest.mark.parametrize(("attribute", "wanted"), CASES)
def test_a_name_belongs_to_the_groups_of_its_words(attribute: str, wanted: set[str]) -> None:
    table = page_marks()
    bits = table.of(attribute)

    assert {name for number, name in enumerate(table.names) if bits >> number & 1} == wanted


def test_what_is_remembered_is_bounded() -> None:
    table = PageMarks(names=("a",), words={"lead": 1}, openings={}, pairs={})
    for number in range(60_000):
        table.of(f"lead x{number}")

    assert len(table.known) <= 50_000
    assert table.of("lead") == 1
