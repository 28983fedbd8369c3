from __future__ import annotations

from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

from firsthand.copies import copy_groups, copy_links
from firsthand.domain import Article, Rejected, Story
from firsthand.extract import articles_from
from firsthand.extract.plain import plain_article
from firsthand.read import read_paths
from firsthand.stories import card, stories, story_links

SHARED = Path(__file__).parents[2].parent / "shared" / "stories"


def article(title: str | None, body: str, *, outlet: str, published: str | None = None) -> Article:
    text = f"{title}\n\n{body}" if title else body
    return plain_article(text, item=outlet, title=title, outlet=outlet, published=published)


FERRY = [
    article(
        "Ferry with 212 people runs aground off Koper",
        "A cargo ferry with 212 people on board ran aground off the Slovenian port of Koper on "
        "Thursday night after its rudder jammed, the harbour authority said. Nobody was hurt when "
        "the Marija Snow slid onto a sandbank near the breakwater. Three tugs from Trieste pulled "
        "at the hull until dawn, duty officer Jernej Koritnik said. The operator, Lagoon Lines, "
        "cancelled its next sailings to Ancona.",
        outlet="Karst Herald",
        published="2031-10-03T07:10+02:00",
    ),
    article(
        "Tugs fail to free stranded ferry near Slovenian port",
        "Tugs failed on Friday to free a ferry that had run onto a sandbank outside Koper. The "
        "Marija Snow, run by Lagoon Lines, lost its steering on the way from Ancona with more than "
        "two hundred passengers. Harbour officer Jernej Koritnik said a stronger tug would come "
        "from Rijeka. Passengers were given soup and blankets on board.",
        outlet="Gulf Sentinel",
        published="2031-10-03",
    ),
    article(
        None,
        "Passengers of the Marija Snow left the stranded ship in lifeboats on Saturday, two days "
        "after the ferry ran aground off Koper with a jammed rudder. Lagoon Lines said all 212 "
        "people were safe ashore. The harbour authority has opened an inquiry into the steering "
        "gear, Jernej Koritnik said.",
        outlet="Izola Voice",
    ),
]
COLUMN = article(
    "On being towed",
    "I have never liked Lagoon Lines. Its coffee is thin and its brochures lie. When the Marija "
    "Snow sat on its sandbank last week, within sight of my kitchen in Koper, I caught myself "
    "counting the windows and thinking about my father, who repaired engines for forty years and "
    "trusted nothing that had a warranty. Koritnik, the officer on duty, is said to have slept "
    "well. The rest of us should ask who signs for the rudders.",
    outlet="Coast Review",
    published="2031-10-08",
)
LIBRARY = [
    article(
        "National library shuts its reading room for eleven weeks",
        "The national library in Ljubljana will close its reading room for eleven weeks from "
        "Monday while the oak floor is replaced, director Alenka Prijatelj said. Readers can order "
        "books at a counter in the hall. Manuscripts stay in the vault during the work.",
        outlet="Ljubljana Courier",
        published="2031-10-03",
    ),
    article(
        "Students protest closure of Ljubljana reading room",
        "Students gathered outside the national library in Ljubljana on Saturday to protest the "
        "closure of its reading room before the examinations. Director Alenka Prijatelj said the "
        "oak floor was no longer safe and the work could not be put off again.",
        outlet="Campus Post",
        published="2031-10-04",
    ),
]
ALL = [*FERRY, COLUMN, *LIBRARY]


def told(articles: list[Article]) -> tuple[Story, ...]:
    return stories(articles, copy_groups(articles, copy_links(articles)))


def sets(articles: list[Article]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in told(articles)}


def ids(articles: list[Article]) -> frozenset[str]:
    return frozenset(one.id for one in articles)


def test_two_events_are_two_stories_and_the_column_belongs_to_its_event() -> None:
    assert sets(ALL) == {ids([*FERRY, COLUMN]), ids(LIBRARY)}


@pytest.mark.parametrize("order", list(permutations(range(6)))[::141])
def test_the_order_of_articles_never_matters(order: tuple[int, ...]) -> None:
    assert told([ALL[index] for index in order]) == told(ALL)


def test_an_unrelated_article_changes_no_other_story() -> None:
    before = told([*FERRY, COLUMN])
    assert set(before) <= set(told(ALL))


def test_a_story_is_named_by_a_headline_of_its_own_and_its_earliest_articles() -> None:
    (story,) = told(FERRY)
    assert story.title in {one.title for one in FERRY}
    # An article of a later day joins and the story keeps its name.
    assert {story.id} == {one.id for one in told([*FERRY, COLUMN])}


def test_copies_have_one_voice_and_stay_together() -> None:
    copy = article(
        "Another headline altogether",
        FERRY[0].text.split("\n\n")[1],
        outlet="Mirror of the Coast",
        published="2031-10-03T09:00+02:00",
    )
    assert sets([*ALL, copy]) == {ids([*FERRY, COLUMN, copy]), ids(LIBRARY)}


def test_one_article_is_a_story_and_none_is_none() -> None:
    assert [story.articles for story in told([COLUMN])] == [(COLUMN.id,)]
    assert told([]) == ()


def test_headlines_alone_are_grouped() -> None:
    lines = [
        "Ferry with 212 aboard runs aground off Koper",
        "Ferry runs aground near Koper with 212 on board",
        "Library in Ljubljana closes reading room for eleven weeks",
    ]
    found = [plain_article(line, item="feed", title=line, published="2031-10-03") for line in lines]
    assert sets(found) == {ids(found[:2]), ids(found[2:])}


def test_links_say_which_names_are_shared() -> None:
    links = story_links([card(one) for one in ALL])
    pair = {FERRY[0].id, FERRY[1].id}
    (link,) = [one for one in links if {one.a, one.b} == pair]
    assert any("Koritnik" in reason.feature for reason in link.reasons)
    assert links == story_links([card(one) for one in reversed(ALL)])
    assert all(one.a < one.b for one in links)


def test_a_card_keeps_vectors_of_unit_length() -> None:
    lead = np.frombuffer(card(FERRY[0]).lead, dtype=np.float16).astype(np.float32)
    assert lead.shape == (384,)
    assert abs(float(np.linalg.norm(lead)) - 1) < 0.01


def audited() -> list[Path]:
    return sorted(SHARED.glob("*/docs")) if SHARED.is_dir() else []


def read(folder: Path) -> list[Article]:
    return [
        one
        for capture in read_paths([str(folder)])
        if not isinstance(capture, Rejected)
        for one in articles_from(capture)
    ]


@pytest.mark.slow
def test_each_audited_story_is_one_story_alone_and_among_the_others() -> None:
    folders = audited()
    if not folders:
        pytest.skip("the audited stories do not lie beside the repository")
    found = [read(folder) for folder in folders]
    for folder, articles in zip(folders, found, strict=True):
        assert len(told(articles)) == 1, folder.parent.name
    assert sets([one for articles in found for one in articles]) == {
        ids(articles) for articles in found
    }
