"""Lines below a body: credits and notices; a release's notes and what it says of its issuer."""

from __future__ import annotations

import re

from firsthand.extract.dump_body import role_in_body
from firsthand.extract.dump_draft import Draft
from firsthand.extract.dump_resumption import Resumption
from firsthand.extract.furniture import opens_comments, stamps_of_line
from firsthand.extract.promotions import is_promotion
from firsthand.extract.wires import notice_of

__all__ = ["judge_tail"]

_TAIL_LINES = 14
"""How far below the last paragraph a notice, a credit or a first-published line is looked for."""

_ABOUT = re.compile(r"About (?:the )?(?P<name>[A-ZÀ-Þ][^.!?:\n]{1,60}?):?")
_ABOUT_REACH = 8
_BELOW_REACH = 3
_LAST_LINES = 4
"""How many of the region's last lines may be a credit or notice set like a paragraph."""

_CLOSING = frozenset(
    ["credit", "syndication", "reporting", "correction", "announcement", "promotion"]
)
"""Roles of lines below which a notice or credit still belongs to the text."""


def judge_tail(draft: Draft) -> None:
    """Give the lines below the region their roles, and the region's last lines theirs."""
    _mark_below(draft)
    _mark_last(draft)
    _about(draft)
    if draft.release:
        _contacts(draft)


def _mark_below(draft: Draft) -> None:
    stop = min(len(draft.lines), draft.last + 1 + _TAIL_LINES)
    near, going = True, Resumption(draft=draft, stop=stop)
    end = stop if draft.cluttered else len(draft.lines)
    for position in range(draft.last + 1, end):
        text = draft.lines[position].text
        role = role_in_body(text, closing=near and position < stop)
        if role is None and position < stop and stamps_of_line(text):
            role = "timestamp"
        if role is None and is_promotion(text, at_edge=True):
            role = "promotion"
        draft.comments = draft.comments or opens_comments(text)
        goes_on = going.takes(position, role)
        draft.role[position] = role or ("body" if goes_on else "")
        near = goes_on or (near and role in _CLOSING)


def _mark_last(draft: Draft) -> None:
    """Credits and notices that the region took for its last paragraphs."""
    for position in range(draft.last, max(draft.first, draft.last - _LAST_LINES), -1):
        if draft.role[position] != "body":
            continue
        text = draft.lines[position].text
        role = role_in_body(text, closing=True)
        if role is None and notice_of(text) is not None:
            role = "syndication"
        if role is None:
            break
        draft.role[position] = role


def _about(draft: Draft) -> None:
    """A closing "About X" and the paragraphs on X below it describe the issuer."""
    for position in range(max(draft.first, draft.last - _ABOUT_REACH), draft.last):
        match = _ABOUT.fullmatch(draft.lines[position].text)
        following = draft.lines[position + 1].text
        if draft.role[position] != "body" or match is None or match["name"] not in following:
            continue
        below = draft.role[position : draft.last + 1 + _BELOW_REACH]
        if not draft.release and "announcement" not in below:
            continue
        for later in range(position, draft.last + 1):
            if draft.role[later] == "body":
                draft.role[later] = "announcement"
        return


def _contacts(draft: Draft) -> None:
    """Everything from the first note to editors on is not the release itself."""
    closing = False
    for position in range(draft.first, draft.last + 1):
        closing = closing or draft.role[position] == "announcement"
        if closing and draft.role[position] == "body":
            draft.role[position] = "announcement"
