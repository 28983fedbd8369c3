"""Markdown: with front matter as site generators write it, or as readers of pages turn them out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.domain import Form
from firsthand.errors import InputError
from firsthand.read.decoding import decoded
from firsthand.read.documents import Document
from firsthand.read.formats import Format, Row, Sample
from firsthand.read.front_matter import front_matter, opens_with_front_matter
from firsthand.read.markdown_lines import Block, blocks_of
from firsthand.read.menus import holds_menu
from firsthand.read.paragraphs import Paragraphs

__all__ = ["FORMATS"]

_LARGEST = 400_000
"""Characters: the longest articles have 100,000, and the parser is written in Python."""

_HEADING = re.compile(r"^ {0,3}#{1,6} +[^#\s].*$", re.MULTILINE)
_LINK = re.compile(
    r"!?\[[^\[\]\n]{0,300}\]\((?:https?://|/|\.{0,2}/|mailto:|#)[^()\s]{0,500}(?:\([^()\s]*\))?[^()\n]{0,200}\)"
)
_STRONG = re.compile(r"(?<![\w*])\*\*[^\s*][^*\n]{0,300}\*\*(?![\w*])")
_RULED = re.compile(r"^[^\s\n|#>*-][^\n]{2,200}\n(?:={4,}|-{4,})\s*$", re.MULTILINE)
_MARKS = re.compile(r"[\[#*=]")
_OPENS_OTHERWISE = ("<", "{", "%PDF", "From ", "WEBVTT")
_NEEDED = 3
"""Signs from which a text without front matter is Markdown: a heading counts as two, as three where
the text opens with it; links up to three, words in bold and underlined headings as one each."""

_LINKED_SHARE = 0.3
_MOST_LINKED = 12
"""Share and number of blocks that are nothing but links from which a text is the dump of a page,
menus and all, not an article."""

_FEWEST_BLOCKS = 3


def _matches(sample: Sample) -> bool:
    text = sample.start.replace("\r\n", "\n")
    if text.startswith(_OPENS_OTHERWISE):
        return False
    if opens_with_front_matter(text):
        return True
    if not _MARKS.search(text):
        return False
    opening = _HEADING.match(text) is not None
    headings = len(_HEADING.findall(text))
    links = len(_LINK.findall(text))
    score = (3 if opening else 2 if headings else 0) + min(links, 3)
    score += bool(_STRONG.search(text)) + (2 if _RULED.search(text) else 0)
    first = min(
        (found.start() for one in (_HEADING, _LINK, _RULED) if (found := one.search(text))),
        default=0,
    )
    if holds_menu(line.strip() for line in text[:first].split("\n")):
        return False
    return score >= _NEEDED and (not opening or headings > 1 or links > 0 or "\n\n" in text)


def _read(document: Document) -> Iterator[Row]:
    text, encoding = decoded(document.item, document.whole())
    if len(text) > _LARGEST:
        raise InputError(document.item, "is too long for a Markdown article", "hand it in as text")
    head = front_matter(text)
    blocks = blocks_of(text[head.end :])
    if not blocks:
        hint = "hand in a file with the article's text"
        raise InputError(document.item, "is Markdown without text", hint)
    form = Form.TEXT if _is_page(blocks, stated=bool(head.facts)) else Form.PARAGRAPHS
    lines = Paragraphs()
    for block in blocks:
        if form is Form.PARAGRAPHS or not block.pictured:
            lines.add(block.text, block.role)
    yield document.capture(
        lines.text,
        form,
        format="markdown",
        encoding=encoding,
        facts=head.facts,
        marks=tuple(lines.marks) if form is Form.PARAGRAPHS else (),
    )


def _is_page(blocks: list[Block], *, stated: bool) -> bool:
    """Whether the text is the dump of a page, with its menus and links, and not the article alone."""
    linked = sum(block.linked for block in blocks)
    many = linked >= _MOST_LINKED or linked > _LINKED_SHARE * len(blocks)
    untitled = not any(block.role == "headline" for block in blocks)
    return len(blocks) >= _FEWEST_BLOCKS and (many or (untitled and not stated))


FORMATS = (Format(name="markdown", matches=_matches, read=_read),)
