"""The lines of a brief in DESIGN's order, each with the passages it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from firsthand.brief.wording import clipped, counted, named_origins, plural
from firsthand.domain import (
    ArticleId,
    ClaimFinding,
    ClaimKind,
    DateBasis,
    Discrepancy,
    DiscrepancyState,
    Findings,
    Line,
    Lint,
    Manner,
    Passage,
    Section,
    SettledStory,
    Side,
    SpeakerKind,
    Status,
    StepBasis,
)

__all__ = ["sections"]

_MOST_LINES = 14
"""Lines a section prints; what is left out is counted in its last line and stands in the ledger."""

_MOST_OF_ONE = 4
"""Lines that one origin takes in "One origin", so that no voice fills the page."""

_MOST_ONE_ORIGIN = 24

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
    facts = [f for f in findings.claims if f.claim.kind is ClaimKind.FACT]
    forecasts = [f for f in findings.claims if f.claim.kind is ClaimKind.FORECAST]
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
        _section("Disputed", of(Status.DISPUTED), _supported, letter),
        _one_origin(of(Status.SINGLE_ORIGIN), letter),
        _section("Asserted, nobody named", of(Status.UNATTRIBUTED), _bare, letter),
        _section("Forecasts", forecasts, partial(_forecast, as_of=as_of), letter),
        Section(title="Shifts of position", lines=tuple(_shifts(findings.claims, letter))),
        Section(
            title="Where accounts differ", lines=tuple(_differences(findings.discrepancies, letter))
        ),
        _section("Withdrawn", of(Status.RETRACTED), _supported, letter),
        _section("Positions and demands", attested, _position, letter),
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
        Section(title="Get next", lines=tuple(_next(settled, letter))),
    ]
    return tuple(section for section in made if section.lines)


def _weight(finding: ClaimFinding) -> tuple[int, int, int, str]:
    """Most origins first, then most articles, then in the order of the texts."""
    articles = {mention.passage.article for mention in finding.claim.mentions}
    return (
        -finding.independent.high,
        -len(articles),
        -len(finding.claim.mentions),
        finding.claim.id,
    )


def _cited(finding: ClaimFinding) -> tuple[Passage, ...]:
    """Where a claim is put."""
    return tuple(mention.passage for mention in finding.claim.mentions)


def _section(
    title: str,
    findings: Iterable[ClaimFinding],
    line: Callable[[ClaimFinding, Letters], Iterable[Line]],
    letter: Letters,
) -> Section:
    """Lines of findings under a heading, the weightiest first."""
    ordered = sorted(findings, key=_weight)
    lines = [one for finding in ordered[:_MOST_LINES] for one in line(finding, letter)]
    left = ordered[_MOST_LINES:]
    if left:
        lines.append(
            Line(
                text=f"and {plural(len(left), 'more claim')}, in the matrix and the ledger",
                citations=tuple(_cited(finding)[0] for finding in left),
            )
        )
    return Section(title=title, lines=tuple(lines))


def _supported(finding: ClaimFinding, letter: Letters) -> Iterable[Line]:
    """A claim with its sides, and a second line on why the count is not higher."""
    voices = sum(origin.side is Side.FOR for origin in finding.origins)
    text = f"{clipped(finding.claim.text)}: {named_origins(finding, letter) or 'nobody named'}"
    against = named_origins(finding, letter, side=Side.AGAINST)
    if against:
        text += f"; against: {against}"
    silent = named_origins(finding, letter, side=Side.NO_POSITION)
    if silent:
        text += f"; takes no position: {silent}"
    yield Line(
        text=text,
        citations=_cited(finding),
        claim=finding.claim.id,
        aside=counted(finding.independent, voices) if voices else "no voice for it",
    )
    if finding.merges and finding.independent.low < finding.independent.high:
        why = dict.fromkeys(
            f"{merge.a} and {merge.b}: {merge.reason.feature}" for merge in finding.merges
        )
        evidence = [p for merge in finding.merges for p in merge.reason.evidence]
        yield Line(
            text="  Why not more: " + "; ".join(list(why)[:3]) + ".",
            citations=tuple(dict.fromkeys(evidence)) or _cited(finding),
            claim=finding.claim.id,
        )


def _one_origin(findings: Sequence[ClaimFinding], letter: Letters) -> Section:
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
        ordered = sorted(by_name[name], key=_weight)
        room = max(0, _MOST_ONE_ORIGIN - len(shown))
        fitting = min(room, _MOST_OF_ONE)
        shown += [(name, finding) for finding in ordered[:fitting]]
        rest += ordered[fitting:]
    lines = [_named_line(name, finding, letter) for name, finding in shown]
    if rest:
        lines.append(
            Line(
                text=f"and {plural(len(rest), 'more claim')} with one origin, in the ledger",
                citations=tuple(_cited(finding)[0] for finding in rest),
            )
        )
    return Section(title="One origin", lines=tuple(lines))


def _named_line(name: str, finding: ClaimFinding, letter: Letters) -> Line:
    """A claim behind the name of its one origin."""
    origin = next(one for one in finding.origins if one.side is Side.FOR)
    codes = "; ".join(sorted(letter[a] for a in origin.articles if a in letter))
    via = f", via {', '.join(origin.relays)}" if origin.relays else ""
    return Line(
        text=f"{name}: {clipped(finding.claim.text)} [{codes}{via}]",
        citations=_cited(finding),
        claim=finding.claim.id,
        aside=plural(len(origin.articles), "article"),
    )


def _bare(finding: ClaimFinding, letter: Letters) -> Iterable[Line]:
    """What outlets assert in their own voice."""
    articles = sorted({letter[p.article] for p in _cited(finding) if p.article in letter})
    yield Line(
        text=f"{clipped(finding.claim.text)} [{'; '.join(articles)}]",
        citations=_cited(finding),
        claim=finding.claim.id,
        aside="no origin",
    )


def _forecast(finding: ClaimFinding, letter: Letters, *, as_of: str) -> Iterable[Line]:
    """A forecast with its forecaster and what it is due for."""
    who = named_origins(finding, letter) or "nobody named"
    due = next((v.date.latest for v in finding.claim.values if v.date and v.date.latest), None)
    later = ""
    if due:
        later = f" Due {due[:10]}" + (", a day now past." if due[:10] < as_of[:10] else ".")
    against = named_origins(finding, letter, side=Side.AGAINST)
    yield Line(
        text=f"{who}: {clipped(finding.claim.text)}.{later}"
        + (f" Against: {against}." if against else ""),
        citations=_cited(finding),
        claim=finding.claim.id,
        aside=str(finding.status),
    )


def _position(finding: ClaimFinding, letter: Letters) -> Iterable[Line]:
    """An attested utterance, judgement or demand."""
    who = named_origins(finding, letter) or "nobody named"
    yield Line(
        text=f"{who}: {clipped(finding.claim.text)}",
        citations=_cited(finding),
        claim=finding.claim.id,
        aside=str(finding.claim.kind),
    )


_SHIFTING = {"denied", "acknowledged", "withdrawn", "not-confirmed", "conceded"}


def _shifts(findings: Sequence[ClaimFinding], letter: Letters) -> Iterable[Line]:
    """Histories in which somebody changed position, step by step, with what each step rests on."""
    for finding in sorted(findings, key=_weight):
        if finding.status not in {Status.CONCEDED, Status.RETRACTED}:
            continue
        steps = [step for step in finding.history if step.state in _SHIFTING] or list(
            finding.history
        )
        told = []
        for step in steps:
            basis = {
                StepBasis.CHARACTERISED: "in the reporter's word, no quotation",
                StepBasis.OWN_WORDS: "own words",
                StepBasis.REPORTED: "reported",
            }[step.basis]
            code = letter.get(step.passage.article, "?")
            when = step.date or "undated"
            told.append(f"{step.by or 'nobody named'} {step.state}, {when} ({basis}) [{code}]")
        yield Line(
            text=f"{clipped(finding.claim.text)}: " + "; ".join(told),
            citations=tuple(step.passage for step in steps),
            claim=finding.claim.id,
        )


def _differences(found: Sequence[Discrepancy], letter: Letters) -> Iterable[Line]:
    """Discrepancies, open ones first."""
    order = {
        DiscrepancyState.OPEN: 0,
        DiscrepancyState.SUPERSEDED: 1,
        DiscrepancyState.COMPATIBLE: 2,
    }
    for one in sorted(found, key=lambda d: (order[d.state], str(d.type), d.a, d.b)):
        codes = f"{letter.get(one.a.article, '?')}/{letter.get(one.b.article, '?')}"
        yield Line(
            text=f"{clipped(one.text, at_most=260)} [{codes}]",
            citations=(one.a, one.b),
            aside=f"{one.type}, {one.state}",
        )


def _next(settled: SettledStory, letter: Letters) -> Iterable[Line]:
    """The records that would settle most: transcripts, relayed outlets, missing dates."""
    outlets = {(reading.article.outlet or "").casefold() for reading in settled.readings}
    quoted: dict[str, list[Passage]] = defaultdict(list)
    relayed: dict[str, list[Passage]] = defaultdict(list)
    papers: dict[str, list[Passage]] = defaultdict(list)
    undated = []
    for reading in settled.readings:
        article = reading.article
        if article.published_basis is not DateBasis.STATED:
            undated.append(letter.get(article.id, "?"))
        for statement in reading.statements:
            passage = Passage(article.id, statement.content[0])
            for relay in statement.relays:
                if relay.casefold() not in outlets:
                    relayed[relay].append(passage)
            if statement.speaker_kind is SpeakerKind.DOCUMENT and statement.speaker:
                papers[statement.speaker].append(passage)
            elif statement.manner is Manner.DIRECT and statement.speaker:
                where = statement.medium or statement.occasion
                quoted[f"{statement.speaker}{f' ({where})' if where else ''}"].append(passage)
    for title, found in (
        ("Full records of", quoted),
        ("Documents:", papers),
        ("The reports of", relayed),
    ):
        names = sorted(found, key=lambda name: (-len(found[name]), name))[:5]
        if names:
            what = {
                "Full records of": "quoted here in parts",
                "Documents:": "cited here, not in the input",
                "The reports of": "relayed here, not in the input",
            }[title]
            yield Line(
                text=f"{title} {'; '.join(names)}: {what}.",
                citations=tuple(found[name][0] for name in names),
            )
    if undated:
        yield Line(
            text=f"The publication date of {', '.join(sorted(undated))}: not stated in the text.",
            citations=tuple(
                Passage(reading.article.id, reading.article.zones[0].span)
                for reading in settled.readings
                if reading.article.published_basis is not DateBasis.STATED
            ),
        )
