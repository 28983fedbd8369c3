"""PLOVER: the category of the event each sentence tells of."""

from __future__ import annotations

from pathlib import Path

from bench.doors.corpora import rows, write
from firsthand.annotate.events import event_type

__all__ = ["predict"]


def predict(source: Path, target: Path) -> None:
    """Write `{id, event}`; an empty event where the lexicon finds none."""
    write(
        target,
        (
            {"id": row["id"], "event": event_type(str(row.get("text") or ""))}
            for row in rows(source)
        ),
    )
