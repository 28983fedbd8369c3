"""From paths to briefs: what `brief` and `demo` share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from firsthand.cli.progress import Reporter
from firsthand.domain import Capture, Rejected
from firsthand.errors import UsageError
from firsthand.plan import made_with, news_plan
from firsthand.read import Document
from firsthand.run import (
    Intake,
    Local,
    Outcome,
    Rename,
    briefs_of,
    checked_registers,
    with_ids,
)

__all__ = ["SECONDS", "judged", "moment"]

SECONDS = 60.0
"""Wall time that reading one item may take."""


def moment(as_of: str | None) -> str:
    """The moment a brief is made for: as given, or now, in UTC to the second.

    Raises:
        UsageError: `as_of` is not an ISO 8601 date or moment.
    """
    if as_of is None:
        return datetime.now(UTC).isoformat(timespec="seconds")
    try:
        datetime.fromisoformat(as_of)
    except ValueError:
        raise UsageError(
            f"--as-of {as_of!r} is no date; write it as 2026-03-31 or 2026-03-31T12:00:00+02:00"
        ) from None
    return as_of


def judged(
    found: Iterable[Document | Capture | Rejected],
    *,
    as_of: str,
    quiet: bool,
    model: str | None = None,
    seconds: float = SECONDS,
    registers: Sequence[str] = (),
    rename: Rename | None = None,
) -> Outcome:
    """Make the briefs of the stories in files and captures.

    Reading and extracting happen in a process that is stopped where an item takes longer than
    `seconds`. Actors get the identifiers that `registers` have for them, stories the ids by which
    `rename` keeps them.

    Raises:
        UsageError: A register does not exist, or is none.
    """
    registers = checked_registers(registers)
    plan = news_plan(model=model) if model else news_plan()
    taken = Intake(extract=plan.extract, seconds=seconds).taken(found)
    with Reporter(quiet=quiet) as reporter:
        executor = Local(progress=reporter)
        outcome = briefs_of(
            taken, plan, executor, as_of=as_of, made_with=made_with(plan), rename=rename
        )
    return with_ids(outcome, registers)
