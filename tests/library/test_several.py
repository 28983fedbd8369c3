"""Copies and stories among texts handed in as strings, dictionaries or articles."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

import firsthand
from firsthand.domain import CopyManner, CopyRelation
from firsthand.errors import InputError, UsageError
from firsthand.extract import plain_article
from firsthand.library import FoundCopies, find_copies, find_stories
from firsthand.library.several import Given

BODY = (
    "A fire at the fish market of Hafnir killed 12 people early on Sunday, the mayor of the town "
    "told reporters at the harbour.\n\n"
    "Firefighters from four districts needed six hours to put it out, because the wind had turned "
    "and the nearest hydrant was frozen.\n\n"
    "The market hall was built in 1931 and had no sprinklers, the fire brigade's spokeswoman said, "
    "although the council had asked for them twice."
)
WIRE = {
    "text": "HAFNIR (SKP) - " + BODY,
    "outlet": "Skerry Press (SKP)",
    "published": "2031-05-04T06:00:00Z",
}
COPY = {
    "text": "HAFNIR (SKP) - " + BODY.replace("12 people", "13 people"),
    "outlet": "Harbour Post",
    "published": "2031-05-04T09:00:00Z",
}
OTHER = "Voters in three districts go to the polls next week to elect a new council of fisheries."


def test_a_copy_its_original_and_the_number_it_changed() -> None:
    found = find_copies([COPY, OTHER, WIRE])

    (link,) = found.links
    assert link.relation is CopyRelation.WHOLE
    assert link.manner is CopyManner.WORDS
    assert found.text(link.original).outlet == "Skerry Press (SKP)"
    assert found.text(link.copy).outlet == "Harbour Post"
    (edit,) = [edit for pair in link.passages for edit in pair.edits]
    assert edit.a is not None
    assert edit.b is not None
    assert (edit.a.of(WIRE["text"]), edit.b.of(COPY["text"])) == ("12", "13")
    assert sorted(len(group.articles) for group in found.groups) == [1, 2]


def test_nothing_depends_on_the_order_of_the_texts() -> None:
    texts: list[Given] = [WIRE, COPY, OTHER]
    answers = {
        (found.links, found.groups)
        for order in permutations(texts)
        for found in [find_copies(order)]
    }

    assert len(answers) == 1


def test_two_texts_that_are_the_same_to_the_letter_are_two() -> None:
    found = find_copies([BODY, BODY])

    assert len({one.id for one in found.texts}) == 2
    assert [link.relation for link in found.links] == [CopyRelation.WHOLE]


def test_strings_dictionaries_and_articles_are_the_same_texts() -> None:
    def groups(found: FoundCopies) -> int:
        return len(found.groups)

    article = plain_article(BODY, item="mine")

    assert groups(find_copies([BODY, {"text": BODY, "title": None}, article])) == 1


def test_a_wire_that_is_not_among_the_texts_is_named_by_the_dateline_of_a_copy() -> None:
    (group,) = find_copies([COPY, {"text": BODY, "outlet": "Tide Times"}]).groups

    assert (group.root, group.wire) == (None, "SKP")


def test_stories_are_found_over_copies() -> None:
    found = find_stories([WIRE, COPY, {"text": OTHER, "published": "2031-05-20"}])

    assert sorted(len(story.articles) for story in found.stories) == [1, 2]
    assert [found.text(story.articles[0]).id for story in found.stories]


def test_no_texts_share_nothing() -> None:
    assert find_copies([]) == FoundCopies(texts=(), links=(), groups=())
    assert find_stories([]).stories == ()


def test_the_package_itself_offers_the_functions() -> None:
    assert firsthand.find_copies is find_copies
    assert firsthand.find_stories is find_stories


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        (BODY, ["handed in as a list"]),
        ([{"text": BODY, "outlt": "X"}], ["text 1: 'outlt' is not known; keys are text, title"]),
        ([BODY, b"bytes"], ["text 2 is a bytes: decode it first"]),
        ([{"title": "Fire"}], ["text 1 has no 'text'"]),
        ([{"text": 3}], ["text 1: text is a int, not a str"]),
        (
            [{"text": BODY, "published": "soon"}, {"text": BODY, "language": "xx1"}],
            ["text 1: published='soon'", "text 2: language='xx1'"],
        ),
    ],
)
def test_impossible_texts_are_refused_all_at_once(given: Any, faults: list[str]) -> None:
    with pytest.raises(UsageError) as refused:
        find_copies(given)

    assert len(refused.value.faults) == len(faults)
    for fault, words in zip(refused.value.faults, faults, strict=True):
        assert words in fault


def test_paragraphs_are_checked() -> None:
    wrong: Any = "tab"
    with pytest.raises(UsageError, match="neither 'blank' nor 'line'"):
        find_copies([BODY], paragraphs=wrong)


def test_an_empty_text_is_named_by_its_place() -> None:
    with pytest.raises(InputError, match="text 2: holds no text"):
        find_copies([BODY, " \n"])


def test_a_text_that_is_not_among_them_is_no_text() -> None:
    with pytest.raises(KeyError):
        find_copies([BODY]).text(plain_article("Else.", item="x").id)
