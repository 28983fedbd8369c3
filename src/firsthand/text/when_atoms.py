"""Recognise the smallest time expressions: a clock time, a weekday, "two weeks ago", a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from firsthand.domain import Span
from firsthand.text.number_words import alternatives, number_words
from firsthand.text.numbers import words_pattern
from firsthand.text.when_values import values_of
from firsthand.text.when_words import WhenWords, when_words

__all__ = ["Atom", "atoms_in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """One recognised expression: which pattern found it, and the named pieces it found."""

    start: int
    end: int
    kind: str
    """The pattern's name."""

    pieces: dict[str, str]
    """What its pieces mean, in codes that are the same for every language, by piece name."""

    words: dict[str, str]
    """The same pieces as written, in lower case."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns in order of trust; where two fit equally long stretches, the earlier wins."""
    words = when_words(language)
    numbers = number_words(language)
    month = alternatives(word for word in words.months if len(word) > 4 or word in _WHOLE)
    short = alternatives(word for word in words.months if len(word) <= 4 and word not in _WHOLE)
    months = rf"(?P<month>(?:{month})\b|(?:{short})\b\.?)"
    weekday = alternatives(word for word in words.weekdays if word.endswith("day"))
    short_day = alternatives(word for word in words.weekdays if not word.endswith("day"))
    season = alternatives(words.seasons)
    part = alternatives(words.parts)
    unit = alternatives(words.units)
    units = rf"(?P<unit>{alternatives([*words.units, *words.unit_plurals])})\b"
    ordinal = alternatives(numbers.ordinals)
    tens, ones = alternatives(numbers.tens), alternatives(numbers.ones)
    spoken = (
        rf"(?:(?:eighteen|nineteen)[\s-](?:(?:{tens})(?:[\s-](?:{ones}))?|oh[\s-](?:{ones}))|"
        rf"two\s+thousand(?:\s+and)?(?:\s+(?:{ones}))?)\b"
    )
    year = rf"(?P<year>(?:1[0-9]|20)\d\d(?![\d,]*\d)|{spoken})"
    day = r"(?P<day>[0-3]?\d(?:st|nd|rd|th)?|(?:{0})(?:[\s-](?:{0}))?)(?![\d,.:]*\d|%)\b".format(
        ordinal.replace("second", "second(?!s)")
    )
    day_too = r"(?:\s*(?:-|–|—|\bto\b|\bthrough\b|\bthru\b|\band\b|\bor\b)\s*(?P<last>[0-3]?\d)(?:st|nd|rd|th)?(?![\d.,:]*\d|%)\b)?"
    near = r"(?P<near>last|this\s+past|this\s+coming|this|next|past|coming)\s+"
    the_near = (
        r"(?P<near>(?:the\s+)?(?:past|coming|following|previous|preceding|current|"
        r"next|last|same|prior|latest)|this\s+past|this\s+coming|this|that)"
    )
    about = rf"(?P<about>(?:{alternatives(w for w in numbers.approximators if w not in _NOT_ABOUT)})\s+(?:the\s+)?)?"
    count = rf"(?P<count>{words_pattern()}\s+and\s+a\s+half|{words_pattern()}|an?\s+few|an?\s+couple(?:\s+of)?|half\s+an?|several|few|many|some|dozens\s+of|hundreds\s+of|thousands\s+of|an?|one)"
    more = r"(?:(?:more|additional|extra|full|consecutive|straight|long|short|whole|solid|further|calendar|business|working)\s+)?"
    and_half = r"(?P<half>\s+and\s+a\s+half)?"
    fiscal = r"(?:fiscal[\s-]+)?"
    zone = rf"(?:\s*\(?(?P<zone>{alternatives(z for z in words.zones if z != 'Z')})\b\)?|\s+(?P<local>local\s+time))?"
    clock = (
        r"(?:(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?(?:[:.][0-5]\d)?\s*"
        r"(?P<half_day>a\.m\.?|p\.m\.?|am\b|pm\b)|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?::[0-5]\d)?(?!\d)|"
        r"(?P<hour__in>\d\d?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
        r"(?=\s+in\s+the\s+(?:early\s+)?(?:morning|afternoon|evening)\b|\s+at\s+night\b)|"
        r"(?P<hour__o>\d\d?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+o['’]clock)"
    )
    table: list[tuple[str, str]] = [
        (
            "iso",
            r"\b(?P<year>\d{4})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?:[T ](?P<time>[0-2]\d:[0-5]\d))?(?!\d)",
        ),
        (
            "slash",
            r"(?<![\d/.])(?P<first>[0-3]?\d)(?P<mark>[/.-])(?P<second>[0-3]?\d)(?P=mark)(?P<year>(?:19|20)?\d\d)(?![\d/])",
        ),
        ("month-day", rf"\b(?:{near})?{months}\s*(?:the\s+)?{day}{day_too}(?:\s?,?\s+{year})?"),
        (
            "day-month",
            rf"(?<![\d/.,:-])(?:\bthe\s+)?{day}{day_too}\s+(?:of\s+)?{months}(?:\s?,?\s+{year})?",
        ),
        ("month", rf"\b(?:{near}|(?P<every>each|every)\s+)?{months}(?:\s?,?\s+(?:of\s+)?{year})?"),
        (
            "weekday",
            rf"\b(?:{near}|(?P<every>every|each)\s+)?(?P<weekday>(?:{weekday})\b|(?:{short_day})(?:\.|(?=,?\s+(?:{month}|{short}|\d))))(?:\s+(?:of\s+)?(?P<week>last|this|next)\s+week\b)?",
        ),
        ("weekdays", rf"\b(?P<weekday>{weekday})s\b"),
        (
            "day-word",
            r"\b(?P<word>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|today|yesterday|tomorrow|tonight|this\s+day)\b",
        ),
        (
            "part",
            rf"\b(?:(?:{near}|(?P<that>the\s+(?:same|next|following|previous)|that|the|every|each)\s+))?(?:(?P<mod>early|late|mid)[\s-]+)?(?P<part>{part})\b",
        ),
        ("point", rf"\b(?P<point>{alternatives(words.points)})\b{zone}"),
        (
            "clock",
            rf"\b(?:(?:shortly|just|around|about|at\s+about|at\s+around|approximately|by\s+about)\s+)?{clock}{zone}",
        ),
        (
            "clock",
            rf"(?<![\d.,])(?P<hour24>[01]?\d|2[0-3])\.(?P<minute24>[0-5]\d)\s*(?P<zone>{alternatives(z for z in words.zones if z != 'Z')})\b",
        ),
        (
            "military",
            rf"\b(?P<hour24>[01]\d|2[0-3])(?P<minute24>[0-5]\d)\s*(?:hrs|hours)?\s*(?P<zone>{alternatives(words.zones)})\b",
        ),
        (
            "season",
            rf"\b(?:{near}|(?P<the>the|each|every)\s+)?(?:(?P<mod>early|late|mid)[\s-]+)?(?P<season>{season})(?P<plural>s)?\b(?:\s+(?:of\s+)?{year})?",
        ),
        (
            "decade",
            r"\b(?:the\s+)?(?:(?P<mod>early|late|mid)[\s-]*(?:to[\s-]late[\s-])?)?(?P<decade>\d{3}0['’]?s|['’]\d0s|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)(?![\w])",
        ),
        (
            "century",
            rf"\b(?:the\s+)?(?:(?P<mod>early|late|mid)[\s-]+)?(?P<ordinal>\d\d?(?:st|nd|rd|th)|(?:{ordinal})|twenty-first)[\s-]century\b",
        ),
        (
            "half",
            rf"\b(?:the\s+)?(?P<ordinal>first|second)[\s-]half\s+of\s+(?:{year}|(?P<near>this|last|next)\s+year)",
        ),
        (
            "quarter",
            rf"\b(?:(?:the|its|their|our)\s+)?(?:(?P<owner>last|this|next)\s+(?:year['’]s\s+)?)?(?:(?P<near__before>year-(?:ago|earlier))\s+)?(?:(?P<year__first>(?:19|20)\d\d)\s+)?{fiscal}(?P<ordinal>first|second|third|fourth|final|1st|2nd|3rd|4th)[\s-]+quarters?\b(?:\s+(?:of\s+)?(?:{year}|(?P<near>this|last|next)\s+year|fiscal\s+(?P<year__fiscal>(?:19|20)\d\d)))?",
        ),
        ("quarter", r"\b(?:Q(?P<ordinal>[1-4]))(?:\s+(?:of\s+)?(?P<year>20\d\d|19\d\d))?\b"),
        (
            "this-quarter",
            rf"\b(?:the\s+)?(?P<near>current|latest|most\s+recent|last|this|next|previous|year-ago|year-earlier)\s+{fiscal}(?P<unit>quarter|period)\b",
        ),
        (
            "this-quarter",
            r"\b(?:the|its|their)\s+(?:(?:comparable|corresponding|same|like)\s+)?(?:(?P<year>(?:19|20)\d\d)|(?P<near>year-ago|year-earlier|year-before|latest|most\s+recent|previous|prior|last))\s+(?P<unit>quarter|period)\b",
        ),
        (
            "this-quarter",
            r"\bthe\s+(?:comparable\s+|corresponding\s+|same\s+|like\s+)?(?P<unit>quarter|period)\s+(?P<near>a\s+year\s+(?:ago|earlier|before)|last\s+year)\b",
        ),
        (
            "this-quarter",
            r"\bthe\s+(?P<unit>quarter)\b",
        ),
        ("fiscal", r"\bfiscal\s+(?:year\s+)?(?P<year>(?:19|20)\d\d)\b"),
        ("year", rf"\b(?:the\s+year\s+)?{year}(?!\d)"),
        (
            "weekend",
            r"\b(?:(?P<near>the\s+past|this\s+past|this\s+coming|the\s+coming|last|this|next|the|over\s+the)\s+)(?P<weekend>week[\s-]?end)\b",
        ),
        ("near-unit", rf"\b{the_near}\s+(?P<fiscal>fiscal\s+)?(?P<unit>(?:{unit}))\b(?!-old)"),
        (
            "year-span",
            r"\bthe\s+(?:(?:full|fiscal)\s+)?year(?=\s+end(?:ed|ing)\b)|\bthe\s+(?:full|fiscal)\s+year\b",
        ),
        (
            "later-in",
            r"\b(?P<mod>earlier|later|early|late)\s+in\s+the\s+(?P<unit>day|week|month|year|decade|century)\b",
        ),
        ("edge", r"\b(?P<unit>year|month)(?:['’]s)?[\s-]end\b"),
        ("edge", r"\bthe\s+end\s+of\s+the\s+(?P<unit>year|month|week|day|decade|century)\b"),
        (
            "span-of",
            rf"\b{about}(?P<near>(?:the\s+)?(?:last|past|next|coming|previous|preceding|following|first|final|latest))\s+{count}[\s-]+{more}{units}",
        ),
        (
            "open-span",
            r"\b(?:the\s+|in\s+the\s+)?(?P<near>recent|coming|past|last|ensuing|more\s+recent)\s+(?P<unit>days|weeks|months|years|decades|hours|quarters|centuries)\b",
        ),
        (
            "ago",
            rf"\b{about}{count}[\s-]+{more}{units}{and_half}(?:\s+or\s+(?P<or>so|two|more))?\s+(?P<near>ago|earlier|later|before\s+that|after\s+that|from\s+now|hence|previously|before(?=[,.;])|from\s+today)\b",
        ),
        ("ago", r"\b(?P<unit>years|months|weeks|decades|days)\s+(?P<near>ago|earlier|later)\b"),
        ("ago", r"\b(?P<unit>year|month|week)-(?P<near>ago|earlier)\b(?!\s+(?:\w+\s+)?quarter)"),
        (
            "duration",
            rf"\b{about}(?:(?P<low>{words_pattern()})(?:\s*[-–]\s*|\s+(?:to|or)\s+))?{count}(?:[\s-]+|(?<=[a-z])){more}{units}{and_half}(?:\s+or\s+(?:so|two|more))?(?:[\s-](?:long))?(?!-old|\s+old|[\s-]of[\s-]age)",
        ),
        (
            "every-unit",
            rf"\b(?P<every>every|each)\s+(?:(?P<count>{words_pattern()}\s+and\s+a\s+half|{words_pattern()}|other|few)\s+)?{units}",
        ),
        (
            "units",
            r"(?:(?<=\bfor\s)|(?<=\bin\s)|(?<=\bwithin\s)|(?<=\bafter\s)|(?<=\btook\s)|(?<=\bover\sthe\s)|(?<=\bof\s))(?P<unit>days|weeks|months|years|decades|hours|minutes|centuries)\b",
        ),
        ("units", r"\b(?P<unit>decades|years|months|weeks|days|hours)-long\b"),
        (
            "holiday",
            rf"\b(?:(?P<near>last|this|next)\s+)?(?P<holiday>{alternatives(words.holidays).replace(chr(39), '[’' + chr(39) + ']')})\b",
        ),
        ("set", rf"\b(?P<set>{alternatives(words.sets)})\b"),
        ("reference", rf"\b(?P<reference>{alternatives(words.references)})\b"),
    ]
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in table)


_WHOLE = frozenset({"may", "june", "july"})
_NOT_ABOUT = frozenset({"below", "under", "well under", "greater than", "in excess of", "circa"})


@cache
def _triggers(language: str) -> frozenset[str]:
    """Words without one of which, and without a figure, no pattern matches."""
    words = when_words(language)
    tables = (words.months, words.weekdays, words.seasons, words.parts, words.points, words.units)
    rest = (words.holidays, words.references, words.sets)
    last = {word.split()[-1] for table in (*tables, *rest) for word in table}
    return frozenset(last | {f"{word}s" for word in last}) | {
        "centuries", "weekend", "today", "yesterday", "tomorrow", "tonight", "clock", "half",
        "nineteen", "eighteen", "thousand", "twenties", "thirties", "forties", "fifties", "sixties",
        "seventies", "eighties", "nineties",
    }  # fmt: skip


_WORD = re.compile(r"[^\W\d_]+|\d")


def atoms_in(text: str, start: int, end: int, *, words: WhenWords) -> Iterator[Atom]:
    """Every match of every pattern in a stretch of `text`; matches may overlap."""
    named = _WORD.findall(text[start:end].lower())
    if _triggers(words.language).isdisjoint(named) and not any(w.isdigit() for w in named):
        return
    for kind, pattern in _patterns(words.language):
        for found in pattern.finditer(text, start, end):
            written = {
                group: " ".join(piece.lower().split())
                for group, piece in found.groupdict().items()
                if piece is not None
            }
            if found.end() > found.start():
                yield Atom(
                    start=found.start(),
                    end=found.end(),
                    kind=kind,
                    pieces=values_of(written, words),
                    words=written,
                )
