"""Facts as the fields of a format state them: squeezed, dated, names parted, agencies told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from html import unescape

from firsthand.domain import Fact, Field
from firsthand.read.moments import moment_of
from firsthand.tables.agencies import agency_named
from firsthand.tables.languages import languages

__all__ = [
    "PARTIAL",
    "SUMMARY_ONLY",
    "Stating",
    "flattened",
    "has_markup",
    "plain",
    "squeezed",
    "word_weight",
]

SUMMARY_ONLY = "the feed gives a summary only"
PARTIAL = "the text is cut off where it was exported"

_LONGEST = 2_000
"""Characters of a field's value that are kept; a standfirst has a few hundred."""

_MOST = 60
"""Values of one field that are kept: a paper with more authors than that lists them elsewhere."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
_BREAKING = re.compile(r"</?(?:p|br|div|li|h[1-6]|tr|ul|ol)\b[^<>]{0,2000}>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_WEIGHED = 20_000
_WORD = re.compile(r"[^\W_]+")
_DENSE = re.compile("[\u3040-\u9fff\u0e00-\u0eff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,3}")
_RIGHTS = re.compile(
    r"copyright|\(c\)|©|all rights reserved|rights reserved|alle rechte vorbehalten"
    r"|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|\bby\b|\bthe\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def squeezed(value: object) -> str:
    """`value` with each run of white space as one blank; empty for anything that is no text."""
    if not isinstance(value, str):
        return ""
    return " ".join(sound(value[: 4 * _LONGEST]).split())[:_LONGEST].rstrip()


def sound(text: str) -> str:
    """`text` with line feeds alone for line ends, and without halves of characters and NULs."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = text.replace("\u2029", "\n").replace("\x00", "\ufffd")
    if _SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def has_markup(text: str) -> bool:
    """Whether `text` holds tags, as against a sign of "less than"."""
    return _TAG.search(text) is not None


def plain(value: object) -> str:
    """A short text without tags and character references, squeezed."""
    text = value if isinstance(value, str) else ""
    text = text[: 8 * _LONGEST]
    if "<" in text and has_markup(text):
        text = _TAG.sub("", _BREAKING.sub(" ", text))
    return squeezed(unescape(text) if _ENTITY.search(text) else text)


@cache
def _codes() -> Mapping[str, str]:
    """English names of languages in lower case to their codes."""
    return {name.casefold(): code for code, name in languages().names.items()}


@dataclass(slots=True)
class Stating:
    """Gathers the facts that one format states of one record, in the order in which it does."""

    source: str
    """The name of the format, as in the table of trust."""

    facts: list[Fact] = field(default_factory=list)

    def say(self, what: Field, *values: object) -> None:
        """State each of `values` that is a text with words in it, once."""
        for value in values:
            words = plain(value)
            fact = Fact(field=what, value=words, source=self.source)
            if words and fact not in self.facts and self._count(what) < _MOST:
                self.facts.append(fact)

    def say_moment(self, what: Field, *values: object) -> None:
        """State the first of `values` that is a moment; an update at publication is none."""
        for value in values:
            moment = moment_of(value)
            if moment is not None:
                if what is not Field.UPDATED or moment != self.first(Field.PUBLISHED):
                    self.say(what, moment)
                return

    def say_address(self, *values: object) -> None:
        """State the first of `values` that is an address of the web as the article's own."""
        for value in values:
            address = value.strip() if isinstance(value, str) else ""
            if _ADDRESS.fullmatch(address) and len(address) <= _LONGEST:
                self.facts.append(Fact(field=Field.URL, value=address, source=self.source))
                return

    def say_language(self, *values: object) -> None:
        """State the first of `values` that names a language ("en", "de-AT", "German")."""
        for value in values:
            code = value.strip() if isinstance(value, str) else ""
            code = _codes().get(code.casefold(), code)
            if _LANGUAGE.fullmatch(code):
                self.say(Field.LANGUAGE, code.replace("_", "-"))
                return

    def say_people(self, values: Iterable[object]) -> None:
        """State those who wrote it: agencies among them as wires, all others as authors."""
        for value in values:
            name = plain(value)
            if name:
                self.say(Field.WIRE if agency_named(name) else Field.AUTHOR, name)

    def say_from(self, *values: object) -> None:
        """State credit lines for the text: an agency is a wire, anything else a credit."""
        for value in values:
            name = plain(value)
            if name:
                self.say(Field.WIRE if agency_named(name) else Field.CREDIT, name)

    def say_rights(self, *values: object) -> None:
        """State lines on rights as notices, but for those that only repeat who the outlet is.

        "© 2026 Harbour Gazette. All rights reserved" says no more than the outlet's name; a line
        that names somebody else says whose text it is.
        """
        outlets = [fact.value for fact in self.facts if fact.field is Field.OUTLET]
        for value in values:
            words = plain(value)
            rest = _RIGHTS.sub(" ", words.casefold())
            for name in outlets:
                rest = rest.replace(_RIGHTS.sub(" ", name.casefold()).strip(), " ")
            if re.search(r"[^\W\d_]", rest):
                self.say(Field.NOTICE, words)

    def say_holder(self, *names: object) -> None:
        """State who holds the rights: the outlet where none is stated, else as lines on rights."""
        for name in names:
            holder = plain(name)
            if holder and not self.says(Field.OUTLET):
                self.say(Field.OUTLET, holder)
            elif holder:
                self.say_rights(f"© {holder}")

    def says(self, what: Field) -> bool:
        """Whether anything has been stated of `what`."""
        return any(fact.field is what for fact in self.facts)

    def first(self, what: Field) -> str:
        """The first value stated of `what`; empty when there is none."""
        return next((fact.value for fact in self.facts if fact.field is what), "")

    def done(self) -> tuple[Fact, ...]:
        """What has been stated."""
        return tuple(self.facts)

    def _count(self, what: Field) -> int:
        return sum(fact.field is what for fact in self.facts)


def flattened(value: object, *, depth: int = 3) -> Iterator[object]:
    """The leaves of a list of lists; `value` itself when it is no list."""
    if isinstance(value, list):
        if depth:
            for one in value[:_MOST]:
                yield from flattened(one, depth=depth - 1)
    else:
        yield value


def word_weight(markup: str) -> float:
    """About how many words a text has; two characters of a script without blanks count as one."""
    text = _TAG.sub(" ", markup[:_WEIGHED])
    dense = 0 if text.isascii() else len(_DENSE.findall(text))
    return len(_WORD.findall(text)) + dense / 2
