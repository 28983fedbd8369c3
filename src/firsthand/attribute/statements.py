"""Put an article's statements together."""

from __future__ import annotations

from firsthand.attribute.quoted import Quoted, attach, quoted_in
from firsthand.attribute.relations import Relation, relations
from firsthand.attribute.tree import Tree, tree_of
from firsthand.domain import (
    Manner,
    Reading,
    Reason,
    Passage,
    Stance,
    Statement,
    StatementId,
    ZoneKind,
    digest,
)
from firsthand.tables.cues import cues
from firsthand.text.quotation import quotations

__all__ = ["statements"]

_FRAMES = frozenset({"that", "and", "but", "because"})


def _manner(tree: Tree, found: Relation, marks: tuple[Quoted, ...]) -> Manner:
    words = [token for token in sorted(found.content) if tree.is_word(token)]
    around = [quoted for quoted in marks if not quoted.holds(found.anchor)]
    held = [token for token in words if any(quoted.holds(token) for quoted in around)]
    bare = [token for token in words if token not in held and tree.lower(token) not in _FRAMES]
    if held and not bare:
        return Manner.DIRECT
    return Manner.MIXED if held else Manner.INDIRECT


def _parents(found: list[Relation]) -> list[int | None]:
    parents: list[int | None] = []
    for number, child in enumerate(found):
        needed = child.content | {child.anchor}
        best: int | None = None
        for other, candidate in enumerate(found):
            if other == number or not needed <= candidate.content:
                continue
            if best is None or len(candidate.content) < len(found[best].content):
                best = other
        parents.append(best)
    return parents


def statements(reading: Reading) -> tuple[Statement, ...]:
    """Who is reported, in this article, to have said what.

    Args:
        reading: The article with its tokens and sentences; mentions and times are used where
            present. Statements already there are not looked at.

    Returns:
        In the order of their cues; empty when nothing is attributed to anybody. Headlines and
        captions are left out: they are in nobody's words.
    """
    tree = tree_of(reading)
    table = cues()
    marks = quoted_in(tree, quotations(reading.article.text))
    kept = []
    for one in attach(tree, relations(tree, table), marks):
        sentence = tree.sentence(one.anchor)
        if sentence is None or sentence.zone in {ZoneKind.HEADLINE, ZoneKind.CAPTION}:
            continue
        if tree.spans(one.content):
            kept.append(one)
    ids = [
        StatementId(
            digest(
                "s",
                reading.article.id,
                tuple((span.start, span.end) for span in tree.spans(one.content)),
                tuple((span.start, span.end) for span in tree.spans(one.cue)),
            )
        )
        for one in kept
    ]
    made = []
    for one, own, parent in zip(kept, ids, _parents(kept), strict=True):
        sentence = tree.sentence(one.anchor)
        cue = tree.spans(one.cue)
        made.append(
            Statement(
                id=own,
                article=reading.article.id,
                parent=ids[parent] if parent is not None else None,
                content=tree.spans(one.content),
                cue=cue,
                source=tree.spans(one.source),
                speaker=None,
                manner=_manner(tree, one, marks),
                stance=Stance.DECLINES if one.negated else one.reading.stance,
                hedged=one.reading.hedged,
                zone=sentence.zone if sentence is not None else ZoneKind.BODY,
                reasons=(
                    Reason(
                        feature=one.rule,
                        evidence=tuple(Passage(reading.article.id, span) for span in cue),
                    ),
                ),
            )
        )
    return tuple(made)
