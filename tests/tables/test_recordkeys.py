"""The names under which exports keep what belongs to an article."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from firsthand.tables.recordkeys import folded_key, record_keys


def test_every_name_belongs_to_one_field() -> None:
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/record_keys.toml").read_text(encoding="utf-8")
    )
    names = [folded_key(name) for listed in raw["fields"].values() for name in listed]
    own = [name for name in names if names.count(name) > 1]

    assert sorted(set(own)) == []


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("maintext", "text"),
        ("articleBody", "text"),
        ("Full Text", "text"),
        ("full_text", "text"),
        ("publish-date", "published"),
        ("seendate", "fetched"),
        ("source_domain", "host"),
        ("meta_lang", "language"),
        ("veröffentlicht", "published"),
        ("score", ""),
        ("", ""),
    ],
)
def test_a_name_in_any_writing_is_known(name: str, field: str) -> None:
    assert record_keys().field_of(name) == field


def test_containers_are_ranked() -> None:
    keys = record_keys()

    assert keys.rank_of_container("articles") < keys.rank_of_container("data")
    assert keys.rank_of_container("pictures") == len(keys.containers)
    assert not keys.is_container("pictures")
