"""The day of an utterance, from the times beside its reporting words."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.domain import (
    DateBasis,
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

__all__ = ["with_days"]

_PRECISE = frozenset({Precision.DAY, Precision.PART, Precision.MINUTE})
_EARLIER = re.compile(r"\bhad\b|\bearlier\b|\binitially\b|\bpreviously\b", re.IGNORECASE)


def _sentence(reading: Reading, span: Span) -> Span:
    for sentence in reading.sentences:
        if sentence.span.overlaps(span):
            return sentence.span
    return span


def _beside(reading: Reading, statement: Statement) -> When | None:
    """The day-precise time nearest to the cue in its sentence, outside what was said."""
    if not statement.cue:
        return None
    cue = statement.cue[0]
    sentence = _sentence(reading, cue)
    free = [
        when
        for when in reading.times
        if when.precision in _PRECISE
        and when.earliest is not None
        and when.kind in {"DATE", "TIME"}
        and sentence.holds(when.span)
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


def with_days(reading: Reading) -> Reading:
    """Give each statement the day on which it was made, where the text tells.

    First a day beside the reporting words; then the day of the same speaker's last dated
    statement before it; then, where the report opens with events of the day of publication, that
    day. Statements in an earlier tense ("had said", "initially") take only the first.

    Returns:
        The reading with its statements' days; a statement that nothing dates keeps what it had.
    """
    text = reading.article.text
    today = _same_day(reading)
    last: dict[str, Statement] = {}
    done: dict[int, Statement] = {}
    order = sorted(
        range(len(reading.statements)),
        key=lambda n: (reading.statements[n].cue or reading.statements[n].content)[0],
    )
    for n in order:
        statement = reading.statements[n]
        when = _beside(reading, statement)
        if when is not None:
            statement = _of(when, statement)
        elif statement.said_on is None:
            cue = " ".join(span.of(text) for span in statement.cue)
            lead = text[max(0, (statement.cue or statement.content)[0].start - 40) :][:40]
            earlier = _EARLIER.search(f"{lead} {cue}") is not None
            keys = [k for k in (statement.speaker, statement.authority) if k is not None]
            before = next((last[k] for k in keys if k in last), None)
            if not earlier and before is not None:
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
            elif not earlier and today is not None and statement.speaker is not None:
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
        if statement.said_on is not None and len(statement.said_on) == 10:
            for name in (statement.speaker, statement.authority):
                if name is not None:
                    last[name] = statement
        done[n] = statement
    return replace(reading, statements=tuple(done[n] for n in range(len(done))))
