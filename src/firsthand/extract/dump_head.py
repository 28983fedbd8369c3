"""Lines above a body: label, byline, timestamp, caption; and where the body proper begins."""

from __future__ import annotations

import re

from firsthand.extract.bylines import byline_of, is_outlet_name, reporters_in
from firsthand.extract.datelines import dateline_of
from firsthand.extract.dump_dividers import divides
from firsthand.extract.dump_draft import MARK_REACH, Draft
from firsthand.extract.dump_headline import headline_of, standfirst_below
from firsthand.extract.dump_names import LONGEST_ISSUER_WORDS, find_names
from firsthand.extract.furniture import (
    announces_release,
    furniture_role,
    is_label,
    stamps_of_line,
    stands_alone,
)
from firsthand.extract.photos import is_caption
from firsthand.extract.region import word_count
from firsthand.text.timestamps import without_stamps

__all__ = ["judge_head"]

_HEAD_LINES = 14
"""How far above the first paragraph headline, outlet and byline are looked for."""

_LEADING = re.compile(
    r"(?:(?:date|datum|fecha)?\s*:?\s*\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?\s+"
    r"|(?:subject|title|headline|betreff|titel|titre)\s*:\s+|#{1,6}\s+)(?=\S)",
    re.IGNORECASE,
)
"""What stands in front of a headline on its line: a day, a label, a heading mark."""

_LABELLED = re.compile(r"(.{3,40}?)\s*[:|–—•-]\s+(\S.*)\Z", re.DOTALL)
"""A label and what it stands before on its line ("PRESS RELEASE | Odda Harbour Board")."""

_PLACE_LINE = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?:[ ,/-]+[A-ZÀ-Þ][^\W\d_]+){0,3}\s?:")
"""A place on a line of its own ("Shimla:"), as some Indian outlets set it above the text."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\Z")
_PLACE_REACH = 3
_MOST_CAPTIONS = 3
_FEWEST_LOOSE_WORDS, _MOST_LOOSE_WORDS = 6, 60


def judge_head(draft: Draft) -> None:
    """Tell apart what stands above the first paragraph, or between standfirst and paragraphs."""
    start = max(0, draft.first - _HEAD_LINES)
    opening = _opening(draft)
    for position in range(start, opening):
        if draft.role[position] not in {"", "body"}:
            continue
        draft.role[position] = _role_in_head(draft, position) or draft.role[position]
    headline = headline_of(draft, start, opening)
    find_names(draft, start, opening, headline)
    if headline is not None:
        draft.role[headline] = "headline"
        for position in range(headline + 1, opening):
            if draft.role[position] == "body":
                draft.role[position] = "standfirst"
        standfirst_below(draft, headline, opening)


def _opening(draft: Draft) -> int:
    """The first paragraph of the body proper: after byline, timestamp and captions."""
    marks = {"byline", "timestamp", "caption", "outlet"}
    stop = min(draft.last + 1, draft.first + 8)
    found = draft.first
    for position in range(draft.first, stop):
        role = draft.role[position]
        text = draft.lines[position].text
        if role in marks or (role == "body" and _role_in_head(draft, position) in marks):
            found = position + 1
        elif dateline_of(text) is not None:
            break
    while found <= draft.last and draft.role[found] != "body":
        found += 1
    if found == draft.first and not _marked_above(draft):
        return found
    return min(_below_captions(draft, found), draft.last)


def _marked_above(draft: Draft) -> bool:
    """Whether a byline or timestamp stands shortly above the region."""
    above = draft.lines[max(0, draft.first - MARK_REACH) : draft.first]
    return any(byline_of(line.text) or stamps_of_line(line.text) for line in above)


def _below_captions(draft: Draft, found: int) -> int:
    """The first paragraph behind lines that end like no sentence: they are captions."""
    stop = min(draft.last, found + _MOST_CAPTIONS)
    loose = found
    while loose < stop and _is_loose(draft, loose):
        loose += 1
    if found < loose and draft.role[loose] == "body" and stands_alone(draft.lines[loose].text):
        for position in range(found, loose):
            draft.role[position] = "caption"
        return loose
    return found


def _is_loose(draft: Draft, position: int) -> bool:
    text = draft.lines[position].text
    return (
        draft.role[position] == "body"
        and not stands_alone(text)
        and ":" not in text
        and text[-1:] not in ",;…"
        and dateline_of(text) is None
        and _FEWEST_LOOSE_WORDS <= word_count(text) <= _MOST_LOOSE_WORDS
    )


def _role_in_head(draft: Draft, position: int) -> str | None:
    text = draft.lines[position].text
    if divides(text) or _ADDRESS.match(text):
        return "navigation"
    announced = _announced(draft, position)
    if announced is not None:
        return announced
    if is_label(text):
        return "label"
    cut = _LEADING.match(text)
    if cut is not None and word_count(text[cut.end() :]) > 3:
        draft.cut[position] = draft.lines[position].start + cut.end()
        return None
    close = position >= draft.first - _PLACE_REACH
    if close and _PLACE_LINE.fullmatch(text) and furniture_role(text) is None:
        draft.stamp_place = draft.stamp_place or text.rstrip(" :")
        return "dateline"
    if byline_of(text) is not None:
        return "byline"
    if reporters_in(text) is not None:
        return "reporting"
    if stamps_of_line(text):
        return "timestamp"
    if is_caption(text):
        return "caption"
    return furniture_role(text)


def _announced(draft: Draft, position: int) -> str | None:
    """The role of a line that announces a press release, alone or before a date, name or title."""
    text = draft.lines[position].text
    dated = bool(stamps_of_line(text))
    if announces_release(without_stamps(text)):
        draft.release = True
        return "timestamp" if dated else "label"
    match = _LABELLED.match(text)
    if match is None or not announces_release(match[1]):
        return None
    draft.release = True
    rest = without_stamps(match[2])
    if is_outlet_name(rest) or (dated and word_count(rest) <= LONGEST_ISSUER_WORDS):
        draft.outlet = draft.outlet or rest or None
        return "timestamp" if dated else "label"
    draft.cut[position] = draft.lines[position].start + match.start(2)
    return None
