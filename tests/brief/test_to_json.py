from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from firsthand.brief.schema import brief_schema
from firsthand.brief.to_json import as_data, to_json
from firsthand.domain import Brief, Findings, Reading, SettledStory
from tests.brief.ferry_story import GAZETTE, ferry_brief

CONTRACT = [
    "schema",
    "version",
    "as_of",
    "made_with",
    "counts",
    "story",
    "articles",
    "statements",
    "claims",
    "discrepancies",
    "timeline",
    "places",
    "copies",
    "quotations",
    "provenance",
    "rulings",
    "lint",
    "notes",
    "rejected",
    "sections",
    "thread",
    "actors",
]


def _passages(data: Any) -> list[dict[str, Any]]:
    if isinstance(data, dict):
        own = [data] if {"article", "start", "end", "quote"} <= data.keys() else []
        return own + [one for value in data.values() for one in _passages(value)]
    if isinstance(data, list):
        return [one for value in data for one in _passages(value)]
    return []


def _objects(schema: Any) -> list[dict[str, Any]]:
    found = [schema] if isinstance(schema, dict) else []
    inner = schema.values() if isinstance(schema, dict) else schema
    if isinstance(schema, dict | list):
        found += [one for value in inner for one in _objects(value)]
    return found


def test_the_data_satisfy_the_schema() -> None:
    Draft202012Validator.check_schema(brief_schema())
    Draft202012Validator(brief_schema()).validate(as_data(ferry_brief()))


def test_a_brief_with_nothing_found_satisfies_the_schema() -> None:
    full = ferry_brief()
    bare = Brief(
        as_of=full.as_of,
        made_with=full.made_with,
        settled=SettledStory(story=full.settled.story, readings=full.settled.readings[:1]),
        findings=Findings(claims=()),
        sections=(),
    )

    Draft202012Validator(brief_schema()).validate(as_data(bare))


def test_every_top_field_of_the_contract_is_there() -> None:
    assert sorted(as_data(ferry_brief())) == sorted(CONTRACT)


@pytest.mark.parametrize("field", CONTRACT)
def test_the_schema_misses_a_field_that_is_gone(field: str) -> None:
    data = as_data(ferry_brief())
    del data[field]

    with pytest.raises(ValidationError):
        Draft202012Validator(brief_schema()).validate(data)


def test_the_schema_refuses_a_field_it_does_not_name() -> None:
    data = as_data(ferry_brief())
    data["claims"][0]["colour"] = "red"

    with pytest.raises(ValidationError, match="colour"):
        Draft202012Validator(brief_schema()).validate(data)


def test_every_object_of_the_schema_is_strict_and_every_field_described() -> None:
    for one in _objects(brief_schema()):
        if "properties" in one and isinstance(one.get("required"), list):
            assert one["additionalProperties"] is False
            assert one["required"] == list(one["properties"])
            for name, field in one["properties"].items():
                assert "description" in field or "$ref" in field, name


def test_every_quote_is_the_text_at_its_offsets() -> None:
    data = as_data(ferry_brief())
    texts = {article["id"]: article["text"] for article in data["articles"]}
    found = _passages(data)

    assert len(found) > 50
    for passage in found:
        assert passage["quote"] == texts[passage["article"]][passage["start"] : passage["end"]]


def test_offsets_count_code_points_beyond_the_basic_plane() -> None:
    full = ferry_brief()
    first = full.settled.readings[0]
    text = "😀" + first.article.text[1:]
    changed = Reading(article=replace(first.article, text=text), statements=first.statements)
    settled = replace(full.settled, readings=(changed, *full.settled.readings[1:]))
    data = json.loads(to_json(replace(full, settled=settled)))
    mention = data["claims"][0]["mentions"][0]

    assert mention["quote"] == "She was doing nineteen knots where twelve are allowed"
    assert data["articles"][0]["text"].startswith("😀")


def test_counts_follow_copies_and_open_differences() -> None:
    assert as_data(ferry_brief())["counts"] == {
        "articles": 3,
        "texts": 2,
        "origins": 5,
        "contradictions": 1,
        "rejected": 1,
    }


def test_the_story_runs_from_the_first_to_the_last_stated_time() -> None:
    story = as_data(ferry_brief())["story"]

    assert story["first"] == "2025-03-11T14:20:00+01:00"
    assert story["last"] == "2025-03-12T11:40:00+01:00"


def test_a_statement_gives_its_words_and_where_they_stand() -> None:
    data = as_data(ferry_brief())
    said = next(one for one in data["statements"] if one["article"] == GAZETTE)

    assert said["content"] == "She was doing nineteen knots where twelve are allowed"
    assert said["cue"] == "told"
    assert said["speaker"] == "Ivo Radman"
    assert said["spans"]["content"] == [[211, 264]]


def test_reliability_letters_are_left_to_the_analyst() -> None:
    for claim in as_data(ferry_brief())["claims"]:
        assert set(claim["grade"]["letters"].values()) == {"F"}


def test_the_same_brief_gives_the_same_characters() -> None:
    assert to_json(ferry_brief()) == to_json(ferry_brief())
    assert json.loads(to_json(ferry_brief())) == as_data(ferry_brief())


def test_the_published_schema_is_the_shipped_one() -> None:
    root = Path(__file__).parents[2]
    shipped = root / "src" / "firsthand" / "brief" / "data" / "brief-1.schema.json"
    published = root / "docs" / "reference" / "brief-1.schema.json"

    assert published.read_text("utf-8") == shipped.read_text("utf-8")


def test_a_place_without_a_geonames_number_has_none() -> None:
    full = ferry_brief()
    first = full.places[0]
    made_up = replace(first, place=replace(first.place, geonameid=-7))
    data = as_data(replace(full, places=(made_up,)))

    Draft202012Validator(brief_schema()).validate(data)
    assert data["places"][0]["geonameid"] is None
