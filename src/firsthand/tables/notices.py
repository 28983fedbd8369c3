"""How outlets say that a text as a whole was taken over: notices, credit lines, promotions."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["NoticeForms", "notice_forms"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeForms:
    """Compiled patterns; those that name somebody do so in their first group."""

    strong: tuple[re.Pattern[str], ...]
    """Phrases that by themselves nearly make a sentence a notice."""

    any_strong: re.Pattern[str]
    """One pattern for all of `strong`, to pass over other sentences quickly."""

    weak: tuple[re.Pattern[str], ...]
    outlet: tuple[re.Pattern[str], ...]
    """Where a notice names the outlet that prints the text."""

    origin: tuple[re.Pattern[str], ...]
    """Where a notice names whom the text comes from."""

    promotion: tuple[re.Pattern[str], ...]
    """Where a line of promotion names the outlet."""

    imprint: tuple[re.Pattern[str], ...]
    """Where any line around a text names the outlet by its app, newsletter, newsroom or rights."""

    by_imprint: tuple[re.Pattern[str], ...]
    """Where a byline names the outlet."""

    whole: tuple[re.Pattern[str], ...]
    """Lines that credit the text as a whole."""

    part: tuple[re.Pattern[str], ...]
    """Lines that credit a contribution."""

    nobody: frozenset[str]
    """Words that stand where a name might, and name nobody."""

    hints: tuple[str, ...]
    """Small letters of which each of `strong` holds some: to pass over most sentences at once."""

    def is_marked(self, line: str) -> bool:
        """Whether one of `strong` is in a line."""
        small = line.lower()
        return any(hint in small for hint in self.hints) and (
            self.any_strong.search(line) is not None
        )


@cache
def notice_forms() -> NoticeForms:
    """The shipped forms."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/notices.toml").read_text(encoding="utf-8")
    )
    return NoticeForms(
        strong=_compiled(raw["marks"]["strong"], re.IGNORECASE),
        any_strong=re.compile(
            "|".join(f"(?:{one})" for one in raw["marks"]["strong"]), re.IGNORECASE
        ),
        weak=_compiled([rf"\b(?:{one})\b" for one in raw["marks"]["weak"]], re.IGNORECASE),
        outlet=_compiled(raw["outlet"]["patterns"]),
        origin=_compiled(raw["origin"]["patterns"]),
        promotion=_compiled(raw["promotion"]["patterns"]),
        by_imprint=_compiled(raw["promotion"]["by_imprint"]),
        imprint=_compiled(raw["promotion"]["imprint"]),
        whole=_compiled(raw["credit"]["whole"], re.IGNORECASE, but_first_letter=True),
        part=_compiled(raw["credit"]["part"], re.IGNORECASE),
        nobody=frozenset(raw["credit"]["nobody"]),
        hints=tuple(raw["marks"]["hints"]),
    )


def _compiled(
    patterns: list[str], flags: int = 0, *, but_first_letter: bool = False
) -> tuple[re.Pattern[str], ...]:
    """With `but_first_letter`, patterns that ask for a capital keep asking for it."""
    return tuple(
        re.compile(one, 0 if but_first_letter and "[A-Z]" in one and ":" not in one else flags)
        for one in patterns
    )
