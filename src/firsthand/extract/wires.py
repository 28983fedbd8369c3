"""Credit lines and syndication notices: what a text says about whom it was taken from as a whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.extract.bylines import is_desk, is_person_name
from firsthand.tables.agencies import agency_named, printed_name
from firsthand.tables.notices import notice_forms
from firsthand.tables.outlets import outlet_named

__all__ = [
    "Credit",
    "Notice",
    "credit_of",
    "expanded",
    "notice_of",
    "repeatedly_credited",
    "same_house",
]

_NEEDED_WEIGHT = 2.0
_STRONG, _WEAK = 1.5, 0.5
_LONGEST_NOTICE = 600
_LONGEST_CREDIT = 100
_FULL_AND_SHORT = re.compile(
    r"(?<![\w.&’'-])((?:[A-ZÀ-Þ][\w.&’'-]{0,40}\s{1,3}){1,5})\(([A-Za-z][A-Za-z.]{1,9})\)"
)
_WORD = r"[A-ZÀ-Þ][\w&’'-]{0,40}(?![\w&’'-])"
_NAME = rf"((?:[Tt]he\s)?{_WORD}(?:\s(?:(?:of|the|and)\s)?{_WORD}){{0,4}}?\s?)"
"""Every space between two words is asked for: were it optional, one long word in capitals could
be read as five words in a thousand ways."""
_CREDITED = (
    re.compile(
        rf"(?:^|[,.“”\"]\s){_NAME}(?:\([A-Z]{{2,8}}\)\s?)?(?:has |had )?(?:reported|reports)\b"
    ),
    re.compile(
        rf"\b(?:as )?(?:reported|quoted|cited|carried) (?:by|in) (?:the )?{_NAME}(?=[,.;)]|\s[a-z]|$)"
    ),
    re.compile(rf"\b[Aa]ccording to (?:the )?{_NAME}(?=[,.;)]|\s[a-z]|$)"),
    re.compile(rf"\breporter (?:for|of|from|with) (?:the )?{_NAME}(?=[,.;)]|\s[a-z]|$)"),
)
_REPORTING_FORMS = 2
"""The first forms of `_CREDITED`: only outlets and agencies report or are quoted as reporting.
"According to" and "reporter for" count only for a name that one of these has."""

_AGAIN_AND_AGAIN = 2
"""How often one outlet has to be credited inside a text that carries a notice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """What a credit line says."""

    names: tuple[str, ...]
    """As printed; empty where nobody is named ("With inputs from agencies")."""

    whole: bool
    """Whether the text as a whole is credited, not a contribution."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A syndication notice."""

    outlet: str | None
    """The outlet that prints the text, where the notice names it."""

    origins: tuple[str, ...]
    """Whom the text comes from, where the notice names them, as printed."""

    by_agency: bool
    """Whether it says that an agency or wire supplied the text."""


def notice_of(line: str) -> Notice | None:
    """Read `line` as a syndication notice; None when it is none."""
    if len(line) > _LONGEST_NOTICE:
        return None
    forms = notice_forms()
    if not forms.is_marked(line):
        return None
    strong = sum(1 for one in forms.strong if one.search(line))
    weak = sum(1 for one in forms.weak if one.search(line))
    if not strong or strong * _STRONG + weak * _WEAK < _NEEDED_WEIGHT:
        return None
    outlet = _first_name(forms.outlet, line)
    origins = [
        name
        for one in forms.origin
        for match in one.finditer(line)
        if (name := _tidy(match.group(1)))
    ]
    origins += [
        name
        for name in re.findall(r"\b[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,3}", line)
        if agency_named(name)
    ]
    kept = dict.fromkeys(name for name in origins if name != outlet and _can_be_house(name))
    by_agency = re.search(
        r"\b(?:agency|agencies|wire|agentur|agence|agencia|agenzia)\b", line, re.IGNORECASE
    )
    return Notice(outlet=outlet, origins=tuple(kept), by_agency=by_agency is not None)


def _first_name(patterns: tuple[re.Pattern[str], ...], line: str) -> str | None:
    for one in patterns:
        match = one.search(line)
        if match is not None:
            name = _tidy(match.group(1))
            if name and _can_be_house(name):
                return name
    return None


def _tidy(name: str) -> str:
    return name.split(". ", maxsplit=1)[0].strip(" ,.;:'’-–—\u00a0\n")


def _can_be_house(name: str) -> bool:
    low = name.casefold()
    return (
        low not in notice_forms().nobody
        and low not in {"the", "a", "this", "our", "we", "it", "x", "twitter", "facebook", "all"}
        and 1 <= len(name.split()) <= 6
        and any(one.isalpha() for one in name)
    )


def credit_of(line: str) -> Credit | None:
    """Read a line of its own, above or below the text, as a credit.

    "(XYZ)", "— AP", "Source: Reuters", "With inputs from PTI", "AFP". Where the form could be
    anything (a bare name, a bracket), the name has to be a known agency or, in brackets, to look
    like one: an abbreviation, or up to three capitalised words that are no person's name.

    Returns:
        None when the line is no credit.
    """
    text = line.strip()
    if len(text) > _LONGEST_CREDIT:
        return None
    forms = notice_forms()
    for one in forms.part:
        match = one.match(text)
        if match is not None:
            names = tuple(
                one
                for one in _houses(match.group(1))
                if not is_desk(one) and _looks_like_agency(one)
            )
            return Credit(names=names, whole=False)
    for one in forms.whole:
        match = one.match(text)
        if match is None:
            continue
        names = _houses(match.group(1))
        bracketed = text[0] in "(["
        labelled = ":" in text
        if names and (
            all(agency_named(name) for name in names)
            or (bracketed and all(_looks_like_agency(name) for name in names))
            or (labelled and all(_looks_like_agency(name) or outlet_named(name) for name in names))
        ):
            return Credit(names=names, whole=True)
    return None


_LIST = re.compile(r"\s*(?:,|/|;|\+|\band\b|&|\bund\b|\bet\b|\by\b)\s*")


def _houses(listed: str) -> tuple[str, ...]:
    whole = _tidy(listed)
    if agency_named(whole) is not None:
        return (whole,)
    found = [_tidy(part) for part in _LIST.split(listed)]
    return tuple(dict.fromkeys(name for name in found if name and _can_be_house(name)))


def _looks_like_agency(name: str) -> bool:
    if agency_named(name):
        return True
    words = name.split()
    if len(words) == 1:
        letters = [one for one in name if one.isalpha()]
        return 2 <= len(letters) <= 8 and all(one.isupper() for one in letters)
    capital = all(word[0].isupper() or word in {"of", "the", "and"} for word in words)
    return capital and len(words) <= 4 and not is_person_name(name)


def expanded(name: str, *texts: str) -> str:
    """The fullest printed form of an agency or outlet: "Full Name (ABBR)" where both are known.

    Args:
        name: As printed in a credit ("XYZ", "The Associated Press").
        texts: Where to look for "Full Name (XYZ)": the text, the outlet line.

    Returns:
        `name` itself when nothing more is known.
    """
    agency = agency_named(name)
    bare = _tidy(name)
    for text in texts:
        for match in _FULL_AND_SHORT.finditer(text):
            full, short = match.group(1).strip().removeprefix("The "), match.group(2)
            if _abbreviates(short, full) and bare.casefold() in {short.casefold(), full.casefold()}:
                return f"{full} ({short})"
    if agency is not None:
        return printed_name(agency)
    return bare.removeprefix("the ")


def _abbreviates(short: str, full: str) -> bool:
    """Whether the letters of `short` come in order in `full`, beginning with its first letter."""
    letters = [one for one in short.casefold() if one.isalpha()]
    rest = iter(full.casefold())
    return (
        bool(letters) and full[:1].casefold() == letters[0] and all(one in rest for one in letters)
    )


def same_house(one: str, other: str) -> bool:
    """Whether two names are the same agency or outlet: equal, an abbreviation, or a first word."""
    a, b = _core(one), _core(other)
    if not a or not b:
        return False
    known = agency_named(one), agency_named(other)
    if known[0] is not None and known[0] == known[1]:
        return True
    if a & b and (a <= b or b <= a):
        return True
    if _is_initials(one, other) or _is_initials(other, one):
        return True
    shorts = {
        match for name in (one, other) for match in re.findall(r"\(([A-Za-z.]{2,10})\)", name)
    }
    return any(short.casefold() in {one.casefold(), other.casefold()} for short in shorts)


def _is_initials(short: str, full: str) -> bool:
    """Whether `short` is capitals that abbreviate `full`, each word's first letter among them.

    A known agency's abbreviation stands for that agency only.
    """
    short = short.strip(" ()[].")
    words = [word for word in re.findall(r"\w+", full) if word not in {"of", "the", "and", "The"}]
    if not (2 <= len(short) <= _LONGEST_SHORT and short.isupper() and short.isalpha()):
        return False
    if len(words) < _FEWEST_ABBREVIATED or agency_named(short) is not None:
        return False
    return _spells(short.casefold(), [word.casefold() for word in words])


def _spells(short: str, words: Sequence[str]) -> bool:
    """Whether `short` is made of the first letter of each word and letters behind it, in order."""
    if not words:
        return not short
    if short[:1] != words[0][:1]:
        return False
    return any(
        _comes_in_order(short[1:size], words[0][1:]) and _spells(short[size:], words[1:])
        for size in range(1, len(short) + 1)
    )


def _comes_in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)


_LONGEST_SHORT = 6
_FEWEST_ABBREVIATED = 2


def _core(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.casefold())) - {"the", "news", "agency", "of"}


def repeatedly_credited(paragraphs: tuple[str, ...]) -> str | None:
    """The one outlet that a text credits again and again ("…, X reported"), as printed.

    For texts with a syndication notice that does not say whom they come from.

    Returns:
        None when no name is credited at least twice, or two are equally often.
    """
    sure: Counter[str] = Counter()
    more: Counter[str] = Counter()
    for paragraph in paragraphs:
        for position, form in enumerate(_CREDITED):
            for match in form.finditer(paragraph):
                name = re.sub(r"\s*\(.*", "", _tidy(match.group(1))).removeprefix("the ").strip()
                if not name or (is_person_name(name) and not outlet_named(name)):
                    continue
                (sure if position < _REPORTING_FORMS else more)[name] += 1
    total = {name: count + more[name] for name, count in sure.items()}
    ranked = sorted(total.items(), key=lambda row: (-row[1], row[0]))
    if not ranked or ranked[0][1] < _AGAIN_AND_AGAIN:
        return None
    if len(ranked) > 1 and ranked[1][1] == ranked[0][1]:
        return None
    return ranked[0][0]
