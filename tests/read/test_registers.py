"""Registers that users bring along: OpenSanctions, Wikidata, tables and lines of their own."""

from __future__ import annotations

import gzip
import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.domain import RegisterEntry, Rejected, SpeakerKind
from firsthand.errors import UsageError
from firsthand.read import register_entries

FTM = {
    "id": "NK-8aT",
    "caption": "Ingrid Moe",
    "schema": "Person",
    "properties": {
        "name": ["Ingrid Moe", "MOE, Ingrid"],
        "alias": ["Ingrid Katarina Moe"],
        "weakAlias": ["the pilot"],
        "country": ["no"],
        "birthDate": ["1961"],
    },
}
WIKIDATA = {
    "id": "Q900001",
    "type": "item",
    "labels": {
        "en": {"language": "en", "value": "Larvik Harbour Trust"},
        "nb": {"value": "Larvik havn"},
    },
    "aliases": {"en": [{"value": "LHT"}]},
    "claims": {"P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q4830453"}}}}]},
}


def written(folder: Path, text: str, name: str = "register.txt") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def of(path: str) -> list[tuple[str, tuple[str, ...], SpeakerKind | None, tuple[str, ...]]]:
    found = list(register_entries(path))
    assert all(isinstance(one, RegisterEntry) for one in found)
    assert {one.register for one in found if isinstance(one, RegisterEntry)} <= {path}
    return [
        (one.id, one.names, one.kind, one.states) for one in found if isinstance(one, RegisterEntry)
    ]


def test_entities_of_opensanctions(tmp_path: Path) -> None:
    ship = {"id": "NK-ship", "caption": "Moe", "schema": "Vessel", "properties": {"name": ["Moe"]}}
    path = written(tmp_path, "\n".join(json.dumps(one) for one in (FTM, ship)))

    assert of(path) == [
        (
            "NK-8aT",
            ("Ingrid Moe", "MOE, Ingrid", "Ingrid Katarina Moe"),
            SpeakerKind.PERSON,
            ("NO",),
        )
    ]


def test_the_simple_table_of_opensanctions(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '"id","schema","name","aliases","birth_date","countries"\n'
        '"NK-1","Person","Ingrid Moe","I. Moe;Ingrid K. Moe","1961","no;dk"\n'
        '"NK-2","PublicBody","Harbour Trust","","","no"\n'
        '"NK-3","Address","12 Quay Street","","","no"\n',
    )

    assert of(path) == [
        ("NK-1", ("Ingrid Moe", "I. Moe", "Ingrid K. Moe"), SpeakerKind.PERSON, ("DK", "NO")),
        ("NK-2", ("Harbour Trust",), SpeakerKind.BODY, ("NO",)),
    ]


def test_entities_of_wikidata_in_one_long_array(tmp_path: Path) -> None:
    person = {
        "id": "Q5001",
        "labels": {"mul": {"value": "Ada Okoye"}},
        "claims": {"P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}}]},
    }
    bare = {"id": "Q7", "labels": {"en": {"value": "Quay Street"}}, "aliases": [], "claims": []}
    lines = ["[", json.dumps(WIKIDATA) + ",", json.dumps(person) + ",", json.dumps(bare), "]"]
    path = written(tmp_path, "\n".join(lines))

    assert of(path) == [
        ("Q900001", ("Larvik Harbour Trust", "LHT"), SpeakerKind.BODY, ()),
        ("Q5001", ("Ada Okoye",), SpeakerKind.PERSON, ()),
        ("Q7", ("Quay Street",), None, ()),
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_table_of_the_users_own(tmp_path: Path, mark: str) -> None:
    rows = [
        ["Name", "ID", "Kind"],
        ["Ada Okoye", "desk-1", "person"],
        ["", "", ""],
        ["Quay Co", "7", "x"],
    ]
    path = written(tmp_path, "\ufeff" + "\r\n".join(mark.join(row) for row in rows))

    assert of(path) == [
        ("desk-1", ("Ada Okoye",), SpeakerKind.PERSON, ()),
        ("7", ("Quay Co",), None, ()),
    ]


def test_lines_of_the_users_own_packed(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl.gz"
    row = {
        "id": 12,
        "name": "Ada  Okoye",
        "aliases": ["A. Okoye"],
        "kind": "Person",
        "country": "ng",
    }
    path.write_bytes(gzip.compress(json.dumps(row).encode()))

    assert of(str(path)) == [("12", ("Ada Okoye", "A. Okoye"), SpeakerKind.PERSON, ("NG",))]


def test_rows_that_cannot_be_read_are_named_and_the_others_are_kept(tmp_path: Path) -> None:
    path = written(
        tmp_path, '{"id": "a", "name": "Ada Okoye"}\n{"id": "b"\n{"id": "c"}\n{"name": "X Y"}\n7\n'
    )
    found = list(register_entries(path))
    bad = [one for one in found if isinstance(one, Rejected)]

    assert [one.id for one in found if isinstance(one, RegisterEntry)] == ["a"]
    assert [(one.item, one.reason) for one in bad] == [
        (f"{path}, line 2", "is no JSON object"),
        (f"{path}, line 3", "has no name"),
        (f"{path}, line 4", "has no id"),
        (f"{path}, line 5", "is no entry"),
    ]
    assert all(one.stage == "link" and one.hint for one in bad)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is empty"),
        ("\n \n", "is empty"),
        ("a,b\n1,2\n", "names no columns"),
        ("Dear all,\n", "no register"),
    ],
)
def test_what_is_no_register_is_refused(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        list(register_entries(written(tmp_path, text)))


def test_a_broken_or_missing_file_is_refused(tmp_path: Path) -> None:
    torn = tmp_path / "torn.gz"
    torn.write_bytes(gzip.compress(b'{"id": "a", "name": "Ada Okoye"}\n' * 9_000)[:60])
    for path in (torn, tmp_path / "none.csv", tmp_path):
        with pytest.raises(UsageError, match="cannot be read"):
            list(register_entries(path))


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.register"
    path.write_bytes(raw)
    with suppress(UsageError):
        assert all(isinstance(one, RegisterEntry | Rejected) for one in register_entries(path))


def test_years_of_birth_and_death_are_read(tmp_path: Path) -> None:
    died = {**FTM, "id": "b", "properties": {**FTM["properties"], "deathDate": ["1999-04"]}}  # type: ignore[dict-item]
    item = {
        "id": "Q5001",
        "labels": {"en": {"value": "Ada Okoye"}},
        "claims": {
            "P569": [{"mainsnak": {"datavalue": {"value": {"time": "+1975-03-01T00:00:00Z"}}}}]
        },
    }
    path = written(tmp_path, "\n".join(json.dumps(one) for one in (FTM, died, item)))
    years = [
        (one.born, one.died) for one in register_entries(path) if isinstance(one, RegisterEntry)
    ]

    assert years == [(1961, None), (1961, 1999), (1975, None)]


def test_a_table_as_excel_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes("id;name\r\n7;Ádá Okoye\r\n".encode("utf-16"))

    assert [names for _, names, _, _ in of(str(path))] == [("Ádá Okoye",)]
