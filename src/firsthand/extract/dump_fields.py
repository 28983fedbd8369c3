"""Field blocks in plain text: ``Headline: …``, ``Source: …``, ``PD  3 March 2021``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.domain import Fact, Field
from firsthand.extract.bylines import byline_of
from firsthand.extract.lines import Line
from firsthand.tables.fieldlabels import field_labels
from firsthand.text.timestamps import iso_moment, timestamps_in

__all__ = ["FieldLine", "field_blocks", "field_facts"]

_LABELLED = re.compile(r"(?:[*_]{2})?([^\W\d_][^:：\n]{0,30}?)\s*(?:[*_]{2})?[:：]\s*(?:[*_]{2})?")
_CODED = re.compile(r"([A-Z]{2,3})(?:[ \t]{2,}|\t+|\s*\Z)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(?:\d\d)?)?(Z?)\Z")
"""Moments as event databases write them: 20210303, 20210303T134000Z, 20210303134000."""

_FEWEST_LABELS = 2
"""Labels from which lines one below the other are a block: one alone ("Date: Sunday at noon")
stands in articles."""

_MOST_BETWEEN = 1
"""Lines without a label inside a block: a value that runs over."""

_TELLING = frozenset([Field.TITLE, Field.OUTLET, Field.PUBLISHED, Field.AUTHOR])


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldLine:
    """A line of a field block."""

    position: int
    """Index into the lines."""

    value_start: int
    """Into the raw text: where the value begins; the line's end where there is none."""

    field: Field | None
    """None: a field that is not kept, or the text."""

    text: bool = False
    """Whether the article's text follows the label."""


def field_blocks(lines: Sequence[Line]) -> list[tuple[FieldLine, ...]]:
    """Find the blocks of two or more labels, one of them title, outlet, date or author.

    Returns:
        Ascending, not overlapping.
    """
    blocks: list[list[FieldLine]] = []
    for one in _field_lines(lines):
        last = blocks[-1][-1].position if blocks else None
        if last is None or one.position - last > 1 + _MOST_BETWEEN or blocks[-1][-1].text:
            blocks.append([])
        blocks[-1].append(one)
    return [tuple(block) for block in blocks if _is_block(block, lines)]


def _is_block(block: Sequence[FieldLine], lines: Sequence[Line]) -> bool:
    labels = {_label(lines[one.position], one) for one in block}
    telling = {one.field for one in block} & _TELLING
    return len(labels) >= _FEWEST_LABELS and bool(telling)


def _label(line: Line, one: FieldLine) -> str:
    return line.text[: one.value_start - line.start].strip(" :：\t").casefold()


def _field_lines(lines: Sequence[Line]) -> Iterator[FieldLine]:
    table = field_labels()
    for position, line in enumerate(lines):
        head = line.text[:48]
        match = _LABELLED.match(head)
        if match is not None:
            label = match[1].strip(" *_").casefold()
            if label in table.labels or label in table.texts:
                yield FieldLine(
                    position=position,
                    value_start=line.start + match.end(),
                    field=table.labels.get(label),
                    text=label in table.texts,
                )
                continue
        coded = _CODED.match(head)
        if coded is not None and (coded[1] in table.codes or coded[1] in table.text_codes):
            yield FieldLine(
                position=position,
                value_start=line.start + coded.end(),
                field=table.codes.get(coded[1]),
                text=coded[1] in table.text_codes,
            )


def field_facts(raw_text: str, lines: Sequence[Line], block: Sequence[FieldLine]) -> list[Fact]:
    """What a block states, in its order; values that do not read as their field are left out."""
    found = []
    for one in block:
        if one.field is None:
            continue
        value = " ".join(raw_text[one.value_start : lines[one.position].end].split())
        found += [
            Fact(field=one.field, value=read, source="visible") for read in _read(one.field, value)
        ]
    return found


def _read(field: Field, value: str) -> tuple[str, ...]:
    if not value:
        return ()
    if field in {Field.PUBLISHED, Field.UPDATED}:
        moment = _moment(value)
        return (moment,) if moment else ()
    if field is Field.AUTHOR:
        return _people(value)
    if field is Field.URL:
        return (value,) if value.startswith(("http://", "https://")) else ()
    return (value,)


def _people(value: str) -> tuple[str, ...]:
    byline = byline_of(value) or byline_of(value, bare=True)
    if byline is None:
        last_first = [part.strip() for part in value.split(",")]
        if len(last_first) == _LAST_AND_FIRST and all(last_first):
            byline = byline_of(f"{last_first[1]} {last_first[0]}", bare=True)
    return (*byline.people, *byline.agencies) if byline is not None else ()


_LAST_AND_FIRST = 2
"""Parts of a name printed the other way round ("Berg, Liv")."""


def _moment(value: str) -> str | None:
    compact = _COMPACT.match(value)
    if compact is not None:
        year, month, day, hour, minute, zone = compact.groups()
        clock = f" {hour}:{minute}{zone}" if hour else ""
        return iso_moment(f"{year}-{month}-{day}{clock}")
    stamp = next(iter(timestamps_in(value)), None)
    return stamp.value if stamp is not None else iso_moment(value)
