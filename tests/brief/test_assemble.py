from dataclasses import replace

from firsthand.brief import make_brief
from firsthand.brief.letters import letters
from firsthand.brief.lint import lint
from firsthand.brief.sections import sections
from firsthand.brief.timeline import timeline
from firsthand.brief.wording import clipped, counted
from firsthand.domain import (
    Brief,
    Independent,
    Precision,
    Sentence,
    SettledStory,
    Span,
    Status,
    When,
    ZoneKind,
)
from tests.brief.ferry_story import GAZETTE, LEDGER, OBSERVER, ferry_brief


def _made() -> Brief:
    given = ferry_brief()
    return make_brief(
        given.settled,
        given.findings,
        as_of=given.as_of,
        made_with=given.made_with,
        rejected=given.rejected,
    )


def test_every_line_of_a_brief_is_cited() -> None:
    lines = [line for section in _made().sections for line in section.lines]

    assert lines
    assert all(line.citations for line in lines)


def test_every_claim_with_support_stands_in_one_section_line() -> None:
    made = _made()
    told = {line.claim for section in made.sections for line in section.lines if line.claim}

    assert told == {finding.claim.id for finding in made.findings.claims}


def test_sections_come_in_the_order_a_reader_needs() -> None:
    titles = [section.title for section in _made().sections]
    order = [
        "Several independent origins",
        "Several voices, independence not shown",
        "Denied first, conceded later",
        "Disputed",
        "One origin",
        "Asserted, nobody named",
        "Forecasts",
        "Shifts of position",
        "Where accounts differ",
        "Withdrawn",
        "Positions and demands",
        "Do not use as printed",
        "Get next",
    ]

    assert titles == [title for title in order if title in titles]
    assert "One origin" in titles or "Several voices, independence not shown" in titles


def test_the_order_of_findings_does_not_change_the_lines() -> None:
    given = ferry_brief()
    coded = dict(letters([reading.article for reading in given.settled.readings]))
    turned = replace(
        given.findings,
        claims=tuple(reversed(given.findings.claims)),
        discrepancies=tuple(reversed(given.findings.discrepancies)),
    )

    straight = sections(given.settled, given.findings, given.lint, coded, as_of=given.as_of)
    assert sections(given.settled, turned, given.lint, coded, as_of=given.as_of) == straight


def test_a_conceded_claim_shows_each_step_with_what_it_rests_on() -> None:
    made = _made()
    conceded = [f for f in made.findings.claims if f.status is Status.CONCEDED]
    shifts = next(s for s in made.sections if s.title == "Shifts of position")

    assert len(shifts.lines) == len(conceded) > 0
    assert "denied" in shifts.lines[0].text


def test_articles_get_distinct_letters_from_their_outlets() -> None:
    articles = [reading.article for reading in ferry_brief().settled.readings]
    coded = dict(letters(articles))

    assert set(coded) == {GAZETTE, LEDGER, OBSERVER}
    assert len(set(coded.values())) == 3
    assert coded == dict(letters(list(reversed(articles))))


def _dated(settled: SettledStory) -> SettledStory:
    """Give every article one sentence, its first body paragraph, dated by its last word."""
    readings = []
    for reading in settled.readings:
        number, zone = next(
            (n, z) for n, z in enumerate(reading.article.zones) if z.kind is ZoneKind.BODY
        )
        start = zone.span.end - 4  # not in the dateline, which dates nothing
        when = When(
            span=Span(start, start + 3),
            kind="DATE",
            value="2026-06",
            earliest="2026-06-01",
            latest="2026-06-30",
            precision=Precision.MONTH,
        )
        sentence = Sentence(span=zone.span, zone=zone.kind, paragraph=number, first=0, last=1)
        readings.append(replace(reading, times=(when,), sentences=(sentence,)))
    return replace(settled, readings=tuple(readings))


def test_a_month_stays_a_month_and_a_copied_sentence_is_dated_once() -> None:
    entries = timeline(_dated(ferry_brief().settled))

    assert {entry.date for entry in entries} == {"2026-06"}
    assert all(entry.date_end is None for entry in entries)
    assert {entry.passage.article for entry in entries} == {GAZETTE, OBSERVER}


def test_words_between_marks_in_a_headline_must_stand_in_a_body() -> None:
    settled = ferry_brief().settled
    reading = next(r for r in settled.readings if r.article.id == OBSERVER)
    zone = next(z for z in reading.article.zones if z.kind is ZoneKind.HEADLINE)
    title = zone.span.of(reading.article.text)
    start = zone.span.start
    text = "“Drunk”" + reading.article.text[start + 7 :]
    article = replace(reading.article, text=text)
    changed = replace(settled, readings=(replace(reading, article=article),))

    warned = [
        one for one in lint(changed, ferry_brief().findings) if one.rule == "headline-quotation"
    ]
    assert len(title) > 7
    assert ["Drunk" in one.text for one in warned] == [True]


def test_wording_of_counts_and_cuts() -> None:
    assert counted(Independent(low=1, high=4), 4) == "4 voices, 1-4 origins"
    assert counted(Independent(low=1, high=1), 1) == "1 voice, 1 origin"
    assert clipped("word " * 60, at_most=20) == "word word word …"
