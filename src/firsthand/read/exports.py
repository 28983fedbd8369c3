"""Records of other tools: one article each, under whatever names the tool gives its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from firsthand.domain import Capture, Fact, Field, Form, Marked, Rejected, Span
from firsthand.read.documents import Document
from firsthand.read.export_values import Fields, is_host, names_in, outlet_name, words_in
from firsthand.read.moments import moment_of
from firsthand.read.stating import (
    PARTIAL,
    SUMMARY_ONLY,
    Stating,
    has_markup,
    plain,
    sound,
    squeezed,
)

__all__ = ["HINT", "export_capture", "has_article_keys"]

HINT = 'name the columns or keys "title", "text", "url", "date", "authors", "outlet", "language"'
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_CUT = re.compile(r"\[\+?\d{1,7}(?: more)? char(?:acter)?s\]$")
_LONGEST_MARK = 40
"""What news services put where they cut a text ("… [+1234 chars]")."""

_ENDS_CUT = re.compile(r"(?:\[(?:…|\.{3})\]|…|[^.]\.{3})\s*$")
_PATH = re.compile(r"^https?://[^/]+/.")
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS = 12
_TRUE = frozenset(["true", "yes", "1"])
_FALSE = frozenset(["false", "no", "0"])


def has_article_keys(value: Mapping[str, Any]) -> bool:
    """Whether a record has a field that holds text, or a title beside a summary or an address."""
    fields = Fields(value)
    if any(
        isinstance(one, str | list | dict) for one in (*fields.all("text"), *fields.all("html"))
    ):
        return True
    return bool(fields.all("title")) and bool(fields.all("standfirst") or fields.all("url"))


def export_capture(
    document: Document,
    label: str,
    value: Mapping[str, Any],
    *,
    raw: bytes | None,
    source: str,
    envelope: Mapping[str, Any] | None = None,
) -> Capture | Rejected:
    """Take a record as an article.

    Args:
        document: What it stands in.
        label: ``#3``, or empty where it is the only one.
        value: Its fields.
        raw: Its own bytes; None: those of `document`.
        source: ``export`` or ``table``: whose word the facts are.
        envelope: What stands beside the list of records.

    Returns:
        A rejection where it holds no text.
    """
    fields = Fields(value)
    stating = _stated(fields, source)
    facts = [*stating.done(), *_of_envelope(envelope, source, stating)]
    text, form = _text_of(fields)
    if not text:
        standfirst = stating.first(Field.STANDFIRST)
        if _letters(standfirst) < _FEWEST_LETTERS or standfirst == stating.first(Field.TITLE):
            why = "holds a headline only" if stating.says(Field.TITLE) else "has no text"
            address = stating.first(Field.URL)
            hint = f"fetch the page at {address} and hand that in" if address else HINT
            return Rejected(item=document.item + label, stage="read", reason=why, hint=hint)
        text, form = standfirst, Form.PARAGRAPHS
        facts = [fact for fact in facts if fact.field is not Field.STANDFIRST]
        facts.append(_notice(SUMMARY_ONLY.replace("the feed", f"the {source}"), source))
    marks: tuple[Marked, ...] = ()
    cut = _cut_mark(text) if form is not Form.HTML else None
    if cut is not None:
        marks = (Marked(span=cut, role="navigation"),)
    if cut is not None or (form is not Form.HTML and _ENDS_CUT.search(text[-40:])):
        facts.append(_notice(PARTIAL, source))
    fetched = (moment_of(one) for one in fields.all("fetched"))
    return document.capture(
        text,
        form,
        format=source,
        record=label,
        raw=raw,
        fetched_at=next((one for one in fetched if one is not None), None),
        facts=tuple(facts),
        marks=marks if form is Form.PARAGRAPHS else (),
    )


def _cut_mark(text: str) -> Span | None:
    """Where a news service says how much it left out; None: it does not."""
    end = len(text.rstrip())
    match = _CUT.search(text, max(0, end - _LONGEST_MARK), end)
    return None if match is None else Span(match.start(), end)


def _notice(words: str, source: str) -> Fact:
    return Fact(field=Field.NOTICE, value=words, source=source)


def _letters(text: str) -> int:
    """How many letters there are, counted up to as many as are asked for."""
    return sum(1 for _ in islice(_LETTER.finditer(text, 0, 4000), _FEWEST_LETTERS))


def _text_of(fields: Fields) -> tuple[str, Form]:
    """A whole page if the record keeps one, else its text; empty when there is none."""
    for one in fields.all("html"):
        page = sound(one) if isinstance(one, str) else ""
        if _PAGE.search(page[:4000]):
            return page, Form.HTML
    for one in (*fields.all("text"), *fields.all("html")):
        text = sound(words_in(one))
        if _letters(text) < _FEWEST_LETTERS:
            continue
        if _PAGE.match(text.lstrip()[:200]):
            return text, Form.HTML
        if has_markup(text):
            return text, Form.FRAGMENT
        return text, Form.PARAGRAPHS
    return "", Form.PARAGRAPHS


def _stated(fields: Fields, source: str) -> Stating:
    stating = Stating(source=source)
    stating.say(Field.TITLE, *_single(fields, "title"))
    named = [*_single(fields, "outlet"), *_single(fields, "host")]
    # some tools keep the page's address as its "source"
    stating.say_address(*_single(fields, "url"), *(one for one in named if _PATH.search(one)))
    stating.say_people(name for one in fields.all("author")[:1] for name in names_in(one))
    # a name before a host: "Harbour Gazette" before "harbourgazette.example"
    outlets = sorted((outlet_name(one) for one in named), key=is_host)
    stating.say(Field.OUTLET, *outlets)
    stating.say(Field.WIRE, *_single(fields, "wire"))
    _say_moments(stating, fields)
    stating.say_language(*_single(fields, "language"))
    stating.say(Field.STANDFIRST, *_single(fields, "standfirst")[:1])
    stating.say(Field.SECTION, *_single(fields, "section"))
    stating.say(Field.CREDIT, *_single(fields, "credit"))
    stating.say(Field.DATELINE, *_single(fields, "dateline")[:1])
    stating.say(Field.CORRECTION, *_single(fields, "correction"))
    stating.say(Field.NOTICE, *_single(fields, "notice"))
    stating.say_rights(*_single(fields, "rights"))
    free, paid = fields.first("free"), fields.first("paywall")
    if free is not None or paid is not None:
        said = str(paid if free is None else free).strip().casefold()
        stating.say(Field.PAYWALL, *_paywall(said, free=free is not None))
    return stating


def _paywall(said: str, *, free: bool) -> list[str]:
    if said not in _TRUE | _FALSE:
        return []
    return ["yes" if (said in _TRUE) != free else "no"]


def _single(fields: Fields, name: str) -> list[str]:
    return [words for one in fields.all(name) for words in list(names_in_or_text(one))[:20]]


def names_in_or_text(value: object) -> Iterator[str]:
    """A string as it stands, else the names in a list or an object."""
    if isinstance(value, str):
        yield from names_in(value) if value.lstrip().startswith("[") else [value]
    else:
        yield from names_in(value)


def _say_moments(stating: Stating, fields: Fields) -> None:
    for one in fields.all("published"):
        moment = moment_of(one)
        if moment is None:
            continue
        clock = fields.first("clock")
        if "T" not in moment and isinstance(clock, str):
            moment = moment_of(f"{moment}T{squeezed(clock)}") or moment
        stating.say(Field.PUBLISHED, moment)
        break
    stating.say_moment(Field.UPDATED, *fields.all("updated"))


def _of_envelope(
    envelope: Mapping[str, Any] | None, source: str, stating: Stating
) -> Iterator[Fact]:
    """The outlet and language that stand beside the list, for records that name none."""
    if not envelope:
        return
    around = Fields({name: one for name, one in envelope.items() if not isinstance(one, list)})
    outer = Stating(source=source)
    if not stating.says(Field.OUTLET):
        outer.say(Field.OUTLET, *(outlet_name(plain(one)) for one in _single(around, "outlet")))
    if not stating.says(Field.LANGUAGE):
        outer.say_language(*_single(around, "language"))
    yield from outer.done()
