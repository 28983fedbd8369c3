"""Say where, by what means and on what day something was said, as the reporting clause tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.attribute.days_of_saying import Clock, Day
from firsthand.attribute.media_of_saying import Medium, medium_of
from firsthand.attribute.relation import Relation
from firsthand.attribute.tree import Tree
from firsthand.domain import Passage, Reason, SaidOnBasis

__all__ = ["Circumstances", "circumstances", "reporting_clause", "stated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What is known of an utterance beside speaker and words; None where nothing tells."""

    occasion: str | None = None
    """Where it was said, as written."""

    medium: str | None = None
    said_on: str | None = None
    """ISO 8601 day, month or year."""

    said_on_basis: SaidOnBasis | None = None
    reasons: tuple[Reason, ...] = ()
    """One for the medium and one for the day, where they are known."""


def reporting_clause(tree: Tree, found: Relation) -> list[int]:
    """Tokens of the clause that reports: the cue's subtree without what is reported."""
    words = tree.subtree(found.anchor) | found.cue | found.source
    for at in found.cue:
        words |= tree.subtree(at)
    head = tree.tokens[found.anchor]
    if head.dep in {"acl", "advcl", "xcomp", "conj", "pcomp"}:
        words |= _upper_adjuncts(tree, found.anchor)
    if found.aside and tree.tokens[found.anchor].pos not in {"VERB", "AUX"}:
        words |= found.source
    sentence = tree.sentence_of[found.anchor]
    return sorted(at for at in words - found.content if tree.sentence_of[at] == sentence)


def _upper_adjuncts(tree: Tree, anchor: int) -> set[int]:
    """Adjuncts of the clause that a participle hangs on ("On Friday he left, saying …")."""
    above = tree.tokens[anchor].head
    if tree.tokens[above].pos not in {"VERB", "AUX"} or tree.tokens[anchor].dep == "conj":
        return set()
    words: set[int] = set()
    for kid in tree.kids(above, "prep", "npadvmod", "advmod"):
        words |= tree.subtree(kid, without=[anchor])
    return words


def _about_somebody(tree: Tree, found: Relation, clause: Sequence[int]) -> set[int]:
    """Clauses that say who or what is meant, not when: "the ship, which sank on Tuesday, …".

    What a person did "at midday", by contrast, is when they were there to be heard.
    """
    words: set[int] = set()
    for at in clause:
        what = any(tree.lower(kid) in {"that", "which"} for kid in tree.children[at])
        if tree.tokens[at].dep == "relcl" and what:
            words |= tree.subtree(at)
    return words - found.cue


def circumstances(
    tree: Tree, clock: Clock, found: Relation, clause: Sequence[int]
) -> tuple[Medium | None, Day | None]:
    """Read means and day off the reporting clause of `found`.

    Args:
        tree: Of the article.
        clock: Its time expressions.
        found: Whose words.
        clause: The tokens of its `reporting_clause`.

    Returns:
        The day only where a time expression stands in the clause itself, not in what is said, nor
        in a clause that says who the speaker is; it is *inferred* where that expression was
        resolved against the publication date.
    """
    day = clock.day_of(set(clause) - _about_somebody(tree, found, clause), found.anchor)
    return medium_of(tree, found, clause), day


def stated(tree: Tree, medium: Medium | None, day: Day | None) -> Circumstances:
    """Put down what a clause itself tells, each with its reason."""
    reasons = []
    if medium is not None:
        reasons.append(
            Reason(feature=medium.how, evidence=tree.passages(medium.words), field="medium")
        )
    if medium is not None and medium.phrase:
        reasons.append(
            Reason(
                feature="the phrase that names the means",
                evidence=tree.passages(medium.phrase),
                field="occasion",
            )
        )
        if medium.phrase:
            reasons.append(
                Reason(feature=medium.how, evidence=tree.passages(medium.phrase), field="occasion")
            )
    if day is not None:
        reasons.append(
            Reason(
                feature="a day beside the reporting words",
                evidence=(Passage(tree.article, day.span),),
                field="said_on",
            )
        )
    return Circumstances(
        occasion=_written(tree, medium.phrase) if medium is not None else None,
        medium=medium.name if medium is not None else None,
        said_on=day.value if day is not None else None,
        said_on_basis=day.basis if day is not None else None,
        reasons=tuple(reasons),
    )


def _written(tree: Tree, words: frozenset[int]) -> str | None:
    if not words:
        return None
    start, end = tree.tokens[min(words)].start, tree.tokens[max(words)].end
    return " ".join(tree.text[start:end].split())
