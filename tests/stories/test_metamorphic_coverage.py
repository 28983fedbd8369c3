"""What must not change a grouping into stories, on generated coverage."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from random import Random

import pytest

from firsthand.copies import copy_groups, copy_links
from firsthand.domain import Article, ArticleId, Story, digest
from firsthand.stories import stories
from tests.coverage import Coverage, coverage
from tests.coverage.kinds import kinds

FOREIGN = (
    "Beekeepers in the valley expect a late harvest this year. Cold nights kept the hives quiet "
    "until the middle of May, and lime trees along the canal flowered three weeks after their time."
)


@pytest.fixture(scope="module")
def made() -> Coverage:
    return coverage(31, stories=5, articles_per_story=4)


@pytest.fixture(scope="module")
def told(made: Coverage) -> tuple[Story, ...]:
    return grouped(made.articles)


def grouped(articles: tuple[Article, ...]) -> tuple[Story, ...]:
    return stories(articles, copy_groups(articles, copy_links(articles)))


def parts(articles: tuple[Article, ...], found: tuple[Story, ...]) -> frozenset[frozenset[str]]:
    """The partition by name of the input."""
    names = {article.id: article.item for article in articles}
    return frozenset(frozenset(names[one] for one in story.articles) for story in found)


def f1(found: frozenset[frozenset[str]], truth: dict[str, str]) -> float:
    """BCubed F1 (Bagga and Baldwin 1998)."""
    home = {key: part for part in found for key in part}
    true: dict[str, set[str]] = defaultdict(set)
    for key, story in truth.items():
        true[story].add(key)
    shared = [
        (len(home[key] & true[story]), len(home[key]), len(true[story]))
        for key, story in truth.items()
    ]
    precision = sum(both / mine for both, mine, _ in shared) / len(shared)
    recall = sum(both / its for both, _, its in shared) / len(shared)
    return 2 * precision * recall / (precision + recall)


def changed(article: Article, change: str) -> Article:
    """The article with its text changed where no offset moves, or lengthened at its end."""
    text = {
        "lower": article.text.lower(),
        "upper": article.text.upper(),
        "spaces": article.text.replace(" ", "\n"),
        "foreign": f"{article.text}\n\n{FOREIGN}",
    }[change]
    if change in {"lower", "upper"} and len(text) != len(article.text):
        return article
    name = ArticleId(digest("a", article.outlet, article.title, article.published, text))
    return replace(article, id=name, text=text, raw_text=text)


def test_the_order_of_arrival_changes_nothing(made: Coverage, told: tuple[Story, ...]) -> None:
    shuffled = list(made.articles)
    Random(7).shuffle(shuffled)

    assert grouped(tuple(shuffled)) == told


def test_an_article_that_arrives_twice_changes_nothing(
    made: Coverage, told: tuple[Story, ...]
) -> None:
    assert grouped((*made.articles, *made.articles[::4])) == told


@pytest.mark.parametrize("change", ["lower", "spaces", "foreign"])
def test_letter_case_white_space_and_a_foreign_paragraph_move_hardly_anything(
    made: Coverage, told: tuple[Story, ...], change: str
) -> None:
    articles = tuple(
        changed(article, change) if at % 5 == 0 else article
        for at, article in enumerate(made.articles)
    )
    home = {key: min(part) for part in parts(made.articles, told) for key in part}

    assert f1(parts(articles, grouped(articles)), home) >= 0.97


def test_stories_are_those_that_were_made(made: Coverage, told: tuple[Story, ...]) -> None:
    truth = {one.key: one.story for one in made.truth.articles}

    assert f1(parts(made.articles, told), truth) >= 0.93


def test_floods_of_one_week_in_different_towns_stay_apart() -> None:
    flood = [kind for kind in kinds() if kind.name == "flood"]
    made = coverage(33, stories=6, articles_per_story=3, kinds=flood)
    truth = {one.key: one.story for one in made.truth.articles}

    assert f1(parts(made.articles, grouped(made.articles)), truth) >= 0.85
