"""From paths to briefs: what `brief` and `demo` share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from firsthand.cli.progress import Reporter
from firsthand.domain import Capture, Rejected
from firsthand.errors import UsageError
from firsthand.plan import made_with, news_plan
from firsthand.run import Local, Outcome, briefs_of

__all__ = ["judged", "judged_captures", "moment"]


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


def judged(paths: Sequence[str], *, as_of: str, model: str, quiet: bool) -> Outcome:
    """Read `paths` and make the briefs of their stories."""
    from firsthand.read import read_paths

    return judged_captures(read_paths(paths), as_of=as_of, model=model, quiet=quiet)


def judged_captures(
    found: Iterable[Capture | Rejected], *, as_of: str, quiet: bool, model: str | None = None
) -> Outcome:
    """Make the briefs of the stories in captures."""
    plan = news_plan(model=model) if model else news_plan()
    with Reporter(quiet=quiet) as reporter:
        executor = Local(progress=reporter)
        return briefs_of(found, plan, executor, as_of=as_of, made_with=made_with(plan))
