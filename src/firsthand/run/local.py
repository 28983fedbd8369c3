"""The local executor: generator chains and dictionaries in one process."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from firsthand.domain import Rejected
from firsthand.errors import InputError
from firsthand.plan import Each, Grouped, Whole

__all__ = ["Local", "Progress", "StageCount"]

In = TypeVar("In")
Out = TypeVar("Out")

Progress = Callable[[str, int, int | None], None]
"""Called with the stage's name, how many records are done, and how many there are (None: unknown)."""


def _silent(stage: str, done: int, total: int | None) -> None:
    """Show nothing."""


@dataclass(slots=True)
class StageCount:
    """How many records went into a stage, how many came out, how many were rejected."""

    taken: int = 0
    given: int = 0
    rejected: int = 0


@dataclass(slots=True)
class Local:
    """Run stages in this process, one record after another.

    The executor owns all bookkeeping: counts, rejects and progress. A record that a stage
    refuses with `InputError` becomes a `Rejected` row and the run goes on; any other exception is
    a fault of the program, gets the record's name as a note, and stops the run.
    """

    progress: Progress = _silent
    rejected: list[Rejected] = field(default_factory=list)
    counts: dict[str, StageCount] = field(default_factory=lambda: defaultdict(StageCount))

    def each(
        self, stage: Each[In, Out], items: Sequence[In], *, item_name: Callable[[In], str]
    ) -> Iterator[Out]:
        """Give every record to the stage; yield what comes out, in order."""
        name = _name(stage)
        work: Callable[[In], Iterable[Out]] | None = None
        count = self.counts[name]
        for item in items:
            if work is None:
                work = stage.open()
            count.taken += 1
            self.progress(name, count.taken, len(items))
            try:
                found = tuple(work(item))
            except InputError as error:
                self.rejected.append(
                    Rejected(item=error.item, stage=name, reason=error.why, hint=error.hint)
                )
                count.rejected += 1
                continue
            except Exception as error:
                error.add_note(f"in stage {name!r}, while working on {item_name(item)}")
                raise
            count.given += len(found)
            yield from found

    def grouped(self, stage: Grouped[In, Out], items: Iterable[In]) -> Iterator[Out]:
        """Bring records with one key together and fold each group, groups in the order of keys."""
        name = _name(stage)
        groups: dict[str, list[In]] = defaultdict(list)
        for item in items:
            groups[stage.key(item)].append(item)
        count = self.counts[name]
        for done, key in enumerate(sorted(groups), start=1):
            count.taken += len(groups[key])
            self.progress(name, done, len(groups))
            try:
                found = tuple(stage.fold(key, groups[key]))
            except Exception as error:
                error.add_note(f"in stage {name!r}, while working on group {key}")
                raise
            count.given += len(found)
            yield from found

    def whole(self, stage: Whole[In, Out], items: Iterable[In]) -> Iterator[Out]:
        """Give all records to the stage at once."""
        name = _name(stage)
        taken = list(items)
        self.progress(name, len(taken), len(taken))
        found = tuple(stage.reduce(taken))
        count = self.counts[name]
        count.taken += len(taken)
        count.given += len(found)
        yield from found


def _name(stage: Any) -> str:
    """The stage's own name, or its type's."""
    return str(getattr(stage, "name", type(stage).__name__))
