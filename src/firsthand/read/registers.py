"""Registers of people and bodies that users bring along: one entry at a time, however long the file.

Read are: FollowTheMoney entities as OpenSanctions publishes them (``entities.ftm.json``,
``targets.nested.json``, ``targets.simple.csv``), Wikidata's entities as JSON (a dump or an extract of
one, an entity a line), and tables and JSON lines of a user's own with `id` and `name`, and, if they
like, `aliases`, `kind` and `country`. Packed with gzip or not.
"""

from __future__ import annotations

import codecs
import csv
import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from firsthand.domain import RegisterEntry, Rejected, SpeakerKind
from firsthand.errors import InputError, UsageError
from firsthand.text.surrogates import writable

__all__ = ["register_entries"]

_STAGE = "link"
_GZIP = b"\x1f\x8b"
_PERSONS = frozenset({"person", "human", "people", "q5"})
_BODIES = frozenset(
    {"organization", "organisation", "company", "publicbody", "legalentity", "body", "government"}
)
_NAMES = ("name", "alias", "previousName", "abbreviation")
"""FollowTheMoney's properties that hold names; `weakAlias` (nicknames, noms de guerre) is left out:
such a name alone tells nobody."""

_COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction", "mainCountry")
_LANGUAGES = ("en", "mul", "de", "fr", "es")
"""Of Wikidata's labels and aliases these are read: names in Latin letters, as news writes them."""

_HEADERS = {"id": "id", "name": "name", "caption": "name", "label": "name", "aliases": "aliases",
            "alias": "aliases", "kind": "kind", "schema": "schema", "type": "kind", "country": "country",
            "countries": "country", "birth_date": "birth_date"}  # fmt: skip
_LONGEST_ROW = 16_000_000
"""Characters of the longest line to read: a nested entity may hold thousands of relations."""


def register_entries(path: str | Path) -> Iterator[RegisterEntry | Rejected]:
    """The entries of a register, one after another, in the order of the file.

    Entries that are neither a person nor a body (ships, addresses, securities) are passed over.

    Args:
        path: The file.

    Yields:
        Entries, and a `Rejected` row, naming file and line, for each that cannot be read.

    Raises:
        UsageError: The file cannot be opened, or is no register.
    """
    where = str(path)
    try:
        with _opened(Path(path)) as lines:
            first = _first_line(lines, where)
            rows = (
                _json_rows(lines, first, where) if _is_json(first) else _table(lines, first, where)
            )
            held = False
            for number, row in rows:
                held = True
                try:
                    entry = row if isinstance(row, Rejected) else _entry(row, where)
                except InputError as error:
                    entry = _rejected(where, number, error.why, error.hint)
                if entry is not None:
                    yield entry
            if not held:
                raise UsageError(
                    f"--link {where}: holds no entry below its first row: give it some"
                )
    except (OSError, EOFError, gzip.BadGzipFile) as error:
        raise UsageError(f"--link {where}: cannot be read: {error}") from None


def _opened(path: Path) -> IO[str]:
    """The file as text; bytes that are no UTF-8 become U+FFFD."""
    with path.open("rb") as raw:
        begin = raw.read(2)
    opened = gzip.open if begin == _GZIP else open
    encoding = "utf-16" if begin in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE} else "utf-8-sig"
    return opened(path, "rt", encoding=encoding, errors="replace", newline="")


def _first_line(lines: IO[str], where: str) -> str:
    """The first line with anything in it."""
    for _ in range(1_000):
        line = lines.readline(_LONGEST_ROW)
        if not line:
            break
        if line.strip():
            return line
    raise UsageError(f"--link {where}: is empty: give a register with a name and an id an entry")


def _is_json(first: str) -> bool:
    return first.lstrip()[:1] in {"{", "["}


def _rejected(where: str, number: int, why: str, hint: str) -> Rejected:
    return Rejected(item=f"{where}, line {number}", stage=_STAGE, reason=why, hint=hint)


def _json_rows(
    lines: IO[str], first: str, where: str
) -> Iterator[tuple[int, Mapping[str, Any] | Rejected]]:
    """Objects, one a line, with or without the brackets and commas of one long array."""
    number = 0
    line = first
    while line:
        number += 1
        plain = line.strip().rstrip(",")
        if plain not in {"", "[", "]"}:
            try:
                row = json.loads(plain)
            except (ValueError, RecursionError):
                yield (
                    number,
                    _rejected(
                        where, number, "is no JSON object", "write one entry a line, as JSON"
                    ),
                )
            else:
                ones = row if isinstance(row, list) else [row]
                for one in ones:
                    if isinstance(one, dict):
                        yield number, one
                    else:
                        yield (
                            number,
                            _rejected(
                                where, number, "is no entry", "write entries as JSON objects"
                            ),
                        )
        line = lines.readline(_LONGEST_ROW)


def _table(
    lines: IO[str], first: str, where: str
) -> Iterator[tuple[int, Mapping[str, Any] | Rejected]]:
    """Rows of a table whose first row names its columns."""
    mark = max(",;\t|", key=first.count)
    header = [name.strip().casefold() for name in next(csv.reader([first], delimiter=mark))]
    columns = {
        _HEADERS[name]: at for at, name in reversed(list(enumerate(header))) if name in _HEADERS
    }
    if not {"id", "name"} <= set(columns):
        raise UsageError(
            f"--link {where}: is no register that is known: its first row names no columns “id” and "
            "“name”, and it holds no JSON; OpenSanctions' and Wikidata's JSON and tables with id, name, "
            "aliases, kind and country are read"
        )
    reader = csv.reader(_checked(lines), delimiter=mark)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield (
                reader.line_num + 1,
                _rejected(
                    where, reader.line_num + 1, f"is no row: {error}", "mend the quotation marks"
                ),
            )
            continue
        if any(value.strip() for value in row):
            told = {name: row[at] for name, at in columns.items() if at < len(row)}
            yield reader.line_num + 1, told


def _checked(lines: IO[str]) -> Iterator[str]:
    while line := lines.readline(_LONGEST_ROW):
        yield line.replace("\0", "")


def _entry(row: Mapping[str, Any], where: str) -> RegisterEntry | None:
    """The entry that a row tells of; None for what is neither person nor body.

    Raises:
        InputError: It has no id or no name.
    """
    if isinstance(row.get("labels"), dict):
        return _from_wikidata(row, where)
    held = row.get("properties")
    ftm: Mapping[str, Any] = held if isinstance(held, dict) else {}
    schema = str(row.get("schema") or "").strip()
    kind = _kind(schema or str(row.get("kind") or row.get("type") or ""))
    if schema and kind is None:
        return None  # a ship, an address, a sanction
    names = [row.get("name"), row.get("caption")]
    names += [value for key in _NAMES for value in _several(ftm.get(key))]
    names += _several(row.get("aliases"))
    states = [value for key in _COUNTRIES for value in _several(ftm.get(key))]
    states += _several(row.get("country")) + _several(row.get("countries"))
    entry = _made(row.get("id"), names, kind, states, where)
    born = [*_several(ftm.get("birthDate")), *_several(row.get("birth_date"))]
    return replace(entry, born=_year(born), died=_year(_several(ftm.get("deathDate"))))


def _from_wikidata(row: Mapping[str, Any], where: str) -> RegisterEntry:
    """An entity of Wikidata: labels and aliases by language, "instance of" in its statements.

    Its countries are items of their own there and are not followed.
    """
    labels, also = row["labels"], row.get("aliases")
    names = [labels[code] for code in _LANGUAGES if code in labels]
    also = also if isinstance(also, dict) else {}
    names += [one for code in _LANGUAGES for one in _several(also.get(code))]
    told = [one.get("value") if isinstance(one, dict) else one for one in names]
    kinds = _claimed(row, "P31", "id")
    kind = SpeakerKind.PERSON if "Q5" in kinds else (SpeakerKind.BODY if kinds else None)
    entry = _made(row.get("id"), told, kind, [], where)
    born, died = _claimed(row, "P569", "time"), _claimed(row, "P570", "time")
    return replace(entry, born=_year(born), died=_year(died))


def _claimed(row: Mapping[str, Any], field: str, key: str) -> list[str]:
    """The values of one of Wikidata's properties: P31 is "instance of", P569 a day of birth."""
    claims = row.get("claims")
    found = []
    for claim in _several(claims.get(field) if isinstance(claims, dict) else None):
        at: Any = claim
        for step in ("mainsnak", "datavalue", "value", key):
            at = at.get(step) if isinstance(at, dict) else None
        if isinstance(at, str):
            found.append(at)
    return found


def _year(told: Iterable[object]) -> int | None:
    """The year in which dates agree ("1961-05-02", "+1961-05-02T00:00:00Z"); None where they do not."""
    years = {
        int(found.group(1))
        for one in told
        if isinstance(one, str) and (found := re.match(r"\+?(\d{4})(?!\d)", one.strip()))
    }
    return years.pop() if len(years) == 1 else None


def _made(
    identifier: object,
    names: Iterable[object],
    kind: SpeakerKind | None,
    states: Iterable[object],
    where: str,
) -> RegisterEntry:
    kept = dict.fromkeys(
        " ".join(writable(name).split()) for name in names if isinstance(name, str) and name.strip()
    )
    told = str(identifier).strip() if isinstance(identifier, str | int) else ""
    if not told or not kept:
        raise InputError(where, "has no id" if not told else "has no name", "give each entry both")
    codes = {str(code).strip().upper() for code in states}
    return RegisterEntry(
        id=writable(told),
        names=tuple(kept),
        kind=kind,
        states=tuple(sorted(code for code in codes if len(code) == 2 and code.isalpha())),
        register=where,
    )


def _several(value: object) -> list[Any]:
    """A list as it is; a string as its parts between semicolons or bars; nothing as nothing."""
    if isinstance(value, list):
        return value
    if isinstance(value, str):
        return [part.strip() for part in value.replace("|", ";").split(";") if part.strip()]
    return []


def _kind(told: str) -> SpeakerKind | None:
    """`PERSON` or `BODY` for a word of a register's own."""
    plain = told.casefold().replace(" ", "").replace("_", "")
    if plain in _PERSONS:
        return SpeakerKind.PERSON
    return SpeakerKind.BODY if plain in _BODIES else None
