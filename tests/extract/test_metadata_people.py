"""People in elements that are marked as naming the author."""

from __future__ import annotations

import pytest
from lxml import html

from firsthand.domain import Field
from firsthand.extract.metadata_people import marked_people, people_in_pieces
from firsthand.extract.metadata_visible import bare_people, people_facts


@pytest.mark.parametrize(
    ("body", "people"),
    [
        ('<div class="author-box"><b>By</b><b>Mara Feld</b><i>Head of Coast</i></div>', ("Mara Feld",)),
        ('<p class="byline"><span>Mara Feld</span><span>2 November 2026</span></p>', ("Mara Feld",)),
        ('<div class="comment-author">Mara Feld</div>', ()),
        ('<div class="related-posts"><p class="author">Mara Feld</p></div>', ()),
        ('<p class="author">Mara Feld</p><aside><p class="author">Jonas Ried</p></aside>', ("Mara Feld",)),
        ('<aside><p class="author">Jonas Ried</p></aside>', ("Jonas Ried",)),
        ('<p class="author">Reviewed by <a>Petra Lund</a></p>', ()),
        ('<p class="tutorial">Mara Feld</p>', ()),
    ],
)  # fmt: skip
def test_an_element_of_the_article_names_its_author(body: str, people: tuple[str, ...]) -> None:
    tree = html.document_fromstring(f"<html><body><article>{body}</article></body></html>")

    assert marked_people(tree) == people


def test_other_work_silences_the_name_behind_it() -> None:
    pieces = ["By", "Mara Feld", "Medically reviewed by", "Petra Lund", "and", "Jonas Ried"]

    assert people_in_pieces(pieces) == ("Mara Feld", "Jonas Ried")


def test_a_bare_name_between_headline_and_text_needs_a_given_name() -> None:
    assert bare_people(["Coast News", "Kuala Lumpur", "Anna Feld, Odda"]) == ("Anna Feld",)
    assert bare_people(["Coast News", "New Delhi"]) == ()


def test_a_line_with_by_silences_bare_names_and_a_given_name_labels() -> None:
    labelled = people_facts([("byline", "Social Sharing"), ("byline", "By Mara Feld, AFP")])
    bare = people_facts([("byline", "Social Sharing"), ("byline", "Anna Feld")])

    assert [(one.field, one.value) for one in labelled] == [
        (Field.AUTHOR, "Mara Feld"),
        (Field.WIRE, "AFP"),
    ]
    assert [one.value for one in bare] == ["Anna Feld"]


def test_a_closing_credit_names_the_reporters_where_no_byline_does() -> None:
    found = people_facts([("reporting", "(Reporting by Mara Feld; Editing by Jonas Ried)")])

    assert [one.value for one in found] == ["Mara Feld"]
