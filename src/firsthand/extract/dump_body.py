"""Lines within the body's region: paragraphs, and what stands between them."""

from __future__ import annotations

from firsthand.extract.bylines import reporters_in
from firsthand.extract.dump_dividers import divides
from firsthand.extract.dump_draft import Draft
from firsthand.extract.furniture import (
    furniture_role,
    opens_comments,
    stamps_of_line,
    stands_alone,
)
from firsthand.extract.line_smoothing import KEPT_TAGS
from firsthand.extract.metadata_visible import is_wall
from firsthand.extract.photos import is_caption
from firsthand.extract.promotions import is_promotion
from firsthand.extract.region import word_count
from firsthand.extract.wires import credit_of, notice_of

__all__ = ["LEAST_ODDS", "judge_body", "role_in_body"]

LEAST_ODDS = -1.0
"""Log odds (in a pasted text: prose score) under which a line inside the region that does not read
as prose is dropped, and above whose opposite a sentence below it is kept."""

_SURE_ODDS = 2.0
"""Log odds above which a rule takes a line from the tagger only where it tells of the text's origin.
With rules for all lines held-out F1 of 209 dumps is 0.938, with none 0.939, so 0.940."""

_LONGEST_NOTE = 160
"""Letters up to which a line that the tagger keeps is read as a credit or a correction."""

_OF_ORIGIN = frozenset(["reporting", "syndication", "credit", "correction"])

_FEWEST_BEFORE_COMMENTS = 3
"""Paragraphs before a comments heading; above them such a line is a button under the headline."""


def judge_body(draft: Draft) -> None:
    """Give the lines of the region their roles; those below readers' comments leave it."""
    if draft.cluttered:
        _mark_tagged(draft)
        return
    _cut_comments(draft)
    _mark_body(draft)


def _mark_tagged(draft: Draft) -> None:
    """In a page's dump the tagger says what is kept; rules read what it says of the text's origin.

    Of lines that are surely the article's only short ones and those in brackets are looked at.
    """
    for position in range(draft.first, draft.last + 1):
        text = draft.lines[position].text
        kept, sure = draft.tagged[position] in KEPT_TAGS, draft.odds[position] > _SURE_ODDS
        role = None
        if not (kept and sure) or len(text) <= _LONGEST_NOTE or text[0] in "([*—–-":
            role = role_in_body(text)
        if kept and sure and role not in _OF_ORIGIN:
            role = None
        draft.role[position] = role or ("body" if kept else "")


def _cut_comments(draft: Draft) -> None:
    """Nothing below the heading of readers' comments is the article's."""
    seen = 0
    for position in range(draft.first, draft.last + 1):
        if seen >= _FEWEST_BEFORE_COMMENTS and opens_comments(draft.lines[position].text):
            draft.last = position - 1
            draft.comments = True
            return
        seen += draft.prose[position] > 0


def _mark_body(draft: Draft) -> None:
    for position in range(draft.first, draft.last + 1):
        unlikely = draft.odds[position] < LEAST_ODDS and draft.prose[position] < 0
        role = role_in_body(draft.lines[position].text)
        draft.role[position] = role or ("" if unlikely else "body")
    for position in range(draft.first, draft.last):
        following = draft.lines[position + 1].text
        if (
            draft.role[position] == "related"
            and draft.role[position + 1] == "body"
            and word_count(draft.lines[position].text) <= 3
            and not stands_alone(following)
            and 3 < word_count(following) < 20
        ):
            draft.role[position + 1] = "related"


def role_in_body(text: str, *, closing: bool = False) -> str | None:
    """The role of a line within or below the article that is not its text."""
    if divides(text):
        return "navigation"
    if reporters_in(text) is not None:
        return "reporting"
    if text[:1] in "([" and notice_of(text) is not None:
        return "syndication"
    if closing and notice_of(text) is not None:
        return "syndication"
    credit = credit_of(text)
    if credit is not None and (closing or text[0] in "([" or not credit.whole):
        return "credit"
    role = furniture_role(text)
    if role is not None:
        return role
    if is_wall(text):
        return "promotion"
    if is_promotion(text, at_edge=closing):
        return "promotion"
    if is_caption(text) and word_count(text) <= 60:
        return "caption"
    return "timestamp" if stamps_of_line(text) else None
