"""To be written: mail."""

from __future__ import annotations

from firsthand.read.formats import Format

__all__ = ["FORMATS"]

FORMATS: tuple[Format, ...] = ()
