"""An article that a format hands over alone: markup of it, its paragraphs, or a transcript's turns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand.domain import (
    Article,
    ArticleId,
    Capture,
    DateBasis,
    Fact,
    Field,
    Form,
    Standing,
    digest,
)
from firsthand.errors import InputError
from firsthand.extract.bylines import byline_of, is_outlet_name, reporters_in
from firsthand.extract.dates import dating_of
from firsthand.extract.furniture import stamps_of_line, updates_in
from firsthand.extract.fusion import Fused, fused
from firsthand.extract.issuers import Signs, issuer_of
from firsthand.extract.language import weighed_language
from firsthand.extract.parts import Part, Text, near_body, text_of
from firsthand.extract.photos import photo_credits
from firsthand.extract.provenance import Provenance, provenance_of
from firsthand.extract.record_lines import RecordLine, lines_of_record
from firsthand.extract.record_roles import judged, same_words
from firsthand.extract.turns import turns_of
from firsthand.extract.wires import same_house

__all__ = ["MOST_LINES", "record_articles"]

MOST_LINES = 20_000
"""Lines from which a record is a collection, not an article; as for plain text."""

_PRINTED_STANDFIRST = frozenset(
    ["sidecar", "newsml-g2", "nitf", "ninjs", "atom", "rss", "json-feed"]
)
"""What states a standfirst that readers saw. The description of a page's or a document's metadata
is written for search engines: it is weighed as evidence and does not enter the text."""

_SAME_OPENING = 0.8
"""Share of a standfirst's letters with which the body opens, from which it is an excerpt of the
body: the rest is a call to read on."""

_NO_TEXT = "hand in the record with the article's text"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """A record whose lines have their roles."""

    raw: str
    """What the lines point into: what the format holds, behind a headline and a standfirst that
    only its fields state, each on a line of its own."""

    lines: tuple[RecordLine, ...]

    def of(self, role: str) -> list[RecordLine]:
        return [line for line in self.lines if line.role == role]


def record_articles(capture: Capture) -> list[Article]:
    """Find the article in a record that holds nothing else.

    A headline or standfirst that stands only in the format's fields is set in front of the text,
    in `Article.raw_text` too, so that every span of the article's text stands in the raw text.

    Args:
        capture: Of form FRAGMENT, PARAGRAPHS or TURNS.

    Returns:
        One article.

    Raises:
        InputError: it holds no article text, or more lines than an article can have.
    """
    raw, lines = lines_of_record(capture)
    if len(lines) > MOST_LINES:
        raise InputError(
            capture.item, f"has more than {MOST_LINES} lines", "hand in one article a record"
        )
    stated = fused(_facts_of(capture))
    turns = capture.form is Form.TURNS
    found = _as_given(lines) if turns else judged(lines, title=stated.title)
    record = _Record(raw=raw, lines=tuple(found))
    told = fused((*_facts_of(capture), *_visible(record)))
    record = _with_head(record, told)
    parts = [
        Part(start=line.start, end=line.end, role=line.role or "body") for line in record.lines
    ]
    cut = text_of(record.raw, parts)
    if not any(zone.kind.value == "body" for zone in cut.zones):
        raise InputError(capture.item, "holds no article text", _NO_TEXT)
    shift = len(record.raw) - len(raw)
    article = _article(capture, cut, told)
    spoken = turns_of(cut, capture.marks, shift=shift, outlet=article.outlet) if turns else ()
    # Everything in a transcript is somebody's turn: there is no voice of an issuer in it.
    return [replace(article, turns=spoken, issuer=None) if spoken else article]


def _facts_of(capture: Capture) -> tuple[Fact, ...]:
    if capture.url is None:
        return capture.facts
    recorded = Fact(field=Field.URL, value=capture.url, source="recorded")
    return (recorded, *(fact for fact in capture.facts if fact != recorded))


def _as_given(lines: Sequence[RecordLine]) -> list[RecordLine]:
    return [
        replace(line, role="body" if line.role in {None, "subhead"} else line.role)
        for line in lines
    ]


def _visible(record: _Record) -> list[Fact]:
    """What the lines themselves say of the article."""
    found = [(Field.TITLE, " ".join(line.text.split())) for line in record.of("headline")]
    people = [
        name
        for line in record.of("byline")
        for byline in [byline_of(line.text) or byline_of(line.text, bare=True)]
        if byline is not None
        for name in (*byline.people, *byline.agencies)
    ] or [name for line in record.of("reporting") for name in reporters_in(line.text) or ()]
    found += [(Field.AUTHOR, name) for name in dict.fromkeys(people)]
    mastheads = [
        name
        for line in record.of("timestamp")
        for stamp in stamps_of_line(line.text)[:1]
        if is_outlet_name(name := line.text[: stamp.span.start].strip(" ,|·•–—-*_"))
    ]
    mastheads += [line.text for line in record.of("masthead") if is_outlet_name(line.text)]
    found += [(Field.OUTLET, name) for name in mastheads[:1]]
    dating = dating_of(
        [
            line.stamp or line.text
            for line in record.lines
            if (line.role == "timestamp" or (line.role == "byline" and stamps_of_line(line.text)))
            and (line.stamp or stamps_of_line(line.text))
        ]
    )
    if dating.published is not None and dating.published != dating.updated:
        found.append((Field.PUBLISHED, dating.published))
    if dating.updated is not None:
        found.append((Field.UPDATED, dating.updated))
    return [Fact(field=field, value=value, source="visible") for field, value in found]


def _with_head(record: _Record, told: Fused) -> _Record:
    """The record with a headline and standfirst in front that only its fields state."""
    lines = list(record.lines)
    head: list[tuple[str, str]] = []
    if told.title and not record.of("headline"):
        head.append(("headline", " ".join(told.title.split())))
    if told.standfirst and not record.of("standfirst"):
        words = " ".join(told.standfirst.split())
        same = [
            position
            for position, line in enumerate(lines)
            if line.role == "body" and same_words(line.text, words)
        ]
        kept = [line.text for line in lines if line.role == "body"]
        if same[:1] == [_first_body(lines)] and len(kept) > 1 and _is_printed(told):
            lines[same[0]] = replace(lines[same[0]], role="standfirst")
        elif not same and kept and _is_printed(told) and not _opens_with(kept, words):
            head.append(("standfirst", words))
    if not head:
        return replace(record, lines=tuple(lines))
    front = "".join(words + "\n" for _, words in head)
    made: list[RecordLine] = []
    at = 0
    for role, words in head:
        made.append(RecordLine(start=at, end=at + len(words), text=words, role=role))
        at += len(words) + 1
    moved = (replace(line, start=line.start + at, end=line.end + at) for line in lines)
    return _Record(raw=front + record.raw, lines=(*made, *moved))


def _first_body(lines: Sequence[RecordLine]) -> int:
    return next((at for at, line in enumerate(lines) if line.role == "body"), -1)


def _is_printed(told: Fused) -> bool:
    return any(
        one.standing is Standing.WON
        and one.fact.field is Field.STANDFIRST
        and one.fact.source in _PRINTED_STANDFIRST
        for one in told.evidence
    )


def _opens_with(paragraphs: Sequence[str], words: str) -> bool:
    """Whether the body begins with `words`, which may be cut off ("The first words of […]")."""
    wanted = "".join(one for one in words.casefold() if one.isalnum())
    size, opening = 0, []
    for paragraph in paragraphs:
        letters = "".join(one for one in paragraph.casefold() if one.isalnum())
        opening.append(letters)
        size += len(letters)
        if size >= len(wanted):
            break
    shown = "".join(opening)
    same = next(
        (at for at, (one, other) in enumerate(zip(wanted, shown, strict=False)) if one != other),
        min(len(wanted), len(shown)),
    )
    return same >= _SAME_OPENING * len(wanted) > 0


def _article(capture: Capture, cut: Text, told: Fused) -> Article:
    raw = cut.raw_text
    furniture = [(one.role, one.span.of(raw)) for one in cut.furniture]
    body = [zone.span.of(cut.text) for zone in cut.zones if zone.kind.value == "body"]
    heads = [zone.span.of(cut.text) for zone in cut.zones if zone.kind.value == "headline"]
    title = told.title or (" ".join(heads[0].split()) if heads else None)
    notice = [("syndication", told.notice)] if told.notice else []
    says = _with_wires(provenance_of(body, [*furniture, *notice], outlet=told.outlet), told.wires)
    signs = Signs(
        announced=any(role == "label" for role, _ in furniture),
        outlet=says.outlet,
        url=told.url,
        byline=bool(told.authors),
    )
    photos = [
        name for role, words in furniture if role == "caption" for name in photo_credits(words)
    ]
    corrections = [words for role, words in furniture if role == "correction"]
    language, evidence = weighed_language(cut.text, told.evidence)
    return Article(
        id=ArticleId(digest("a", says.outlet, title, told.published, cut.text)),
        item=capture.item,
        text=cut.text,
        zones=cut.zones,
        raw_text=raw,
        furniture=cut.furniture,
        kept=cut.kept,
        sha256=capture.sha256,
        fetched_at=capture.fetched_at,
        url=told.url,
        outlet=says.outlet,
        outlet_basis=told.outlet_basis,
        title=title,
        authors=told.authors,
        issuer=issuer_of(body, near_body(cut), signs=signs),
        published=told.published,
        published_basis=DateBasis.STATED if told.published else DateBasis.UNKNOWN,
        published_bound=told.published_bound,
        updated=told.updated,
        language=language,
        dateline=says.dateline or told.dateline,
        syndicated=says.syndicated,
        relayed_from=says.relayed_from,
        wire=says.wire,
        notice=says.notice or told.notice,
        credits=tuple(dict.fromkeys((*photos, *told.credits))),
        corrections=tuple(dict.fromkeys((*corrections, *updates_in(body), *told.corrections))),
        section=told.section,
        paywalled=told.paywalled,
        evidence=evidence,
        reasons=(*says.reasons, *told.reasons),
    )


def _with_wires(says: Provenance, wires: Sequence[str]) -> Provenance:
    """What the text says of where it comes from, and the agencies that the format's fields name."""
    if not wires:
        return says
    outlet = says.outlet
    others = [one for one in wires if outlet is None or not same_house(one, outlet)]
    new = [one for one in others if not any(same_house(one, old) for old in says.relayed_from)]
    if not others:
        return replace(says, wire=says.wire or outlet)
    if outlet is None:
        return replace(says, wire=says.wire or others[0])
    return replace(
        says,
        wire=says.wire or others[0],
        syndicated=True,
        relayed_from=(*says.relayed_from, *new),
    )
