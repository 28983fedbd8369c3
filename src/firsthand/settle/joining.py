"""Names of bodies: which forms, in a story's texts, name one body.

A shorter form stands for a longer one where it is a usual way of shortening and only one longer
name fits: an acronym, a company without its legal form, a name without what stands before it
("the flood centre"). A subsidiary, a foundation, a ministry of another country is another body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from firsthand.settle.houses import Identity, IdentityKind, country_before, identity_of, ministry_of
from firsthand.settle.shortening import Group, Shortening, words_of
from firsthand.settle.spelling import key

__all__ = ["Joined", "join_bodies"]

_OFTEN = 3
"""An acronym stands for the body where it is at least so many times as frequent as the long form."""

_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,8}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The bodies of a story, and the forms that only an article can tell of which body they are."""

    groups: Mapping[str, tuple[str, ...]]
    """Canonical name to forms."""

    open: Mapping[str, tuple[str, ...]]
    """Folded form to the canonical names of the bodies that it could name: to be settled by
    what else an article names, or not at all."""


def _unique(forms: Counter[str]) -> dict[str, list[str]]:
    by_key: dict[str, list[str]] = {}
    for form in forms:
        by_key.setdefault(key(form), []).append(form)
    return {
        min(same, key=lambda form: (form.isupper(), form.islower(), -forms[form], form)): same
        for same in by_key.values()
    }


def _open_to(identity: Identity, groups: Sequence[Group]) -> list[int]:
    """The ministries or forces that a name without country or place could be."""
    return [
        at
        for at, group in enumerate(groups)
        if group.identity is not None
        and group.identity.kind is identity.kind
        and group.identity.whole
        and (identity.kind is IdentityKind.POLICE or group.identity.what == identity.what)
    ]


def _canonical(group: Group, forms: Counter[str]) -> str:
    """The form to print: the fullest, or an acronym or other name that the texts much prefer."""
    whole = [form for form in group.forms if not _ACRONYM.fullmatch(form)] or group.forms

    def fullest(form: str) -> tuple[object, ...]:
        return (
            form.isupper() and " " in form,
            "’s " in form or "'s " in form,
            -len(key(form).split()),
            form.islower(),
            -forms[form],
            form,
        )

    if group.identity is not None and group.identity.kind is IdentityKind.KNOWN:
        long = min(
            whole,
            key=lambda form: (
                form.islower(),
                country_before(form.split()) is not None,  # its state is told beside the name
                -forms[form],
                *fullest(form),
            ),
        )
    else:
        long = min(whole, key=fullest)
    acronyms = [form for form in group.forms if _ACRONYM.fullmatch(form)]
    often = max(acronyms, key=lambda form: (forms[form], form), default=None)
    short = sum(forms[form] for form in acronyms)
    spelt = sum(forms[form] for form in group.forms if form not in acronyms)
    told = long.endswith(")")  # the long form gives the acronym itself
    return often if often is not None and not told and short >= _OFTEN * max(spelt, 1) else long


def _identities(unique: Mapping[str, Sequence[str]]) -> dict[str, Identity | None]:
    """What each name says of which body it names.

    "Department of Justice" is the American one, unless the story tells of another's.
    """
    found = {
        form: next((told for one in (form, *sorted(same)) if (told := identity_of(one))), None)
        for form, same in unique.items()
    }
    foreign: dict[str, set[str]] = {}
    for told in found.values():
        if told is not None and told.kind is IdentityKind.MINISTRY and told.country is not None:
            foreign.setdefault(told.what, set()).add(told.country)
    for form, told in found.items():
        if told is not None and told.kind is IdentityKind.KNOWN:
            other = ministry_of(form)
            if other is not None and foreign.get(other.what, set()) - {told.country}:
                found[form] = other
    return found


class _Joining:
    """The bodies of a story while their forms are joined, the longest first."""

    def __init__(self, shortening: Shortening, same: Mapping[str, frozenset[str]]) -> None:
        self.shortening, self.same = shortening, same
        self.of_key: dict[str, int] = {}
        self.waiting: dict[str, frozenset[int]] = {}

    def place(self, form: str, identity: Identity | None) -> int:
        """The group of `form`: an old one, or a new one."""
        told = {self.of_key[long] for long in self.same.get(key(form), ()) if long in self.of_key}
        if len(told) == 1:
            at = next(iter(told))
            self.shortening.add(at, form)
        elif identity is not None and identity.whole:
            at = self._known(form, identity)
        elif identity is not None:
            at = self.shortening.start(form, identity)
            self.waiting[form] = frozenset()
        else:
            at = self._short(form, frozenset(told))
        self.of_key[key(form)] = at
        return at

    def _known(self, form: str, identity: Identity) -> int:
        """The group of a name that tells which body it is."""
        table = self.shortening
        at = table.by_identity.get(identity)
        if at is not None:
            table.add(at, form)
            return at
        sure = table.homes(form).sure if identity.kind is IdentityKind.KNOWN else frozenset()
        fits = [home for home in sure if table.groups[home].identity in {None, identity}]
        if len(fits) != 1 or len(sure) != 1:
            return table.start(form, identity)
        at = fits[0]
        table.add(at, form)
        table.groups[at].identity = identity
        table.by_identity[identity] = at
        return at

    def _short(self, form: str, told: frozenset[int]) -> int:
        """The group of a name that may be a short form."""
        homes = self.shortening.homes(form)
        if not told and len(homes.sure) == 1 and not homes.perhaps - homes.sure:
            at = next(iter(homes.sure))
            self.shortening.add(at, form)
            return at
        at = self.shortening.start(form, None)
        if told or homes.sure or homes.perhaps:
            self.waiting[form] = told or homes.sure | homes.perhaps
        return at


def join_bodies(
    forms: Counter[str],
    *,
    places: frozenset[str] = frozenset(),
    surnames: frozenset[str] = frozenset(),
    common: frozenset[str] = frozenset(),
    same: Mapping[str, frozenset[str]] = MappingProxyType({}),
) -> Joined:
    """Join the forms by which a story's texts name bodies.

    Args:
        forms: Every form with how often it is used.
        places: Folded names of places: no short form of a body that begins with one.
        surnames: Folded surnames of the story's people, likewise.
        common: Words that the texts write without a capital as well.
        same: Folded short form to the folded names that a text puts it beside ("Coastal Safety
            Board (CSB)"): what the texts say goes before any table.

    Returns:
        The bodies, and the forms that could be one of several or of a country not told.
    """
    unique = _unique(forms)
    shortening = Shortening(places, surnames, common)
    joining = _Joining(shortening, same)
    identities = _identities(unique)
    of_form: dict[str, int] = {}
    for form in sorted(unique, key=lambda form: (-len(words_of(form)), -forms[form], form)):
        of_form[form] = at = joining.place(form, identities[form])
        shortening.groups[at].forms += [other for other in unique[form] if other != form]
    groups = shortening.groups
    named = {at: _canonical(group, forms) for at, group in enumerate(groups)}
    opened: dict[str, tuple[str, ...]] = {}
    for form, candidates in joining.waiting.items():
        identity = identities[form]
        found = set(candidates) or set(_open_to(identity, groups) if identity else ())
        found -= {of_form[form]}
        if found:
            opened[key(form)] = tuple(sorted(named[at] for at in found))
    return Joined(
        groups={
            named[at]: tuple(sorted({*group.forms, named[at]})) for at, group in enumerate(groups)
        },
        open=opened,
    )
