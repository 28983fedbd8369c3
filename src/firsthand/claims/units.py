"""Claim units: the clauses of a story that put a proposition, each with who puts it and its slots."""

from __future__ import annotations

from dataclasses import dataclass, replace

from firsthand.claims.clauses import Clause, clauses
from firsthand.claims.slots import Names, Slots, folded, names_of, slots
from firsthand.domain import (
    Passage,
    Reading,
    Sentence,
    SettledStory,
    Span,
    Statement,
    Token,
    ZoneKind,
)
from firsthand.tables.claimwords import claimwords

__all__ = ["Unit", "units"]

_SHARED = 0.6
"""Share of a clause's words inside a nested statement's content from which it is that one's."""

_LONGEST = 400
"""Code points of a passage; a reader is shown nothing longer as one claim."""

_SHORT_CONTENT = 4
"""Words of content up to which the cue is shown with it: "dismissed the reports as 'fake news'"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One clause that puts one proposition."""

    passage: Passage
    core: Span
    """The clause without the cue that `passage` may include."""

    statement: Statement | None
    """The innermost statement that puts it; None in the outlet's own voice."""

    sentence: Span
    zone: ZoneKind
    slots: Slots
    wording: str
    """The clause with the subject it shares, for comparing."""

    quoted: str
    """The passage's words, as printed."""

    complete: bool
    """Whether it has a subject of its own and a verb."""

    tokens: tuple[Token, ...]
    """Its words."""

    cue: str = ""
    """Folded words of the statement's cue; empty in the outlet's own voice."""

    witnessed: bool = False


def units(settled: SettledStory) -> tuple[Unit, ...]:
    """The claim units of a story, by article and position.

    Headlines and captions are left out: they are checked against the claims, not counted with them.
    A clause is put by the innermost statement that holds it; clauses outside any statement are the
    outlet's own voice.
    """
    names = names_of(settled)
    found: dict[tuple[Passage, str], Unit] = {}
    for reading in settled.readings:
        for unit in (*_reported(reading, names), *_own(reading, names)):
            found.setdefault((unit.passage, unit.statement.id if unit.statement else ""), unit)
    return tuple(found[key] for key in sorted(found))


def _reported(reading: Reading, names: Names) -> list[Unit]:
    found = []
    inner: dict[str, list[Span]] = {}
    for statement in reading.statements:
        if statement.parent is not None:
            inner.setdefault(statement.parent, []).extend(statement.content)
    for statement in reading.statements:
        if statement.zone in (ZoneKind.HEADLINE, ZoneKind.CAPTION):
            continue
        nested = inner.get(statement.id, [])
        for content in statement.content:
            for sentence in reading.sentences:
                if not sentence.span.overlaps(content):
                    continue
                first, last = _range(reading, sentence, content)
                for clause in clauses(reading.tokens, first, last):
                    if _share(reading, clause, nested) < _SHARED:
                        found.append(_unit(reading, sentence, clause, names, statement))
    return found


def _own(reading: Reading, names: Names) -> list[Unit]:
    spoken = [s for one in reading.statements for s in one.content]
    cues = [s for one in reading.statements for s in one.cue]
    found = []
    for sentence in reading.sentences:
        if sentence.zone in (ZoneKind.HEADLINE, ZoneKind.CAPTION):
            continue
        for clause in clauses(reading.tokens, sentence.first, sentence.last):
            head = reading.tokens[clause.head]
            reporting = any(s.start <= head.start < s.end for s in cues)
            if reporting or any(s.overlaps(clause.span) for s in spoken):
                continue
            unit = _unit(reading, sentence, clause, names, None)
            if len(unit.slots.words) >= 2:
                found.append(unit)
    return found


def _range(reading: Reading, sentence: Sentence, content: Span) -> tuple[int, int]:
    """Indices of the sentence's tokens that lie in `content`."""
    inside = [
        i
        for i in range(sentence.first, sentence.last)
        if reading.tokens[i].start < content.end and reading.tokens[i].end > content.start
    ]
    return (inside[0], inside[-1] + 1) if inside else (sentence.first, sentence.first)


def _share(reading: Reading, clause: Clause, spans: list[Span]) -> float:
    if not spans:
        return 0.0
    tokens = [reading.tokens[i] for i in clause.words]
    return sum(any(s.start <= t.start < s.end for s in spans) for t in tokens) / len(tokens)


def _unit(
    reading: Reading, sentence: Sentence, clause: Clause, names: Names, statement: Statement | None
) -> Unit:
    text = reading.article.text
    core = clause.span if clause.span.end - clause.span.start <= _LONGEST else _cut(clause, text)
    span = _shown(reading, clause, core, statement)
    subject = " ".join(
        text[reading.tokens[i].start : reading.tokens[i].end] for i in clause.subject
    )
    words = clause.words if clause.has_subject else (*clause.subject, *clause.words)
    speaker = statement.speaker if statement is not None else None
    verbal = any(reading.tokens[i].pos in ("VERB", "AUX") for i in clause.words)
    bare = core.of(text)
    unit = Unit(
        passage=Passage(reading.article.id, span),
        core=core,
        statement=statement,
        sentence=sentence.span,
        zone=sentence.zone,
        slots=slots(reading, sorted(set(words)), clause.head, names=names, speaker=speaker),
        wording=bare if clause.has_subject or not subject else f"{subject} {bare}",
        quoted=span.of(text),
        complete=clause.has_subject and verbal,
        tokens=tuple(reading.tokens[i] for i in clause.words),
        cue=" ".join(folded(s.of(text)) for s in statement.cue) if statement is not None else "",
    )
    return replace(unit, witnessed=statement is None and _witnessed(reading, sentence))


def _cut(clause: Clause, text: str) -> Span:
    """The first words of an overlong clause, ending at a word."""
    end = text.rfind(" ", clause.span.start, clause.span.start + _LONGEST)
    return Span(clause.span.start, end if end > clause.span.start else clause.span.start + _LONGEST)


def _shown(reading: Reading, clause: Clause, core: Span, statement: Statement | None) -> Span:
    """The passage to show: with the cue where the content alone is only a name or a label."""
    if statement is None or not statement.cue:
        return core
    verbal = any(reading.tokens[i].pos in ("VERB", "AUX") for i in clause.words)
    if verbal and len(clause.words) > _SHORT_CONTENT:
        return core
    cue = min(statement.cue, key=lambda s: (abs(s.start - core.start), s))
    whole = cue.cover(core)
    between = reading.article.text[min(cue.end, core.end) : max(cue.start, core.start)]
    if len(between) > _LONGEST // 4 or "\n" in between or "." in between:
        return core
    return whole


def _witnessed(reading: Reading, sentence: Sentence) -> bool:
    """Whether the sentence says that the outlet itself saw, heard, counted or obtained this."""
    told = folded(sentence.span.of(reading.article.text))
    outlets = [
        folded(o).removeprefix("the ") for o in (reading.article.outlet, reading.article.wire) if o
    ]
    for phrase in claimwords().witness:
        if "{outlet}" not in phrase:
            if phrase in told:
                return True
        elif any(
            phrase.replace("{outlet}", article + o) in told
            for o in outlets
            for article in ("", "the ")
        ):
            return True
    return False
