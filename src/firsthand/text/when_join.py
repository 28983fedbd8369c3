"""Choose among overlapping atoms and join neighbours into whole expressions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from firsthand.domain import Span
from firsthand.text.tense import Parsed
from firsthand.text.when_atoms import Atom
from firsthand.text.when_guards import is_time
from firsthand.text.when_patterns import compiled
from firsthand.text.when_words import WhenWords

__all__ = ["Expression", "apart", "expressions", "joins_of"]

CLOCKS = frozenset({"clock", "point", "military"})
DAYS = frozenset(
    {"weekday", "weekdays", "month-day", "day-month", "day-word", "iso", "slash", "holiday"}
)
_DATED = frozenset({"month-day", "day-month", "iso", "slash"})
_PARTLY = frozenset({"month", "month-day", "day-month", "season", "quarter", "part"})
_FAMILIES = (DAYS, CLOCKS, frozenset({"month"}), frozenset({"year"}), frozenset({"decade"}))

_JOINS = (
    "day_to_date", "time_to_day", "day_to_time", "to_year", "range", "range_opening", "both",
    "both_opening", "mod", "lead", "ended", "compared", "amounts", "possessive", "hook",
)  # fmt: skip
_LONGEST_GAP = 30
_LONGEST_LEAD = 40


@cache
def joins_of(words: WhenWords) -> dict[str, re.Pattern[str]]:
    """What may stand between times that are one and before them, by its name in the file.

    Raises:
        ValueError: A join is not known, or does not compile.
    """
    if unknown := sorted(set(words.joins) - set(_JOINS)):
        message = f"when_{words.language}.toml: unknown join {unknown}; known are {_JOINS}"
        raise ValueError(message)
    found = {name: words.joins.get(name, "(?!)") for name in _JOINS}
    return {name: compiled(rule, words, where=f"join {name}") for name, rule in found.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """Atoms that say one time together, a range's end apart."""

    start: int
    end: int
    atoms: tuple[Atom, ...]
    mod: str = ""
    """early, late, mid, earlier, later, end, start, week; empty for none."""

    until: Expression | None = field(default=None)
    """The last time of a range."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    def atom(self, *kinds: str) -> Atom | None:
        """The first of its atoms that is of one of these kinds."""
        return next((atom for atom in self.atoms if atom.kind in kinds), None)


def expressions(
    text: str, atoms: Sequence[Atom], parsed: Parsed, *, since: int, words: WhenWords
) -> list[Expression]:
    """Whole expressions of one sentence that begins at `since`, in reading order."""
    chosen = apart([atom for atom in atoms if is_time(text, atom, parsed, words)])
    joins = joins_of(words)
    joined: list[Expression] = []
    for atom in chosen:
        alone = Expression(start=atom.start, end=atom.end, atoms=atom.parted())
        if joined and (both := _joined(text, joined[-1], alone, joins)) is not None:
            joined[-1] = both
        else:
            joined.append(alone)
    kept: list[Expression] = []
    for expression in joined:
        free = kept[-1].end if kept else since
        if not _is_bare_part(expression):
            kept.append(_with_mod(text, expression, free, words))
    return _ranges(text, kept, since, joins)


def apart(atoms: Sequence[Atom]) -> list[Atom]:
    """Atoms that do not overlap: the longest first, then the earlier pattern, then the earlier."""
    order = sorted(range(len(atoms)), key=lambda n: (atoms[n].start - atoms[n].end, n))
    taken: list[Atom] = []
    for number in order:
        atom = atoms[number]
        at = bisect_right(taken, atom.start, key=_start)
        if (at == 0 or taken[at - 1].end <= atom.start) and (
            at == len(taken) or atom.end <= taken[at].start
        ):
            taken.insert(at, atom)
    return taken


def _start(atom: Atom) -> int:
    return atom.start


def _joined(
    text: str, before: Expression, after: Expression, joins: dict[str, re.Pattern[str]]
) -> Expression | None:
    """Both as one expression, when what stands between them says so."""
    gap = text[before.end : after.start]
    if "\n\n" in gap or len(gap) > _LONGEST_GAP:
        return None
    last, first = before.atoms[-1], after.atoms[0]
    kinds = {atom.kind for atom in before.atoms}
    whole = replace(before, end=after.end, atoms=before.atoms + after.atoms)
    if last.kind == "weekday" and first.kind in _DATED and joins["day_to_date"].fullmatch(gap):
        closing = gap.strip().startswith("(") and text[after.end : after.end + 1] == ")"
        return replace(whole, end=after.end + closing)
    if last.kind in CLOCKS | {"part"} and first.kind in DAYS and not kinds & DAYS:
        return whole if joins["time_to_day"].fullmatch(gap) else None
    if last.kind in DAYS | {"weekdays"} and first.kind in CLOCKS | {"part"}:
        if first.kind == "part" and (first.pieces.get("near") or not kinds <= DAYS):
            return None
        return whole if joins["day_to_time"].fullmatch(gap) and not kinds & CLOCKS else None
    if last.kind in CLOCKS and first.kind == "part" and joins["day_to_time"].fullmatch(gap):
        return whole
    if last.kind in _PARTLY and first.kind == "near-unit" and first.pieces["unit"] == "Y":
        return whole if joins["to_year"].fullmatch(gap) and not last.pieces.get("year") else None
    return None


def _with_mod(text: str, expression: Expression, since: int, words: WhenWords) -> Expression:
    """Take in "early", "late on", "the end of" before an expression that names a time."""
    kind = expression.atoms[0].kind
    if kind in {"duration", "set", "reference", "units", "open-span", "span-of", "every-unit"}:
        return expression
    found = joins_of(words)["mod"].search(
        text, max(since, expression.start - _LONGEST_LEAD), expression.start
    )
    if found is None:
        return expression
    written = next(word for word in found.groupdict().values() if word).lower()
    mod = words.coded("mod", written)
    return replace(expression, start=found.start(), mod=mod)


def _ranges(
    text: str, found: list[Expression], since: int, joins: dict[str, re.Pattern[str]]
) -> list[Expression]:
    """Join "from Monday to Wednesday" and "between 2001 and 2004" into one expression each."""
    ranges: list[Expression] = []
    for expression in found:
        before = ranges[-1] if ranges else None
        if before is not None and before.until is None and _one_family(before, expression):
            gap = text[before.end : expression.start]
            lead = text[max(since, before.start - 12) : before.start]
            through = joins["range"].fullmatch(gap) and (
                gap.strip() in "-–—" or joins["range_opening"].search(lead)
            )
            if through or (joins["both"].fullmatch(gap) and joins["both_opening"].search(lead)):
                ranges[-1] = replace(before, end=expression.end, until=expression)
                continue
        ranges.append(expression)
    return ranges


def _one_family(one: Expression, other: Expression) -> bool:
    return any(
        one.atoms[-1].kind in family and other.atoms[0].kind in family for family in _FAMILIES
    )


def _is_bare_part(expression: Expression) -> bool:
    """Whether only "the morning" or "night" is left, which says no time by itself."""
    if len(expression.atoms) > 1 or expression.atoms[0].kind != "part":
        return False
    pieces = expression.atoms[0].pieces
    said = "near" in pieces or pieces.get("that", "the") != "the"
    return not said and pieces["part"] != "overnight"
