from __future__ import annotations

import pytest

from firsthand.brief.tally import tally
from firsthand.brief.to_json import as_data
from firsthand.brief.to_markdown import to_markdown
from firsthand.brief.to_text import to_text
from firsthand.domain import Brief, CopyEditKind, CopyGroup, CopyRelation, DiscrepancyType, Line
from tests.brief.copied_story import (
    CHANGED,
    article,
    brief_of,
    link,
    wire_at_hand,
    wire_not_at_hand,
)


def changed(brief: Brief) -> tuple[Line, ...]:
    return next(
        (one.lines for one in brief.sections if one.title == "Changed in copying"), ()
    )  # fmt: skip


def test_copies_that_have_the_same_other_number_share_a_line_with_all_passages() -> None:
    (line,) = changed(wire_at_hand())

    assert line.text == (
        "Harbour Post’s and Tide Times’ copies of the SKP text have “A fire at the fish market killed "
        "13 people on Sunday” where that has “A fire at the fish market killed 12 people on "
        "Sunday” [H; T/S]"
    )
    assert line.aside == "number"
    assert [one.article for one in line.citations] == ["a1", "a2", "a3"]


def test_printings_of_a_text_that_is_not_at_hand_differ_and_none_is_called_the_copy() -> None:
    (line,) = changed(wire_not_at_hand())

    assert line.text == (
        "Printings of the SKP text differ: “A fire at the fish market killed 12 people on Sunday” [H], "
        "“A fire at the fish market killed 13 people on Sunday” [L]"
    )


def test_printings_that_agree_stand_on_one_side() -> None:
    twelve, thirteen, again = (
        article(name, text, outlet=outlet, wire="SKP")
        for name, text, outlet in (
            ("a1", CHANGED.replace("13", "12"), "Anchor"),
            ("a2", CHANGED, "Beacon"),
            ("a3", CHANGED.replace("13", "12"), "Courier"),
        )
    )
    brief = brief_of(
        [twelve, thirteen, again],
        [
            link(twelve, thirteen, ("12", "13", CopyEditKind.NUMBER), basis=None, unseen="SKP"),
            link(thirteen, again, ("13", "12", CopyEditKind.NUMBER), basis=None, unseen="SKP"),
        ],
        [CopyGroup(id="g", articles=(twelve.id, thirteen.id, again.id), root=None, wire="SKP")],
    )
    (line,) = changed(brief)

    assert "12 people on Sunday” [A; C]" in line.text
    assert "13 people on Sunday” [B]" in line.text
    assert {one.article for one in line.citations} == {"a1", "a2", "a3"}


@pytest.mark.parametrize(
    ("relation", "told"),
    [
        (CopyRelation.WHOLE, "Printings of one text"),
        (CopyRelation.BLOCK, "Printings of one passage"),
    ],
)
def test_where_nobody_is_known_to_be_first_the_text_is_nobodys(
    relation: CopyRelation, told: str
) -> None:
    one, two = (
        article(name, text, outlet=outlet)
        for name, text, outlet in (
            ("a1", "A fire killed 12.", "Anchor"),
            ("a2", "A fire killed 13.", "Beacon"),
        )
    )
    pair = link(one, two, ("12", "13", CopyEditKind.NUMBER), basis=None, relation=relation)
    groups = [CopyGroup(id=f"g{a.id}", articles=(a.id,), root=a.id) for a in (one, two)]
    (line,) = changed(brief_of([one, two], [pair], groups))

    assert line.text == f"{told} differ: “A fire killed 12.” [A], “A fire killed 13.” [B]"


def test_a_change_in_copying_is_told_once() -> None:
    brief = wire_at_hand()

    assert brief.findings.discrepancies
    assert [one.title for one in brief.sections].count("Where accounts differ") == 0
    assert to_text(brief).count("CHANGED IN COPYING") == 1
    assert "## Changed in copying" in to_markdown(brief)


def test_a_change_in_copying_is_no_open_contradiction_of_the_headline() -> None:
    brief = wire_at_hand()

    assert any(one.type is DiscrepancyType.NUMBER for one in brief.findings.discrepancies)
    assert tally(brief).contradictions == 0


def test_the_json_gives_both_words_and_the_kind() -> None:
    data = as_data(wire_at_hand())["copies"][0]

    assert data["manner"] == "words"
    (edit,) = data["passages"][0]["edits"]
    assert (edit["a"]["quote"], edit["b"]["quote"], edit["kind"]) == ("12", "13", "number")


def test_a_word_left_out_is_null_in_the_copy() -> None:
    one = article("a1", "The pier was not closed.", outlet="Anchor")
    two = article("a2", "The pier was closed.", outlet="Beacon")
    brief = brief_of(
        [one, two],
        [link(one, two, ("not", "", CopyEditKind.NEGATION), relation=CopyRelation.BLOCK)],
        [CopyGroup(id=f"g{a.id}", articles=(a.id,), root=a.id) for a in (one, two)],
    )

    assert as_data(brief)["copies"][0]["passages"][0]["edits"][0]["b"] is None
    (line,) = changed(brief)
    assert line.text == (
        "Beacon’s copy of a passage of the Anchor text has “The pier was closed.” where that has "
        "“The pier was not closed.” [B/A]"
    )


def test_more_changes_than_fit_are_counted() -> None:
    words = [f"Boat {n} left." for n in range(100, 120)]
    one = article("a1", " ".join(words), outlet="Anchor")
    two = article("a2", " ".join(words).replace("Boat 1", "Boat 2"), outlet="Beacon")
    edits = [(f"{n}", f"{n + 100}", CopyEditKind.NUMBER) for n in range(100, 120)]
    brief = brief_of(
        [one, two],
        [link(one, two, *edits)],
        [CopyGroup(id="g", articles=(one.id, two.id), root=one.id)],
    )
    lines = changed(brief)

    assert len(lines) == 15
    assert lines[-1].text == "And 6 more changes, in the JSON"
