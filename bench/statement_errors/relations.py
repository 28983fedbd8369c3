"""Relations of the statement benchmark: read, made comparable, and aligned as the scorer aligns.

The measure is described in the scorer's own head: relations are aligned one to one by content;
one is right where content and source agree by half (Jaccard of their words) and the cues share a
word. `tests/bench` checks that the counts made here are the scorer's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.statement_errors.words import Words

__all__ = ["Document", "Relation", "aligned", "jaccard", "read", "relations_of", "right"]

HALF = 0.5
"""Jaccard from which content or source agree: the scorer's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One line of a benchmark file."""

    id: str
    text: str
    language: str
    title: str | None
    rows: tuple[Mapping[str, Any], ...]
    """Its attributions as they stand in the file."""

    ignore: tuple[Sequence[int], ...] = ()
    unsure: tuple[Sequence[int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One attribution, as sets of word indices."""

    content: frozenset[int]
    source: frozenset[int]
    cue: frozenset[int]
    row: Mapping[str, Any]

    @property
    def manner(self) -> str:
        """direct, indirect or mixed."""
        return str(self.row.get("type") or "indirect")

    @property
    def all(self) -> frozenset[int]:
        """The words of all three parts."""
        return self.content | self.source | self.cue


def read(path: Path) -> dict[str, Document]:
    """The documents of a file of lines, by id.

    Raises:
        ValueError: A line is no JSON object with an id; the message names file and line.
    """
    found: dict[str, Document] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            found[row["id"]] = Document(
                id=row["id"],
                text=row.get("text", ""),
                language=row.get("lang") or "en",
                title=row.get("title") or None,
                rows=tuple(row.get("attributions", ())),
                ignore=tuple(row.get("ignore") or ()),
                unsure=tuple(row.get("unsure") or ()),
            )
        except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as fault:
            raise ValueError(f"{path}, line {number}: not a document of relations") from fault
    return found


def relations_of(document: Document, words: Words) -> list[Relation]:
    """The document's relations over `words`, in the order of the file."""
    return [
        Relation(
            content=words.covered(row.get("content") or ()),
            source=words.covered(row.get("source") or ()),
            cue=words.covered(row.get("cue") or ()),
            row=row,
        )
        for row in document.rows
    ]


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """Shared words by all words; 1 where both are empty."""
    return len(one & other) / len(one | other) if one or other else 1.0


def aligned(gold: Sequence[Relation], found: Sequence[Relation]) -> dict[int, int]:
    """Index in `found` by index in `gold`: best Jaccard of contents first, each used once."""
    pairs = [
        (-jaccard(one.content, other.content), -len(one.content & other.content), left, across)
        for left, one in enumerate(gold)
        for across, other in enumerate(found)
        if one.content & other.content
    ]
    made: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, left, across in sorted(pairs):
        if left not in made and across not in taken:
            made[left] = across
            taken.add(across)
    return made


def right(gold: Relation, found: Relation) -> bool:
    """Whether a found relation counts as the gold one."""
    return (
        jaccard(gold.content, found.content) >= HALF
        and jaccard(gold.source, found.source) >= HALF
        and same_cue(gold, found)
    )


def same_cue(gold: Relation, found: Relation) -> bool:
    """Whether the cues share a word, or neither has one."""
    return bool(gold.cue & found.cue) or not (gold.cue or found.cue)
