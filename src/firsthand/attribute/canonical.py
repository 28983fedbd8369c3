"""The fullest name an article has for a person or body: surnames, slips, acronyms, short forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from firsthand.attribute.tree import Tree
from firsthand.domain import Mention, MentionKind
from firsthand.tables.capacities import capacities
from firsthand.tables.countries import country_of_name
from firsthand.tables.media import is_outlet
from firsthand.tables.namewords import name_words
from firsthand.tables.wellknown import full_name

__all__ = ["BodyNames", "acronyms_of", "bare", "person_named", "slip"]

_POSSESSIVE = re.compile(r"['’]s?$")
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "&", "to", "a"})
_EXPLAINED = re.compile(
    r"((?:[A-Z][\w'’.&-]*,?\s+(?:(?:of|for|and|the|on|in)\s+){0,2}){2,9})\(([A-Z][A-Z0-9]{1,7})\)"
)
_TRANSLATED = re.compile(
    r"\b([A-Z]{2,8}) \(((?:[A-Z][\w'’-]+ (?:(?:of|for|and|the) ){0,2}){1,6}[A-Z][\w'’-]+)\)"
)
_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\.?$")
_SPACED = re.compile(r"(?<=\w)\s+[-–]\s+(?=[a-z])")
_DATELINE = re.compile(r"^[A-Z][A-Z .,'’]+(?:\([^)]*\)\s*)?\s*[-–—]+\s*")
_SLIP = 6
"""Shortest surname in which a misprint is believed: shorter ones have too many neighbours."""

_COMPANY = {
    "Co": ("Company",),
    "Corp": ("Corporation",),
    "Inc": ("Incorporated",),
    "Ltd": ("Limited",),
}
"""Short last words of companies' names, and the long ones that an article may use beside them."""

_MINISTRIES = frozenset({"ministry", "department", "secretariat"})


def bare(name: str) -> str:
    """A person's name without dateline and title in front and without generation suffix."""
    name = _SPACED.sub("-", _DATELINE.sub("", name))
    parts = _SUFFIX.sub("", name).split()
    while len(parts) > 1 and parts[0].lower().strip(".,") in name_words().titles:
        parts = parts[1:]
    if len(parts) > 1 and parts[-1].lower() in {"himself", "herself"}:
        parts = parts[:-1]
    return " ".join(parts).strip(" ,.-–—'’\"“”")


def person_named(name: str, start: int, full: Sequence[tuple[int, str]]) -> str:
    """The full name that `name` is short for.

    Args:
        name: Bare, as written.
        start: Where it stands.
        full: Full names of the article with where they stand, in text order.

    Returns:
        The nearest before `start`, else the first behind; `name` where none fits. A surname that
        is one slip of the pen away from the only one like it is taken for that one.
    """
    parts = [part.lower() for part in name.split()]
    if not parts:
        return name

    def fits(other: str) -> bool:
        whole = [part.lower() for part in other.split()]
        if len(parts) == 1:
            return whole[-1] == parts[0]
        return whole[-1] == parts[-1] and (set(parts) <= set(whole) or whole[0] == parts[0])

    fitting = [(at, other) for at, other in full if fits(other)]
    if not fitting and len(parts) == 1:
        fitting = [(at, other) for at, other in full if other.lower().split()[0] == parts[0]]
    if not fitting and len(parts) == 1:
        fitting = [(at, other) for at, other in full if slip(parts[0], other.split()[-1].lower())]
        if len({other for _, other in fitting}) > 1:
            return name
    if not fitting:
        return name
    near = [pair for pair in fitting if pair[0] <= start] or fitting[:1]
    nearest = near[-1][1]
    same = [other for _, other in fitting if other.split()[0] == nearest.split()[0]]
    longest: str = max(same, key=lambda other: (len(other.split()), other))
    return longest


def slip(one: str, other: str) -> bool:
    """Whether two surnames differ by one letter left out, put in, exchanged or swapped."""
    one, other = one.lower(), other.lower()
    if min(len(one), len(other)) < _SLIP or one[0] != other[0] or one == other:
        return False
    ahead = 0
    while ahead < min(len(one), len(other)) and one[ahead] == other[ahead]:
        ahead += 1
    a, b = one[ahead:], other[ahead:]
    swapped = len(a) > 1 and len(a) == len(b) and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:]
    return swapped or a[1:] == b or b[1:] == a or (a[1:] == b[1:] and len(a) == len(b))


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_](?:[\w'’.-]*\w)?", name)


def _initials(name: str) -> str:
    return "".join(word[0] for word in _words(name) if word.lower() not in _SMALL).upper()


def acronyms_of(tree: Tree, mentions: Iterable[Mention]) -> dict[str, str]:
    """Acronyms explained in the text ("World Heat Office (WHO)") or fitting a body's initials."""
    known: dict[str, str] = {}
    full = [
        one.name.split(" (", 1)[0].rstrip("( ")
        for one in mentions
        if one.kind in {MentionKind.ORGANISATION, MentionKind.OTHER, MentionKind.PLACE}
        and len(_words(one.name)) > 1
        and not one.name.isupper()
    ]
    for found in re.finditer(r"\(([A-Z][A-Za-z0-9&.-]{1,9})\)", tree.text):
        short = found.group(1)
        before = tree.text[max(0, found.start() - 120) : found.start()].rstrip()
        for one in sorted(full, key=lambda name: (-len(name), name)):
            if before.endswith(one) and short[0].upper() == one[0].upper():
                known.setdefault(short, one)
    for found in _EXPLAINED.finditer(tree.text):
        words = found.group(1).split()
        while words and _initials(" ".join(words)) != found.group(2):
            words = words[1:]
        if words and words[0].lower() not in _SMALL:
            known.setdefault(found.group(2), " ".join(words))
    for found in _TRANSLATED.finditer(tree.text):
        if not is_outlet(found.group(2)):
            known.setdefault(found.group(1), found.group(2))
    for one in full:
        letters = _initials(one)
        if len(letters) >= 2:
            known.setdefault(letters, one)
    return {short: _POSSESSIVE.sub("", name) for short, name in known.items()}


@dataclass(frozen=True, slots=True)
class BodyNames:
    """What an article calls its bodies, and the fullest name for each."""

    acronyms: dict[str, str]
    written: tuple[str, ...]
    """Full names as written, longest first."""

    told: tuple[str, ...]
    """The same names in the order in which the article brings them."""

    def full(self, name: str) -> str:
        """The fullest name of the body called `name`; an acronym that is the usual name stays."""
        told = self._spelt(name)
        usual = capacities().acronyms
        return next(
            (
                short
                for short, full in sorted(self.acronyms.items())
                if full == told and short in usual
            ),
            told,
        )

    def _spelt(self, name: str) -> str:
        cut = name.split(" (", 1)[0].rstrip("( ")
        short = cut.replace(".", "")
        if short in capacities().acronyms:
            return cut
        if short in self.acronyms:
            return self.acronyms[short]
        if country_of_name(cut) is not None:
            return cut
        described = short.isupper() or any(word.islower() for word in cut.split()[1:])
        known = full_name(cut) if described else None
        if known is not None:
            return self._as_written(known) or known
        if f"{cut}s" in self.written:
            return f"{cut}s"  # "Harbour Motor's chief", of Harbour Motors
        if " " not in cut:
            return self.begun(cut) or cut
        for ending in _COMPANY.get(cut.split()[-1].rstrip("."), ()):
            whole = f"{cut.rsplit(' ', 1)[0]} {ending}"
            if whole in self.written:
                return whole
        return self._longer(cut) or cut or name

    def _as_written(self, known: str) -> str | None:
        """The article's own longest name of a well-known body."""
        named = [one for one in self.written if one.split()[-1][:1].isupper()]
        return next((one for one in named if full_name(one) == known), None)

    def begun(self, word: str) -> str | None:
        """The one body whose name begins with `word` ("Moreno" for "Moreno Lines")."""
        return next((one for one in self.told if one.split()[0] == word), None)

    def _longer(self, name: str) -> str | None:
        """The one longer name that ends in the same words, or is the same ministry."""
        low = name.casefold()
        ending = {one for one in self.written if one.casefold().endswith(f" {low}")}
        of_state = bool({word.casefold() for word in _words(name)} & _MINISTRIES)
        same = ending or {one for one in self.written if of_state and _same_ministry(name, one)}
        known = full_name(name)
        if not same and known is not None:
            longest = self._as_written(known)
            return longest if longest is not None and len(longest) > len(name) else None
        longer = sorted(same - {name}, key=lambda one: (-len(one), one))
        return longer[0] if longer and len({_state(one) for one in longer}) == 1 else None


def _state(name: str) -> str | None:
    """The country named in front of or behind a body's name."""
    words = name.replace("'s", "").replace("’s", "").split()
    for part in (words[:1], words[:2], words[-1:], words[-2:]):
        found = country_of_name(" ".join(part))
        if found is not None:
            return found[0]
    return None


def _same_ministry(short: str, full: str) -> bool:
    """Whether both are one ministry: "Health Ministry", "Ministry of Health of Peru"."""
    ones, others = ({word.casefold() for word in _words(name)} - _SMALL for name in (short, full))
    kinds = ones & _MINISTRIES
    return bool(kinds) and kinds <= others and ones < others and len(ones) > 1
