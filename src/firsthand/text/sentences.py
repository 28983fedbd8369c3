"""Split a text into sentences by its characters alone, for stages that run before parsing."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from firsthand.domain import Span

__all__ = ["sentences"]

_END = re.compile(r"""[.!?…。！？]+["'”’»)\]]*(?=\s+["'“‘«„(\[]*[^\W_a-z]|\s*$)|\n\s*\n""")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\"'“‘])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Gov|Sen|Rep|Rev|St|"
    r"Jr|Sr|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|(?:[A-Za-z]\.)+[A-Za-z])\.$"
)


_ORDINAL = re.compile(r"(?:^|[^\d.,:])\d{1,2}$")
_NEXT_WORD = re.compile(r"\s+[\"'“‘«„(\[]*([^\W\d_]+)")
_LONGEST_ABBREVIATION = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stops:
    """What a full stop does not end in a language."""

    abbreviation: re.Pattern[str]
    openings: frozenset[str]
    """Words that a sentence may begin with after a figure; empty where figures take no full stop."""

    def keep_open(self, text: str, begin: int, stop: int) -> bool:
        """Whether the full stop at `stop`, in a sentence from `begin`, ends no sentence."""
        lead = text[max(begin, stop - _LONGEST_ABBREVIATION) : stop]
        if _ABBREVIATION.search(f"{lead}.") or self.abbreviation.search(lead):
            return True
        if not self.openings or not _ORDINAL.search(lead):
            return False
        following = _NEXT_WORD.match(text, stop + 1)
        return following is not None and following.group(1).lower() not in self.openings


@cache
def _stops(language: str) -> _Stops:
    path = files("firsthand.text") / "data" / f"sentences_{language}.toml"
    if not path.is_file():
        return _Stops(abbreviation=re.compile("(?!)"), openings=frozenset())
    raw = tomllib.loads(path.read_text("utf-8"))
    short = "|".join(re.escape(one) for one in raw["abbreviations"])
    return _Stops(
        abbreviation=re.compile(rf"(?:^|[\s(\[\"'“„.])(?:{short})$"),
        openings=frozenset(raw["openings"]) if raw["ordinals"] else frozenset(),
    )


def sentences(text: str, *, language: str = "en") -> tuple[Span, ...]:
    """Sentences of `text`, ascending, not overlapping, without the white space around them.

    A sentence ends at a mark that a capital, a figure or the end follows, and at every blank line.
    Titles, initials and month abbreviations do not end one, nor, in a language that writes ordinals
    so, does a figure with a full stop ("3. Oktober"). Needs no parser and no language model;
    where a parse exists, `Reading.sentences` is better. Empty when `text` is blank.

    Args:
        text: Any text.
        language: ISO 639-1 code; one without a file of abbreviations is read as English is.
    """
    stops = _stops(language)
    found: list[Span] = []
    begin = 0
    for mark in _END.finditer(text):
        if text[mark.start()] == "." and stops.keep_open(text, begin, mark.start()):
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
