"""Names of people: which forms, in a story's texts, one person may bear.

A wrong joint makes one origin of two, so forms are joined only where given names agree as well:
by initial, by a known short form ("Bill", "William"), or by a spelling of the same name in another
script's transliteration ("Serhiy", "Serhii"). Husband and wife, father and son stay apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from firsthand.settle.romanised import (
    arabic_shape,
    is_arabic,
    letters,
    romanised,
    same_arabic,
    skeleton,
)
from firsthand.tables.givenforms import forms_of_one_name
from firsthand.tables.namewords import name_words
from firsthand.tables.spellings import spellings
from firsthand.text.folding import fold_name

__all__ = [
    "Bearers",
    "bears",
    "is_short",
    "join_people",
    "name_tokens",
    "same_person",
    "surname_of",
]

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_JUNIOR = frozenset({"jr", "junior"})
_SHORTEST_PREFIX = 3
"""Letters that a given name cut short keeps at least ("Alex"): two letters begin too many names."""

_FEMININE = frozenset(
    {"a", "e", "i", "ia", "ie", "na", "ne", "ina", "ine", "nia", "la", "le", "elle", "ette", "line"}
)
"""What makes a woman's name of a man's ("Paula", "Josephine", "Danielle"): not a form of one name."""

_SHORTEST_CONSONANTS = 3
"""Consonants of an Arabic surname from which it can be known by them; fewer fit too many names
("Saleh", "Salah")."""

_NICKNAME = re.compile(r"\([^()]*\)|[“\"][^”\"]*[”\"]|(?<=\s)['‘][^'’]+['’](?=\s)")
"""What a person is called besides, inside the name ('Vincent "the Chin" Gigante')."""


@lru_cache(maxsize=65_536)
def name_tokens(name: str) -> tuple[str, ...]:
    """The words of a name; generations ("Jr.", "III"), nicknames and Arabic articles left out."""
    plain = _NICKNAME.sub(" ", name) if not name.startswith(("(", "“", '"')) else name
    table = spellings()
    words = [
        part
        for word in plain.split()
        for part in (word.split("-", 1) if _compound(word) else (word,))
    ]
    return tuple(
        word
        for at, word in enumerate(words)
        if letters(word)
        and letters(word) not in _SUFFIXES
        and not (0 < at < len(words) - 1 and word.casefold() in table.articles)
    )


def _compound(word: str) -> bool:
    """Whether a hyphen joins two words of an Arabic name ("Abdel-Fattah")."""
    return word.split("-", maxsplit=1)[0].casefold() in spellings().compound and "-" in word


@lru_cache(maxsize=65_536)
def _nicknames(name: str) -> frozenset[str]:
    """The single words that stand as nicknames inside a name, folded ("(Jerry)")."""
    found = (letters(told) for told in _NICKNAME.findall(name) if " " not in told.strip())
    return frozenset(one for one in found if one)


def _is_junior(name: str) -> bool:
    """Whether a name is a son's or daughter's: another person than the bearer of the plain name."""
    return bool({letters(word) for word in name.split()} & _JUNIOR)


@lru_cache(maxsize=65_536)
def _generation(name: str) -> frozenset[str]:
    return frozenset(letters(word) for word in name.split()) & (_SUFFIXES | _JUNIOR)


def surname_of(name: str) -> str:
    """The surname of a name, as it is compared: "Zelenskyy" and "Zelenskiy" have one."""
    tokens = name_tokens(name)
    return skeleton(tokens[-1]) if tokens else ""


def _one_given(one: str, other: str) -> bool:
    """Whether two given names can be one person's."""
    a, b = letters(one), letters(other)
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    if a == b or forms_of_one_name(a, b) or skeleton(one) == skeleton(other):
        return True
    if romanised(one) == romanised(other):
        return True
    if (is_arabic(one) or is_arabic(other)) and same_arabic(one, other):
        return True
    short, long = sorted((a, b), key=len)
    rest = long.removeprefix(short)
    return (
        "-" not in one + other
        and len(short) >= _SHORTEST_PREFIX
        and rest != long
        and len(rest) > 1
        and rest not in _FEMININE
    )


def _same_given(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two lists of given names can be one person's."""
    if not one or not other:
        return True
    if _one_given(one[0], other[0]):
        # "John A. Roe" and "John B. Roe" are two people.
        return len(one) == 1 or len(other) == 1 or _one_given(one[1], other[1])
    for names, others in ((one, other), (other, one)):  # "K. Michael Roe" goes by "Mike Roe"
        if len(names) > 1 and len(letters(names[0])) == 1 and _one_given(names[1], others[0]):
            return True
    return False


def _same_surname(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the last of two lists of names can be one surname, spelt by two writers."""
    a, b = one[-1], other[-1]
    if skeleton(a) == skeleton(b):
        return True
    if len(one) < 2 or len(other) < 2:
        return False
    if romanised(a) == romanised(b):
        return True
    if not (is_arabic(one[0]) or is_arabic(other[0])):
        return False
    consonants = len(arabic_shape(a).replace(".", ""))
    return same_arabic(a, b) and consonants >= _SHORTEST_CONSONANTS


def _ends(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name of several words is another's without its first ("López Obrador")."""
    return 1 < len(short) < len(long) and [*map(skeleton, long[-len(short) :])] == [
        *map(skeleton, short)
    ]


def same_person(one: str, other: str) -> bool:
    """Whether two names, each of a given name and a surname, can be one person's."""
    a, b = name_tokens(one), name_tokens(other)
    if not a or not b or _is_junior(one) != _is_junior(other):
        return False
    if _generation(one) and _generation(other) and _generation(one) != _generation(other):
        return False
    if _same_surname(a, b):
        nicknamed = (
            len(a) > 1
            and len(b) > 1
            and (letters(a[0]) in _nicknames(other) or letters(b[0]) in _nicknames(one))
        )
        return nicknamed or _same_given(a[:-1], b[:-1]) or _ends(*sorted((a, b), key=len))
    if "".join(map(letters, a)) == "".join(map(letters, b)):
        return True  # "Kim Jong-un", "Kim Jong Un"
    short, long = sorted((a, b), key=len)
    if len(short) > 1 and len(long) == len(short) + 1 and len(letters(long[-1])) > 1:
        # Two surnames, of which the first alone is used: "Ana Ruiz", "Ana Ruiz Vega".
        return [*map(letters, long[:-1])] == [*map(letters, short)]
    return sorted(map(letters, a)) == sorted(map(letters, b))


def is_short(form: str) -> bool:
    """Whether a form is a surname or a given name alone ("Ruiz", "von der Leyen")."""
    tokens = name_tokens(form)
    if len(tokens) < 2:
        return True
    return all(word.casefold() in name_words().particles for word in tokens[:-1]) and (
        tokens[0][:1].islower()
    )


def bears(short: str, full: str) -> str | None:
    """How a short form can name the bearer of a full name: ``surname``, ``given`` or not at all."""
    mine, theirs = name_tokens(short), name_tokens(full)
    if not mine or not theirs:
        return None
    last = skeleton(mine[-1])
    if len(mine) > 1:
        ends = [*map(skeleton, theirs[-len(mine) :])] == [*map(skeleton, mine)]
        return "surname" if ends else None
    if skeleton(theirs[-1]) == last:
        return "surname"
    return "given" if last in map(skeleton, theirs) else None


_WAYS = ("surname", "given")
"""How a short form can name somebody, the surer first."""


class Bearers:
    """The people of a story by the words of their names: whom a surname alone can name."""

    def __init__(self, people: Iterable[str] | Mapping[str, Iterable[str]]) -> None:
        """Index `people`: canonical full names, with their other full forms where those are known."""
        self._by_word: dict[str, dict[str, list[str]]] = {}
        forms = people if isinstance(people, Mapping) else dict.fromkeys(people, ())
        for full in sorted(forms):
            for form in sorted({full, *forms[full]}):
                for word in sorted({skeleton(token) for token in name_tokens(form)}):
                    self._by_word.setdefault(word, {}).setdefault(full, []).append(form)

    def of(self, short: str) -> tuple[tuple[str, ...], bool]:
        """The people whom `short` can name, sorted, and whether it is their surname.

        Those of whom it is only a given name count where nobody has it as surname. The bare
        surname of an elder and a son is the elder's: the son is called by his full name.
        """
        tokens = name_tokens(short)
        near = self._by_word.get(skeleton(tokens[-1]), {}) if tokens else {}
        ways = {
            full: min(
                (way for form in forms if (way := bears(short, form))),
                key=_WAYS.index,
                default=None,
            )
            for full, forms in near.items()
        }
        found = [full for full, way in ways.items() if way == "surname"]
        if not found:
            return tuple(full for full, way in ways.items() if way == "given"), False
        elders = [full for full in found if not _is_junior(full)]
        return tuple(elders if len(elders) == 1 else found), True


def join_people(forms: Counter[str]) -> dict[str, list[str]]:
    """Join full names of people.

    Args:
        forms: Full names ("Ana Ruiz"; not "Ruiz") with how often each is used.

    Returns:
        The fullest form of each person to all forms. A form that could be one of several people
        ("A. Ruiz" beside Ana and Alba) is left out.
    """
    full = sorted(forms, key=lambda form: (-len(form.split()), -forms[form], -len(form), form))
    groups: list[list[str]] = []
    by_word: dict[str, set[int]] = {}
    for form in full:
        words = {w for t in name_tokens(form) for w in (skeleton(t), romanised(t))}
        words |= {arabic_shape(t) for t in name_tokens(form) if is_arabic(name_tokens(form)[0])}
        words.add("".join(map(letters, name_tokens(form))))
        near = sorted({at for word in words for at in by_word.get(word, ())})
        homes = [at for at in near if all(same_person(form, other) for other in groups[at])]
        if len(homes) > 1:
            # One of them may be written exactly so but for accents and marks.
            exact = [at for at in homes if any(fold_name(o) == fold_name(form) for o in groups[at])]
            homes = exact or homes
        if len(homes) == 1:
            at = homes[0]
            groups[at].append(form)
        elif all(forms[form] > sum(forms[other] for other in groups[at]) for at in homes):
            # Nobody's short form: the usual name, beside rarer ones that only begin or end with it.
            at = len(groups)
            groups.append([form])
        else:
            continue
        for word in words:
            by_word.setdefault(word, set()).add(at)
    return {group[0]: group for group in groups}
