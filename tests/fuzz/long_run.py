"""Fuzz the readers for as long as asked: ``python -m tests.fuzz.long_run SECONDS [FIRST_SEED]``.

Each input runs under a time limit; what breaks, or takes longer, is written to `tests/fuzz/found/`
with its seed, and the run goes on. Copy what is mended to `tests/fuzz/broken/`, where
`test_fuzz.py` keeps it from coming back.
"""

from __future__ import annotations

import resource
import signal
import sys
import time
import traceback
from pathlib import Path
from types import FrameType

from tests.fuzz.holding import check
from tests.fuzz.mutations import broken, samples

_FOUND = Path(__file__).parent / "found"
_LIMIT = 20


class _TooLongError(Exception):
    pass


def main(arguments: list[str]) -> int:
    """Run; the exit status is 1 if anything broke."""
    until = time.monotonic() + float(arguments[0])
    seed = int(arguments[1]) if len(arguments) > 1 else 0
    known = list(samples().values())
    signal.signal(signal.SIGALRM, _stop)
    kinds: dict[str, int] = {}
    articles = 0
    while time.monotonic() < until:
        raw = broken(known, seed)
        signal.alarm(_LIMIT)
        try:
            articles += check(raw)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # noqa: BLE001 - whatever breaks is what is looked for
            signal.alarm(0)
            _keep(raw, seed, error, kinds)
        signal.alarm(0)
        seed += 1
    resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return 1 if kinds else 0


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _TooLongError(f"over {_LIMIT} seconds")


def _keep(raw: bytes, seed: int, error: BaseException, kinds: dict[str, int]) -> None:
    last = traceback.extract_tb(error.__traceback__)[-1]
    kind = f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}"
    kinds[kind] = kinds.get(kind, 0) + 1
    if kinds[kind] > 3:
        return
    _FOUND.mkdir(exist_ok=True)
    (_FOUND / f"{seed}.bin").write_bytes(raw)
    (_FOUND / f"{seed}.txt").write_text("".join(traceback.format_exception(error)[-12:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
