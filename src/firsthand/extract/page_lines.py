"""The visible text of a page as lines, each with the block element it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lxml import etree, html

from firsthand.errors import InputError
from firsthand.tables.pagemarks import page_marks

if TYPE_CHECKING:
    from lxml.html import HtmlElement

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
_SPACE = re.compile(r"[\s\u200b\u2028\u2029\ufeff]+")
_ELEMENTS_WITH_HINT = 4
"""How many enclosing elements' class names are kept with a line."""

_HINTS = ("class", "id", "itemprop", "rel", "data-testid", "data-component")
_HINT_KEYS = frozenset(_HINTS)
_LONGEST_HINT = 200
_DIGITS = re.compile(r"\d+")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STRONG = frozenset(["b", "strong"])
_SLANTED = frozenset(["i", "em", "cite"])


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

    element: int = 0
    """Its block element: a row of the page's `Outline`."""

    links: int = 0
    """Links that begin in it."""

    strong: float = 0.0
    """Share of its characters in bold."""

    slanted: float = 0.0
    """Share of its characters in italics."""

    marks: int = 0
    """What the names of the inline elements in it say (bits of `PageMarks`)."""


@dataclass(slots=True, kw_only=True)
class Outline:
    """The block elements of a page in document order; row 0 is the root. Lists of equal length."""

    tag: list[str] = field(default_factory=list)
    parent: list[int] = field(default_factory=list)
    """Row of the enclosing block element; 0 for the root."""

    depth: list[int] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    """What its class, id and role say (bits of `PageMarks`)."""

    make: list[int] = field(default_factory=list)
    """Equal for elements whose path of tags and classes from the root is the same."""

    kind: list[int] = field(default_factory=list)
    """Equal for elements whose tag and classes, and their parents', are the same."""

    first: list[int] = field(default_factory=list)
    """The first line at or after its start."""

    last: list[int] = field(default_factory=list)
    """One more than the last line before its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The visible text of a page, its lines, and the elements they stand in."""

    text: str
    """The lines divided by a line feed."""

    lines: tuple[PageLine, ...]
    outline: Outline


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
        self.hints: list[str] = []
        self.makes: dict[tuple[int, str, str], int] = {}
        self.kinds: dict[tuple[str, str, str, str], int] = {}
        self.named: list[tuple[str, str]] = []
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
        block = name in _BLOCKS
        if block:
            self._end()
            if name == "br":
                self.hints.append("")
                if element.text:
                    self._add(element.text)
                return
        hint, classes, marks = self._read(element)
        self.hints.append(hint)
        if block:
            self._block(name, classes, marks)
        else:
            self.inline_marks |= marks
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

    def _read(self, element: HtmlElement) -> tuple[str, str, int]:
        """Its hint, its classes without digits, and what its names say."""
        items = element.items()
        if not items:
            return "", "", 0
        found = {}
        bits = 0
        for key, value in items:
            if key in _HINT_KEYS:
                if not value:
                    continue
                found[key] = value
                bits |= self.marks.of(value)
            elif key in {"role", "aria-label"}:
                bits |= self.marks.of(value)
            elif _hides(key, value):
                bits |= self.hidden
        if not found:
            return "", "", bits
        hint = " ".join(found[key].casefold() for key in _HINTS if key in found)[:_LONGEST_HINT]
        return hint, found.get("class", ""), bits

    def _block(self, name: str, classes: str, marks: int) -> None:
        outline = self.outline
        row = len(outline.tag)
        parent = self.open[-1] if self.open else 0
        bare = _DIGITS.sub("", classes[:_LONGEST_HINT]) if classes else ""
        above = outline.make[parent] if row else -1
        make = self.makes.setdefault((above, name, bare), len(self.makes))
        around = self.named[parent] if row else ("", "")
        kind = self.kinds.setdefault((*around, name, bare), len(self.kinds))
        self.named.append((name, bare))
        outline.tag.append(name)
        outline.parent.append(parent)
        outline.depth.append(len(self.open))
        outline.marks.append(marks)
        outline.make.append(make)
        outline.kind.append(kind)
        outline.first.append(len(self.lines))
        outline.last.append(len(self.lines))
        self.open.append(row)

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
        self.hints.pop()

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        if self.inside_links or self.inside_strong or self.inside_slanted:
            length = len(_SPACE.sub(" ", text))
            if self.inside_links:
                self.linked += length
            if self.inside_strong:
                self.strong += length
            if self.inside_slanted:
                self.slanted += length

    def _end(self) -> None:
        if self.pieces:
            text = _SPACE.sub(" ", "".join(self.pieces)).strip()
            if text:
                self._line(text)
            self.pieces = []
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
                hint=" ".join(one for one in self.hints[-_ELEMENTS_WITH_HINT:] if one),
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


def _hides(key: str, value: str) -> bool:
    """Whether an attribute keeps its element from being shown."""
    if key == "style":
        return _HIDING.search(value) is not None
    return key == "hidden" or (key == "aria-hidden" and value == "true")
