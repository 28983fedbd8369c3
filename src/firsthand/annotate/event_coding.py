"""The category under which PLOVER counts an event, and the one it gives a whole sentence.

What is only intended, refused, demanded or threatened is an act of its own there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.annotate.event_kinds import Anchor
from firsthand.annotate.event_tree import Tree
from firsthand.annotate.events import anchors_of, event_at
from firsthand.domain import Article, Event, Modality, Sentence, Token
from firsthand.tables.eventwords import event_words

__all__ = ["coded", "event_type"]

_SPEECH = frozenset({Modality.DEMANDED, Modality.REFUSED, Modality.THREATENED})
"""What is demanded, refused or threatened is an act of PLOVER's whatever it is."""

_ERRANDS = frozenset({"INVESTIGATE", "CONSULT", "AID", "PROTEST"})
"""Categories that name a going or sending by what it is for."""


def coded(event: Event) -> str:
    """The category under which PLOVER counts an event, given how it is told.

    What is only intended, refused, demanded or threatened is an act of its own there: "will visit"
    is AGREE, "refused to sign" REJECT, "urged both to sign" DEMAND, "may impose sanctions" THREATEN.

    Returns:
        Empty where nothing fits, and for what somebody denies or imagines.
    """
    table, modality = event_words(), event.modality
    friendly, hostile = event.kind in table.friendly, event.kind in table.hostile
    if modality is Modality.DEMANDED:
        return "DEMAND"
    if modality is Modality.REFUSED:
        return "REJECT"
    if modality is Modality.THREATENED:
        return "THREATEN"
    if modality in {Modality.DENIED, Modality.HYPOTHETICAL}:
        return ""
    if event.negated:
        if hostile and event.kind != "MOBILIZE":
            return "" if modality is Modality.HAPPENED else "AGREE"
        return "REJECT" if friendly or modality is Modality.PLANNED else event.kind
    if modality in {Modality.HAPPENED, Modality.ATTEMPTED}:
        return event.kind
    if hostile:
        return "THREATEN"
    return "AGREE" if friendly or not event.kind else event.kind


def event_type(article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> str:
    """The PLOVER category of the main event of a short text, a sentence or two.

    The event nearest to the top of the first sentence that has any counts, frames of reporting
    ("…, officials said") left aside.

    Returns:
        AGREE, CONSULT, SUPPORT, COOPERATE, AID, CONCEDE, RETREAT, INVESTIGATE, DEMAND, DISAPPROVE,
        REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT or FIGHT; empty when no
        event has one.
    """
    if not tokens:
        return ""
    tree = Tree(article.text, tokens)
    for sentence in sentences:
        anchors = anchors_of(tree, sentence)
        ranked = sorted(anchors.values(), key=lambda one: (_depth(tree, one, anchors), one.number))
        told = [(one, event_at(tree, article, one, None, None)) for one in ranked]
        for wanted in (True, False):
            for anchor, event in told:
                if (bool(event.kind) or event.modality in _SPEECH) is not wanted:
                    continue
                errand = _errand(tree, anchor, anchors)
                if errand is not None and not event.negated:
                    event = replace(event, kind=errand.kind)  # noqa: PLW2901 - the deed it is for
                category = event.kind if event.kind and _is_purpose(tree, anchor) else coded(event)
                if category:
                    return category
    return ""


def _errand(tree: Tree, anchor: Anchor, anchors: dict[int, Anchor]) -> Anchor | None:
    """What a going or sending is for: "sent a judge to look into the claims" is an inquiry."""
    if tree.lemma(anchor.number) not in event_words().roles["moving"]:
        return None
    for child in tree.children(anchor.number, "advcl", "xcomp"):
        below = anchors.get(child)
        if below is not None and below.kind in _ERRANDS and tree.is_infinitive(child):
            return below
    return None


def _is_purpose(tree: Tree, anchor: Anchor) -> bool:
    """Whether an event is what another is done for ("to meet European standards")."""
    token = tree.tokens[anchor.number]
    return token.dep == "advcl" and tree.is_infinitive(anchor.number)


def _depth(tree: Tree, anchor: Anchor, anchors: dict[int, Anchor]) -> int:
    """How far below the top of its sentence an event stands; frames and helping verbs count nothing."""
    reporting = event_words().roles["reporting"]
    at = anchor.number if anchor.carrier is None else anchor.carrier
    depth = 0
    for _ in range(12):
        token = tree.tokens[at]
        if token.head == at:
            break
        head = token.head
        if token.dep in {"relcl", "acl", "advcl", "pcomp"}:
            depth += 3 if token.dep == "relcl" else 2
        elif token.dep in {"prep", "agent"} or (token.pos == "NOUN" and head in anchors):
            depth += 1
        else:
            depth += token.dep == "ccomp" and tree.lemma(head) not in reporting
        at = head
    return depth
