"""Split a text into sentences by its characters alone, for stages that run before parsing."""

from __future__ import annotations

import re

from firsthand.domain import Span

__all__ = ["sentences"]

_END = re.compile(r"""[.!?…。！？]+["'”’»)\]]*(?=\s+["'“‘«„(\[]*[^\W_a-z]|\s*$)|\n\s*\n""")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\"'“‘])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Gov|Sen|Rep|Rev|St|"
    r"Jr|Sr|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|(?:[A-Za-z]\.)+[A-Za-z])\.$"
)


def sentences(text: str) -> tuple[Span, ...]:
    """Sentences of `text`, ascending, not overlapping, without the white space around them.

    A sentence ends at a mark that a capital, a figure or the end follows, and at every blank line.
    Titles, initials and month abbreviations do not end one. Needs no parser and no language model;
    where a parse exists, `Reading.sentences` is better. Empty when `text` is blank.
    """
    found: list[Span] = []
    begin = 0
    for mark in _END.finditer(text):
        if text[mark.start()] == "." and _ABBREVIATION.search(
            text[max(begin, mark.start() - 12) : mark.start() + 1]
        ):
            continue
        _keep(text, begin, mark.end(), found)
        begin = mark.end()
    _keep(text, begin, len(text), found)
    return tuple(found)


def _keep(text: str, begin: int, end: int, found: list[Span]) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        found.append(Span(begin, end))
