"""The benchmark door: every task takes its input form and gives its scorer's form."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from bench import predict

TEXT = (
    "The county police said on Sunday that 14 people were hurt when a quarry wall fell near Larvik.\n\n"
    "“Nobody is missing,” superintendent Jonas Lie told reporters in Oslo on Monday.\n\n"
    "Quarry workers had warned of cracks in the wall since August, the union said."
)
PAGE = (
    "<html><head><title>Quarry wall falls</title></head><body><h1>Quarry wall falls</h1>"
    + "".join(f"<p>{part}</p>" for part in TEXT.split("\n\n"))
    + "</body></html>"
)
Rows = list[dict[str, Any]]


def _predicted(task: str, folder: Path, rows: Rows, *, zipped: bool = False) -> Rows:
    source = folder / ("in.jsonl.gz" if zipped else "in.jsonl")
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    if zipped:
        source.write_bytes(gzip.compress(lines.encode()))
    else:
        source.write_text(lines, encoding="utf-8")
    target = folder / "out.jsonl"
    assert predict.main([task, str(source), str(target)]) == 0
    return [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]


def test_every_task_of_the_contract_has_a_door() -> None:
    doors = {path.stem for path in (Path(predict.__file__).parent / "doors").glob("*.py")}

    assert set(predict.TASKS) <= doors


def test_wrong_words_are_wrong_usage(tmp_path: Path) -> None:
    assert predict.main(["weather", "a", "b"]) == 2
    assert predict.main(["times", str(tmp_path / "missing"), "b"]) == 2


def test_extract_reads_pages_and_dumps(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "p.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    page = {"id": "p", "url": "https://gazette.example/q", "html": "html/p.html.gz"}
    (row,) = _predicted("extract", tmp_path, [page])
    (dump,) = _predicted("extract", tmp_path, [{"id": "d", "text": "Menu\n\n" + TEXT}], zipped=True)

    assert set(row) >= {"id", "title", "authors", "date_published", "text"}
    assert "14 people were hurt" in row["text"]
    assert "14 people were hurt" in dump["text"]


def test_statements_carry_spans_and_fields(tmp_path: Path) -> None:
    (row,) = _predicted("statements", tmp_path, [{"id": "x", "text": TEXT, "date": "2026-01-05"}])
    said = row["attributions"]

    assert len(said) >= 3
    quoted = next(a for a in said if TEXT[a["content"][0][0] :].startswith("Nobody is missing"))
    assert "Lie" in TEXT[slice(*quoted["source"][0])]
    assert quoted["type"] == "direct"


def test_places_times_and_events(tmp_path: Path) -> None:
    (places,) = _predicted("places", tmp_path, [{"id": "x", "text": TEXT}])
    (times,) = _predicted("times", tmp_path, [{"id": "x", "text": TEXT, "dct": "2026-01-05"}])
    (event,) = _predicted("plover", tmp_path, [{"id": "x", "text": "Oslo accused Riga of spying."}])

    assert {TEXT[t["start"] : t["end"]] for t in places["toponyms"]} >= {"Larvik", "Oslo"}
    values = {TEXT[t["start"] : t["end"]]: t["value"] for t in times["timexes"]}
    assert values["Sunday"] == "2026-01-04"
    assert values["Monday"] == "2026-01-05"
    assert event["event"]


def test_quantities_carry_value_and_noun(tmp_path: Path) -> None:
    (row,) = _predicted("quantities", tmp_path, [{"id": "x", "text": TEXT}])
    (hurt,) = [one for one in row["quantities"] if one["low"] == 14]

    assert TEXT[hurt["start"] : hurt["end"]] == "14"
    assert (hurt["high"], hurt["approximator"], hurt["unit"]) == (14, None, None)
    assert TEXT[hurt["noun_start"] : hurt["noun_end"]].startswith("people")


def test_stories_copies_and_directions(tmp_path: Path) -> None:
    wire = {"id": "w", "title": "Quarry wall falls", "text": f"LARVIK (SKP) - {TEXT}", "outlet": "Skerry Press (SKP)",
            "date": "2026-01-05T08:00:00+01:00"}  # fmt: skip
    copy = {"id": "c", "title": "Wall of quarry collapses", "text": f"{TEXT}\n\n(SKP)", "outlet": "Fjord Gazette",
            "date": "2026-01-05T09:00:00+01:00"}  # fmt: skip
    other = {"id": "o", "title": "Parliament votes on fishing quotas", "outlet": "Bergen Post",
             "text": "Deputies in Reykjavik voted on Tuesday for lower cod quotas, the ministry said. "
             "Fleets from Grindavik will lie idle for six weeks. The opposition called it a betrayal.",
             "date": "2026-02-17"}  # fmt: skip
    rows = [wire, copy, other]
    stories = {r["id"]: r["cluster"] for r in _predicted("stories", tmp_path, rows)}
    copies = {r["id"]: r["cluster"] for r in _predicted("copies", tmp_path, rows)}
    pairs = [json.loads(x) for x in (tmp_path / "out.jsonl.pairs.jsonl").read_text().splitlines()]
    edges = _predicted("directions", tmp_path, rows)

    assert stories["w"] == stories["c"] != stories["o"]
    assert copies["w"] == copies["c"] != copies["o"]
    assert [{p["a"], p["b"], p["relation"]} for p in pairs] == [{"w", "c", "whole"}]
    assert edges == [{"copy": "c", "source": "w"}]


@pytest.mark.parametrize("task", ["timelines", "tls", "coref"])
def test_the_other_doors_answer_in_their_form(tmp_path: Path, task: str) -> None:
    rows: dict[str, Rows] = {
        "timelines": [
            {
                "corpus": "quarry",
                "docs": [
                    {
                        "id": "1",
                        "name": "1_q.txt",
                        "dct": "2026-01-05",
                        "sentences": TEXT.split("\n\n"),
                    }
                ],
                "timelines": [{"entity": "Jonas Lie", "timeline": []}],
            }
        ],
        "tls": [
            {
                "corpus": "t",
                "topic": "quarry",
                "articles": [{"date": "2026-01-05", "text": TEXT.replace("\n\n", " \n")}],
                "timeline": [{"date": "2026-01-04", "sentences": ["A wall fell ."]}],
            }
        ],
        "coref": [
            {
                "id": "x#1",
                "doc": "x",
                "sentence": 0,
                "start": 84,
                "end": 88,
                "text": "fell",
                "kind": "event",
            },
            {
                "id": "y#1",
                "doc": "y",
                "sentence": 0,
                "start": 3,
                "end": 7,
                "text": "fell",
                "kind": "event",
            },
        ],
    }
    found = _predicted(task, tmp_path, rows[task])

    keys = {
        "timelines": {"corpus", "timelines"},
        "tls": {"topic", "timeline"},
        "coref": {"id", "cluster"},
    }
    assert found
    assert all(set(row) >= keys[task] for row in found)
