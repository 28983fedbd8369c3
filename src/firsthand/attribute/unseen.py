"""Bodies beside an office that the recogniser did not mark: capitals, and common nouns."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.attribute.names import Names
from firsthand.attribute.phrases import phrase
from firsthand.attribute.tree import Tree
from firsthand.domain import MentionKind
from firsthand.tables.bodies import bodies
from firsthand.tables.capacities import capacities
from firsthand.tables.countries import country_of_name
from firsthand.tables.namewords import name_words

__all__ = ["Unseen"]

_OFFICES_AS_BODIES = frozenset({"office", "counsel", "prosecutor", "attorney", "mayor", "governor"})
_LINKS = frozenset({"for", "of", "at", "from", "with"})


@dataclass(frozen=True, slots=True)
class Unseen:
    """Look for unmarked bodies in the titles of one article."""

    tree: Tree
    names: Names

    def behind(self, office: int) -> tuple[str, tuple[int, ...]] | None:
        """Capitals in the "of", "for" or "at" phrase of an office."""
        for prep in self.tree.kids(office, "prep"):
            if self.tree.lower(prep) not in {"of", "for", "at", "with"}:
                continue
            for kid in self.tree.kids(prep, "pobj"):
                marked = self.names.at(kid) is not None
                if marked or self.tree.tokens[kid].pos != "PROPN" or not self.tree.is_word(kid):
                    continue
                told = phrase(self.tree, self.names, frozenset(self.tree.subtree(kid)), kid)
                if country_of_name(told) is None and not is_portfolio(told):
                    return self.fullest(told), (kid,)
        return None

    def before(self, office: int, tokens: list[int], own: set[str]) -> str | None:
        """Capitals right before an office word; `own` are the words of the person's name."""
        roles = capacities().body | capacities().agent
        run: list[int] = []
        for at in reversed([each for each in tokens if each < office]):
            if self.tree.tokens[at].pos != "PROPN" or self.tree.word(at) in own:
                if self.tree.tokens[at].pos in {"ADJ", "PART"} and not run:
                    continue
                break
            if self.tree.lower(at) not in roles | capacities().state:
                run.insert(0, at)
        if not run or country_of_name(self._text(run)) or is_portfolio(self._text(run)):
            return None
        titles = name_words().titles
        if self.tree.lower(run[0]) in titles or (run[0] and self.tree.lower(run[0] - 1) in titles):
            return None
        named = self.names.at(run[0])
        if named is not None and named.kind is MentionKind.PERSON:
            return None
        return self.fullest(self._text(run))

    def common(self, tokens: list[int]) -> str | None:
        """A body that has no capital letters: "fire service spokesman Adam Okoye"."""
        table = capacities()
        for number, at in enumerate(tokens):
            if self.tree.tokens[at].lemma.lower() not in table.body | table.agent | table.unnamed:
                continue
            first = number
            while (
                first > 0
                and self.tree.tokens[tokens[first - 1]].dep in {"compound", "amod", "poss", "nmod"}
                and self.tree.lower(tokens[first - 1]) not in table.drop
            ):
                first -= 1
            while first < number and self.tree.lower(tokens[first]) in bodies().grades:
                first += 1  # "senior administration official"
            run = tokens[first:number]
            if run and self.tree.tokens[run[-1]].lemma.lower() in table.bodies:
                return self.fullest(self._text(run))
            for prep in self.tree.kids(at, "prep"):
                if self.tree.lower(prep) not in _LINKS:
                    continue
                for kid in self.tree.kids(prep, "pobj"):
                    if self.tree.tokens[kid].lemma.lower() in table.bodies | _OFFICES_AS_BODIES:
                        words = frozenset(self.tree.subtree(kid))
                        return self.fullest(phrase(self.tree, self.names, words, kid))
        return None

    def fullest(self, told: str) -> str:
        """The longest name in the article that ends in the same words, or that they stand for."""
        low = told.lower()
        for name in self.names.found:
            if name.written.lower() == low and name.kind is not MentionKind.PERSON:
                return name.canonical
        longer = [
            name.canonical
            for name in self.names.found
            if name.kind is MentionKind.ORGANISATION and name.canonical.lower().endswith(" " + low)
        ]
        return max(longer, key=lambda name: (len(name), name)) if longer else told

    def _text(self, run: list[int]) -> str:
        return self.tree.text[self.tree.tokens[run[0]].start : self.tree.tokens[run[-1]].end]


def is_portfolio(name: str) -> bool:
    """Whether a "name" is only what somebody looks after ("Public Health", "External Relations")."""
    words = [
        word
        for word in name.lower().replace(",", " ").split()
        if word not in {"and", "of", "the", "for"}
    ]
    return all(word in capacities().portfolios for word in words)
