"""Datelines: the place, the day and the agency with which a first paragraph opens."""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.domain import Span
from firsthand.extract.bylines import is_person_name
from firsthand.tables.agencies import agency_named

__all__ = ["Dateline", "dateline_of"]

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juin|juil|août|ene|abr|ago|dic)[a-zéûäç]*\.?"
_DAY = rf"(?:(?i:{_MONTH}\s*\d{{1,2}}|\d{{1,2}}\.?\s*(?:de\s+)?{_MONTH})(?:,?\s*\d{{4}})?)"
_PLACE = r"(?P<place>[A-ZÀ-ÞŁŚŻČŠŽØ][^()\[\]\d\n\"“”:;!?]{1,58}?(?:\s?\[[^\[\]\d\n]{2,40}\])?)"
_AGENCY = r"(?:[(\[](?P<agency>[^()\[\]\n\d]{2,48})[)\]]|/(?P<slashed>[A-Z][\w .-]{2,30})/)"
_DASH = r"(?:\s*(?:--?|–|—|―|‒|:)\s*)"
_WITH_AGENCY = re.compile(
    rf"\s*(?:{_PLACE},?\s+)?(?:(?P<day>{_DAY}),?\s*)?{_AGENCY}(?P<dash>{_DASH})?\s*(?=\S)"
)
_WITHOUT = re.compile(
    rf"\s*{_PLACE}(?:,\s*(?P<day>{_DAY}))?\s*(?:(?P<dash>--?|–|—|―)(?=\s)|:(?=\s))\s*(?=[^\sa-zà-þ])"
)
_LONGEST_AGENCY_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The opening of a first paragraph, as written."""

    span: Span
    """From the first character to the last before the running text, dash included."""

    place: str | None
    """"LARVIK, Norway"; None where only an agency stands there."""

    agency: str | None
    """What stands in brackets, when it can be an agency."""


def _first_word_is_capitals(place: str) -> bool:
    word = re.split(r"[\s,/]", place, maxsplit=1)[0]
    letters = [one for one in word if one.isalpha()]
    return len(letters) >= 3 and all(one.isupper() for one in letters)


def _can_be_agency(name: str) -> bool:
    words = name.split()
    return len(words) <= _LONGEST_AGENCY_WORDS and (
        name[0].isupper() or (name.islower() and len(words) == 1)
    )


def dateline_of(paragraph: str) -> Dateline | None:
    """Read the dateline with which `paragraph` opens.

    With an agency in brackets: "RIGA, Latvia, March 3 (XYZ) - ", "Riga (dpa) - ", "(XYZ) -- ". The
    agency need not be known where the place is in capitals, a day is printed, or nothing but the
    bracket and a dash stands there. Without one only a place in capitals and a dash count: "RIGA — ".

    Returns:
        None when the paragraph opens otherwise.
    """
    match = _WITH_AGENCY.match(paragraph)
    if match is not None:
        place, agency = match["place"], (match["agency"] or match["slashed"]).strip()
        known = agency_named(agency.split("/", maxsplit=1)[0]) is not None
        dashed = match["dash"] is not None
        if place is None:
            sure = (known or (agency[0].isupper() and len(agency.split()) <= 3)) and dashed
        else:
            sure = (known and len(place.split()) <= 4) or (
                _can_be_agency(agency)
                and (dashed or match["day"]) is not None
                and (
                    _first_word_is_capitals(place)
                    or match["day"] is not None
                    or (agency.isupper() and agency.isalpha() and not is_person_name(place))
                )
            )
        abbreviated = agency.isupper() and agency.isalpha() and match["day"] is not None
        if sure and (dashed or known or abbreviated):
            return Dateline(
                span=Span(match.start(), match.end()), place=_clean(place), agency=agency
            )
    match = _WITHOUT.match(paragraph)
    if (
        match is not None
        and _first_word_is_capitals(match["place"])
        and len(match["place"].split()) <= 6
    ):
        by_colon = match["dash"] is None
        if not by_colon or match["place"].isupper():
            return Dateline(
                span=Span(match.start(), match.end()), place=_clean(match["place"]), agency=None
            )
    return None


def _clean(place: str | None) -> str | None:
    return place.strip(" ,") if place else None
