"""Properties of the whole program: spans, ids, order, counts."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from firsthand.brief.schema import brief_schema
from firsthand.brief.to_html import to_html
from firsthand.brief.to_json import to_json
from firsthand.brief.to_markdown import to_markdown
from firsthand.brief.to_text import to_text
from firsthand.domain import Reading, Span
from tests.property.coverage import (
    HOSTILE,
    Piece,
    Told,
    copied,
    mixes,
    stories_told,
    story_told,
)
from tests.property.whole_run import AS_OF, briefs, ran

_FEW = settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
_SCHEMA = Draft202012Validator(brief_schema())


def _pieces(told: Sequence[Told], folder: str = "in") -> list[Piece]:
    return [
        Piece(f"{folder}/{number}", one.written())
        for number, one in enumerate(sorted(told, key=repr))
    ]


def _passages(data: Any) -> list[dict[str, Any]]:
    """Every object of a brief that cites a text."""
    found = []
    if isinstance(data, dict):
        if {"article", "start", "end", "quote"} <= data.keys():
            found.append(data)
        for value in data.values():
            found += _passages(value)
    elif isinstance(data, list):
        for value in data:
            found += _passages(value)
    return found


def _check_spans(reading: Reading) -> None:
    """Every span of every layer lies in the text, and what is written matches the layer's own word."""
    text = reading.article.text
    whole = Span(0, len(text)) if text else None
    spans = [zone.span for zone in reading.article.zones]
    spans += [Span(token.start, token.end) for token in reading.tokens]
    spans += [sentence.span for sentence in reading.sentences]
    spans += [mention.span for mention in reading.mentions]
    spans += [when.span for when in reading.times]
    spans += [where.span for where in reading.places]
    spans += [quantity.span for quantity in reading.quantities]
    spans += [quantity.noun_span for quantity in reading.quantities if quantity.noun_span]
    for statement in reading.statements:
        spans += [*statement.content, *statement.cue, *statement.source]
    for span in spans:
        assert whole is not None
        assert whole.holds(span)
        assert span.of(text).strip()
    for token in reading.tokens:
        assert 0 <= token.head < len(reading.tokens)
    for kept in reading.article.kept:
        assert kept.text.of(text) == kept.raw.of(reading.article.raw_text)
    for furniture in reading.article.furniture:
        assert furniture.span.end <= len(reading.article.raw_text)


def _check_brief(data: dict[str, Any]) -> None:
    """The JSON fits its schema and quotes what it cites."""
    _SCHEMA.validate(data)
    texts = {article["id"]: article["text"] for article in data["articles"]}
    for passage in _passages(data):
        assert passage["quote"] == texts[passage["article"]][passage["start"] : passage["end"]]
    for statement in data["statements"]:
        for spans in statement["spans"].values():
            for start, end in spans:
                assert 0 <= start < end <= len(texts[statement["article"]])
    ids = [one["id"] for layer in ("articles", "statements", "claims") for one in data[layer]]
    assert len(ids) == len(set(ids))
    assert data["counts"]["articles"] == len(data["articles"])
    assert data["counts"]["rejected"] == len(data["rejected"])


def _check_renderings(pieces: Sequence[Piece]) -> None:
    """Inputs add up; every layer and every form of every brief is sound."""
    outcome = ran(pieces)

    assert outcome.inputs == len(pieces)
    assert outcome.articles + len(outcome.rejected) == len(pieces)
    assert outcome.articles == sum(len(brief.settled.readings) for brief in outcome.briefs)
    told = [reading.article.item for brief in outcome.briefs for reading in brief.settled.readings]
    refused = [row.item for row in outcome.rejected]
    assert sorted(told + refused) == sorted(piece.name for piece in pieces)
    assert all(row.reason and row.hint for row in outcome.rejected)
    for brief in outcome.briefs:
        for reading in brief.settled.readings:
            _check_spans(reading)
        _check_brief(json.loads(to_json(brief)))
        page = to_html(brief)
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        for form in (page, to_text(brief), to_markdown(brief), to_json(brief)):
            assert form.encode()


@_FEW
@given(mixes())
def test_whatever_is_handed_in_counts_add_up_and_every_span_lies_in_its_text(
    pieces: tuple[Piece, ...],
) -> None:
    _check_renderings(pieces)


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_no_hostile_file_ends_a_run(name: str) -> None:
    _check_renderings([Piece(name, HOSTILE[name])])


def _without_names(data: dict[str, Any]) -> dict[str, Any]:
    """A brief without the names its inputs had."""
    return {**data, "articles": [{**one, "file": ""} for one in data["articles"]]}


@_FEW
@given(stories_told(), st.randoms(use_true_random=False))
def test_neither_order_nor_folder_of_the_files_changes_a_brief(
    told: tuple[Told, ...], chance: Any
) -> None:
    pieces = _pieces(told)
    shuffled = list(pieces)
    chance.shuffle(shuffled)
    first = [to_json(brief) for brief in ran(pieces).briefs]
    moved = [
        replace(piece, name=f"elsewhere/{9 - number}") for number, piece in enumerate(shuffled)
    ]

    assert [to_json(brief) for brief in ran(shuffled).briefs] == first
    assert [_without_names(data) for data in briefs(moved)] == [
        _without_names(json.loads(one)) for one in first
    ]


@_FEW
@given(story_told())
def test_a_whole_copy_never_adds_an_independent_origin(told: tuple[Told, ...]) -> None:
    wired, mirrored = copied(told[0], "Nordpress")
    before = briefs(_pieces([wired, *told[1:]]))
    after = briefs([*_pieces([wired, *told[1:]]), Piece("in/copy", mirrored.written())])

    counted = _independent(before)
    for text, (low, high) in _independent(after).items():
        if text in counted:
            assert low <= counted[text][0]
            assert high <= counted[text][1]


def _independent(found: Sequence[dict[str, Any]]) -> dict[str, tuple[int, int]]:
    return {
        claim["text"]: (claim["independent"]["low"], claim["independent"]["high"])
        for data in found
        for claim in data["claims"]
    }


_UNRELATED = Told(
    headline="Chess club in Tasmania marks its first hundred years",
    outlet="Derwent Weekly",
    stamp="Friday, 14 August 2015, 08:00 AEST",
    reporter="Lou Marchetti",
    place="HOBART",
    paragraphs=(
        "The oldest chess club of the island opened its doors to children for a week of games.",
        "“We began with four boards and a kettle,” club secretary Wilma Proud said.",
        "Members plan to play a match by post against a library in Dunedin next winter.",
    ),
)


@_FEW
@given(story_told())
def test_an_unrelated_article_leaves_a_brief_as_it_was(told: tuple[Told, ...]) -> None:
    alone = briefs(_pieces(told))
    beside = briefs([*_pieces(told), Piece("in/chess", _UNRELATED.written())])

    assert [data for data in beside if data["articles"][0]["outlet"] != "Derwent Weekly"] == alone


def test_another_process_with_another_hash_seed_writes_the_same_characters(tmp_path: Path) -> None:
    pieces = [
        Piece(f"{tmp_path}/{name}", raw)
        for name, raw in (
            ("chess", _UNRELATED.written()),
            ("dump", HOSTILE["script in the text"]),
            ("page", HOSTILE["script in a page"]),
        )
    ]
    for piece in pieces:
        Path(piece.name).write_bytes(piece.raw)
    arguments = ["brief", str(tmp_path), "--as-of", AS_OF, "-q", "--format", "json"]
    ended = subprocess.run(
        [sys.executable, "-m", "firsthand", *arguments],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONHASHSEED": "4711", "PYTHONIOENCODING": "utf-8"},
        timeout=120,
    )
    here = [to_json(brief).rstrip("\n") for brief in ran(pieces).briefs]

    assert len(here) > 1
    assert ended.stdout == '{"briefs": [\n' + ",\n".join(here) + "\n]}\n"
