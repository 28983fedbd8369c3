"""Who is who: named and heard, most heard first, roles with their dates."""

from __future__ import annotations

from dataclasses import replace

from firsthand.brief.to_html import to_html
from firsthand.brief.to_json import as_data
from firsthand.brief.to_markdown import to_markdown
from firsthand.brief.who import who
from firsthand.domain import Actor, Brief, Role, SpeakerKind, Tenure
from tests.brief.ferry_story import ferry_brief


def only(actor: Actor) -> Brief:
    full = ferry_brief()
    return replace(full, settled=replace(full.settled, actors=(actor,)))


def test_those_who_are_heard_are_listed_most_heard_first() -> None:
    assert [(one.name, one.statements) for one in who(ferry_brief())] == [
        ("Ivo Radman", 4),
        ("Lanterna Lines", 2),
    ]


def test_a_role_is_told_with_body_tenure_and_dates() -> None:
    (radman, _) = who(ferry_brief())

    assert [place.text for place in radman.places] == [
        "harbour master, Split harbour master's office (acting; since Jun 2024)"
    ]
    assert (radman.also, radman.speaks_for) == (("Radman",), "Split harbour master's office")


def test_a_role_that_was_given_up_says_so() -> None:
    role = Role(title="Minister of Ports", tenure=Tenure.FORMER, body="Ports", until="2025-03-01")
    (one,) = who(only(Actor(name="Mara Perić", kind=SpeakerKind.PERSON, held=(role,))))

    assert one.places[0].text == "Minister of Ports (former; until 1 Mar 2025)"


def test_nobody_unnamed_and_nobody_only_named_is_listed() -> None:
    assert who(only(Actor(name="an official", kind=SpeakerKind.ANONYMOUS))) == ()
    assert who(only(Actor(name="Ana Krpan", kind=SpeakerKind.PERSON, heard=False))) == ()


def test_the_pages_print_names_roles_and_identifiers() -> None:
    for page in (to_html(ferry_brief()), to_markdown(ferry_brief())):
        assert "Who is who" in page
        assert "Q900100" in page
        assert "since Jun 2024" in page
        assert "Ana Krpan" not in page


def test_a_name_forms_no_markup() -> None:
    page = to_html(only(Actor(name="<script>Mr X</script>", kind=SpeakerKind.PERSON)))

    assert "<script>Mr X" not in page
    assert "&lt;script&gt;Mr X" in page


def test_the_json_has_every_field_with_its_passages() -> None:
    radman, _, krpan = as_data(ferry_brief())["actors"]

    assert radman["roles"][0]["tenure"] == "acting"
    assert radman["roles"][0]["passages"][0]["quote"] == "The harbour master, Ivo Radman"
    assert [one["form"] for one in radman["written"]] == ["Ivo Radman", "Radman"]
    assert radman["affiliations"][0]["basis"] == "role"
    assert krpan["heard"] is False
