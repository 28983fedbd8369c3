"""Copies of copies: told by credits, by common changes, by a headline; never in a ring."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.copies import copy_links
from firsthand.domain import Article, ArticleId, CopyLink
from firsthand.extract.plain import plain_article

# Invented report of an invented flood, and what the copies made of it.
WIRE = [
    (
        "VELJUN (AP) — The Dretulja broke its dyke at two places before dawn on Sunday and stood a "
        "metre deep in the lower streets of the town, the fire service said."
    ),
    (
        "About four hundred people were brought to the school on the hill, where the army had put up "
        "field kitchens. Nobody is missing, mayor Ozren Batinica told local radio."
    ),
    (
        "Rain had fallen for six days. The gauge at the old mill, which has been read since 1911, "
        "showed more than in any March before, and it was still rising at noon."
    ),
    (
        "The railway to the coast is cut at three points. Buses run by way of the pass, where snow "
        "was forecast for the night, and take two hours longer than the train."
    ),
    (
        "Engineers hope to close the larger of the two breaches by Monday evening with rock from the "
        "quarry at Gorinac, if the lorries can reach it."
    ),
]
OWN = (
    "Our reporter reached the school at nine. In the gymnasium children were building a dyke of "
    "mattresses, and an old man with a transistor radio announced the level of the river every "
    "quarter of an hour to whoever wanted to hear it, and to several people who did not."
)
CHANGED = [
    WIRE[0].removeprefix("VELJUN (AP) — ").replace("stood a metre deep", "was standing chest-high"),
    WIRE[1].replace("About four hundred", "Some 400").replace("on the hill", "uphill"),
    WIRE[2].replace("Rain had fallen for six days.", "It had been raining since Monday."),
    *WIRE[3:],
]
TITLE = "River breaks dyke at two places, town under water"


def article(
    paragraphs: list[str], outlet: str, published: str | None = None, *, title: str = TITLE
) -> Article:
    return plain_article(
        "\n\n".join(paragraphs), item=outlet, outlet=outlet, published=published, title=title
    )


def sources(links: tuple[CopyLink, ...]) -> dict[ArticleId, tuple[ArticleId, str]]:
    return {x.copy: (x.original, x.direction_basis) for x in links if x.direction_basis is not None}


ROOT = article(WIRE, "Associated Press", "2032-03-14T06:00")
EDITOR = article(CHANGED, "Upland Herald", "2032-03-14T07:00")
HEIR = article([*CHANGED[:3], CHANGED[3].replace("Buses run", "Coaches go")], "Valley Echo")
OTHER = article([*WIRE[:4], WIRE[4].replace("larger", "bigger")], "Coast Times")


def test_a_copy_with_anothers_changes_was_taken_from_that_other() -> None:
    links = copy_links([ROOT, EDITOR, HEIR, OTHER])
    found = sources(links)

    assert found[HEIR.id] == (EDITOR.id, "edits")
    assert found[EDITOR.id][0] == ROOT.id
    assert found[OTHER.id] == (ROOT.id, "dateline")
    (link,) = [x for x in links if x.copy == HEIR.id]
    assert any("changes that only these two" in r.feature and r.score >= 6 for r in link.reasons)


def test_a_copy_that_kept_what_the_other_lost_was_not_taken_from_it() -> None:
    both = [CHANGED[0], WIRE[1], CHANGED[2], *WIRE[3:]]
    cousin = article([*both[:4], OWN], "Valley Echo")

    assert sources(copy_links([ROOT, EDITOR, cousin]))[cousin.id][0] == ROOT.id


def test_of_two_equal_texts_with_common_changes_neither_is_said_to_be_the_model() -> None:
    twin = article(CHANGED, "Valley Echo", "2032-03-14T09:00")
    found = sources(copy_links([ROOT, EDITOR, twin]))

    assert found[EDITOR.id][0] == found[twin.id][0] == ROOT.id


@pytest.mark.parametrize("words", ["originally appeared in", "was first published by"])
def test_a_credit_to_another_copy_goes_before_the_wire_at_hand(words: str) -> None:
    relay = article(WIRE[1:], "Upland Herald", "2032-03-14T07:00")
    heir = article([*WIRE[1:4], f"This article {words} Upland Herald."], "Valley Echo")

    assert sources(copy_links([ROOT, relay, heir]))[heir.id] == (relay.id, "credit")


def test_a_headline_that_only_two_copies_have_makes_one_the_others_model() -> None:
    own = "Night of the broken dyke"
    first = article(WIRE[:4], "Upland Herald", title=own)
    second = article(
        [*WIRE[1:3], WIRE[3].replace("Buses run by way of the pass", "Coaches use the pass road")],
        "Valley Echo",
        title=own,
    )
    found = sources(copy_links([ROOT, first, second]))

    assert found[second.id] == (first.id, "edits")
    shortened = [
        article(one.text.split("\n\n"), str(one.outlet), title="River breaks dyke at two")
        for one in (first, second)
    ]
    assert {s for s, _ in sources(copy_links([ROOT, *shortened])).values()} == {ROOT.id}


def test_without_the_root_what_all_others_have_stands_for_it() -> None:
    wire = [WIRE[0].replace("AP", "UPI"), *WIRE[1:]]
    lost = [
        wire[0].replace(" before dawn on Sunday", "").replace(", the fire service said", ""),
        "Four hundred were brought to the school, where the army cooks. Nobody is missing.",
        wire[2].replace(", which has been read since 1911,", ""),
        wire[3].replace(", where snow was forecast for the night,", ""),
        wire[4],
    ]
    model = article(lost, "Upland Herald")
    heir = article([*lost[:3], lost[3].replace("Buses run", "Coaches go")], "Valley Echo")
    others = [
        article([*wire, "Weather, page nine."], "Coast Times"),
        article([*wire[:4], "Traffic news at the full hour."], "Lake News"),
        article([*wire, "All rights are with the paper."], "Mill Post"),
    ]
    links = copy_links([model, heir, *others])

    assert sources(links) == {heir.id: (model.id, "edits")}
    assert {x.unseen_wire for x in links if x.copy != heir.id} == {"UPI"}


def test_a_paragraph_put_in_between_by_two_texts_makes_one_the_others_model() -> None:
    wire = [WIRE[0].replace("AP", "UPI"), *WIRE[1:]]
    longer = [wire[0], wire[1], OWN, *wire[2:]]
    model = article(longer, "Upland Herald")
    heir = article(
        [*longer[:4], longer[4].replace("Buses run by way of", "Coaches go over")], "Valley Echo"
    )
    others = [
        article(wire, "Coast Times"),
        article([*wire, "Sport, page five."], "Lake News"),
        article([*wire[:4], "More from the region at six."], "Mill Post"),
    ]

    assert sources(copy_links([model, heir, *others])) == {heir.id: (model.id, "edits")}
    assert sources(copy_links([model, heir, *others[:2]])) == {}


def test_two_texts_that_credit_each_other_are_not_each_others_source() -> None:
    one = article([*WIRE[1:], "This article originally appeared in Valley Echo."], "Upland Herald")
    other = article(
        [*WIRE[1:4], "This article originally appeared in Upland Herald."], "Valley Echo"
    )
    links = copy_links([ROOT, one, other])

    assert all(x.original == ROOT.id for x in links)


PARTS = [*WIRE, *CHANGED, OWN, "(AP)", "This article originally appeared in Paper 1."]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(PARTS), min_size=4, max_size=7, unique=True),
        min_size=2,
        max_size=6,
    )
)
def test_every_copy_has_one_source_and_no_line_comes_back(texts: list[list[str]]) -> None:
    members = [ROOT, *(article(text, f"Paper {n}") for n, text in enumerate(texts))]
    whole = [x for x in copy_links(members) if x.direction_basis is not None]
    above = {x.copy: x.original for x in whole}

    for start, place in above.items():
        seen = {start}
        while place in above:
            assert place not in seen
            seen.add(place)
            place = above[place]  # noqa: PLW2901 (the walk up is the point)
