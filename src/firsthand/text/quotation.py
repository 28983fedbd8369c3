"""Find the stretches of a text that stand between quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.domain import Span

__all__ = ["quotations"]

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_BEFORE_OPENING = frozenset(" \t\n\u00a0\u2009([{<-–—―/:;,.…!?*|\"'“”„‘’«»`")
_CLOSERS = {"“": "”“", "„": "“”", "«": "»", "»": "«", '"': '"', "``": "''", "‘": "’", "'": "'"}
"""What may close a quotation that a mark opens: English, German („…“) and both uses of guillemets."""

_SINGLE = frozenset("‘'")
_ELISION = re.compile(
    r"['’‘](?:\d\ds?\b|(?:em|n|til|tis|twas|cause|bout|round|cos|im|er)\b)", re.IGNORECASE
)
_MARK = re.compile("``|''|[\"“”„«»'‘’]")
_END = frozenset(".,!?…;:")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    """What one paragraph's marks gave: closed stretches, and where an unclosed one began."""

    closed: tuple[Span, ...]
    unclosed: int | None
    opened_with: str
    first_mark: str
    end: int


def quotations(text: str, *, at_most: int = 5_000) -> tuple[Span, ...]:
    """The stretches of `text` between quotation marks, marks not included, in reading order.

    Straight, curly, low, doubled-grave and single marks and guillemets; only the outermost
    quotation counts (a quotation inside a quotation is part of it). An apostrophe is told from a
    single mark by what stands beside it. Where a quotation runs over paragraphs, each opened with
    a mark and only the last one closed, every paragraph is a stretch of its own.

    Where a closing mark is missing nothing is given for the opening one, since its end would have
    to be guessed and words might go to the wrong person. No quotation crosses a paragraph (a blank line) in any other way.

    Args:
        text: As kept in the article, not folded: offsets refer to it.
        at_most: Longest stretch to believe in, in code points.

    Returns:
        Spans into `text`, ascending, not overlapping; empty when nothing is quoted.
    """
    paragraphs = [
        _paragraph(text, found.start(), found.end()) for found in _PARAGRAPH.finditer(text)
    ]
    spans: list[Span] = []
    for index, paragraph in enumerate(paragraphs):
        spans.extend(paragraph.closed)
        if paragraph.unclosed is not None and _goes_on(paragraphs, index):
            spans.append(Span(paragraph.unclosed, paragraph.end))
    return tuple(span for span in spans if span.end - span.start <= at_most)


def _goes_on(paragraphs: list[_Paragraph], index: int) -> bool:
    """Whether each following paragraph re-opens the quotation until one closes it."""
    opened_with = paragraphs[index].opened_with
    for following in paragraphs[index + 1 :]:
        if following.first_mark != opened_with:
            return False
        if following.closed:
            return True
        if following.unclosed is None:
            return False
    return False


def _paragraph(text: str, start: int, end: int) -> _Paragraph:
    closed: list[Span] = []
    begin: int | None = None
    opened_with = ""
    while end > start and text[end - 1].isspace():
        end -= 1
    first = _MARK.match(text, start, end)
    marks = list(_MARK.finditer(text, start, end))
    for at, found in enumerate(marks):
        mark = found.group()
        if begin is None or (mark == opened_with and _opens(text, found, start, end)):
            if _opens(text, found, start, end) and not (mark in _SINGLE and begin is not None):
                begin, opened_with = found.end(), mark
            continue
        if mark not in _closers(opened_with) or not _closes(text, found, end):
            continue
        if opened_with in _SINGLE and _is_possessive(text, found, marks[at + 1 :], end):
            continue
        if found.start() > begin:
            closed.append(Span(begin, found.start()))
        begin = None
    return _Paragraph(
        closed=tuple(closed),
        unclosed=begin if begin is not None and begin < end else None,
        opened_with=opened_with,
        first_mark=first.group() if first else "",
        end=end,
    )


def _closers(opened_with: str) -> tuple[str, ...]:
    closers = _CLOSERS[opened_with]
    return (closers,) if opened_with == "``" else tuple(closers)


def _opens(text: str, found: re.Match[str], start: int, end: int) -> bool:
    """Whether a mark stands where an opening mark stands: after a gap, before a word."""
    mark = found.group()
    if mark not in _CLOSERS or found.end() >= end or text[found.end()].isspace():
        return False
    before = text[found.start() - 1] if found.start() > start else " "
    if mark in _SINGLE:
        return (
            (before not in "'’." and before in _BEFORE_OPENING)
            and not _ELISION.match(text, found.start(), end)
            and (text[found.end()].isalnum() or text[found.end()] in '"“[(…¿¡$€£#@')
        )
    if mark == '"':
        return before in _BEFORE_OPENING and not (
            before in _END and not text[found.end()].isalnum()
        )
    return True


def _closes(text: str, found: re.Match[str], end: int) -> bool:
    """Whether a mark stands where a closing mark stands: a single one is never inside a word."""
    if found.group() not in {"'", "’"}:
        return True
    before = text[found.start() - 1]
    after = text[found.end()] if found.end() < end else " "
    return not before.isspace() and not after.isalnum()


def _is_possessive(
    text: str, found: re.Match[str], following: list[re.Match[str]], end: int
) -> bool:
    """Whether a single mark after an "s" is a possessive: a later mark closes before any opens."""
    if text[found.start() - 1] not in "sS" or found.end() >= end or text[found.end()] != " ":
        return False
    if not text[found.end() + 1 : found.end() + 2].isalpha():
        return False
    for later in following:
        if later.group() not in {"'", "’", "‘"}:
            continue
        if _opens(text, later, 0, end):
            return False
        if _closes(text, later, end):
            return True
    return False
