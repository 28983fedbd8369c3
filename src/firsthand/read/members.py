"""What lies in an archive: which members are documents, under what names, with which sidecars."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import BinaryIO

from firsthand.domain import Rejected
from firsthand.errors import InputError
from firsthand.read.allowance import HELD_BYTES, Allowance
from firsthand.read.documents import MAX_BYTES, Document
from firsthand.read.formats import Row
from firsthand.read.paths import is_of_a_page
from firsthand.read.sidecar import ENDING, Sidecar, sidecar_from
from firsthand.read.signatures import asset_of

__all__ = ["Member", "Shelf", "clean_name", "rejected"]

_LITTER = frozenset([".ds_store", "thumbs.db", "desktop.ini"])
_LITTER_FOLDERS = frozenset(["__macosx"])
_PAGE_PARTS = frozenset(
    [".css", ".js", ".mjs", ".map", ".scss", ".less", ".svg", ".woff", ".woff2", ".ttf", ".eot"]
)
"""Endings of styles, scripts, drawings and fonts: text files that no content tells from prose with
certainty."""

_POSTS = re.compile(rb"\s*window\.YTD\.tweets?\.")
"""How the script begins in which an account archive of X keeps the account's posts."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_DRIVE = re.compile(r"\A[A-Za-z]:(?=[\\/])")
_LONGEST_NAME = 400
_HEAD = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One entry of an archive, not read yet."""

    name: str
    """As the archive gives it, with forward slashes."""

    size: int
    """In bytes, as the archive claims."""

    fault: tuple[str, str] | None = None
    """Why it cannot be read at all (a link, encrypted) and the remedy."""

    open: Callable[[], BinaryIO] | None = None
    """Opens its bytes; may be called again only where `again`."""

    again: bool = True


def clean_name(name: str) -> str:
    """`name` for messages: no control characters, no way out of the archive, at most 400 long.

    Members are never written anywhere, so that ``../`` and drive letters do no harm; they are cut
    from what is shown all the same.
    """
    shown = _DRIVE.sub("", _CONTROL.sub(" ", name)).replace("\\", "/")
    parts = [part for part in shown.split("/") if part.strip() not in {"", ".", ".."}]
    return "/".join(parts)[:_LONGEST_NAME] or "unnamed"


def rejected(error: InputError) -> Rejected:
    """`error` as a row."""
    return Rejected(item=error.item, stage="read", reason=error.why, hint=error.hint)


@dataclass(slots=True, kw_only=True)
class Shelf:
    """The members of one archive, judged by their names together.

    Passed over are: folders; names beginning with a dot; ``__MACOSX``, ``Thumbs.db`` and
    ``desktop.ini``; the folder a browser saved beside a page; pictures, fonts, sound and video by
    their first bytes; styles, scripts and drawings by their names' endings, but for the script in
    which an archive of X keeps posts; sidecars, which are applied. Every other member is a document, or a rejection that names it.
    """

    document: Document
    """The archive; its allowance is set."""

    format: str
    names: frozenset[str]
    """Of all members."""

    sidecars: Mapping[str, bytes] = field(default_factory=dict)
    """Sidecar files by name."""

    passed_over: Counter[str] = field(default_factory=Counter)
    _named: Counter[str] = field(default_factory=Counter)
    _pages: Mapping[str, set[str]] = field(init=False)

    @property
    def allowance(self) -> Allowance:
        """What the outermost input may still unpack to."""
        assert self.document.allowance is not None
        return self.document.allowance

    def __post_init__(self) -> None:
        pages: dict[str, set[str]] = {}
        for name in self.names:
            path = PurePosixPath(name)
            if path.suffix.lower() in {".html", ".htm", ".xhtml"}:
                pages.setdefault(str(path.parent), set()).add(path.stem)
        self._pages = pages

    def rows(self, members: Iterable[Member]) -> Iterator[Row]:
        """The documents among `members`, in their order.

        Yields:
            A document or a rejection for each member that is not passed over.

        Raises:
            InputError: the archive is used up beyond what is read of one input, or holds nothing
                but what is passed over.
        """
        seen = False
        before = self.allowance.used_up
        for member in members:
            if self.allowance.used_up and not before:
                return  # what lies in here has said so
            for row in self._of(member):
                seen = True
                yield row
            self.document.going_on()
        for name in sorted(self.sidecars):
            if name.removesuffix(ENDING) not in self.names:
                seen = True
                yield self._lone(name)
        if not seen:
            raise InputError(self.document.item, self._nothing(), "hand in files with articles")

    def _nothing(self) -> str:
        if not self.passed_over:
            return "is an archive without files"
        what = ", ".join(f"{count} {kind}" for kind, count in sorted(self.passed_over.items()))
        return f"is an archive that holds no articles: {what}"

    def _lone(self, name: str) -> Rejected:
        item = f"{self.document.item}/{clean_name(name)}"
        hint = f"put it beside the file it describes, as NAME{ENDING}"
        return rejected(InputError(item, "describes a file that is not there", hint))

    def _of(self, member: Member) -> Iterator[Row]:
        if member.name.endswith(ENDING) and member.name in self.sidecars:
            return
        kind = self._kind_by_name(member.name)
        if kind is not None and not self._holds_posts(member):
            self.passed_over[kind] += 1
            return
        name = self._name(member)
        item = f"{self.document.item}/{name}"
        self.allowance.enter()
        if member.fault is not None:
            yield rejected(InputError(item, *member.fault))
            return
        try:
            found = self._document(member, name, item)
        except InputError as error:
            if error.item not in {item, f"{self.document.item}/{clean_name(member.name)}"}:
                raise
            yield rejected(InputError(item, error.why, error.hint))
            return
        if found is None:
            return
        yield from self._described(member.name, found)

    def _name(self, member: Member) -> str:
        """The member's name for messages; a second one of the same name is told from the first."""
        name = clean_name(member.name)
        self._named[name] += 1
        return name if self._named[name] == 1 else f"{name} ({self._named[name]})"

    def _holds_posts(self, member: Member) -> bool:
        """Whether it is a script with the posts of an account, the one kind that is data."""
        if not member.name.lower().endswith(".js") or member.open is None or not member.again:
            return False
        try:
            with member.open() as stream:
                return _POSTS.match(stream.read(_HEAD)) is not None
        except InputError:
            return False

    def _document(self, member: Member, name: str, item: str) -> Document | None:
        assert member.open is not None
        if member.size > HELD_BYTES and not member.again:
            why = f"is over {HELD_BYTES // 2**20} MB inside a compressed archive"
            raise InputError(item, why, "unpack the archive and hand in the file itself")
        with member.open() as stream:
            head = stream.read(_HEAD)
            kind = asset_of(head)
            if kind is not None:
                self.passed_over[f"{kind}s" if not kind.endswith("o") else kind] += 1
                return None
            if member.size > MAX_BYTES and member.again:
                raw, again = b"", member.open
            else:
                raw, again = head + stream.read(member.size - len(head)), None
                raw += stream.read(1)  # a stream that broke off says so now
        return self.document.inside(name, raw, container=self.format, stream=again)

    def _kind_by_name(self, name: str) -> str | None:
        """What is passed over by its name; None: it has to be looked at."""
        path = PurePosixPath(name)
        parts = [part.casefold() for part in path.parts]
        if not parts:
            return None
        if _LITTER_FOLDERS & set(parts) or parts[-1] in _LITTER:
            return "files of the system"
        if any(part.startswith(".") and part.strip(".") for part in path.parts):
            return "hidden files"
        for depth, folder in enumerate(path.parts[:-1]):
            parent = str(PurePosixPath(*path.parts[:depth]))
            if is_of_a_page(folder, self._pages.get(parent, set())):
                return "parts of saved pages"
        if path.suffix.lower() in _PAGE_PARTS:
            return "styles, scripts or fonts"
        return None

    def _described(self, name: str, found: Document) -> Iterator[Row]:
        """`found` with what its sidecar says; one that cannot be used is a rejection of its own."""
        raw = self.sidecars.get(name + ENDING)
        told = Sidecar()
        if raw is not None:
            item = f"{self.document.item}/{clean_name(name + ENDING)}"
            try:
                told = sidecar_from(item, raw)
            except InputError as error:
                yield rejected(error)
        yield replace(
            found,
            url=told.url,
            fetched_at=told.fetched_at or found.fetched_at,
            facts=(*told.facts, *found.facts),
        )
