"""Bytes to characters: which encoding a text is in, and what is no text at all."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from firsthand.errors import InputError
from firsthand.read.signatures import refusal_of

__all__ = ["decoded"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ARCHIVES = (
    (b"%PDF-", "is a PDF file", "save it as text or HTML first"),
    (b"PK\x03\x04", "is a ZIP or office file", "unpack it, or save the document as text"),
    (b"\x1f\x8b", "is a gzip file", "unpack it with gunzip first"),
    (b"BZh", "is a bzip2 file", "unpack it with bunzip2 first"),
    (b"\xfd7zXZ\x00", "is an xz file", "unpack it with unxz first"),
    (b"(\xb5/\xfd", "is a Zstandard file", "unpack it with unzstd first"),
)
"""Formats with readers of their own: here only for those who hold bytes and ask for characters."""

_META = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
_XML = re.compile(
    rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_.-]{2,40})", re.IGNORECASE
)
_CONTROL = "".join(map(chr, [*range(9), *range(0x0E, 0x1B), *range(0x1C, 0x20)]))
_HEAD_BYTES = 4096
"""Where a declaration may stand: HTML asks for the first 1024 bytes, real pages are less strict."""

_GUESS_BYTES = 65536
"""How much is shown to the detector; it is slow and needs no more."""

_FOREIGN_SHARE = 0.35
"""Share of letters beyond ASCII above which a one-byte text is not read as Western European:
running German, French or Polish stays under 0.15, Cyrillic read as cp1252 is above 0.8."""

_BROKEN_SHARE = 0.001
"""Share of undecodable characters up to which a text counts as damaged UTF-8, not as another
encoding: a file cut within a character has one."""

_ZERO_SHARE = 0.5
"""Share of pairs of bytes with a zero from which bytes are UTF-16 without its mark: text in Latin
letters has 0.99; files of numbers have zeros in both places."""

_CONTROL_SHARE = 0.001
"""Share of control characters from which a decoded file counts as binary."""

_HINT = "save it as UTF-8 text"


def decoded(item: str, raw: bytes, *, charset: str | None = None) -> tuple[str, str]:
    r"""Decode `raw` and name the encoding used.

    Order: byte order mark; UTF-16 without one, told by its zero bytes; what the protocol stated; the page's own declaration; UTF-8; a detector
    where most letters are not Latin; Windows-1252. A declaration that does not fit the bytes is
    passed over, as is a one-byte declaration where the bytes are valid UTF-8 beyond ASCII, and
    a protocol's Latin-1 where the page declares something else, for servers state it by default.
    Line ends become ``\n`` and a byte order mark is dropped; nothing else is changed.

    Args:
        item: Name of the input, for messages.
        raw: The bytes; empty or blank ones are refused.
        charset: What the protocol stated (HTTP, MIME), as written.

    Returns:
        The text and the name of the encoding.

    Raises:
        InputError: the bytes are empty, binary, or in no encoding that is known here.
    """
    if not raw.strip():
        raise InputError(item, "is empty", "hand in a file with the article's text")
    for magic, why, hint in _ARCHIVES:
        if raw.startswith(magic):
            raise InputError(item, why, hint)
    refusal = refusal_of(raw)
    if refusal is not None:
        raise InputError(item, *refusal)
    text, encoding = _characters(item, raw, charset)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise InputError(item, "is empty", "hand in a file with the article's text")
    controls = [one for one in _CONTROL if one in text]
    if sum(map(text.count, controls)) > _CONTROL_SHARE * len(text):
        raise InputError(item, "is a binary file", "hand in text or HTML")
    return text, encoding


def _characters(item: str, raw: bytes, charset: str | None) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise InputError(item, f"cannot be decoded as {encoding}", _HINT) from error
    if b"\x00" in raw[:_GUESS_BYTES]:
        wide = _wide_without_mark(raw)
        if wide is not None:
            return wide
        raise InputError(item, "is a binary file", "hand in text or HTML, saved as UTF-8")
    utf8 = _strict(raw, "utf-8")
    for declared in _declarations(raw, charset):
        if utf8 is None or utf8.isascii() or _is_wide(declared):
            text = _strict(raw, declared)
            if text is not None:
                return text, declared
    if utf8 is not None:
        return utf8, "utf-8"
    return _guessed(item, raw)


def _wide_without_mark(raw: bytes) -> tuple[str, str] | None:
    """`raw` as UTF-16 that lacks its byte order mark, if every second byte of most pairs is zero."""
    head = raw[:_GUESS_BYTES]
    pairs = max(1, len(head) // 2)
    high, low = head[1::2].count(0) / pairs, head[0::2].count(0) / pairs
    for codec, zeros, others in (("utf-16-le", high, low), ("utf-16-be", low, high)):
        if zeros > _ZERO_SHARE and others == 0:
            text = _strict(raw, codec)
            return None if text is None else (text, codec)
    return None


def _declarations(raw: bytes, charset: str | None) -> list[str]:
    """The codecs that the protocol and the page itself name, the more credible first."""
    head = raw[:_HEAD_BYTES]
    found = _XML.search(head) or _META.search(head)
    own = _codec(found.group(1).decode("ascii")) if found is not None else None
    stated = _codec(charset) if charset else None
    order = [own, stated] if stated == "cp1252" else [stated, own]
    return [name for name in dict.fromkeys(order) if name is not None]


def _codec(name: str) -> str | None:
    """The codec of that name; Latin-1 means Windows-1252, as browsers read it."""
    try:
        found = codecs.lookup(name.strip(" \"'"))
    except (LookupError, ValueError):
        return None
    # Codecs such as rot13 or base64 turn text into text; none of them is an encoding.
    if not found._is_text_encoding:  # noqa: SLF001 - the library has no public name for it
        return None
    return "cp1252" if found.name in {"iso8859-1", "ascii"} else found.name


def _is_wide(codec: str) -> bool:
    return codec.startswith(("utf", "gb", "big5", "euc", "shift", "iso2022", "hz", "cp93", "cp94"))


def _strict(raw: bytes, codec: str) -> str | None:
    try:
        text = raw.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None
    return text if isinstance(text, str) else None


def _guessed(item: str, raw: bytes) -> tuple[str, str]:
    damaged = raw.decode("utf-8", "replace")
    broken = damaged.count("\ufffd")
    beyond = sum(ord(one) > 0xFF for one in damaged[:_GUESS_BYTES]) - broken
    if broken <= max(1, _BROKEN_SHARE * len(damaged)) and beyond > broken:
        return damaged, "utf-8 (damaged)"
    western = _strict(raw, "cp1252")
    if western is not None and _foreign_share(western) < _FOREIGN_SHARE:
        return western, "cp1252"
    best = from_bytes(raw[:_GUESS_BYTES]).best()
    if best is not None:
        text = _strict(raw, best.encoding)
        if text is not None:
            return text, best.encoding
    raise InputError(item, "is in an encoding that is not known here", _HINT)


def _foreign_share(text: str) -> float:
    letters = [one for one in text[:_GUESS_BYTES] if one.isalpha()]
    return sum(ord(one) > 0x7F for one in letters) / max(1, len(letters))
