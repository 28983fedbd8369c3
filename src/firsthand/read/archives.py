"""Archives and compressed files: what is recognised as one, and who reads it."""

from __future__ import annotations

from firsthand.read import compressed
from firsthand.read.formats import Format
from firsthand.read.tarred import is_tar, read_tar
from firsthand.read.zipped import is_archive, read_zip

__all__ = ["FORMATS"]

FORMATS = (
    Format(name="zip", matches=is_archive, read=read_zip),
    Format(name="tar", matches=is_tar, read=read_tar),
    *compressed.FORMATS,
)
