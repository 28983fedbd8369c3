"""Names in headlines, where every word has a capital and a recogniser joins what does not belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.annotate.nametables import entry_of, is_known_word
from firsthand.annotate.nametrims import Name
from firsthand.annotate.wording import Wording
from firsthand.domain import Span
from firsthand.tables.givennames import is_given_name
from firsthand.tables.leaders import state_led_by
from firsthand.tables.media import is_outlet
from firsthand.tables.namewords import name_words
from firsthand.tables.rarity import rarity

__all__ = ["in_headlines"]

_TOWN = 10_000
"""Inhabitants from which a word of a headline is believed to be a town."""

_RARE = 0.75
"""Rarity below which a headline's word that nothing else knows is a common one."""

_NO_NAME_POS = frozenset({"VERB", "AUX", "ADV", "PRON", "DET", "ADP", "SCONJ", "PART", "NUM"})


def in_headlines(wording: Wording, found: Sequence[Name]) -> list[Name]:
    """The names, those of headlines cut to what the text below, or a table, knows as a name.

    "Subpoena Flynn" is Flynn, "TRUMP MEETS MACRON" are two. A headline's name that nothing else
    knows is cut at words that are written small below or are no nouns.

    Args:
        wording: The article's.
        found: Ascending, not overlapping.
    """
    trusted: dict[str, str] = {}
    for name in found:
        if name.first not in wording.headed:
            trusted.setdefault(name.text.casefold(), name.label)
            if name.label == "PERSON" and " " in name.text:
                trusted.setdefault(name.text.rpartition(" ")[2].casefold(), "PERSON")
    cut: list[Name] = []
    for name in found:
        if name.first not in wording.headed or _is_whole(name, trusted):
            cut.append(name)
        elif name.last - name.first < 2:
            if (
                name.label in {"GPE", "LOC", "NORP"}
                or rarity(name.text.lower()) > _RARE
                or state_led_by(name.text.title()) is not None
            ):
                cut.append(name)
        else:
            cut.extend(_parts(wording, name, trusted))
    return cut


def _is_whole(name: Name, trusted: dict[str, str]) -> bool:
    """Whether a headline's name is one that the text below or a table knows."""
    return (
        name.text.casefold() in trusted
        or is_known_word(name.text)
        or is_outlet(name.text)
        or (
            " " in name.text
            and name.text.casefold().rpartition(" ")[2] in name_words().body_endings
        )
    )


def _parts(wording: Wording, name: Name, trusted: dict[str, str]) -> Iterator[Name]:
    """The parts of a headline's name that are names by themselves."""
    parts: list[Name] = []
    at = _end_of_person(wording, name)
    if at > name.first and (person := _part(wording, name, name.first, at, "PERSON")) is not None:
        parts.append(replace(person, title=name.title))
    while at < name.last:
        for end in range(name.last, at, -1):
            part = _known(wording, name, at, end, trusted)
            if part is not None:
                parts.append(part)
                at = end
                break
        else:
            at += 1
    if parts:
        yield from parts
        return
    if name.label in {"GPE", "LOC", "FAC", "NORP"}:
        yield name
        return
    start = name.first
    for at in range(name.first, name.last + 1):
        if at == name.last or (_is_no_name(wording, at) and at > start):
            if at > start:
                kept = _part(wording, name, start, at, name.label)
                if kept is not None:
                    yield kept
            start = at + 1
        elif at < name.last and _is_no_name(wording, at):
            start = at + 1


def _end_of_person(wording: Wording, name: Name) -> int:
    """Where a title's given name and surname end ("Mayor Todd Gloria|speaks"); the start if it has none.

    Behind a title and a given name the next word is a surname, whatever town is called like it.
    """
    first = name.first
    if name.label != "PERSON" or not name.title or not is_given_name(wording.word(first).title()):
        return first
    end = first + 1
    while end < name.last and not _is_no_name(wording, end):
        if end > first + 1 and rarity(wording.lower(end)) < _RARE:
            break
        end += 1
    return end if end > first + 1 else first


def _is_no_name(wording: Wording, at: int) -> bool:
    """Whether a headline's word is written small below, or is a verb or the like."""
    word, lower = wording.word(at), wording.lower(at)
    if is_given_name(word) or lower in name_words().particles or is_known_word(word):
        return False
    if lower in name_words().body_endings:
        return False
    return lower in wording.common or wording.tokens[at].pos in _NO_NAME_POS


def _known(
    wording: Wording, name: Name, first: int, last: int, trusted: dict[str, str]
) -> Name | None:
    """Part of a headline's name that the text below or a table knows."""
    written = " ".join(wording.written(first, last).split()).removesuffix("'s").removesuffix("’s")
    folded = written.casefold()
    if len(folded) < 2:
        return None
    if folded in trusted:
        return _part(wording, name, first, last, trusted[folded])
    plain = written.title() if written.isupper() and len(written) > 3 else written
    if is_known_word(plain):
        return _part(wording, name, first, last, "")
    if last - first == 1:
        if folded in wording.common:
            return None
        if state_led_by(plain) is not None:
            return _part(wording, name, first, last, "PERSON")
        if folded in name_words().never_places or rarity(folded) < _RARE:
            return None
    entry = entry_of(written)
    if entry.own and entry.people >= _TOWN and name.label != "PERSON":
        return _part(wording, name, first, last, "GPE")
    if entry.own and entry.people >= _TOWN and first in wording.capitals:
        return _part(wording, name, first, last, "GPE")
    return None


def _part(wording: Wording, name: Name, first: int, last: int, label: str) -> Name | None:
    """The name of some of a name's tokens; None when its span leaves nothing of them."""
    if (first, last) == (name.first, name.last):
        return replace(name, label=label)
    start, end = wording.tokens[first].start, wording.tokens[last - 1].end
    end = min(end, name.span.end) if last == name.last else end
    start = max(start, name.span.start) if first == name.first else start
    text = wording.text[start:end]
    for ending in ("'s", "’s"):
        if text.endswith(ending):
            end -= len(ending)
    if end <= start:
        return None
    span = Span(start, end)
    words = " ".join(span.of(wording.text).split())
    return replace(name, first=first, last=last, label=label, span=span, text=words, title=False)
