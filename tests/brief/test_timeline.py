from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.annotate.annotator import Annotator
from firsthand.attribute import statements
from firsthand.brief.timeline import timeline
from firsthand.brief.timeline_events import told_once
from firsthand.brief.wording import told_as
from firsthand.domain import (
    Modality,
    Passage,
    SettledStory,
    Span,
    Story,
    StoryId,
    TimelineEntry,
)
from firsthand.domain.ids import ArticleId
from firsthand.extract import plain_article


def _story(*texts: str, published: str = "2026-05-21") -> SettledStory:
    readings = []
    for number, text in enumerate(texts):
        article = plain_article(text, item=f"text {number}", published=published)
        reading = Annotator().read(article)
        readings.append(replace(reading, statements=statements(reading)))
    readings.sort(key=lambda reading: reading.article.id)
    ids = tuple(reading.article.id for reading in readings)
    return SettledStory(
        story=Story(id=StoryId("story"), title="A story", articles=ids), readings=tuple(readings)
    )


def _told(*texts: str) -> list[tuple[str, str, str | None, str]]:
    return [
        (entry.date, entry.kind, entry.event, told_as(entry)) for entry in timeline(_story(*texts))
    ]


def test_a_saying_and_what_it_tells_of_are_two_entries_each_on_its_day() -> None:
    told = _told("The harbour master said on Monday that the ferry Aurelia had sunk on Saturday.")

    assert told == [
        ("2026-05-16", "event", "sink", ""),
        ("2026-05-18", "report", None, ""),
    ]


def test_the_order_of_saying_and_content_changes_nothing() -> None:
    told = _told("The ferry Aurelia sank on Saturday, the harbour master said on Monday.")

    assert told == [
        ("2026-05-16", "event", "sink", ""),
        ("2026-05-18", "report", None, ""),
    ]


@pytest.mark.parametrize(
    ("text", "date", "how"),
    [
        ("Norway will deploy 200 soldiers to Mali on 3 June 2026.", "2026-06-03", "planned"),
        ("The council could close the pier on 3 June 2026.", "2026-06-03", "possible"),
        ("The mayor denied meeting the builder on 4 May 2026.", "2026-05-04", "denied"),
        ("The two sides did not meet on 4 May 2026.", "2026-05-04", "did not happen"),
        ("The ferry will not leave on 3 June 2026.", "2026-06-03", "not planned"),
        ("The rebels captured the town in March 2026.", "2026-03", ""),
        ("The board plans to publish a report on 3 June 2026.", "2026-06-03", "planned"),
        ("Mr Holt is to be sworn in on 3 June 2026.", "2026-06-03", "planned"),
        ("Norway plans to sell the barge by 3 June 2026.", "2026-06-03", "planned"),
        ("A memorial service is planned for 3 June 2026.", "2026-06-03", "planned"),
    ],
)
def test_an_entry_says_how_its_event_is_told(text: str, date: str, how: str) -> None:
    told = [(day, kind, said) for day, kind, _, said in _told(text)]

    assert (date, "event", how) in told


def test_an_event_told_by_two_articles_is_one_entry_with_both_passages() -> None:
    entries = timeline(
        _story(
            "Police arrested four dockers in Gdynia on Monday after a brawl at the gate.",
            "Four dockers were arrested in Gdynia on Monday, police said.",
        )
    )

    events = [entry for entry in entries if entry.kind == "event"]
    assert [(entry.date, entry.event, len(entry.also)) for entry in events] == [
        ("2026-05-18", "arrest", 1)
    ]
    assert events[0].also[0].article != events[0].passage.article


def test_two_arrests_of_one_day_stay_two() -> None:
    told = _told(
        "Police arrested four dockers in Gdynia on Monday after a brawl at the gate.",
        "A judge and her husband were arrested on Monday at the airport of Palma.",
    )

    assert [event for _, _, event, _ in told] == ["arrest", "arrest"]


def test_what_is_planned_is_not_joined_with_what_is_done() -> None:
    said = TimelineEntry(
        date="2026-05-18",
        date_end=None,
        precision="day",
        text="",
        passage=Passage(ArticleId("a"), Span(0, 4)),
        kind="event",
        event="open",
        modality=Modality.PLANNED,
    )
    done = replace(said, passage=Passage(ArticleId("b"), Span(0, 4)), modality=Modality.HAPPENED)
    readings = _story("Pier opens.", "Pier opens!").readings
    ids = [reading.article.id for reading in readings]
    said = replace(said, passage=Passage(ids[0], Span(0, 4)))
    done = replace(done, passage=Passage(ids[1], Span(0, 4)))

    assert len(told_once([said, done], readings)) == 2
    assert len(told_once([said, replace(done, modality=Modality.PLANNED)], readings)) == 1


def test_a_year_that_only_names_a_thing_dates_nothing() -> None:
    assert _told("Officials defended the 2016 rules.") == []


def test_a_dateline_is_no_event() -> None:
    told = _told("SUVA, Fiji, May 20 (Reefnews) - The pier burned down on Tuesday.")

    assert [date for date, *_ in told] == ["2026-05-19"]


def test_a_clock_time_is_kept_and_marked_where_it_is_universal() -> None:
    local = _told("The bridge collapsed at 4:30 p.m. on Tuesday.")
    universal = _told("The bridge collapsed at 16:30 GMT on Tuesday.")

    assert [date for date, *_ in local] == ["2026-05-19T16:30"]
    assert [date for date, *_ in universal] == ["2026-05-19T16:30Z"]


def test_a_long_sentence_is_cut_around_the_event_it_dates() -> None:
    long = (
        "The terminal, which had been run by a family from Bergen with ships on three oceans and "
        "offices in four towns, and which had been sold twice in the years of the long slump, "
        "burned to the ground on Tuesday, leaving the town without work, without a quay for its "
        "boats, without the lights that had marked the mouth of the fjord, and without the hall "
        "in which its people had danced on every midsummer night for more than seventy years."
    )
    entry = next(one for one in timeline(_story(long)) if one.date == "2026-05-19")

    assert len(entry.text) <= 330
    assert "burned to the ground on Tuesday" in entry.text
