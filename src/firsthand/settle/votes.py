"""Which forms of a story are names of people, and which of bodies: the occurrences vote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from firsthand.domain import ArticleId, SpeakerKind
from firsthand.settle.forms import is_outlet_name
from firsthand.settle.spelling import key, well_formed
from firsthand.settle.tally import counted
from firsthand.tables.bodies import bodies
from firsthand.tables.bodykinds import body_kinds
from firsthand.tables.capacities import capacities
from firsthand.tables.countries import country_of_name
from firsthand.tables.givennames import is_given_name
from firsthand.tables.organs import organs

__all__ = ["sorted_by_kind", "votes_of"]

_DESCRIPTION = re.compile(r"[a-z].*\s(?:for|at|by|from|with|who|that|which|about|on)\s")
"""A description in lower case that holds a name ("spokesman for the Coastal Board") and is none."""


def votes_of(
    found: Iterable[tuple[ArticleId, SpeakerKind, str]], roots: Mapping[ArticleId, ArticleId]
) -> tuple[dict[str, Counter[SpeakerKind]], dict[str, Counter[str]]]:
    """What the occurrences of each name seem to name, and its forms, by folded name.

    Args:
        found: Each occurrence: its article, what it seems to name, the form.
        roots: For each article the one that stands for its text: a copy has no vote of its own.
    """
    votes: dict[str, Counter[SpeakerKind]] = {}
    forms: dict[str, Counter[str]] = {}
    told = counted(((article, (kind, form)) for article, kind, form in found), roots)
    for (kind, form), times in told.items():
        if not well_formed(form) or (
            kind is SpeakerKind.PERSON and not form.split()[-1][:1].isupper()
        ):
            continue
        if form.casefold().replace("-", " ") in bodies().roles or _DESCRIPTION.match(form):
            continue
        votes.setdefault(key(form), Counter())[kind] += times
        forms.setdefault(key(form), Counter())[form] += times
    return votes, forms


def sorted_by_kind(
    votes: dict[str, Counter[SpeakerKind]],
    forms: dict[str, Counter[str]],
    outlets: frozenset[str],
) -> tuple[list[str], list[str]]:
    """Folded names of people, and of bodies."""
    companies = {name for name in votes if _is_companys(name)}
    surnames = {
        name.split()[-1]
        for name, kinds in votes.items()
        if len(name.split()) > 1
        and kinds[SpeakerKind.PERSON] > kinds[SpeakerKind.BODY]
        and name not in companies
    }
    firsts = {
        name.split()[0]
        for name, kinds in votes.items()
        if len(name.split()) > 1
        and (kinds[SpeakerKind.BODY] > kinds[SpeakerKind.PERSON] or name in companies)
    }
    people: list[str] = []
    houses: list[str] = []
    things = body_kinds().things
    for name in sorted(votes):
        kinds = votes[name]
        known_outlet = any(is_outlet_name(form, outlets) for form in forms[name])
        single = len(name.split()) < 2
        force = name in organs().police_heads
        if (
            single
            and not force
            and name not in outlets
            and not any(f[:1].isupper() for f in forms[name])
        ):
            continue
        people_of = country_of_name(name)
        if people_of is not None and people_of[1] == "demonym":
            continue  # "Chilean" is said of somebody or something
        first, last = name.split()[0], name.split()[-1]
        if last in things and first in surnames and not kinds[SpeakerKind.BODY]:
            continue  # "Lind Tower" of a story of somebody called Lind
        short_body = name in companies or (single and name in firsts and name not in surnames)
        if not (known_outlet or short_body) and (
            name in surnames
            or kinds[SpeakerKind.PERSON] > kinds[SpeakerKind.BODY]
            or (
                kinds[SpeakerKind.PERSON] == kinds[SpeakerKind.BODY]
                and not kinds[SpeakerKind.UNKNOWN]
            )
        ):
            people.append(name)
        elif kinds[SpeakerKind.BODY] or not single or name in outlets or short_body or force:
            houses.append(name)
    return people, houses


def _is_companys(name: str) -> bool:
    """Whether a folded name ends as only companies' names do ("meridian lines")."""
    first, *rest = name.split()
    return bool(rest) and rest[-1] in capacities().company_endings and not is_given_name(first)
