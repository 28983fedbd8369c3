"""A described company is resolved where the article leaves one reading only."""

from dataclasses import replace

import pytest

from firsthand.annotate import Annotator
from firsthand.attribute import statements
from firsthand.domain import Story, StoryId
from firsthand.extract import plain_article
from firsthand.settle import settle

LEAD = "The owner of the barge that sank near Vukovar admitted on Friday that its pumps were broken.\n\n"
ONE = LEAD + "Danubia Lines, the owner of the barge, had said on Monday that the pumps worked."
TWO = (
    LEAD
    + "Danubia Lines said on Monday that the pumps worked.\n\n"
    + "Sava Shipping said that it had sent a tug."
)
NONE = LEAD + "The police said that a diver had drowned."


@pytest.mark.parametrize(("text", "speaker"), [(ONE, "Danubia Lines"), (TWO, None), (NONE, None)])
def test_the_owner_is_the_one_company_of_the_article_or_nobody(
    text: str, speaker: str | None
) -> None:
    reading = Annotator().read(plain_article(text, item="x", published="2026-03-06"))
    found = statements(reading)
    story = Story(id=StoryId("t"), title="", articles=(reading.article.id,))
    reading = replace(reading, statements=found)
    settled = settle(story, [reading], [], [])
    lead = min(settled.readings[0].statements, key=lambda one: one.content[0])

    assert "pumps were broken" in lead.content[0].of(text)
    if speaker is not None:
        assert lead.speaker == speaker
    else:
        assert lead.speaker not in {"Danubia Lines", "Sava Shipping"}
