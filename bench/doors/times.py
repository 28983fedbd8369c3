"""Time expressions: TIMEX3 spans, types and values."""

from __future__ import annotations

import json
from pathlib import Path

from firsthand.annotate.annotator import Annotator
from firsthand.annotate.parse import parse
from firsthand.extract import plain_article
from firsthand.text.when import times_in

__all__ = ["predict"]


def predict(source: Path, target: Path) -> None:
    """Write ``{id, timexes: [{start, end, type, value}]}`` for each text of `source`."""
    model = Annotator().model
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        for line in lines:
            if not line.strip():
                continue
            record = json.loads(line)
            article = plain_article(record["text"], item=record["id"], published=record.get("dct"))
            tokens, sentences = parse(article, model=model)
            found = times_in(
                article.text, tokens, sentences, published=article.published, ends_apart=True
            )
            timexes = [
                {
                    "start": when.span.start,
                    "end": when.span.end,
                    "type": when.kind,
                    "value": when.value or "",
                }
                for when in found
            ]
            out.write(json.dumps({"id": record["id"], "timexes": timexes}) + "\n")
