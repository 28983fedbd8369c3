"""Statements: who said what, with everything Firsthand knows of each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from firsthand.annotate import Annotator
from firsthand.attribute import statements
from firsthand.attribute.tagger import Tagger
from firsthand.domain import Span, Statement
from firsthand.extract import plain_article

__all__ = ["predict"]


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _line(one: Statement) -> dict[str, Any]:
    return {
        "id": one.id,
        "source": _spans(one.source),
        "cue": _spans(one.cue),
        "content": _spans(one.content),
        "type": one.manner.value,
        "parent": one.parent,
        "speaker": one.speaker,
        "authority": one.authority,
        "relays": list(one.relays),
        "medium": one.medium,
        "stance": one.stance.value,
        "hedged": one.hedged,
        "said_on": one.said_on,
    }


_FLAT = frozenset({"polnear"})
"""Sets that annotate no attribution inside another's words: there a right one would count as wrong."""


def lines_of(document: dict[str, Any], *, tagger: Tagger | None = None) -> dict[str, Any]:
    """The prediction for one document, `{id, attributions}`.

    Args:
        document: With `id` and `text`; `date`, `title`, `publisher`, `lang`, `corpus` where known.
        tagger: In place of the shipped one, for cross-validation.
    """
    article = plain_article(
        document["text"],
        item=document["id"],
        published=document.get("date"),
        title=document.get("title"),
        outlet=document.get("publisher"),
        language=document.get("lang") or "en",
    )
    found = statements(_annotator().read(article), tagger=tagger)
    flat = document.get("corpus") in _FLAT
    kept = [_line(one) for one in found if one.parent is None or not flat]
    return {"id": document["id"], "attributions": kept}


@cache
def _annotator() -> Annotator:
    return Annotator()


def predict(source: Path, target: Path) -> None:
    """Write `{id, attributions}` for each document of `source` to `target`, in its order."""
    with (
        source.open(encoding="utf-8") as documents,
        target.open("w", encoding="utf-8") as predictions,
    ):
        for line in documents:
            if line.strip():
                row = lines_of(json.loads(line))
                predictions.write(json.dumps(row, ensure_ascii=False) + "\n")
