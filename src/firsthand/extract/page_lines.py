"""The visible text of a page as lines, each with the block element it comes from."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from firsthand.errors import InputError
from firsthand.extract.page_outline import Outline, PageLine, PageView
from firsthand.tables.pagemarks import page_marks

__all__ = ["Outline", "PageLine", "PageView", "page_view", "parsed", "visible_lines"]

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "video",
        "audio",
        "iframe",
    ]
)
_UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "iframe",
        "object",
        "embed",
        "canvas",
        "select",
        "option",
        "textarea",
        "input",
        "meta",
        "link",
        "math",
    ]
)
_NO_WIDTH = ("\u200b", "\ufeff")
"""Signs that are no white space by Unicode and stand for it in pages."""

_ELEMENTS_WITH_HINT = 4
"""How many enclosing elements' class names are kept with a line."""

_HINTS = ("class", "id", "itemprop", "rel", "data-testid", "data-component")
_HINT_KEYS = frozenset(_HINTS)
_NAMING = _HINT_KEYS | {"role", "aria-label"}
_HIDING_KEYS = frozenset(["hidden", "aria-hidden", "style"])
_LONGEST_HINT = 200
_DIGITS = re.compile(r"\d+")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ONE_CLASS: Any = etree.ElementDefaultClassLookup(element=HtmlElement)
"""All elements are of one class: to look one up by name, in Python, takes as long as to walk on."""

_STRONG = frozenset(["b", "strong"])
_SLANTED = frozenset(["i", "em", "cite"])


def parsed(item: str, markup: str) -> HtmlElement:
    """Parse `markup`, however broken.

    Raises:
        InputError: nothing at all can be made of it.
    """
    parser: Any = HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    parser.set_element_class_lookup(_ONE_CLASS)
    try:
        tree: HtmlElement = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (ValueError, etree.ParserError) as error:
        hint = "hand in the page as saved by a browser, or its text"
        raise InputError(item, "is a page without content", hint) from error
    return tree


def visible_lines(tree: HtmlElement) -> tuple[str, tuple[PageLine, ...]]:
    """The text and the lines of `page_view`, without its elements."""
    view = page_view(tree)
    return view.text, view.lines


def page_view(tree: HtmlElement) -> PageView:
    """Set the page's text out in lines, one for each block, white space collapsed.

    Text that a style hides is there too: what a subscription notice covers is in the page. The
    tree is walked once and without recursion (pages may nest thousands deep).
    """
    walk = _Walk()
    walk.through(tree)
    return PageView(
        text="\n".join(line.text for line in walk.lines),
        lines=tuple(walk.lines),
        outline=walk.outline,
    )


class _Walk:
    """Gathers lines and block elements while walking the tree."""

    def __init__(self) -> None:
        self.lines: list[PageLine] = []
        self.outline = Outline()
        self.offset = 0
        self.pieces: list[str] = []
        self.linked = self.strong = self.slanted = 0
        self.inside_links = self.inside_strong = self.inside_slanted = 0
        self.links = 0
        self.inline_marks = 0
        self.stamp: str | None = None
        self.open: list[int] = []
        self.around: list[list[tuple[str, str]] | str] = []
        """For each open element its attributes, or its hint once a line has asked for it."""
        self.makes: dict[tuple[int, str, str], int] = {}
        self.kinds: dict[tuple[str, str, str, str], int] = {}
        self.named: list[tuple[str, str]] = []
        self.bare: dict[str, str] = {}
        self.marks = page_marks()
        self.hidden = self.marks.of("hidden")

    def through(self, tree: HtmlElement) -> None:
        walker = etree.iterwalk(tree, events=("start", "end"))
        skipped = None
        for event, element in walker:
            name = element.tag
            if event == "start":
                if not isinstance(name, str) or name in _UNSEEN:
                    walker.skip_subtree()
                    skipped = element
                    continue
                self._start(name, element)
            else:
                if element is skipped:
                    skipped = None
                else:
                    self._close(name)
                tail = element.tail
                if tail and element is not tree:
                    self._add(tail)
        self._end()

    def _start(self, name: str, element: HtmlElement) -> None:
        items = element.items()
        if name in _BLOCKS:
            self._end()
            self.around.append(items)
            if name != "br":
                self._block(name, items)
        else:
            self.around.append(items)
            if items:
                self.inline_marks |= self._marks(items)
            if name == "a":
                self.inside_links += 1
                self.links += 1
            elif name in _STRONG:
                self.inside_strong += 1
            elif name in _SLANTED:
                self.inside_slanted += 1
            elif name == "time":
                self.stamp = self.stamp or element.get("datetime")
        text = element.text
        if text:
            self._add(text)

    def _marks(self, items: list[tuple[str, str]]) -> int:
        """What the names, the role and the style of an element say."""
        bits = 0
        for key, value in items:
            if key in _NAMING:
                known = self.marks.known.get(value)
                bits |= self.marks.of(value) if known is None else known
            elif key in _HIDING_KEYS and _hides(key, value):
                bits |= self.hidden
        return bits

    def _said(self, items: list[tuple[str, str]]) -> tuple[int, str]:
        """What `_marks` says of an element, and its class names."""
        classes = ""
        for key, value in items:
            if key == "class":
                classes = value
                break
        return self._marks(items), classes

    def _block(self, name: str, items: list[tuple[str, str]]) -> None:
        outline, opened = self.outline, self.open
        row = len(outline.tag)
        marks, classes = self._said(items) if items else (0, "")
        bare = self.bare.get(classes)
        if bare is None:
            bare = self.bare[classes] = _DIGITS.sub("", classes[:_LONGEST_HINT])
        parent = opened[-1] if opened else 0
        above = outline.make[parent] if row else -1
        around = self.named[parent] if row else ("", "")
        outline.tag.append(name)
        outline.parent.append(parent)
        outline.depth.append(len(opened))
        outline.marks.append(marks)
        outline.make.append(self.makes.setdefault((above, name, bare), len(self.makes)))
        outline.kind.append(self.kinds.setdefault((*around, name, bare), len(self.kinds)))
        outline.first.append(len(self.lines))
        outline.last.append(0)
        self.named.append((name, bare))
        opened.append(row)

    def _close(self, name: str) -> None:
        if name in _BLOCKS:
            self._end()
            if name != "br":
                self.outline.last[self.open.pop()] = len(self.lines)
        elif name == "a":
            self.inside_links -= 1
        elif name in _STRONG:
            self.inside_strong -= 1
        elif name in _SLANTED:
            self.inside_slanted -= 1
        self.around.pop()

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        if self.inside_links or self.inside_strong or self.inside_slanted:
            length = _length(text)
            if self.inside_links:
                self.linked += length
            if self.inside_strong:
                self.strong += length
            if self.inside_slanted:
                self.slanted += length

    def _end(self) -> None:
        if not self.pieces:
            return
        text = " ".join(_words("".join(self.pieces)))
        if text:
            self._line(text)
        self.pieces.clear()
        self.linked = self.strong = self.slanted = 0

    def _line(self, text: str) -> None:
        length = len(text)
        row = self.open[-1] if self.open else 0
        self.lines.append(
            PageLine(
                start=self.offset,
                end=self.offset + length,
                text=text,
                tag=self.outline.tag[row] if self.open else "body",
                hint=self._hint(),
                link_share=min(1.0, self.linked / length),
                stamp=self.stamp,
                element=row,
                links=self.links,
                strong=min(1.0, self.strong / length),
                slanted=min(1.0, self.slanted / length),
                marks=self.inline_marks,
            )
        )
        self.offset += length + 1
        self.stamp = None
        self.links = self.inline_marks = 0

    def _hint(self) -> str:
        around = self.around
        hints = []
        for spot in range(max(0, len(around) - _ELEMENTS_WITH_HINT), len(around)):
            hint = around[spot]
            if not isinstance(hint, str):
                hint = around[spot] = _hint_of(hint)
            if hint:
                hints.append(hint)
        return " ".join(hints)


def _words(text: str) -> list[str]:
    if not text.isascii():
        for one in _NO_WIDTH:
            if one in text:
                text = text.replace(one, " ")
    return text.split()


def _length(text: str) -> int:
    """Code points of `text` once each run of white space is one space."""
    words = _words(text)
    if not words:
        return 1
    inside = sum(map(len, words)) + len(words) - 1
    return inside + (not text.startswith(words[0])) + (not text.endswith(words[-1]))


def _hint_of(items: list[tuple[str, str]]) -> str:
    if len(items) <= 1:  # most elements
        return "".join([value.casefold() for key, value in items if key in _HINT_KEYS])[
            :_LONGEST_HINT
        ]
    found = {key: value for key, value in items if value and key in _HINT_KEYS}
    return " ".join(found[key].casefold() for key in _HINTS if key in found)[:_LONGEST_HINT]


def _hides(key: str, value: str) -> bool:
    """Whether an attribute keeps its element from being shown."""
    if key == "style":
        return _HIDING.search(value) is not None
    return key == "hidden" or value == "true"
