"""Documents and recordings: whose they are."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.domain import Actor, SpeakerKind
from firsthand.settle.barenames import bare_name
from firsthand.settle.resolving import Bodies
from firsthand.settle.states import Body
from firsthand.tables.bodies import bodies

__all__ = ["usable", "with_issuers"]

_PAPERS = frozenset(
    {"data", "figures", "statistics", "records", "filing", "filings", "documents", "notice"}
)
"""Last words of documents that read like groups."""

_RECORDING = r"(?:audio|recordings?|intercepts?|intercepted calls?|tapes?|footage|video|images?)"
"""Words for one leaked recording, which a text calls by turns; its origin is whoever released it."""


def usable(body: str | None) -> bool:
    """Whether a guess at a body is more than a cut-off honorific."""
    return (
        body is not None and len(body) > 1 and body.casefold().strip(".") not in bodies().honorifics
    )


def _issuer(document: str, table: Bodies) -> Body | None:
    """The body that a document's own description names ("the Board's filing", "a memo by the Board")."""
    words = document.split()
    tails = [
        " ".join(words[at + 1 :]) for at, word in enumerate(words[:-1]) if word in {"by", "from"}
    ]
    heads = [" ".join(words[:end]) for end in range(len(words) - 1, 0, -1)]
    for phrase in (*tails, *heads):
        bare = bare_name(phrase)
        if bare.casefold() in bodies().offices:
            office = bodies().offices[bare.casefold()]
            return Body(name=table.names.canonical(office) or office, state=table.national(office))
        known = table.names.canonical(phrase)
        if known is not None and not table.names.is_person(known):
            return Body(name=known, state=table.state(known))
    return Body(name=bare_name(tails[-1])) if tails and len(tails[-1].split()) > 1 else None


def _issued(table: Bodies, nouns: frozenset[str]) -> dict[str, list[tuple[str, str]]]:
    """What the texts say was issued by whom: noun to articles and names, in one pass over each text."""
    issued = re.compile(
        rf"\b(?P<noun>{_RECORDING}|\w+)\s+(?:by|from|of|(?:issued|published|released|leaked) by)\s+"
        r"(?:the\s+)?(?P<body>[A-Z][\w’'-]+(?:\s+(?:and\s+|of\s+|for\s+|the\s+)*[A-Z][\w’'-]+)*)"
    )
    found: dict[str, list[tuple[str, str]]] = {}
    for article in sorted(table.texts):
        for match in issued.finditer(table.texts[article].article.text):
            noun = _noun(match["noun"])
            if noun in nouns:
                found.setdefault(noun, []).append((article, bare_name(match["body"])))
    return found


def _noun(document: str) -> str:
    """The word by which a document is called; all words for one leaked recording are one."""
    last = document.split(" seen ", maxsplit=1)[0].rsplit(maxsplit=1)[-1].casefold()
    return "recording" if re.fullmatch(_RECORDING, last) else last


def with_issuers(actors: dict[str, Actor], table: Bodies) -> dict[str, Actor]:
    """Give each document of unknown authority its issuer, where a text names it."""
    papers = [
        (name, actor)
        for name, actor in actors.items()
        if actor.kind is not SpeakerKind.PERSON
        and actor.authority is None
        and (actor.kind is SpeakerKind.DOCUMENT or name.split()[-1].casefold() in _PAPERS)
    ]
    found = dict(actors)
    issued = _issued(table, frozenset(_noun(name) for name, _ in papers)) if papers else {}
    for name, actor in papers:
        body = _issuer(name, table)
        for article, named in () if body is not None else issued.get(_noun(name), ()):
            person = actors.get(table.names.canonical(named, article) or "")
            if person is not None and person.authority is not None:
                body = Body(name=person.authority, state=person.state)
            else:
                body = table.body(named) if usable(named) else None
            if body is not None and not table.names.is_person(body.name):
                break
            body = None
        if body is not None:
            found[name] = replace(actor, authority=body.name, state=body.state)
    return found
