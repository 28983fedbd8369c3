from __future__ import annotations

from functools import cache

from firsthand.annotate import Annotator
from firsthand.domain import Reading, Span
from firsthand.extract.plain import plain_article
from firsthand.stories.slots import token_tree
from firsthand.stories.told import Told, root, told, told_of_words

TEXT = (
    "Police in Tromsø arrested Halvard Brekke, 41, on Tuesday, 6 January 2026. "
    "His arrest by the harbour police did not surprise the neighbours. "
    "A court will decide on Friday whether the attacker stays in custody."
)


@cache
def reading() -> Reading:
    article = plain_article(TEXT, item="t", published="2026-01-07", title=None)
    return Annotator().read_names(article)


def of(words: str, *, after: str = "") -> Told:
    text = reading().article.text
    start = text.index(words, text.index(after))
    return told(token_tree(reading()), Span(start, start + len(words)))


def test_a_verb_names_its_doer_its_object_and_the_day() -> None:
    found = of("arrested")

    assert found.lemma == "arrest"
    assert "police" in found.doers
    assert "brekke" in found.done_to
    assert {"tromsø", "halvard"} <= found.names
    assert ("2026-01-06", "2026-01-06") in found.days
    assert "41" in found.numbers


def test_a_noun_names_the_same_kind_of_happening_as_its_verb() -> None:
    noun, verb = of("arrest", after="His"), of("arrested")

    assert noun.root == verb.root
    assert noun.kinds & verb.kinds
    assert "police" in noun.doers | noun.done_to | noun.beside


def test_a_modal_verb_and_a_denial_are_seen() -> None:
    assert of("decide").uncertain
    assert not of("arrested").uncertain
    assert of("surprise").negated


def test_the_window_holds_the_mention_where_it_says() -> None:
    for words in ("arrested", "surprise", "attacker"):
        found = of(words)

        assert found.window[slice(*found.within)] == words


def test_derivations_have_one_root() -> None:
    assert root("attacker") == root("attack")
    assert root("acquisition") == root("acquisitions")
    assert root("investigation") == root("investigate")
    assert root("be") != root("arrest")


def test_words_alone_stand_for_a_mention_that_nobody_parsed() -> None:
    found = told_of_words("the stranding", text="x")

    assert (found.lemma, found.part, found.names) == ("stranding", "", frozenset())
    assert told_of_words("—", text="x").own == {"—"}


def test_a_place_beyond_every_sentence_is_known_by_its_words() -> None:
    bare = Reading(article=reading().article)

    assert told(token_tree(bare), Span(0, 6)).own == {"police"}
