"""The timeline: what the texts date, as events told of and as reports of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from firsthand.brief.dating import order_of
from firsthand.brief.timeline_events import told_once
from firsthand.domain import (
    Event,
    Modality,
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
from firsthand.text.dateline import dateline_end

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

_WIDTHS = {Precision.MINUTE: 16, Precision.MONTH: 7, Precision.YEAR: 4}
"""Characters of an ISO 8601 date that say no more than the precision; a day's ten elsewhere."""

_LONGEST = 320
"""Longest passage, in code points, that is still shown as one entry."""

_CLIMB = 10
_UNIVERSAL = re.compile(r"\b(?:GMT|UTC)\b")
_NAMING = frozenset({"compound", "amod", "nmod", "nummod", "poss"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})


def timeline(settled: SettledStory) -> tuple[TimelineEntry, ...]:
    """Date what happened and what was said, each on its own day.

    A sentence that says when something was said and when it happened gives an entry for each. A
    time that only helps to name a thing ("the 2016 rules") dates nothing. A text that stands in
    several articles is told once, from the root of its copy group; an event of one moment that
    several articles tell in their own words is one entry, with the other passages beside it.

    Returns:
        Entries by date, events before reports, then by passage; empty when nothing is dated.
    """
    skipped = {
        article
        for group in settled.groups
        for article in group.articles
        if len(group.articles) > 1 and article != (group.root or group.articles[0])
    }
    entries: dict[tuple[str, str | None, str], TimelineEntry] = {}
    readings = [one for one in settled.readings if one.article.id not in skipped]
    for reading in readings:
        for entry in _entries(reading):
            key = (entry.date, entry.date_end, " ".join(entry.text.lower().split()))
            known = entries.get(key)
            if known is None or (known.event is None and entry.event is not None):
                entries[key] = entry
    found = told_once(entries.values(), readings)
    return tuple(sorted(found, key=lambda one: (order_of(one.date), one.kind, one.passage)))


def _entries(reading: Reading) -> Sequence[TimelineEntry]:
    """The dated events and reports of one article."""
    found = []
    events: dict[Span, list[Event]] = {}
    for event in reading.events:
        if event.time is not None:
            events.setdefault(event.time, []).append(event)
    for when in reading.times:
        if when.kind not in {"DATE", "TIME"} or when.precision not in _DATED:
            continue
        sentence = _sentence_of(reading, when.span)
        if sentence is None or sentence.zone not in {ZoneKind.BODY, ZoneKind.STANDFIRST}:
            continue
        date, date_end = _dates(when, reading.article.text)
        if date is None or _is_aside(reading, when):
            continue
        told = next(iter(events.get(when.span, ())), None)
        if told is None and _only_names(reading, sentence, when):
            continue
        span = _around(reading, sentence, when, told)
        entry = TimelineEntry(
            date=date,
            date_end=date_end,
            precision=str(when.precision),
            text=" ".join(span.of(reading.article.text).split()),
            passage=Passage(reading.article.id, span),
            kind="report" if _is_report(reading, sentence, when, told) else "event",
        )
        if told is not None and entry.kind == "event":
            entry = replace(
                entry,
                event=told.lemma or None,
                category=told.kind or None,
                modality=told.modality,
                negated=told.negated,
            )
        found.append(entry)
    return found


def _sentence_of(reading: Reading, span: Span) -> Sentence | None:
    """The sentence that holds `span`."""
    at = bisect_left(reading.sentences, span.end, key=lambda one: one.span.end)
    if at == len(reading.sentences) or not reading.sentences[at].span.holds(span):
        return None
    return reading.sentences[at]


def _is_aside(reading: Reading, when: When) -> bool:
    """Whether a time stands in a dateline, or repeats in brackets the time before it."""
    text, span = reading.article.text, when.span
    zone = next((one for one in reading.article.zones if one.span.holds(span)), None)
    if zone is not None and span.end <= zone.span.start + dateline_end(zone.span.of(text)):
        return True
    opened = text[max(0, span.start - 2) : span.start] == " ("
    return opened and any(other.span.end == span.start - 2 for other in reading.times)


def _dates(when: When, text: str) -> tuple[str | None, str | None]:
    """First and last day, cut to the precision the text has; the last only where it differs.

    A time open on one side ("by Friday") stands on the side that the text gives. A night ends on
    the next day: of a part of a day only the day it begins on is given. A clock
    time is marked as universal where the text gives it so, else it is the text's local time.
    """
    low, high = when.earliest or when.latest, when.latest or when.earliest
    if low is None or high is None:
        return None, None
    width = _WIDTHS.get(when.precision or Precision.DAY, 10)
    first, last = low[:width], high[:width]
    if when.precision is Precision.MINUTE and _UNIVERSAL.search(
        text, when.span.start, when.span.end + 4
    ):
        first, last = f"{first}Z", f"{last}Z"
    if when.precision is Precision.PART and when.value and "/" not in when.value:
        return first, None
    return first, last if last != first else None


def _words(reading: Reading, sentence: Sentence, span: Span) -> range:
    """The tokens of a stretch of a sentence."""
    tokens = reading.tokens
    if not tokens:
        return range(0)
    first = bisect_left(tokens, span.start, sentence.first, sentence.last, key=lambda t: t.start)
    last = bisect_left(tokens, span.end, first, sentence.last, key=lambda t: t.start)
    return range(first, last)


def _top(reading: Reading, inside: range) -> int | None:
    """The word of a stretch that hangs on a word outside it."""
    for number in inside:
        head = reading.tokens[number].head
        if head not in inside or head == number:
            return number
    return None


def _only_names(reading: Reading, sentence: Sentence, when: When) -> bool:
    """Whether a time stands before a noun to say which one is meant ("the June rules")."""
    number = _top(reading, _words(reading, sentence, when.span))
    if number is None:
        return False
    token = reading.tokens[number]
    return (
        token.dep in _NAMING
        and token.head > number
        and reading.tokens[token.head].pos in _NOUNS
        and when.precision in {Precision.MONTH, Precision.SEASON, Precision.YEAR}
    )


def _around(reading: Reading, sentence: Sentence, when: When, told: Event | None) -> Span:
    """The sentence, or in a long sentence the clauses about the date and the event."""
    whole = sentence.span
    if whole.end - whole.start <= _LONGEST:
        return whole
    text = reading.article.text
    core = when.span if told is None else when.span.cover(told.span)
    if told is not None and told.actor is not None and told.actor.overlaps(whole):
        wider = core.cover(told.actor)
        core = wider if wider.end - wider.start <= _LONGEST else core
    if core.end - core.start > _LONGEST:
        core = when.span
    room = max(_LONGEST - (core.end - core.start), 0)
    start = max(whole.start, core.start - room // 2)
    end = min(whole.end, start + _LONGEST)
    start = max(whole.start, min(start, end - _LONGEST))
    return Span(_cut_before(text, start, core.start, whole), _cut_after(text, end, core.end, whole))


def _cut_before(text: str, start: int, core: int, whole: Span) -> int:
    """The first clause break from `start` on that leaves the core whole; else the next word."""
    if start <= whole.start:
        return whole.start
    for mark in ("; ", ", ", " "):
        cut = text.find(mark, start, core)
        if cut >= 0:
            return cut + len(mark)
    return core


def _cut_after(text: str, end: int, core: int, whole: Span) -> int:
    """The last clause break before `end` that leaves the core whole; else the last word."""
    if end >= whole.end:
        return whole.end
    for mark in ("; ", ", ", " "):
        cut = text.rfind(mark, core, end)
        if cut >= 0:
            return cut
    return core


def _is_report(reading: Reading, sentence: Sentence, when: When, told: Event | None) -> bool:
    """Whether the date tells when something was said rather than when it happened.

    It does where the verb it hangs on carries an attribution, and where what it dates is that
    something was said or published. Where the parse leads to no verb, a date in the frame of a
    statement is the saying's, one in its content is not.
    """
    inside = [
        statement
        for statement in reading.statements
        if any(sentence.span.overlaps(cue) for cue in statement.cue)
    ]
    cues = [cue for statement in inside for cue in statement.cue]
    if told is not None:
        said = told.saying and told.modality is Modality.HAPPENED
        return said or any(cue.overlaps(told.span) for cue in cues)
    at = _top(reading, _words(reading, sentence, when.span))
    for _ in range(_CLIMB):
        if at is None:
            break
        token = reading.tokens[at]
        if token.pos in _VERBS:
            return any(cue.overlaps(Span(token.start, token.end)) for cue in cues)
        at = None if token.head == at else token.head
    return bool(inside) and not any(
        content.holds(when.span) for statement in inside for content in statement.content
    )
