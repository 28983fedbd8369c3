"""Transcripts of briefings and interviews: one turn a line, the head's lines told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from firsthand.domain import Fact, Field, Form, Marked, Span
from firsthand.read.decoding import decoded
from firsthand.read.documents import Document
from firsthand.read.formats import Format, Row, Sample
from firsthand.read.menus import holds_menu
from firsthand.read.paragraphs import Paragraphs
from firsthand.read.stating import Stating
from firsthand.read.turn_labels import Label, label_of, labels_tell_turns
from firsthand.tables.pagewords import page_words
from firsthand.tables.recordwords import record_words
from firsthand.text.timestamps import timestamps_in, without_stamps

__all__ = ["FORMATS"]

_SOURCE = "transcript"
_MOST_HEAD_LINES = 40
_SAMPLE_LINES = 400
_LONGEST_LABEL_LINE = 200
"""Characters up to which the line of a head is a title, a date or a place; longer ones are prose."""

_PROSE_WORDS = 12
_CLOCK = re.compile(
    r"\(?\s*\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\.?|uhr|hrs|h)?\s*(?:[A-Z]{2,5})?\s*\)?",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"\W*(?:for immediate release|embargo.{0,60}|transcript|mitschrift|full transcript|rush transcript"
    r"|unedited|unkorrigiert\w*.{0,40}|as delivered|internal transcript|on the record|via teleconference)\W*",
    re.IGNORECASE,
)
_FEWEST_TITLE_WORDS = 3
_LONGEST_BODY_WORDS = 8
_MOST_BESIDE_DATE = 4
_PLACES = frozenset(["room", "hall", "floor", "hotel", "building", "saal"])


def _matches(sample: Sample) -> bool:
    if sample.start.startswith(("<", "{", "[{")):
        return False
    lines = _lines(sample.text)[: _MOST_HEAD_LINES + _SAMPLE_LINES]
    found = [label_of(line) for line in lines]
    first = next((at for at, label in enumerate(found) if label is not None), None)
    if first is None or first > _MOST_HEAD_LINES or holds_menu(lines[:first]):
        return False
    return labels_tell_turns(found[first:])


def _lines(text: str) -> list[str]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return [line.strip() for line in text.split("\n") if line.strip()]


def _read(document: Document) -> Iterator[Row]:
    text, encoding = decoded(document.item, document.whole())
    lines = _lines(text)
    labels = [label_of(line) for line in lines]
    labels = _without_strays(labels)
    first = next(at for at, label in enumerate(labels) if label is not None)
    made = Paragraphs()
    facts = _head(lines[:first], made)
    _turns(lines[first:], labels[first:], made)
    yield document.capture(
        made.text,
        Form.TURNS,
        format=_SOURCE,
        encoding=encoding,
        facts=facts,
        marks=tuple(made.marks),
    )


def _without_strays(labels: Sequence[Label | None]) -> list[Label | None]:
    """A single word that comes once before a colon is a word of a turn ("Look: …"), no label."""
    counts: dict[str, int] = {}
    for label in labels:
        if label is not None:
            counts[label.key] = counts.get(label.key, 0) + 1
    return [
        label
        if label is not None and (label.sure or counts[label.key] > 1 or " " in label.name)
        else None
        for label in labels
    ]


def _head(lines: Sequence[str], made: Paragraphs) -> tuple[Fact, ...]:
    """Title, date and whose transcript it is, from the lines above the first turn."""
    say = Stating(_SOURCE)
    dated = [_is_date(line) for line in lines]
    clocks = [line for line in lines if _CLOCK.fullmatch(line)]
    title = _title_at(lines, dated)
    bodies = page_words().issuer_nouns
    for at, line in enumerate(lines):
        provided = [match[1] for one in record_words().provided if (match := one.fullmatch(line))]
        if provided:
            say.say(Field.OUTLET, provided[0].strip(" ."))
            made.add(line, "label")
        elif dated[at]:
            say.say_moment(Field.PUBLISHED, *_moments(line, clocks))
            made.add(line, "timestamp")
        elif _CLOCK.fullmatch(line):
            made.add(line, "timestamp")
        elif len(line.split()) >= _PROSE_WORDS and line.endswith((".", "!", "?")):
            made.add(line)
        elif at == title:
            say.say(Field.TITLE, line)
            say.say_moment(Field.PUBLISHED, *_moments(line, clocks))
            made.add(line, "headline")
        else:
            short = len(line.split()) <= _LONGEST_BODY_WORDS and _words(line)[-1] not in _PLACES
            if short and not say.says(Field.OUTLET) and not bodies.isdisjoint(_words(line)):
                say.say(Field.OUTLET, line)
            made.add(line, "label")
    return say.done()


def _is_date(line: str) -> bool:
    """Whether a line is a date, with a place or a weekday at most beside it."""
    if len(line) > _LONGEST_LABEL_LINE or not any(timestamps_in(line)):
        return False
    rest = _words(without_stamps(line))
    beside = [word for word in rest if any(one.isalpha() for one in word)]
    return len(beside) <= _MOST_BESIDE_DATE and record_words().occasions.isdisjoint(beside)


def _moments(line: str, clocks: Sequence[str]) -> list[str]:
    """The date of a line, with the head's clock time where the line has none."""
    found = [stamp.value for stamp in timestamps_in(line)]
    if len(found) == 1 and "T" not in found[0] and clocks:
        together = [one.value for one in timestamps_in(f"{line} {clocks[0].strip('() ')}")]
        return [*[one for one in together if "T" in one], *found]
    return found


def _title_at(lines: Sequence[str], dated: Sequence[bool]) -> int | None:
    """Which line is the title: the first that names an occasion, else the longest."""
    fit = [
        at
        for at, line in enumerate(lines)
        if len(line.split()) >= _FEWEST_TITLE_WORDS
        and len(line) <= _LONGEST_LABEL_LINE
        and not dated[at]
        and not _ANNOUNCES.fullmatch(line)
        and not (len(line.split()) >= _PROSE_WORDS and line.endswith("."))
    ]
    named = [at for at in fit if not record_words().occasions.isdisjoint(_words(lines[at]))]
    return named[0] if named else max(fit, key=lambda at: (len(lines[at]), -at), default=None)


def _words(line: str) -> list[str]:
    return [word.strip(".,:;()") for word in line.casefold().split()]


def _turns(lines: Sequence[str], labels: Sequence[Label | None], made: Paragraphs) -> None:
    name, words = "", list[str]()
    ended = False
    for line, label in zip(lines, labels, strict=True):
        aside = record_words().sounds.fullmatch(line)
        end = label is None and record_words().ends.fullmatch(line)
        if label is None and not aside and not end and not ended:
            words.append(line)
            continue
        if words:
            _add_turn(made, name, words)
            words = []
        if label is not None:
            name, ended = label.name, False
            words = [label.words] if label.words else []
        elif aside:
            made.add(line, "sound")
        else:
            made.add(line, "announcement" if end else "navigation")
            ended = True
    if words:
        _add_turn(made, name, words)


def _add_turn(made: Paragraphs, name: str, words: Sequence[str]) -> None:
    """Add a turn, its label marked."""
    start = made.size
    made.add(f"{name}: {' '.join(words)}")
    made.marks.append(Marked(span=Span(start, start + len(name)), role="speaker"))


FORMATS = (Format(name="transcript", matches=_matches, read=_read),)
