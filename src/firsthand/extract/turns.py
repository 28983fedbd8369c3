"""The turns of a transcript: who the labels name, and which turns only ask."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from firsthand.domain import Marked, Span, Turn
from firsthand.extract.parts import Text
from firsthand.tables.recordwords import record_words

__all__ = ["turns_of"]

_ASIDE = re.compile(r"\s*[\[(]([^\[\]()]{1,60})[\])]")
_BODY_ASIDE = re.compile(r"[^\W\d_a-zà-ÿ][^\d\[\]()]{1,50}")
"""What in brackets behind a name is a body ("StS FELD (BMI)"): it opens with a capital."""

_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")
_MOST_QUESTIONS = 4
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_JOINING = frozenset(
    ["by", "and", "with", "to", "from", "of", "for", "the", "mit", "von", "und", "par", "con", "y"]
)
"""What stands before a name in a title and is no name ("BRIEFING BY FELD")."""

_ARTICLES = frozenset(["the", "der", "die", "das", "le", "la", "el", "il"])
_LONGEST_SEARCHED = 20_000
"""Characters of a transcript's head in which full names are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    speaker: str | None
    is_name: bool = False
    authority: str | None = None


def turns_of(
    cut: Text, marks: Sequence[Marked], *, shift: int, outlet: str | None
) -> tuple[Turn, ...]:
    """Find the turns in an article's text.

    Args:
        cut: The article's text.
        marks: Of the capture; those with the role ``speaker`` are labels.
        shift: How much further on a stretch of the capture's text stands in the raw text.
        outlet: The body whose transcript it is, where a head names one.

    Returns:
        Ascending; empty for anything but a transcript.
    """
    labels = [
        Span(mark.span.start + shift, mark.span.end + shift)
        for mark in marks
        if mark.role == "speaker"
    ]
    starts = {one.raw.start: one for one in cut.kept}
    printed = [label.of(cut.raw_text) for label in labels]
    head = cut.raw_text[: min(labels[0].start if labels else 0, _LONGEST_SEARCHED)]
    named = {label: _named(label, head, printed, outlet) for label in sorted(set(printed))}
    found = []
    for label, name in zip(labels, printed, strict=True):
        kept = starts.get(label.start)
        if kept is None:
            continue
        line = kept.text.of(cut.text)
        rest = line[len(name) :].lstrip(": \u00a0")
        if not rest:
            continue
        one = named[name]
        found.append(
            Turn(
                label=Span(kept.text.start, kept.text.start + len(name)),
                words=Span(kept.text.end - len(rest), kept.text.end),
                speaker=one.speaker,
                is_name=one.is_name,
                authority=one.authority,
                asks=one.speaker is None or _only_asks(rest),
            )
        )
    return tuple(found)


def _named(label: str, head: str, printed: Sequence[str], outlet: str | None) -> _Named:
    """Whom a label names."""
    table = record_words()
    asides = [match[1] for match in _ASIDE.finditer(label)]
    bare, _, affiliation = _ASIDE.sub("", label).partition(",")
    words = bare.split()
    if " ".join(words).casefold().strip(".") in table.questioners or (
        words and words[0].casefold().strip(".") in table.questioners
    ):
        return _Named(speaker=None)
    if any(word.isdecimal() for word in words):
        return _Named(speaker=" ".join(words).casefold())
    while len(words) > 1 and words[0].casefold().strip(".") in table.honorifics:
        words = words[1:]
    name = " ".join(words).strip(" .")
    body = next((one for one in asides if _BODY_ASIDE.fullmatch(one)), "") or affiliation.strip()
    if not name or words[0].casefold() in _ARTICLES or name.casefold() in table.offices:
        return _Named(speaker=name.casefold() or None, authority=body or outlet)
    full = _in_full(words[-1], head, printed)
    speaker = full or (name.title() if name.isupper() and len(name) > 1 else name)
    of_house = full is not None and full.casefold() in head.casefold() and affiliation == ""
    return _Named(
        speaker=speaker, is_name=True, authority=body or (outlet if of_house else None) or None
    )


def _in_full(last: str, head: str, printed: Sequence[str]) -> str | None:
    """The full name that ends in `last`, as the head or another label prints it."""
    bare = (last.rpartition(".")[2] or last).casefold()
    for text in (*head.split("\n"), *sorted(set(printed))):
        words = list(_WORD.finditer(text))
        for before, word in pairwise(words):
            beside = text[before.end() : word.start()].strip(" \u00a0") in {"", "."}
            if beside and word.group().strip(".").casefold() == bare:
                given, family = before.group(), word.group().strip(".")
                if _is_given(given, capitals=text.isupper()):
                    given = given.title() if given.isupper() else given
                    return f"{given} {family.title() if family.isupper() else family}"
    return None


def _is_given(word: str, *, capitals: bool) -> bool:
    """Whether a word before a family name can be the first name.

    Args:
        word: As printed.
        capitals: Whether the line is set in capitals.
    """
    bare = word.casefold().strip(".")
    table = record_words()
    return (
        word[0].isupper()
        and (capitals or not word.isupper())
        and bare not in _JOINING
        and bare not in table.honorifics
        and bare not in table.offices
        and len(bare) > 1
    )


def _only_asks(words: str) -> bool:
    """Whether a turn is nothing but a few questions."""
    sentences = [one.strip() for one in _SENTENCE.findall(words) if one.strip()]
    return 0 < len(sentences) <= _MOST_QUESTIONS and all(one.endswith("?") for one in sentences)
