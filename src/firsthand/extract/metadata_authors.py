"""Weigh what is said about authors: people are held, agencies become wires, houses are passed over."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.domain import Evidence, Fact, Field, Standing
from firsthand.extract.bylines import byline_of, is_outlet_name, is_person_name, without_prefix
from firsthand.extract.metadata_weighing import Weighed, folded, ranked
from firsthand.extract.titles import same_site
from firsthand.tables.agencies import agency_named, printed_name
from firsthand.tables.givennames import is_given_name
from firsthand.tables.outlets import outlet_named
from firsthand.tables.pagewords import page_words

__all__ = ["authors_as_stated", "names_in", "people_of"]

_LONGEST = 300
_LONGEST_SINGLE = 40
_MOST_SINGLE_WORDS = 4
_NO_NAME = re.compile(
    r"[\d@/:|_]|https?|\.(?:com|org|net)|admin|editor|redak|redac|newsdesk|guest|unknown|anonym|webmaster|user\b",
    re.IGNORECASE,
)
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^()]{1,60}\)")


def names_in(value: str, *, sites: Sequence[str] = ()) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The people and the agencies that a statement of authors names.

    Args:
        value: As stated: a name, a byline, a list of names.
        sites: Names of the site and its host; who is called so is no person.
    """
    text = _INVERTED.sub(_put_right, value.strip())
    if len(text) > _LONGEST or text.startswith(("http:", "https:", "@", "/")):
        return (), ()
    agency = agency_named(text)
    if agency is not None:
        return (), (printed_name(agency),)
    joined = _joined_agencies(text)
    if joined:
        return (), joined
    if any(_same_house(text, site) for site in sites) and not _is_own_site(text):
        return (), ()
    byline = (
        byline_of(text) or byline_of(text, bare=True) or byline_of("By " + without_prefix(text))
    )
    people = byline.people if byline is not None else ()
    agencies = byline.agencies if byline is not None else ()
    people = tuple(
        name
        for name in people
        if _is_own_site(name) or not any(_same_house(name, site) for site in sites)
    )
    if not people and not agencies and byline is None:
        people = _single(without_prefix(text))
    return people, tuple(
        printed_name(known) for name in agencies if (known := agency_named(name)) is not None
    )


_INVERTED = re.compile(r"([^\W\d_][\w'’-]+),\s+([^\W\d_][\w'’-]+)\Z")


def _put_right(match: re.Match[str]) -> str:
    """Set "Feld, Mara" as "Mara Feld", where the second word is a given name."""
    if is_given_name(match[2]) and not is_given_name(match[1]):
        return f"{match[2]} {match[1]}"
    return match[0]


def _same_house(name: str, site: str) -> bool:
    if same_site(name, site):
        return True
    own = folded(name).replace(" ", "").removeprefix("the")
    return len(own) > 1 and own in [label.replace("-", "") for label in site.casefold().split(".")]


def _joined_agencies(text: str) -> tuple[str, ...]:
    """The agencies of "dpa/AFP", "SDA/sep", "FR mit dpa", "AFP, MANILA": codes, and no person."""
    parts = [part for part in _JOINS.split(text) if part]
    known = [agency_named(part) for part in parts]
    others = [part for part, agency in zip(parts, known, strict=True) if agency is None]
    if len(parts) < _FEWEST_JOINED or any(is_person_name(part) for part in others):
        return ()
    if any(len(part.split()) > 1 for part in others):
        return ()
    return tuple(dict.fromkeys(printed_name(agency) for agency in known if agency is not None))


_FEWEST_JOINED = 2
_JOINS = re.compile(r"\s*(?:[/;,+&|]|\s(?:mit|and|und|et|y|with|con|avec|in)\s|\s-\s)\s*")


def _is_own_site(name: str) -> bool:
    """Whether a site called `name` can be the author's own: a person's name with a given name first."""
    return is_person_name(name) and is_given_name(name.split(maxsplit=1)[0])


def _single(text: str) -> tuple[str, ...]:
    """A person whom the page names in another make: one word, small letters, another script."""
    bare = _BRACKETS.sub("", text).strip(" ,;.")
    if (
        not bare
        or "," in bare
        or len(bare) > _LONGEST_SINGLE
        or _NO_NAME.search(bare)
        or _SITE.fullmatch(bare)
    ):
        return ()
    if is_outlet_name(bare) or agency_named(bare) or outlet_named(bare):
        return ()
    table = page_words()
    known = table.not_names | table.outlet_nouns | table.byline_roles | table.desks | table.jobs
    if bare.casefold() in table.byline_prefixes:
        return ()
    words = [word.casefold().strip(".,") for word in bare.split()]
    if len(words) > _MOST_SINGLE_WORDS or any(word in known for word in words):
        return ()
    if len(words) == 1 and bare.isupper() and bare.isascii():
        return ()  # initials: of a desk, an agency, an editor; no name
    return (bare,)


def people_of(facts: Sequence[Fact], *, sites: Sequence[str] = ()) -> tuple[Weighed, Weighed]:
    """People and agencies among the facts on authors, and the facts on wires.

    The most trusted source that names people decides on them; all agencies count, wherever named.

    Args:
        facts: Of all fields.
        sites: Names of the site and its host.
    """
    people: list[str] = []
    wires: list[str] = []
    standings: list[tuple[Fact, Standing]] = []
    rows = [(fact, *names_in(fact.value, sites=sites)) for fact in ranked(facts, Field.AUTHOR)]
    holder = _holder(rows)
    for fact, names, agencies in rows:
        wires += agencies
        if not names:
            standings.append((fact, Standing.PASSED_OVER))
        elif holder == fact.source:
            people += names
            standings.append((fact, Standing.WON))
        else:
            held = {folded(name) for row in rows if row[0].source == holder for name in row[1]}
            agrees = all(folded(name) in held for name in names)
            standings.append((fact, Standing.AGREES if agrees else Standing.DISAGREES))
    stated = ranked(facts, Field.WIRE)
    wires += [
        printed_name(known) if (known := agency_named(fact.value)) is not None else fact.value
        for fact in stated
    ]
    return (
        Weighed(values=tuple(dict.fromkeys(people)), standings=tuple(standings)),
        Weighed(
            values=tuple(dict.fromkeys(wires)),
            standings=tuple((fact, Standing.WON) for fact in stated),
        ),
    )


def authors_as_stated(evidence: Sequence[Evidence], authors: Sequence[str]) -> tuple[str, ...]:
    """Whoever an article's own account calls its author: its people, and houses, desks and agencies.

    For catalogues and benchmarks that count those among the authors. An article keeps them apart:
    agencies are wires, and an outlet does not write.

    Args:
        evidence: Of the article, all fields.
        authors: Its authors.

    Returns:
        The people, then the other names that the same source states; where nobody is held, the
        names of the most trusted source that states any.
    """
    own = [one for one in evidence if one.fact.field is Field.AUTHOR]
    won = next((one.fact.source for one in own if one.standing is Standing.WON), None)
    source = won or next((one.fact.source for one in own), None)
    passed = [
        one.fact.value
        for one in own
        if one.standing is Standing.PASSED_OVER and one.fact.source == source
    ]
    return tuple(dict.fromkeys((*authors, *passed)))


def _holder(rows: Sequence[tuple[Fact, tuple[str, ...], tuple[str, ...]]]) -> str | None:
    """The source whose people are held: the most trusted one that names any.

    Where the printed byline names others altogether and a third source confirms it, the byline
    counts: systems fill author fields with whoever entered the text.
    """
    named: dict[str, set[str]] = {}
    for fact, names, _ in rows:
        if names:
            named.setdefault(fact.source, set()).update(map(folded, names))
    first = next(iter(named), None)
    printed = named.get("visible", set())
    if first in _ENTERED and printed and named[first].isdisjoint(printed):
        confirmed = any(
            not printed.isdisjoint(people)
            for source, people in named.items()
            if source not in {first, "visible"}
        )
        return "visible" if confirmed else first
    return first


_ENTERED = frozenset({"json-ld", "open-graph", "meta", "microdata"})
