"""Tell what a speaker does by saying something, and whether the words are weakened."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.attribute.relation import Relation
from firsthand.attribute.tree import Tree
from firsthand.domain import ArticleId, Passage, Reason, Stance
from firsthand.tables.cues import cues

__all__ = ["Attitude", "attitude_of"]

_DUTY = frozenset({"should", "must"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attitude:
    """How a speaker stands to what is attributed to them."""

    stance: Stance
    hedged: bool = False
    reverses: bool = False
    """Whether the cue turns the content into its opposite ("denied that …"). A denial in the words
    of the content itself ("said there was no leak") has stance denies and reverses nothing."""

    reasons: tuple[Reason, ...] = ()


def attitude_of(tree: Tree, found: Relation, *, article: ArticleId) -> Attitude:
    """Say what the speaker of one relation does by it, and whether it is hedged.

    Args:
        tree: The parse the relation's token indices refer to.
        found: The relation. Its cue may be any words, and none for a bare quotation.
        article: Whose text it is; the reasons point there.
    """
    stance = _stance(tree, found)
    evidence = tuple(Passage(article, span) for span in tree.spans(found.cue))
    return Attitude(
        stance=stance,
        hedged=_hedged(tree, found),
        reverses=stance is Stance.DENIES,
        reasons=(Reason(feature="what the cue does", evidence=evidence),),
    )


def _stance(tree: Tree, found: Relation) -> Stance:
    table = cues()
    for at in sorted(found.cue):
        readings = table.verbs.get(tree.tokens[at].lemma.lower(), ())
        if at != found.anchor and any(each.stance is Stance.DECLINES for each in readings):
            return Stance.DECLINES
    if found.negated:
        return Stance.DECLINES
    if found.reading.stance is Stance.ASSERTS and _says_should(tree, found):
        return Stance.DEMANDS
    return found.reading.stance


def _says_should(tree: Tree, found: Relation) -> bool:
    """Whether what is said is that somebody should or must do something."""
    for at in sorted(found.content):
        token = tree.tokens[at]
        if token.head in found.content or token.pos not in {"VERB", "AUX"}:
            continue
        if any(tree.lower(kid) in _DUTY for kid in tree.kids(at, "aux")):
            return True
    return False


def _hedged(tree: Tree, found: Relation) -> bool:
    table = cues()
    if found.reading.hedged:
        return True
    if any(tree.lower(kid) in table.adverbs for kid in tree.children[found.anchor]):
        return True
    return any(tree.lower(at) in table.hedges for at in found.content)
