"""Patterns of error: where each stands in a corpus, and a sentence of ours that shows it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.statement_errors.findings import compare
from bench.statement_errors.kinds import Kind
from bench.statement_errors.relations import Document
from bench.statement_errors.words import words_of
from firsthand.annotate import Annotator
from firsthand.attribute import statements
from firsthand.domain import Span
from firsthand.extract import plain_article

__all__ = ["Pattern", "kinds_shown", "patterns", "spans_of"]

_FILE = Path(__file__).with_name("patterns.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One pattern of error."""

    kind: Kind
    corpus: str
    """polnear or wikinews."""

    document: str
    start: int
    end: int
    """Of the cue in that document, in code points, end exclusive; of the content where there is
    no cue."""

    pattern: str
    """What goes wrong, as a reader is told."""

    people: str
    """What a second annotator does with it."""

    text: str
    """Our own text of the same pattern."""

    annotated: tuple[Mapping[str, Any], ...]
    """All its relations: parts as written, fragments apart by " | "."""

    state: str
    """open or mended."""


def patterns() -> tuple[Pattern, ...]:
    """All patterns, in the order of the file."""
    rows = tomllib.loads(_FILE.read_text(encoding="utf-8"))["pattern"]
    return tuple(
        Pattern(
            kind=Kind[row["kind"]],
            corpus=row["corpus"],
            document=row["document"],
            start=row["start"],
            end=row["end"],
            pattern=row["pattern"],
            people=row["people"],
            text=row["text"],
            annotated=tuple(row["annotated"]),
            state=row.get("state", "open"),
        )
        for row in rows
    )


def kinds_shown(one: Pattern) -> tuple[Kind, ...]:
    """The kinds of error that the finder as it is makes in the pattern's own text."""
    gold = Document(
        id="pattern",
        text=one.text,
        language="en",
        title=None,
        rows=tuple(_row(one.text, number, row) for number, row in enumerate(one.annotated)),
    )
    reading = Annotator().read(plain_article(one.text, item="pattern"))
    rows = tuple(
        {
            "id": each.id,
            "parent": each.parent,
            "type": each.manner.value,
            "source": _offsets(each.source),
            "cue": _offsets(each.cue),
            "content": _offsets(each.content),
        }
        for each in statements(reading)
    )
    found = Document(id="pattern", text="", language="en", title=None, rows=rows)
    return tuple(error.kind for error in compare(gold, found, words_of(one.text)).errors)


def _offsets(spans: Sequence[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _row(text: str, number: int, written: Mapping[str, Any]) -> dict[str, Any]:
    """Offsets for parts as written."""
    row: dict[str, Any] = {"id": written.get("id", str(number)), "parent": written.get("parent")}
    for part in ("source", "cue", "content"):
        row[part] = spans_of(text, written.get(part, ""))
    return row


def spans_of(text: str, written: str) -> tuple[tuple[int, int], ...]:
    """Offsets of fragments as written, apart by " | "; each is looked for behind the one before."""
    spans: list[tuple[int, int]] = []
    behind = 0
    for fragment in filter(None, written.split(" | ")):
        start = text.index(fragment, behind)
        behind = start + len(fragment)
        spans.append((start, behind))
    return tuple(spans)
