"""Say where, by what means and on what day something was said."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.attribute.relation import Relation
from firsthand.attribute.tree import Tree
from firsthand.domain import Precision, Reading, SaidOnBasis, Span, When
from firsthand.tables.media import medium_in

__all__ = ["Circumstances", "circumstances", "reporting_clause"]

_OCCASIONS = frozenset(
    {"in", "at", "during", "on", "by", "through", "via", "after", "over", "from"}
)
_NOT_FINER = frozenset({Precision.MINUTE, Precision.PART, Precision.DAY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What the reporting clause tells beside speaker and words; None where it is silent."""

    occasion: str | None = None
    occasion_words: frozenset[int] = frozenset()
    medium: str | None = None
    said_on: str | None = None
    said_on_basis: SaidOnBasis | None = None
    said_on_span: Span | None = None


def reporting_clause(tree: Tree, found: Relation) -> list[int]:
    """Tokens of the clause that reports: the cue's subtree without what is reported."""
    words = tree.subtree(found.anchor) | found.cue | found.source
    for at in found.cue:
        words |= tree.subtree(at)
    head = tree.tokens[found.anchor]
    if head.dep in {"acl", "advcl", "xcomp", "conj", "pcomp"}:
        words |= _upper_adjuncts(tree, found.anchor)
    return sorted(words - found.content)


def _about_source(tree: Tree, found: Relation) -> set[int]:
    """Clauses that say who speaks, not when: "the crew of the ship that sank on Tuesday said …".

    What a person did "at midday", by contrast, is when they were there to be heard.
    """
    words: set[int] = set()
    for at in found.source:
        what = any(tree.lower(kid) in {"that", "which"} for kid in tree.children[at])
        if tree.tokens[at].dep == "relcl" and what:
            words |= tree.subtree(at) & found.source
    return words - found.cue


def _upper_adjuncts(tree: Tree, anchor: int) -> set[int]:
    """Adjuncts of the clause that a participle hangs on ("On Friday he left, saying …")."""
    above = tree.tokens[anchor].head
    if tree.tokens[above].pos not in {"VERB", "AUX"} or tree.tokens[anchor].dep == "conj":
        return set()
    words: set[int] = set()
    for kid in tree.kids(above, "prep", "npadvmod", "advmod"):
        words |= tree.subtree(kid, without=[anchor])
    return words


def _day(when: When) -> str | None:
    if when.kind not in {"DATE", "TIME"} or when.earliest is None:
        return None
    if when.latest is not None and when.earliest[:10] != when.latest[:10]:
        return None
    if when.precision is not None and when.precision not in _NOT_FINER:
        return None
    return when.earliest[:10]


def circumstances(tree: Tree, reading: Reading, found: Relation) -> Circumstances:
    """Read occasion, medium and day off the reporting clause of `found`.

    The day is given only where a time expression of day precision stands in the clause itself;
    it is *inferred* where that expression was resolved against the publication date.
    """
    clause = reporting_clause(tree, found)
    inside = set(clause) - _about_source(tree, found)
    text = " ".join(tree.word(at) for at in clause)
    medium = medium_in(text)
    occasion = None
    words: frozenset[int] = frozenset()
    if medium is not None:
        for at in clause:
            if tree.tokens[at].dep != "prep" or tree.lower(at) not in _OCCASIONS:
                continue
            phrase = tree.subtree(at) - {at} - found.content
            told = " ".join(tree.word(each) for each in sorted(phrase))
            shown = medium_in(told)
            if phrase and shown is not None and shown[0] == medium[0]:
                first, last = min(phrase), max(phrase)
                occasion = " ".join(
                    tree.text[tree.tokens[first].start : tree.tokens[last].end].split()
                )
                words = frozenset(phrase)
                break
    day, basis, span = None, None, None
    for when in reading.times:
        held = [at for at in inside if when.span.start <= tree.tokens[at].start < when.span.end]
        if not held:
            continue
        day = _day(when)
        if day is not None:
            basis = SaidOnBasis.INFERRED if when.anchored else SaidOnBasis.STATED
            span = when.span
            break
    return Circumstances(
        occasion=occasion,
        occasion_words=words,
        medium=medium[0] if medium is not None else None,
        said_on=day,
        said_on_basis=basis,
        said_on_span=span,
    )
