"""What kind of body a name names, and what texts call bodies."""

from __future__ import annotations

import pytest

from firsthand.domain import BodyKind
from firsthand.settle.bodykinds import kind_of_body, kinds_of_noun, may_be_body

KINDS = {
    BodyKind.STATE: ["Denmark", "Moscow"],
    BodyKind.GOVERNMENT: ["White House", "Danish government", "Harlan administration"],
    BodyKind.MINISTRY: ["Danish Foreign Ministry", "Pentagon", "Department of Justice", "Treasury"],
    BodyKind.LEGISLATURE: ["Danish Parliament", "State Duma", "Gdynia City Council"],
    BodyKind.COMMITTEE: ["Harbour Safety Committee", "Committee on the Armed Forces"],
    BodyKind.COURT: ["Supreme Court", "Court of Appeal for the Ninth Circuit"],
    BodyKind.POLICE: ["Antwerp police", "Ravenna Police Department"],
    BodyKind.FORCE: [
        "155th Brigade",
        "Ukraine's General Staff",
        "IDF",
        "coast guard",
        "Royal Navy",
    ],
    BodyKind.ARMED_GROUP: ["Hamas", "Dawn River rebels", "M23"],
    BodyKind.SERVICE: ["FBI", "National Intelligence Service", "Secret Service"],
    BodyKind.AGENCY: ["Coastal Safety Board", "Scheldt fire service", "Harbour Authority"],
    BodyKind.PARTY: ["Harbour Party"],
    BodyKind.INTERNATIONAL: ["NATO", "United Nations", "European Commission"],
    BodyKind.COMPANY: ["Meridian Ferries", "Meridian Bank", "Adler Motors Inc"],
    BodyKind.ORGANISATION: [
        "Harbour Workers Union",
        "Ravensholm Foundation",
        "University of Gdynia",
    ],
}


@pytest.mark.parametrize(
    ("name", "kind"), [(name, kind) for kind, names in KINDS.items() for name in names]
)
def test_the_kind_of_a_body(name: str, kind: BodyKind) -> None:
    assert kind_of_body(name) is kind


@pytest.mark.parametrize("name", ["Orange", "Meridian", "Ravna"])
def test_a_name_that_tells_nothing_has_no_kind(name: str) -> None:
    assert kind_of_body(name) is None


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("harbour police", True),
        ("provincial crisis centre", True),
        ("Northern Ferries", True),
        ("city’s water", False),
        ("environmental groups", False),
        ("Conservation groups", False),
        ("same dedication", False),
        ("staff", False),
    ],
)
def test_what_can_be_a_body(name: str, *, may: bool) -> None:
    assert may_be_body(name) is may


def test_a_noun_goes_back_to_bodies_of_its_kinds() -> None:
    assert kinds_of_noun("company") == {BodyKind.COMPANY}
    assert kinds_of_noun("agency") == {BodyKind.AGENCY, BodyKind.SERVICE}
    assert kinds_of_noun("barge") == frozenset()
