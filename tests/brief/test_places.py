from __future__ import annotations

from collections import Counter

import pytest

from firsthand.annotate.actors import government_reason
from firsthand.annotate.annotator import Annotator
from firsthand.annotate.parse import parse
from firsthand.brief.places import _GOVERNMENT, _shown
from firsthand.domain import Candidate, Span
from firsthand.extract import plain_article

PLACE = Candidate(
    geonameid=1, name="Ghent", kind="city", country="BE", lat=51.0, lon=3.7, score=1.0
)


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ({"Ghent": 2, "Gent": 1}, "Ghent"),
        ({"GHENT": 3}, "Ghent"),
        ({"Wash.": 1, "Washington State": 1}, "Washington State"),
        ({"Gent": 1, "Ghent city": 1}, "Ghent city"),
        ({"U.S.": 5}, "Ghent"),
    ],
)
def test_an_entry_is_called_what_it_is_mostly_called(names: dict[str, int], shown: str) -> None:
    assert _shown(Counter(names), PLACE) == shown


def test_the_reason_of_a_government_begins_as_the_brief_expects() -> None:
    article = plain_article("Seoul warned its neighbours.", item="x")
    tokens, _ = parse(article, model=Annotator().model)
    reason = government_reason(article.text, tokens, Span(0, 5), "Seoul", "KR")

    assert reason is not None
    assert reason.feature.startswith(_GOVERNMENT)
