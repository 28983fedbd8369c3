"""Places: every place name the product locates, with the coordinates it chose.

The words for peoples ("Ukrainian"), which the product locates at their countries, are no names of
places, and no toponyms here: docs/decisions/0010-peoples-are-no-places.md.
"""

from __future__ import annotations

from pathlib import Path

from bench.doors.corpora import articles, write
from firsthand.annotate import Annotator

__all__ = ["predict"]


def predict(source: Path, target: Path) -> None:
    """Write `{id, toponyms: [{start, end, lat, lon, geonameid}]}`; null coordinates where unresolved."""
    annotator = Annotator()
    write(
        target,
        (
            {
                "id": name,
                "toponyms": [
                    {
                        "start": where.span.start,
                        "end": where.span.end,
                        "lat": where.chosen.lat if where.chosen else None,
                        "lon": where.chosen.lon if where.chosen else None,
                        "geonameid": where.chosen.geonameid if where.chosen else None,
                    }
                    for where in annotator.read(article).places
                    if not where.people
                ],
            }
            for name, article in articles(source).items()
        ),
    )
