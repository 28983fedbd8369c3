"""Fuzz the readers for as long as asked: ``python -m tests.fuzz.long_run SECONDS [FIRST_SEED]``.

Inputs are made and checked in a child process, which is killed where one takes longer than the
limit: a parser in C does not listen to signals. What breaks is written to `tests/fuzz/found/` by
its seed, and the run goes on behind it. Copy what is mended to `tests/fuzz/broken/`, where
`test_fuzz.py` keeps it from coming back.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
import traceback
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO

from tests.fuzz.holding import check
from tests.fuzz.mutations import broken, samples

_FOUND = Path(__file__).parent / "found"
_LIMIT = 30.0
"""Seconds for one input."""

_STARTING = 120.0
_AT, _ARTICLES, _BROKE = "at", "articles", "broke"


def main(arguments: list[str]) -> int:
    """Run; the exit status is 1 if anything broke."""
    if arguments[0] == "child":
        return _child(int(arguments[1]))
    until = time.monotonic() + float(arguments[0])
    seed = first = int(arguments[1]) if len(arguments) > 1 else 0
    known = list(samples().values())
    broke: dict[str, int] = {}
    articles = 0
    while time.monotonic() < until:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.fuzz.long_run", "child", str(seed)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        lines: Queue[str] = Queue()
        Thread(target=_pump, args=(process.stdout, lines), daemon=True).start()
        wait, why = _STARTING, "ended its process"
        while time.monotonic() < until:
            try:
                word, _, told = lines.get(timeout=wait).strip().partition(" ")
            except Empty:
                why = f"took over {_LIMIT:g} seconds"
                break
            wait = _LIMIT
            if word == _AT:
                seed = int(told)
            elif word == _ARTICLES:
                articles += int(told)
            elif word == _BROKE:
                broke[told] = broke.get(told, 0) + 1
                print(f"seed {seed}: {told}", flush=True)
            else:
                break
        else:
            process.kill()
            process.wait()
            break
        process.kill()
        process.wait()
        broke[why] = broke.get(why, 0) + 1
        print(f"seed {seed}: {why}", flush=True)
        _keep(seed, broken(known, seed), why)
        seed += 1
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"{seed - first} inputs, {articles} articles, peak {peak} MB; broke: {broke or 'none'}")
    return 1 if broke else 0


def _pump(stream: IO[str], lines: Queue[str]) -> None:
    for line in stream:
        lines.put(line)
    lines.put("")


def _child(seed: int) -> int:
    """Check one seed after the other, telling each before it is begun."""
    out = os.fdopen(os.dup(1), "w", buffering=1)
    known = list(samples().values())
    while True:
        print(_AT, seed, file=out)
        raw = broken(known, seed)
        try:
            print(_ARTICLES, check(raw), file=out)
        except Exception as error:  # noqa: BLE001 - whatever breaks is what is looked for
            last = traceback.extract_tb(error.__traceback__)[-1]
            kind = f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}"
            _keep(seed, raw, "".join(traceback.format_exception(error)[-12:]))
            print(_BROKE, kind, file=out)
        seed += 1


def _keep(seed: int, raw: bytes, told: str) -> None:
    _FOUND.mkdir(exist_ok=True)
    (_FOUND / f"{seed}.bin").write_bytes(raw)
    (_FOUND / f"{seed}.txt").write_text(told)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
