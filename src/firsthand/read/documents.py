"""A stream of bytes that has a name: a file, what an archive holds, one record of a table."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from firsthand.domain import Capture, Fact, Form, Marked
from firsthand.errors import InputError
from firsthand.read.allowance import Allowance
from firsthand.text.surrogates import writable

__all__ = ["DEEPEST", "MAX_BYTES", "Document"]

MAX_BYTES = 16 * 1024 * 1024
"""Largest record read into memory: the longest of 710 real news pages has 2.6 MB; an article has
under 1 MB. Archives and tables may be larger, for they are read record by record."""

DEEPEST = 4
"""How many containers may lie in one another (an e-mail in an archive in an archive)."""

_SNIFFED = 65536


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Bytes whose format has not been judged yet.

    Either `path` says where they lie, or `stream` opens them, or `raw` holds them. A format reader
    that finds further documents inside yields them as documents made by `inside`.
    """

    item: str
    path: Path | None = None
    raw: bytes = b""
    stream: Callable[[], BinaryIO] | None = None
    """Opens bytes that lie in an archive and are too many to hold. The stream it gives is read
    forwards only, may raise `InputError` where the archive is damaged or a bomb, and the call may
    be repeated."""

    url: str | None = None
    """Where they were fetched from, only if that was recorded."""

    fetched_at: str | None = None
    """ISO 8601."""

    charset: str | None = None
    """The encoding that the protocol stated which brought it (HTTP, MIME); it may lie."""

    facts: tuple[Fact, ...] = ()
    """What the container or a sidecar file says of all that is in here."""

    depth: int = 0
    container: str = ""
    """Format names of the containers it lies in, outermost first, divided by spaces."""

    on_item: Callable[[str], bool] | None = None
    """Told the name of each document before it is worked on; False: it is to be passed over."""

    allowance: Allowance | None = None
    """How much the outermost archive it lies in may still unpack to; None outside archives."""

    def going_on(self) -> None:
        """Say that work on this document goes on, between two of its records or members.

        Whoever limits the time then knows that it is spent on many records and not on one, and
        that the last one named is done with. A reader that passes over much without a row says
        so now and then.
        """
        if self.on_item is not None:
            self.on_item(self.item)

    def open(self) -> BinaryIO:
        """The bytes from their beginning, as a stream that can seek unless `stream` gives it.

        Raises:
            InputError: the file cannot be read.
        """
        if self.stream is not None:
            return self.stream()
        if self.path is None:
            return io.BytesIO(self.raw)
        try:
            return self.path.open("rb")
        except OSError as error:
            raise InputError(
                self.item, f"cannot be read: {error.strerror}", "check permissions"
            ) from error

    def head(self, size: int = _SNIFFED) -> bytes:
        """The first `size` bytes."""
        if self.path is None and self.stream is None:
            return self.raw[:size]
        with self.open() as stream:
            return stream.read(size)

    def whole(self, limit: int = MAX_BYTES) -> bytes:
        """All bytes, which must not be more than `limit`.

        Raises:
            InputError: there are more.
        """
        if self.path is None and self.stream is None:
            raw = self.raw
        else:
            with self.open() as stream:
                raw = stream.read(limit + 1)
                if len(raw) <= limit:
                    raw += stream.read(1)  # a stream that broke off says so now
        if len(raw) > limit:
            raise InputError(
                self.item,
                f"is over the limit of {limit // 2**20} MB",
                "hand in one article a file, or an archive or table of smaller records",
            )
        return raw

    def inside(
        self,
        name: str,
        raw: bytes,
        *,
        container: str,
        stream: Callable[[], BinaryIO] | None = None,
        url: str | None = None,
        fetched_at: str | None = None,
        charset: str | None = None,
        facts: tuple[Fact, ...] = (),
    ) -> Document:
        """A document found in this one, named ``THIS/name`` (``THIS#3`` for a `name` ``#3``).

        Facts of this document hold for what is in it, behind its own; the address of this one
        does not.

        Raises:
            InputError: containers lie too deep in one another.
        """
        item = self.item + name if name.startswith("#") else f"{self.item}/{name}"
        if self.depth >= DEEPEST:
            raise InputError(
                item, f"lies in more than {DEEPEST} archives", "unpack the outer archives first"
            )
        return replace(
            self,
            item=item,
            path=None,
            raw=raw,
            stream=stream,
            url=url,
            fetched_at=fetched_at or self.fetched_at,
            charset=charset,
            facts=(*facts, *self.facts),
            depth=self.depth + 1,
            container=f"{self.container} {container}".strip(),
        )

    def capture(
        self,
        text: str,
        form: Form,
        *,
        format: str,  # noqa: A002 - the domain's word
        record: str = "",
        raw: bytes | None = None,
        encoding: str = "utf-8",
        url: str | None = None,
        fetched_at: str | None = None,
        facts: tuple[Fact, ...] = (),
        marks: tuple[Marked, ...] = (),
    ) -> Capture:
        """A capture of this document, or of one record in it.

        Args:
            text: The characters to extract from; each line ends in a line feed alone.
            form: How `text` is to be read.
            format: The file format's name in lower case ("rss", "ninjs", "pdf").
            record: What is added to the item's name, as ``#3``, where there are several records.
            raw: The record's own bytes, where they can be told from its neighbours'; else the
                whole document's, which is then read again.
            encoding: Of `raw`.
            url: Where the record was fetched from by a record of that fetch; never a claim.
            fetched_at: ISO 8601.
            facts: What the format's fields say, before those of the containers.
            marks: Roles of stretches of `text`.
        """
        own = self.whole() if raw is None else raw
        return Capture(
            item=self.item + record,
            raw=own,
            form=form,
            sha256=sha256(own).hexdigest(),
            text=writable(text),
            encoding=encoding,
            url=url or self.url,
            fetched_at=fetched_at or self.fetched_at,
            format=f"{self.container} {format}".strip(),
            facts=tuple(
                replace(fact, value=writable(fact.value))
                for fact in (
                    *self.facts_of("sidecar"),
                    *facts,
                    *self.facts_not_of("sidecar"),
                )
                if fact.value.strip()
            ),
            marks=marks,
        )

    def facts_of(self, source: str) -> tuple[Fact, ...]:
        """Those facts that `source` states."""
        return tuple(fact for fact in self.facts if fact.source == source)

    def facts_not_of(self, source: str) -> tuple[Fact, ...]:
        """Those facts that others than `source` state."""
        return tuple(fact for fact in self.facts if fact.source != source)
