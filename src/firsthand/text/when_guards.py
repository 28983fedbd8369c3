"""Tell a time from words that only look like one ("He may march", "2000 tickets").

A language's file names the cases; each is a handful of tests on the words, on what stands before
and behind them, and on the parse where there is one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from firsthand.text.tense import Parsed
from firsthand.text.when_atoms import Atom
from firsthand.text.when_patterns import KINDS, compiled
from firsthand.text.when_words import WhenWords

__all__ = ["check_guards", "is_time"]

_BEFORE, _BEHIND = 24, 24
"""Code points that a test sees on either side."""

_LAST_DAY = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """Tests that hold together; those not named hold."""

    before: re.Pattern[str] | None = None
    not_before: re.Pattern[str] | None = None
    behind: re.Pattern[str] | None = None
    not_behind: re.Pattern[str] | None = None
    tags: frozenset[str] | None = None
    """One of them on a token of the match."""

    not_tags: frozenset[str] | None = None
    next: frozenset[str] | None = None
    """Universal tags of which the next token has one."""

    not_next: frozenset[str] | None = None
    next_fine: frozenset[str] | None = None
    dated: bool = False
    """The parser's names call it a date or a time."""

    pieces: frozenset[str] = frozenset()
    """The match has them all."""

    capital: str | None = None
    """The piece begins with a capital."""

    small: str | None = None
    """The piece begins with a small letter."""

    where: Mapping[str, re.Pattern[str]] | None = None
    """The words of a piece are these."""

    parsed: bool | None = None
    """Whether the text has a parse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Guard:
    """A match of this kind with these words is a time only if one of the cases holds."""

    when: Mapping[str, re.Pattern[str]]
    any: tuple[_Case, ...]


@cache
def _guards(words: WhenWords) -> dict[str, tuple[_Guard, ...]]:
    by_kind: dict[str, tuple[_Guard, ...]] = {}
    for number, entry in enumerate(words.guards, 1):
        where = f"when_{words.language}.toml, guard {number}"
        kinds = entry["kind"] if isinstance(entry["kind"], list) else [entry["kind"]]
        if unknown := sorted(set(kinds) - KINDS):
            message = f"{where}: unknown kind {unknown}"
            raise ValueError(message)
        guard = _Guard(
            when=_words_of(entry.get("when", {}), words, where),
            any=tuple(_case(case, words, where) for case in entry["any"]),
        )
        for kind in kinds:
            by_kind[kind] = (*by_kind.get(kind, ()), guard)
    return by_kind


def _case(raw: dict[str, Any], words: WhenWords, where: str) -> _Case:
    if unknown := sorted(set(raw) - {one.name for one in fields(_Case)}):
        message = f"{where}: unknown test {unknown}"
        raise ValueError(message)
    read: dict[str, Any] = {}
    for name, value in raw.items():
        if name in {"before", "not_before", "behind", "not_behind"}:
            read[name] = compiled(value, words, where=where)
        elif name == "where":
            read[name] = _words_of(value, words, where)
        else:
            read[name] = frozenset(value) if isinstance(value, list) else value
    return _Case(**read)


def _words_of(raw: dict[str, str], words: WhenWords, where: str) -> Mapping[str, re.Pattern[str]]:
    return {piece: compiled(value, words, where=where) for piece, value in raw.items()}


def check_guards(words: WhenWords) -> int:
    """How many kinds a language guards.

    Raises:
        ValueError: A guard's kind or test is not known, or an expression does not compile.
    """
    return len(_guards(words))


def is_time(text: str, atom: Atom, parsed: Parsed, words: WhenWords) -> bool:
    """Whether words that may mean something else mean a time here."""
    if "day" in atom.pieces and not 1 <= int(atom.pieces["day"]) <= _LAST_DAY:
        return False
    for guard in _guards(words).get(atom.kind, ()):
        if _has(atom, guard.when) and not any(
            _holds(case, text, atom, parsed) for case in guard.any
        ):
            return False
    return True


def _has(atom: Atom, wanted: Mapping[str, re.Pattern[str]]) -> bool:
    return all(pattern.fullmatch(atom.words.get(piece, "")) for piece, pattern in wanted.items())


def _holds(case: _Case, text: str, atom: Atom, parsed: Parsed) -> bool:
    return (
        all(piece in atom.words for piece in case.pieces)
        and (case.where is None or _has(atom, case.where))
        and (case.capital is None or _is_capital(text, atom, case.capital))
        and (case.small is None or not _is_capital(text, atom, case.small))
        and (case.parsed is None or case.parsed is parsed.known)
        and _stands(case, text, atom)
        and _is_tagged(case, atom, parsed)
    )


def _stands(case: _Case, text: str, atom: Atom) -> bool:
    """Whether what stands before and behind is as the case says."""
    before = text[max(0, atom.start - _BEFORE) : atom.start]
    behind = text[atom.end : atom.end + _BEHIND]
    return (
        (case.before is None or case.before.search(before) is not None)
        and (case.not_before is None or case.not_before.search(before) is None)
        and (case.behind is None or case.behind.match(behind) is not None)
        and (case.not_behind is None or case.not_behind.match(behind) is None)
    )


def _is_tagged(case: _Case, atom: Atom, parsed: Parsed) -> bool:
    """Whether the parse is as the case says."""
    tags = parsed.tags(atom.span) if case.dated or case.tags or case.not_tags else set()
    following = parsed.next_tag(atom.span) if case.next or case.not_next else ""
    return (
        (not case.dated or bool(tags & {"DATE", "TIME"}))
        and (case.tags is None or bool(tags & case.tags))
        and (case.not_tags is None or not tags & case.not_tags)
        and (case.next is None or following in case.next)
        and (case.not_next is None or following not in case.not_next)
        and (case.next_fine is None or parsed.next_fine_tag(atom.span) in case.next_fine)
    )


def _is_capital(text: str, atom: Atom, piece: str) -> bool:
    written = text[atom.start : atom.end]
    at = written.lower().find(atom.words[piece].split(maxsplit=1)[0])
    return at >= 0 and written[at].isupper()
