from __future__ import annotations

from firsthand.domain import ArticleId, StoryId
from firsthand.stories.mentions import Named, chains

FERRY, LIBRARY = StoryId("t1"), StoryId("t2")
STORY_OF = {ArticleId("a1"): FERRY, ArticleId("a2"): FERRY, ArticleId("a3"): LIBRARY}


def mention(name: str, article: str, words: str) -> Named:
    return Named(id=name, article=ArticleId(article), words=words)


def test_forms_of_one_word_meet_within_a_story_and_not_beyond() -> None:
    mentions = [
        mention("m1", "a1", "stranded"),
        mention("m2", "a2", "the stranding"),
        mention("m3", "a3", "stranded"),
        mention("m4", "a1", "cancelled"),
    ]
    found = chains(mentions, STORY_OF)
    assert found["m1"] == found["m2"]
    assert len({found["m1"], found["m3"], found["m4"]}) == 3
    assert found == chains(mentions[::-1], STORY_OF)


def test_an_article_in_no_story_stands_for_itself() -> None:
    found = chains([mention("m1", "x", "fire"), mention("m2", "y", "fire")], {})
    assert found["m1"] != found["m2"]


def test_a_happening_never_joins_a_thing() -> None:
    event = mention("m1", "a1", "fire")
    thing = Named(id="m2", article=ArticleId("a2"), words="fire", thing=True)
    found = chains([event, thing], STORY_OF)
    assert found["m1"] != found["m2"]
