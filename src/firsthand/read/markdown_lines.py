"""The blocks of a Markdown text as lines, with the roles that its marks give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["Block", "blocks_of"]

_TAGS = re.compile(r"<[^<>]{0,2000}>")
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,40}\](:)?")
_NUMBERED = re.compile(r"Image \d{1,4}(?:: |\Z)")
"""How readers of pages number the descriptions of pictures."""

_SHORTCODE = re.compile(r"(?:\{\{.{0,500}\}\}|\{%.{0,500}%\}|\s)+", re.DOTALL)
"""What site generators replace: ``{{< figure … >}}``, ``{% include … %}``."""

_BREAKS = frozenset(["softbreak", "hardbreak"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, a paragraph, a list's item or a table's cell."""

    text: str
    role: str = ""
    """headline, subhead, caption, table, code, footnote; empty: to be judged."""

    linked: bool = False
    """Whether it is nothing but links and pictures."""

    pictured: bool = False
    """Whether it is a picture's description, which a page does not show."""


def blocks_of(text: str) -> list[Block]:
    """Parse `text` as CommonMark with tables.

    Emphasis marks, addresses of links and marks of footnotes go; a picture's description is a
    caption, as is a line in italics below it.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only who hands in such a file

    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    found: list[Block] = []
    opened: list[str] = []
    headline = False
    for token in tokens:
        if token.nesting == 1:
            opened.append(token.tag)
        elif token.nesting == -1:
            opened.pop()
        elif token.type in {"fence", "code_block"}:
            found.append(Block(text=" ".join(token.content.split()), role="code"))
        elif token.type == "html_block":
            plain = " ".join(_TAGS.sub(" ", token.content).split())
            found.append(Block(text=plain))
        elif token.type == "inline":
            tag = opened[-1] if opened else ""
            role = ""
            if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
                role = "subhead" if headline or tag != "h1" else "headline"
                headline = headline or role == "headline"
            elif tag in {"td", "th"}:
                role = "table"
            found += _inline(token.children or [], role, found)
    return [block for block in found if block.text]


def _inline(children: Sequence[Any], role: str, before: Sequence[Block]) -> Iterator[Block]:
    """The text of one block; a picture's description is a block of its own."""
    pieces: list[str] = []
    pictures: list[str] = []
    inside = linked = plain = 0
    for child in children:
        if child.type == "link_open":
            inside += 1
        elif child.type == "link_close":
            inside -= 1
        elif child.type == "image":
            pictures.append(child.content)
        elif child.type in _BREAKS:
            pieces.append(" ")
        elif child.type in {"text", "code_inline"}:
            pieces.append(child.content)
            weight = len(child.content.strip())
            linked += weight if inside else 0
            plain += 0 if inside else weight
    for picture in pictures:
        words = _NUMBERED.sub("", " ".join(picture.split()))
        yield Block(text=words, role="caption", pictured=True)
    whole = "".join(pieces)
    note = _NOTE.match(whole)
    text = " ".join(_NOTE.sub("", whole).split())
    if note is not None and note[1]:
        role = "footnote"
    elif _SHORTCODE.fullmatch(text):
        role = "code"
    elif not role and _is_slanted(children) and (pictures or _ends_with_caption(before)):
        role = "caption"
    yield Block(text=text, role=role, linked=linked > 0 and plain <= 2)


def _ends_with_caption(before: Sequence[Block]) -> bool:
    return bool(before) and before[-1].role == "caption"


def _is_slanted(children: Sequence[Any]) -> bool:
    """Whether all of a block is set in italics."""
    shown = [
        child
        for child in children
        if child.type not in {*_BREAKS, "image"} and (child.type != "text" or child.content.strip())
    ]
    return (
        len(shown) > 2
        and shown[0].type == "em_open"
        and shown[-1].type == "em_close"
        and sum(child.type == "em_open" for child in shown) == 1
    )
