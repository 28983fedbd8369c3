"""What must be true of the actors of any story: order, copies and other people's names change nothing."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.domain import Actor, ArticleId, Reading
from tests.settle.stories import BODY, PERSON, article, told

STORY = (
    article(
        "a", "It leaks, said Harbour Minister Ana Ruiz. The Coastal Safety Board (CSB) came. It broke, Ruiz said.",
        people=("Ana Ruiz", "Ruiz"), bodies=("Coastal Safety Board", "CSB"), outlet="Morning Tide",
        says=(("It leaks", "Harbour Minister Ana Ruiz", "Ana Ruiz", PERSON), ("It broke", "Ruiz", "Ruiz", PERSON)),
    ),
    article(
        "b", "It holds, Oleksii Kovalensky said. It was warned, the CSB said. Ruiz came.",
        people=("Oleksii Kovalensky", "Ruiz"), bodies=("CSB",), outlet="Evening Tide",
        says=(("It holds", "Oleksii Kovalensky", "Oleksii Kovalensky", PERSON),
              ("It was warned", "the CSB", "CSB", BODY)),
    ),
    article(
        "c", "It sank, Oleksiy Kovalenskyy said. It rose, Mr. Kovalensky said. Pablo Ortega, a CSB spokesman, left.",
        people=("Oleksiy Kovalenskyy", "Kovalensky", "Pablo Ortega"), bodies=("CSB",), outlet="Noon Tide",
        says=(("It sank", "Oleksiy Kovalenskyy", "Oleksiy Kovalenskyy", PERSON),
              ("It rose", "Mr. Kovalensky", "Kovalensky", PERSON)),
    ),
)  # fmt: skip

SURNAMES = ["Ferrand", "Halvorsen", "Iturbide", "Maddox", "Quillon", "Ostrowe", "Tamsin"]
GIVEN = ["Clara", "Edith", "Marta", "Helga", "Doris"]


def people(actors: tuple[Actor, ...]) -> list[list[str]]:
    """The forms of each person, without who is whose."""
    return sorted([alias.form for alias in one.written] for one in actors if one.kind is PERSON)


@given(st.permutations(STORY))
def test_the_order_of_articles_never_matters(readings: list[Reading]) -> None:
    assert told(*readings).actors == told(*STORY).actors


@pytest.mark.parametrize("at", range(len(STORY)))
def test_a_copy_changes_nothing_but_where_names_stand(at: int) -> None:
    one = STORY[at]
    copied = replace(
        one,
        article=replace(one.article, id=ArticleId("z"), outlet=STORY[0].article.outlet),
        statements=tuple(
            replace(said, id=type(said.id)(f"z{n}"), article=ArticleId("z"))
            for n, said in enumerate(one.statements)
        ),
    )

    def plain(actors: tuple[Actor, ...]) -> list[tuple[object, ...]]:
        return [
            (one.name, one.kind, one.authority, one.state, one.body, one.heard, one.aliases,
             [alias.form for alias in one.written], {(role.title, role.body) for role in one.held},
             [(of.body, of.basis) for of in one.affiliations])
            for one in actors
        ]  # fmt: skip

    before, after = told(*STORY), told(*STORY, copied)
    names = {one.name for one in before.actors} | {one.name for one in after.actors}
    assert plain(after.actors) == [row for row in plain(before.actors) if row[0] in names]


def renamed(reading: Reading, names: dict[str, str]) -> Reading:
    """The article with every name, all of one length, replaced: offsets stay as they are."""

    def other(text: str) -> str:
        return re.sub("|".join(names), lambda found: names[found.group()], text)

    one = reading.article
    return replace(
        reading,
        article=replace(one, text=other(one.text), raw_text=other(one.raw_text)),
        mentions=tuple(replace(m, name=other(m.name)) for m in reading.mentions),
        statements=tuple(
            replace(said, speaker=other(said.speaker or "") or None) for said in reading.statements
        ),
    )


@settings(max_examples=25)
@given(
    st.sampled_from(["Silva", "Marsh", "Voigt", "Lloyd"]),
    st.sampled_from(["Eva", "Ida", "Lea", "Una"]),
)
def test_other_names_of_the_same_shape_are_joined_the_same(surname: str, given_name: str) -> None:
    names = {"Ruiz": surname[:4], "Ana": given_name}
    story = [renamed(one, names) for one in STORY]

    expected = [
        sorted(re.sub("Ruiz|Ana", lambda found: names[found.group()], form) for form in told_)
        for told_ in people(told(*STORY).actors)
    ]
    assert sorted(map(sorted, people(told(*story).actors))) == sorted(expected)


def test_removing_the_only_article_of_an_actor_removes_the_actor() -> None:
    with_all = {one.name for one in told(*STORY).actors}
    without = {one.name for one in told(*STORY[:2]).actors}

    assert "Pablo Ortega" in with_all - without
