"""Tell what kind of body a name can be: a company's, a society's, an organ of a state."""

from __future__ import annotations

import re

from firsthand.attribute.names import Name, Names
from firsthand.attribute.tree import Tree
from firsthand.domain import MentionKind
from firsthand.tables.bodies import bodies as titled_bodies
from firsthand.tables.capacities import capacities
from firsthand.tables.countries import country_of_name
from firsthand.tables.media import is_outlet

__all__ = ["BodyKinds", "names_outlet"]

_INTRODUCING = frozenset({"owner", "operator", "company", "maker", "manufacturer", "firm"})
"""Nouns beside a name that say it is a company's ("its owner, Harbour Lines")."""

_SOCIETY_WORDS = frozenset(
    {"society", "foundation", "association", "alliance", "coalition", "fund", "trust", "league"}
    | {"federation", "organisation", "organization", "agency", "charity", "institute", "network"}
)
"""Head words in the names of bodies that "the group" or "the agency" may mean."""

_SERVICES = frozenset({"service", "administration", "bureau", "authority", "inspectorate"})
"""Words in the names of public bodies that "the agency" may mean."""


def names_outlet(name: Name) -> bool:
    """Whether a name, as written or in full, is an outlet's."""
    return is_outlet(name.written) or is_outlet(name.canonical)


class BodyKinds:
    """Tell the kinds of the bodies of one article."""

    def __init__(self, tree: Tree, names: Names) -> None:
        """Make ready for an article with its names."""
        self._tree = tree
        self._names = names

    def fits(self, name: Name, lemma: str) -> bool | None:
        """Whether a name can be of the kind a noun tells of ("company", "agency", "ministry").

        Returns:
            None where nothing tells.
        """
        words = name.canonical.lower().split()
        last = self._tree.tokens[name.last - 1].lemma.lower()
        if lemma in {last, words[-1]} or f"{lemma} of " in f"{' '.join(words)} ":
            return True
        table = capacities()
        company = self.company(name)
        if names_outlet(name) or name.kind is not MentionKind.ORGANISATION:
            return False
        if lemma == "agency" and set(words) & _SERVICES:
            return True
        if company is not True and self.organ(name):
            return False
        if lemma in table.companies:
            return company
        if lemma in table.societies | {"group"}:
            return None if company is None else not company
        return False if lemma in table.organs else None

    @staticmethod
    def organ(name: Name) -> bool:
        """Whether a name is that of a state, of an organ, or of a body that no company can be."""
        table = capacities()
        last = name.canonical.split()[-1].lower()
        head = name.canonical.split(" of ")[0].split(" for ")[0].split()[-1].lower()
        public = ({last, head} & table.bodies) - table.companies - table.societies - {"group"}
        state = country_of_name(name.canonical) is not None or last == "nations"
        return bool(public) or state or name.canonical.casefold() in titled_bodies().national

    def company(self, name: Name) -> bool | None:
        """Whether a name is a company's: True, False (a society, an agency), None: unknown."""
        last = name.canonical.split()[-1].lower().strip(".")
        if last in capacities().company_endings or self.introduced(name, _INTRODUCING):
            return True
        head = name.canonical.split(" of ")[0].split(" for ")[0].split()[-1].lower()
        if {last, head} & _SOCIETY_WORDS or re.fullmatch(r"[A-Z]{4,7}", name.canonical):
            return False
        return None

    def introduced(self, name: Name, nouns: frozenset[str]) -> bool:
        """Whether one of some nouns stands beside any mention: "Harbour Lines, the owner of the ferry"."""
        for other in self._names.found:
            if other.canonical != name.canonical:
                continue
            at = other.last - 1
            beside = [*self._tree.kids(at, "appos")]
            if self._tree.tokens[at].dep in {"appos", "compound"}:
                beside.append(self._tree.tokens[at].head)
            if any(self._tree.tokens[each].lemma.lower() in nouns for each in beside):
                return True
        return False
