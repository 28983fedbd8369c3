"""Quantities: value, approximator, unit and counted noun of every number that counts."""

from __future__ import annotations

from pathlib import Path

from bench.doors.corpora import article_of, rows, write
from firsthand.annotate import Annotator

__all__ = ["predict"]


def predict(source: Path, target: Path) -> None:
    """Write ``{id, quantities: [{start, end, low, high, approximator, unit, noun, ...}]}``."""
    annotator = Annotator()
    write(
        target,
        (
            {
                "id": row["id"],
                "quantities": [
                    {
                        "start": one.span.start,
                        "end": one.span.end,
                        "low": one.low,
                        "high": one.high,
                        "approximator": one.approximator,
                        "unit": one.unit,
                        "noun": one.noun,
                        "noun_start": one.noun_span.start if one.noun_span else None,
                        "noun_end": one.noun_span.end if one.noun_span else None,
                    }
                    for one in annotator.read(article_of(row)).quantities
                ],
            }
            for row in rows(source)
        ),
    )
