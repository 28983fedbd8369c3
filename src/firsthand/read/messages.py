"""Mail messages taken apart: headers, bodies and attachments, whatever is broken about them."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import getaddresses

from firsthand.errors import InputError

__all__ = ["LARGEST_MESSAGE", "Address", "Part", "address_in", "header", "message_of", "parts_of"]

LARGEST_MESSAGE = 32 * 1024 * 1024
"""Bytes of one message: mail servers refuse more than 25 to 35 MB."""

_LONGEST_HEADER = 10_000
"""Characters of a header that are looked at: parsers of addresses and parameters take time that
grows with the square of the length."""

_MOST_LINES = 1_000_000
_MOST_BOUNDARIES = 500
_MOST_CHECKS = 10_000_000
"""Parts that hold parts, and their number times that of the lines: the parser may ask each of them
about every line. A message of 12 MB with 50 such parts has this many."""

_MOST_PARTS = 2_000
_WORD = re.compile(r"=\?[^?\s]{1,75}\?[bBqQ]\?[^?]{0,2000}\?=")
_BOUNDARY = re.compile(rb"\bboundary\*?\d?\*?=", re.IGNORECASE)
_NAMED = re.compile(r"([^<>@]{0,300}?)\s*<\s*([^<>\s]{1,300})\s*>")


class _Brief(Compat32):
    """The parser's policy, with headers cut before anything looks into them."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name[:200], value[:_LONGEST_HEADER]


_POLICY = _Brief()


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A sender."""

    name: str
    """The name displayed; empty where there is none."""

    host: str
    """What stands behind the @; empty where there is no address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A leaf of a message, or a message within."""

    media: str
    raw: bytes
    charset: str | None
    filename: str | None
    attached: bool
    """Whether it is meant to be kept apart from the text."""

    location: str | None
    """``Content-Location``, as saved pages have it."""

    ident: str | None
    """``Content-ID`` without its brackets."""


def message_of(item: str, raw: bytes) -> Message:
    """Parse `raw`; a message that is only half there is parsed as far as it goes.

    Raises:
        InputError: it is made to keep a parser busy: nested too deep, too many parts or lines.
    """
    hint = "hand in the text of the message"
    if raw.count(b"\n") > _MOST_LINES:
        raise InputError(item, f"has more than {_MOST_LINES:,} lines", hint)
    nested = len(_BOUNDARY.findall(raw))
    if nested > _MOST_BOUNDARIES or nested * raw.count(b"\n") > _MOST_CHECKS:
        raise InputError(item, f"has {nested} parts with parts in them", hint)
    try:
        return message_from_bytes(raw, policy=_POLICY)
    except (MessageError, ValueError, LookupError, TypeError, RecursionError) as error:
        raise InputError(item, "is a message nested too deep or damaged", hint) from error


def header(message: Message, name: str) -> str:
    """A header with its encoded words decoded and white space squeezed; empty if there is none.

    Args:
        message: Parsed.
        name: In small letters; of several the first counts.
    """
    # `get` would replace bytes that stand there against the rules.
    for key, value in message.raw_items():
        if key.casefold() == name:
            return _decoded_header(str(value))
    return ""


def _decoded_header(value: str) -> str:
    text = value[:_LONGEST_HEADER]
    try:
        raw = text.encode("ascii", "surrogateescape")
    except UnicodeEncodeError:
        raw = text.encode("utf-8", "replace")
    if not raw.isascii():
        # Bytes beyond ASCII stand there against the rules; they are UTF-8 or Western European.
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = raw.decode("cp1252", "replace")
    # White space between two encoded words is none.
    text = re.sub(r"(\?=)[ \t\r\n]{1,20}(?==\?)", r"\1", text)
    text = _WORD.sub(_word, text)
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())


def _word(match: re.Match[str]) -> str:
    try:
        pieces = decode_header(match.group())
        return "".join(
            piece.decode(charset or "ascii", "replace") if isinstance(piece, bytes) else piece
            for piece, charset in pieces
        )
    except (HeaderParseError, LookupError, ValueError, binascii.Error):
        return match.group()


def address_in(value: str) -> Address:
    """The first sender in a header's value."""
    plain = _NAMED.match(value[:1000])
    if plain is not None:
        # Names with commas, as offices have them, ought to stand in quotation marks and do not.
        name, address = plain.groups()
    else:
        found = getaddresses([value[:1000]])
        name, address = found[0] if found else ("", "")
    host = address.rpartition("@")[2] if "@" in address else ""
    return Address(name=" ".join(name.strip(" \"'").split()), host=host.strip(" >").casefold())


def parts_of(message: Message) -> Iterator[Part]:
    """The leaves of `message`, in order; of alternatives, all; messages within are leaves.

    Yields:
        At most 2,000.
    """
    stack = [message]
    count = 0
    while stack and count < _MOST_PARTS:
        part = stack.pop()
        payload = part.get_payload()
        if isinstance(payload, list) and part.get_content_maintype() != "message":
            stack += [one for one in reversed(payload) if isinstance(one, Message)]
            continue
        count += 1
        yield _leaf(part)


def _leaf(part: Message) -> Part:
    media = part.get_content_type()
    disposition = str(part.get("content-disposition") or "").strip().casefold()
    location = str(part.get("content-location") or "").strip()
    return Part(
        media=media,
        raw=_payload(part),
        charset=_parameter(part, "charset"),
        filename=_filename(part),
        attached=disposition.startswith("attachment"),
        location="".join(location.split()) or None,
        ident=str(part.get("content-id") or "").strip().strip("<>") or None,
    )


def _payload(part: Message) -> bytes:
    payload = part.get_payload()
    if isinstance(payload, list):
        inner = payload[0] if payload else None
        return inner.as_bytes(policy=_POLICY) if isinstance(inner, Message) else b""
    try:
        raw = part.get_payload(decode=True)
    except (ValueError, LookupError, binascii.Error, AssertionError):
        return b""
    return raw if isinstance(raw, bytes) else b""


def _parameter(part: Message, name: str) -> str | None:
    try:
        value = part.get_param(name)
    except (ValueError, LookupError):
        return None
    if isinstance(value, tuple):
        value = value[2]
    return str(value).strip() or None if value is not None else None


def _filename(part: Message) -> str | None:
    try:
        name = part.get_filename()
    except (ValueError, LookupError, UnicodeError):
        return None
    return _decoded_header(name) or None if name is not None else None
