from __future__ import annotations

from dataclasses import replace

from jsonschema import Draft202012Validator

from firsthand.brief.citing import citing
from firsthand.brief.daybook import daybook
from firsthand.brief.schema import brief_schema
from firsthand.brief.to_html import to_html
from firsthand.brief.to_json import as_data
from firsthand.brief.to_markdown import to_markdown
from firsthand.brief.to_text import to_text
from firsthand.domain import (
    ArticleId,
    Brief,
    NewPassage,
    Passage,
    Span,
    StoryDay,
    StoryId,
    StoryThread,
)
from tests.brief.copied_story import CHANGED, WIRE, wire_at_hand

ONE, TWO, THREE = ArticleId("a1"), ArticleId("a2"), ArticleId("a3")


def new(article: ArticleId, text: str, words: str, *, number: str = "") -> NewPassage:
    def at(what: str) -> Passage:
        start = text.index(what)
        return Passage(article, Span(start, start + len(what)))

    return NewPassage(
        passage=at(words), novelty=0.4, amounts=(at(number),) if number else (), names=()
    )


def told(*days: StoryDay) -> Brief:
    return replace(wire_at_hand(), thread=StoryThread(story=StoryId("t1"), days=days))


def two_days() -> Brief:
    first = StoryDay(day="2031-05-06", articles=(ONE, TWO), texts=(ONE,), copies=(TWO,),
                     names=("Hafnir",), new=(new(ONE, WIRE, "A fire"),))  # fmt: skip
    second = StoryDay(
        day="2031-05-07", articles=(THREE,), texts=(THREE,), copies=(), names=("Tide Times", "Ada Holm"),
        new=(new(THREE, CHANGED, "A fire"), new(THREE, CHANGED, "killed 13 people", number="13")),
    )  # fmt: skip
    return told(first, second)


def test_a_day_says_what_appeared_and_what_no_text_had_said_before() -> None:
    brief = two_days()
    first, second = daybook(brief, citing(brief))

    assert first.told == "2 articles [H, S], 1 new text, 1 copy; all of it new"
    assert first.new == ()
    assert (second.date, second.told) == ("7 May 2031", "1 article [T]")
    assert second.names == "Ada Holm"
    assert [words for words, _ in second.new] == ["A fire", "killed 13 people"]


def test_numbers_go_before_other_news_when_a_day_has_too_much() -> None:
    words = [new(THREE, CHANGED, CHANGED[n : n + 3]) for n in range(9)]
    brief = told(
        StoryDay(day="2031-05-06", articles=(ONE,), texts=(ONE,), copies=()),
        StoryDay(
            day="2031-05-07", articles=(THREE,), texts=(THREE,), copies=(),
            new=(*words, new(THREE, CHANGED, "13 people", number="13")),
        ),
    )  # fmt: skip
    _, second = daybook(brief, citing(brief))

    assert (len(second.new), second.left) == (8, 2)
    assert second.new[-1][0] == "13 people"


def test_a_day_that_only_repeats_says_so() -> None:
    brief = told(
        StoryDay(day="2031-05-06", articles=(ONE,), texts=(ONE,), copies=()),
        StoryDay(day="2031-05-07", articles=(TWO,), texts=(), copies=(TWO,)),
    )
    _, second = daybook(brief, citing(brief))

    assert second.told.endswith("nothing that had not been said before")


def test_one_day_is_no_thread_and_a_day_that_is_not_known_does_not_make_two() -> None:
    day = StoryDay(day="2031-05-06", articles=(ONE,), texts=(ONE,), copies=())
    undated = StoryDay(day=None, articles=(TWO,), texts=(), copies=(TWO,))
    brief = told(day, undated)

    assert daybook(brief, citing(brief)) == ()
    assert 'id="days"' not in to_html(brief)
    assert "Day by day" not in to_markdown(brief)


def test_every_form_shows_the_days() -> None:
    brief = two_days()

    assert "DAY BY DAY\n  6 May 2031: 2 articles [H, S]" in to_text(brief)
    assert "- **7 May 2031**: 1 article" in to_markdown(brief)
    page = to_html(brief)
    assert '<section id="days"' in page
    assert "killed 13 people <a" in page


def test_the_json_gives_all_days_and_satisfies_the_schema() -> None:
    data = as_data(two_days())

    Draft202012Validator(brief_schema()).validate(data)
    assert [day["day"] for day in data["thread"]["days"]] == ["2031-05-06", "2031-05-07"]
    assert data["thread"]["days"][1]["new"][1]["amounts"][0]["quote"] == "13"
    assert as_data(wire_at_hand())["thread"] is None
    Draft202012Validator(brief_schema()).validate(as_data(wire_at_hand()))
