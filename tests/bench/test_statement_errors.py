"""Errors in statements: each has one kind, the counts are the scorer's, the page is not stale."""

from __future__ import annotations

import importlib.util
import json
import re
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.pages import filled
from bench.statement_errors import __main__ as command
from bench.statement_errors import page
from bench.statement_errors.fields import FIELDS
from bench.statement_errors.findings import Found, compare
from bench.statement_errors.kinds import Kind
from bench.statement_errors.page import PAGE
from bench.statement_errors.patterns import Pattern, kinds_shown, patterns, spans_of
from bench.statement_errors.relations import Document, read
from bench.statement_errors.report import per_hundred, sections
from bench.statement_errors.tallies import confusions, overall, tally
from bench.statement_errors.words import Word, Words, words_of

SCORER = Path(__file__).parents[2].parent / "shared/bench/statements/score.py"
CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("statement_errors.toml").read_text(encoding="utf-8")
)["case"]


def _document(text: str, rows: list[dict[str, Any]], unsure: str = "") -> Document:
    made = [
        {"id": str(number), **{part: spans_of(text, row.get(part, "")) for part in PARTS}}
        for number, row in enumerate(rows)
    ]
    return Document(
        id="outlet_x",
        text=text,
        language="en",
        title=None,
        rows=tuple(made),
        unsure=spans_of(text, unsure),
    )


PARTS = ("source", "cue", "content")


@pytest.mark.parametrize("case", CASES, ids=[case["kind"] for case in CASES])
def test_an_error_is_told_by_its_kind(case: dict[str, Any]) -> None:
    text = case["text"]
    gold = _document(text, case["gold"], case.get("unsure", ""))
    compared = compare(gold, _document(text, case["found"]), words_of(text))

    assert [error.kind for error in compared.errors] == [Kind[case["kind"]]]


def test_every_kind_has_a_case() -> None:
    assert {case["kind"] for case in CASES} == set(Kind.__members__)


@pytest.mark.parametrize("case", CASES, ids=[case["kind"] for case in CASES])
def test_what_is_annotated_is_right(case: dict[str, Any]) -> None:
    gold = _document(case["text"], case["gold"])
    compared = compare(gold, gold, words_of(case["text"]))

    assert compared.errors == ()
    assert len(compared.right) == len(case["gold"])


_TEXT = " ".join(f"w{number}" for number in range(24))
_WORDS = Words(
    text=_TEXT,
    words=tuple(
        Word(found.start(), found.end(), pos="VERB", lemma="say", sentence=found.start() // 30)
        for found in re.finditer(r"\w+", _TEXT)
    ),
)


@st.composite
def _spans(draw: st.DrawFn, least: int) -> list[list[int]]:
    edges = sorted(draw(st.lists(st.integers(0, 23), min_size=2 * least, max_size=4, unique=True)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return [[_WORDS.words[first].start, _WORDS.words[last].end] for first, last in pairs]


@st.composite
def _rows(draw: st.DrawFn) -> tuple[dict[str, Any], ...]:
    rows = [
        {
            "id": str(number),
            "content": draw(_spans(0 if draw(st.integers(0, 9)) == 0 else 1)),
            "source": draw(_spans(0)),
            "cue": draw(_spans(0)),
            "type": draw(st.sampled_from(("direct", "indirect", "mixed"))),
        }
        for number in range(draw(st.integers(0, 6)))
    ]
    return tuple(rows)


def _compared(gold: tuple[dict[str, Any], ...], found: tuple[dict[str, Any], ...]) -> Found:
    def document(rows: tuple[dict[str, Any], ...]) -> Document:
        return Document(id="one", text=_TEXT, language="en", title=None, rows=rows)

    return compare(document(gold), document(found), _WORDS)


def _scorer() -> ModuleType:
    if not SCORER.is_file():
        pytest.skip("the statement scorer does not lie beside the project")
    spec = importlib.util.spec_from_file_location("statement_scorer", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class TestAnyRelations:
    """Each relation is right, or in one error; the counts are the scorer's."""

    @given(gold=_rows(), found=_rows())
    @settings(max_examples=60, deadline=None)
    def test_each_relation_counts_once(
        self, gold: tuple[dict[str, Any], ...], found: tuple[dict[str, Any], ...]
    ) -> None:
        compared = _compared(gold, found)
        missed = [error.gold for error in compared.errors if error.gold is not None]
        false = [error.found for error in compared.errors if error.found is not None]

        assert len(missed) + len(compared.right) == len(compared.gold)
        assert len(false) + len(compared.right) == len(compared.found)
        assert len({id(one) for one in missed}) == len(missed)
        assert len({id(one) for one in false}) == len(false)
        tallies = tally([compared])
        assert sum(one.missed for one in tallies) == len(missed)
        assert sum(one.false for one in tallies) == len(false)

    @given(gold=_rows(), found=_rows())
    @settings(max_examples=60, deadline=None)
    def test_the_counts_are_the_scorers(
        self, gold: tuple[dict[str, Any], ...], found: tuple[dict[str, Any], ...]
    ) -> None:
        scorer = _scorer()
        answer = scorer.score(
            {"one": {"text": _TEXT, "attributions": list(gold)}},
            {"one": {"attributions": list(found)}},
        ).get("relation all", {"gold": 0, "pred": 0, "P": 0.0, "R": 0.0, "F1": 0.0})
        share = overall([_compared(gold, found)])

        assert (share.gold, share.found) == (answer["gold"], answer["pred"])
        assert round(share.precision, 1) == answer["P"]
        assert round(share.recall, 1) == answer["R"]
        assert round(share.f1, 1) == answer["F1"]


@pytest.mark.parametrize(
    ("field", "gold", "found", "verdict"),
    [
        ("speaker", {"speaker": "Lena Ostrow"}, {"speaker": "Ostrow"}, ""),
        ("speaker", {"speaker": "Lena Ostrow"}, {"speaker": None}, "none given"),
        ("speaker", {"speaker": "Lena Ostrow"}, {"speaker": "Tomas Keller"}, "somebody else"),
        ("speaker", {"speaker": None}, {"speaker": "Tomas Keller"}, None),
        ("authority", {"authority": "Norway"}, {"authority": "Norway"}, ""),
        ("authority", {"authority": "Norway; Sweden"}, {"authority": "Sweden"}, ""),
        ("authority", {"authority": "Norway"}, {"authority": "Sweden"}, "another body"),
        (
            "authority",
            {"authority": "Norway", "speaker": "Norway"},
            {},
            "none given, body is the speaker",
        ),
        ("authority, where there is none", {"authority": None}, {"authority": None}, ""),
        ("relays", {"relays": []}, {"relays": []}, None),
        ("relays", {"relays": ["Fjord Gazette"]}, {"relays": ["The Fjord Gazette"]}, ""),
        ("relays", {"relays": []}, {"relays": ["Fjord Gazette"]}, "given where there is none"),
        ("relays", {"relays": ["A", "B"]}, {"relays": ["B"]}, "one of several missing"),
        ("stance", {"stance": "denies"}, {"stance": "asserts"}, "denies taken for asserts"),
        ("hedged", {}, {"hedged": True}, None),
        ("said_on", {"said_on": "2026-01-05"}, {"said_on": "2026-01"}, "less or more precise"),
        ("said_on", {"said_on": "2026-01-05"}, {"said_on": "2026-01-04"}, "another day"),
        ("nested", {"parent": "1"}, {"parent": None}, "nested, taken for outermost"),
        ("nested", {"parent": None}, {"parent": None}, None),
    ],
)
def test_a_field_is_compared_as_the_scorer_compares_it(
    field: str, gold: dict[str, Any], found: dict[str, Any], verdict: str | None
) -> None:
    assert FIELDS[field](gold, found) == verdict


def test_confusions_are_told_only_of_fields_that_are_annotated() -> None:
    content = [[0, 11]]
    gold = ({"id": "a", "content": content, "stance": "denies"},)
    found = ({"id": "b", "content": content, "stance": "asserts"},)
    told = {one.field: one for one in confusions([_compared(gold, found)])}

    assert told["stance"].wrong == (("denies taken for asserts", 1),)
    assert "hedged" not in told


def test_the_command_prints_errors_and_examples_without_their_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Lena Ostrow said the quay was shut. Keller denied it."
    gold: dict[str, Any] = {
        "id": "one",
        "text": text,
        "attributions": [
            {"id": "a", "source": [[0, 11]], "cue": [[12, 16]], "content": [[17, 34]]},
            {"id": "b", "source": [[36, 42]], "cue": [[43, 49]], "content": [[50, 52]]},
        ],
    }
    found = {"id": "one", "attributions": gold["attributions"][:1]}
    for name, row in (("gold", gold), ("found", found)):
        (tmp_path / name).write_text(json.dumps(row) + "\n", encoding="utf-8")
    status = command.main([str(tmp_path / "gold"), str(tmp_path / "found"), "--examples", "2"])
    told = capsys.readouterr().out

    assert status == 0
    assert "recall 50.0" in told
    assert "missed: verb of saying" in told
    assert "cue 43-49" in told
    assert "denied" not in told


def test_a_file_that_holds_no_relations_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad").write_text("[1]\n", encoding="utf-8")
    status = command.main([str(tmp_path / "bad"), str(tmp_path / "bad")])

    assert status == 2
    assert "line 1" in capsys.readouterr().err


def test_tables_stand_in_markdown_and_plain() -> None:
    compared = [_compared(({"id": "a", "content": [[0, 5]]},), ())]

    assert "| Kind |" in sections(compared, markdown=True)
    assert "== Errors by kind" in sections(compared, markdown=False)
    assert "relation F1" in per_hundred([("one", compared), ("two", compared)], markdown=False)


PATTERNS = patterns()


@pytest.mark.parametrize("one", PATTERNS, ids=[each.text[:50] for each in PATTERNS])
def test_a_sentence_of_the_page_shows_what_is_said_of_it(one: Pattern) -> None:
    shown = kinds_shown(one)

    if one.state == "mended":
        assert one.kind not in shown
    else:
        assert one.state == "open"
        assert one.kind in shown


def test_the_commonest_errors_on_the_page_have_sentences() -> None:
    headings = re.findall(r"^### \d+\. (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    kinds = {one.kind.casefold() for one in PATTERNS if one.state == "open"}

    assert len(headings) == 10
    assert [heading for heading in headings if heading.casefold() not in kinds] == []


def test_the_page_says_when_it_was_measured_and_has_no_empty_block() -> None:
    told = PAGE.read_text(encoding="utf-8")

    assert re.search(r"Measured on 20\d\d-\d\d-\d\d at commit [0-9a-f]{7}", told)
    assert not re.search(r"begin -->\s*<!-- \w+: end", told)


def test_only_marked_blocks_of_the_page_are_written_anew() -> None:
    before = "a\n<!-- one: begin -->\nold\n<!-- one: end -->\nb\n"

    assert filled(before, {"one": "new"}) == (
        "a\n<!-- one: begin -->\n\nnew\n\n<!-- one: end -->\nb\n"
    )


def test_the_page_is_left_alone_where_the_benchmark_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = PAGE.read_text(encoding="utf-8")

    assert page.main(["--shared", str(tmp_path)]) == 2
    assert "no statement benchmark" in capsys.readouterr().err
    assert PAGE.read_text(encoding="utf-8") == before


def test_a_page_is_measured_from_predictions(tmp_path: Path) -> None:
    _scorer()
    folder = tmp_path / "bench/statements"
    dev = folder / "dev"
    (dev / "second_annotators").mkdir(parents=True)
    (folder / "score.py").write_bytes(SCORER.read_bytes())
    text = "Lena Ostrow said the quay was shut. Keller denied it."
    rows = [
        {"id": "a", "source": [[0, 11]], "cue": [[12, 16]], "content": [[17, 34]]},
        {"id": "b", "source": [[36, 42]], "cue": [[43, 49]], "content": [[50, 52]]},
    ]
    gold = json.dumps({"id": "one", "text": text, "attributions": rows}) + "\n"
    found = json.dumps({"id": "one", "attributions": rows[:1]}) + "\n"
    for file in ("polnear.dev", "firsthand.wikinews.dev"):
        (dev / f"{file}.jsonl").write_text(gold, encoding="utf-8")
    (dev / "polnear.train.jsonl").write_text("", encoding="utf-8")
    for file in ("polnear.dev", "polnear.train"):
        told = found if file == "polnear.dev" else ""
        (dev / f"second_annotators/{file}.jsonl").write_text(told, encoding="utf-8")
    (tmp_path / "found").write_text(found, encoding="utf-8")
    blocks = page.blocks_of(
        folder, dict.fromkeys(("polnear", "wikinews"), tmp_path / "found"), tmp_path
    )

    assert "| whole relation F1 | 66.7 |" in blocks["figures"]
    assert "`one` 43-49" in blocks["commonest"]
    assert "| missed: verb of saying | 50.0 | 50.0 |" in blocks["people"]
    assert set(blocks) | {"stamp"} == set(
        re.findall(r"<!-- (\w+): begin", PAGE.read_text(encoding="utf-8"))
    )


def test_patterns_point_into_the_benchmark() -> None:
    folder = SCORER.parent / "dev"
    if not folder.is_dir():
        pytest.skip("the statement benchmark does not lie beside the project")
    known = {
        **read(folder / "polnear.dev.jsonl"),
        **read(folder / "firsthand.wikinews.dev.jsonl"),
    }

    for one in PATTERNS:
        assert one.end <= len(known[one.document].text), one.document
        assert one.text not in known[one.document].text
