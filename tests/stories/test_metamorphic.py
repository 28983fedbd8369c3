"""What must not change who is with whom: order, doubles, capitals, white space, a foreign paragraph."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import cache

import pytest

from firsthand.copies import copy_groups, copy_links
from firsthand.domain import Article, CopyGroup
from firsthand.extract.plain import plain_article
from firsthand.stories import StoryStream, card, stories


def article(name: str, title: str, body: str, published: str) -> Article:
    return plain_article(
        f"{title}\n\n{body}", item=name, title=title, outlet=name, published=published
    )


# Two fires in one week, a strike and a find: what is of one kind must stay apart, too.
EVENTS: tuple[tuple[tuple[str, str, str], ...], ...] = (
    (
        (
            "Fire destroys furniture warehouse in Tartu",
            (
                "A fire destroyed the warehouse of the furniture maker Ropka Puit in Tartu on Tuesday "
                "night. Sixty firefighters worked until morning, rescue chief Kalle Ojasoo said. Two "
                "guards were treated for smoke. The cause may have been a heater in the paint room."
            ),
            "2031-02-12",
        ),
        (
            "Tartu warehouse blaze traced to heater, rescue chief says",
            (
                "Investigators believe that a heater in the paint room set the Ropka Puit warehouse in "
                "Tartu alight, Kalle Ojasoo of the rescue board said on Thursday. The blaze on Tuesday "
                "night destroyed furniture worth millions and sent two guards to hospital with smoke."
            ),
            "2031-02-13",
        ),
    ),
    (
        (
            "Three dead in fire at Plovdiv hostel",
            (
                "Three people died when a fire broke out in a workers' hostel in the Kyuchuk Parizh "
                "quarter of Plovdiv before dawn on Wednesday, prosecutor Rumen Petkanov said. Residents "
                "jumped from the second floor. The hostel had no working alarm."
            ),
            "2031-02-12",
        ),
        (
            "Plovdiv hostel where three died had no alarm, prosecutor finds",
            (
                "The workers' hostel in Plovdiv in which three people died on Wednesday had neither a "
                "working alarm nor an emergency exit, Rumen Petkanov said. The owner, Trakia Rooms, is "
                "to be charged. Residents had jumped from the second floor to escape the flames."
            ),
            "2031-02-13",
        ),
    ),
    (
        (
            "Tram drivers in Brno walk out over rosters",
            (
                "Tram drivers in Brno stopped work on Monday in a quarrel over night rosters. The union "
                "leader Zdenka Hrabalova said that nine in ten drivers had stayed away. The transport "
                "company put buses on four lines and called the strike unlawful."
            ),
            "2031-02-10",
        ),
        (
            "Brno tram strike ends after a day",
            (
                "The strike of the tram drivers of Brno ended on Tuesday after one day. The company "
                "will withdraw the night rosters that set off the quarrel, union leader Zdenka "
                "Hrabalova said. Trams ran again on all lines from noon."
            ),
            "2031-02-11",
        ),
    ),
    (
        (
            "Divers find Roman anchor off Sozopol",
            (
                "Divers have found an iron anchor of the second century off Sozopol. It lay under half a "
                "metre of sand near the island of Saint Cyricus, archaeologist Neli Dragieva said, and "
                "is the largest of its kind in the Black Sea."
            ),
            "2031-02-11",
        ),
    ),
)
ALL = [
    article(f"e{number}-{at}", *told)
    for number, event in enumerate(EVENTS)
    for at, told in enumerate(event)
]
FOREIGN = (
    "The municipal library will lend seeds from next month. Gardeners may take five packets of "
    "beans, lettuce or marigolds and are asked to bring some back in the autumn."
)


REMEMBERED = cache(card)


@pytest.fixture(autouse=True)
def _cards_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firsthand.stories.grouping.card", REMEMBERED)
    monkeypatch.setattr("firsthand.stories.stream.card", REMEMBERED)


def groups(articles: Sequence[Article]) -> tuple[CopyGroup, ...]:
    return copy_groups(articles, copy_links(articles))


def sets(articles: Sequence[Article]) -> set[frozenset[str]]:
    """Who is with whom, by the names of the articles."""
    names = {one.id: one.item for one in articles}
    found = stories(articles, groups(articles))
    return {frozenset(names[each] for each in story.articles) for story in found}


TOLD = {
    frozenset(f"e{number}-{at}" for at in range(len(event))) for number, event in enumerate(EVENTS)
}


def remade(one: Article, change: Callable[[str], str], *, item: str | None = None) -> Article:
    return plain_article(
        change(one.text),
        item=item or one.item,
        title=change(one.title or ""),
        outlet=item or one.outlet,
        published=one.published,
    )


def test_events_of_one_kind_in_one_week_stay_apart() -> None:
    assert sets(ALL) == TOLD


@pytest.mark.parametrize("seed", range(3))
def test_order_changes_nothing(seed: int) -> None:
    assert sets(random.Random(seed).sample(ALL, len(ALL))) == TOLD


@pytest.mark.parametrize("number", range(len(ALL)))
def test_a_double_joins_its_text_and_moves_nothing(number: int) -> None:
    double = remade(ALL[number], str, item="double")

    assert {one - {"double"} for one in sets([*ALL, double])} == TOLD


@pytest.mark.parametrize("change", [str.upper, str.lower], ids=["upper", "lower"])
@pytest.mark.parametrize("number", range(len(ALL)))
def test_capitals_change_nothing(number: int, change: Callable[[str], str]) -> None:
    assert sets([*ALL[:number], remade(ALL[number], change), *ALL[number + 1 :]]) == TOLD


SPACES = {
    "double": lambda text: text.replace(" ", "  "),
    "wrapped": lambda text: text.replace(". ", ".\n"),
    "hard": lambda text: text.replace(" on ", "\u00a0on\u00a0"),
}


@pytest.mark.parametrize("change", SPACES.values(), ids=SPACES)
def test_white_space_changes_nothing(change: Callable[[str], str]) -> None:
    assert sets([remade(one, change) for one in ALL]) == TOLD


@pytest.mark.parametrize("number", range(len(ALL)))
def test_a_foreign_paragraph_changes_nothing(number: int) -> None:
    one = ALL[number]
    longer = plain_article(
        f"{one.text}\n\n{FOREIGN}",
        item=one.item, title=one.title, outlet=one.outlet, published=one.published,
    )  # fmt: skip

    assert sets([*ALL[:number], longer, *ALL[number + 1 :]]) == TOLD


def test_a_foreign_line_below_all_joins_none() -> None:
    line = "The municipal library will lend seeds from next month."
    longer = [
        plain_article(
            f"{one.text}\n\n{line}",
            item=one.item, title=one.title, outlet=one.outlet, published=one.published,
        )
        for one in ALL
    ]  # fmt: skip

    assert sets(longer) == TOLD


@pytest.mark.parametrize("seed", range(3))
def test_a_stream_has_the_same_stories_whatever_the_order(seed: int) -> None:
    stream = StoryStream()
    for one in random.Random(seed).sample(ALL, len(ALL)):
        stream.add(one)
    stream.repair()
    names = {one.id: one.item for one in ALL}

    assert {frozenset(names[each] for each in one.articles) for one in stream.stories()} == TOLD
