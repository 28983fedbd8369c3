"""One name for each person and body across the articles of a story.

People are joined by surname and given name, bodies by their fullest form: a shorter form that
ends or begins exactly one longer one is that one. Where two bodies or people could be meant, the
short form stays as it is: a wrong joint would make one origin of two, or two newsrooms agree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from firsthand.settle.phrases import bare_name
from firsthand.tables.bodies import bodies
from firsthand.tables.countries import country_of_name
from firsthand.text.folding import fold_name

__all__ = ["Names", "names_of"]

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SAME_GIVEN = 0.75
"""Likeness of two given names spelt in two ways ("Oleksii", "Oleksiy" reach .86; "Maria", "Marta" .80
but differ at the end that transliteration leaves alone, so the first two letters must agree)."""

_OFTEN = 3
"""An acronym stands for the body where it is at least so many times as frequent as the long form."""


def _letters(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold_name(word))


def _skeleton(word: str) -> str:
    """Letters of a surname with the endings of transliteration made one ("-skyy", "-skiy", "-ski")."""
    plain = _letters(word)
    plain = re.sub(r"(?:iy|yy|ij|yi|ii|y|i|j)$", "i", plain)
    return re.sub(r"(.)\1", r"\1", plain)


def _tokens(name: str) -> list[str]:
    return [word for word in name.split() if _letters(word) not in _SUFFIXES and _letters(word)]


def _junior(name: str) -> bool:
    """Whether a name is a son's or daughter's: another person than the bearer of the plain name."""
    return bool({_letters(word) for word in name.split()} & {"jr", "junior"})


def _same_given(one: list[str], other: list[str]) -> bool:
    """Whether two lists of given names can be one person's."""
    if not one or not other:
        return True
    a, b = _letters(one[0]), _letters(other[0])
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    if a == b or a.startswith(b) or b.startswith(a):
        return True
    return a[:2] == b[:2] and SequenceMatcher(None, a, b).ratio() >= _SAME_GIVEN


def _same_person(one: str, other: str) -> bool:
    a, b = _tokens(one), _tokens(other)
    if not a or not b or _junior(one) != _junior(other):
        return False
    if _skeleton(a[-1]) == _skeleton(b[-1]):
        return _same_given(a[:-1], b[:-1])
    return sorted(map(_letters, a)) == sorted(map(_letters, b))


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Forms found in a story and the canonical name of each."""

    people: dict[str, tuple[str, ...]]
    """Canonical name of a person to the forms, itself included."""

    bodies: dict[str, tuple[str, ...]]
    by_form: dict[str, str]
    """Folded form to canonical name; ambiguous forms are missing."""

    def canonical(self, form: str) -> str | None:
        """The canonical name of `form`; None when it is unknown or ambiguous."""
        bare = bare_name(form)
        return self.by_form.get(key(bare)) or self.by_form.get(key(bare.replace(" & ", " and ")))

    def is_person(self, name: str) -> bool:
        """Whether a canonical name is a person's."""
        return name in self.people


def key(name: str) -> str:
    """Fold a name for look-up: case, accents, marks and white space do not tell names apart."""
    plain = name.replace("U.S.", "United States").replace("U.K.", "United Kingdom")
    plain = re.sub(r"\bUS\b", "United States", plain).replace("&", "and")
    return " ".join(re.sub(r"[^\w' ]+", "", fold_name(plain.replace("’", "'"))).split())


def _people(forms: Counter[str]) -> dict[str, list[str]]:
    full = sorted(
        (form for form in forms if len(_tokens(form)) > 1),
        key=lambda form: (-len(form.split()), -forms[form], form),
    )
    groups: list[list[str]] = []
    for form in full:
        homes = [group for group in groups if all(_same_person(form, other) for other in group)]
        if len(homes) == 1:
            homes[0].append(form)
        elif not homes:
            groups.append([form])
    for form in sorted(form for form in forms if len(_tokens(form)) == 1):
        short = _skeleton(form)
        last = [g for g in groups if any(_skeleton(_tokens(n)[-1]) == short for n in g)]
        anywhere = [g for g in groups if any(short in map(_skeleton, _tokens(n)) for n in g)]
        if len(last) > 1 and len(elders := [g for g in last if not _junior(g[0])]) == 1:
            last = elders
        home = last if len(last) == 1 else ([] if last else anywhere)
        if len(home) == 1:
            home[0].append(form)
        elif not home and not last:
            groups.append([form])
    return {group[0]: group for group in groups}


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper())


def _short_form(short: str, long: str, *, places: frozenset[str]) -> bool:
    """Whether `short` can stand for the body `long`."""
    a, b = key(short).split(), key(re.sub(r"\s*\([^)]*\)$", "", long)).split()
    if not a or a == b:
        return a == b
    if key(short) in places or country_of_name(short) is not None:
        return False
    if len(a) == 1:
        acronym = re.sub(r"[^A-Za-z]", "", short)
        if acronym.isupper() and len(acronym) > 1:
            bracket = re.search(r"\(([A-Z.]{2,8})\)$", long)
            whole = _initials(" ".join(long.split("(", maxsplit=1)[0].split()))
            return acronym in {whole, whole.removeprefix("US")} or (
                bracket is not None and bracket.group(1).replace(".", "") == acronym
            )
        own = a[0] not in bodies().common and len(a[0]) > 3
        return len(b) > 1 and short[:1].isupper() and b[0] == a[0] and own
    return len(a) < len(b) and (b[-len(a) :] == a or b[: len(a)] == a)


def _body_groups(forms: Counter[str], places: frozenset[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    by_key: dict[str, list[str]] = {}
    for form in forms:
        by_key.setdefault(key(form), []).append(form)
    unique = {
        min(same, key=lambda form: (not form.isupper(), -forms[form], form)): same
        for same in by_key.values()
    }
    for form in sorted(unique, key=lambda form: (-len(key(form).split()), form)):
        homes = [
            name
            for name in groups
            if any(_short_form(form, other, places=places) for other in groups[name][:1])
        ]
        if len(homes) == 1:
            groups[homes[0]] += unique[form]
        else:
            groups[form] = list(unique[form])
    named: dict[str, list[str]] = {}
    for long, group in groups.items():
        acronyms = [f for f in group if re.fullmatch(r"(?:[A-Z]\.?){2,8}", f)]
        often = max(acronyms, key=lambda form: (forms[form], form), default=None)
        same = {key(form) for form in acronyms}
        short = sum(forms[form] for form in group if key(form) in same)
        spelt = sum(forms[form] for form in group if key(form) not in same)
        told = long.endswith(")")  # the long form gives the acronym itself
        name = often if often is not None and not told and short >= _OFTEN * max(spelt, 1) else long
        named[name] = group
    return named


def names_of(people: Iterable[str], bodies: Iterable[str], *, places: Iterable[str] = ()) -> Names:
    """Join the forms of a story's people and bodies.

    Args:
        people: Every occurrence of a form that names a person, without title.
        bodies: Every occurrence of a form that names a body.
        places: Names of places, never a short form of a body that begins with them.

    Returns:
        Names in which the fullest form is canonical; an acronym that the texts much prefer to the
        long form takes its place.
    """
    person_forms = Counter(form for form in people if form)
    body_forms = Counter(form for form in bodies if form)
    grounds = frozenset(key(place) for place in places)
    persons = _people(Counter({f: n for f, n in person_forms.items() if f not in body_forms}))
    organs = _body_groups(body_forms, grounds)
    by_form: dict[str, str] = {}
    for groups in (persons, organs):
        for name, forms in groups.items():
            for form in (*forms, name):
                by_form[key(form)] = name
    return Names(
        people={name: tuple(sorted({*forms, name})) for name, forms in persons.items()},
        bodies={name: tuple(sorted({*forms, name})) for name, forms in organs.items()},
        by_form=by_form,
    )
