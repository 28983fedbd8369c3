"""Words that formats put into the articles they carry: tails of feeds, labels of transcripts."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["RecordWords", "record_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordWords:
    """Compiled patterns, case not counting."""

    tail: re.Pattern[str]
    """A whole line that a content system appends ("The post X appeared first on Y")."""

    more: re.Pattern[str]
    """A call to read on, as a whole line or as what stands behind a paragraph's last sentence."""

    not_speakers: frozenset[str]
    """What stands before a colon and names nobody ("Contact"), in lower case."""

    questioners: frozenset[str]
    """Labels of those who ask ("Q", "FRAGE"), in lower case."""

    honorifics: frozenset[str]
    """What stands before a name ("MR", "Staatssekretärin"), in lower case, without a stop."""

    offices: frozenset[str]
    """Labels that name an office, in lower case ("moderator")."""

    ends: re.Pattern[str]
    """A whole line that ends a transcript."""

    sounds: re.Pattern[str]
    """A whole line that tells of laughter or of what could not be heard."""

    occasions: frozenset[str]
    """Words of a line that names the occasion ("briefing"), in lower case."""

    provided: tuple[re.Pattern[str], ...]
    """Lines that name in their first group whose transcript it is."""


@cache
def record_words() -> RecordWords:
    """The shipped lists."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/recordwords.toml").read_text(encoding="utf-8")
    )
    return RecordWords(
        tail=_any_of(raw["tail"]["lines"]),
        more=_any_of(raw["tail"]["more"]),
        not_speakers=frozenset(raw["transcript"]["not_speakers"]),
        questioners=frozenset(raw["transcript"]["questioners"]),
        honorifics=frozenset(raw["transcript"]["honorifics"]),
        offices=frozenset(raw["transcript"]["offices"]),
        ends=_any_of(raw["transcript"]["ends"]),
        sounds=_any_of(raw["transcript"]["sounds"]),
        occasions=frozenset(raw["transcript"]["occasions"]),
        provided=tuple(re.compile(one, re.IGNORECASE) for one in raw["transcript"]["provided"]),
    )


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)
