from __future__ import annotations

from dataclasses import replace

from firsthand.brief.annex import descriptor
from firsthand.brief.citing import citing
from firsthand.brief.reuse import reused
from firsthand.brief.to_html import to_html
from firsthand.brief.to_markdown import to_markdown
from firsthand.domain import Brief, CopyGroup, CopyManner
from tests.brief.copied_story import article, brief_of, link, wire_at_hand, wire_not_at_hand


def test_a_row_says_how_much_how_known_and_what_changed() -> None:
    brief = wire_at_hand()
    first, _ = reused(brief, citing(brief))

    assert (first.copy, first.original, first.directed) == ("a2", "a1", True)
    assert first.told == "whole copy, 90 % of its words"
    assert first.known_by == "a credit line"
    assert first.changes == "1 number"


def test_copies_of_an_unseen_wire_come_first_each_with_what_credits_it() -> None:
    brief = wire_not_at_hand()
    rows = reused(brief, citing(brief))

    assert [(row.copy, row.wire, row.known_by) for row in rows[:3]] == [
        ("a1", "SKP", "credit line"),
        ("a3", "SKP", "the same text as a copy that says so"),
        ("a2", "SKP", "credit line"),
    ]
    assert rows[3].known_by == "not known which came first"


def reworded(manner: CopyManner) -> Brief:
    one = article("a1", "Rain fell.", outlet="Anchor")
    two = article("a2", "It was wet.", outlet="Beacon")
    three = article("a3", "Rain fell.", outlet="Courier")
    return brief_of(
        [one, two, three],
        [link(one, two, manner=manner), link(one, three)],
        [CopyGroup(id="g", articles=(one.id, two.id, three.id), root=one.id)],
    )


def test_other_words_and_translation_are_named_in_words() -> None:
    told = {}
    for manner in (CopyManner.REWORDED, CopyManner.TRANSLATED):
        brief = reworded(manner)
        cite = citing(brief)
        told[manner] = [descriptor(brief, one, cite).split("; ")[:2] for one in cite.articles]
        assert reused(brief, cite)[0].told.startswith("whole copy, ")
        assert "% of" not in reused(brief, cite)[0].told

    assert told[CopyManner.REWORDED] == [
        ["same text as C", "its text in other words in B"],
        ["same text as A, C in other words", "0 named statements, 0 unnamed"],
        ["same text as A", "its text in other words in B"],
    ]
    assert told[CopyManner.TRANSLATED][1][0] == "same text as A, C translated"


def test_a_retelling_is_no_translation_because_one_is_linked_to_it() -> None:
    wire = article("a1", "Rain fell.", outlet="Anchor")
    retold = article("a2", "It was wet.", outlet="Beacon")
    german = replace(article("a0", "Es regnete.", outlet="Dampfboot"), language="de")
    undirected = link(german, retold, manner=CopyManner.TRANSLATED)
    brief = brief_of(
        [german, wire, retold],
        [
            replace(undirected, direction_basis=None),
            link(wire, retold, manner=CopyManner.REWORDED),
        ],
        [CopyGroup(id="g", articles=(german.id, wire.id, retold.id), root=wire.id)],
    )
    cite = citing(brief)

    told = {one.outlet: descriptor(brief, one, cite).split("; ")[:2] for one in cite.articles}

    assert told["Anchor"] == ["its text in other words in B", "its text translated in D"]
    assert told["Beacon"] == ["same text as A in other words", "its text translated in D"]
    assert told["Dampfboot"][0] == "same text as A, B translated"


def test_every_form_shows_who_copied_whom() -> None:
    brief = wire_not_at_hand()

    assert "| H | SKP (text not in this collection) |" in to_markdown(brief).replace("\\", "")
    page = to_html(brief)
    assert '<section id="copies"' in page
    assert "the same text as a copy that says so" in page


def test_a_story_without_copies_has_no_such_part() -> None:
    brief = wire_at_hand()
    bare = replace(brief, settled=replace(brief.settled, links=(), groups=()))

    assert 'id="copies"' not in to_html(bare)
    assert "## Copies" not in to_markdown(bare)
