"""What names of ministries, police forces and known bodies say of which body they name."""

from __future__ import annotations

import pytest

from firsthand.settle.houses import identity_of, organs_in

SAME = [
    ("Pentagon", "U.S. Department of Defense"),  # a building, and the ministry with its country
    ("Russian Foreign Ministry", "Russia’s Ministry of Foreign Affairs"),
    ("Ministry of Defence of Ukraine", "Ukrainian Defense Ministry"),  # two spellings
    ("the Foreign Ministry in Kyiv", "Ukraine's Foreign Ministry"),  # by the capital
    ("Antwerp police", "Antwerp Police Department"),
    ("police in Antwerp", "Antwerp city police"),
    ("Downing Street", "No. 10"),
    ("FBI", "Federal Bureau of Investigation"),
]
APART = [
    ("Russian Foreign Ministry", "Ukrainian Foreign Ministry"),
    ("Russian Foreign Ministry", "Russian Defence Ministry"),
    ("Antwerp police", "Antwerp federal police"),
    ("Justice Department", "Irish Department of Justice"),
    ("New York State Police", "New York police"),
]
NEITHER = ["Police Officers Association", "police chief", "Ministry of Silly Walks", "ice", "who"]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_names_of_one_organ(one: str, other: str) -> None:
    assert identity_of(one) is not None
    assert identity_of(one) == identity_of(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_names_of_two_organs(one: str, other: str) -> None:
    assert identity_of(one) != identity_of(other)


@pytest.mark.parametrize("name", NEITHER)
def test_names_that_tell_of_no_organ(name: str) -> None:
    assert identity_of(name) is None


@pytest.mark.parametrize("name", ["Foreign Ministry", "police", "local police"])
def test_an_organ_of_no_country_or_place_is_not_whole(name: str) -> None:
    identity = identity_of(name)

    assert identity is not None
    assert not identity.whole


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Monday Russia’s Foreign Ministry denied it.", ["Russia’s Foreign Ministry"]),
        ("He said Antwerp police had come.", ["Antwerp police"]),
        ("The police in Antwerp, who came late, left.", ["police in Antwerp"]),
        ("The foreign ministry said nothing. Police came.", []),
        ("The ministry of the interior of France spoke.", ["ministry of the interior of France"]),
    ],
)
def test_organs_are_found_with_country_or_place(text: str, found: list[str]) -> None:
    assert list(organs_in(text)) == found
