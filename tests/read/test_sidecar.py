"""What a sidecar says goes before what a file says; one that cannot be used is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.domain import Capture, Field, Rejected
from firsthand.errors import InputError
from firsthand.extract import articles_from
from firsthand.read import read_paths
from firsthand.read.sidecar import sidecar_from

TEXT = """Harbour master resigns

By Ellen Rask

The harbour master of Odda resigned on Tuesday, the town council said in a statement.

Her deputy takes over until a successor has been found, according to the mayor.
"""
TOLD = """
title = "Odda loses its harbour master"
outlet = "Fjord Observer"
authors = ["Nils Torvik", "Ellen Rask"]
published = 2026-03-17T08:30:00+01:00
url = "https://fjordobserver.example/odda-harbour-master"
fetched_at = "2026-03-18T09:00:00+00:00"
paywalled = true
"""


def test_its_facts_come_first_and_its_address_counts_as_recorded() -> None:
    told = sidecar_from("x.meta.toml", TOLD.encode())

    assert [fact.value for fact in told.facts if fact.field is Field.AUTHOR] == [
        "Nils Torvik",
        "Ellen Rask",
    ]
    assert told.url == "https://fjordobserver.example/odda-harbour-master"
    assert told.fetched_at == "2026-03-18T09:00:00+00:00"
    published = [fact.value for fact in told.facts if fact.field is Field.PUBLISHED]
    assert published == ["2026-03-17T08:30:00+01:00"]
    assert {fact.source for fact in told.facts} == {"sidecar"}


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"title = ", "TOML"),
        (b"\xff\xfe", "TOML"),
        (b'headline = "X"', "headline"),
        (b"title = 3", "title"),
        (b'published = "yesterday"', "yesterday"),
        (b'published = "2026-13-45"', "published"),
        (b'paywalled = "yes"', "paywalled"),
        (b'title = "' + b"x" * 70000 + b'"', "KB"),
        (b"a = " + b"[" * 20000, "TOML"),
    ],
)
def test_one_that_cannot_be_used_says_why(raw: bytes, word: str) -> None:
    with pytest.raises(InputError) as caught:
        sidecar_from("x.meta.toml", raw)

    assert word in caught.value.why
    assert caught.value.hint


def test_it_overrides_the_file_beside_it(tmp_path: Path) -> None:
    (tmp_path / "odda.txt").write_text(TEXT)
    (tmp_path / "odda.txt.meta.toml").write_text(TOLD)

    (capture,) = read_paths([str(tmp_path)])

    assert isinstance(capture, Capture)
    (article,) = articles_from(capture)
    assert article.outlet == "Fjord Observer"
    assert article.authors == ("Nils Torvik", "Ellen Rask")
    assert article.published == "2026-03-17T08:30:00+01:00"
    assert article.title == "Odda loses its harbour master"
    assert article.url == "https://fjordobserver.example/odda-harbour-master"
    assert "resigned on Tuesday" in article.text


def test_a_broken_one_is_rejected_and_its_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "odda.txt").write_text(TEXT)
    (tmp_path / "odda.txt.meta.toml").write_text("title = ")
    (tmp_path / "gone.txt.meta.toml").write_text(TOLD)

    rows = list(read_paths([str(tmp_path)]))

    rejected = [Path(row.item).name for row in rows if isinstance(row, Rejected)]
    assert rejected == ["gone.txt.meta.toml", "odda.txt.meta.toml"]
    assert [Path(row.item).name for row in rows if isinstance(row, Capture)] == ["odda.txt"]


def test_a_folder_saved_beside_a_page_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "Ferry.html").write_text("<html><body><p>The ferry sank.</p></body></html>")
    (tmp_path / "Ferry_files").mkdir()
    (tmp_path / "Ferry_files" / "style.css").write_text("p { color: red }")
    (tmp_path / "other_files").mkdir()
    (tmp_path / "other_files" / "note.txt").write_text("The tug came late.")

    rows = list(read_paths([str(tmp_path)]))

    assert [Path(row.item).name for row in rows] == ["Ferry.html", "note.txt"]
