"""Weigh the facts of one field: which wins, which agree, which say something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from firsthand.domain import Fact, Field, OutletBasis, Reason, Standing
from firsthand.extract.bylines import byline_of, is_person_name
from firsthand.extract.titles import without_site
from firsthand.tables.agencies import agency_named, printed_name
from firsthand.tables.outlets import outlet_of_host
from firsthand.tables.trust import trust
from firsthand.text.timestamps import iso_moment

__all__ = ["Weighed", "all_of", "dates_of", "outlet_of", "people_of", "single_of", "title_of"]

_HOST = re.compile(r"https?://(?:[^/@\s]*@)?(?:www\.)?([^/:?#\s]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The outcome for one field."""

    value: str | None = None
    values: tuple[str, ...] = ()
    """All that are held, for fields that may have several."""

    standings: tuple[tuple[Fact, Standing], ...] = ()
    basis: OutletBasis = OutletBasis.CLAIMED
    reasons: tuple[Reason, ...] = ()


def ranked(facts: Sequence[Fact], field: Field) -> list[Fact]:
    """The facts of `field`, most trusted source first, each once."""
    own = [fact for fact in dict.fromkeys(facts) if fact.field is field and fact.value.strip()]
    return sorted(own, key=lambda fact: trust().rank(field, fact.source))


def _standings(
    found: Sequence[Fact], won: Fact | None, same: Callable[[Fact], bool]
) -> tuple[tuple[Fact, Standing], ...]:
    return tuple(
        (
            fact,
            Standing.WON if fact is won else Standing.AGREES if same(fact) else Standing.DISAGREES,
        )
        for fact in found
    )


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def single_of(facts: Sequence[Fact], field: Field) -> Weighed:
    """The most trusted fact of a field that has one value."""
    found = ranked(facts, field)
    if not found:
        return Weighed()
    won = found[0]
    return Weighed(
        value=won.value,
        standings=_standings(found, won, lambda fact: _folded(fact.value) == _folded(won.value)),
    )


def all_of(facts: Sequence[Fact], field: Field) -> Weighed:
    """Every fact of a field that may have several values."""
    found = ranked(facts, field)
    return Weighed(
        values=tuple(dict.fromkeys(fact.value for fact in found)),
        standings=tuple((fact, Standing.WON) for fact in found),
    )


def title_of(facts: Sequence[Fact], *, site: str | None) -> Weighed:
    """The headline, the site's name cut from behind it."""
    found = ranked(facts, Field.TITLE)
    if not found:
        return Weighed()
    won = found[0]
    value = without_site(won.value, site=site, window=None, heading=None)
    return Weighed(
        value=value,
        standings=_standings(
            found,
            won,
            lambda fact: (
                _folded(without_site(fact.value, site=site, window=None, heading=None))
                == _folded(value)
            ),
        ),
    )


def outlet_of(facts: Sequence[Fact]) -> Weighed:
    """The outlet: the recorded address goes before what the page says."""
    found = ranked(facts, Field.OUTLET)
    recorded = next(
        (one.value for one in facts if one.field is Field.URL and one.source == "recorded"), None
    )
    match = _HOST.match(recorded or "")
    if match is not None:
        listed = outlet_of_host(match[1])
        name = listed.name if listed else found[0].value if found else match[1]
        return Weighed(
            value=name,
            basis=OutletBasis.HOST,
            standings=_standings(found, None, lambda fact: _folded(fact.value) == _folded(name)),
        )
    if not found:
        return Weighed()
    won = found[0]
    return Weighed(
        value=won.value,
        basis=OutletBasis.CLAIMED,
        standings=_standings(found, won, lambda fact: _folded(fact.value) == _folded(won.value)),
    )


def people_of(facts: Sequence[Fact], *, outlet: str | None) -> tuple[Weighed, Weighed]:
    """People and agencies among the facts on authors, and the facts on wires."""
    del outlet
    found = ranked(facts, Field.AUTHOR)
    people: list[str] = []
    wires: list[str] = []
    standings: list[tuple[Fact, Standing]] = []
    holder: str | None = None
    for fact in found:
        agency = agency_named(fact.value)
        byline = byline_of(fact.value) or byline_of(fact.value, bare=True)
        if agency is not None:
            wires.append(printed_name(agency))
            standings.append((fact, Standing.PASSED_OVER))
            continue
        names = list(byline.people) if byline else []
        wires += [
            printed_name(one)
            for name in (byline.agencies if byline else ())
            if (one := agency_named(name))
        ]
        if not names and is_person_name(fact.value):
            names = [fact.value]
        if not names:
            standings.append((fact, Standing.PASSED_OVER))
            continue
        if holder is None or holder == fact.source:
            holder = fact.source
            people += names
            standings.append((fact, Standing.WON))
        else:
            known = {_folded(name) for name in people}
            agrees = all(_folded(name) in known for name in names)
            standings.append((fact, Standing.AGREES if agrees else Standing.DISAGREES))
    stated = ranked(facts, Field.WIRE)
    wires += [
        printed_name(one) if (one := agency_named(fact.value)) else fact.value for fact in stated
    ]
    return (
        Weighed(values=tuple(dict.fromkeys(people)), standings=tuple(standings)),
        Weighed(
            values=tuple(dict.fromkeys(wires)),
            standings=tuple((fact, Standing.WON) for fact in stated),
        ),
    )


def dates_of(facts: Sequence[Fact]) -> tuple[Weighed, Weighed]:
    """Publication and update."""
    published, updated = (_date(facts, field) for field in (Field.PUBLISHED, Field.UPDATED))
    return published, updated


def _date(facts: Sequence[Fact], field: Field) -> Weighed:
    found = ranked(facts, field)
    moments = [(fact, moment) for fact in found if (moment := iso_moment(fact.value))]
    if not moments:
        return Weighed(standings=tuple((fact, Standing.PASSED_OVER) for fact in found))
    won, value = moments[0]
    read = dict(moments)
    return Weighed(
        value=value,
        standings=tuple(
            (
                fact,
                Standing.WON
                if fact is won
                else Standing.PASSED_OVER
                if fact not in read
                else Standing.AGREES
                if read[fact][:10] == value[:10]
                else Standing.DISAGREES,
            )
            for fact in found
        ),
    )
