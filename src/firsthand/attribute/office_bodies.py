"""Find the body that an office by its nature belongs to: a harbour master's own, an inspector's police."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from firsthand.attribute.ground import Ground
from firsthand.attribute.names import Names
from firsthand.attribute.phrases import phrase
from firsthand.attribute.tree import Tree
from firsthand.domain import MentionKind
from firsthand.tables.capacities import capacities

__all__ = ["OVER", "OfficeBodies", "title_words"]

OVER = frozenset({"former", "ex", "retired", "late", "ex-president", "onetime"})
"""Words for an office that somebody no longer holds."""


def title_words(tree: Tree, tokens: Iterable[int]) -> set[str]:
    """Words and lemmas of a title, folded, without full stops."""
    return {
        word.strip(".") for at in tokens for word in (tree.tokens[at].lemma.lower(), tree.lower(at))
    }


@dataclass(frozen=True)
class OfficeBodies:
    """Look for the bodies of offices in one article."""

    tree: Tree
    names: Names

    def office_itself(self, tokens: list[int], person: str | None) -> Ground | None:
        """Find "the Riga harbour master's office" for "harbour master Ada Okoye", where one is named."""
        if person is None:
            return None
        told = {self.tree.lower(at) for at in tokens if self.names.at(at) is None}
        found: dict[str, int] = {}
        for role, name, at in self._owned:
            if role in told:
                found.setdefault(name, at)
        places = [one for one in found if one[:1].isupper()]
        longest = max(places or sorted(found), key=len, default=None)
        if longest is None or len(places) > 1:
            return None
        feature = "the article names the office of one in this office"
        return Ground(name=longest, feature=feature, score=0.8, tokens=(found[longest],))

    @cached_property
    def _owned(self) -> list[tuple[str, str, int]]:
        """Offices that belong to a role, as "the harbour master's office": role, name, noun."""
        made = []
        for at, token in enumerate(self.tree.tokens):
            if token.lemma.lower() not in {"office", "department", "service"}:
                continue
            for owner in self.tree.kids(at, "poss"):
                role = self.tree.lower(owner)
                nominal = self.tree.tokens[owner].pos == "NOUN" or self.names.at(owner) is not None
                if not nominal or role in capacities().own:
                    continue
                words = phrase(self.tree, self.names, frozenset(self.tree.subtree(at)), at)
                made.append((role, words.removeprefix("local "), at))
        return made

    def of_rank(self, head: int, tokens: list[int]) -> Ground | None:
        """The body of the kind that an office belongs to ("Inspector Okoye": the police named last)."""
        kinds = {
            kind
            for at in tokens
            if self.names.at(at) is None
            for kind in _kinds_of_rank().get(self.tree.lower(at), ())
        }
        office = title_words(self.tree, tokens)
        if not kinds or office & OVER:
            return None
        sentence = self.tree.sentence_of[head]
        best: tuple[int, str, int] | None = None
        for name in self.names.found:
            if name.kind is not MentionKind.ORGANISATION:
                continue
            if not kinds & {word.strip("'’s").lower() for word in name.canonical.split()}:
                continue
            away = sentence - self.tree.sentence_of[name.first]
            rank = (away if away >= 0 else 2 - away, name.canonical, name.last - 1)
            best = rank if best is None or rank < best else best
        if best is None:
            return self._unmarked_kind(kinds)
        feature = "a body of the kind that has such an office"
        return Ground(name=best[1], feature=feature, score=0.7, tokens=(best[2],))

    def _unmarked_kind(self, kinds: set[str]) -> Ground | None:
        """A body of a kind that the recogniser missed: "Harrow and Dale police"."""
        found: dict[str, int] = {}
        for at, token in enumerate(self.tree.tokens):
            if self.tree.lower(at) not in kinds or token.pos not in {"NOUN", "PROPN"}:
                continue
            first = at
            while first > 0 and (
                self.tree.word(first - 1)[:1].isupper()
                or (
                    self.tree.lower(first - 1) in {"and", "of"}
                    and self.tree.word(first - 2)[:1].isupper()
                )
            ):
                first -= 1
            if first < at and self.tree.lower(first) not in {"the", "a"}:
                text = self.tree.text[self.tree.tokens[first].start : token.end]
                found.setdefault(" ".join(text.split()), at)
        if len(found) != 1:
            return None
        name, at = next(iter(found.items()))
        feature = "the one body of the kind that has such an office"
        return Ground(name=name, feature=feature, score=0.6, tokens=(at,))


@cache
def _kinds_of_rank() -> dict[str, list[str]]:
    """For each rank the words in names of the bodies it belongs to."""
    found: dict[str, list[str]] = {}
    for pair in sorted(capacities().ranks):
        rank, kind = pair.split("=")
        found.setdefault(rank, []).append(kind)
    return found
