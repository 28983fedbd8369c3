"""The parts of an office document: XML files in a ZIP file, read one by one and never all at once."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from firsthand.errors import InputError
from firsthand.read.documents import Document
from firsthand.read.xml_trees import tree_of

__all__ = ["LARGEST_PART", "Parts"]

LARGEST_PART = 32 * 1024 * 1024
"""Bytes of one part when unpacked: a novel of 200,000 words has 15 MB of markup."""

_LARGEST = 64 * 1024 * 1024
"""Bytes of a document with its pictures, which are not unpacked."""

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)
_HINT = "save the document again, or save it as text"


class Parts:
    """The parts of one document by name."""

    def __init__(self, document: Document) -> None:
        """Open it; raises `InputError` where it is no ZIP file or over the limit."""
        self.item = document.item
        self.raw = document.whole(_LARGEST)
        self.damage = ""
        """What is wrong with a part that was read nevertheless."""
        try:
            self._file = zipfile.ZipFile(io.BytesIO(self.raw))
            self.names = frozenset(self._file.namelist())
        except _DAMAGE as error:
            raise InputError(self.item, "is a damaged office document", _HINT) from error

    def bytes_of(self, name: str) -> bytes:
        """A part's bytes; empty where there is no such part.

        Raises:
            InputError: it is damaged, packed with a password, or unpacks to over `LARGEST_PART`.
        """
        if name not in self.names:
            return b""
        try:
            with self._file.open(name) as stream:
                raw = stream.read(LARGEST_PART + 1)
        except _DAMAGE as error:
            raise InputError(
                self.item, f"is damaged: its part {name} cannot be read", _HINT
            ) from error
        if len(raw) > LARGEST_PART:
            why = f"holds a part that unpacks to over {LARGEST_PART >> 20} MB"
            raise InputError(self.item, why, "hand in one article a document")
        return raw

    def root_of(self, name: str) -> Any:
        """A part's outermost element; None where there is no such part.

        Raises:
            InputError: as `bytes_of`, and where nothing of its XML can be read.
        """
        raw = self.bytes_of(name)
        if not raw.strip():
            return None
        tree = tree_of(self.item, raw)
        self.damage = self.damage or tree.damage
        return tree.root

    def optional(self, name: str) -> Any:
        """As `root_of`, but None for a part that cannot be read: styles, properties, notes."""
        try:
            return self.root_of(name)
        except InputError:
            self.damage = self.damage or f"its part {name} cannot be read"
            return None
