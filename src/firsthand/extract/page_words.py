"""What can be measured of a page's line by its characters and inline marks alone."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from firsthand.extract.openings import forms_from, opening_of
from firsthand.extract.page_lines import PageLine
from firsthand.tables.languages import commonest_words
from firsthand.tables.pagewords import page_words

__all__ = ["OWN", "own_measures", "squeezed"]

_WORD = re.compile(r"[^\W\d_]+")
_FAR = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_FAR_PER_WORD = 2.5
"""Thai, Lao, Kana and Han characters that count as one word."""

_LETTERS = re.compile(r"[^\W_]+")
_GAPS = bytes(one for one in range(128) if not chr(one).isalnum())
_LONGEST = 1200
"""Code points of a line that are looked at."""

_LONGEST_SAYING = 40
"""Words up to which a line is asked whether it opens as furniture does."""

_TERMINAL = re.compile(r"[.!?…。！？।؟][\"'”’»›)\]]*\Z")
_QUOTED = re.compile(r"[\"'“”„«»‘’「」]")
_DIVIDERS = re.compile(r"[|•·›»/→>]")
_CODE = re.compile(r"[{}=;<>_\\]")
_BEYOND = re.compile("[^\x00-\x7f]")
_CAPITALS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_QUOTES_OPENING = "\"'“”„«‘’"

OWN = (
    "words",
    "characters",
    "ends_as_sentence",
    "ends_with_colon",
    "ends_with_dots",
    "commas",
    "sentence_marks",
    "digit_share",
    "capital_share",
    "capitalised_words",
    "common_word_share",
    "quotation_marks",
    "dividers",
    "opens_with_mark",
    "opens_small",
    "longest_word",
    "copyright",
    "code",
    "says_related",
    "says_promotion",
    "says_navigation",
    "says_other",
    "link_share",
    "links",
    "strong",
    "slanted",
    "stamp",
)
"""Names of what `own_measures` returns, in order."""

_SAYINGS = (
    ("related", ("related",)),
    ("promotion", ("promotion",)),
    ("navigation", ("navigation", "comments", "ticker")),
    ("other", ("legal", "announcement", "timestamp", "correction", "reporting")),
)


@cache
def _common() -> frozenset[str]:
    return frozenset().union(*(words for _, words in commonest_words()))


@cache
def _says(opening: str) -> re.Pattern[str]:
    table = page_words().furniture
    groups = (
        f"(?P<{name}>{'|'.join(f'(?:{one})' for one in forms)})"
        for name, roles in _SAYINGS
        if (forms := [one for role in roles for one in forms_from(table[role], opening)])
    )
    return re.compile(rf"[^\w(]{{0,4}}(?:{'|'.join(groups)})", re.IGNORECASE)


def squeezed(text: str) -> str:
    """Letters and digits only, lower-case: what two renderings of a text have in common."""
    if text.isascii():
        return text.encode("ascii").translate(None, _GAPS).decode("ascii").lower()
    return "".join(_LETTERS.findall(text)).casefold()


@lru_cache(maxsize=20_000)
def _of_short(text: str) -> tuple[float, ...]:
    return _of_text(text)


def _of_text(text: str) -> tuple[float, ...]:
    words = _WORD.findall(text)
    length = len(text)
    letters = sum(map(len, words)) or 1
    count = len(words) or 1
    plain = text.isascii()
    number = float(len(text.split()))
    commas = text.count(",")
    stops = text.count(". ") + text.count("? ") + text.count("! ")
    octets = text.encode("ascii", "ignore")
    digits = len(octets) - len(octets.translate(None, b"0123456789"))
    capitals = len(octets) - len(octets.translate(None, _CAPITALS))
    if not plain:
        beyond = _BEYOND.findall(text)
        digits += sum(map(str.isdigit, beyond))
        capitals += sum(map(str.isupper, beyond))
        number += len(_FAR.findall(text)) / _FAR_PER_WORD
        commas += text.count("，") + text.count("、")
        stops += text.count("。")
    unmarked = text.replace(" ", "").isalnum()  # most lines of menus: none of the signs below
    said = _says(opening_of(text)).match(text) if number <= _LONGEST_SAYING else None
    group = said.lastgroup if said is not None else None
    common = _common()
    return (
        min(number, 150.0),
        min(length, 1000),
        not unmarked and _TERMINAL.search(text, max(0, length - 8)) is not None,
        text[-1] in ":：",
        text.endswith(("...", "…")),
        min(commas, 12),
        min(stops, 10),
        digits / length,
        capitals / letters,
        sum(map(str.isupper, [word[0] for word in words])) / count,
        sum(map(common.__contains__, map(str.casefold, words))) / count,
        0 if unmarked else min(len(_QUOTED.findall(text)), 6),
        0 if unmarked else min(len(_DIVIDERS.findall(text)), 6),
        not (text[0].isalnum() or text[0] in _QUOTES_OPENING),
        text[0].islower(),
        min(max(map(len, words), default=0), 30),
        "©" in text,
        0 if unmarked else min(len(_CODE.findall(text)), 10),
        group == "related",
        group == "promotion",
        group == "navigation",
        group == "other",
    )


def own_measures(line: PageLine) -> tuple[float, ...]:
    """Measure `line`: one number for each name of `OWN`."""
    text = line.text
    return (
        *(_of_short(text) if len(text) <= 120 else _of_text(text[:_LONGEST])),
        line.link_share,
        min(line.links, 10),
        line.strong,
        line.slanted,
        line.stamp is not None,
    )
