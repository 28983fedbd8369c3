"""Subtitles and captions: SRT, WebVTT, SBV and TTML, as the running text of what is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from firsthand.domain import Fact, Field, Form, Marked, Span
from firsthand.errors import InputError
from firsthand.read.cue_text import Passage, passages_of
from firsthand.read.cues import (
    SBV_TIMING,
    TIMING,
    Cue,
    language_of_vtt,
    sbv_cues,
    timed_cues,
    ttml_cues,
    ttml_head,
)
from firsthand.read.decoding import decoded
from firsthand.read.documents import Document
from firsthand.read.formats import Format, Row, Sample
from firsthand.read.stating import Stating
from firsthand.read.xml_trees import root_name, tree_of

__all__ = ["FORMATS"]

_SOURCE = "subtitles"
_FIRST_LINES = 4
"""Lines at the beginning of an SRT file within which its first line of times stands."""

_FEWEST_TURNS = 2
_DAMAGED = "is a subtitle file without words"
_HINT = "hand in one with the words that are said"


def _opening(sample: Sample) -> list[str]:
    text = sample.start[:2000].replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")[:_FIRST_LINES]


def _is_vtt(sample: Sample) -> bool:
    first = _opening(sample)[0]
    named = first.startswith(("WEBVTT ", "WEBVTT\t"))
    return first.rstrip() == "WEBVTT" or (named and "-->" in sample.text)


def _is_srt(sample: Sample) -> bool:
    lines = _opening(sample)
    return TIMING.fullmatch(lines[0]) is not None or (
        lines[0].strip().isdecimal()
        and any(TIMING.fullmatch(line) is not None for line in lines[1:3])
    )


def _is_sbv(sample: Sample) -> bool:
    return SBV_TIMING.fullmatch(_opening(sample)[0]) is not None


def _is_ttml(sample: Sample) -> bool:
    return root_name(sample.text) == "tt"


def _reader(
    name: str, cues_of: Callable[[str], Iterable[Cue]]
) -> Callable[[Document], Iterator[Row]]:
    def read(document: Document) -> Iterator[Row]:
        text, encoding = decoded(document.item, document.whole())
        language = language_of_vtt(text) if name == "vtt" else ""
        yield from _rows(document, name, cues_of(text), encoding, language=language)

    return read


def _read_ttml(document: Document) -> Iterator[Row]:
    tree = tree_of(document.item, document.whole())
    title, language = ttml_head(tree.root)
    yield from _rows(
        document, "ttml", ttml_cues(tree.root), tree.encoding, language=language, title=title
    )


def _rows(
    document: Document,
    name: str,
    cues: Iterable[Cue],
    encoding: str,
    *,
    language: str = "",
    title: str = "",
) -> Iterator[Row]:
    passages = passages_of(cues)
    if all(one.sound for one in passages):
        raise InputError(document.item, _DAMAGED, _HINT)
    text, marks = _set_out(passages)
    named = sum(one.speaker is not None for one in passages)
    say = Stating(_SOURCE)
    say.say(Field.TITLE, title)
    say.say_language(language)
    facts: tuple[Fact, ...] = say.done()
    yield document.capture(
        text,
        Form.TURNS if named >= _FEWEST_TURNS else Form.PARAGRAPHS,
        format=name,
        encoding=encoding,
        facts=facts,
        marks=marks,
    )


def _set_out(passages: list[Passage]) -> tuple[str, tuple[Marked, ...]]:
    lines, marks, at = [], [], 0
    for one in passages:
        line = f"{one.speaker}: {one.text}" if one.speaker else one.text
        if one.sound:
            marks.append(Marked(span=Span(at, at + len(line)), role="sound"))
        elif one.speaker:
            marks.append(Marked(span=Span(at, at + len(one.speaker)), role="speaker"))
        lines.append(line)
        at += len(line) + 1
    return "\n".join(lines), tuple(marks)


FORMATS = (
    Format(name="webvtt", matches=_is_vtt, read=_reader("vtt", timed_cues)),
    Format(name="srt", matches=_is_srt, read=_reader("srt", timed_cues)),
    Format(name="sbv", matches=_is_sbv, read=_reader("sbv", sbv_cues)),
    Format(name="ttml", matches=_is_ttml, read=_read_ttml),
)
