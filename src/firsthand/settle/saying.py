"""The day of an utterance, from the times beside its reporting words."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from firsthand.domain import (
    DateBasis,
    Manner,
    Passage,
    Precision,
    Reading,
    Reason,
    SaidOnBasis,
    Span,
    Statement,
    StatementField,
    When,
)
from firsthand.settle.dating import sentence_around

__all__ = ["with_days"]

_PRECISE = frozenset({Precision.DAY, Precision.PART, Precision.MINUTE})
_DAY = len("2031-05-12")
"""Code points of an ISO 8601 day."""

_EARLIER = re.compile(
    r"\b(?:had|has|have|'ve|’ve|earlier|initially|previously|repeatedly|subsequently|once|long|later)\b",
    re.IGNORECASE,
)
"""Before the reporting words: the utterance is not of the day that the report moves on."""

_BOUND = re.compile(r"\b(?:by|until|till|from|since|for|before)\s+(?:on\s+)?$", re.IGNORECASE)
"""Before a day that bounds something else: "could return by Wednesday" tells no day of saying so."""

_BEFORE = 20
"""Code points before the cue in which the tense of the reporting verb shows ("has repeatedly")."""

_FEW = 3
"""Times that a report gives at least before their days say anything of the whole."""

_MOST = 0.6
"""Share of a report's times that are of the day of publication where all it reports was said then."""

_NEAR = 4
"""Paragraphs over which a speaker's day is carried on. In seven audited stories the day carried so far
was right in 56 of 100 cases, and in 5 of 20 from further back: by then the text is elsewhere."""

_OPENING = 5
"""Paragraphs of a report that tell the news itself, headline included. Undated statements there were of
the day of publication in 14 of 28 cases of the same audits, further down in 9 of 48."""


def _beside(reading: Reading, statement: Statement) -> When | None:
    """The day-precise time nearest to the cue in its sentence, outside what was said."""
    if not statement.cue:
        return None
    cue = statement.cue[0]
    sentence = sentence_around(reading, cue)
    article = reading.article
    stated = article.published is not None and article.published_basis is DateBasis.STATED
    latest = (article.published or "")[:_DAY] if stated else "9999"
    free = [
        when
        for when in reading.times
        if when.precision in _PRECISE
        and when.earliest is not None
        and when.earliest[:_DAY] <= latest  # nobody has said anything after it was printed
        and when.kind in {"DATE", "TIME"}
        and sentence.holds(when.span)
        and _BOUND.search(reading.article.text[: when.span.start][-12:]) is None
        and not any(span.overlaps(when.span) for span in statement.content)
        and not any(span.overlaps(when.span) and cue.start > span.end for span in statement.source)
    ]
    if not free:
        return None
    return min(
        free,
        key=lambda w: (min(abs(w.span.start - cue.end), abs(cue.start - w.span.end)), w.span.start),
    )


def _of(when: When, statement: Statement) -> Statement:
    assert when.earliest is not None
    return replace(
        statement,
        said_on=when.earliest[:10],
        said_on_basis=SaidOnBasis.INFERRED if when.anchored else SaidOnBasis.STATED,
        reasons=(
            *statement.reasons,
            Reason(
                feature="a day beside the reporting words",
                evidence=(Passage(statement.article, when.span),),
                field=StatementField.SAID_ON,
            ),
        ),
    )


def _same_day(reading: Reading) -> str | None:
    """The publication day, when the first sentence tells of that day: then all was said on it."""
    article = reading.article
    if article.published is None or article.published_basis is not DateBasis.STATED:
        return None
    day = article.published[:10]
    body = [s for s in reading.sentences if s.zone.value == "body"][:2]
    for when in reading.times:
        if (
            when.earliest is not None
            and when.earliest[:10] == day
            and any(sentence.span.holds(when.span) for sentence in body)
        ):
            return day
    return None


def _told_otherwise(reading: Reading, statement: Statement) -> bool:
    """Whether tense or a vaguer time ("in December") says that no day of the report is meant."""
    text = reading.article.text
    words = statement.cue or statement.content
    cue = " ".join(span.of(text) for span in statement.cue)
    sentence = sentence_around(reading, words[0])
    start = max(
        sentence.start,
        words[0].start - _BEFORE,
        *(span.end for span in statement.content if span.end <= words[0].start),
    )
    lead = text[start : words[0].start]
    if _EARLIER.search(f"{lead} {cue}") is not None:
        return True
    return any(
        when.kind == "DATE"
        and when.precision not in _PRECISE
        and when.value not in {None, "PRESENT_REF", "FUTURE_REF"}
        and sentence.holds(when.span)
        and not any(span.overlaps(when.span) for span in statement.content)
        for when in reading.times
    )


def _paragraph(reading: Reading, span: Span) -> int:
    starts = [zone.span.start for zone in reading.article.zones]
    return bisect_right(starts, span.start)


def _of_one_day(reading: Reading, today: str | None) -> bool:
    """Whether a report tells of the day of its publication throughout: then all was said on it.

    Times at any distance count: "in December" of a report speaks against.
    """
    days = [
        (when.earliest or "")[:_DAY] if when.precision in _PRECISE else ""
        for when in reading.times
        if when.kind in {"DATE", "TIME"}
        and when.value not in {None, "PRESENT_REF", "PAST_REF", "FUTURE_REF"}
        and not any(
            span.overlaps(when.span)
            for statement in reading.statements
            if statement.manner is Manner.DIRECT
            for span in statement.content
        )
    ]
    return today is not None and len(days) >= _FEW and days.count(today) >= _MOST * len(days)


def with_days(reading: Reading) -> Reading:
    """Give each statement the day on which it was made, where the text tells.

    First a day beside the reporting words; then the day of the same speaker's dated statement
    shortly before it; then, in the opening of a report that tells of events of the day of
    publication, and throughout a report all of whose dated statements are of it, that day.
    Statements in an earlier tense ("had said", "has denied") or with a vaguer time take only the
    first.

    Returns:
        The reading with its statements' days; a statement that nothing dates keeps what it had.
    """
    today = _same_day(reading)
    last: dict[str, Statement] = {}
    done: dict[int, Statement] = {}
    order = sorted(
        range(len(reading.statements)),
        key=lambda n: (reading.statements[n].cue or reading.statements[n].content)[0],
    )
    beside = {n: _beside(reading, reading.statements[n]) for n in order}
    dated = {
        n: reading.statements[n] if when is None else _of(when, reading.statements[n])
        for n, when in beside.items()
    }
    whole = _of_one_day(reading, today)
    for n in order:
        statement = dated[n]
        at = _paragraph(reading, (statement.cue or statement.content)[0])
        if statement.said_on is None and not _told_otherwise(reading, statement):
            keys = [k for k in (statement.speaker, statement.authority) if k is not None]
            before = next((last[k] for k in keys if k in last), None)
            if before is not None and (
                at - _paragraph(reading, (before.cue or before.content)[0]) <= _NEAR
            ):
                statement = replace(
                    statement,
                    said_on=before.said_on,
                    said_on_basis=SaidOnBasis.INFERRED,
                    reasons=(
                        *statement.reasons,
                        Reason(
                            feature="the same speaker's statement before it is of that day",
                            evidence=(Passage(before.article, (before.cue or before.content)[0]),),
                            field=StatementField.SAID_ON,
                        ),
                    ),
                )
            elif (
                before is None
                and today is not None
                and statement.speaker is not None
                and (whole or at <= _OPENING)
            ):
                statement = replace(
                    statement,
                    said_on=today,
                    said_on_basis=SaidOnBasis.INFERRED,
                    reasons=(
                        *statement.reasons,
                        Reason(
                            feature="events and publication are of one day",
                            field=StatementField.SAID_ON,
                        ),
                    ),
                )
        if statement.said_on is not None and len(statement.said_on) == _DAY:
            for name in (statement.speaker, statement.authority):
                if name is not None:
                    last[name] = statement
        done[n] = statement
    return replace(reading, statements=tuple(done[n] for n in range(len(done))))
