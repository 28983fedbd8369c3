"""How findings are put into words: origins with their articles, counts, propositions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from firsthand.domain import (
    ArticleId,
    ClaimFinding,
    Independent,
    Modality,
    Origin,
    Side,
    TimelineEntry,
)
from firsthand.text.dateline import dateline_end

__all__ = [
    "clipped",
    "counted",
    "listed",
    "named_origins",
    "plural",
    "proposition",
    "short_name",
    "stands_alone",
    "told_as",
]

_ABBREVIATED = re.compile(r"^(?P<name>.+?)\s*\((?P<short>[A-Z][\w&.-]{1,9})\)$")
_ATTRIBUTION = re.compile(
    r",\s+(?:[\w’'-]+\s+){1,6}(?:said|says|added|told\s+\w+(?:\s+\w+)?)(?:\s+on\s+\w+)?$"
)
_DOTTED = re.compile(r"(?:\b\w\.\w|\b[A-Z]\w{0,3})\.$")
"""An abbreviation at the end ("8:15 a.m.", "Inc.")."""

_LEANING = frozenset(
    [
        "which",
        "who",
        "whom",
        "whose",
        "where",
        "when",
        "while",
        "then",
        "and",
        "but",
        "or",
        "with",
        "than",
        "as",
        "about",
        "because",
        "if",
        "so",
    ]
)
"""First words of a piece of a sentence that does not stand alone."""

_FEWEST_WORDS = 4


def plural(number: int, word: str, words: str | None = None) -> str:
    """A count with its noun: "1 text", "2 texts"."""
    return f"{number} {word if number == 1 else words or word + 's'}"


def clipped(text: str, *, at_most: int = 170) -> str:
    """`text` on one line, cut at a word with "…" where it is longer than `at_most`."""
    line = " ".join(text.split()).strip(" ,;:")
    if len(line) <= at_most:
        return line
    return line[: at_most - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def listed(names: Sequence[str]) -> str:
    """Names as a reader would say them: "A", "A and B", "A, B and C"; empty for none."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def short_name(name: str) -> str:
    """The abbreviation that a name gives of itself ("Meridian Wire (MRW)"); else the name."""
    found = _ABBREVIATED.match(name)
    return found.group("short") if found else name


def stands_alone(text: str) -> bool:
    """Whether a piece of a sentence can be read by itself: long enough, and no clause that leans."""
    words = text.split()
    return len(words) >= _FEWEST_WORDS and words[0].casefold().strip("“\"'") not in _LEANING


def proposition(text: str, *, at_most: int = 170) -> str:
    """A claim's wording as a line shows it: one line, capital first, no mark left open.

    A dateline before it and an attribution after it are left out: the line names the origin.
    """
    line = " ".join(text.split())
    line = line[dateline_end(line) :].strip(" ,;:-–—")
    line = _ATTRIBUTION.sub("", _balanced(line)).strip(" ,;:")
    line = clipped(line or text, at_most=at_most)
    if line.endswith(".") and not _DOTTED.search(line):
        line = line[:-1]
    if line.endswith(" …"):
        line = _balanced(line)
    return line[:1].upper() + line[1:]


def _balanced(line: str) -> str:
    """`line` without a quotation mark that has no partner, or with the partner put in."""
    for opening, closing in (("“", "”"), ('"', '"')):
        marks = [at for at, character in enumerate(line) if character in {opening, closing}]
        opened = None
        for at in marks:
            before = line[at - 1] if at else " "
            if opened is None and (line[at] == closing != opening or not _opens(before)):
                # Only the end of a quotation stands here: the words before it are the claim.
                head = line[:at].strip(" ,;:")
                return head if len(head.split()) >= _FEWEST_WORDS else line[:at] + line[at + 1 :]
            opened = at if opened is None else None
        if opened == 0:
            line = line[1:]
        elif opened is not None:
            line = line.rstrip(" ,;:.") + closing
        elif len(marks) == 2 and marks == [0, len(line) - 1]:
            line = line[1:-1]
    return line


def _opens(before: str) -> bool:
    return before.isspace() or before in "([—–-“'‘"


def counted(independent: Independent, voices: int) -> str:
    """The count at the right of a line: "4 voices, 1-4 origins"."""
    low, high = independent.low, independent.high
    origins = plural(high, "origin") if low == high else f"{low}-{high} origins"
    return f"{plural(voices, 'voice')}, {origins}"


def named_origins(
    finding: ClaimFinding, letter: Mapping[ArticleId, str], *, side: Side = Side.FOR
) -> str:
    """The origins on one side, each with the articles that carry it and the relays between."""
    return ", ".join(_named(origin, letter) for origin in finding.origins if origin.side is side)


def _named(origin: Origin, letter: Mapping[ArticleId, str]) -> str:
    """One origin: "NATO [M, via AP; B]"."""
    codes = "; ".join(_codes(origin.articles, letter))
    relays = ", ".join(dict.fromkeys(short_name(relay) for relay in origin.relays))
    via = f", via {relays}" if relays else ""
    hedged = ", hedged" if origin.hedged else ""
    return f"{origin.name} [{codes}{via}{hedged}]"


def _codes(articles: Sequence[ArticleId], letter: Mapping[ArticleId, str]) -> list[str]:
    """The letters of articles, sorted."""
    return sorted(letter[article] for article in articles if article in letter)


def told_as(entry: TimelineEntry) -> str:
    """How the text tells of a dated event, where not as having happened: "planned", "denied".

    Returns:
        Empty for a report, and for an event told as done.
    """
    if entry.modality is None:
        return ""
    if entry.modality is Modality.HAPPENED:
        return "did not happen" if entry.negated else ""
    return f"not {entry.modality}" if entry.negated else str(entry.modality)
