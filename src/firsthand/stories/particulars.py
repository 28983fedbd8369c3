"""What an article says that the coverage of another event of its kind would not: full names, towns, counts, days."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from firsthand.domain import Sentence, Span, When, ZoneKind
from firsthand.tables.gazetteer import folded_name, gazetteer
from firsthand.tables.rarity import rarity
from firsthand.tables.regions import region_of_postal_code, region_of_word
from firsthand.text.numbers import number_of, words_pattern
from firsthand.text.sentences import sentences
from firsthand.text.terms import bare
from firsthand.text.timex import day_of
from firsthand.text.when import times_in
from firsthand.text.when_words import known_languages, when_words

__all__ = ["Particulars", "particulars"]

NAME = 0.3
"""Least rarity of a capitalised word that may be part of a name."""

TITLED, SHOUTED, FEW = 0.6, 0.9, 3
"""Share of capitalised words from which a line of more than a few words is a headline in capitals,
and what it writes large need not be a name; the second where the line ends as sentences do."""

_STOP = re.compile(r"[.!?…][\s\"'”’»)]*$")

HEAD = 1800
"""Code points from the start in which days are looked for: news dates its event first."""

_WORD = re.compile(r"[^\W_]+(?:['’.,:][^\W_]+)*")
_IN = frozenset({"in", "at", "near", "outside", "from", "off", "around", "to"})
"""Words that stand before the name of a place, and rarely before that of a person."""

_BEHIND = re.compile(r"\s*,\s*([^\W\d_]+(?: ?\.)?(?: ?[A-Z]\w*\b\.?)?)")
"""What stands behind "Larvik, ": a country or region, perhaps."""

_DATELINE = re.compile(r"\s*(?:[,(]|-{1,2}|–|—)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_PLACE = 4
_WIDEST_GAP = 4
_NO_NOUN = frozenset({"am", "pm", "a", "p", "st", "nd", "rd", "th"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """Counts of what was found, by folded word."""

    full: Mapping[str, int]
    """Two words of a name side by side ("tara reid", "mountain view")."""

    towns: Mapping[str, int]
    """Towns and districts that something is told to be in; one with its region counts three times."""

    regions: Mapping[str, int]
    """Countries by name, regions by code ("US.IN") or name."""

    numbers: Mapping[str, int]
    """Numbers with the word behind them ("4 people"); neither years nor days."""

    days: Mapping[str, int]
    """Days that the opening names, ISO 8601, resolved against the day of publication."""

    weekdays: Mapping[str, int]
    """Days of the week that the opening names, 1 to 7."""

    years: Mapping[str, int]

    told: int | None
    """Ordinal of the latest day that the opening names and that is not after the publication."""


@dataclass(frozen=True, slots=True)
class _Word:
    written: str
    bare: str
    start: int
    end: int

    @property
    def large(self) -> bool:
        return self.written[0].isupper()


def particulars(text: str, *, published: str | None, language: str = "en") -> Particulars:
    """Find the names, places, numbers and days of a text by its characters alone.

    Args:
        text: Headline and body, a line a paragraph.
        published: Day of publication, ISO 8601, where it is known.
        language: Of the text, ISO 639-1.
    """
    lines = [(line, _words(line)) for line in text.split("\n")]
    small = {word.bare for _, words in lines for word in words if word.written[0].islower()}
    full: Counter[str] = Counter()
    towns: Counter[str] = Counter()
    regions: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    for line, words in lines:
        lettered = sum(not word.written[0].isdigit() for word in words)
        share = sum(word.large for word in words) / max(lettered, 1)
        titled = lettered > FEW and share > (TITLED if _STOP.search(line) is None else SHOUTED)
        for first, run in _runs(line, words):
            if not titled:
                full.update(_pairs(run, small))
            _place(line, words, first, run, towns=towns, regions=regions)
        numbers.update(_numbers(line))
    days, weekdays, years = _times(text[:HEAD], published, language)
    limit = day_of(published)
    told = [day_of(day) for day in days]
    past = [day.toordinal() for day in told if day and (limit is None or day <= limit)]
    return Particulars(
        full=full, towns=towns, regions=regions, numbers=numbers, days=days, weekdays=weekdays,
        years=years, told=max(past, default=None),
    )  # fmt: skip


def _words(line: str) -> list[_Word]:
    return [
        _Word(found.group(), bare(found.group()), found.start(), found.end())
        for found in _WORD.finditer(line)
    ]


def _runs(line: str, words: Sequence[_Word]) -> Iterator[tuple[int, list[_Word]]]:
    """Words with a capital letter that follow each other, with the index of the first."""
    run: list[_Word] = []
    for index, word in enumerate(words):
        if run and not (word.large and _joined(line, run[-1], word)):
            yield index - len(run), run
            run = []
        if word.large:
            run = [*run, word]
    if run:
        yield len(words) - len(run), run


def _joined(line: str, one: _Word, other: _Word) -> bool:
    gap = line[one.end : other.start].strip()
    return gap in ("", "-") or (gap == "." and len(one.written) == 1)


def _pairs(run: Sequence[_Word], small: set[str]) -> Iterator[str]:
    names = [word for word in run if rarity(word.bare) > NAME and word.bare not in small]
    for one, other in pairwise(names):
        if other.start - one.end <= _WIDEST_GAP:
            yield f"{one.bare} {other.bare}"


def _place(
    line: str,
    words: Sequence[_Word],
    first: int,
    run: Sequence[_Word],
    *,
    towns: Counter[str],
    regions: Counter[str],
) -> None:
    """Count the place that a run names, where the words around it say that it is one."""
    behind = line[run[-1].end :]
    region = _region(behind)
    opens = first == 0 and all(word.written.isupper() for word in run) and _DATELINE.match(behind)
    if region is not None:
        regions[region] += 1
    if not (region or opens or (first and words[first - 1].bare in _IN)):
        return
    weight = 1 if region is None else 3
    for length in range(min(_LONGEST_PLACE, len(run)), 0, -1):
        written = " ".join(word.written for word in run[:length])
        if (known := region_of_word(written)) is not None and known[1] == "name":
            regions[known[0]] += 1
            return
        name = folded_name(written)
        kind = None if name in _months() else _kind(name)
        if kind == "town":
            towns[name] += weight
        elif kind is not None:
            regions[name] += 1
        if kind is not None:
            return
    if region is not None:
        towns[folded_name(" ".join(word.written for word in run))] += weight


def _region(behind: str) -> str | None:
    """The region or country that follows a comma."""
    found = _BEHIND.match(behind)
    if found is None:
        return None
    name = found.group(1).replace(" .", ".")
    first = name.split()[0]
    for written in (name, name.rstrip("."), first, first.rstrip(".")):
        known = region_of_word(written)
        if known is not None and known[1] == "name":
            return known[0]
    if first.isupper() and (code := region_of_postal_code(first)):
        return code
    for written in (name, first):
        if _kind(folded := folded_name(written)) == "country":
            return folded
    return None


@cache
def _kind(folded: str) -> str | None:
    """Town, region or country; None for what the gazetteer does not hold."""
    places = gazetteer().named(folded)
    own = {place.kind for place in places if not place.alternate}
    kinds = own or {place.kind for place in places}
    if kinds & {"country", "continent"}:
        return "country"
    if kinds & {"city", "district"}:
        return "town"
    return "region" if kinds else None


@cache
def _months() -> frozenset[str]:
    """Names of months: "in June" is no town, and there are towns of that name."""
    words = when_words("en")
    return frozenset(words.months) | frozenset(words.short_months)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(
        rf"({words_pattern()})(?:[\s-]+([a-z]+)(?:\s?-\s?(old|foot|mile)\b)?)?", re.IGNORECASE
    )


def _numbers(line: str) -> Iterator[str]:
    for found in _number().finditer(line):
        written, noun, rest = found.group(1), (found.group(2) or "").lower(), found.group(3)
        value = None if _YEAR.fullmatch(written) else number_of(written)
        if value is None or noun in _NO_NOUN or value == 1:
            continue
        yield f"{value:g} {noun}{f'-{rest.lower()}' if rest else ''}"


def _times(
    head: str, published: str | None, language: str
) -> tuple[Counter[str], Counter[str], Counter[str]]:
    days: Counter[str] = Counter()
    weekdays: Counter[str] = Counter()
    years: Counter[str] = Counter()
    code = language.partition("-")[0].lower()
    if not head.strip() or code not in known_languages():
        return days, weekdays, years
    names = when_words(code).weekdays
    cut = [
        Sentence(span=Span(one.start, one.end), zone=ZoneKind.BODY, paragraph=0, first=0, last=0)
        for one in sentences(head, language=code)
    ]
    found: Sequence[When] = times_in(head, (), cut, published=published, language=code)
    for when in found:
        written = when.span.of(head)
        for word in _WORD.findall(written.lower()):
            if word in names:
                weekdays[str(names[word])] += 1
        if when.kind in ("DATE", "TIME") and (day := day_of((when.value or "")[:10])) is not None:
            days[day.isoformat()] += 1
        years.update(_YEAR.findall(written))
    return days, weekdays, years
