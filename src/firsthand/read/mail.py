"""Mail: messages, mailboxes, and pages that browsers save in the form of a message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message

from firsthand.domain import Form
from firsthand.errors import InputError
from firsthand.read.decoding import decoded
from firsthand.read.documents import Document
from firsthand.read.envelopes import Envelope, list_name_in
from firsthand.read.formats import Format, Row, Sample
from firsthand.read.letters import is_digest, letters_of, text_of
from firsthand.read.mail_lines import MailLine, lines_of_markup, lines_of_text
from firsthand.read.members import clean_name, rejected
from firsthand.read.messages import (
    LARGEST_MESSAGE,
    Part,
    address_in,
    header,
    message_of,
    parts_of,
)
from firsthand.read.mhtml import is_mhtml, read_mhtml
from firsthand.read.moments import moment_of
from firsthand.read.signatures import asset_of

__all__ = ["FORMATS"]

_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{0,60}):(?:[ \t]|\r?\n|\Z|(?=\S))(.*)", re.DOTALL)
_KNOWN = frozenset(
    [
        "from",
        "sender",
        "to",
        "cc",
        "bcc",
        "subject",
        "date",
        "message-id",
        "mime-version",
        "received",
        "return-path",
        "reply-to",
        "delivered-to",
        "content-type",
        "content-transfer-encoding",
        "list-id",
        "list-unsubscribe",
        "x-mailer",
        "dkim-signature",
        "in-reply-to",
        "references",
        "envelope-to",
        "x-received",
        "x-originating-ip",
    ]
)
_OF_MACHINES = frozenset(
    [
        "message-id",
        "mime-version",
        "received",
        "return-path",
        "delivered-to",
        "dkim-signature",
        "x-received",
        "x-mailer",
        "list-unsubscribe",
        "envelope-to",
    ]
)
"""Headers that no person types above a text."""

_MBOX = re.compile(rb"From \S{1,200} .{0,60}?\d\d:\d\d(?::\d\d)?.{0,60}\r?\n")
_FROM = re.compile(rb">+From ")
_HEADER_LINE = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{0,60}:|>From )")
_LONGEST_LINE = 65536
_PASSED_OVER = re.compile(
    r"(?:image|audio|video|font)/.*|text/(?:calendar|x?-?vcard|directory|css|rfc822-headers)|"
    r"application/(?:pgp-signature|(?:x-)?pkcs7-signature|ics|pgp-encrypted|ms-tnef)|"
    r"message/(?:delivery-status|disposition-notification|feedback-report|external-body|partial)"
)
"""Media types of attachments that are no documents: pictures, calendars, visiting cards, signatures
and reports of delivery."""

_MOST_LINES = 20_000
"""Paragraphs of a body, as for any other text: a long newsletter has some hundreds."""

_COVER_WORDS = 25
"""Words of a body up to which it only announces what is attached."""

_BETTER = 0.5
"""Share of the plain text's words that the markup has to hold to be preferred: some senders put
nothing but pictures there, others nothing but "your program cannot show this" in the plain text."""


def _is_mail(sample: Sample) -> bool:
    """Whether the sample opens with a mail's headers and nothing else up to an empty line."""
    names: set[str] = set()
    for count, line in enumerate(sample.raw.removeprefix(b"\xef\xbb\xbf").split(b"\n")):
        if not line.strip():
            return (
                count > 2
                and len(names & _KNOWN) >= 3
                and bool(names & {"from", "sender", "received", "return-path"})
                and bool(names & _OF_MACHINES)
            )
        if line[:1] in {b" ", b"\t"} and count:
            continue
        found = _HEADER.match(line)
        if found is None:
            return False
        names.add(found.group(1).decode("ascii").casefold())
    return len(names & _KNOWN) >= 5 and bool(names & _OF_MACHINES)


def _read_mail(document: Document) -> Iterator[Row]:
    yield from _rows(document, document.whole(LARGEST_MESSAGE))


def _is_mbox(sample: Sample) -> bool:
    opening = _MBOX.match(sample.raw)
    return opening is not None and _HEADER_LINE.match(sample.raw, opening.end()) is not None


def _read_mbox(document: Document) -> Iterator[Row]:
    """The messages of a mailbox, one after the other, each named by its number."""
    for number, raw in enumerate(_messages(document), start=1):
        if raw is None:
            why = f"is over the limit of {LARGEST_MESSAGE // 2**20} MB"
            hint = "hand in its text by itself"
            yield rejected(InputError(f"{document.item}#{number}", why, hint))
            continue
        try:
            inner = document.inside(f"#{number}", raw, container="mbox")
            if inner.on_item is None or inner.on_item(inner.item):
                yield from _rows(inner, raw)
        except InputError as error:
            yield rejected(error)
        document.going_on()


def _messages(document: Document) -> Iterator[bytes | None]:
    """The bytes of each message, its "From " line cut; None for one that is too large."""
    with document.open() as stream:
        lines: list[bytes] = []
        size = 0
        blank = True
        started = False
        line = stream.readline(_LONGEST_LINE)
        while line:
            following = stream.readline(_LONGEST_LINE)
            opens = blank and _MBOX.match(line) and _HEADER_LINE.match(following)
            if opens:
                if started:
                    yield b"".join(lines) if size <= LARGEST_MESSAGE else None
                lines, size, started = [], 0, True
            else:
                size += len(line)
                if size <= LARGEST_MESSAGE:
                    lines.append(line[1:] if _FROM.match(line) else line)
                else:
                    lines = []
            blank = not line.strip()
            line = following
        if started:
            yield b"".join(lines) if size <= LARGEST_MESSAGE else None


def _rows(document: Document, raw: bytes) -> Iterator[Row]:
    """The articles of one message and what is attached to it.

    Raises:
        InputError: it holds neither, is encrypted, or cannot be parsed.
    """
    message = message_of(document.item, raw)
    parts = list(parts_of(message))
    attached = [part for part in parts if _is_document(part)]
    lines = _body(document, [part for part in parts if _is_text(part)])
    if len(lines) > _MOST_LINES:
        why = f"is a message of more than {_MOST_LINES:,} lines"
        raise InputError(document.item, why, "hand in one article a message")
    words = _words(lines)
    seen = False
    if words and (words > _COVER_WORDS or not attached):
        seen = True
        yield from _articles(document, raw, _envelope(message), lines)
    for part in attached:
        seen = True
        yield from _attached(document, part)
    if not seen:
        hint = "hand in a message with an article in it"
        if message.get_content_type() in {"multipart/encrypted", "application/pkcs7-mime"}:
            raise InputError(document.item, "is an encrypted message", "decrypt it first")
        raise InputError(document.item, "is a message without text", hint)


def _articles(
    document: Document, raw: bytes, envelope: Envelope, lines: list[MailLine]
) -> Iterator[Row]:
    if is_digest(lines):
        why = "only lists articles that stand elsewhere"
        raise InputError(document.item, why, "hand in the articles themselves")
    letters = letters_of(lines, envelope)
    for number, letter in enumerate(letters, start=1):
        text, marks = text_of(letter)
        yield document.capture(
            text,
            Form.PARAGRAPHS,
            format="mail",
            record=f"#{number}" if len(letters) > 1 else "",
            raw=raw,
            facts=letter.facts(),
            marks=marks,
        )


def _envelope(message: Message) -> Envelope:
    language = header(message, "content-language").split(",")[0].strip()
    archived = header(message, "archived-at").strip("<> ")
    return Envelope(
        sender=address_in(header(message, "from") or header(message, "sender")),
        subject=header(message, "subject"),
        sent=moment_of(header(message, "date")),
        list_name=list_name_in(header(message, "list-id")),
        organisation=header(message, "organization"),
        language=language if len(language) <= 12 else "",
        archived=archived if archived.startswith(("http://", "https://")) else "",
    )


def _is_text(part: Part) -> bool:
    return part.media in {"text/plain", "text/html"} and not part.attached and not part.filename


def _is_document(part: Part) -> bool:
    """Whether the part is something handed over with the message, to be read by itself."""
    if _is_text(part) or not part.raw.strip() or _PASSED_OVER.fullmatch(part.media):
        return False
    if part.media == "application/pkcs7-mime" or asset_of(part.raw) is not None:
        return False
    named = part.attached or part.filename is not None
    return named or part.media.startswith(("application/", "message/"))


def _attached(document: Document, part: Part) -> Iterator[Row]:
    name = clean_name(part.filename or part.media.partition("/")[2] or "attachment")
    try:
        inner = document.inside(name, part.raw, container="mail", charset=part.charset)
        if part.media != "message/rfc822":
            yield inner
        elif inner.on_item is None or inner.on_item(inner.item):
            # What the outer message calls a message is one, whatever its first lines look like.
            yield from _rows(inner, part.raw)
    except InputError as error:
        yield rejected(error)


def _body(document: Document, parts: list[Part]) -> list[MailLine]:
    """The lines of the body: of its markup where that holds the text, else of its plain text."""
    markup: list[list[MailLine]] = []
    plain: list[MailLine] = []
    for part in parts:
        try:
            text, _ = decoded(document.item, part.raw, charset=part.charset)
        except InputError:
            continue
        if part.media == "text/html":
            markup.append(lines_of_markup(text))
        elif len(part.raw):
            plain += lines_of_text(text)
    best = max(markup, key=_words, default=[])
    return best if _words(best) >= _BETTER * _words(plain) else plain


def _words(lines: list[MailLine]) -> int:
    return sum(len(line.text.split()) for line in lines)


FORMATS: tuple[Format, ...] = (
    Format(name="mbox", matches=_is_mbox, read=_read_mbox),
    Format(name="mhtml", matches=is_mhtml, read=read_mhtml),
    Format(name="mail", matches=_is_mail, read=_read_mail),
)
