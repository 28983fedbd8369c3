"""What the machine refuses is told by its file and its reason; only writing blames the output."""

from __future__ import annotations

import errno

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (
            FileNotFoundError(errno.ENOENT, "No such file or directory", "tables/data/units.toml"),
            "cannot use tables/data/units.toml: No such file or directory",
        ),
        (
            PermissionError(errno.EACCES, "Permission denied", b"desk/x.db"),
            "cannot use desk/x.db: Permission denied",
        ),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            "cannot write the output: No space left on device",
        ),
        (
            OSError(errno.EMFILE, "Too many open files"),
            "stopped by the machine: Too many open files",
        ),
    ],
)
def test_a_fault_of_the_machine_is_told_by_its_file_and_reason(
    run: Run, monkeypatch: pytest.MonkeyPatch, fault: OSError, told: str
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr("firsthand.store.open_store", refused)
    ended = run("stories")

    assert (ended.code, ended.out, ended.err) == (2, "", f"firsthand: {told}\n")
