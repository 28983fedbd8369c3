"""What a record's lines say of the article themselves, and the head that only its fields state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand.domain import Fact, Field, Standing
from firsthand.extract.bylines import byline_of, is_outlet_name, reporters_in
from firsthand.extract.dates import dating_of
from firsthand.extract.furniture import stamps_of_line
from firsthand.extract.fusion import Fused
from firsthand.extract.record_lines import RecordLine
from firsthand.extract.record_roles import same_words

__all__ = ["Record", "visible_facts", "with_head"]

_PRINTED_STANDFIRST = frozenset(
    ["sidecar", "newsml-g2", "nitf", "ninjs", "atom", "rss", "json-feed"]
)
"""What states a standfirst that readers saw. The description of a page's or a document's metadata
is written for search engines: it is weighed as evidence and does not enter the text."""

_SAME_OPENING = 0.8
"""Share of a standfirst's letters with which the body opens, from which it is an excerpt of the
body: the rest is a call to read on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record whose lines have their roles."""

    raw: str
    """What the lines point into: what the format holds, behind a headline and a standfirst that
    only its fields state, each on a line of its own."""

    lines: tuple[RecordLine, ...]

    def of(self, role: str) -> list[RecordLine]:
        """Its lines with `role`."""
        return [line for line in self.lines if line.role == role]


def visible_facts(record: Record) -> list[Fact]:
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


def with_head(record: Record, told: Fused) -> Record:
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
    return Record(raw=front + record.raw, lines=(*made, *moved))


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
