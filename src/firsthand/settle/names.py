"""One name for each person and body across the articles of a story.

People are joined by surname and given name, bodies by their fullest form. What a short form
stands for is settled article by article: by whom the article names in full, then by the one whom
any article names, unless title or form of address speaks against it. Where two could be meant
nobody is: a wrong joint would make one origin of two, or two newsrooms agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from firsthand.settle.barenames import bare_name
from firsthand.settle.joining import join_bodies
from firsthand.settle.people import Bearers, is_short, join_people, name_tokens, surname_of
from firsthand.settle.spelling import key

__all__ = ["Names", "key", "names_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Forms found in a story and the canonical name of each."""

    people: Mapping[str, tuple[str, ...]]
    """Canonical name of a person to the forms, itself included."""

    bodies: Mapping[str, tuple[str, ...]]
    by_form: Mapping[str, str]
    """Folded form to canonical name; ambiguous forms are missing."""

    open: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Folded form to the canonical names it could stand for, where the form alone does not tell."""

    local: Mapping[tuple[str, str], str | None] = field(default_factory=dict)
    """What a folded form stands for in one article; None where it stands for nobody for sure."""

    def canonical(self, form: str, article: str | None = None) -> str | None:
        """The canonical name of `form`, in `article` if given; None when it is unknown or ambiguous."""
        bare = key(bare_name(form))
        if article is not None and (article, bare) in self.local:
            return self.local[article, bare]
        return self.by_form.get(bare)

    def doubt(self, form: str, article: str) -> tuple[str, ...]:
        """Whom `form` could name in `article`, where that is not sure; empty where nothing is in doubt."""
        bare = key(bare_name(form))
        if self.local.get((article, bare), "") is None:
            return self.open.get(bare, ())
        return ()

    def is_person(self, name: str) -> bool:
        """Whether a canonical name is a person's."""
        return name in self.people


def names_of(
    people: Iterable[str],
    bodies: Iterable[str],
    *,
    places: Iterable[str] = (),
    common: frozenset[str] = frozenset(),
    same: Mapping[str, frozenset[str]] = MappingProxyType({}),
) -> Names:
    """Join the forms of a story's people and bodies, as far as the forms alone tell.

    Args:
        people: Every occurrence of a form that names a person, without title.
        bodies: Every occurrence of a form that names a body.
        places: Names of places, never a short form of a body that begins with them.
        common: Words that the texts write without a capital as well.
        same: Folded short form of a body to the folded names that a text puts it beside.

    Returns:
        Names in which the fullest form is canonical; an acronym that the texts much prefer to the
        long form takes its place.
    """
    body_forms = Counter(form for form in bodies if form)
    forms = Counter(form for form in people if form and form not in body_forms)
    persons = join_people(Counter({f: n for f, n in forms.items() if not is_short(f)}))
    opened: dict[str, tuple[str, ...]] = {}
    full = list(persons)
    bearers = Bearers(persons)
    alone: dict[str, str] = {}
    for form in sorted(form for form in forms if is_short(form)):
        found, _ = bearers.of(form)
        if len(found) == 1:
            persons[found[0]].append(form)
        elif found:
            opened[key(form)] = found
        else:
            home = alone.setdefault(surname_of(form), form)
            persons.setdefault(home, []).append(form)
    surnames = frozenset(key(name_tokens(name)[-1]) for name in full if name_tokens(name))
    joined = join_bodies(
        body_forms,
        places=frozenset(key(place) for place in places),
        surnames=surnames,
        common=common,
        same=same,
    )
    by_form: dict[str, str] = {}
    for groups in (persons, joined.groups):
        for name, told in groups.items():
            for form in (*told, name):
                by_form[key(form)] = name
    opened.update({form: told for form, told in joined.open.items() if form not in opened})
    return Names(
        people={name: tuple(sorted({*told, name})) for name, told in persons.items()},
        bodies=dict(joined.groups),
        by_form=by_form,
        open=opened,
    )
