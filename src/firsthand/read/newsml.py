"""To be written: newsml."""

from __future__ import annotations

from firsthand.read.formats import Format

__all__ = ["FORMATS"]

FORMATS: tuple[Format, ...] = ()
