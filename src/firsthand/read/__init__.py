"""Turn files, folders and standard input into captures: raw bytes, decoded, form known."""

from firsthand.read.captures import MAX_BYTES, capture_from, form_of
from firsthand.read.paths import read_paths

__all__ = ["MAX_BYTES", "capture_from", "form_of", "read_paths"]
