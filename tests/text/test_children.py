from __future__ import annotations

from firsthand.annotate.annotator import Annotator
from firsthand.extract import plain_article
from firsthand.text.children import children_of


def test_every_token_hangs_on_its_head_once_and_roots_on_nothing() -> None:
    text = "Divers searched the harbour of Ostend on Friday. The ferry had sunk there."
    tokens = Annotator().read(plain_article(text, item="a")).tokens

    children = children_of(tokens)

    hanging = sorted(number for ones in children.values() for number in ones)
    assert hanging == [number for number, token in enumerate(tokens) if token.head != number]
    assert all(tokens[one].head == head for head, ones in children.items() for one in ones)
    assert all(list(ones) == sorted(ones) and ones for ones in children.values())


def test_a_text_without_parse_has_none() -> None:
    assert children_of(()) == {}
