"""The lines of a brief in DESIGN's order, each with the passages it rests on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from firsthand.brief.copying import changed_in_copying, told_apart
from firsthand.brief.ranking import cited, weight
from firsthand.brief.reasons import why_not_more
from firsthand.brief.records import records
from firsthand.brief.shifts import differences, shifts
from firsthand.brief.wording import (
    clipped,
    counted,
    named_origins,
    plural,
    proposition,
    short_name,
    stands_alone,
)
from firsthand.domain import (
    ArticleId,
    ClaimFinding,
    ClaimKind,
    Findings,
    Line,
    Lint,
    Passage,
    Section,
    SettledStory,
    Side,
    Span,
    SpeakerKind,
    StatementId,
    Status,
)

__all__ = ["sections"]

_MOST_LINES = 14
"""Lines a section prints; what is left out is counted in its last line and stands in the ledger."""

_MOST_OF_ONE = 4
"""Lines that one origin takes in "One origin", so that no voice fills the page."""

_MOST_ONE_ORIGIN = 24

_MOST_BARE = 8
"""Lines of what outlets only assert: most of it is background."""

Letters = Mapping[ArticleId, str]


def sections(
    settled: SettledStory,
    findings: Findings,
    warnings: Sequence[Lint],
    letter: Letters,
    *,
    as_of: str,
) -> tuple[Section, ...]:
    """Put the findings into lines, best supported first; sections without lines are left out.

    Args:
        settled: The story.
        findings: What was found about its claims.
        warnings: Lint, for "do not use as printed".
        letter: The code of every article.
        as_of: ISO 8601 moment of the brief: a forecast for an earlier day is due.
    """
    published = {
        reading.article.id: reading.article.published or "" for reading in settled.readings
    }
    facts = [f for f in findings.claims if f.claim.kind is ClaimKind.FACT]
    forecasts = [f for f in findings.claims if f.claim.kind is ClaimKind.FORECAST and f.origins]
    cues = _cues(settled)
    copied = told_apart(findings)
    attested = [f for f in findings.claims if f.status is Status.ATTESTED]

    def of(status: Status) -> list[ClaimFinding]:
        return [finding for finding in facts if finding.status is status]

    made = [
        _section("Several independent origins", of(Status.CORROBORATED), _supported, letter),
        _section(
            "Several voices, independence not shown",
            [f for f in of(Status.SEVERAL_VOICES) if f.independent.high > 1],
            _supported,
            letter,
        ),
        _section("Denied first, conceded later", of(Status.CONCEDED), _supported, letter),
        _section("Disputed", [f for f in of(Status.DISPUTED) if _affirmed(f)], _supported, letter),
        _section(
            "Denied, nobody named for it",
            [
                f
                for f in of(Status.DISPUTED)
                if not _affirmed(f) and stands_alone(f.claim.text) and not _opens_with_cue(f, cues)
            ],
            _denied,
            letter,
        ),
        _one_origin(settled, of(Status.SINGLE_ORIGIN), letter),
        _section(
            "Asserted, nobody named",
            of(Status.UNATTRIBUTED),
            _bare,
            letter,
            at_most=_MOST_BARE,
        ),
        _section(
            "Forecasts", forecasts, partial(_forecast, as_of=as_of, published=published), letter
        ),
        Section(title="Shifts of position", lines=tuple(shifts(findings.claims, letter))),
        Section(
            title="Where accounts differ",
            lines=tuple(
                differences(
                    [one for one in findings.discrepancies if (one.a, one.b) not in copied], letter
                )
            ),
        ),
        Section(
            title="Changed in copying",
            lines=tuple(changed_in_copying(settled, findings, letter)),
        ),
        _section("Withdrawn", of(Status.RETRACTED), _supported, letter),
        _section(
            "Positions and demands",
            [f for f in attested if f.origins]
            + [f for f in of(Status.DISPUTED) if not _affirmed(f) and _opens_with_cue(f, cues)],
            partial(_position, cues=cues),
            letter,
        ),
        Section(
            title="Do not use as printed",
            lines=tuple(
                Line(
                    text=f"[{letter.get(one.passage.article, '?')}] {clipped(one.text)}",
                    citations=(one.passage,),
                    aside=one.rule,
                )
                for one in warnings[:_MOST_LINES]
            ),
        ),
        Section(title="Get next", lines=tuple(records(settled, letter))),
    ]
    return tuple(
        replace(section, lines=tuple(map(_capitalised, section.lines)))
        for section in made
        if section.lines
    )


def _capitalised(line: Line) -> Line:
    """A line with a capital first."""
    return replace(line, text=line.text[:1].upper() + line.text[1:])


def _section(
    title: str,
    findings: Iterable[ClaimFinding],
    line: Callable[[ClaimFinding, Letters], Iterable[Line]],
    letter: Letters,
    *,
    at_most: int = _MOST_LINES,
) -> Section:
    """Lines of findings under a heading, the weightiest first."""
    ordered = sorted(findings, key=weight)
    lines = [one for finding in ordered[:at_most] for one in line(finding, letter)]
    left = ordered[at_most:]
    if left:
        lines.append(
            Line(
                text=f"and {plural(len(left), 'more claim')}, in the JSON and, with an origin, in the matrix",
                citations=tuple(cited(finding)[0] for finding in left),
            )
        )
    return Section(title=title, lines=tuple(lines))


def _supported(finding: ClaimFinding, letter: Letters) -> Iterable[Line]:
    """A claim with its sides, and a second line on why the count is not higher."""
    voices = sum(origin.side is Side.FOR for origin in finding.origins)
    text = f"{proposition(finding.claim.text)}: {named_origins(finding, letter) or 'nobody named'}"
    against = named_origins(finding, letter, side=Side.AGAINST)
    if against:
        text += f"; against: {against}"
    silent = named_origins(finding, letter, side=Side.NO_POSITION)
    if silent:
        text += f"; takes no position: {silent}"
    yield Line(
        text=text,
        citations=cited(finding),
        claim=finding.claim.id,
        aside=counted(finding.independent, voices) if voices else "no voice for it",
    )
    why = why_not_more(finding, letter)
    if why and finding.independent.low < finding.independent.high:
        evidence = [p for merge in finding.merges for p in merge.reason.evidence]
        yield Line(
            text=f"  Why not more: {why}.",
            citations=tuple(dict.fromkeys(evidence)) or cited(finding),
            claim=finding.claim.id,
        )


def _affirmed(finding: ClaimFinding) -> bool:
    """Whether anybody stands for a claim."""
    return any(origin.side is Side.FOR for origin in finding.origins)


_SUBJECTS = re.compile(r"the|an?|its?|he|she|they|his|her|their|there")
"""First words of a wording that can follow "denies that" as it stands."""


def _denied(finding: ClaimFinding, letter: Letters) -> Iterable[Line]:
    """What somebody denies and nobody named has put."""
    who = named_origins(finding, letter, side=Side.AGAINST)
    many = sum(origin.side is Side.AGAINST for origin in finding.origins) > 1
    verb = "deny" if many else "denies"
    told = proposition(finding.claim.text)
    first = told.split(" ", maxsplit=1)[0].casefold()
    yield Line(
        text=f"{who} {verb} that {told[:1].lower()}{told[1:]}"
        if _SUBJECTS.fullmatch(first)
        else f"{who} {verb}: “{told}”",
        citations=cited(finding),
        claim=finding.claim.id,
        aside="no voice for it",
    )


def _one_origin(
    settled: SettledStory, findings: Sequence[ClaimFinding], letter: Letters
) -> Section:
    """Claims with one origin, each line naming it; origins with most claims first."""
    by_name: dict[str, list[ClaimFinding]] = defaultdict(list)
    for finding in findings:
        for origin in finding.origins:
            if origin.side is Side.FOR:
                by_name[origin.name].append(finding)
                break
    shown: list[tuple[str, ClaimFinding]] = []
    rest: list[ClaimFinding] = []
    for name in sorted(by_name, key=lambda one: (-len(by_name[one]), one)):
        ordered = sorted(by_name[name], key=weight)
        room = max(0, _MOST_ONE_ORIGIN - len(shown))
        fitting = min(room, _MOST_OF_ONE)
        shown += [(name, finding) for finding in ordered[:fitting]]
        rest += ordered[fitting:]
    people = {
        statement.id: statement.speaker
        for reading in settled.readings
        for statement in reading.statements
        if statement.speaker and statement.speaker_kind is SpeakerKind.PERSON
    }
    lines = [_named_line(name, finding, letter, people) for name, finding in shown]
    if rest:
        lines.append(
            Line(
                text=f"and {plural(len(rest), 'more claim')} with one origin, in the matrix",
                citations=tuple(cited(finding)[0] for finding in rest),
            )
        )
    return Section(title="One origin", lines=tuple(lines))


def _named_line(
    name: str, finding: ClaimFinding, letter: Letters, people: Mapping[StatementId, str]
) -> Line:
    """A claim behind the name of its one origin, who spoke for it and through whom."""
    origin = next(one for one in finding.origins if one.side is Side.FOR)
    codes = "; ".join(sorted(letter[a] for a in origin.articles if a in letter))
    spoke = {people[s] for s in origin.statements if s in people}
    chain = sorted(spoke) if len(spoke) == 1 and name not in spoke else []
    if origin.relays:
        relays = dict.fromkeys(short_name(relay) for relay in origin.relays)
        chain.append(f"via {', '.join(relays)}")
    through = f" ({'; '.join(chain)})" if chain else ""
    return Line(
        text=f"{name}{through}: {proposition(finding.claim.text)} [{codes}]",
        citations=cited(finding),
        claim=finding.claim.id,
        aside=plural(len(origin.articles), "article"),
    )


def _bare(finding: ClaimFinding, letter: Letters) -> Iterable[Line]:
    """What outlets assert in their own voice."""
    articles = sorted({letter[p.article] for p in cited(finding) if p.article in letter})
    yield Line(
        text=f"{proposition(finding.claim.text)} [{'; '.join(articles)}]",
        citations=cited(finding),
        claim=finding.claim.id,
        aside="no origin",
    )


def _forecast(
    finding: ClaimFinding, letter: Letters, *, as_of: str, published: Mapping[ArticleId, str]
) -> Iterable[Line]:
    """A forecast with its forecaster and what it is due for."""
    who = named_origins(finding, letter) or "nobody named"
    # A day before the report is when something was said, not when it is due.
    due = next(
        (
            value.date.latest
            for value in finding.claim.values
            if value.date is not None
            and value.date.latest is not None
            and value.date.latest[:10] > published.get(value.passage.article, "")[:10]
        ),
        None,
    )
    later = ""
    if due:
        past = due[:10] < as_of[:10]
        later = f" Due {due[:10]}" + (", a day now past." if past else ".")
    against = named_origins(finding, letter, side=Side.AGAINST)
    yield Line(
        text=f"{who}: {proposition(finding.claim.text)}.{later}"
        + (f" Against: {against}." if against else ""),
        citations=cited(finding),
        claim=finding.claim.id,
        aside=str(finding.status),
    )


def _cues(settled: SettledStory) -> frozenset[Passage]:
    """The first code point of every reporting verb, as one-character passages."""
    return frozenset(
        Passage(reading.article.id, Span(cue.start, cue.start + 1))
        for reading in settled.readings
        for statement in reading.statements
        for cue in statement.cue[:1]
    )


def _opens_with_cue(finding: ClaimFinding, cues: frozenset[Passage]) -> bool:
    """Whether a claim's wording begins with the verb that reports it ("denied the claims")."""
    starts = (Passage(p.article, Span(p.span.start, p.span.start + 1)) for p in cited(finding))
    return finding.claim.text[:1].islower() and any(start in cues for start in starts)


def _position(
    finding: ClaimFinding, letter: Letters, *, cues: frozenset[Passage]
) -> Iterable[Line]:
    """An attested utterance, judgement or demand, with what its holder did by saying it."""
    who = named_origins(finding, letter)
    who = who or named_origins(finding, letter, side=Side.AGAINST)
    who = who or named_origins(finding, letter, side=Side.NO_POSITION)
    told = proposition(finding.claim.text)
    if _opens_with_cue(finding, cues):
        # The wording opens with the reporting verb: holder and verb make a sentence.
        text = f"{who} {told[:1].lower()}{told[1:]}"
    else:
        text = f"{who}: {told}"
    yield Line(
        text=text,
        citations=cited(finding),
        claim=finding.claim.id,
        aside=str(finding.claim.kind),
    )
