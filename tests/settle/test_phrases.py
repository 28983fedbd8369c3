from __future__ import annotations

import pytest

from firsthand.settle.barenames import bare_name
from firsthand.settle.phrases import describe
from firsthand.tables.bodies import Role

PEOPLE = frozenset({"ana ruiz", "per lind", "jo okafor"})

CASES = [
    # phrase, name, role kind, of; the last column says why the case is here
    ("fire brigade spokesman Per Lind", "Per Lind", Role.SPOKES, "fire brigade"),  # lower-case body
    ("Tamrian Harbour Minister Ana Ruiz, who visited the quay", "Ana Ruiz", Role.MINISTERS, "Tamrian Harbour"),
    ("Per Lind, the managing director of Northern Ferries", "Per Lind", Role.HEADS, "Northern Ferries"),
    ("Per Lind, who heads the Coastal Board", "Per Lind", Role.HEADS, "the Coastal Board"),
    ("its spokeswoman, Jo Okafor", "Jo Okafor", Role.SPOKES, "its"),  # role first, name in apposition
    ("Lind’s lawyer, Jo Okafor", "Jo Okafor", Role.LAWYERS, "Lind’s"),
    ("Secretary of the Interior Ana Ruiz", "Ana Ruiz", Role.MINISTERS, "the Interior"),  # known name ends the title
    ("a spokesperson for the Salmon and Trout Service", None, Role.SPOKES, "the Salmon and Trout Service"),
    ("Per Lind, a senior lawyer with the Centre for Rivers", "Per Lind", Role.LAWYERS, "the Centre for Rivers"),
    ("the top Democrat on the Harbour Committee", None, Role.HEADS, "the Harbour Committee"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "name", "kind", "of"), CASES)
def test_a_phrase_is_taken_apart(phrase: str, name: str | None, kind: Role, of: str) -> None:
    said = describe(phrase, PEOPLE)

    assert said.name == name
    assert kind in said.kinds
    assert said.of == of


def test_a_former_role_is_marked() -> None:
    assert describe("Former Coastal Board director Per Lind", PEOPLE).over


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the regional flood centre", "regional flood centre"),
        ("the county coroner’s office in Tamria, which has begun its work", "county coroner’s office in Tamria"),
        ("Rowing Club Tamria", "Rowing Club Tamria"),
    ],
)  # fmt: skip
def test_a_body_is_no_role(phrase: str, name: str) -> None:
    said = describe(phrase, PEOPLE)

    assert said.name == name
    assert said.kinds == ()


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("Mr. Ito", "Ito"),
        ("the Coastal Board’s", "Coastal Board"),
        ("Rep. Ana Ito (D-Ore.)", "Ana Ito"),
    ],
)
def test_titles_articles_and_possessives_are_no_part_of_a_name(written: str, bare: str) -> None:
    assert bare_name(written) == bare
