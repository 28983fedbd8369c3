from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.copies import copy_groups, copy_links
from firsthand.domain import Article, CopyGroup, DateBasis, DateBound, NewPassage, Story, StoryId
from firsthand.extract.plain import plain_article
from firsthand.stories import news_since, thread


def article(body: str, *, outlet: str, published: str | None) -> Article:
    return plain_article(body, item=outlet, outlet=outlet, published=published)


FIRST = article(
    "A grain silo in the harbour of Galatz burst on Monday evening and buried two lorries, the fire "
    "service said. Two drivers were pulled out alive after an hour. The owner, Danube Storage, did "
    "not answer calls.\n\nThe quay was closed to all traffic while engineers examined the "
    "neighbouring silos for cracks.",
    outlet="Danube Gazette",
    published="2032-03-01T20:10+02:00",
)
COPY = article(FIRST.text, outlet="Quay Mirror", published="2032-03-02T06:00+02:00")
SECOND = article(
    "Two drivers were pulled out alive after an hour when a grain silo in the harbour of Galatz "
    "burst on Monday evening, the fire service said.\n\nInspector Radka Todorescu said on Tuesday "
    "that 1,400 tonnes of maize had been stored in a silo approved for 900 tonnes. The prosecutor "
    "has seized the maintenance log of Danube Storage.",
    outlet="Brates Courier",
    published="2032-03-02",
)
LATE = article(
    "The commander of the port brigade resigned after the burst silo in Galatz, naming failures in "
    "the inspection of old concrete.",
    outlet="Someone's blog",
    published=None,
)
NIGHT = article(
    "Divers found the rudder of a barge beneath the quay of Galatz early on Wednesday, the river "
    "police said; nobody is missing.",
    outlet="Prut Morning",
    published="2032-03-03T00:30+02:00",
)
ALL = [FIRST, COPY, SECOND, LATE, NIGHT]
STORY = Story(id=StoryId("t1"), title="Silo", articles=tuple(sorted(one.id for one in ALL)))


def groups(articles: list[Article]) -> tuple[CopyGroup, ...]:
    return copy_groups(articles, copy_links(articles))


def said(passages: tuple[NewPassage, ...]) -> list[str]:
    texts = {one.id: one.text for one in ALL}
    return [one.passage.span.of(texts[one.passage.article]) for one in passages]


def test_each_day_has_its_texts_copies_and_new_names() -> None:
    days = thread(STORY, ALL, groups(ALL)).days

    assert [(day.day, len(day.texts), len(day.copies)) for day in days] == [
        ("2032-03-01", 1, 0),
        ("2032-03-02", 2, 1),
        (None, 1, 0),
    ]
    assert days[1].copies == (COPY.id,)
    assert "Radka Todorescu" in days[1].names
    assert "Galatz" in days[0].names
    assert "Galatz" not in days[1].names
    assert sorted(one for day in days for one in day.articles) == sorted(STORY.articles)


def test_what_an_earlier_text_said_is_no_news() -> None:
    days = thread(STORY, ALL, groups(ALL)).days
    told = said(days[1].new)

    assert any("1,400 tonnes" in one for one in told)
    assert not any("pulled out alive" in one for one in told)
    assert sum("rudder" in one for one in told) == 1
    assert any("resigned" in one for one in said(days[2].new))


def test_a_number_that_no_earlier_text_gives_is_pointed_at() -> None:
    (found,) = [one for one in thread(STORY, ALL, groups(ALL)).days[1].new if len(one.amounts) == 2]

    assert [one.span.of(SECOND.text) for one in found.amounts] == ["1,400 tonnes", "900 tonnes"]
    assert all(reason.feature for reason in found.reasons)


def test_news_since_a_moment_knows_what_was_said_before_it() -> None:
    since = said(news_since(STORY, ALL, groups(ALL), "2032-03-02"))

    assert any("maintenance log" in one for one in since)
    assert not any("lorries" in one for one in since)
    assert not any("resigned" in one for one in since)
    assert any("lorries" in one for one in said(news_since(STORY, ALL, groups(ALL), "2032-03-01")))
    assert news_since(STORY, ALL, groups(ALL), "2032-03-04") == ()


def test_a_moment_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="yesterday"):
        news_since(STORY, ALL, groups(ALL), "yesterday")


def test_the_order_of_articles_never_matters() -> None:
    assert thread(STORY, ALL[::-1], groups(ALL)) == thread(STORY, ALL, groups(ALL))


def test_a_copy_adds_no_news() -> None:
    without = [FIRST, SECOND, LATE, NIGHT]
    known = thread(STORY, without, groups(without)).days

    assert [day.new for day in known] == [day.new for day in thread(STORY, ALL, groups(ALL)).days]


def test_names_known_by_now_do_not_hide_what_befell_them() -> None:
    first = article(
        "OBAN, Scotland - The trawler Morag Bheag ran onto rocks off the island of Kerrera late on "
        "Monday with nine people aboard, the coast guard said. Skipper Fergus Rintoul said that the "
        "engine had failed.",
        outlet="Lorn Gazette",
        published="2032-03-01",
    )
    later = article(
        "OBAN, Scotland - Fergus Rintoul, the skipper of the Morag Bheag, was arrested on Tuesday "
        "after prosecutors said that the log showed no failure of the engine.\n\nThe trawler Morag "
        "Bheag ran onto rocks off Kerrera late on Monday.",
        outlet="Argyll Mercury",
        published="2032-03-02",
    )
    both = [first, later]
    story = Story(id=StoryId("t2"), title="Trawler", articles=tuple(sorted(one.id for one in both)))

    (new,) = thread(story, both, groups(both)).days[1].new

    assert "arrested" in new.passage.span.of(later.text)


def test_a_name_in_the_capitals_of_a_dateline_is_given_once() -> None:
    one = article(
        "OBAN, Scotland - The pier of Oban was shut on Monday after cracks were found in nine piles.",
        outlet="Lorn Gazette",
        published="2032-03-01",
    )
    story = Story(id=StoryId("t3"), title="Pier", articles=(one.id,))

    (day,) = thread(story, [one], groups([one])).days

    assert day.names == ("Oban", "Scotland")


@pytest.mark.parametrize("bound", ["2032-03-01", "2032-02-28"])
def test_a_copy_known_only_not_to_be_older_never_stands_for_its_dated_original(bound: str) -> None:
    copied = replace(
        article(FIRST.text, outlet="Undated Digest", published=bound),
        published_basis=DateBasis.INFERRED,
        published_bound=DateBound.NOT_BEFORE,
    )
    both = [copied, FIRST]
    story = Story(id=StoryId("t4"), title="Silo", articles=tuple(sorted(one.id for one in both)))

    (day,) = thread(story, both, groups(both)).days

    assert (day.day, day.texts, day.copies) == ("2032-03-01", (FIRST.id,), (copied.id,))
    assert {one.passage.article for one in day.new} == {FIRST.id}
