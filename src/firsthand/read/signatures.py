"""What files that hold no text are recognised by: the bytes they begin with."""

from __future__ import annotations

__all__ = ["asset_of", "refusal_of"]

_PICTURE = "picture"
_FONT = "font"
_MEDIA = "sound or video"

_ASSETS = (
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"BM", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"\x00\x00\x01\x00", _PICTURE),
    (b"8BPS\x00", _PICTURE),
    (b"wOFF", _FONT),
    (b"wOF2", _FONT),
    (b"OTTO\x00", _FONT),
    (b"\x00\x01\x00\x00\x00", _FONT),
    (b"true\x00", _FONT),
    (b"ttcf", _FONT),
    (b"OggS\x00", _MEDIA),
    (b"ID3\x02", _MEDIA),
    (b"ID3\x03", _MEDIA),
    (b"ID3\x04", _MEDIA),
    (b"fLaC", _MEDIA),
    (b"\x1aE\xdf\xa3", _MEDIA),
    (b"FLV\x01", _MEDIA),
    (b"\xff\xfb", _MEDIA),
    (b"\xff\xf3", _MEDIA),
)
_REFUSED = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old office file", "save the document as text"),
    (b"{\\rtf", "is a rich-text file", "save the document as plain text"),
    (b"SQLite format 3", "is a database", "hand in the articles as files"),
    (b"\x00\x01\x00\x00Standard", "is a database", "hand in the articles as files"),
    (b"\x7fELF", "is a program", "hand in the text of the article"),
    (b"\xca\xfe\xba\xbe", "is a program", "hand in the text of the article"),
    (b"\xcf\xfa\xed\xfe", "is a program", "hand in the text of the article"),
    (b"\x00asm", "is a program", "hand in the text of the article"),
    (b"7z\xbc\xaf\x27\x1c", "is a 7-Zip archive", "unpack it, or pack it as ZIP or tar"),
    (b"Rar!\x1a\x07", "is a RAR archive", "unpack it, or pack it as ZIP or tar"),
    (b"MSCF\x00\x00", "is a cabinet archive", "unpack it, or pack it as ZIP or tar"),
    (b"PAR1", "is a Parquet file", "export the articles as JSONL or CSV"),
    (b"Obj\x01", "is an Avro file", "export the articles as JSONL or CSV"),
    (b"!BDN", "is an Outlook folder file (PST)", "export its messages as .eml or mbox"),
)
_OUTLOOK = "__substg1.0_".encode("utf-16-le")
"""The name that the properties of an Outlook message have in its compound file."""

_EXECUTABLE_NOTE = b"This program cannot be run in DOS mode"
_SNIFFED = 65536


def asset_of(raw: bytes) -> str | None:
    """What `raw` is, where it is part of a page and never an article ("picture", "font").

    Args:
        raw: The beginning, 64 bytes or more.
    """
    for magic, kind in _ASSETS:
        if raw.startswith(magic) and (magic != b"BM" or _is_bitmap(raw)):
            return kind
    if raw[4:8] == b"ftyp":
        return _PICTURE if raw[8:12] in {b"avif", b"heic", b"heix", b"mif1", b"avis"} else _MEDIA
    if raw[:4] == b"RIFF":
        return _PICTURE if raw[8:12] == b"WEBP" else _MEDIA
    return None


def _is_bitmap(raw: bytes) -> bool:
    """Two letters are no evidence; a bitmap goes on with four zero bytes."""
    return raw[6:10] == b"\x00\x00\x00\x00"


def refusal_of(raw: bytes) -> tuple[str, str] | None:
    """Why `raw` cannot be read and the remedy, where it is a known kind of file without text."""
    kind = asset_of(raw)
    if kind is not None:
        return f"is a {kind}", "hand in the text of the article"
    for magic, why, hint in _REFUSED:
        if raw.startswith(magic):
            if _OUTLOOK in raw[:_SNIFFED]:
                return "is an Outlook message (.msg)", "save it as .eml or as text"
            return why, hint
    if raw.startswith(b"MZ") and _EXECUTABLE_NOTE in raw[:1024]:
        return "is a program", "hand in the text of the article"
    return None
