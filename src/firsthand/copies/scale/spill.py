"""Arrays and records kept in files of a folder of their own, which goes when its owner does."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from firsthand.errors import StoreError

__all__ = ["Spill"]


class Spill:
    """A folder of growing files, one array each, removed on `close`, on errors and at exit.

    Args:
        folder: Where to make it; None: where the system keeps temporary files.

    Raises:
        StoreError: When the folder cannot be made, written or read; it names the folder.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._named = folder or Path(tempfile.gettempdir())
        with self._told():
            self.folder = Path(tempfile.mkdtemp(prefix="firsthand-copies-", dir=folder))
        self._sizes: dict[str, int] = {}
        self._remove = weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)

    def append(self, name: str, values: npt.NDArray[Any] | bytes) -> int:
        """Write `values` at the end of a file; gives the bytes that stood before them."""
        before = self._sizes.get(name, 0)
        raw = values if isinstance(values, bytes) else np.ascontiguousarray(values).data
        with self._told(), (self.folder / name).open("ab") as out:
            out.write(raw)
        self._sizes[name] = before + (len(raw) if isinstance(raw, bytes) else raw.nbytes)
        return before

    def size(self, name: str) -> int:
        """Bytes of a file; zero when nothing was written."""
        return self._sizes.get(name, 0)

    def read(self, name: str, kind: type[np.generic]) -> npt.NDArray[Any]:
        """All values of a file, in memory."""
        if not self.size(name):
            return np.zeros(0, dtype=kind)
        with self._told():
            return np.fromfile(self.folder / name, dtype=kind)

    def mapped(self, name: str, kind: type[np.generic]) -> npt.NDArray[Any]:
        """All values of a file, read when looked at."""
        if not self.size(name):
            return np.zeros(0, dtype=kind)
        with self._told():
            return np.asarray(np.memmap(self.folder / name, dtype=kind, mode="r"))

    def part(self, name: str, start: int, end: int) -> bytes:
        """The bytes of a file from `start` to before `end`."""
        with self._told(), (self.folder / name).open("rb") as file:
            file.seek(start)
            return file.read(end - start)

    def drop(self, name: str) -> None:
        """Remove a file that is not needed again."""
        self._sizes.pop(name, None)
        (self.folder / name).unlink(missing_ok=True)

    def close(self) -> None:
        """Remove the folder and all in it; harmless a second time."""
        self._remove()

    def __enter__(self) -> Self:
        """Use it in a ``with`` statement."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove the folder, whatever happened."""
        self.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Failures of the disk as an error that says where and what to do."""
        try:
            yield
        except OSError as error:
            why = f"work files of the search for copies: {error.strerror or error}"
            hint = "free space there (about 8 kB an article) or name another folder"
            raise StoreError(str(self._named), why, hint) from error
