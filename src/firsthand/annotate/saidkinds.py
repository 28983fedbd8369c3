"""What kind of place the text itself says a name is: "the city of X", "X region", a dateline."""

from __future__ import annotations

import re

from firsthand.domain import Span
from firsthand.tables.namewords import name_words

__all__ = ["is_cued", "said_kind"]

_DATELINE = re.compile(
    r"[A-Z][A-Z. '-]{2,40}(?:, [A-Z][\w. ]{1,30})?(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{4})){0,2}(?: ?\([^)]{1,40}\))? ?(?:—|–|--|-|\(|:)"
)
"""Capitals at the head of a paragraph, a country or state, a day, an agency perhaps, a dash."""

_BACK = 40
"""Code points looked at before a name."""

_BETWEEN = frozenset(
    {
        "the",
        "downtown",
        "nearby",
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
    }
)
"""Words between a preposition and a place's name."""

_BEFORE = (
    (
        "region",
        re.compile(
            r"\b(?:region|oblast|province|governorate|prefecture|state|territory|county"
            r"|(?:northern|southern|eastern|western|middle|central) district) of (?:the )?$",
            re.IGNORECASE,
        ),
    ),
    (
        "country",
        re.compile(
            r"\b(?:country|nation|kingdom|republic|nations|countries) of (?:the )?$", re.IGNORECASE
        ),
    ),
    (
        "city",
        re.compile(
            r"\b(?:cit(?:y|ies)|towns?|villages?|hamlets?|suburbs?|capital|port|municipality|resort|downtown|seaport)"
            r"(?: of)?,? (?:the )?$",
            re.IGNORECASE,
        ),
    ),
    (
        "area",
        re.compile(
            r"\b(?:islands?|isle|peninsula|valley|desert|archipelago|island of|subcontinent|river|mountains?)"
            r" (?:of )?(?:the )?$",
            re.IGNORECASE,
        ),
    ),
)

_OFFICE_BEFORE = (
    (
        "city",
        re.compile(
            r"\b(?:mayor|lord mayor|mayoralty|(?:arch)?bishop|city council|streets|outskirts|suburbs|centre|center) of $",
            re.IGNORECASE,
        ),
    ),
    ("division", re.compile(r"\b(?:governor|governors|legislature) of $", re.IGNORECASE)),
    (
        "country",
        re.compile(
            r"\b(?:(?:president|prime minister|king|queen|government) of|ambassador to) $",
            re.IGNORECASE,
        ),
    ),
)
"""Who rules a city, a division or a country, before its name."""

_OFFICE_AFTER = (
    (
        "country",
        re.compile(
            r"['’]s (?:(?:new|former|first|acting|deputy) )?(?:[Pp]rime|[Ff]oreign|[Dd]efen[cs]e|[Ff]inance|[Ii]nterior|[Hh]ealth) [Mm]inist(?:er|ry)\b"
            r"|['’]s (?:king|queen|parliament|army|military|embassy|ambassador|central bank)\b"
        ),
    ),
    (
        "city",
        re.compile(
            r"(?:['’]s)? (?:mayor|Mayor|mayoral|Mayoral|city council|City Council|City Hall|subway)\b"
        ),
    ),
    (
        "division",
        re.compile(
            r"(?:['’]s)? (?:Gov\.|governor\b|Governor\b|legislature\b|Legislature\b|state (?:senator|police|lawmaker))"
        ),
    ),
)
"""The same, after it."""

_AFTER = (
    (
        "region",
        re.compile(
            r"(?:,? (?:an?|the|its|which is an?))?(?: [a-z]+)?"
            r" (?:(?i:region|oblast|province|governorate|prefecture|krai|kray|territory)|"
            r"state(?! (?:media|TV|television|news|radio|broadcaster|agency|department|visit)|-))\b"
        ),
    ),
    ("city", re.compile(r" (?:city|town|village|suburb|township|municipality)\b")),
    ("area", re.compile(r" (?:islands?|peninsula|valley|archipelago|desert|river|mountains?)\b")),
)


def said_kind(text: str, span: Span) -> str:
    """The kind that the words around a name give it.

    Returns:
        dateline, region, country, city or area; division for a region that only an office tells of
        ("the governor of Washington"); empty where the text says nothing.
    """
    if _DATELINE.match(text, span.start) is not None and (
        text[: span.start].rstrip(" ")[-1:] in {"", "\n"}
    ):
        return "dateline"
    for kind, pattern in _AFTER:
        if pattern.match(text, span.end) is not None:
            return kind
    before = text[max(0, span.start - _BACK) : span.start]
    for kind, pattern in _BEFORE:
        if pattern.search(before) is not None:
            return kind
    for kind, pattern in _OFFICE_AFTER:
        if pattern.match(text, span.end) is not None:
            return kind
    for kind, pattern in _OFFICE_BEFORE:
        if pattern.search(before) is not None:
            return kind
    return ""


def is_cued(text: str, span: Span) -> bool:
    """Whether a preposition of place stands before a name ("in", "near the")."""
    words = text[max(0, span.start - _BACK) : span.start].split()
    while words and words[-1].casefold() in _BETWEEN:
        words.pop()
    return bool(words) and words[-1].casefold() in name_words().place_prepositions
