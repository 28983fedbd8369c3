"""Bylines: which line names the people who wrote the text, and whom."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from firsthand.tables.agencies import agency_named
from firsthand.tables.outlets import outlet_named
from firsthand.tables.pagewords import page_words
from firsthand.text.timestamps import without_stamps

__all__ = [
    "Byline",
    "byline_of",
    "is_desk",
    "is_outlet_name",
    "is_person_name",
    "reporters_in",
    "without_prefix",
]

_ADDRESS = re.compile(r"\s*[(<|]?\s*(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w+)\s*[)>|]?")
_LONGEST_BYLINE = 220
_LONGEST_NAME_WORDS = 5
_LONGEST_ROLE_WORDS = 12
"""Words of what may stand behind a name and its comma: a chair, an office, a house."""

_WORD = re.compile(r"[^\W\d_][\w'’.\-]*|&")
_NAME_CHARS = re.compile(r"[\w'’.\- \u00a0]+\Z")
_ABBREVIATION_TAIL = re.compile(r"\s*\(([A-Z][A-Za-z.]{1,11})\)\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """What a byline says."""

    people: tuple[str, ...]
    agencies: tuple[str, ...] = ()
    """Agencies named where people might be ("By Reuters"), as printed."""

    used: bool = False
    """Whether people wrote it and only used what the agencies sent ("Par Mara Feld, avec AFP")."""


def is_person_name(text: str, *, uncased: bool = False) -> bool:
    """Whether `text` as a whole can be a person's name: two to five capitalised words.

    Words that section labels and outlets' names hold, agencies and known outlets are excluded, so
    that "Agnete Holtrup" is one and "Seaboard Wire" is not.

    Args:
        text: The words, nothing else.
        uncased: Whether words of a script without capitals count as capitalised: only where a label
            says that a name follows.
    """
    bare = _second_name(text.strip(" ,;|\u00a0"))
    if not _NAME_CHARS.match(_without_marks(bare)) or any(one.isdigit() for one in bare):
        return False
    words = bare.replace("\u00a0", " ").split()
    if not 2 <= len(words) <= _LONGEST_NAME_WORDS or agency_named(bare) or outlet_named(bare):
        return False
    table = page_words()
    if words[-1].casefold() in table.issuer_suffixes | table.jobs:
        return False
    if words[0].casefold() in table.jobs or bare.casefold() in table.byline_prefixes:
        return False
    for position, word in enumerate(words):
        low = word.casefold()
        if position and low in table.particles and position < len(words) - 1:
            continue
        known = low in table.outlet_nouns or low in table.not_names or low in table.byline_joins
        if known and (position or low not in table.months_too):
            return False
        small = word[0].islower() or not (word[0].isupper() or uncased)
        if small and not (low in table.particles and position < len(words) - 1):
            return False
        shouted = len(word) > 4 and word.isupper() and not bare.isupper()
        if shouted and not (position and all(one.isupper() for one in words[position:])):
            return False
        if any(one.islower() and two.isupper() for one, two in pairwise(word)) and _GLUED.search(
            word
        ):
            return False
        if word.endswith(".") and len(word) > 4:
            return False
    return len(words[-1].strip(".")) > 1 or words[-1].casefold() in {"jr.", "sr."}


def _without_marks(text: str) -> str:
    """`text` without the vowel signs of Indian scripts, which no pattern takes for letters."""
    if text.isascii():
        return text
    return "".join(one for one in text if unicodedata.category(one)[0] != "M")


def _second_name(text: str) -> str:
    """`text` without a further name in brackets ("Mara (Lund) Feld"); an agency there stays."""
    match = _BRACKETED.search(text)
    if match is None or match[1].isupper() or agency_named(match[1]):
        return text
    return " ".join((text[: match.start()] + " " + text[match.end() :]).split())


_BRACKETED = re.compile(r"\s\(([^\W\d_][\w.'’-]{1,20})\)")
_GLUED = re.compile(r"[a-zà-þ]{4,}(?:[A-Z][a-z]{3,}){1,}\Z")
"""Two words set without space between them, as in the text of neighbouring elements."""


def is_outlet_name(text: str) -> bool:
    """Whether `text` as a whole can be the name of an outlet, agency or issuing body.

    Known names, names with an abbreviation in brackets ("Interlake Wire (ILW)"), and up to six
    capitalised words with one that outlets' names hold ("The Harbour Gazette").
    """
    bare = text.strip(" ,;|\u00a0")
    if not bare or len(bare) > 60 or bare[-1] in ".!?:" or any(one.isdigit() for one in bare[:1]):
        return False
    if agency_named(bare) or outlet_named(bare):
        return True
    tail = _ABBREVIATION_TAIL.search(bare)
    words = _ABBREVIATION_TAIL.sub("", bare).split()
    if not 1 <= len(words) <= 6:
        return False
    small = page_words().particles | {
        "the",
        "of",
        "for",
        "and",
        "&",
        "on",
        "in",
        "und",
        "für",
        "des",
    }
    if not all(word[0].isupper() or word.casefold() in small for word in words):
        return False
    suffixed = len(words) > 1 and words[-1].casefold() in page_words().issuer_suffixes
    return (tail is not None or suffixed) or any(
        word.casefold().strip(".,") in page_words().outlet_nouns for word in words
    )


@cache
def _prefix() -> re.Pattern[str]:
    words = "|".join(
        re.escape(word)
        for word in sorted(page_words().byline_prefixes, key=lambda word: (-len(word), word))
    )
    return re.compile(rf"(?:{words})(?!\w)\s*[:.]?\s*(?=[^\W\d_]|[\"“‘(])", re.IGNORECASE)


@cache
def _join() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in page_words().byline_joins)
    return re.compile(rf"\s*(?:[,;|•·/]|\s(?:{words})\s)\s*(?:(?:{words})\s+)?")


@cache
def _place() -> re.Pattern[str]:
    """Small words before a place, or capitals where the whole byline is set in them."""
    words = "|".join(re.escape(word) for word in page_words().byline_places)
    return re.compile(rf"\s+(?:{words}|(?:{words.upper()})(?=\s+[A-Z]{{2,}}\b))\s+\S.*\Z")


def _people(text: str, *, uncased: bool = False) -> Byline | None:
    """Read a list of names; None when something in it is neither a name nor a role or place."""
    people: list[str] = []
    wires: list[str] = []
    for given in _join().split(text.strip(" .,;|-–—\u00a0")):
        part = given
        tail = _AGENCY_TAIL.search(part)
        if tail is not None and agency_named(tail[1]) is not None:
            wires.append(tail[1])
            part = part[: tail.start()]
        bare = _place().sub("", " " + part).strip(" .,-–—\u00a0()")
        if not bare:
            continue
        bare = _behind_role(bare)
        if is_person_name(bare, uncased=uncased):
            people.append(bare.title() if bare.isupper() else bare)
        elif agency_named(bare) is not None:
            wires.append(bare)
        elif _is_role(bare) or is_outlet_name(bare):
            continue
        elif people and len(bare.split()) <= 6:
            named = _leading_name(bare)
            if named:
                people.append(named)
        else:
            named = _leading_name(bare)
            if named is not None:
                people.append(named)
            elif not people or len(bare.split()) > _LONGEST_ROLE_WORDS:
                return None
    return Byline(people=tuple(dict.fromkeys(people)), agencies=tuple(dict.fromkeys(wires)))


_AGENCY_TAIL = re.compile(r"\s*[(\[]([^()\[\]]{2,40})[)\]]?\Z")


def without_prefix(text: str) -> str:
    """`text` without the word that opens a byline ("By", "Von", "文")."""
    match = _prefix().match(text)
    return text[match.end() :] if match is not None else text


def _behind_role(text: str) -> str:
    """`text` without "our correspondent" in front of a name, in any language that is known."""
    words = text.split()
    if words[0].casefold() not in page_words().possessives:
        return text
    at = 1
    while at < len(words) - 1 and words[at].casefold() in page_words().byline_roles:
        at += 1
    name = " ".join(words[at:])
    return name if at > 1 and is_person_name(name) else text


def _leading_name(text: str) -> str | None:
    """The name that a phrase opens with and whose rest is a role ("Mara Feld Staff Writer")."""
    words = text.split()
    for size in range(min(4, len(words) - 1), 1, -1):
        rest = " ".join(words[size:])
        if is_person_name(" ".join(words[:size])) and (_is_role(rest) or is_outlet_name(rest)):
            return " ".join(words[:size])
    return None


def is_desk(text: str) -> bool:
    """Whether `text` names a desk, a staff or a function ("News Desk"), not an outlet or a person."""
    words = {word.casefold().strip(".,") for word in _WORD.findall(text)}
    return not words.isdisjoint(page_words().desks)


def _is_role(text: str) -> bool:
    words = [word.casefold().strip(".,") for word in _WORD.findall(text)]
    return bool(words) and any(word in page_words().byline_roles for word in words)


def byline_of(line: str, *, bare: bool = False) -> Byline | None:
    """Read `line` as a byline.

    Args:
        line: One line, as printed.
        bare: Whether names without "By" count too; only where the place of the line speaks for it.

    Returns:
        None when the line is no byline; a byline that names agencies or desks only has no people.
    """
    found = _byline(line, bare) if len(line) <= _LONGEST_BYLINE else None
    if found is not None and found.people and found.agencies and _with_agency(line, found.agencies):
        return replace(found, used=True)
    return found


def _with_agency(line: str, agencies: Sequence[str]) -> bool:
    """Whether a word such as "with" stands directly before the first agency."""
    before = line[: max(0, line.find(agencies[0]))].casefold().split()
    return bool(before) and before[-1].strip("([,") in page_words().byline_withs


@lru_cache(maxsize=4096)
def _byline(line: str, bare: bool) -> Byline | None:
    """Read a line, or remember what was read: roles and facts ask for the same line."""
    text = _GLUED_PREFIX.sub(r"\1 ", _without_address(without_stamps(line.strip())))
    prefix = _prefix().match(text)
    if prefix is not None:
        first = text[prefix.end() :].split("|", maxsplit=1)[0]
        found = _people(first, uncased=True) if _LETTER.search(first) else None
        if found is None or not (found.people or found.agencies):
            found = _people(text[prefix.end() :], uncased=True)
        if found is None and is_outlet_name(text[prefix.end() :]):
            return Byline(people=())
        return (
            found
            if found is not None and (found.people or found.agencies or _is_role(text))
            else None
        )
    if not bare or text.endswith((".", "!", "?", ":")):
        return None
    found = _people(text)
    return found if found is not None and found.people else None


def _without_address(text: str) -> str:
    return _ADDRESS.sub("|", text) if "@" in text else text


_GLUED_PREFIX = re.compile(r"^(By|BY|Von|Par|Por)(?=[A-ZÀ-Þ][a-zà-þ]+\s[A-ZÀ-Þ])")
_LETTER = re.compile(r"[^\W\d_]")
_GROUP = re.compile(r";\s+|(?<=[^\W\d_]{2})\.\s+")


def reporters_in(line: str) -> tuple[str, ...] | None:
    """Read a closing credit such as "(Reporting by A and B; Editing by C)".

    Returns:
        The people who reported or wrote, not those who edited; None when the line is no such credit.
    """
    text = line.strip().strip("()[]")
    table = page_words()
    low = text.casefold()
    if len(text) > 600 or not low.startswith((*table.reporting, *table.editing)):
        return None
    people: list[str] = []
    for part in _GROUP.split(text):
        opening = next((one for one in table.reporting if part.casefold().startswith(one)), None)
        if opening is None:
            continue
        found = _people(part[len(opening) :])
        if found is not None:
            people += found.people
    return tuple(dict.fromkeys(people))
