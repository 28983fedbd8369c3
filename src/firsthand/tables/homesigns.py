"""Signs in a text of the country it is written for: money, hours, institutions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["HomeSigns", "home_signs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeSigns:
    """A pattern that finds the signs; what it matched tells the country."""

    pattern: re.Pattern[str]
    countries: Mapping[str, str]
    """ISO 3166-1 alpha-2 code by sign, without white space at its ends."""


@cache
def home_signs() -> HomeSigns:
    """The shipped table."""
    raw: dict[str, dict[str, list[str]]] = tomllib.loads(
        files("firsthand.tables").joinpath("data/homesigns.toml").read_text(encoding="utf-8")
    )
    joined = {
        kind: "|".join(
            sorted(
                (re.escape(sign.strip()) for signs in table.values() for sign in signs),
                key=lambda sign: (-len(sign), sign),
            )
        )
        for kind, table in raw.items()
    }
    return HomeSigns(
        pattern=re.compile(
            rf"(?<![\w$])(?P<money>{joined['money']})(?= ?\d)"
            rf"|(?:(?<=\d )|(?<=m\. )|(?<=[ap]m ))(?P<hours>{joined['hours']})\b"
            rf"|(?<![\w.])(?P<words>{joined['words']})(?!\w)"
        ),
        countries={
            sign.strip(): country
            for table in raw.values()
            for country, signs in table.items()
            for sign in signs
        },
    )
