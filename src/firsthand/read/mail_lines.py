"""A mail's body as lines: one paragraph each, from markup or from wrapped plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass

import lxml.etree

__all__ = ["MailLine", "lines_of_markup", "lines_of_text"]

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "td",
        "th",
        "tr",
        "table",
        "tbody",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "br",
        "blockquote",
        "section",
        "article",
        "header",
        "footer",
        "hr",
        "center",
        "body",
        "main",
        "figure",
        "figcaption",
        "dl",
        "dt",
        "dd",
        "pre",
        "address",
    ]
)
_DROPPED = frozenset(["script", "style", "head", "title", "template", "noscript", "svg", "object"])
_HEADINGS = frozenset(["h1", "h2", "h3"])
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0|"
    r"font-size\s*:\s*[01](?:px)?\s*(?:;|\Z)|opacity\s*:\s*0\s*(?:;|\Z)",
    re.IGNORECASE,
)
"""How senders hide the line that a list of mails shows beside the subject."""

_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u200b-\u200f\u2060-\u2064\ufeff]+")
_MOST_NODES = 400_000
_NARROWEST, _WIDEST = 50, 100
_WRAPPED_SHARE = 0.8
"""Share of a message's full width from which a line is taken to have been wrapped."""

_LONGEST_SIGNATURE = 12
"""Lines below two dashes up to which they are a signature and not a part of the text."""

_QUOTED = re.compile(r"(?:> ?)+")
_ITEM = re.compile(r"\s*(?:[-*•–—]|\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class MailLine:
    """One paragraph of a body."""

    text: str
    heading: bool = False
    linked: float = 0.0
    """Share of its characters that are link text."""

    href: str | None = None
    """Where its first link leads."""

    signature: bool = False
    """Whether it stands below the line of two dashes that opens a signature."""


class _Gathering:
    """Collects characters into lines."""

    def __init__(self) -> None:
        self.lines: list[MailLine] = []
        self._parts: list[str] = []
        self._linked = 0
        self._href: str | None = None
        self.heading = False

    def add(self, text: str | None, *, linked: bool) -> None:
        if text:
            self._parts.append(text)
            self._linked += len(" ".join(text.split())) if linked else 0

    def link(self, href: str | None) -> None:
        if self._href is None and href and href.startswith(("http://", "https://")):
            self._href = href[:2000]

    def end(self) -> None:
        text = " ".join(_INVISIBLE.sub("", "".join(self._parts)).split())
        if text:
            share = min(1.0, self._linked / len(text))
            self.lines.append(
                MailLine(text=text, heading=self.heading, linked=share, href=self._href)
            )
            self._href = None
        self._parts, self._linked = [], 0


def lines_of_markup(text: str) -> list[MailLine]:
    """The visible lines of a mail in HTML, tables read cell by cell.

    Hidden stretches, styles and scripts are left out, and so is what lies deeper than the parser
    goes (256 elements).
    """
    parser = lxml.etree.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8"
    )
    try:
        root = lxml.etree.fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.XMLSyntaxError, ValueError):
        return []
    if root is None:
        return []
    gathering = _Gathering()
    links = dropped = 0
    for count, (event, element) in enumerate(lxml.etree.iterwalk(root, events=("start", "end"))):
        tag = element.tag if isinstance(element.tag, str) else ""
        starts = event == "start"
        if dropped or (starts and _is_dropped(tag, element)):
            dropped += 1 if starts else -1
            if not dropped:
                gathering.add(element.tail, linked=bool(links))
            continue
        if count > _MOST_NODES:
            break
        if tag in _BLOCKS:
            gathering.end()
        if tag in _HEADINGS:
            gathering.heading = starts
        if tag == "a":
            links += 1 if starts else -1
            if starts:
                gathering.link(element.get("href"))
        gathering.add(element.text if starts else element.tail, linked=bool(links))
    gathering.end()
    return gathering.lines


def _is_dropped(tag: str, element: lxml.etree._Element) -> bool:
    if tag in _DROPPED or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style[:2000]) is not None


def lines_of_text(text: str, *, flowed: bool = False) -> list[MailLine]:
    """The paragraphs of a plain body, put together where they were wrapped.

    Args:
        text: Lines end in a line feed.
        flowed: Whether the message says that a space at a line's end means that it goes on
            (RFC 3676).
    """
    rows = text.split("\n")
    width = max((len(row) for row in rows if len(row) <= _WIDEST), default=0)
    wrapped = width >= _NARROWEST and sum(len(row) > _WIDEST for row in rows) * 10 < len(rows)
    found: list[str] = []
    signed: int | None = None
    open_row = ""
    goes_on = False
    for row in rows:
        bare = _QUOTED.sub("", row, count=1) if row.startswith(">") else row
        stripped = bare.strip()
        if stripped in {"", "--"}:
            goes_on = False
            signed = len(found) if stripped else signed
        elif goes_on and not _ITEM.match(bare) and _would_fit(open_row, stripped, width, flowed):
            found[-1] += " " + stripped
        else:
            found.append(stripped)
        open_row = bare.rstrip("\r")
        goes_on = bool(stripped) and (wrapped or flowed)
    if signed is not None and len(found) - signed > _LONGEST_SIGNATURE:
        signed = None
    return [
        _line(one, signature=signed is not None and position >= signed)
        for position, one in enumerate(found)
    ]


def _would_fit(above: str, row: str, width: int, flowed: bool) -> bool:
    """Whether `above` was broken only because the next word did not fit."""
    if flowed and above.endswith(" "):
        return True
    first = row.split(" ", 1)[0]
    return len(above.rstrip()) + 1 + len(first) > _WRAPPED_SHARE * width


_URL = re.compile(r"https?://[^\s<>\"]{4,2000}")


def _line(text: str, *, signature: bool) -> MailLine:
    text = " ".join(_INVISIBLE.sub("", text).split())
    found = _URL.search(text)
    linked = sum(len(one) for one in _URL.findall(text)) / max(1, len(text))
    return MailLine(
        text=text, linked=linked, href=found.group() if found else None, signature=signature
    )
