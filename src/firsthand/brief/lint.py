"""Warnings about texts as printed: what must not be used as it stands."""

from __future__ import annotations

import re

from firsthand.brief.wording import clipped, proposition
from firsthand.domain import (
    Change,
    Findings,
    Lint,
    Passage,
    Reading,
    SettledStory,
    Side,
    Span,
    SpeakerKind,
    Status,
    Value,
    ZoneKind,
)
from firsthand.text.amounts import amounts_in
from firsthand.text.folding import fold
from firsthand.text.quotation import quotations

__all__ = ["lint"]


def lint(settled: SettledStory, findings: Findings) -> tuple[Lint, ...]:
    """Check every text against itself and the others.

    Rules: ``withdrawn`` (its outlet has taken the text back), ``headline-quotation`` (words in marks in a headline or standfirst that no body in the
    story carries), ``quotation-altered`` (a quotation whose words differ between printings),
    ``number-without-origin`` (a count of people, harm or money that outlets assert without naming
    anybody), ``unnamed-plural`` ("sources" in the plural that nobody counts),
    ``headline-overreach`` (a number of the headline that its own body lacks).

    Returns:
        Withdrawn texts first, then warnings by rule, then by passage.
    """
    bodies = _bodies(settled)
    found = [
        *(one for reading in settled.readings for one in _headline(reading, bodies)),
        *_altered(findings),
        *_numbers(settled, findings),
        *_plural_sources(settled),
        *(one for reading in settled.readings for one in _overreach(reading)),
    ]
    found.sort(key=lambda one: (one.rule, one.passage))
    return (*_withdrawn(settled), *found)


def _withdrawn(settled: SettledStory) -> list[Lint]:
    """Texts that say of themselves that they were withdrawn."""
    found = []
    for reading in settled.readings:
        article = reading.article
        if not article.withdrawn:
            continue
        places = (article.text.find(note) for note in article.corrections)
        start, note = next(
            ((at, note) for at, note in zip(places, article.corrections, strict=True) if at >= 0),
            (0, ""),
        )
        span = Span(start, start + len(note)) if note else article.zones[0].span
        found.append(
            Lint(
                rule="withdrawn",
                text="the text says of itself that it was withdrawn",
                passage=Passage(article.id, span),
            )
        )
    return sorted(found, key=lambda one: one.passage)


def _bodies(settled: SettledStory) -> str:
    """All body text of the story, folded: long, so it is made once."""
    return " ".join(
        fold(zone.span.of(reading.article.text))
        for reading in settled.readings
        for zone in reading.article.zones
        if zone.kind is ZoneKind.BODY
    )


def _headline(reading: Reading, bodies: str) -> list[Lint]:
    """Quotations of headline and standfirst that stand in no body."""
    text = reading.article.text
    marked = quotations(text)
    found = []
    for zone in reading.article.zones:
        if zone.kind not in {ZoneKind.HEADLINE, ZoneKind.STANDFIRST}:
            continue
        for span in marked:
            words = fold(span.of(text)).strip(" .,;:!?'\"")
            if zone.span.holds(span) and words and words not in bodies:
                found.append(
                    Lint(
                        rule="headline-quotation",
                        text=f"“{span.of(text)}” stands in marks in the {zone.kind}, "
                        "but in no article's body",
                        passage=Passage(reading.article.id, span),
                    )
                )
    return found


def _altered(findings: Findings) -> list[Lint]:
    """Quotations printed with other words than elsewhere."""
    return [
        Lint(
            rule="quotation-altered",
            text="printed between marks with words that differ from "
            f"“{clipped(quotation.canonical).strip(' ,.')}”",
            passage=variant.passage,
        )
        for quotation in findings.quotations
        for variant in quotation.variants
        if variant.change in {Change.ALTERED, Change.PARAPHRASE}
    ]


_NEWS = re.compile(
    r"person|people|m[ae]n|wom[ae]n|child|passenger|resident|civilian|soldier|troop|worker|"
    r"employee|patient|firefighter|officer|crew|victim|casualty|death|injury|survivor|arrest|"
    r"detainee|evacuee|villager|student|protester|migrant|refugee|hostage|family|household|body|"
    r"ton|tonne|vehicle|car|home|house"
)
"""Lemmas whose counts carry news: people and what happened to them, goods and things lost."""

_MONEY = re.compile(r"[A-Z]{3}")
_HARMED = re.compile(
    r"\b(?:hurt|injur\w+|wound\w+|kill\w+|dead|died|deaths?|missing|evacuat\w+|arrest\w+|detain\w+|"
    r"displaced|rescued|treated|hospital\w*|homeless|infected|lost)\b",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(
    r"\b(?:built|opened|founded|since (?:19|20)\d\d|capacity|carries up to|can (?:carry|hold)|up to|"
    r"home to|population)\b",
    re.IGNORECASE,
)


def _carries_news(value: Value, words: str) -> bool:
    """Whether a number tells what happened: people, harm or money; no year, size or distance."""
    number = value.number
    if value.kind != "number" or number is None or _BACKGROUND.search(words):
        return False
    if number.unit is not None:
        return _MONEY.fullmatch(number.unit) is not None
    counted = number.noun is not None and _NEWS.fullmatch(number.noun) is not None
    return counted or _HARMED.search(words) is not None


def _numbers(settled: SettledStory, findings: Findings) -> list[Lint]:
    """Numbers that nobody is named for: one warning a claim, at its first such printing.

    What a press release or a witness counts has an origin, and so has a count that a named origin
    gives elsewhere in the story.
    """
    texts = {reading.article.id: reading.article for reading in settled.readings}
    vouched = {
        (value.number.low, value.number.high)
        for finding in findings.claims
        if any(origin.side is Side.FOR for origin in finding.origins)
        for value in finding.claim.values
        if value.number is not None
    }
    found: dict[Passage, Lint] = {}
    for finding in findings.claims:
        if finding.status is not Status.UNATTRIBUTED:
            continue
        bare = {
            mention.passage.article: mention.passage.span.of(texts[mention.passage.article].text)
            for mention in finding.claim.mentions
            if mention.statement is None
            and not mention.witnessed
            and texts[mention.passage.article].issuer is None
        }
        numbers = [
            value.passage
            for value in finding.claim.values
            if value.passage.article in bare
            and _carries_news(value, bare[value.passage.article])
            and value.number is not None
            and (value.number.low, value.number.high) not in vouched
        ]
        if numbers:
            first = min(numbers)
            more = f", in {len(bare)} articles" if len(bare) > 1 else ""
            words = proposition(bare[first.article], at_most=90)
            found[first] = Lint(
                rule="number-without-origin",
                text=f"“{first.span.of(texts[first.article].text)}” in “{words}”: printed without "
                f"saying who counted{more}",
                passage=first,
            )
    return list(found.values())


_PLURALS = re.compile(
    r"\b(?:sources|officials|people|persons|insiders|diplomats|aides|advisers|lawyers|friends|"
    r"employees|staffers|executives|witnesses|colleagues)\b",
    re.IGNORECASE,
)
_FAMILIAR = re.compile(r"\b(?:familiar|with|of|in|close|who|briefed|at|from|to|near|on)\b")
_NUMBERED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|a dozen|\d+)\b", re.IGNORECASE
)


def _plural_sources(settled: SettledStory) -> list[Lint]:
    """Unnamed sources in the plural that nobody counts: one warning a wording and article."""
    found: dict[tuple[str, str], Lint] = {}
    for reading in settled.readings:
        for statement in reading.statements:
            if statement.speaker_kind is not SpeakerKind.ANONYMOUS or not statement.source:
                continue
            words = " ".join(statement.source[0].of(reading.article.text).split())
            head = _FAMILIAR.split(words, maxsplit=1)[0]
            if not _PLURALS.search(head) or _NUMBERED.search(head):
                continue
            found.setdefault(
                (reading.article.id, fold(words)),
                Lint(
                    rule="unnamed-plural",
                    text=f"“{clipped(words, at_most=90)}”: unnamed people in the plural count as "
                    "one origin; the text does not show that they are several",
                    passage=Passage(reading.article.id, statement.source[0]),
                ),
            )
    return list(found.values())


_SERIAL = re.compile(r"[A-Z]{4,}\s+\d{1,2}$")
"""A wire's serial mark before its headline ("UPDATE 2-")."""

_FIGURE = re.compile(r"(?<![\w.,])\d[\d,.]*\d|(?<![\w.,])\d")


def _overreach(reading: Reading) -> list[Lint]:
    """Numbers of the headline that the article's own body does not have."""
    if not reading.tokens:
        # numbers are read as English writes them: "1.500" is another number elsewhere
        return []
    text = reading.article.text
    body = "\n".join(z.span.of(text) for z in reading.article.zones if z.kind is ZoneKind.BODY)
    if not body:
        return []
    amounts = {a.low for a in amounts_in(body, 0, len(body))} | {
        a.high for a in amounts_in(body, 0, len(body))
    }
    figures = {match.group().replace(",", "") for match in _FIGURE.finditer(body)}
    found = []
    for zone in reading.article.zones:
        if zone.kind is not ZoneKind.HEADLINE:
            continue
        rounded = [a.span for a in amounts_in(text, *_ends(zone.span)) if a.approximator]
        for match in _FIGURE.finditer(text, *_ends(zone.span)):
            written = match.group().replace(",", "")
            span = Span(match.start(), match.end())
            known = written in figures or (written.isdigit() and float(written) in amounts)
            serial = _SERIAL.match(text, zone.span.start, span.end) is not None
            if not known and not serial and not any(one.overlaps(span) for one in rounded):
                found.append(span)
    return [
        Lint(
            rule="headline-overreach",
            text=f"the headline's number “{span.of(text)}” stands nowhere in the article's body",
            passage=Passage(reading.article.id, span),
        )
        for span in found
    ]


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
