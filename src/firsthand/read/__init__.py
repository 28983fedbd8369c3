"""Turn files, folders and standard input into captures: raw bytes, decoded, form known."""

from firsthand.read.captures import capture_from, captures_from
from firsthand.read.decoding import decoded
from firsthand.read.documents import MAX_BYTES, Document
from firsthand.read.formats import captures_of
from firsthand.read.pages import form_of
from firsthand.read.paths import Duplicates, documents, read_paths
from firsthand.read.registers import register_entries

__all__ = [
    "MAX_BYTES",
    "Document",
    "Duplicates",
    "capture_from",
    "captures_from",
    "captures_of",
    "decoded",
    "documents",
    "form_of",
    "read_paths",
    "register_entries",
]
