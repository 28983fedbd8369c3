"""Roles of the lines of an article that stands alone: little furniture, at its head and its end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from firsthand.extract.bylines import byline_of, reporters_in
from firsthand.extract.furniture import (
    announces_release,
    furniture_role,
    stamps_of_line,
    stands_alone,
)
from firsthand.extract.photos import is_caption
from firsthand.extract.promotions import is_promotion
from firsthand.extract.record_lines import RecordLine
from firsthand.extract.region import word_count
from firsthand.extract.wires import credit_of, notice_of
from firsthand.tables.recordwords import record_words

__all__ = ["judged", "same_words"]

_HEAD_LINES = 6
"""Lines above the first sentence among which a byline or a timestamp is looked for."""

_CLOSING_LINES = 5
"""Lines at the end among which a credit or a notice may be set without brackets."""

_LONGEST_HEADLINE_WORDS = 40
_LONGEST_BYLINE_WORDS = 14
_LONGEST_CAPTION_WORDS = 60
_LABELS = frozenset(["navigation", "related", "ticker"])
"""Roles that a line has by its opening words and that a whole sentence has not where a format
hands over the article alone ("Read more books, the mayor told pupils.")."""

_LINKED = 0.8
"""Share of link text from which a line that is no sentence leads elsewhere."""

_LONGEST_LINK_WORDS = 25
_SENTENCE_END = re.compile(r"(?:[.!?…。][\"'”’»)\]]*|\[(?:…|\.{3}|&hellip;)\]|\.{3})\s*(?=\S)")
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w|\+?\d[\d\s()/-]{6,}\d")
_LEAD = re.compile(r"[\s\W]{0,4}")
_WORD = re.compile(r"\w+")


def same_words(one: str, other: str) -> bool:
    """Whether two texts have the same words, case and punctuation not counting."""
    words = _WORD.findall(one.casefold())
    return bool(words) and words == _WORD.findall(other.casefold())


def judged(lines: Sequence[RecordLine], *, title: str | None) -> list[RecordLine]:
    """Give each line its role; what the format says stays, except that "body" is looked at again.

    The headline is the line that the format marks so, else a heading above the first sentence, or
    the line that repeats `title` there. Subheads stay in the article's body. Small print is a
    caption unless it says itself what it is. A call to read on behind the last sentence of a
    paragraph becomes a line of its own.

    Args:
        lines: Of one article, ascending.
        title: What the facts say of its headline.
    """
    found = [piece for line in lines for piece in _cut(line)]
    headline = _headline_at(found, title)
    first = _first_sentence(found)
    last = len(found)
    roled = [
        replace(
            line,
            role=_role(
                line,
                is_headline=position == headline,
                near_head=position <= first and position < _HEAD_LINES,
                below_headline=headline is not None and 0 < position - headline <= 2,
                closing=position >= last - _CLOSING_LINES and position > first,
                title=title,
            ),
        )
        for position, line in enumerate(found)
    ]
    return [
        *roled[: max(0, last - _CLOSING_LINES)],
        *_with_contacts(roled[max(0, last - _CLOSING_LINES) :]),
    ]


def _with_contacts(lines: Sequence[RecordLine]) -> list[RecordLine]:
    """The last lines, those with an address or a number below "Press contact:" being contacts."""
    announced = False
    found = []
    for line in lines:
        is_contact = announced and line.role == "body" and _CONTACT.search(line.text) is not None
        found.append(replace(line, role="announcement") if is_contact else line)
        announced = announced or line.role == "announcement"
    return found


def _role(
    line: RecordLine,
    *,
    is_headline: bool,
    near_head: bool,
    below_headline: bool,
    closing: bool,
    title: str | None,
) -> str:
    text = line.text
    if is_headline:
        return "headline"
    if line.role == "headline":
        return "repetition" if title is not None and same_words(text, title) else "body"
    if line.role not in {None, "body", "subhead", "small"}:
        return str(line.role)
    if line.role == "subhead":
        return "label" if announces_release(text) else "body"
    if title is not None and near_head and same_words(text, title):
        return "repetition"
    if record_words().tail.fullmatch(text.strip(" .»›→>[]()")) or _calls_on(text):
        return "related"
    if announces_release(text):
        return "label"
    if near_head and word_count(text) <= _LONGEST_BYLINE_WORDS:
        byline = byline_of(text) or (byline_of(text, bare=True) if below_headline else None)
        if byline is not None:
            return "byline"
    if near_head and line.stamp and not stands_alone(text) and word_count(text) <= 8:
        return "timestamp"
    role = _own_role(text, closing=closing or line.role == "small")
    if role is not None:
        return role
    if line.role == "small":
        return "caption"
    linked = line.linked >= _LINKED and word_count(text) <= _LONGEST_LINK_WORDS
    return "related" if linked and not stands_alone(text) else "body"


def _own_role(text: str, *, closing: bool) -> str | None:
    """The role of a line that says itself that it is no article text.

    A credit or notice without brackets counts at the end only.
    """
    if reporters_in(text) is not None:
        return "reporting"
    if (closing or text[0] in "([") and notice_of(text) is not None:
        return "syndication"
    credit = credit_of(text)
    if credit is not None and (closing or text[0] in "([" or not credit.whole):
        return "credit"
    role = furniture_role(text)
    if role is not None and not (role in _LABELS and stands_alone(text)):
        return role
    if is_promotion(text, at_edge=closing):
        return "promotion"
    if is_caption(text) and word_count(text) <= _LONGEST_CAPTION_WORDS:
        return "caption"
    return "timestamp" if stamps_of_line(text) else None


def _headline_at(lines: Sequence[RecordLine], title: str | None) -> int | None:
    for position, line in enumerate(lines):
        if line.role == "headline":
            return position
    first = _first_sentence(lines)
    above = lines[: min(first + 1, _HEAD_LINES)]
    for position, line in enumerate(above):
        if line.role is None and title is not None and same_words(line.text, title):
            return position
    for position, line in enumerate(above):
        short = word_count(line.text) <= _LONGEST_HEADLINE_WORDS
        if line.role is None and (line.tag == "h1" or (line.is_heading and not title)) and short:
            return position
    return None


def _first_sentence(lines: Sequence[RecordLine]) -> int:
    """Position of the first line that is no heading and ends as a sentence does."""
    for position, line in enumerate(lines):
        plain = line.role in {None, "body"} and not line.is_heading
        if plain and stands_alone(line.text) and word_count(line.text) >= 4:
            return position
    return len(lines)


def _cut(line: RecordLine) -> list[RecordLine]:
    """The line, or the line and the call to read on behind its last sentence."""
    if line.role not in {None, "body"}:
        return [line]
    ends = [match.end() for match in _SENTENCE_END.finditer(line.text)]
    for end in reversed(ends[-2:]):
        if end < len(line.text) and _calls_on(line.text[end:]):
            kept = line.text[:end].rstrip()
            at = line.start + end
            return [
                replace(line, end=line.start + len(kept), text=kept),
                replace(line, start=at, text=line.text[end:], role="related"),
            ]
    return [line]


def _calls_on(text: str) -> bool:
    """Whether all of `text` is a call to read on, and no sentence that opens like one."""
    bare = _LEAD.match(text)
    rest = text[bare.end() if bare else 0 :]
    return not rest.endswith((".", "!", "?")) and record_words().more.fullmatch(rest) is not None
