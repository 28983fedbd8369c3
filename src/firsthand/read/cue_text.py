"""Running text from cues: what rolls over the screen is said once, pauses divide paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from firsthand.read.cues import Cue

__all__ = ["Passage", "passages_of"]

_PAUSE_SECONDS = 2.5
"""Silence after a finished sentence from which a new paragraph begins."""

_LONG_PAUSE_SECONDS = 6.0
_LONG_PARAGRAPH = 700
"""Characters from which the next finished sentence ends a paragraph also without a pause."""

_ROLLING_SHARE = 0.3
"""Share of cues that repeat their forerunner's last line, or go on from all of it, from which a
file's captions roll: automatic ones show each line two or three times."""

_FEWEST_ROLLING = 4
_TOUCHING_SECONDS = 0.6
_READ = 20
"""Characters at a line's end that are looked at."""

_SOUND = re.compile(
    r"(?:[\[(（【][^\[\]()（）【】]{1,80}[\])）】]|[♪♫#*][^♪♫]{0,200}[♪♫#*]|[♪♫]+)[.!]?"
)
_CHEVRONS = re.compile(r"(?:>>+|&gt;&gt;|»)\s*")
_DASH = re.compile(r"[-–—‐]\s*(?=\S)")
_SURE_LABEL = re.compile(
    r"((?:(?:MR|MS|MRS|DR)\.? )?[^\W\d_a-zà-ÿ][^\W\d_a-zà-ÿ.'’ -]{1,38}(?: \d{1,2})?):\s+(?=\S)"
)
_LABEL = re.compile(r"((?:[^\W\d_][\w.'’-]*[ ]){0,3}[^\W\d_][\w.'’-]*):\s+(?=\S)")
_TERMINAL = re.compile(r"[.!?…][\"'”’»)\]]*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, or a sound."""

    text: str
    speaker: str | None = None
    sound: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    begin: float
    end: float
    text: str
    speaker: str | None = None
    turn: bool = False
    """Whether somebody else begins to speak."""


def passages_of(cues: Iterable[Cue]) -> list[Passage]:
    """Join cues to paragraphs.

    A paragraph ends where another speaks, where a finished sentence is followed by silence, and
    where it has become long. Descriptions of sounds that fill a line are passages of their own.

    Args:
        cues: In the order of the file.
    """
    pieces = _pieces(_unrolled([cue for cue in cues if cue.lines]))
    labels = Counter(match[1] for piece in pieces if (match := _LABEL.match(piece.text)))
    found: list[Passage] = []
    sounds: list[Passage] = []
    open_one: _Open | None = None
    waiting = False
    for piece in (_labelled(one, labels) for one in pieces):
        if _SOUND.fullmatch(piece.text):
            sounds.append(Passage(text=piece.text, sound=True))
        elif not piece.text:
            waiting = waiting or piece.turn
        elif open_one is None or waiting or open_one.ends_before(piece):
            found += [*(open_one.closed() if open_one else ()), *sounds]
            sounds, waiting = [], False
            open_one = _Open(parts=[piece.text], last=piece, size=len(piece.text))
        else:
            open_one.take(piece)
    return [*found, *(open_one.closed() if open_one else ()), *sounds]


@dataclass(slots=True)
class _Open:
    """A paragraph that may go on."""

    parts: list[str]
    last: _Piece
    size: int

    def ends_before(self, piece: _Piece) -> bool:
        """Whether the paragraph ends before `piece`."""
        speaker = self.last.speaker
        if piece.turn or (piece.speaker or speaker) != speaker:
            return True
        if speaker is not None:
            return False
        silence = piece.begin - self.last.end
        finished = bool(_TERMINAL.search(self.parts[-1][-_READ:]))
        return silence > _LONG_PAUSE_SECONDS or (
            finished and (silence > _PAUSE_SECONDS or self.size > _LONG_PARAGRAPH)
        )

    def take(self, piece: _Piece) -> None:
        """Go on with `piece`."""
        text = piece.text
        if self.parts[-1].endswith("…") and text.startswith("…"):
            text = text.lstrip("…").lstrip() or "…"
        self.parts.append(text)
        self.size += len(text)
        self.last = replace(piece, speaker=self.last.speaker)

    def closed(self) -> list[Passage]:
        """The paragraph as it is."""
        return [Passage(text=" ".join(self.parts), speaker=self.last.speaker)]


def _pieces(cues: Sequence[Cue]) -> list[_Piece]:
    """Lines of cues, each with the sign of a new speaker taken off."""
    found: list[_Piece] = []
    for cue in cues:
        dashes = sum(_DASH.match(line) is not None for line in cue.lines)
        for line, speaker in zip(cue.lines, cue.speakers, strict=True):
            chevrons = _CHEVRONS.match(line)
            text, turn = (line[chevrons.end() :], True) if chevrons else (line, False)
            dash = _DASH.match(text)
            if dash is not None and (dashes > 1 or len(cue.lines) > 1):
                text, turn = text[dash.end() :], True
            found.append(
                _Piece(begin=cue.begin, end=cue.end, text=text, speaker=speaker, turn=turn)
            )
    return found


def _labelled(piece: _Piece, labels: Counter[str]) -> _Piece:
    """The piece with the name before its colon as its speaker.

    Names in capitals count at once, others where they come again.
    """
    match = _SURE_LABEL.match(piece.text)
    if match is None:
        match = _LABEL.match(piece.text)
        if match is None or labels[match[1]] < 2 or not match[1][0].isupper():
            return piece
    return replace(piece, text=piece.text[match.end() :], speaker=match[1].strip(), turn=True)


def _unrolled(cues: list[Cue]) -> list[Cue]:
    """The cues without the lines that a rolling display repeats."""
    repeats = sum(_rolls(before, cue) for before, cue in pairwise(cues))
    if repeats < _FEWEST_ROLLING or repeats < _ROLLING_SHARE * len(cues):
        return cues
    found: list[Cue] = []
    shown: tuple[str, ...] = ()
    last = float("-inf")
    for cue in cues:
        if cue.begin - last > _TOUCHING_SECONDS:
            shown = ()
        kept = [
            (line, speaker)
            for line, speaker in zip(cue.lines, cue.speakers, strict=True)
            if line not in shown
        ]
        grown = shown and kept and kept[0][0].startswith(shown[-1] + " ")
        if grown:
            kept[0] = (kept[0][0][len(shown[-1]) :].strip(), kept[0][1])
        shown, last = cue.lines, cue.end
        if kept:
            found.append(
                replace(
                    cue,
                    lines=tuple(line for line, _ in kept),
                    speakers=tuple(speaker for _, speaker in kept),
                )
            )
    return found


def _rolls(before: Cue, cue: Cue) -> bool:
    if cue.begin - before.end > _TOUCHING_SECONDS:
        return False
    return before.lines[-1] in cue.lines or cue.lines[0].startswith(before.lines[-1] + " ")
