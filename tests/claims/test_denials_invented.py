"""A negation beside a clause is none of the clause's own."""

from dataclasses import replace

import pytest

from firsthand.annotate import Annotator
from firsthand.attribute import statements
from firsthand.claims import claims
from firsthand.domain import Article, Polarity, Story, StoryId
from firsthand.extract import plain_article
from firsthand.settle import settle


def _polarities(words: str, *texts: str) -> set[Polarity]:
    articles: list[Article] = [
        plain_article(text, item=f"{n}", outlet=f"Paper {n}", published="2026-03-06")
        for n, text in enumerate(texts)
    ]
    readings = []
    for article in articles:
        reading = Annotator().read(article)
        readings.append(replace(reading, statements=statements(reading)))
    story = Story(id=StoryId("t"), title="", articles=tuple(sorted(a.id for a in articles)))
    told = claims(settle(story, readings, [], []))
    text = {article.id: article.text for article in articles}
    return {
        mention.polarity
        for claim in told.claims
        for mention in claim.mentions
        if words in mention.passage.span.of(text[mention.passage.article])
    }


@pytest.mark.parametrize(
    "second",
    [
        "The fire chief of Voss, Nina Berg, said that the roof had collapsed and nobody was hurt.",
        "The roof had collapsed and no one was hurt, the mayor of Voss, Ola Dale, said.",
    ],
)
def test_nobody_hurt_does_not_deny_that_the_roof_fell(second: str) -> None:
    first = "The roof of the hall in Voss had collapsed, police officer Kari Lund said on Friday."

    assert Polarity.DENIES not in _polarities("collapsed", first, second)


def test_what_others_claim_is_not_the_issuers_word() -> None:
    text = (
        "A pipe broke at our plant in Bodø this morning. Posts on social media claim that the "
        "plant leaked ammonia into the harbour. No employee was hurt."
    )
    article = replace(plain_article(text, item="release", published="2026-03-05"), issuer="Vest AS")
    reading = Annotator().read(article)
    reading = replace(reading, statements=())
    story = Story(id=StoryId("t"), title="", articles=(article.id,))
    told = [claim.text for claim in claims(settle(story, [reading], [], [])).claims]

    assert any("pipe broke" in one for one in told)
    assert not any("ammonia" in one for one in told)
