"""Which forms of a story name one body: a table of cases."""

from __future__ import annotations

import tomllib
from collections import Counter
from itertools import permutations
from pathlib import Path

import pytest

from firsthand.settle.joining import join_bodies
from firsthand.settle.spelling import key

CASES = tomllib.loads(Path(__file__).with_name("bodynames.toml").read_text(encoding="utf-8"))[
    "case"
]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_bodies_of_a_story(case: dict[str, list[str]]) -> None:
    found = [
        join_bodies(
            Counter(forms),
            places=frozenset(map(key, case.get("places", []))),
            common=frozenset(case.get("common", [])),
        )
        for forms in permutations(case["forms"])
    ]

    assert all(one == found[0] for one in found)
    assert sorted(map(sorted, found[0].groups.values())) == sorted(map(sorted, case["one"]))
    assert sorted(found[0].open) == sorted(case.get("open", []))


def test_what_a_text_says_goes_before_any_table() -> None:
    same = {"nis": frozenset({"northern icebreaker society"})}

    found = join_bodies(
        Counter(["Northern Icebreaker Society", "National Intelligence Service", "NIS"]), same=same
    )

    assert sorted(map(sorted, found.groups.values())) == [
        ["NIS", "Northern Icebreaker Society"],
        ["National Intelligence Service"],
    ]
