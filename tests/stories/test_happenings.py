from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from firsthand.annotate import Annotator
from firsthand.domain import ArticleId, Event, Reading, Span
from firsthand.extract.plain import plain_article
from firsthand.stories import event_chains

WALL = (
    "A harbour wall collapsed in Grindavik on Monday, killing two dock workers.\n\n"
    "Police arrested the site manager, Einar Lund, late in the evening."
)
WIRE = (
    "Two dock workers were killed on Monday when a harbour wall collapsed in Grindavik, police said.\n\n"
    "The site manager, Einar Lund, was arrested late on Monday evening."
)
LATER = (
    "Grindavik buried on Friday the two dock workers whom the collapse of the harbour wall killed.\n\n"
    "A court released Einar Lund on bail."
)
EVENTS = {
    "wall": (WALL, ("collapsed", "killing", "arrested")),
    "wire": (WIRE, ("killed", "collapsed", "arrested")),
    "later": (LATER, ("buried", "collapse", "killed", "released")),
}


@cache
def reading(name: str) -> Reading:
    text, words = EVENTS[name]
    article = plain_article(text, item=name, published="2026-01-07", title=None)
    article = replace(article, id=ArticleId(name))
    read = Annotator().read_names(article)
    spans = (Span(text.index(word), text.index(word) + len(word)) for word in words)
    return replace(read, events=tuple(Event(span=span, kind="") for span in spans))


def named(readings: Sequence[Reading]) -> set[frozenset[tuple[str, str]]]:
    by_id = {one.article.id: one for one in readings}
    return {
        frozenset(
            (article, by_id[article].events[at].span.of(by_id[article].article.text))
            for article, at in chain
        )
        for chain in event_chains(readings)
    }


def test_one_happening_told_by_two_articles_is_one_chain() -> None:
    found = named([reading("wall"), reading("wire")])

    assert frozenset({("wall", "collapsed"), ("wire", "collapsed")}) in found
    assert frozenset({("wall", "killing"), ("wire", "killed")}) in found
    assert frozenset({("wall", "arrested"), ("wire", "arrested")}) in found


def test_a_release_is_no_arrest_and_every_event_stands_once() -> None:
    readings = [reading(name) for name in EVENTS]
    chains = event_chains(readings)

    assert not any({("wire", "arrested"), ("later", "released")} <= one for one in named(readings))
    assert sorted(key for chain in chains for key in chain) == sorted(
        (one.article.id, at) for one in readings for at in range(len(one.events))
    )
    assert chains == tuple(sorted(tuple(sorted(chain)) for chain in chains))


def test_the_order_of_the_readings_does_not_matter() -> None:
    readings = [reading(name) for name in EVENTS]

    assert event_chains(readings) == event_chains(readings[::-1])


def test_a_copy_joins_its_original_and_changes_nothing_else() -> None:
    readings = [reading(name) for name in EVENTS]
    copied = replace(reading("wire"), article=replace(reading("wire").article, id=ArticleId("zz")))
    before, after = event_chains(readings), event_chains([*readings, copied])

    assert {tuple(key for key in chain if key[0] != "zz") for chain in after} == set(before)
    assert all(("wire", at) in chain for chain in after for article, at in chain if article == "zz")


def test_nothing_and_a_text_that_nobody_parsed_are_answered() -> None:
    bare = Reading(article=reading("wall").article, events=(Event(span=Span(2, 9), kind=""),))

    assert event_chains([]) == ()
    assert event_chains([bare]) == (((ArticleId("wall"), 0),),)
