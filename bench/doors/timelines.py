"""Timelines of an entity: the events it has a part in, each on the day the text places it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from firsthand.annotate.annotator import Annotator
from firsthand.annotate.event_days import Narrative
from firsthand.annotate.event_parties import Parties
from firsthand.annotate.event_tree import Tree
from firsthand.domain import Sentence, Span
from firsthand.extract import plain_article

__all__ = ["predict"]

_UNDATED = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """One document, read."""

    id: str
    text: str
    numbers: Sequence[int]
    """The given number of each paragraph."""

    sentences: Sequence[Sentence]
    parties: Parties
    narrative: Narrative


def predict(source: Path, target: Path) -> None:
    """Write ``{corpus, timelines: [{entity, timeline: [{date, events}]}]}`` for each corpus."""
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        for line in lines:
            if not line.strip():
                continue
            corpus = json.loads(line)
            read = [_read(document) for document in corpus["docs"]]
            timelines = [_timeline(entry["entity"], read) for entry in corpus["timelines"]]
            out.write(json.dumps({"corpus": corpus["corpus"], "timelines": timelines}) + "\n")


def _read(document: Mapping[str, Any]) -> _Read:
    """Read a document, every given sentence a paragraph of its own."""
    kept = [(n, " ".join(said.split())) for n, said in enumerate(document["sentences"])]
    kept = [(n, said) for n, said in kept if said]
    text = "\n\n".join(said for _, said in kept)
    article = plain_article(text, item=document["id"], published=document.get("dct"))
    reading = Annotator().read(article)
    return _Read(
        id=document["id"],
        text=text,
        numbers=[n for n, _ in kept],
        sentences=reading.sentences,
        parties=Parties(Tree(text, reading.tokens), reading.sentences, reading.events),
        narrative=Narrative(reading.sentences, reading.times, reading.events, article.published),
    )


def _timeline(entity: str, documents: Sequence[_Read]) -> dict[str, Any]:
    """The events of one entity, in order of their dates, undated ones first.

    The first sentence of a document is its headline, which the text tells again.
    """
    dated: dict[str, list[dict[str, str]]] = {}
    for document in documents:
        for anchor in document.parties.events_of(entity):
            number = _number(document, anchor)
            if number == 0:
                continue
            day = document.narrative.day(anchor)
            event = {
                "doc": document.id,
                "sent": str(number),
                "trigger": anchor.of(document.text),
            }
            dated.setdefault(_UNDATED if day is None else day.value, []).append(event)
    ordered = sorted(dated, key=lambda date: (date != _UNDATED, date))
    return {
        "entity": entity,
        "timeline": [{"date": date, "events": dated[date]} for date in ordered],
    }


def _number(document: _Read, anchor: Span) -> int:
    """The given number of the sentence that holds an anchor."""
    sentence = next(one for one in document.sentences if one.span.holds(anchor))
    return document.numbers[sentence.paragraph]
