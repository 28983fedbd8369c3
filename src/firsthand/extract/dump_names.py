"""Outlet, issuer, place and bare names among the lines above a body."""

from __future__ import annotations

import re

from firsthand.extract.bylines import byline_of, is_desk, is_outlet_name
from firsthand.extract.dump_draft import Draft
from firsthand.extract.furniture import announces_release
from firsthand.extract.region import word_count
from firsthand.tables.pagewords import page_words
from firsthand.text.timestamps import timestamps_in

__all__ = ["LONGEST_ISSUER_WORDS", "find_names"]

LONGEST_ISSUER_WORDS = 8
"""Words of an issuer's name on a line of its own."""

_OUTLET_LABEL = re.compile(r"(?:source|outlet|publisher|publication|quelle)\s*:\s*", re.IGNORECASE)
_PLACE_BEFORE = r"\b(?:in|at|from|of|near|to)\s+"


def find_names(draft: Draft, start: int, opening: int, headline: int | None) -> None:
    """Find outlet and bare bylines among the lines around headline and timestamp."""
    anchors = [
        position
        for position in range(start, opening)
        if draft.role[position] in {"timestamp", "byline", "standfirst", "outlet"}
        or position == headline
    ]
    for position in range(start, opening):
        text = draft.lines[position].text
        near = any(draft.apart(position, one) <= 2 for one in anchors if one != position)
        if draft.role[position] == "timestamp":
            _before_stamp(draft, text)
        elif draft.role[position] in {"", "body", "standfirst"} and near and position != headline:
            _name(draft, position, text, below=headline is None or position > headline)
    if draft.outlet is None and headline is not None and draft.release:
        _issuer(draft, start, opening)


def _name(draft: Draft, position: int, text: str, *, below: bool) -> None:
    """Take a line as outlet or, below the headline, as names without "By"."""
    text = _OUTLET_LABEL.sub("", text, count=1)
    suffixed = text.rsplit(maxsplit=1)[-1].casefold() in page_words().issuer_suffixes
    if is_outlet_name(text) and draft.outlet is None and not (draft.release and not suffixed):
        draft.role[position], draft.outlet = "outlet", text.strip(" ,|*_")
    elif below and byline_of(text, bare=True) is not None and word_count(text) <= 8:
        draft.role[position] = "byline"


def _issuer(draft: Draft, start: int, opening: int) -> None:
    for position in range(start, opening):
        text = draft.lines[position].text
        if (
            draft.role[position] in {"", "body", "standfirst"}
            and word_count(text) <= LONGEST_ISSUER_WORDS
        ):
            draft.role[position], draft.outlet = "outlet", text
            return


def _before_stamp(draft: Draft, line: str) -> None:
    """Read what stands before the date: an outlet, or the place of a press release."""
    stamp = next(iter(timestamps_in(line)), None)
    if stamp is None:
        return
    name = line[: stamp.span.start].strip(" ,|·•–—-*_\u00a0")
    if (
        not name
        or announces_release(name)
        or not name[0].isupper()
        or len(name.split()) > 6
        or byline_of(name)
        or is_desk(name)
    ):
        return
    as_place = re.search(_PLACE_BEFORE + re.escape(name) + r"\b", draft.raw_text)
    if draft.release or (as_place and not is_outlet_name(name)):
        draft.stamp_place = name
    elif draft.outlet is None:
        draft.outlet = name
