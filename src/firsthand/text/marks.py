"""Find quotation marks, and tell by their neighbours whether each opens, closes or may do either."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

__all__ = ["CLOSERS", "MIXED", "Lean", "Mark", "double_marks", "single_marks"]


class Lean(Enum):
    """What a mark's neighbours make of it."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"
    """A gap, or a letter, on both sides: what is open at that place decides."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark. Offsets are code points into the text looked at, end exclusive."""

    start: int
    end: int
    kind: str
    """The mark; full-width and reversed forms stand as their plain ones."""

    lean: Lean
    measure: bool = False
    """Whether it may be inches, or an apostrophe at the end of a word: "6"", "the boys'"."""

    first: bool = False
    """Whether nothing but white space stands before it in its line."""


CLOSERS = {
    "“": frozenset("”“"),
    "”": frozenset("”"),
    "„": frozenset('“”"'),
    "«": frozenset("»"),
    "»": frozenset("«»"),
    "‹": frozenset("›"),
    "›": frozenset("‹›"),
    '"': frozenset('"'),
    "``": frozenset({"''"}),
    "''": frozenset({"''"}),
    "「": frozenset("」"),
    "『": frozenset("』"),
    "〝": frozenset("〞〟"),
    "‘": frozenset("’'"),
    "'": frozenset("'’"),
    "`": frozenset("'’"),
    "‚": frozenset("‘’'"),
}
"""What closes a quotation that a mark opens: English, German („…“, »…«), Nordic (”…”, »…»), French,
Japanese, and the ASCII pairs of typesetters and of news databases."""

MIXED = frozenset({"“", "”", '"', "''", "``"})
"""Double marks of one hand: an editor that curls only some of them leaves pairs such as “…"."""

_DOUBLE = re.compile("=[\"”][^\"”<>\n]{0,200}[\"”]|'''|``|''|[\"＂“”‟„«»‹›「」『』〝〞〟]")
_SINGLE = re.compile(r"(?<!['`])(?:(?<!\w)['’‘‛＇`‚]|['’‘‛＇](?!\w))(?!['`])")
_PLAIN = {"＂": '"', "‟": "“", "‛": "‘", "＇": "'"}
_GAP_BEFORE = frozenset("([{<-–—―/|=¿¡~")
_GAP_AFTER = frozenset(")]}>.,;:!?…-–—―/|~")
_NEUTRAL = frozenset("\"'“”„«»‘’‚`*_＂＇")
"""Marks beside marks, and the stars and strokes of Markdown: what stands behind them counts."""

_TOGETHER = 6
"""How many such marks may stand together; a longer run is ornament, and read in bounded time."""

_ELISION = re.compile(
    r"['’‘‛＇](?:\d\ds?|[stn]|em|til|till|tis|twas|twere|twill|cause|cuz|coz|cos|bout|round|neath|"
    r"gainst|im|er|ere|ello|ave|nuff|nother|scuse|kay|hood|burbs)\b",
    re.IGNORECASE,
)
"""Words that lose their beginning: an apostrophe stands before them, not a quotation mark."""

_DROPPED = re.compile(r"(?:[sSzZxX]|[a-z]in|\b(?:an|o|th|wi|ol|lil))$")
"""Word endings behind which an apostrophe is common: "the boys'", "goin'", "an'"."""

_STARTS = frozenset("\"“‟„«[(…¿¡$€£#@'‘")


def double_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Every mark between `start` and `end` that is not a single one, in order."""
    for found in _DOUBLE.finditer(text, start, end):
        first, last, kind = found.start(), found.end(), found.group()
        if kind[0] == "=":
            continue  # an attribute of markup that was left in the text
        if kind == "'''":
            # a single mark beside a doubled one: the single one is the inner
            if _before(text, first, start) in _GAP_BEFORE | {" "}:
                last -= 1
            else:
                first += 1
            kind = "''"
        kind = _PLAIN.get(kind, kind)
        yield Mark(
            first,
            last,
            kind,
            _lean(text, first, last, start, end),
            measure=kind in {'"', "''"} and first > start and text[first - 1].isdigit(),
            first=_first_in_line(text, first, start),
        )


def single_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """The single marks between `start` and `end` that may open or close; apostrophes inside words are none."""
    for found in _SINGLE.finditer(text, start, end):
        at, last = found.start(), found.end()
        kind = _PLAIN.get(found.group(), found.group())
        if _opens(text, at, last, start, end):
            lean = Lean.OPENS
        elif kind not in "`‚" and not text[at - 1 : at].isspace() and at > start:
            if last < end and text[last].isalnum():
                continue
            lean = Lean.CLOSES
        else:
            continue
        spaced = last + 1 < end and text[last].isspace() and text[last + 1].isalnum()
        measure = spaced and bool(_DROPPED.search(text, max(start, at - 4), at))
        measure = measure or (at > start and text[at - 1].isdigit())
        yield Mark(at, last, kind, lean, measure, _first_in_line(text, at, start))


def _before(text: str, at: int, start: int) -> str:
    """The nearest character before `at` that is no mark; a space at the start and for white space."""
    start = max(start, at - _TOGETHER)
    while at > start and text[at - 1] in _NEUTRAL:
        at -= 1
    return " " if at <= start or text[at - 1].isspace() else text[at - 1]


def _after(text: str, at: int, end: int) -> str:
    end = min(end, at + _TOGETHER)
    while at < end and text[at] in _NEUTRAL:
        at += 1
    return " " if at >= end or text[at].isspace() else text[at]


def _lean(text: str, first: int, last: int, start: int, end: int) -> Lean:
    if first <= start or last >= end:
        return Lean.OPENS if first <= start else Lean.CLOSES
    before, after = _before(text, first, start), _after(text, last, end)
    opens = before == " " or before in _GAP_BEFORE
    closes = after == " " or after in _GAP_AFTER
    if opens == closes:
        return Lean.EITHER
    return Lean.OPENS if opens else Lean.CLOSES


def _opens(text: str, at: int, last: int, start: int, end: int) -> bool:
    """Whether a single mark stands where an opening one stands: after a gap, before a word."""
    if text[at] == "’" or last >= end:
        return False
    before = text[at - 1] if at > start else " "
    gap = before.isspace() or before in _GAP_BEFORE or before in ',:;!?…*_"“”„‘«»'
    word = text[last].isalnum() or text[last] in _STARTS
    return gap and word and not _ELISION.match(text, at, end)


def _first_in_line(text: str, at: int, start: int) -> bool:
    while at > start and text[at - 1] in " \t\u00a0":
        at -= 1
    return at <= start or text[at - 1] == "\n"
