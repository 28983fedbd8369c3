"""The articles of a mail: which of its lines are one, and which only surround it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.domain import Fact, Field, Marked, Span
from firsthand.read.envelopes import SOURCE, Envelope
from firsthand.read.mail_lines import MailLine
from firsthand.read.messages import Address, address_in
from firsthand.read.moments import moment_of
from firsthand.tables.mailwords import mail_words

__all__ = ["Letter", "is_digest", "letters_of", "text_of"]

_FIELD = re.compile(r"\W{0,4}([^\W\d_][^:：]{0,30}?)\W{0,3}\s*[:：]\s*(\S.{0,500})?\Z")
_MOST_FIELDS = 12
_WORDS_OF_PROSE = 40
"""Words from which a line is a paragraph of an article: the entries that link lists and alerts give
to an article have 10 to 35."""

_LONGEST_FURNITURE = 600
"""Characters up to which a line can be a headline or small print about the subscription."""

_FEWEST_ENTRIES = 3
_LINKED = 0.7
_FEWEST_WORDS_OF_A_TITLE = 4
_WORDS_OF_A_STORY = 80
_MENTIONED = re.compile(r"\w+")
_ADDRESS = re.compile(r"<?\S+@(\S+\.\w+)>?")
_LINK_OUT = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One article of a mail."""

    lines: tuple[MailLine, ...]
    envelope: Envelope
    forwarder: Envelope | None = None
    """Who passed it on, where somebody did."""

    title: MailLine | None = None
    """Its own heading, where the mail holds several articles."""

    def facts(self) -> tuple[Fact, ...]:
        """Of its own envelope first; the forwarder's stay visible behind them."""
        told = list(self.envelope.facts())
        if self.title is not None:
            told = [fact for fact in told if fact.field not in {Field.TITLE, Field.URL}]
            told.insert(0, Fact(field=Field.TITLE, value=self.title.text, source=SOURCE))
            if self.title.href and _same_house(self.title.href, self.envelope.sender.host):
                told.append(Fact(field=Field.URL, value=self.title.href, source=SOURCE))
        elif not self.envelope.archived:
            url = _web_version(self.lines, self.envelope.sender.host)
            told += [Fact(field=Field.URL, value=url, source=SOURCE)] if url else []
        if self.forwarder is not None and self.envelope.outlet_and_person()[0]:
            told += [fact for fact in self.forwarder.facts() if fact.field is Field.OUTLET]
        return tuple(told)


def letters_of(lines: Sequence[MailLine], envelope: Envelope) -> list[Letter]:
    """The articles among `lines`: one, unless headings with links of their own part several.

    A mail that was passed on within this one has its own sender, who is the outlet; what the
    forwarder wrote above it is left out where it is short.
    """
    inner, rest = _forwarded(lines)
    if inner is not None:
        return _stories(rest, inner, envelope)
    return _stories(lines, envelope, None)


def _forwarded(lines: Sequence[MailLine]) -> tuple[Envelope | None, Sequence[MailLine]]:
    """The envelope of the mail passed on, and its lines."""
    for position, line in enumerate(lines):
        if len(line.text) < 100 and mail_words().forwarded.fullmatch(line.text.strip()):
            above = sum(len(one.text.split()) for one in lines[:position])
            envelope, count = _fields(lines[position + 1 : position + 1 + 2 * _MOST_FIELDS])
            if envelope is None or above > _WORDS_OF_A_STORY:
                continue
            rest = lines[position + 1 + count :]
            again, deeper = _forwarded(rest)
            return (again, deeper) if again is not None else (envelope, rest)
    return None, lines


def _fields(lines: Sequence[MailLine]) -> tuple[Envelope | None, int]:
    """The fields at the beginning of `lines`, and how many lines they take."""
    told: dict[str, str] = {}
    count = 0
    for line in lines[:_MOST_FIELDS]:
        match = _FIELD.match(line.text)
        key = mail_words().fields.get(match.group(1).strip(" *").casefold()) if match else None
        if match is None or key is None:
            break
        told.setdefault(key, (match.group(2) or "").strip(" *"))
        count += 1
    if "from" not in told or not {"sent", "subject"} & told.keys():
        return None, 0
    sender = address_in(told["from"])
    if (not sender.host and not sender.name) or (not sender.name and "@" not in told["from"]):
        sender = Address(name=told["from"], host="")
    sent = told.get("sent", "")
    return (
        Envelope(sender=sender, subject=told.get("subject", ""), sent=moment_of(sent)),
        count,
    )


def _stories(
    lines: Sequence[MailLine], envelope: Envelope, forwarder: Envelope | None
) -> list[Letter]:
    heads = [
        position
        for position, line in enumerate(lines)
        if line.heading
        and line.linked >= _LINKED
        and len(line.text.split()) >= _FEWEST_WORDS_OF_A_TITLE
    ]
    ends = [*heads[1:], len(lines)] if heads else []
    told = [
        (position, end)
        for position, end in zip(heads, ends, strict=True)
        if _prose(lines[position + 1 : end]) >= _WORDS_OF_A_STORY
    ]
    if len(told) < 2 or len(told) < len(heads) - 1:
        return [Letter(lines=tuple(lines), envelope=envelope, forwarder=forwarder)]
    return [
        Letter(
            lines=tuple(lines[position:end]),
            envelope=envelope,
            forwarder=forwarder,
            title=lines[position],
        )
        for position, end in told
    ]


def _prose(lines: Sequence[MailLine]) -> int:
    """Words in lines that are mostly no links and have at least a dozen words."""
    counts = [len(line.text.split()) for line in lines if line.linked < 0.5]
    return sum(count for count in counts if count >= 12)


def is_digest(lines: Sequence[MailLine]) -> bool:
    """Whether `lines` only list articles that stand elsewhere: linked titles, no paragraph.

    What an alert quotes of an article is no article; its title is a reference.
    """
    entries = [
        line
        for line in lines
        if line.href is not None
        and role_of(line) is None
        and (line.linked >= _LINKED or line.text.startswith("http"))
    ]
    distinct = {line.href for line in entries}
    prose = any(
        len(line.text.split()) >= _WORDS_OF_PROSE and line.linked < 0.5 and role_of(line) is None
        for line in lines
    )
    titled = [
        line
        for line in entries
        if len(_LINK_OUT.sub("", line.text).split()) >= _FEWEST_WORDS_OF_A_TITLE
        or line.text.startswith(("http", "<http"))
    ]
    return len(distinct) >= _FEWEST_ENTRIES and len(titled) >= _FEWEST_ENTRIES and not prose


def role_of(line: MailLine) -> str | None:
    """The role of a line that mail programs and senders add; None for others."""
    if len(line.text) > _LONGEST_FURNITURE:
        return None
    for role, pattern in mail_words().lines:
        if pattern.match(line.text):
            return role
    return None


def text_of(letter: Letter) -> tuple[str, tuple[Marked, ...]]:
    """The lines of a letter joined by line feeds, and marks for the roles that are known.

    The headline is the line that repeats the title. Behind the last paragraph of prose, what
    follows the first line about the subscription is small print as a whole.
    """
    title = letter.title.text if letter.title is not None else letter.envelope.title()
    folded = _MENTIONED.findall(title.casefold())
    roles = [role_of(line) for line in letter.lines]
    prose = [
        position
        for position, line in enumerate(letter.lines)
        if len(line.text.split()) >= 12 and roles[position] is None and line.linked < 0.5
    ]
    last = prose[-1] if prose else len(letter.lines)
    small_print = False
    headed = False
    marks = []
    at = 0
    for position, line in enumerate(letter.lines):
        role = roles[position]
        small_print = small_print or (position > last and role == "legal")
        short = len(line.text) <= _LONGEST_FURNITURE
        if not headed and short and folded and _MENTIONED.findall(line.text.casefold()) == folded:
            role, headed = "headline", True
        elif role is None and (small_print or line.signature):
            role = "legal"
        elif role is None and line.heading:
            role = "subhead"
        elif role is None and line.linked >= _LINKED and len(line.text.split()) <= 6:
            role = "navigation"
        if role is not None:
            marks.append(Marked(span=Span(start=at, end=at + len(line.text)), role=role))
        at += len(line.text) + 1
    return "\n".join(line.text for line in letter.lines), tuple(marks)


def _web_version(lines: Sequence[MailLine], host: str) -> str | None:
    """Where "view in browser" leads, if that is a place of the sender's own."""
    for line in lines:
        if line.href and role_of(line) == "navigation" and _same_house(line.href, host):
            return line.href
    return None


def _same_house(url: str, host: str) -> bool:
    """Whether `url` is on the host that the sender's address is on, or beside it."""
    other = url.split("/")[2].rpartition("@")[2].partition(":")[0].casefold()
    return bool(host) and _house(other) == _house(host)


def _house(host: str) -> str:
    """The last two labels of a host's name, three where the second is a short one ("co.uk")."""
    labels = host.split(".")
    return ".".join(labels[-3:] if len(labels) > 2 and len(labels[-2]) <= 3 else labels[-2:])
