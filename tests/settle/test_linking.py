"""Identifiers of a register: by name, kind and state; in doubt none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.domain import Actor, BodyKind, RegisterEntry, SpeakerKind
from firsthand.settle import linked, looked_up, names_of_entry

PERSON, BODY = SpeakerKind.PERSON, SpeakerKind.BODY


def entry(
    name: str, *names: str, kind: SpeakerKind | None = PERSON, states: str = "", where: str = "list"
) -> RegisterEntry:
    return RegisterEntry(
        id=name, names=names, kind=kind, states=tuple(sorted(states.split())), register=where
    )


def ids(actor: Actor, *entries: RegisterEntry) -> tuple[str, ...]:
    return linked((actor,), entries)[0].ids


MOE = Actor(name="Ingrid Moe", kind=PERSON, aliases=("Ingrid Moe", "Moe"))


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("Ingrid Moe",), True),
        (("MOE, Ingrid",), True),
        (("Ingrid Katarina Moe",), True),
        (("I. Somebody", "INGRID MOE"), True),
        (("Moe",), False),
        (("Ingrid Moen",), False),
        (("Kari Moe",), False),
    ],
)
def test_a_person_is_found_by_first_name_and_surname(names: tuple[str, ...], found: bool) -> None:
    assert ids(MOE, entry("Q1", *names)) == (("Q1",) if found else ())


def test_the_reason_names_the_register_and_the_entry() -> None:
    (actor,) = linked((MOE,), [entry("Q1", "Ingrid Moe", where="ours.csv")])

    assert actor.reasons[-1].feature == "ours.csv lists “Ingrid Moe” as Q1"


def test_two_of_one_name_are_none_and_both_are_told() -> None:
    (actor,) = linked((MOE,), [entry("Q2", "Ingrid Moe"), entry("Q1", "Ingrid Moe")])

    assert actor.ids == ()
    assert "2 entries of list fit (Q1, Q2)" in actor.reasons[-1].feature


def test_the_state_tells_two_of_one_name_apart() -> None:
    minister = Actor(name="Ingrid Moe", kind=PERSON, state="NO")

    assert ids(
        minister, entry("Q1", "Ingrid Moe", states="NO"), entry("Q2", "Ingrid Moe", states="SE")
    ) == ("Q1",)
    assert ids(minister, entry("Q2", "Ingrid Moe", states="SE")) == ()


def test_the_whole_name_goes_before_its_two_ends() -> None:
    assert ids(MOE, entry("Q1", "Ingrid Moe"), entry("Q2", "Ingrid Katarina Moe")) == ("Q1",)


def test_kinds_are_not_confused() -> None:
    assert ids(MOE, entry("Q1", "Ingrid Moe", kind=BODY)) == ()
    assert ids(MOE, entry("Q1", "Ingrid Moe", kind=None)) == ("Q1",)
    assert ids(Actor(name="LHT", kind=BODY), entry("Q1", "LHT", kind=None)) == ("Q1",)


def test_a_ministry_is_found_only_with_its_state() -> None:
    table = [entry("Q1", "Defence Ministry", kind=BODY, states="NO")]
    bare = Actor(name="Defence Ministry", kind=BODY, body=BodyKind.MINISTRY)
    of_norway = Actor(name="Defence Ministry", kind=BODY, body=BodyKind.MINISTRY, state="NO")

    assert ids(bare, *table) == ()
    assert ids(of_norway, *table) == ("Q1",)


def test_each_register_gives_one_identifier() -> None:
    assert ids(MOE, entry("Q1", "Ingrid Moe"), entry("NK", "Ingrid Moe", where="other")) == (
        "Q1",
        "NK",
    )


def test_nobody_unnamed_is_looked_up() -> None:
    official = Actor(name="a senior official", kind=SpeakerKind.ANONYMOUS)

    assert looked_up((official,)) == frozenset()
    assert looked_up((MOE,)) == {"ingrid moe"}
    assert names_of_entry(entry("Q1", "Moe, Ingrid")) == {"ingrid moe"}


def test_the_order_of_entries_changes_nothing() -> None:
    table = [
        entry(f"Q{n}", *names)
        for n, names in enumerate([("Ingrid Moe",), ("Ingrid K. Moe",), ("Moe",)])
    ]

    assert linked((MOE,), table) == linked((MOE,), table[::-1])


@pytest.mark.parametrize(
    ("born", "died", "found"),
    [
        (1961, None, True),
        (1801, None, False),
        (1930, 1999, False),
        (None, 2026, True),
        (2030, None, False),
    ],
)
def test_whoever_speaks_lives(born: int | None, died: int | None, found: bool) -> None:
    one = replace(entry("Q1", "Ingrid Moe"), born=born, died=died)
    named_only = replace(MOE, heard=False)

    assert bool(linked((MOE,), [one], year=2026)[0].ids) is found
    assert linked((named_only,), [one], year=2026)[0].ids == ("Q1",)
    assert linked((MOE,), [one])[0].ids == ("Q1",)
