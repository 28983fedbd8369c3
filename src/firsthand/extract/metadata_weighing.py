"""Weigh the facts of one field: which wins, which agree, which say something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from firsthand.domain import Fact, Field, OutletBasis, Reason, Standing
from firsthand.extract.titles import same_site, same_words, without_site
from firsthand.tables.trust import trust

__all__ = ["Weighed", "all_of", "folded", "ranked", "single_of", "title_of"]

_WORD = re.compile(r"\w+")


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
    own = [fact for fact in facts if fact.field is field and fact.value.strip()]
    if len(own) <= 1:  # most fields: nothing to put in order
        return own
    return sorted(dict.fromkeys(own), key=lambda fact: trust().rank(field, fact.source))


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


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Letters and digits in small letters, one space between words."""
    return " ".join(_WORD.findall(text.casefold()))


_NOTHING = Weighed()


def single_of(facts: Sequence[Fact], field: Field) -> Weighed:
    """The most trusted fact of a field that has one value."""
    found = ranked(facts, field)
    if not found:
        return _NOTHING
    won = found[0]
    return Weighed(
        value=won.value,
        standings=_standings(found, won, lambda fact: folded(fact.value) == folded(won.value)),
    )


def all_of(facts: Sequence[Fact], field: Field) -> Weighed:
    """Every fact of a field that may have several values."""
    found = ranked(facts, field)
    return Weighed(
        values=tuple(dict.fromkeys(fact.value for fact in found)),
        standings=tuple((fact, Standing.WON) for fact in found),
    )


def title_of(facts: Sequence[Fact], *, sites: Sequence[str]) -> Weighed:
    """The headline, the site's name cut from behind it; a title that is that name is passed over.

    Args:
        facts: Of all fields.
        sites: Names of the site and its hosts.
    """
    found = ranked(facts, Field.TITLE)
    host = next((one for one in sites if "." in one and " " not in one), None)
    cut = {fact: without_site(fact.value, sites=sites, host=host) for fact in found}
    proper = [fact for fact in found if not any(same_site(cut[fact], site) for site in sites)]
    if not proper:
        proper = found
    won = proper[0] if proper else None
    return Weighed(
        value=cut[won] if won is not None else None,
        standings=tuple(
            (
                fact,
                Standing.WON
                if fact is won
                else Standing.PASSED_OVER
                if fact not in proper
                else Standing.AGREES
                if won is not None and same_words(cut[fact], cut[won])
                else Standing.DISAGREES,
            )
            for fact in found
        ),
    )
