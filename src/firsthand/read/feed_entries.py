"""Cut a feed into its entries: each with its own characters, so that damage stays in one of them.

The `feedparser` package was tried first, as the best kept reader of feeds. It was left because an
author's name of 200 KB keeps it busy for over five minutes (its search for addresses is
quadratic), because it takes a photo's title and description for the entry's, because it cuts names
("desk@paper.example (News Desk)" gives "ple (News Desk"), and because it does not give an entry's
own bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from firsthand.read.xml_trees import start_of

__all__ = ["Feed", "cut"]

_STEP = r"<!\[CDATA\[|<!--|<(/?)((?:[\w.-]+:)?{name})(?=[\s/>])"
_NAMES = {"rss": "item", "RDF": "item", "feed": "entry"}
_START = re.compile(r"<((?:[\w.-]+:)?([\w.-]+))(?=[\s/>])[^>]{0,20000}>")
_CHANNEL = re.compile(r"<(?:[\w.-]+:)?channel(?=[\s>])[^>]{0,20000}>")
_LONGEST_HEAD = 262_144


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed in pieces."""

    kind: str
    """Name of its outermost element: rss, RDF or feed."""

    opening: str
    """The start tag of the outermost element, and that of an RSS channel."""

    closing: str
    head: str
    """What stands before the first entry and behind the last, without the outermost element."""

    entries: tuple[tuple[str, bool], ...]
    """Each from its start tag to its end tag, and whether it has an end."""

    cut_off: bool
    """Whether the feed itself has no end."""

    def around(self, piece: str) -> str:
        """`piece` as a document of its own, with the namespaces of the feed."""
        return f"{self.opening}{piece}{self.closing}"


def cut(text: str, *, most: int) -> Feed | None:
    """Cut `text` into entries, in time that grows with its length alone.

    Args:
        text: The feed.
        most: How many entries are taken.

    Returns:
        None when `text` does not open as a feed.
    """
    text = start_of(text)
    root = _START.match(text)
    if root is None or root[2] not in _NAMES:
        return None
    channel = _CHANNEL.search(text, root.end(), root.end() + 4096) if root[2] == "rss" else None
    opening = root[0] + (channel[0] if channel else "")
    closing = (f"</{_name(channel[0])}>" if channel else "") + f"</{root[1]}>"
    begin = channel.end() if channel else root.end()
    spans = list(islice(_spans(text, _NAMES[root[2]], begin), most))
    first = spans[0][0] if spans else len(text)
    last = spans[-1][1] if spans else len(text)
    head = text[begin : min(first, begin + _LONGEST_HEAD)] + text[last : last + _LONGEST_HEAD]
    return Feed(
        kind=root[2],
        opening=opening,
        closing=closing,
        head=_without_end(head, closing),
        entries=tuple((text[start:end], whole) for start, end, whole in spans),
        cut_off=f"</{root[1]}" not in text[-4096:],
    )


def _name(tag: str) -> str:
    match = _START.match(tag)
    return match[1] if match else "channel"


def _without_end(head: str, closing: str) -> str:
    """`head` without the end tags of what it is set into."""
    for tag in closing.replace(">", "> ").split():
        before, _, behind = head.rpartition(tag)
        head = before + behind
    return head


def _spans(text: str, name: str, begin: int) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each entry, and whether it has an end; entries never lie in one another."""
    step = re.compile(_STEP.format(name=name))
    start = -1
    at = begin
    while (match := step.search(text, at)) is not None:
        at = match.end()
        if match[2] is None:
            close = "]]>" if match[0].startswith("<![") else "-->"
            end = text.find(close, at)
            if end < 0:
                break
            at = end + len(close)
            continue
        end = text.find(">", at) + 1
        if end == 0:
            break
        empty = text[end - 2] == "/"
        at = end
        if start >= 0:
            yield start, end if match[1] else match.start(), bool(match[1])
            start = -1
        if not match[1] and empty:
            yield match.start(), end, True
        elif not match[1]:
            start = match.start()
    if start >= 0:
        yield start, len(text), False
