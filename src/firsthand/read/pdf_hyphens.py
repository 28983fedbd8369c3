"""Words that a line's end divides: which hyphens belong to the word and which to the typesetter."""

from __future__ import annotations

import re
from collections.abc import Iterable

from firsthand.tables.rarity import rarity

__all__ = ["joined", "seam", "words_of"]

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+)[-‐\u00ad]\Z")
_FIRST = re.compile(r"([^\W\d_]+)")
_JOINERS = frozenset(
    ["and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e", "en", "of", "och", "og"]
)
"""What stands behind a hyphen that hangs ("mid- and long-term", "Vor- und Nachteile")."""

_SHORTEST_PART = 2
_READ = 80
"""Characters of a line's end and beginning that are looked at."""


def words_of(rows: Iterable[str]) -> frozenset[str]:
    """The words that stand whole within lines, in small letters, compounds with their hyphens.

    The last word of a line is left out where a hyphen ends it, and the first of the next.
    """
    found: set[str] = set()
    broken = False
    for row in rows:
        words = [match.group().casefold() for match in _WORD.finditer(row)]
        ends_broken = row.endswith(("-", "‐", "\u00ad"))
        found.update(words[broken : len(words) - ends_broken])
        broken = ends_broken
    return frozenset(found)


def joined(upper: str, lower: str, known: frozenset[str]) -> str:
    """Two lines of a paragraph as one; see `seam`."""
    drop, glue = seam(upper, lower, known)
    return upper[: len(upper) - drop] + glue + lower


def seam(upper: str, lower: str, known: frozenset[str]) -> tuple[int, str]:
    """How two lines of a paragraph are put together.

    A soft hyphen goes. A hyphen goes where the next line opens in small letters, unless the word
    with its hyphen stands elsewhere in the document, or both parts are words and the word without
    it is not known; it stays, without a space, before a capital or a figure ("US-" "Präsident"),
    and with one before "and" or "und".

    Args:
        upper: A line, as printed.
        lower: The line below.
        known: The words of the document, by `words_of`.

    Returns:
        How many characters of the upper line's end go, and what is put between the lines.
    """
    end, start = upper[-_READ:], lower[:_READ]
    if end.endswith("\u00ad"):
        return 1, ""
    last, first = _LAST.search(end), _FIRST.match(start)
    if last is None or first is None:
        return 0, "" if end.endswith(("-", "‐")) and start[:1].isdigit() else " "
    left, right = last[1].casefold(), first[1].casefold()
    if right in _JOINERS and left + right not in known:
        return 0, " "
    if first[1][0].isupper() and not last[1].isupper():
        return 0, ""
    return (0, "") if _keeps(left, right, last[1], first[1], known) else (1, "")


def _keeps(left: str, right: str, left_word: str, right_word: str, known: frozenset[str]) -> bool:
    """Whether the hyphen belongs to the word."""
    if f"{left}-{right}" in known:
        return True
    if left + right in known or _is_english(left + right):
        return False
    if left_word.isupper() and len(left_word) > 1:
        return not right_word.isupper()
    if len(left) < _SHORTEST_PART:
        return True
    return (left in known or _is_english(left)) and (right in known or _is_english(right))


def _is_english(word: str) -> bool:
    return len(word) >= _SHORTEST_PART and rarity(word) < 1
