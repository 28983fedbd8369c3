"""The lines of an article that a format hands over alone, with the roles that the format gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from firsthand.domain import Capture, Form, Marked
from firsthand.extract.page_lines import parsed, visible_lines

__all__ = ["RecordLine", "lines_of_record"]

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_WITHIN = frozenset(["dateline", "speaker"])
"""Roles of stretches that stay in their line: they open a paragraph of the text."""

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLine:
    """One line that is not blank, without the white space around it."""

    start: int
    """Into the text that `lines_of_record` returns."""

    end: int
    text: str
    role: str | None = None
    """As the format gives it; None: to be judged."""

    tag: str = ""
    """The block element it comes from, in lower case; empty for plain text."""

    linked: float = 0.0
    """Share of its characters that are links."""

    stamp: str | None = None
    """A machine-readable time that markup adds to it."""

    @property
    def is_heading(self) -> bool:
        """Whether markup sets it as a heading of any level."""
        return self.tag in _HEADINGS


def lines_of_record(capture: Capture) -> tuple[str, tuple[RecordLine, ...]]:
    """Set a record's text out in lines.

    Returns:
        The text that the lines point into, and the lines, ascending. For PARAGRAPHS and TURNS the
        text is the capture's own; for FRAGMENT it is what the markup shows.

    Raises:
        InputError: nothing can be made of the markup.
    """
    if capture.form is Form.FRAGMENT and _TAG.search(capture.text):
        shown, lines = visible_lines(parsed(capture.item, capture.text))
        return shown, tuple(
            RecordLine(
                start=line.start,
                end=line.end,
                text=line.text,
                role="caption" if line.tag == "figcaption" else None,
                tag=line.tag,
                linked=line.link_share,
                stamp=line.stamp,
            )
            for line in lines
        )
    text = unescape(capture.text) if capture.form is Form.FRAGMENT else capture.text
    return text, _plain(text, capture.marks if capture.form is not Form.FRAGMENT else ())


def _plain(text: str, marks: Sequence[Marked]) -> tuple[RecordLine, ...]:
    """Lines with the role of the mark that covers them.

    A mark that covers the beginning or the end of a line only cuts it in two; one in its midst
    says nothing of the line. A dateline in front of a paragraph belongs to it; one that is a line of
    its own does not.
    """
    found: list[RecordLine] = []
    ahead = 0
    for match in _LINE.finditer(text):
        while ahead < len(marks) and marks[ahead].span.end <= match.start():
            ahead += 1
        start, end = match.span()
        at, tail = ahead, None
        while start < end and at < len(marks) and marks[at].span.start < end:
            span, role = marks[at].span, marks[at].role
            if role in _WITHIN and not span.start <= start < end <= span.end:
                pass
            elif span.start <= start:
                stop = min(span.end, end)
                found.append(_line(text, start, stop, role))
                start = stop + _blank(text, stop, end)
            elif span.end >= end:
                tail = _line(text, span.start, end, role)
                end = span.start
                break
            at += 1
        if text[start:end].strip():
            found.append(_line(text, start, end, None))
        if tail is not None:
            found.append(tail)
    return tuple(found)


def _blank(text: str, start: int, end: int) -> int:
    """How many characters of white space stand from `start` on."""
    rest = text[start:end]
    return len(rest) - len(rest.lstrip())


def _line(text: str, start: int, end: int, role: str | None) -> RecordLine:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    return RecordLine(start=start, end=start + len(words), text=words, role=role)
