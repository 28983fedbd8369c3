"""Thousand characters a second of CPU time: finding and resolving times after the parse.

    python bench/time_speed.py [timex.jsonl] [--passes 5] [--documents 60]

Prints one line of JSON: the median of the passes over the parsed texts, the least that a pass
reached, and what `dateparser.search` reaches on a sample of the same texts in the same process
where that library is installed. One thread. Machines differ several times in what they do in a
second; the ratio is what to compare.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

_DEFAULT = Path("../shared/bench/times/dev/timex.jsonl")
_LEAST_SECONDS = 10.0
"""Seconds of CPU time that the passes take together at least; more passes are added until then."""

_SAMPLE = 3
"""Texts given to the library compared with, which is many times slower."""


def _rates(once: Callable[[], None], characters: int, passes: int) -> list[float]:
    """Thousand characters a second of each pass."""
    rates: list[float] = []
    spent = 0.0
    while len(rates) < passes or spent < _LEAST_SECONDS:
        start = time.process_time()
        once()
        seconds = time.process_time() - start
        spent += seconds
        rates.append(characters / 1000 / seconds)
    return rates


def measured(rows: list[dict[str, str]], *, passes: int) -> dict[str, float | int]:
    """The speed on `rows` with `text`, `id` and `dct`, parsed before the clock starts."""
    from firsthand.annotate import Annotator  # noqa: PLC0415 - threads are set before it is loaded
    from firsthand.annotate.parse import parse  # noqa: PLC0415
    from firsthand.extract import plain_article  # noqa: PLC0415
    from firsthand.text.when import times_in  # noqa: PLC0415

    model = Annotator().model
    parsed = []
    for row in rows:
        article = plain_article(row["text"], item=row["id"], published=row.get("dct"))
        parsed.append((article, *parse(article, model=model)))

    def once() -> None:
        for article, tokens, sentences in parsed:
            times_in(article.text, tokens, sentences, published=article.published)

    once()
    rates = _rates(once, sum(len(article.text) for article, _, _ in parsed), passes)
    return {
        "documents": len(rows),
        "passes": len(rates),
        "times_median": round(statistics.median(rates), 1),
        "times_least": round(min(rates), 1),
    }


def compared(rows: list[dict[str, str]]) -> dict[str, float | str]:
    """The speed of `dateparser.search` on a sample, or why there is none."""
    if importlib.util.find_spec("dateparser") is None:
        return {"dateparser": "not installed"}
    search = importlib.import_module("dateparser.search").search_dates
    sample = rows[:_SAMPLE]
    search("on Monday", languages=["en"])
    start = time.process_time()
    for row in sample:
        search(row["text"], languages=["en"])
    seconds = time.process_time() - start
    characters = sum(len(row["text"]) for row in sample)
    return {"dateparser": round(characters / 1000 / seconds, 1)}


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="?", type=Path, default=_DEFAULT)
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--documents", type=int, default=60)
    options = parser.parse_args()
    if not options.texts.is_file():
        sys.exit(f"{options.texts} is not there; name a file of the times task")
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    lines = options.texts.read_text(encoding="utf-8").splitlines()[: options.documents]
    rows = [json.loads(line) for line in lines if line.strip()]
    print(json.dumps(measured(rows, passes=options.passes) | compared(rows)))


if __name__ == "__main__":
    main()
