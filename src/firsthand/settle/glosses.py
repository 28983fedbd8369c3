"""Second names that a text itself gives a body: in brackets, or after "known as" and "or"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from firsthand.domain import Reading
from firsthand.settle.barenames import bare_name
from firsthand.settle.spelling import key
from firsthand.tables.agencies import agency_named
from firsthand.tables.countries import country_of_name
from firsthand.tables.regions import region_of_word

__all__ = ["Gloss", "glosses"]

Gloss = tuple[str, str]
"""A longer name, and the shorter one that a text puts beside it, both as written."""

_ACRONYM = r"[A-Z][A-Za-z]*[A-Z][A-Za-z.]*"
_BRACKETS = re.compile(rf"\s*\((?:the\s+|or\s+|known as\s+|[“\"‘'])?({_ACRONYM})[”\"’']?\)")
"""An acronym in brackets right behind a name."""

_SPELT = re.compile(
    rf"\b({_ACRONYM})\s*\((?:the\s+)?([A-Z][\w'’.-]+(?:\s(?:of|for|and|the|on|in|de|[A-Z][\w'’.-]*)){{1,10}})\)"
)
"""An acronym with the long form in brackets."""

_OTHERWISE = re.compile(
    rf",?\s+(?:(?:also|better|commonly|widely|locally)\s+)?(?:known\s+(?:locally\s+|simply\s+|also\s+)?(?:as|by its \w+ acronym)|"
    rf"called|abbreviated(?:\s+as)?)\s+(?:the\s+)?[“\"‘']?({_ACRONYM})\b|,\s+or\s+(?:the\s+|simply\s+)?({_ACRONYM}),"
)
"""A second name after "known as", or between commas after "or"."""

_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "de", "des", "del", "la", "&"})

_MOST = 80
"""Code points before a bracket in which the long form lies."""


def _spells(words: list[str], acronym: str) -> bool:
    """Whether the capitals of a name give an acronym, its small words taken or left out."""
    plain = re.sub(r"[^A-Za-z]", "", acronym).upper()
    capitals = "".join(word[0] for word in words if word[:1].isupper()).upper()
    initials = "".join(word[0] for word in words if word[:1].isalpha()).upper()
    return plain in {capitals, initials}


def _spelt_before(text: str, end: int, acronym: str) -> str | None:
    """The capitalised words that end at `end` and whose initials are `acronym`; None where there are none."""
    line = text[max(0, end - _MOST) : end].rsplit("\n", maxsplit=1)[-1]
    words = re.split(r"[\s]+", line.strip())
    for start in range(len(words) - 2, -1, -1):
        told = words[start:]
        if any(not (word[:1].isupper() or word in _SMALL) for word in told):
            return None
        if told[0] not in _SMALL and _spells(told, acronym):
            return " ".join(told)
    return None


def _is_code(acronym: str) -> bool:
    """Whether letters in brackets stand for a country, a region or whoever printed the text."""
    return (
        country_of_name(acronym) is not None
        or region_of_word(acronym) is not None
        or agency_named(acronym) is not None
    )


def _named_before(reading: Reading, ends: dict[int, str], at: int) -> str | None:
    """The body that the recogniser saw right before `at`."""
    text = reading.article.text
    for end in range(at, max(0, at - 3), -1):
        if end in ends and not text[end:at].strip(" ,"):
            return ends[end]
    return None


def glosses(readings: Iterable[Reading], bodies: frozenset[str]) -> Iterator[Gloss]:
    """Find where the texts put a short name beside a long one.

    The letters must be the long name's; others ("Main Directorate of Intelligence (HUR)") count
    right behind a body that the recogniser saw, where they stand for no country, region or agency.

    Args:
        readings: The story's articles.
        bodies: Folded names that the story uses as those of bodies.

    Yields:
        The long and the short form, as written.
    """
    for reading in readings:
        text = reading.article.text
        ends = {
            mention.span.end: bare_name(mention.name)
            for mention in reading.mentions
            if key(bare_name(mention.name)) in bodies
        }
        for match in _BRACKETS.finditer(text):
            long = _spelt_before(text, match.start(), match[1]) or (
                None if _is_code(match[1]) else _named_before(reading, ends, match.start())
            )
            yield from _pair(long, match[1])
        for match in _OTHERWISE.finditer(text):
            short = match[1] or match[2]
            named = _named_before(reading, ends, match.start())
            yield from _pair(_spelt_before(text, match.start(), short) or named, short)
        for match in _SPELT.finditer(text):
            if _spells(match[2].split(), match[1]):
                yield from _pair(match[2], match[1])


def _pair(long: str | None, short: str) -> Iterator[Gloss]:
    """The pair, if both can be names of one body."""
    if long is None:
        return
    plain = bare_name(long)
    if len(plain.split()) > 1 and key(plain) != key(short):
        yield plain, short
