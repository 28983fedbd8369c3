"""Who is held as author: people. Agencies become wires, houses are passed over."""

from __future__ import annotations

import pytest

from firsthand.domain import Fact, Field, Standing
from firsthand.extract.fusion import fused
from firsthand.extract.metadata_authors import authors_as_stated, names_in, people_of

SITES = ["Der Postbote", "The Fjord Ledger", "fjord-ledger.example"]


@pytest.mark.parametrize(
    ("value", "people", "agencies"),
    [
        ("Mara Feld", ("Mara Feld",), ()),
        ("By Mara Feld and Jonas Ried, AFP", ("Mara Feld", "Jonas Ried"), ("Agence France-Presse (AFP)",)),
        ("Mara Feld (Reuters)", ("Mara Feld",), ("Reuters",)),
        ("Mara Feld, professor of law at the university of the coast", ("Mara Feld",), ()),
        ("Ried, Jonas", ("Jonas Ried",), ()),
        ("Jan van der Berg", ("Jan van der Berg",), ()),
        ("João Silva e Ana Costa", ("João Silva", "Ana Costa"), ()),
        ("Bill MCCARTHY", ("Bill MCCARTHY",), ()),
        ("ByAlex Ried", ("Alex Ried",), ()),
        ("viktor ahl", ("viktor ahl",), ()),
        ("山田花子", ("山田花子",), ()),
        ("Автор: Иван Петров", ("Иван Петров",), ()),
        ("dpa/lby", (), ("dpa",)),
        ("FR mit dpa", (), ("dpa",)),
        ("AFP, MANILA", (), ("Agence France-Presse (AFP)",)),
        ("新华社", (), ("Xinhua",)),
        ("Укрінформ", (), ("Ukrinform",)),
        ("Von unserem Korrespondenten", (), ()),
        ("Der Postbote", (), ()),
        ("fjord-ledger.example", (), ()),
        ("News Desk", (), ()),
        ("Marketing Director", (), ()),
        ("Written By", (), ()),
        ("q_admin", (), ()),
        ("https://fjord-ledger.example/siv", (), ()),
        ("@sivdahl", (), ()),
    ],
)  # fmt: skip
def test_a_statement_of_authors_names_people_and_agencies(
    value: str, people: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    assert names_in(value, sites=SITES) == (people, agencies)


def test_a_person_may_write_a_site_of_their_own_name() -> None:
    assert names_in("Jonas Ried", sites=["Jonas Ried"])[0] == ("Jonas Ried",)
    assert names_in("Rolling Pin", sites=["Rolling Pin"])[0] == ()


def facts(*rows: tuple[str, str]) -> list[Fact]:
    return [Fact(field=Field.AUTHOR, value=value, source=source) for source, value in rows]


def test_a_printed_byline_that_another_source_confirms_goes_before_the_entry_of_a_system() -> None:
    people, _ = people_of(
        facts(
            ("json-ld", "Web Editora"),
            ("json-ld", "Petra Lund"),
            ("visible", "Mara Feld"),
            ("meta", "Mara Feld"),
        )
    )

    assert people.values == ("Mara Feld",)
    assert dict(people.standings)[facts(("json-ld", "Petra Lund"))[0]] is Standing.DISAGREES


def test_a_printed_byline_alone_does_not() -> None:
    people, _ = people_of(facts(("json-ld", "Petra Lund"), ("visible", "Mara Feld")))

    assert people.values == ("Petra Lund",)


def test_what_a_page_states_can_be_given_back_whole() -> None:
    found = fused(
        [
            *facts(("json-ld", "Mara Feld"), ("json-ld", "AP"), ("meta", "The Fjord Ledger")),
            Fact(field=Field.OUTLET, value="The Fjord Ledger", source="open-graph"),
        ]
    )

    assert authors_as_stated(found.evidence, found.authors) == ("Mara Feld", "AP")
