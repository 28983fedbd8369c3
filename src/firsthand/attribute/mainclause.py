"""Read the main clause of what somebody is reported to have said."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.attribute.negation import negations
from firsthand.attribute.relation import Relation
from firsthand.attribute.shapes import is_aside, main_verb
from firsthand.attribute.tree import Tree
from firsthand.domain import Stance
from firsthand.tables.stances import Said, stances

__all__ = ["Avowal", "Clause", "clause_of"]


_FIRST = frozenset({"i", "we"})
_OPENING = frozenset("\"“‘„«'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Avowal:
    """What the words of the content do."""

    stance: Stance
    why: str
    at: tuple[int, ...]
    hedged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The main clause of what is said."""

    tree: Tree
    found: Relation
    verb: int
    lemma: str
    subject: int | None
    auxiliaries: frozenset[str]
    negatives: tuple[int, ...]
    said: Said

    def completing(self, *deps: str) -> list[int]:
        """What completes the verb, by label, within the content."""
        return [at for at in self.tree.kids(self.verb, *deps) if at in self.found.content]

    def lemma_of(self, at: int) -> str:
        """The lemma of one token, in lower case."""
        return self.tree.tokens[at].lemma.lower()

    @property
    def negated(self) -> bool:
        """Whether the clause is negated, once or three times."""
        return len(self.negatives) % 2 == 1

    @property
    def direct(self) -> bool:
        """Whether the content opens with a quotation mark: it is in the speaker's own words."""
        first = min(self.found.content)
        around = range(max(first - 1, 0), first + 1)
        return any(self.tree.word(at)[0] in _OPENING for at in around)

    @property
    def own(self) -> bool:
        """Whether the speaker is the clause's subject: a pronoun, or the body that speaks."""
        if self.subject is None:
            return False
        word = self.tree.lower(self.subject)
        if word in _FIRST:
            return True
        if self.direct:
            return False  # in a speaker's own words "he" is somebody else
        if word in self.said.speaker:
            return True
        if word in self.said.bodies:
            return any(self.tree.lower(kid) == "the" for kid in self.tree.kids(self.subject, "det"))
        head = self.found.source_head
        return head is not None and self.tree.lower(head) == word


def clause_of(tree: Tree, found: Relation) -> Clause | None:
    """The main clause of the first sentence of what is said; None where no verb heads it.

    A clause that only tells when, if or why is not the main one.
    """
    verb = main_verb(tree, found.content)
    if verb is None or is_aside(tree, verb):
        return None
    return Clause(
        tree=tree,
        found=found,
        verb=verb,
        lemma=tree.tokens[verb].lemma.lower(),
        subject=tree.subject(verb),
        auxiliaries=frozenset(tree.lower(kid) for kid in tree.kids(verb, "aux", "auxpass")),
        negatives=tuple(negations(tree, verb, cue=frozenset({verb}), besides=frozenset())),
        said=stances().said,
    )
