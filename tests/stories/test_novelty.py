from __future__ import annotations

import random

import pytest

from firsthand.domain import NewPassage
from firsthand.extract.plain import plain_article
from firsthand.stories.facts import Facts, facts
from firsthand.stories.novelty import Memory

_WORDS = [
    "storm",
    "harbour",
    "rescue",
    "ferry",
    "captain",
    "sailors",
    "engine",
    "inquiry",
    "minister",
    "prosecutor",
    "witnesses",
    "hospital",
    "helicopter",
    "divers",
    "wreck",
    "hull",
    "cabin",
    "village",
    "funeral",
    "insurance",
    "inspection",
    "certificate",
    "regulator",
]


def new_after(said: str, later: str) -> list[tuple[str, NewPassage]]:
    """Sentences of `later` that are news after `said`, as written."""
    memory = Memory()
    first = plain_article(said, item="first", published="2032-03-01")
    second = plain_article(later, item="second", published="2032-03-02")
    memory.add(facts(first), first.text)
    found = [memory.new(one, second.text) for one in facts(second)]
    return [(one.passage.span.of(second.text), one) for one in found if one is not None]


@pytest.mark.parametrize("seed", range(3))
def test_novelty_is_what_a_comparison_with_every_earlier_sentence_gives(seed: int) -> None:
    draw = random.Random(seed)
    memory, judged = Memory(), 0
    before: list[Facts] = []
    for number in range(12):
        body = " ".join(f"The {' '.join(draw.sample(_WORDS, 7))}." for _ in range(6))
        article = plain_article(body, item=f"n{number}")
        said = facts(article)
        for one in said:
            found = memory.new(one, article.text)
            if found is not None:
                whole = sum(one.words.values())
                shared = [
                    sum(weight for word, weight in one.words.items() if word in other.words)
                    for other in before
                ]
                assert found.novelty == pytest.approx(1 - max(shared, default=0) / whole, abs=0.001)
                judged += 1
        memory.add(said, article.text)
        before += said

    assert judged


@pytest.mark.parametrize(
    "later",
    [
        "Experts said that two Flemish engineers and a Norwegian diver would examine the hull.",
        "The inquiry was handed to a Kerrera-based surveyor who examined the Bheag and its hull.",
    ],
)
def test_peoples_and_parts_of_known_names_are_no_new_names(later: str) -> None:
    news = new_after("The trawler Morag Bheag ran onto rocks off Kerrera on Monday.", later)

    assert [found.names for _, found in news] == [()]


def test_a_name_beside_a_people_is_new() -> None:
    ((_, found),) = new_after(
        "The trawler ran onto rocks off Kerrera on Monday.",
        "The salvage was led by Flemish engineer Joost Vreugdenhil of the harbour master.",
    )

    assert "Joost Vreugdenhil" in " ".join(found.names)


_AGROUND = (
    "The ferry Morag Bheag ran onto rocks off Kerrera in a storm late on Monday with 312 people "
    "aboard after its engine failed, the coast guard said."
)


@pytest.mark.parametrize(
    ("later", "told"),
    [
        (
            "At least 2 people are dead after the Morag Bheag ran onto rocks off Kerrera in a storm.",
            True,
        ),
        ("All 312 people aboard the ferry Morag Bheag have been brought ashore on Kerrera.", True),
        ("The Morag Bheag ran onto rocks in a storm off Kerrera after its engine failed.", False),
        (
            "About 310 people were aboard the Morag Bheag when it ran onto rocks off Kerrera.",
            False,
        ),
    ],
)
def test_a_new_number_or_outcome_is_news_among_known_words_and_a_rounded_number_is_none(
    later: str,
    told: bool,
) -> None:
    assert bool(new_after(_AGROUND, later)) is told
