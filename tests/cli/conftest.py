import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from firsthand.cli import main


class Ended(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def _run(*arguments: str) -> Ended:
        monkeypatch.setattr(sys, "argv", ["firsthand", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        told = capsys.readouterr()
        code = ended.value.code
        return Ended(
            code if isinstance(code, int) else 0 if code is None else 1, told.out, told.err
        )

    return _run
