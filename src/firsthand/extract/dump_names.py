"""Outlet, issuer, place and bare names among the lines above a body."""

from __future__ import annotations

import re

from firsthand.extract.bylines import byline_of, is_desk, is_outlet_name, is_person_name
from firsthand.extract.dump_draft import Draft
from firsthand.extract.furniture import announces_release, furniture_role, is_label
from firsthand.extract.region import word_count
from firsthand.tables.givennames import is_given_name
from firsthand.tables.linewords import LINE_WORD_CLASSES, line_words
from firsthand.tables.pagewords import page_words
from firsthand.text.timestamps import timestamps_in

__all__ = ["LONGEST_ISSUER_WORDS", "find_names"]

LONGEST_ISSUER_WORDS = 8
"""Words of an issuer's name on a line of its own."""

_MENU = LINE_WORD_CLASSES.index("navigation")
_FEWEST_ENTRIES = 3
_LONGEST_TRADE_NAME = 4
_LONGEST_NAMES = 8
"""Words of a line of names without "By"."""

_INNER_CAPITAL = re.compile(r"[a-zß-ÿ][A-ZÀ-Þ]")
_FEWEST_LETTERS = 4
"""Letters of a word for outlets that counts inside another word."""

_OUTLET_LABEL = re.compile(r"(?:source|outlet|publisher|publication|quelle)\s*:\s*", re.IGNORECASE)
_PLACE_BEFORE = r"\b(?:in|at|from|of|near|to|aus|bei|von|à|de|en|a|w|we|z|do|у|в|з)\s+"
"""Words before a name by which the text shows that it is a place's."""

_IN_BRACKETS = re.compile(r"(?P<place>[^()]{2,40}?)\s*\([^()]{2,40}\)\Z")
"""A place and the larger one around it: "Almonte (Huelva)"."""


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
            _before_stamp(draft, position, text)
        elif draft.role[position] in {"", "body", "standfirst"} and near and position != headline:
            _name(draft, position, text, below=headline is None or position > headline)
    if draft.outlet is None and headline is not None and draft.release:
        _issuer(draft, start, opening)
    elif draft.outlet is None and headline and not draft.cluttered and draft.role[0] == "":
        _trade_name(draft)


def _name(draft: Draft, position: int, text: str, *, below: bool) -> None:
    """Take a line as outlet or, below the headline, as names without "By"."""
    text = _OUTLET_LABEL.sub("", text, count=1)
    suffixed = text.rsplit(maxsplit=1)[-1].casefold() in page_words().issuer_suffixes
    if _is_menu(text):
        draft.role[position] = "navigation"
    elif is_outlet_name(text) and draft.outlet is None and not (draft.release and not suffixed):
        draft.role[position], draft.outlet = "outlet", text.strip(" ,|*_")
    elif below and _names_authors(draft, text):
        draft.role[position] = "byline"


def _names_authors(draft: Draft, text: str) -> bool:
    """Whether a line is nothing but names, of people of whom the text does not speak."""
    return (
        word_count(text) <= _LONGEST_NAMES
        and byline_of(text, bare=True) is not None
        and not _is_written_about(draft, text)
    )


def _is_written_about(draft: Draft, text: str) -> bool:
    """Whether the paragraphs name who stands on the line: the tag of a person in the news."""
    byline = byline_of(text, bare=True)
    people = byline.people if byline is not None else ()
    body = [line.text for line, role in zip(draft.lines, draft.role, strict=True) if role == "body"]
    return any(name in one for name in people for one in body if one != text)


def _is_author(draft: Draft, name: str) -> bool:
    """Whether the name before a day is a person's and no place or house that only looks like one."""
    if not is_person_name(name) or is_outlet_name(name) or _is_written_about(draft, name):
        return False
    return is_given_name(name.split(maxsplit=1)[0]) or not name.isascii()


def _is_menu(text: str) -> bool:
    """Whether a line is a row of a menu ("Home News Sports Classifieds"): sections, one by one."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    table = line_words()
    labels = page_words().section_labels
    entries = sum(word in labels or _MENU in table.get(word, ()) for word in words)
    return entries >= _FEWEST_ENTRIES and 2 * entries > len(words)


def _trade_name(draft: Draft) -> None:
    """Take a name alone on the first line as the outlet's where something else speaks for it.

    That is: capitals inside a word ("EuroNewsDesk"), a word for outlets inside it ("Fjordpost"), or
    the same name in a line of rights or a promotion further down.
    """
    text = draft.lines[0].text.strip(" ,|*_#")
    words = text.split()
    if not 1 <= len(words) <= _LONGEST_TRADE_NAME or is_label(text) or text[-1:] in ".!?:,":
        return
    if not all(word.isalnum() and (word[0].isupper() or word[0].isdigit()) for word in words):
        return
    low = text.casefold()
    joined = _INNER_CAPITAL.search(text) or any(
        noun in low for noun in page_words().outlet_nouns if len(noun) >= _FEWEST_LETTERS
    )
    again = any(
        text in line.text
        for line, role in zip(draft.lines[1:], draft.role[1:], strict=True)
        if furniture_role(line.text) in {"legal", "promotion", "related"} and role != "body"
    )
    if joined or again:
        draft.role[0], draft.outlet = "outlet", text


def _issuer(draft: Draft, start: int, opening: int) -> None:
    for position in range(start, opening):
        text = draft.lines[position].text
        if (
            draft.role[position] in {"", "body", "standfirst"}
            and word_count(text) <= LONGEST_ISSUER_WORDS
        ):
            draft.role[position], draft.outlet = "outlet", text
            return


def _before_stamp(draft: Draft, position: int, line: str) -> None:
    """Read what stands before the date: an outlet, who wrote it, or a place."""
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
    around = _IN_BRACKETS.match(name)
    place = around["place"] if around is not None else name
    as_place = re.search(_PLACE_BEFORE + re.escape(place) + r"\b", draft.raw_text)
    if draft.release or (as_place and (around is not None or not is_outlet_name(name))):
        draft.stamp_place = place
    elif _is_author(draft, name):
        draft.role[position] = "byline"
    elif draft.outlet is None:
        draft.outlet = name
