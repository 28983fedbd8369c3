"""Two events of one kind in one week stay apart, and one event holds together over its days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest

from firsthand.copies import copy_groups, copy_links
from firsthand.domain import Article
from firsthand.extract.plain import plain_article
from firsthand.stories import stories


def article(title: str, body: str, *, published: str | None, outlet: str) -> Article:
    return plain_article(
        f"{title}\n\n{body}", item=outlet, title=title, outlet=outlet, published=published
    )


def sets(articles: list[Article]) -> set[frozenset[str]]:
    told = stories(articles, copy_groups(articles, copy_links(articles)))
    return {frozenset(story.articles) for story in told}


def ids(articles: list[Article]) -> frozenset[str]:
    return frozenset(one.id for one in articles)


UPPER_FLOOD = [
    article(
        "Three dead as Vistula tributary bursts its banks near Tarnów",
        "Three people died when the Dunajec river burst its banks near Tarnów in southern Poland on "
        "Monday after two days of rain, firefighters said. About 400 households were moved to "
        "schools. A bridge at Wojnicz was swept away, and trains between Tarnów and Nowy Sącz were "
        "suspended. Brigadier Marek Olszak of the fire service said the water was still rising.",
        published="2031-07-14",
        outlet="Lesser Poland Courier",
    ),
    article(
        "Flood toll climbs to five in southern Poland",
        "The number of people killed in floods around Tarnów rose to five on Tuesday, when two "
        "farm workers were found in a car near Wojnicz. The Dunajec had begun to fall in the night. "
        "Brigadier Marek Olszak said 600 households were without power. The prime minister is "
        "expected in Tarnów on Wednesday.",
        published="2031-07-15",
        outlet="Warsaw Ledger",
    ),
    article(
        "Prime minister wades through Tarnów as seventh victim is found",
        "Prime Minister Halina Brodek walked through knee-deep mud in Tarnów on Wednesday and "
        "promised money for those who had lost their homes. Seven people are now known to have died "
        "since the Dunajec flooded on Monday, the fire service's Marek Olszak said. Soldiers are "
        "laying a pontoon bridge at Wojnicz.",
        published="2031-07-16",
        outlet="Baltic Wire Service",
    ),
    article(
        "Nine dead, 70 million zlotys of damage: what the Dunajec left behind",
        "Four days after the Dunajec broke its banks, nine people are dead and damage around Tarnów "
        "is put at 70 million zlotys. The last victims, a couple in their eighties, were found in a "
        "cellar in Wojnicz on Thursday, according to Brigadier Marek Olszak. Trains to Nowy Sącz "
        "are running again.",
        published="2031-07-17",
        outlet="Kraków Evening Post",
    ),
]
LOWER_FLOOD = [
    article(
        "Flash flood kills two at campsite near Trenčín",
        "Two children were killed when a flash flood tore through a campsite near Trenčín in western "
        "Slovakia on Tuesday evening, rescuers said. The Váh rose by three metres within an hour "
        "after heavy rain. Some 150 campers were brought to a sports hall. Zuzana Hrivová of the "
        "mountain rescue said a third child was missing.",
        published="2031-07-16",
        outlet="Bratislava Morning",
    ),
    article(
        "Third child found dead after Slovak campsite flood",
        "Divers on Thursday found the body of a nine-year-old boy who had been missing since a flash "
        "flood hit a campsite near Trenčín. That brings the number of dead to three. The Váh is back "
        "in its bed. Police are asking why the campsite had not been cleared, Zuzana Hrivová of the "
        "mountain rescue said.",
        published="2031-07-17",
        outlet="Danube Sentinel",
    ),
    article(
        "Why was nobody warned? Questions after deadly flood at Váh campsite",
        "Parents of children who survived the flood on the Váh near Trenčín accuse the campsite's "
        "owner of ignoring a warning. The weather office had announced heavy rain four hours before. "
        "Three children died on Tuesday. Mountain rescuer Zuzana Hrivová said there had been no "
        "siren.",
        published="2031-07-18",
        outlet="Nitra Voice",
    ),
]


def test_two_floods_in_neighbouring_countries_in_one_week_are_two_stories() -> None:
    assert sets([*UPPER_FLOOD, *LOWER_FLOOD]) == {ids(UPPER_FLOOD), ids(LOWER_FLOOD)}


def test_one_flood_of_four_days_with_a_rising_toll_is_one_story() -> None:
    assert sets(UPPER_FLOOD) == {ids(UPPER_FLOOD)}


MONDAY_SHOOTING = [
    article(
        "Man, 34, shot dead outside Dayton car wash",
        "DAYTON, Ohio — A 34-year-old man was shot dead outside a car wash on Salem Avenue on Monday "
        "afternoon, police said. The victim, Terrell Bostwick of Trotwood, was hit twice in the "
        "chest. A gray sedan was seen leaving. Sgt. Dana Kruse asked witnesses to come forward.",
        published="2031-05-06",
        outlet="Miami Valley Times",
    ),
    article(
        "Dayton police look for gray sedan after fatal shooting on Salem Avenue",
        "Detectives in Dayton are looking for a gray sedan in connection with the death of Terrell "
        "Bostwick, 34, who was shot at a car wash on Salem Avenue on Monday. Sgt. Dana Kruse said "
        "the gunman and the victim appeared to know each other.",
        published="2031-05-07",
        outlet="Ohio Channel 8",
    ),
]
THURSDAY_SHOOTING = [
    article(
        "Two teens wounded in shooting at Dayton basketball court",
        "DAYTON, Ohio — Two teenagers were wounded when shots were fired at a basketball court in "
        "Walnut Hills on Thursday night. The boys, 15 and 17, are in stable condition, police said. "
        "About 30 people were watching a game when the firing began. Lt. Owen Fairley said at least "
        "two guns were used.",
        published="2031-05-09",
        outlet="Miami Valley Times",
    ),
    article(
        "Mothers call for patrols after boys are shot at Walnut Hills court",
        "Residents of Walnut Hills in Dayton want more patrols after a shooting at a basketball court "
        "in which two boys of 15 and 17 were hurt on Thursday night. Lt. Owen Fairley said shell "
        "casings of two calibers had been found. Both boys will recover.",
        published="2031-05-10",
        outlet="Ohio Channel 8",
    ),
]
OTHER_TOWN = [
    article(
        "Man, 36, shot dead outside Toledo gas station",
        "TOLEDO, Ohio — A 36-year-old man was shot dead outside a gas station on Dorr Street on Monday "
        "evening, police said. The victim, Andre Whitlock, was hit three times. A white van was seen "
        "leaving. Capt. Louise Marek asked witnesses to come forward.",
        published="2031-05-06",
        outlet="Lake Erie Tribune",
    ),
    article(
        "Police in Toledo name victim of Dorr Street gas station killing",
        "Toledo police named the man who was shot dead at a gas station on Dorr Street on Monday as "
        "Andre Whitlock, 36, a father of two. Capt. Louise Marek said a white van had been found "
        "burnt out near the river.",
        published="2031-05-07",
        outlet="Ohio Channel 8",
    ),
]
SHOOTINGS = (MONDAY_SHOOTING, THURSDAY_SHOOTING, OTHER_TOWN)


@pytest.mark.parametrize("pair", list(combinations(range(3), 2)))
def test_two_shootings_of_one_week_stay_apart_in_one_town_and_in_two(pair: tuple[int, int]) -> None:
    one, other = (SHOOTINGS[index] for index in pair)

    assert sets([*one, *other]) == {ids(one), ids(other)}


@pytest.mark.parametrize("dated", [True, False])
def test_three_shootings_of_one_week_are_three_stories_with_and_without_dates(dated: bool) -> None:
    events = [
        [one if dated else replace(one, published=None) for one in event] for event in SHOOTINGS
    ]

    assert sets([each for one in events for each in one]) == {ids(one) for one in events}


@pytest.mark.parametrize("change", [str.upper, str.lower])
def test_a_report_in_another_case_stays_with_its_story(change: Callable[[str], str]) -> None:
    first = UPPER_FLOOD[1]
    assert first.title is not None
    body = first.text.split("\n\n")[1]
    other = article(change(first.title), change(body), published=first.published, outlet="Shouting")
    found = sets([UPPER_FLOOD[0], other, *UPPER_FLOOD[2:], *LOWER_FLOOD])

    assert found == {ids([UPPER_FLOOD[0], other, *UPPER_FLOOD[2:]]), ids(LOWER_FLOOD)}


def test_white_space_and_copies_change_nothing() -> None:
    spaced = [
        article(
            one.title or "",
            one.text.split("\n\n")[1].replace(". ", ".  \n"),
            published=one.published,
            outlet=f"Spaced {number}",
        )
        for number, one in enumerate(UPPER_FLOOD)
    ]
    found = sets([*UPPER_FLOOD, *LOWER_FLOOD, *spaced])

    assert found == {ids([*UPPER_FLOOD, *spaced]), ids(LOWER_FLOOD)}
