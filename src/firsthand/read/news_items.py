"""News items that were taken apart, and the rows they give; what is common to NITF and NewsML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.domain import Field, Form, Rejected
from firsthand.read.documents import Document
from firsthand.read.formats import Row
from firsthand.read.paragraphs import Paragraphs
from firsthand.read.stating import Stating
from firsthand.read.xml_trees import Tree

__all__ = ["Item", "capture_rows", "damage_row", "say_status"]

_WITHDRAWN = frozenset(["canceled", "cancelled", "killed", "kill", "withdrawn"])
_HELD = frozenset(["withheld", "embargoed"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One news item made of the parts that its format tells apart."""

    text: Paragraphs
    stating: Stating


def say_status(stating: Stating, status: str) -> None:
    """State what the status of an item says of it: that it was withdrawn, or is not to be used yet.

    Args:
        stating: The facts of the item.
        status: A word, or a code that ends in it ("stat:canceled").
    """
    word = status.rpartition(":")[2].rpartition("/")[2].strip().casefold()
    if word in _WITHDRAWN:
        stating.say(
            Field.CORRECTION, f"This item has been withdrawn by its issuer (status: {word})."
        )
    elif word in _HELD:
        stating.say(Field.NOTICE, f"Not for publication yet (status: {word})")


def capture_rows(
    document: Document, tree: Tree, item: Item, *, name: str, raw: bytes | None, record: str = ""
) -> Iterator[Row]:
    """The row of an item that was taken apart; one without text is rejected.

    Args:
        document: What it stands in.
        tree: The document, for its encoding.
        item: Its parts.
        name: Of the format.
        raw: The item's own bytes; None: the document's.
        record: Its number among several, as ``#3``.
    """
    if not item.text.has_body():
        yield Rejected(
            item=document.item + record,
            stage="read",
            reason="holds no text of an article",
            hint="hand in the item with its body",
        )
        return
    yield document.capture(
        item.text.text,
        Form.PARAGRAPHS,
        format=name,
        record=record,
        raw=raw,
        encoding="utf-8" if raw is not None else tree.encoding,
        facts=item.stating.done(),
        marks=tuple(item.text.marks),
    )


def damage_row(document: Document, tree: Tree) -> Iterator[Row]:
    """The rejection that says where a document is damaged, if it is."""
    if tree.damage:
        yield Rejected(
            item=document.item,
            stage="read",
            reason=f"is damaged or cut off; what stands before is read ({tree.damage})",
            hint="hand it in as it was issued",
        )
