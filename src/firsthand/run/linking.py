"""Give the actors of finished briefs the identifiers of registers that the user brought along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from firsthand.domain import Brief, RegisterEntry, Rejected
from firsthand.errors import UsageError
from firsthand.read import register_entries
from firsthand.run.news import Outcome
from firsthand.settle import linked, looked_up, names_of_entry

__all__ = ["checked_registers", "with_ids"]

_RULE = "link actors r1"


def checked_registers(paths: Iterable[str | Path]) -> tuple[str, ...]:
    """Registers as far as their first entry shows that they are some, before any coverage is read.

    Raises:
        UsageError: One does not exist, cannot be opened or is none; all faults are listed.
    """
    found = tuple(str(path) for path in paths)
    faults: list[str] = []
    for path in found:
        try:
            next(register_entries(path), None)
        except UsageError as error:
            faults += error.faults
    if faults:
        raise UsageError(*faults)
    return found


def with_ids(outcome: Outcome, registers: Sequence[str]) -> Outcome:
    """The outcome with actors linked.

    Each register is read once, entry by entry, and only entries with an actor's name are kept: a
    register of millions needs no more memory than one of ten.

    Args:
        outcome: Of a run.
        registers: Files, as `firsthand.read.register_entries` takes them.

    Returns:
        The outcome; rows of a register that cannot be read are among its rejects.

    Raises:
        UsageError: A register cannot be opened or is none.
    """
    if not registers:
        return outcome
    wanted = looked_up(actor for brief in outcome.briefs for actor in brief.settled.actors)
    kept: list[RegisterEntry] = []
    rejected: list[Rejected] = []
    for register in registers:
        for one in register_entries(register):
            if isinstance(one, Rejected):
                rejected.append(one)
            elif not wanted.isdisjoint(names_of_entry(one)):
                kept.append(one)
    rules = tuple(
        f"{_RULE} ({register}, sha256 {_digest(register)[:12]})" for register in registers
    )
    return replace(
        outcome,
        briefs=tuple(_with_ids(brief, kept, rules, rejected) for brief in outcome.briefs),
        rejected=(*outcome.rejected, *rejected),
    )


def _with_ids(
    brief: Brief,
    entries: Sequence[RegisterEntry],
    rules: tuple[str, ...],
    rejected: Sequence[Rejected],
) -> Brief:
    made = replace(brief.made_with, rules=(*brief.made_with.rules, *rules))
    days = [one.article.published for one in brief.settled.readings if one.article.published]
    year = int(max(days)[:4]) if days else None
    actors = linked(brief.settled.actors, entries, year=year)
    return replace(
        brief,
        made_with=made,
        settled=replace(brief.settled, actors=actors),
        rejected=(*brief.rejected, *rejected),
    )


def _digest(path: str) -> str:
    whole = sha256()
    with Path(path).open("rb") as raw:
        while part := raw.read(1 << 20):
            whole.update(part)
    return whole.hexdigest()
