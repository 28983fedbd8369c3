"""The cues of subtitle files: SRT, WebVTT, SBV and TTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from firsthand.read.xml_trees import local, words_of

__all__ = [
    "SBV_TIMING",
    "TIMING",
    "Cue",
    "language_of_vtt",
    "sbv_cues",
    "timed_cues",
    "ttml_cues",
    "ttml_head",
]

_CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
TIMING = re.compile(rf"[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}(?:[ \t][^\n]*)?[ \t]*")
SBV_TIMING = re.compile(rf"{_CLOCK},{_CLOCK}[ \t]*")
_BLOCK = re.compile(r"(?:NOTE|STYLE|REGION|X-TIMESTAMP-MAP=\S*)(?:\s.*)?")
_NUMBER = re.compile(r"\s*\d{1,7}\s*")
_VOICE = re.compile(r"<v(?:\.[\w.-]+)?[ \t]+([^<>]{1,80})>")
_TAG = re.compile(r"</?[A-Za-z0-9][^<>]{0,200}>|\{\\[^{}]{0,80}\}")
_LANGUAGE = re.compile(r"^Language:\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)\s*$", re.MULTILINE)
_OFFSET = re.compile(r"(\d+(?:\.\d+)?)(h|m|s|ms|f|t)")
_COUNTED = re.compile(r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})(?:[.,:](\d{1,3}))?")
_SECONDS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001, "f": 0.04, "t": 1e-7}
"""Units of TTML; frames and ticks as they usually are, 25 and ten million a second."""

_HEAD = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What is shown at one time."""

    begin: float
    """Seconds from the beginning."""

    end: float
    lines: tuple[str, ...]
    """Without tags; none of them blank."""

    speakers: tuple[str | None, ...]
    """Of each line the speaker whom the format's own voice mark names."""


def timed_cues(text: str) -> Iterator[Cue]:
    """The cues of an SRT or WebVTT file; notes, styles and regions are left out.

    What stands between two lines of times is the first one's text, blank lines included, but for
    the number or name of the second one's cue.
    """
    lines = text.split("\n")
    times: list[tuple[int, float, float]] = []
    for at, line in enumerate(lines):
        match = TIMING.fullmatch(line)
        if match is not None:
            groups = match.groups()
            times.append((at, _seconds(groups[:4]), _seconds(groups[4:])))
    for position, (at, begin, end) in enumerate(times):
        stop = times[position + 1][0] if position + 1 < len(times) else len(lines)
        own = lines[at + 1 : stop]
        if position + 1 < len(times) and own and own[-1].strip():
            named = len(own) > 1 and not own[-2].strip()
            if named or _NUMBER.fullmatch(own[-1]):
                own.pop()
        yield _cue(begin, end, _without_blocks(own))


def _without_blocks(lines: list[str]) -> list[str]:
    """Lines up to the first note, style or region, which a blank line divides from the cue."""
    for at in range(1, len(lines)):
        if not lines[at - 1].strip() and _BLOCK.fullmatch(lines[at]):
            return lines[:at]
    return lines


def sbv_cues(text: str) -> Iterator[Cue]:
    """The cues of an SBV file: a line of two times, the text, a blank line."""
    found: tuple[float, float] | None = None
    own: list[str] = []
    for line in text.split("\n"):
        match = SBV_TIMING.fullmatch(line)
        if match is None:
            own.append(line)
            continue
        if found is not None:
            yield _cue(*found, own)
        found, own = (_seconds(match.groups()[:4]), _seconds(match.groups()[4:])), []
    if found is not None:
        yield _cue(*found, own)


def ttml_cues(root: Any) -> Iterator[Cue]:
    """The cues of a TTML document, timed by its paragraphs."""
    from lxml import etree  # noqa: PLC0415 - only where there is XML

    names = {
        _value(agent, "id"): words_of(name)
        for agent in root.iter("{*}agent")
        for name in agent.iter("{*}name")
    }
    last = 0.0
    for paragraph in root.iter("{*}p"):
        begin = _offset(_value(paragraph, "begin"), last)
        last = _offset(_value(paragraph, "end"), begin)
        pieces = []
        for kind, element in etree.iterwalk(paragraph, events=("start", "end")):
            if kind == "start":
                pieces += ["\n" if local(element) == "br" else "", _flat(element.text)]
            elif element is not paragraph:
                pieces.append(_flat(element.tail))
        speaker = names.get(_value(paragraph, "agent"))
        cue = _cue(begin, last, "".join(pieces).split("\n"))
        yield Cue(
            begin=cue.begin, end=cue.end, lines=cue.lines, speakers=(speaker,) * len(cue.lines)
        )


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ")


def ttml_head(root: Any) -> tuple[str, str]:
    """Title and language that a TTML document states; empty where it does not."""
    title = next(root.iter("{*}title"), None)
    return words_of(title), _value(root, "lang") or ""


def language_of_vtt(text: str) -> str:
    """The language that the head of a WebVTT file names; empty: none."""
    found = _LANGUAGE.search(text[:_HEAD].partition("-->")[0])
    return found[1] if found else ""


def _seconds(clock: tuple[Any, ...]) -> float:
    hours, minutes, seconds, fraction = clock
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    return whole + int(str(fraction).ljust(3, "0")) / 1000


def _offset(value: str | None, default: float) -> float:
    match = _OFFSET.fullmatch(value or "")
    if match is not None:
        return float(match[1]) * _SECONDS[match[2]]
    counted = _COUNTED.fullmatch(value or "")
    return _seconds((*counted.groups()[:3], counted[4] or "0")) if counted else default


def _value(element: Any, name: str) -> str | None:
    return next(
        (str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name),
        None,
    )


def _cue(begin: float, end: float, lines: list[str]) -> Cue:
    shown: list[str] = []
    speakers: list[str | None] = []
    for line in lines:
        voice = _VOICE.search(line)
        plain = " ".join(unescape(_TAG.sub("", line)).replace("\u200b", "").split())
        if plain:
            shown.append(plain)
            speakers.append(" ".join(voice[1].split()) if voice else None)
    return Cue(begin=begin, end=max(begin, end), lines=tuple(shown), speakers=tuple(speakers))
