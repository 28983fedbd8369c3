from __future__ import annotations

from dataclasses import replace
from typing import Any

from jsonschema import Draft202012Validator
from lxml import html

from firsthand.brief.lint import lint
from firsthand.brief.revisions import changed_words, edit_line, revision_lines
from firsthand.brief.schema import brief_schema
from firsthand.brief.to_html import to_html
from firsthand.brief.to_json import as_data
from firsthand.brief.to_markdown import to_markdown
from firsthand.brief.to_text import to_text
from firsthand.domain import (
    Article,
    Brief,
    Edit,
    EditKind,
    Evidence,
    Fact,
    Field,
    Revision,
    Span,
    Standing,
)
from tests.brief.ferry_story import OBSERVER, at, ferry_brief

COUNTED = at(
    OBSERVER, "A reporter for the Observer counted 38 injured passengers on the quay at Hvar."
)
HOSTILE = "<script>alert(1)</script> {{ 7*7 }}"

EDITS = (
    Edit(
        kinds=(EditKind.HEADLINE,),
        before="Ferry company says Kornat Star was slow",
        after="Ferry company admits Kornat Star was too fast",
        span=Span(0, 45),
    ),
    Edit(
        kinds=(EditKind.NUMBER,),
        before="A reporter for the Observer counted 33 injured passengers on the quay at Hvar.",
        after="A reporter for the Observer counted 38 injured passengers on the quay at Hvar.",
        span=COUNTED.span,
    ),
    Edit(
        kinds=(EditKind.DATE,),
        before="The ship will be towed to Rijeka on Thursday, Radman said.",
        after="The ship will be towed to Rijeka on Friday, Radman said.",
        told=True,
    ),
    Edit(kinds=(EditKind.REMOVED,), before=f"The bar stayed open. {HOSTILE}", after=None),
    Edit(kinds=(EditKind.ADDED,), before=None, after="In London, the insurer declined to comment."),
)


def _revision(**known: Any) -> Revision:
    given: dict[str, Any] = {
        "item": "coverage/observer-early.html",
        "sha256": "4" * 64,
        "at": "2025-03-12T09:05:00+01:00",
        "at_basis": "updated",
        "title": "Ferry company says Kornat Star was slow",
        "edits": EDITS,
        "silent": True,
    }
    return Revision(**(given | known))


EVIDENCE = (
    Evidence(
        fact=Fact(field=Field.TITLE, value="Ferry company admits", source="visible"),
        standing=Standing.WON,
    ),
    Evidence(
        fact=Fact(field=Field.TITLE, value=HOSTILE, source="open-graph"),
        standing=Standing.DISAGREES,
    ),
)


def revised(**known: Any) -> Brief:
    """The ferry's brief, its third article changed as `known` says."""
    full = ferry_brief()
    readings = tuple(
        replace(one, article=replace(one.article, **known)) if one.article.id == OBSERVER else one
        for one in full.settled.readings
    )
    return replace(full, settled=replace(full.settled, readings=readings))


def _observer(brief: Brief) -> Article:
    return next(one.article for one in brief.settled.readings if one.article.id == OBSERVER)


def test_a_change_is_told_by_its_words_kind_and_note() -> None:
    assert edit_line(EDITS[1]) == "33 → 38 (number, without a note)"
    assert edit_line(EDITS[2]) == "Thursday → Friday (date, told in a note)"
    assert changed_words(EDITS[0]) == (("says", "admits"), ("slow", "too fast"))


def test_a_line_a_version_names_when_and_what() -> None:
    (line,) = revision_lines(_observer(revised(revisions=(_revision(),))))

    assert line == (
        "changed since the version updated 12 Mar 2025 08:05 UTC: says → admits, slow → too fast "
        "(headline, without a note); 33 → 38 (number, without a note); Thursday → Friday (date, "
        "told in a note); 1 sentence added; 1 sentence removed"
    )


def test_where_the_order_is_not_known_no_direction_is_claimed() -> None:
    unknown = _revision(at=None, at_basis="unknown", silent=False)
    (line,) = revision_lines(_observer(revised(revisions=(unknown,))))

    assert "which of the two came first is not known" in line
    assert "33 / 38 (number)" in line
    assert "→" not in line


def test_a_version_with_the_same_words_is_no_change() -> None:
    (line,) = revision_lines(_observer(revised(revisions=(_revision(edits=(), silent=False),))))

    assert (
        line == "the same words as in coverage/observer-early.html, updated 12 Mar 2025 08:05 UTC"
    )


def test_texts_without_stops_are_not_set_word_by_word() -> None:
    edit = Edit(kinds=(EditKind.WORDING,), before="a b " * 20_000, after="b a c " * 20_000)
    brief = revised(revisions=(_revision(edits=(edit,) * 70),))

    assert len(edit_line(edit)) < 300
    assert "and 10 more, in the JSON form" in to_html(brief)
    assert len(to_html(brief)) < 400_000


def test_many_changes_are_counted_and_wording_comes_last() -> None:
    wording = Edit(kinds=(EditKind.WORDING,), before="He ran away.", after="He went away.")
    revision = _revision(edits=(wording,) * 6 + EDITS[:3])
    (line,) = revision_lines(_observer(revised(revisions=(revision,))))

    assert line.index("33 → 38") < line.index("ran → went")
    assert "5 other sentences changed" in line


def test_json_holds_every_edit_and_what_says_what() -> None:
    data = as_data(
        revised(revisions=(_revision(),), evidence=EVIDENCE, section="News", paywalled=False)
    )
    Draft202012Validator(brief_schema()).validate(data)
    article = next(one for one in data["articles"] if one["id"] == OBSERVER)
    (revision,) = article["revisions"]

    assert [one["kinds"] for one in revision["edits"]] == [
        ["headline"], ["number"], ["date"], ["removed"], ["added"],
    ]  # fmt: skip
    for edit in revision["edits"][:2]:
        assert article["text"][edit["start"] : edit["end"]] == edit["after"]
    assert (article["section"], article["paywalled"], article["withdrawn"]) == (
        "News",
        False,
        False,
    )
    assert [(one["field"], one["source"], one["standing"]) for one in article["evidence"]] == [
        ("title", "visible", "won"), ("title", "open-graph", "disagrees"),
    ]  # fmt: skip


def test_text_and_markdown_tell_of_corrections_and_versions() -> None:
    brief = revised(revisions=(_revision(),))
    text, markdown = to_text(brief, width=300), to_markdown(brief)

    assert "33 → 38 (number, without a note)" in text
    assert "note: “An earlier version gave the wrong day of the towing.”" in text
    assert "## Corrections and earlier versions" in markdown
    assert "33 → 38" in markdown
    assert "<script>" not in markdown


def test_the_page_shows_edits_and_facts_folded_and_as_words() -> None:
    page = html.document_fromstring(to_html(revised(revisions=(_revision(),), evidence=EVIDENCE)))
    shown = page.xpath("//ul[contains(@class, 'edits')]/li")

    assert len(shown) == 5
    assert [one.text for one in shown[1].xpath(".//del | .//ins")] == ["33", "38"]
    assert "changed in silence" in page.text_content()
    assert len(page.xpath("//script")) == 1
    assert len(page.xpath("//table[@class='facts']//tbody/tr")) == 2
    assert page.xpath("//table[@class='facts']/ancestor::details")
    assert "49" not in page.xpath("string(//table[@class='facts'])")


def test_a_withdrawn_text_comes_first_among_the_warnings() -> None:
    note = (
        "A person familiar with the inquiry said that the bridge alarm may have been switched off."
    )
    brief = revised(withdrawn=True, corrections=(note,))
    first = lint(brief.settled, brief.findings)[0]

    assert first.rule == "withdrawn"
    assert first.passage.span.of(_observer(brief).text) == note
    assert "withdrawn, by its own word" in to_text(brief)
    assert "withdrawn" in to_html(brief)
    assert as_data(brief)["articles"][-1]["withdrawn"]


def test_an_unknown_language_is_said_to_be_unknown() -> None:
    page = html.document_fromstring(to_html(revised(language="und")))

    assert page.get_element_by_id(f"a-{OBSERVER}").get("lang") == ""
    assert "not known" in page.xpath("string(//section[@id='receipts'])")
