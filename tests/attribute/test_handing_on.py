"""Outlets above what was found already, where a finder gives one attribution of two."""

from __future__ import annotations

from functools import cache

from firsthand.annotate import Annotator
from firsthand.attribute.handing_on import with_outlets
from firsthand.attribute.names import Names, names_of
from firsthand.attribute.relation import Relation
from firsthand.attribute.tree import Tree, tree_of
from firsthand.domain import Stance
from firsthand.extract import plain_article
from firsthand.tables.cues import Cue, cues


@cache
def annotator() -> Annotator:
    return Annotator()


def read(text: str) -> tuple[Tree, Names]:
    reading = annotator().read(plain_article(text, item="case"))
    tree = tree_of(reading)
    return tree, names_of(tree, reading.mentions)


def tokens(tree: Tree, words: str) -> frozenset[int]:
    start = tree.text.index(words)
    return frozenset(
        at
        for at, token in enumerate(tree.tokens)
        if start <= token.start and token.end <= start + len(words) and tree.is_word(at)
    )


def relation(tree: Tree, *, source: str, cue: str, content: str, lemma: str = "say") -> Relation:
    words = tokens(tree, cue)
    return Relation(
        anchor=min(words),
        cue=words,
        source=tokens(tree, source),
        source_head=max(tokens(tree, source)),
        content=tokens(tree, content),
        reading=Cue(lemma=lemma, stance=Stance.ASSERTS),
    )


def shown(tree: Tree, found: list[Relation]) -> list[tuple[str, str, str]]:
    return [
        tuple(" ".join(span.of(tree.text) for span in tree.spans(part)) for part in parts)  # type: ignore[misc]
        for parts in ((one.source, one.cue, one.content) for one in found)
    ]


def test_an_outlets_tail_is_found_above_the_speaker() -> None:
    tree, names = read("The dam broke overnight, Ada Ostrow said, the Harbour Gazette reported.")
    one = relation(tree, source="Ada Ostrow", cue="said", content="The dam broke overnight")

    inner, outer = with_outlets(tree, cues(), names, [one])

    assert inner == one
    assert shown(tree, [outer])[0][:2] == ("the Harbour Gazette", "reported")
    assert one.content | one.cue <= outer.content


def test_an_outlets_head_is_found_above_the_speaker() -> None:
    tree, names = read("According to the Harbour Gazette, Ada Ostrow said the dam broke.")
    one = relation(tree, source="Ada Ostrow", cue="said", content="the dam broke")

    outer, inner = with_outlets(tree, cues(), names, [one])

    assert inner == one
    assert shown(tree, [outer])[0][:2] == ("the Harbour Gazette", "According to")


def test_quoted_as_saying_found_as_one_is_parted() -> None:
    tree, names = read("Reuters quoted Ada Ostrow as saying the dam broke.")
    one = relation(tree, source="Reuters", cue="quoted", content="the dam broke", lemma="quote")
    whole = Relation(
        anchor=one.anchor,
        cue=tokens(tree, "quoted") | tokens(tree, "as saying"),
        source=one.source,
        source_head=one.source_head,
        content=one.content,
        reading=one.reading,
    )

    outer, inner = with_outlets(tree, cues(), names, [whole])

    assert shown(tree, [inner]) == [("Ada Ostrow", "saying", "the dam broke")]
    assert shown(tree, [outer])[0][:2] == ("Reuters", "quoted")
    assert inner.content | inner.cue | inner.source <= outer.content


def test_nothing_is_added_over_what_no_outlet_hands_on() -> None:
    tree, names = read("The dam broke overnight, Ada Ostrow said, the ministry reported.")
    one = relation(tree, source="Ada Ostrow", cue="said", content="The dam broke overnight")

    assert with_outlets(tree, cues(), names, [one]) == [one]


def test_an_outlet_found_already_is_not_found_twice() -> None:
    tree, names = read("The dam broke overnight, Ada Ostrow said, the Harbour Gazette reported.")
    one = relation(tree, source="Ada Ostrow", cue="said", content="The dam broke overnight")
    twice = with_outlets(tree, cues(), names, [one])

    assert with_outlets(tree, cues(), names, twice) == twice
