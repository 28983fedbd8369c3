"""Words that mail programs and senders of newsletters put around what they send."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["MailWords", "mail_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MailWords:
    """Compiled patterns and words."""

    lines: tuple[tuple[str, re.Pattern[str]], ...]
    """Role and what a line of that role begins with, in the order in which they are tried."""

    forwarded: re.Pattern[str]
    """A whole line above a mail that is passed on."""

    fields: Mapping[str, str]
    """Name of a field of such a mail, in small letters, to ``from``, ``sent``, ``subject``, ``to``."""

    prefixes: re.Pattern[str]
    """What stands before the subject of replies and of mails passed on, however often."""

    suffix: re.Pattern[str]
    """What a sender's name has behind the outlet's."""

    division: re.Pattern[str]
    """Between a person and an outlet in a sender's name."""

    service: re.Pattern[str]
    """Before the service by which a mail was sent."""


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def mail_words() -> MailWords:
    """Load the table."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/mailwords.toml").read_text(encoding="utf-8")
    )
    senders: dict[str, list[str]] = raw["senders"]
    fields: dict[str, list[str]] = raw["fields"]
    lines: dict[str, list[str]] = raw["lines"]
    return MailWords(
        lines=tuple(
            (role, re.compile("|".join(f"(?:{one})" for one in rows), re.IGNORECASE))
            for role, rows in lines.items()
        ),
        forwarded=re.compile("|".join(raw["forwarded"]["marks"]), re.IGNORECASE),
        fields=MappingProxyType({name: key for key, names in fields.items() for name in names}),
        prefixes=re.compile(
            rf"(?:\s*(?:(?:{_any_of(raw['subjects']['prefixes'])})(?:\[\d{{1,3}}\])?\s?[:：]|\[[^\[\]]{{1,60}}\])){{1,8}}\s*",
            re.IGNORECASE,
        ),
        suffix=re.compile(rf"[\s:|,–—-]+(?:{_any_of(senders['suffixes'])})\Z", re.IGNORECASE),
        division=re.compile(rf"\s+(?:{_any_of(senders['divisions'])})\s+"),
        service=re.compile(rf"\s+(?:{_any_of(senders['services'])})\s+.{{1,80}}\Z"),
    )
