"""What quantulum3 finds in a half of the gold: ``python quantulum.py GOLD.jsonl PRED.jsonl``.

Runs where quantulum3 is installed, which this project does not need. Its form is brought to ours
in its favour: units of time are left out, as the gold leaves them out; a "dozen" is twelve, a cent
a hundredth; currencies get their codes. It has neither approximators nor counted nouns.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

CURRENCIES = {
    "dollar": "USD",
    "pound sterling": "GBP",
    "euro": "EUR",
    "japanese yen": "JPY",
    "australian dollar": "AUD",
    "indian rupee": "INR",
    "south african rand": "ZAR",
}
TIMES = {"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"}
TIMES_BY = {"dozen": (12.0, None), "cent": (0.01, "USD"), "penny": (0.01, "GBP")}
NAMES = {"dimensionless": None, "percentage": "%", "per cent": "%", "pound-mass": "pound"}


def quantities(text: str) -> list[dict[str, Any]]:
    """Quantities of one sentence in the gold's form."""
    found = []
    for one in import_module("quantulum3.parser").parse(text):
        name = one.unit.name
        if name in TIMES:
            continue
        times, unit = TIMES_BY.get(name, (1.0, NAMES.get(name, CURRENCIES.get(name, name))))
        wide = one.uncertainty or 0.0
        start, end = one.span
        found.append(
            {
                "start": start,
                "end": end,
                "low": (one.value - wide) * times,
                "high": (one.value + wide) * times,
                "approximator": None,
                "unit": unit,
                "noun": None,
            }
        )
    return found


def main(source: str, target: str) -> None:
    """Write predictions for every sentence."""
    with Path(source).open(encoding="utf-8") as lines, Path(target).open("w") as out:
        for line in lines:
            row = json.loads(line)
            told = {"id": row["id"], "quantities": quantities(row["text"])}
            out.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
