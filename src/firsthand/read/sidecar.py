"""A sidecar file, `NAME.meta.toml`: what the user knows of an input overrides what it says itself.

```toml
title = "Ferry pilot was warned, letter shows"
outlet = "Harbour Gazette"
authors = ["Mira Solberg"]
published = 2026-03-14T18:20:00+01:00
url = "https://harbourgazette.example/ferry-pilot-letter"
```
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from firsthand.domain import Fact, Field
from firsthand.errors import InputError

__all__ = ["ENDING", "Sidecar", "sidecar_from"]

ENDING = ".meta.toml"
_LARGEST = 65536
_FIELDS = {
    "title": Field.TITLE,
    "standfirst": Field.STANDFIRST,
    "outlet": Field.OUTLET,
    "authors": Field.AUTHOR,
    "wire": Field.WIRE,
    "published": Field.PUBLISHED,
    "updated": Field.UPDATED,
    "language": Field.LANGUAGE,
    "section": Field.SECTION,
    "paywalled": Field.PAYWALL,
    "credits": Field.CREDIT,
    "dateline": Field.DATELINE,
}
_LISTS = frozenset(["authors", "credits"])
_MOMENTS = frozenset(["published", "updated", "fetched_at"])
_HINT = f"its keys are {', '.join(sorted([*_FIELDS, 'url', 'fetched_at']))}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """What a sidecar says: facts, and where and when the input was fetched."""

    facts: tuple[Fact, ...] = ()
    url: str | None = None
    fetched_at: str | None = None


def sidecar_from(item: str, raw: bytes) -> Sidecar:
    """Read a sidecar.

    Args:
        item: Its name, for messages.
        raw: Its bytes: TOML.

    Raises:
        InputError: it is no TOML, has a key that is not known, or a value of the wrong type. The
            message says which; nothing of such a sidecar is used.
    """
    if len(raw) > _LARGEST:
        raise InputError(item, f"is over {_LARGEST // 1024} KB", _HINT)
    try:
        told = tomllib.loads(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(item, f"is not valid TOML: {error}", "mend or remove it") from error
    return Sidecar(
        facts=tuple(_facts(item, told)),
        url=_words(item, "url", told["url"]) if "url" in told else None,
        fetched_at=_moment(item, "fetched_at", told["fetched_at"])
        if "fetched_at" in told
        else None,
    )


def _facts(item: str, told: Mapping[str, object]) -> list[Fact]:
    facts = []
    for key, value in told.items():
        if key in {"url", "fetched_at"}:
            continue
        if key not in _FIELDS:
            raise InputError(item, f"has a key {key!r} that is not known", _HINT)
        for one in value if key in _LISTS and isinstance(value, list) else [value]:
            facts.append(Fact(field=_FIELDS[key], value=_value(item, key, one), source="sidecar"))
    return facts


def _value(item: str, key: str, value: object) -> str:
    if key in _MOMENTS:
        return _moment(item, key, value)
    if key == "paywalled":
        if not isinstance(value, bool):
            raise InputError(item, f"has no true or false for {key!r}", "write true or false")
        return "yes" if value else "no"
    return _words(item, key, value)


def _words(item: str, key: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise InputError(item, f"has no text for {key!r}", f'write {key} = "…"')
    return " ".join(value.split())


def _moment(item: str, key: str, value: object) -> str:
    hint = "write 2026-03-14 or 2026-03-14T18:20:00+01:00"
    if isinstance(value, datetime | date) and not isinstance(value, time):
        return value.isoformat()
    if not isinstance(value, str):
        raise InputError(item, f"has no date for {key!r}", hint)
    try:
        return (
            datetime.fromisoformat(value).isoformat()
            if "T" in value
            else date.fromisoformat(value).isoformat()
        )
    except ValueError:
        raise InputError(item, f"has no date for {key!r}: {value!r}", hint) from None
