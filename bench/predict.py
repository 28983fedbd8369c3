"""The benchmark door: ``python bench/predict.py TASK INPUT OUTPUT``.

Reads INPUT, works on it with the product's own functions and settings, and writes predictions in
the form that the scorer of TASK reads. Gold fields of INPUT are ignored.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

TASKS = (
    "extract",
    "extract_fast",
    "statements",
    "places",
    "times",
    "quantities",
    "stories",
    "copies",
    "directions",
    "timelines",
    "tls",
    "coref",
    "plover",
)


def main(arguments: list[str]) -> int:
    """Run one task.

    Returns:
        The exit status: 0 done, 2 wrong usage.
    """
    if len(arguments) != 3 or arguments[0] not in TASKS:
        print(f"usage: predict.py {'|'.join(TASKS)} INPUT OUTPUT", file=sys.stderr)
        return 2
    task, source, target = arguments
    if not Path(source).is_file():
        print(f"predict.py: {source}: no such file", file=sys.stderr)
        return 2
    sys.path.insert(0, str(Path(__file__).parent.parent))
    import_module(f"bench.doors.{task}").predict(Path(source), Path(target))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
