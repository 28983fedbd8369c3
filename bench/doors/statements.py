"""Statements: who said what, with everything Firsthand knows of each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from firsthand.annotate import Annotator
from firsthand.attribute import statements
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


def predict(source: Path, target: Path) -> None:
    """Write `{id, attributions}` for each document of `source` to `target`, in its order."""
    annotator = Annotator()
    with (
        source.open(encoding="utf-8") as documents,
        target.open("w", encoding="utf-8") as predictions,
    ):
        for line in documents:
            if not line.strip():
                continue
            document = json.loads(line)
            article = plain_article(
                document["text"],
                item=document["id"],
                published=document.get("date"),
                title=document.get("title"),
                outlet=document.get("publisher"),
                language=document.get("lang") or "en",
            )
            found = [_line(one) for one in statements(annotator.read(article))]
            row = {"id": document["id"], "attributions": found}
            predictions.write(json.dumps(row, ensure_ascii=False) + "\n")
