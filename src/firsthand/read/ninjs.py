"""ninjs 1 to 3: IPTC's news in JSON, as agencies and content systems hand it over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from firsthand.domain import Field, Form, Rejected
from firsthand.read.documents import Document
from firsthand.read.export_values import names_in
from firsthand.read.formats import Row
from firsthand.read.json_values import Record
from firsthand.read.news_items import say_status
from firsthand.read.record_shapes import Shape
from firsthand.read.stating import Stating, has_markup, plain, sound
from firsthand.tables.agencies import agency_named

__all__ = ["NINJS"]

_SOURCE = "ninjs"
_OWN = frozenset(
    [
        "versioncreated", "versionCreated", "firstcreated", "firstCreated", "pubstatus", "pubStatus", "body_xhtml",
        "body_text", "bodies", "headlines", "copyrightholder", "copyrightHolder", "usageterms", "usageTerms",
        "representationtype", "representationType", "contentcreated", "contentCreated", "infosources", "infoSources",
    ]
)  # fmt: skip
"""Names that only ninjs uses; versions 2 and 3 write them in capitals within the word."""

_NO_TEXT = frozenset(
    ["picture", "image", "graphic", "video", "audio", "animation", "event", "planning"]
)
_FEWEST_WORDS = 4
_ROLES = ("main", "title", "")


def _matches(record: Record) -> bool:
    value = record.value
    own = len(_OWN & value.keys())
    body = any(key.startswith(("body_", "bodies", "description_", "headline")) for key in value)
    return ("uri" in value and own > 0 and body) or own > 2


def _get(value: Mapping[str, Any], *names: str) -> Any:
    """The first of these fields that has a value; case does not count."""
    folded = {key.casefold(): one for key, one in value.items()}
    return next((folded[name] for name in names if folded.get(name) not in (None, "", [])), None)


def _role_of(one: Mapping[str, Any]) -> str:
    return str(one.get("role") or "").rpartition(":")[2].casefold()


def _texts(value: Mapping[str, Any], plural: str, *singular: str) -> list[tuple[str, str, str]]:
    """Role, content type and words of each: an array of objects (2 and 3) or ``name_role`` (1)."""
    found: list[tuple[str, str, str]] = []
    listed = _get(value, plural)
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, dict):
            kind = str(_get(one, "contenttype") or "")
            found.append((_role_of(one), kind, str(_get(one, "value", plural.rstrip("s")) or "")))
    for key, one in value.items():
        name = key.casefold()
        if isinstance(one, str) and any(
            name == each or name.startswith(f"{each}_") for each in singular
        ):
            found.append(("", name, one))
    return found


def _rows(document: Document, record: Record) -> Iterator[Row]:
    value = record.value
    kind = str(_get(value, "type") or "").casefold()
    if kind in _NO_TEXT and not _texts(value, "bodies", "body"):
        yield _rejected(document, record, f"is a {kind}, not an article", "nothing to do")
        return
    stating = _stated(value)
    bodies = _texts(value, "bodies", "body")
    body = next((one for one in bodies if "html" in one[1]), bodies[0] if bodies else ("", "", ""))
    text = sound(body[2])
    if len(plain(text).split()) < _FEWEST_WORDS and stating.says(Field.CORRECTION):
        text = sound(str(_get(value, "ednote") or ""))
    if len(plain(text).split()) < _FEWEST_WORDS:
        yield _rejected(
            document, record, "holds no text of an article", "hand in the item with its body"
        )
        return
    yield document.capture(
        text,
        Form.FRAGMENT if has_markup(text) else Form.PARAGRAPHS,
        format=_SOURCE,
        record=record.label,
        raw=record.raw,
        facts=stating.done(),
    )


def _rejected(document: Document, record: Record, reason: str, hint: str) -> Rejected:
    return Rejected(item=document.item + record.label, stage="read", reason=reason, hint=hint)


def _stated(value: Mapping[str, Any]) -> Stating:
    stating = Stating(source=_SOURCE)
    headlines = _texts(value, "headlines", "headline")
    stating.say(Field.TITLE, *_main(headlines), _get(value, "title") if not headlines else None)
    _say_parties(stating, value)
    version = _get(value, "versioncreated")
    is_first = str(_get(value, "version") or "1") == "1"
    stating.say_moment(
        Field.PUBLISHED,
        _get(value, "firstcreated"),
        _get(value, "contentcreated"),
        version if is_first else None,
    )
    stating.say_moment(Field.UPDATED, _get(value, "contentmodified"), version)
    stating.say_language(_get(value, "language"))
    standfirsts = _texts(value, "descriptions", "description")
    stating.say(Field.STANDFIRST, *_main([one for one in standfirsts if "caption" not in one[0]]))
    stating.say(Field.DATELINE, *names_in(_get(value, "dateline")))
    stating.say(Field.SECTION, *names_in(_get(value, "sections", "section", "service")))
    stating.say_address(_get(value, "canonicalurl", "url"), _get(value, "uri"))
    say_status(stating, str(_get(value, "pubstatus") or ""))
    embargo = _get(value, "embargoed", "embargountil")
    stating.say(Field.NOTICE, f"Embargoed until {embargo}" if isinstance(embargo, str) else None)
    stating.say(Field.NOTICE, _get(value, "ednote"))
    rights = _get(value, "rightsinfo")
    for one in (value, rights if isinstance(rights, dict) else {}):
        stating.say_rights(_get(one, "copyrightnotice"))
        stating.say_holder(*names_in(_get(one, "copyrightholder")))
        stating.say(Field.NOTICE, _get(one, "usageterms"))
    for one in _pictures(value):
        stating.say(Field.CREDIT, _get(one, "creditline"), _get(one, "byline"))
        stating.say(Field.CREDIT, *names_in(_get(one, "copyrightholder")))
    return stating


def _main(found: list[tuple[str, str, str]]) -> list[str]:
    """The words of the main role, else of the first; empty when there are none."""
    ranked = sorted(
        found, key=lambda one: _ROLES.index(one[0]) if one[0] in _ROLES else len(_ROLES)
    )
    return [one[2] for one in ranked][:1]


def _say_parties(stating: Stating, value: Mapping[str, Any]) -> None:
    """Who wrote it, who issues it, whose text it is."""
    written = _get(value, "byline", "by") or _get(value, "bylines")
    people = _get(value, "people", "persons")
    authors = [
        str(one.get("name") or "")
        for one in (people if isinstance(people, list) else ())
        if isinstance(one, dict)
        and any(word in str(one.get("rel", "")) for word in ("author", "creator", "byline"))
    ]
    stating.say_people(authors or names_in(written))
    providers = [*names_in(_get(value, "provider", "servicename", "source")), *_sources(value)]
    stating.say(Field.OUTLET, *providers)
    stating.say(Field.WIRE, *(name for name in providers if agency_named(name)))
    for name in names_in(_get(value, "creditline", "creditlines")):
        if agency_named(name):
            stating.say(Field.WIRE, name)
        elif name not in providers:
            stating.say(Field.CREDIT, name)
    for one in _infosources(value):
        stating.say(Field.WIRE, one)


def _sources(value: Mapping[str, Any]) -> Iterator[str]:
    """Organisations that an item says it is issued by."""
    listed = _get(value, "organisations", "organizations")
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, dict) and "provider" in str(one.get("rel", "")):
            yield str(one.get("name") or "")


def _infosources(value: Mapping[str, Any]) -> Iterator[str]:
    """Where the text comes from, other than from who issues it."""
    yield from names_in(_get(value, "infosources", "infosource"))


def _pictures(value: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The associated items: an object of objects (1) or an array (2 and 3)."""
    listed = _get(value, "associations")
    for one in listed.values() if isinstance(listed, dict) else listed or ():
        if isinstance(one, dict):
            yield one


NINJS = Shape(name=_SOURCE, matches=_matches, rows=_rows)
