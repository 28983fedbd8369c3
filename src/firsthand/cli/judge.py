"""From paths to briefs: what `brief` and `demo` share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from firsthand.cli.progress import Reporter
from firsthand.errors import UsageError
from firsthand.plan import made_with, news_plan
from firsthand.run import Local, Outcome, briefs_of

__all__ = ["judged", "moment"]


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

    plan = news_plan(model=model)
    with Reporter(quiet=quiet) as reporter:
        return briefs_of(
            read_paths(paths),
            plan,
            Local(progress=reporter),
            as_of=as_of,
            made_with=made_with(plan),
        )
