"""Lines that are recognised by what they say: related links, promotions, tickers, timestamps."""

from __future__ import annotations

import re
from functools import cache

from firsthand.tables.pagewords import page_words
from firsthand.text.timestamps import Timestamp, timestamps_in

__all__ = ["furniture_role", "is_label", "stamps_of_line", "stands_alone"]

_LONGEST_WORDS = 32
"""Words up to which a line may be recognised by its opening; longer ones are prose that happens to
begin so ("Share prices fell …")."""

_ANY_LENGTH = frozenset({"correction", "announcement", "legal", "promotion"})
_MOST_WORDS_BESIDE_A_STAMP = 6
_LETTERS = re.compile(r"[^\W\d_]+")
_TERMINAL = re.compile(r"[.!?…。！？][\"'”’»)\]]*\Z")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    order = ("ticker", "correction", "announcement", "related", "legal", "promotion", "navigation")
    table = page_words().furniture
    return tuple(
        (role, re.compile(rf"[\W_]*?(?:{one})", re.IGNORECASE))
        for role in order
        for one in table[role]
    )


def furniture_role(line: str) -> str | None:
    """The role of a line that says itself that it is no article text; None when it does not."""
    words = len(line.split())
    sentence = bool(_TERMINAL.search(line)) and words > 12
    for role, pattern in _patterns():
        if words > _LONGEST_WORDS and role not in _ANY_LENGTH:
            continue
        if words > 2 * _LONGEST_WORDS and role != "correction":
            continue
        if sentence and role in {"navigation", "related", "ticker"}:
            continue
        if pattern.match(line):
            return role
    return None


def is_label(line: str) -> bool:
    """Whether the line is a section label ("Opinion", "WORLD") or announces a press release."""
    bare = line.strip(" :|-–—•/").casefold()
    return bare in page_words().section_labels or bare in page_words().announcements


def stamps_of_line(line: str) -> tuple[Timestamp, ...]:
    """The timestamps of a line that consists of little else; empty for any other line."""
    stamps = tuple(timestamps_in(line))
    if not stamps or len(line) > 200:
        return ()
    rest = line
    for stamp in reversed(stamps):
        rest = rest[: stamp.span.start] + " " + rest[stamp.span.end :]
    words = _LETTERS.findall(rest)
    covered = sum(stamp.span.end - stamp.span.start for stamp in stamps)
    few = len(words) <= _MOST_WORDS_BESIDE_A_STAMP
    return (
        stamps
        if few and covered * 2 >= len(line) - 30 and not _TERMINAL.search(rest.strip() or ",")
        else ()
    )


def stands_alone(line: str) -> bool:
    """Whether the line ends as a sentence does."""
    return bool(_TERMINAL.search(line))
