"""Facts as formats state them: squeezed, told apart, nothing said twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.domain import Field
from firsthand.read.feed_outlets import outlet_of_title
from firsthand.read.stating import Stating, plain, sound, word_weight


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("A <b>late</b>\n ferry", "A late ferry"),
        ("Tugs &amp; pilots", "Tugs & pilots"),
        ("AT&T, R&D", "AT&T, R&D"),
        ("a < b and c > d", "a < b and c > d"),
        ("<p>One</p><p>two</p>", "One two"),
        (7, ""),
        (None, ""),
    ],
)
def test_a_value_is_its_words(written: object, read: str) -> None:
    assert plain(written) == read


@given(st.text())
def test_a_sound_text_can_be_written_and_is_sound_already(text: str) -> None:
    made = sound(text + "\ud83d")

    assert made.encode()
    assert sound(made) == made


def test_an_agency_among_authors_is_a_wire() -> None:
    stating = Stating(source="rss")
    stating.say_people(["Mira Solberg", "dpa", "Mira Solberg", ""])

    assert [(fact.field, fact.value) for fact in stating.done()] == [
        (Field.AUTHOR, "Mira Solberg"),
        (Field.WIRE, "dpa"),
    ]


def test_an_update_at_publication_is_no_update() -> None:
    stating = Stating(source="rss")
    stating.say_moment(Field.PUBLISHED, "nonsense", "2026-03-14T18:20:00Z")
    stating.say_moment(Field.UPDATED, "2026-03-14T18:20:00+00:00")

    assert [fact.field for fact in stating.done()] == [Field.PUBLISHED]


def test_an_address_is_one_of_the_web() -> None:
    stating = Stating(source="rss")
    stating.say_address(
        "tag:a.example,2026:1", "/x", None, " https://a.example/1 ", "https://b.example"
    )

    assert stating.first(Field.URL) == "https://a.example/1"


def test_who_holds_the_rights_is_the_outlet_only_where_none_is_stated() -> None:
    bare, told = Stating(source="ninjs"), Stating(source="ninjs")
    told.say(Field.OUTLET, "Skagerrak Courier")
    for stating in (bare, told):
        stating.say_holder("Fjord Wire")

    assert bare.first(Field.OUTLET) == "Fjord Wire"
    assert told.first(Field.NOTICE) == "© Fjord Wire"


def test_scripts_without_blanks_have_weight() -> None:
    assert word_weight("昨日の朝、フェリーが座礁した") > 4
    assert word_weight("<p>Two tugs</p>") == 2


@pytest.mark.parametrize(
    ("title", "address", "outlet"),
    [
        ("World - Harbour Gazette", "https://www.harbourgazette.example/world", "Harbour Gazette"),
        ("Harbour Gazette RSS Feed", "https://harbourgazette.example", "Harbour Gazette"),
        ("Harbour Gazette | Sport", "", "Harbour Gazette | Sport"),
        ("Vermischtes: Elbkurier", "https://elbkurier.example", "Elbkurier"),
        ("", "https://elbkurier.example", ""),
        ("Elbkurier", "http://[", "Elbkurier"),
    ],
)
def test_the_outlet_in_a_feed_s_title(title: str, address: str, outlet: str) -> None:
    assert outlet_of_title(title, [address]) == outlet
