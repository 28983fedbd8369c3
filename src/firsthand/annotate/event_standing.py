"""How an event is told, with the words that say so."""

from __future__ import annotations

from dataclasses import dataclass, field

from firsthand.annotate.event_tree import Tree
from firsthand.domain import ArticleId, Modality, Passage, Reason, Span

__all__ = ["MODALITIES", "Standing"]

_STRENGTH = (
    Modality.HAPPENED,
    Modality.ATTEMPTED,
    Modality.PLANNED,
    Modality.POSSIBLE,
    Modality.DEMANDED,
    Modality.THREATENED,
    Modality.REFUSED,
    Modality.CONDITIONAL,
    Modality.HYPOTHETICAL,
    Modality.DENIED,
)
"""Of several the last in this row decides: who "may agree to leave" has not agreed; who "denied
planning to leave" has said that there is no such thing."""

_SHOWN = {
    Modality.PLANNED: "told as to come",
    Modality.POSSIBLE: "told as possible",
    Modality.DENIED: "denied",
    Modality.THREATENED: "threatened",
    Modality.DEMANDED: "demanded",
    Modality.REFUSED: "refused",
    Modality.CONDITIONAL: "under a condition",
    Modality.HYPOTHETICAL: "imagined, not told as fact",
    Modality.ATTEMPTED: "attempted",
}

MODALITIES = {
    "planned": Modality.PLANNED,
    "threatened": Modality.THREATENED,
    "demanded": Modality.DEMANDED,
    "refused": Modality.REFUSED,
    "denied": Modality.DENIED,
    "attempted": Modality.ATTEMPTED,
    "possible": Modality.POSSIBLE,
}
"""What each list of governors of the table says of an event below its words."""


@dataclass(slots=True)
class Standing:
    """How an event is told, with the words that say so."""

    modality: Modality = Modality.HAPPENED
    negations: int = 0
    marks: list[tuple[Modality | None, int]] = field(default_factory=list)
    """Each judgement with the token that carries it; None for a negation."""

    settled: set[int] = field(default_factory=set)
    """Verbs whose own negation is part of what they say ("did not rule out")."""

    by_helper: bool = False
    """Whether an auxiliary of the event's own verb says it ("may halt", "will visit")."""

    @property
    def negated(self) -> bool:
        """Whether the clause says that it did not or will not happen."""
        return self.negations % 2 == 1

    def add(self, modality: Modality, token: int) -> None:
        """Take note of a word that says how the event is told."""
        self.marks.append((modality, token))
        if _STRENGTH.index(modality) > _STRENGTH.index(self.modality):
            self.modality = modality

    def settle(self, verb: int) -> None:
        """Take note of a verb whose own negation has been judged already."""
        self.settled.add(verb)

    def negate(self, token: int) -> None:
        """Take note of a negation."""
        if (None, token) in self.marks:
            return  # the same "no" met on two ways up
        self.marks.append((None, token))
        self.negations += 1

    def reasons(self, tree: Tree, article: ArticleId) -> tuple[Reason, ...]:
        """Why, with the words that say so; the deciding one last."""
        found = []
        for modality, number in sorted(
            self.marks, key=lambda mark: (mark[0] is self.modality, mark[1])
        ):
            token = tree.tokens[number]
            feature = "negated" if modality is None else _SHOWN[modality]
            found.append(
                Reason(
                    feature=f"{feature}: “{tree.word(number)}”",
                    evidence=(Passage(article, Span(token.start, token.end)),),
                    field="negated" if modality is None else "modality",
                )
            )
        return tuple(found)
