"""A user's parse becomes tokens and sentences that later stages can rely on."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from firsthand.annotate.parsed import parse_of
from firsthand.extract import plain_article

VOCAB = spacy.blank("en").vocab
WORDS = st.sampled_from(["Okoye", "said", "so", ".", "”", "\n\n", "\n", "  ", "a\n\nb", ","])


@st.composite
def docs(draw: st.DrawFn) -> Doc:
    words = [*draw(st.lists(WORDS, max_size=14)), "end"]
    spaces = draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    cuts = draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    cuts[0] = True
    first = 0
    heads = []
    for at, cut in enumerate(cuts):
        first = at if cut else first
        heads.append(draw(st.integers(first, at)))  # a head before it: no circles
    return Doc(
        VOCAB,
        words=words,
        spaces=spaces,
        heads=heads,
        deps=["dep"] * len(words),
        tags=["NN"] * len(words),
        pos=["NOUN"] * len(words),
        lemmas=words,
    )


class TestAnyParse:
    """Every word is a token once, in one sentence of one paragraph, below a head of its paragraph."""

    @given(doc=docs())
    def test_tokens_are_the_words_in_order(self, doc: Doc) -> None:
        tokens, _ = parse_of(doc, plain_article(doc.text, item="doc"))

        assert [(one.start, one.end) for one in tokens] == [
            (word.idx, word.idx + len(word)) for word in doc if not word.is_space
        ]

    @given(doc=docs())
    def test_sentences_divide_the_tokens_and_stay_in_a_paragraph(self, doc: Doc) -> None:
        article = plain_article(doc.text, item="doc")
        tokens, sentences = parse_of(doc, article)
        edges = [(one.first, one.last) for one in sentences]

        assert [at for first, last in edges for at in range(first, last)] == list(
            range(len(tokens))
        )
        for one in sentences:
            zone = article.zones[one.paragraph].span
            starts = [tokens[at].start for at in range(one.first, one.last)]
            assert all(zone.start <= start < zone.end for start in starts)

    @given(doc=docs())
    def test_heads_stay_in_the_paragraph(self, doc: Doc) -> None:
        tokens, sentences = parse_of(doc, plain_article(doc.text, item="doc"))
        paragraph = {at: one.paragraph for one in sentences for at in range(one.first, one.last)}

        assert all(paragraph[token.head] == paragraph[at] for at, token in enumerate(tokens))


def test_a_sentence_that_crosses_a_paragraph_is_cut_there() -> None:
    words = ["Moe", "said", "\n\n", "closed"]
    doc = Doc(
        VOCAB,
        words=words,
        spaces=[True, False, False, False],
        heads=[1, 1, 1, 1],
        deps=["nsubj", "ROOT", "dep", "ccomp"],
        tags=["NN"] * 4,
        pos=["NOUN"] * 4,
        lemmas=words,
    )
    tokens, sentences = parse_of(doc, plain_article(doc.text, item="doc"))

    assert [one.span.of(doc.text) for one in sentences] == ["Moe said", "closed"]
    assert [token.head for token in tokens] == [1, 1, 2]


def test_an_article_of_another_text_is_our_own_fault() -> None:
    doc = Doc(VOCAB, words=["Moe", "said"], heads=[1, 1], deps=["nsubj", "ROOT"])

    with pytest.raises(ValueError, match="not the document's"):
        parse_of(doc, plain_article("Moe denied", item="doc"))
