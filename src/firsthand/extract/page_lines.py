"""The visible text of a page as lines, each with the block element it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree, html

from firsthand.errors import InputError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["PageLine", "parsed", "visible_lines"]

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
_SPACE = re.compile(r"[\s\u200b\u2028\u2029\ufeff]+")
_ELEMENTS_WITH_HINT = 4
"""How many enclosing elements' class names are kept with a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """One line of visible text."""

    start: int
    """Into the visible text that `visible_lines` returns."""

    end: int
    text: str
    tag: str
    """The nearest enclosing block element."""

    hint: str
    """Class names and ids of the nearest elements, lower-case, for telling captions and bylines."""

    link_share: float
    stamp: str | None = None
    """The `datetime` attribute of a time element in it."""


def parsed(item: str, markup: str) -> HtmlElement:
    """Parse `markup`, however broken.

    Raises:
        InputError: nothing at all can be made of it.
    """
    parser: Any = html.HTMLParser(  # type: ignore[no-untyped-call]
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        tree: HtmlElement = html.document_fromstring(  # type: ignore[no-untyped-call]
            markup.encode("utf-8", "replace"), parser=parser
        )
    except (ValueError, etree.ParserError) as error:
        hint = "hand in the page as saved by a browser, or its text"
        raise InputError(item, "is a page without content", hint) from error
    return tree


def visible_lines(tree: HtmlElement) -> tuple[str, tuple[PageLine, ...]]:
    """Set the page's text out in lines, one for each block, white space collapsed.

    Text that a style hides is there too: what a subscription notice covers is in the page.

    Returns:
        The visible text (lines divided by a line feed) and its lines, ascending.
    """
    walk = _Walk()
    walk.through(tree)
    return "\n".join(line.text for line in walk.lines), tuple(walk.lines)


class _Walk:
    """Gathers lines while walking the tree without recursion (pages may nest thousands deep)."""

    def __init__(self) -> None:
        self.lines: list[PageLine] = []
        self.offset = 0
        self.pieces: list[str] = []
        self.linked = 0
        self.links = 0
        self.stamp: str | None = None
        self.blocks: list[str] = ["body"]
        self.hints: list[str] = []

    def through(self, tree: HtmlElement) -> None:
        unseen = 0
        for event, element in etree.iterwalk(tree, events=("start", "end")):
            name = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                unseen += bool(unseen) or _is_unseen(name)
                if not unseen:
                    self._open(name, element)
            else:
                if unseen:
                    unseen -= 1
                else:
                    self._close(name)
                if not unseen and element is not tree:
                    self._add(element.tail)
        self._end()

    def _open(self, name: str, element: HtmlElement) -> None:
        if name in _BLOCKS:
            self._end()
        if name in _BLOCKS and name != "br":
            self.blocks.append(name)
        self.hints.append(_hint(element))
        self.links += name == "a"
        if name == "time":
            self.stamp = self.stamp or element.get("datetime")
        self._add(element.text)

    def _close(self, name: str) -> None:
        if name in _BLOCKS:
            self._end()
        if name in _BLOCKS and name != "br":
            self.blocks.pop()
        self.hints.pop()
        self.links -= name == "a"

    def _add(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            if self.links:
                self.linked += len(_SPACE.sub(" ", text))

    def _end(self) -> None:
        text = _SPACE.sub(" ", "".join(self.pieces)).strip()
        if text:
            self.lines.append(
                PageLine(
                    start=self.offset,
                    end=self.offset + len(text),
                    text=text,
                    tag=self.blocks[-1],
                    hint=" ".join(one for one in self.hints[-_ELEMENTS_WITH_HINT:] if one),
                    link_share=min(1.0, self.linked / len(text)),
                    stamp=self.stamp,
                )
            )
            self.offset += len(text) + 1
            self.stamp = None
        self.pieces, self.linked = [], 0


def _is_unseen(name: str) -> bool:
    return not name or name in _UNSEEN


def _hint(element: HtmlElement) -> str:
    keys = ("class", "id", "itemprop", "rel", "data-testid", "data-component")
    return " ".join(value.casefold() for key in keys if (value := element.get(key)))[:200]
