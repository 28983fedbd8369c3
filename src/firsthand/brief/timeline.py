"""The timeline: what the texts date, as events told of and as reports of them."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.domain import (
    Passage,
    Precision,
    Reading,
    Sentence,
    SettledStory,
    Span,
    TimelineEntry,
    When,
    ZoneKind,
)

__all__ = ["timeline"]

_DATED = {
    Precision.MINUTE,
    Precision.PART,
    Precision.DAY,
    Precision.WEEK,
    Precision.MONTH,
    Precision.SEASON,
    Precision.YEAR,
}
"""Precisions that fix a place on a time line; "in recent weeks" does not."""

_LONGEST = 320
"""Longest passage, in code points, that is still shown as one entry."""


def timeline(settled: SettledStory) -> tuple[TimelineEntry, ...]:
    """Date the sentences that name a resolved day, month or year.

    A text that stands in several articles is told once, from the root of its copy group. Where a
    sentence holds several dates each is an entry of its own, with the stretch around it.

    Returns:
        Entries by date, then by passage; empty when nothing is dated.
    """
    skipped = {
        article
        for group in settled.groups
        for article in group.articles
        if len(group.articles) > 1 and article != (group.root or group.articles[0])
    }
    entries: dict[tuple[str, str | None, str], TimelineEntry] = {}
    for reading in settled.readings:
        if reading.article.id in skipped:
            continue
        for entry in _entries(reading):
            key = (entry.date, entry.date_end, " ".join(entry.text.lower().split()))
            entries.setdefault(key, entry)
    return tuple(sorted(entries.values(), key=lambda one: (one.date, one.passage, one.kind)))


def _entries(reading: Reading) -> Sequence[TimelineEntry]:
    """The dated sentences of one article."""
    found = []
    for when in reading.times:
        if when.kind not in {"DATE", "TIME"} or when.precision not in _DATED:
            continue
        sentence = _sentence_of(reading, when.span)
        if sentence is None or sentence.zone not in {ZoneKind.BODY, ZoneKind.STANDFIRST}:
            continue
        date, date_end = _dates(when)
        if date is None:
            continue
        span = _around(reading, sentence, when)
        found.append(
            TimelineEntry(
                date=date,
                date_end=date_end,
                precision=str(when.precision),
                text=" ".join(span.of(reading.article.text).split()),
                passage=Passage(reading.article.id, span),
                kind="report" if _is_report(reading, sentence, when) else "event",
            )
        )
    return found


def _sentence_of(reading: Reading, span: Span) -> Sentence | None:
    """The sentence that holds `span`."""
    return next((one for one in reading.sentences if one.span.holds(span)), None)


def _dates(when: When) -> tuple[str | None, str | None]:
    """First and last day, cut to the precision the text has; the last only where it differs."""
    if when.earliest is None or when.latest is None:
        return None, None
    width = {Precision.MONTH: 7, Precision.YEAR: 4}.get(when.precision or Precision.DAY, 10)
    first, last = when.earliest[:width], when.latest[:width]
    return first, last if last != first else None


def _around(reading: Reading, sentence: Sentence, when: When) -> Span:
    """The sentence, or in a long sentence the clauses about the date."""
    if sentence.span.end - sentence.span.start <= _LONGEST:
        return sentence.span
    text = reading.article.text
    start = max(sentence.span.start, when.span.start - _LONGEST // 2)
    end = min(sentence.span.end, when.span.end + _LONGEST // 2)
    if start > sentence.span.start:
        start = text.find(" ", start, when.span.start) + 1 or start
    if end < sentence.span.end:
        cut = text.rfind(" ", when.span.end, end)
        end = cut if cut > 0 else end
    return Span(start, end)


def _is_report(reading: Reading, sentence: Sentence, when: When) -> bool:
    """Whether the date tells when something was said rather than when it happened."""
    inside = [
        statement
        for statement in reading.statements
        if statement.cue and sentence.span.overlaps(statement.cue[0])
    ]
    return bool(inside) and not any(
        content.holds(when.span) for statement in inside for content in statement.content
    )
