"""Lines that are recognised by what they say: related links, promotions, tickers, timestamps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from firsthand.extract.openings import ANY, forms_from, opening_of
from firsthand.tables.pagewords import page_words
from firsthand.text.timestamps import Timestamp, timestamps_in

__all__ = [
    "announces_release",
    "furniture_role",
    "is_label",
    "opens_comments",
    "stamps_of_line",
    "stands_alone",
    "updates_in",
]

_MARKS = " \t\u00a0•·*►▶>→|-–—«»[](){}#_:.,+=~✔✓■●◆★©"
_CORRECTING = re.compile(
    r"\W{0,3}(?:correction|clarification|editor|korrektur|berichtigung|this|an? )", re.IGNORECASE
)
_LONGEST_WORDS = 32
"""Words up to which a line may be recognised by its opening; longer ones are prose that happens to
begin so ("Share prices fell …")."""

_ANY_LENGTH = frozenset({"correction", "announcement", "legal", "promotion"})
_LABEL_EDGES = " :|-–—•/*_#[]().\u00a0"
_MOST_WORDS_BESIDE_A_STAMP = 6
_LONGEST_STAMP_LINE = 200
_LETTERS = re.compile(r"[^\W\d_]+")
_TERMINAL = re.compile(r"[.!?…。！？｡।॥۔؟።։។။][\"'”’»)\]]*\Z")


@cache
def _patterns(opening: str = ANY) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """By role, the forms of lines that begin so (`firsthand.extract.openings`)."""
    order = (
        "timestamp",
        "reporting",
        "ticker",
        "correction",
        "announcement",
        "related",
        "legal",
        "promotion",
        "navigation",
    )
    table = page_words().furniture
    return tuple(
        (role, re.compile("|".join(f"(?:{one})" for one in forms), re.IGNORECASE))
        for role in order
        if (forms := forms_from(table[role], opening))
    )


_LONGEST_LINE = 4000
"""Characters: longer lines of few words are no writing, and the patterns try them at length."""


def furniture_role(line: str) -> str | None:
    """The role of a line that says itself that it is no article text; None when it does not."""
    if len(line) > _LONGEST_LINE:
        return None
    words = len(line.split())
    if words > 2 * _LONGEST_WORDS and not _CORRECTING.match(line):
        return None
    bare = len(line) - len(line.lstrip(_MARKS))
    sentence = bool(_TERMINAL.search(line)) and words > 12
    for role, pattern in _patterns(ANY if bare else opening_of(line)):
        if words > _LONGEST_WORDS and role not in _ANY_LENGTH:
            continue
        if sentence and role in {"navigation", "related", "ticker"}:
            continue
        if pattern.match(line) or (bare and pattern.match(line, bare)):
            return role
    return None


def opens_comments(line: str) -> bool:
    """Whether the line heads readers' comments."""
    return _patterns_of("comments").match(line.strip(_LABEL_EDGES)) is not None


@cache
def _patterns_of(role: str) -> re.Pattern[str]:
    rows = page_words().furniture[role]
    return re.compile("|".join(f"(?:{one})" for one in rows), re.IGNORECASE)


def is_label(line: str) -> bool:
    """Whether the line is a section label ("Opinion", "WORLD") or announces a press release."""
    bare = line.strip(_LABEL_EDGES)
    return bare.casefold() in page_words().section_labels or announces_release(line)


def announces_release(line: str) -> bool:
    """Whether the line as a whole announces a press release or statement ("MEDIA STATEMENT")."""
    return page_words().announcement.fullmatch(line.strip(_LABEL_EDGES)) is not None


def stamps_of_line(line: str) -> tuple[Timestamp, ...]:
    """The timestamps of a line that consists of little else; empty for any other line."""
    if len(line) > _LONGEST_STAMP_LINE:
        return ()
    stamps = tuple(timestamps_in(line))
    if not stamps:
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


_UPDATE = re.compile(r"\W{0,3}(?:UPDATED?|Updated?|AKTUALISIERT)\s*(?:\([^)]{0,40}\))?\s*[:,–—-]")


def updates_in(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs that say of themselves that they were added later ("UPDATE: 7 p.m. — …").

    They stay in the article's text, for they hold news; corrections of an error do not.
    """
    return tuple(one for one in paragraphs if _UPDATE.match(one))
