"""Timelines of an entity: its events, each with the date nearest to it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from firsthand.annotate.annotator import Annotator
from firsthand.annotate.parse import parse
from firsthand.domain import Sentence, Span, Token, When
from firsthand.extract import plain_article
from firsthand.text.folding import fold_name
from firsthand.text.timex import day_of
from firsthand.text.when import times_in

__all__ = ["predict"]

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "agent", "pobj", "poss", "dative", "conj"})
_UNDATED = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """One document, read."""

    id: str
    text: str
    numbers: Sequence[int]
    """The given number of each paragraph."""

    published: str | None
    tokens: Sequence[Token]
    sentences: Sequence[Sentence]
    times: Sequence[When]


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


def _read(document: dict[str, Any]) -> _Read:
    """Parse a document, every given sentence a paragraph of its own."""
    kept = [(n, " ".join(said.split())) for n, said in enumerate(document["sentences"])]
    kept = [(n, said) for n, said in kept if said]
    text = "\n\n".join(said for _, said in kept)
    article = plain_article(text, item=document["id"], published=document.get("dct"))
    tokens, sentences = parse(article, model=Annotator().model)
    return _Read(
        id=document["id"],
        text=text,
        numbers=[n for n, _ in kept],
        published=article.published,
        tokens=tokens,
        sentences=sentences,
        times=times_in(text, tokens, sentences, published=article.published),
    )


def _timeline(entity: str, documents: Sequence[_Read]) -> dict[str, Any]:
    """The events of one entity, in order of their dates, undated ones first."""
    dated: dict[str, list[dict[str, str]]] = {}
    for document in documents:
        before = False
        for sentence in document.sentences:
            named = _named(entity, document, sentence)
            if not named and before:
                named = _pronoun(document, sentence)
            before = bool(named)
            for number in _events(document, sentence, named):
                token = document.tokens[number]
                event = {
                    "doc": document.id,
                    "sent": str(document.numbers[sentence.paragraph]),
                    "trigger": document.text[token.start : token.end],
                }
                dated.setdefault(_date(document, sentence, number), []).append(event)
    ordered = sorted(dated, key=lambda date: (date != _UNDATED, date))
    return {
        "entity": entity,
        "timeline": [{"date": date, "events": dated[date]} for date in ordered],
    }


def _named(entity: str, document: _Read, sentence: Sentence) -> set[int]:
    """Numbers of the tokens that name the entity, in full or by its last word."""
    words = fold_name(entity).split()
    tokens = range(sentence.first, sentence.last)
    written = {
        n: fold_name(document.text[document.tokens[n].start : document.tokens[n].end])
        for n in tokens
    }
    for at in tokens:
        if [written.get(at + step) for step in range(len(words))] == words:
            return {n for n in tokens if written[n] in words}
    return {n for n in tokens if written[n] == words[-1] and document.tokens[n].pos == "PROPN"}


def _pronoun(document: _Read, sentence: Sentence) -> set[int]:
    """A third-person subject among the first words: it goes on about whom the last sentence named."""
    for number in range(sentence.first, min(sentence.last, sentence.first + 5)):
        token = document.tokens[number]
        word = document.text[token.start : token.end].lower()
        if word in {"he", "she", "it", "they"} and token.dep in {"nsubj", "nsubjpass"}:
            return {number}
    return set()


def _events(document: _Read, sentence: Sentence, named: set[int]) -> list[int]:
    """Numbers of the verbs that have the entity as an argument, at any depth of its phrase."""
    found: set[int] = set()
    for number in named:
        at = number
        for _ in range(len(document.tokens)):
            token = document.tokens[at]
            head = token.head
            if head == at or not sentence.first <= head < sentence.last:
                break
            if document.tokens[head].pos == "VERB" and token.dep in _ARGUMENTS | {
                "prep",
                "compound",
            }:
                found.add(head)
                break
            if document.tokens[head].pos == "VERB":
                break
            at = head
    return sorted(found)


def _date(document: _Read, sentence: Sentence, number: int) -> str:
    """The event's date: one in its own clause, one in its sentence, else what the text told of last.

    A document's story goes on on the day it named, so the last day within a week before
    publication serves for the sentences after it; failing that, the day of publication.
    """
    token = document.tokens[number]
    event = Span(token.start, token.end)
    here = [when for when in document.times if sentence.span.holds(when.span) and _is_point(when)]
    if here:
        nearest = min(
            here,
            key=lambda when: (not _governs(document, number, when), _gap(when.span, event)),
        )
        return _written(nearest)
    before = [
        when.value[:10]
        for when in document.times
        if when.span.end <= sentence.span.start
        and _is_point(when)
        and when.value
        and _is_fresh(document, when)
    ]
    return before[-1] if before else document.published or _UNDATED


def _is_point(when: When) -> bool:
    return (
        when.kind in {"DATE", "TIME"} and bool(when.earliest) and (when.value or "")[:4].isdigit()
    )


def _is_fresh(document: _Read, when: When) -> bool:
    """Whether a time is a day in the week before publication."""
    told, published = day_of((when.value or "")[:10]), day_of(document.published)
    return told is not None and published is not None and 0 <= (published - told).days <= 7


def _written(when: When) -> str:
    """A value as timelines write it: a day, month or year; a week is its month."""
    value = (when.value or _UNDATED).split("/")[0].split("T")[0]
    if "W" in value or "Q" in value or not value[-1].isdigit():
        return (when.earliest or _UNDATED)[:7]
    return value


def _governs(document: _Read, number: int, when: When) -> bool:
    """Whether the first verb above a time expression is this one."""
    inside = [
        n
        for n, token in enumerate(document.tokens)
        if when.span.start <= token.start < when.span.end
    ]
    if not inside:
        return False
    at = inside[0]
    for _ in range(12):
        head = document.tokens[at].head
        if head == at:
            return False
        if document.tokens[head].pos in {"VERB", "AUX"}:
            return head == number
        at = head
    return False


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
