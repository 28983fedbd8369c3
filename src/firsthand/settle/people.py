"""Names of people: which forms, in a story's texts, one person may bear.

A wrong joint makes one origin of two, so forms are joined only where given names agree as well:
by initial, by a known short form ("Bill", "William"), or by a spelling of the same name in another
script's transliteration ("Serhiy", "Serhii"). Husband and wife, father and son stay apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from firsthand.tables.givenforms import forms_of_one_name
from firsthand.tables.namewords import name_words
from firsthand.text.folding import fold_name

__all__ = [
    "Bearers",
    "bears",
    "is_junior",
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

_ROMANISED = (
    ("shch", "sh"), ("sch", "sh"), ("tch", "ch"), ("kh", "h"), ("gh", "h"), ("zh", "z"), ("ph", "f"),
    ("ks", "x"), ("ck", "k"), ("q", "k"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("yu", "u"),
    ("iu", "u"), ("ju", "u"), ("ya", "a"), ("ia", "a"), ("ja", "a"), ("ye", "e"), ("ie", "e"), ("je", "e"),
    ("yo", "o"), ("io", "o"), ("j", "i"), ("y", "i"), ("g", "h"),
)  # fmt: skip
"""Letters that different ways of writing Cyrillic and Arabic names in Latin script exchange. Used only
where given names agree too: "g" and "h" alone tell many surnames apart."""


@lru_cache(maxsize=65_536)
def _letters(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold_name(word))


@lru_cache(maxsize=65_536)
def _skeleton(word: str) -> str:
    """Letters of a name with the endings of transliteration made one ("-skyy", "-skiy", "-ski")."""
    word = re.sub(r"^(?:al|el|as|ash|an|ad|at)-(?=\w{3})", "", word, flags=re.IGNORECASE)
    plain = re.sub(r"(?:iy|yy|ij|yi|ii|ey|ei|y|i|j)$", "i", _letters(word))
    return re.sub(r"(.)\1", r"\1", plain)


@lru_cache(maxsize=65_536)
def _romanised(word: str) -> str:
    plain = _letters(word)
    for written, usual in _ROMANISED:
        plain = plain.replace(written, usual)
    plain = re.sub(r"i+$", "i", re.sub(r"(.)\1", r"\1", plain))
    return re.sub(r"(?:ii|ei|i)$", "i", plain)


@lru_cache(maxsize=65_536)
def name_tokens(name: str) -> tuple[str, ...]:
    """The words of a name; generations ("Jr.", "III") left out."""
    return tuple(
        word for word in name.split() if _letters(word) not in _SUFFIXES and _letters(word)
    )


def is_junior(name: str) -> bool:
    """Whether a name is a son's or daughter's: another person than the bearer of the plain name."""
    return bool({_letters(word) for word in name.split()} & _JUNIOR)


@lru_cache(maxsize=65_536)
def _generation(name: str) -> frozenset[str]:
    return frozenset(_letters(word) for word in name.split()) & (_SUFFIXES | _JUNIOR)


def surname_of(name: str) -> str:
    """The surname of a name, as it is compared: "Zelenskyy" and "Zelenskiy" have one."""
    tokens = name_tokens(name)
    return _skeleton(tokens[-1]) if tokens else ""


def _one_given(one: str, other: str) -> bool:
    """Whether two given names can be one person's."""
    a, b = _letters(one), _letters(other)
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    if a == b or forms_of_one_name(a, b) or _skeleton(one) == _skeleton(other):
        return True
    if _romanised(one) == _romanised(other):
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
        if len(names) > 1 and len(_letters(names[0])) == 1 and _one_given(names[1], others[0]):
            return True
    return False


def same_person(one: str, other: str) -> bool:
    """Whether two names, each of a given name and a surname, can be one person's."""
    a, b = name_tokens(one), name_tokens(other)
    if not a or not b or is_junior(one) != is_junior(other):
        return False
    if _generation(one) and _generation(other) and _generation(one) != _generation(other):
        return False
    if _skeleton(a[-1]) == _skeleton(b[-1]):
        return _same_given(a[:-1], b[:-1])
    both = len(a) > 1 and len(b) > 1
    if both and _romanised(a[-1]) == _romanised(b[-1]):
        return _same_given(a[:-1], b[:-1])
    if "".join(map(_letters, a)) == "".join(map(_letters, b)):
        return True  # "Kim Jong-un", "Kim Jong Un"
    short, long = sorted((a, b), key=len)
    if len(short) > 1 and len(long) == len(short) + 1 and len(_letters(long[-1])) > 1:
        # Two surnames, of which the first alone is used: "Ana Ruiz", "Ana Ruiz Vega".
        return [*map(_letters, long[:-1])] == [*map(_letters, short)]
    return sorted(map(_letters, a)) == sorted(map(_letters, b))


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
    last = _skeleton(mine[-1])
    if len(mine) > 1:
        ends = [*map(_skeleton, theirs[-len(mine) :])] == [*map(_skeleton, mine)]
        return "surname" if ends else None
    if _skeleton(theirs[-1]) == last:
        return "surname"
    return "given" if last in map(_skeleton, theirs) else None


class Bearers:
    """The people of a story by the words of their names: whom a surname alone can name."""

    def __init__(self, people: Iterable[str]) -> None:
        """Index `people`, each by a full name."""
        self._by_word: dict[str, list[str]] = {}
        for full in sorted(people):
            for word in sorted({_skeleton(token) for token in name_tokens(full)}):
                self._by_word.setdefault(word, []).append(full)

    def of(self, short: str) -> tuple[tuple[str, ...], bool]:
        """The people whom `short` can name, sorted, and whether it is their surname.

        Those of whom it is only a given name count where nobody has it as surname. The bare
        surname of an elder and a son is the elder's: the son is called by his full name.
        """
        tokens = name_tokens(short)
        near = self._by_word.get(_skeleton(tokens[-1]), ()) if tokens else ()
        ways = {full: bears(short, full) for full in near}
        found = [full for full, way in ways.items() if way == "surname"]
        if not found:
            return tuple(full for full, way in ways.items() if way == "given"), False
        elders = [full for full in found if not is_junior(full)]
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
        words = {w for t in name_tokens(form) for w in (_skeleton(t), _romanised(t))}
        words.add("".join(map(_letters, name_tokens(form))))
        near = sorted({at for word in words for at in by_word.get(word, ())})
        homes = [at for at in near if all(same_person(form, other) for other in groups[at])]
        if len(homes) > 1:
            # One of them may be written exactly so but for accents and marks.
            exact = [at for at in homes if any(fold_name(o) == fold_name(form) for o in groups[at])]
            homes = exact or homes
        if len(homes) == 1:
            at = homes[0]
            groups[at].append(form)
        elif not homes:
            at = len(groups)
            groups.append([form])
        else:
            continue
        for word in words:
            by_word.setdefault(word, set()).add(at)
    return {group[0]: group for group in groups}
