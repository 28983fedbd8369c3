"""Whose office somebody holds: no country that nobody stated, no owner's title for the aide, no host for the envoy."""

from __future__ import annotations

import pytest

from firsthand.domain import Reading, Tenure
from firsthand.settle.phrases import describe
from firsthand.settle.roles import running_start
from tests.settle.stories import PERSON, article, said_by, told

PEOPLE = frozenset({"ana ruiz", "jo okafor"})


@pytest.mark.parametrize(
    ("phrase", "name", "role", "of"),
    [
        ("Tamrian President Ana Ruiz’s spokesman, Jo Okafor", "Jo Okafor", "spokesman", "Ana Ruiz’s"),
        ("Harbour Minister Ana Ruiz's aide, Jo Okafor", "Jo Okafor", "aide", "Ana Ruiz's"),
        ("Harbour Minister Ana Ruiz's sister, Jo Okafor", "Jo Okafor", None, None),
        ("The wife of Prime Minister Ana Ruiz, Jo Okafor", "Jo Okafor", None, None),
        ("Norway's ambassador to Chile, Jo Okafor", "Jo Okafor", "ambassador", "Norway's"),
        ("Norwegian envoy in Santiago Jo Okafor", "Jo Okafor", "envoy", "Norwegian"),
        ("the ambassador of Norway to Chile, Jo Okafor", "Jo Okafor", "ambassador", "Norway"),
        ("the ambassador to Chile, Jo Okafor", "Jo Okafor", "ambassador", None),
        ("Kenya's representative to the Harbour Agency, Jo Okafor", "Jo Okafor", "representative", "Kenya's"),
        ("Britain's high commissioner to Chile, Jo Okafor", "Jo Okafor", "high commissioner", "Britain's"),
        ("the navy's spokesman in Arica, Jo Okafor", "Jo Okafor", "spokesman", "navy's"),
        ("Northern Ferries finance director Jo Okafor", "Jo Okafor", "director", "Northern Ferries"),
        ("Operations director Jo Okafor", "Jo Okafor", "director", None),
    ],
)  # fmt: skip
def test_a_role_is_its_holders_and_of_whom_it_is_held_for(
    phrase: str, name: str, role: str | None, of: str | None
) -> None:
    said = describe(phrase, PEOPLE)

    assert (said.name, said.role, said.of) == (name, role, of)


def one(title: str, name: str, *, before: str = "", places: tuple[str, ...] = ()) -> Reading:
    """An article in which somebody with a title says "It holds"."""
    text = f"{before}It holds, said {title} {name}."
    return article("a", text, people=(name,), places=places,
                   says=(("It holds", f"{title} {name}", name, PERSON),))  # fmt: skip


RUSSIA_TOLD = (
    "Russia and the Kremlin waited. Russia fired. The Kremlin was silent. Moscow fell quiet. "
)
NAMED = ("Russia", "Kremlin", "Moscow", "KYIV")


def test_a_bare_president_is_not_the_country_named_most() -> None:
    story = one("President", "Oleh Maruk", before=f"KYIV, Ukraine - {RUSSIA_TOLD}Ukraine and Kyiv fired. Ukraine won. ",
                places=(*NAMED, "Ukraine", "Kyiv"))  # fmt: skip

    (actor,) = (actor for actor in told(story).actors if actor.name == "Oleh Maruk")

    assert (actor.authority, actor.state, actor.held[0].body) == (None, None, None)


def test_a_bare_president_who_is_known_to_lead_a_state_is_its() -> None:
    story = one("President", "Volodymyr Zelenskyy", before=RUSSIA_TOLD, places=NAMED)

    assert said_by(story)["It holds"][1] == "Ukraine"


def test_a_state_has_one_president_at_a_time() -> None:
    text = f"{RUSSIA_TOLD}It holds, said Russian President Ivan Petrik. It fell, said President Oleh Maruk."
    story = article(
        "a", text, people=("Ivan Petrik", "Oleh Maruk"), places=NAMED,
        says=(("It holds", "Russian President Ivan Petrik", "Ivan Petrik", PERSON),
              ("It fell", "President Oleh Maruk", "Oleh Maruk", PERSON)),
    )  # fmt: skip

    assert {said: whose for said, (_, whose) in said_by(story).items()} == {
        "It holds": "Russia",
        "It fell": None,
    }


def test_a_presidents_spokesman_speaks_for_the_state_and_is_not_its_president() -> None:
    source = "Russian President Ivan Petrik's spokesman, Oleh Maruk"
    story = article("a", f"It holds, said {source}.", people=("Ivan Petrik", "Oleh Maruk"),
                    says=(("It holds", source, "Oleh Maruk", PERSON),))  # fmt: skip

    (actor,) = (actor for actor in told(story).actors if actor.name == "Oleh Maruk")

    assert (actor.authority, actor.state) == ("Russia", "RU")
    assert [role.title for role in actor.held] == ["spokesman"]


@pytest.mark.parametrize(
    ("before", "body"),
    [
        ("Northern Ferries closed a pier. ", "Northern Ferries"),
        ("The Financial Times told it first. ", None),
        ("Northern Ferries closed a pier. The Harbour Authority would not comment. ", None),
    ],
)
def test_a_bare_chairman_is_of_the_one_body_named_and_else_of_none(
    before: str, body: str | None
) -> None:
    story = article(
        "a", f"{before}It holds, said Ana Ruiz, the chairman.", people=("Ana Ruiz",),
        bodies=("Northern Ferries", "Harbour Authority", "Financial Times"), says=(("It holds", "Ana Ruiz", "Ana Ruiz", PERSON),),
    )  # fmt: skip

    assert said_by(story)["It holds"][1] == body


def test_who_is_suspended_still_holds_the_post() -> None:
    story = article(
        "a", "It holds, said Ana Ruiz, the Northern Ferries director, who was suspended in May.",
        people=("Ana Ruiz",), bodies=("Northern Ferries",), says=(("It holds", "Ana Ruiz", "Ana Ruiz", PERSON),),
    )  # fmt: skip

    (actor,) = (actor for actor in told(story).actors if actor.name == "Ana Ruiz")

    assert actor.held[0].tenure is Tenure.HELD


@pytest.mark.parametrize("dash", ["-", "--", "–", "—"])
@pytest.mark.parametrize(
    "place", ["ARICA", "Arica", "ARICA, Feb 4, 2031 (Coastal News Agency)", "ARICA, Chile"]
)
def test_a_dateline_is_no_part_of_a_title(place: str, dash: str) -> None:
    before = f"{place} {dash} "
    text = f"{before}Chilean Harbour Minister Ana Ruiz, now away, said it holds."
    story = article(
        "a", text, people=("Ana Ruiz",),
        says=(("it holds", f"{before}Chilean Harbour Minister Ana Ruiz", "Ana Ruiz", PERSON),),
    )  # fmt: skip

    (actor,) = (actor for actor in told(story).actors if actor.name == "Ana Ruiz")

    assert running_start(text, text.index("Ana")) == len(before)
    assert {role.body for role in actor.held} == {"Chile"}
