"""What happened: the events a text tells of, and the category that PLOVER gives a sentence.

PLOVER (Political Language Ontology for Verifiable Event Records, 2016) names what one political
actor says or does to another. An event here is a verb or a noun that tells of something happening;
states, bare reports and verbs that only help another are left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from firsthand.annotate.event_kinds import Anchor, is_saying, noun_anchor, verb_anchor
from firsthand.annotate.event_modality import standing
from firsthand.annotate.event_roles import roles_of
from firsthand.annotate.event_standing import Standing
from firsthand.annotate.event_times import dated, placed
from firsthand.annotate.event_tree import Tree
from firsthand.domain import (
    Article,
    Event,
    Modality,
    Passage,
    Reason,
    Sentence,
    Span,
    Token,
    When,
    Where,
)
from firsthand.tables.eventwords import event_words
from firsthand.text.timex import day_of

__all__ = ["coded", "event_type", "events"]

_PAST = frozenset({"VBD", "VBN"})
_SPEECH = frozenset({Modality.DEMANDED, Modality.REFUSED, Modality.THREATENED})
"""What is demanded, refused or threatened is an act of PLOVER's whatever it is."""

_ERRANDS = frozenset({"INVESTIGATE", "CONSULT", "AID", "PROTEST"})
"""Categories that name a going or sending by what it is for."""


def events(
    article: Article,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    times: Sequence[When] = (),
    places: Sequence[Where] = (),
) -> tuple[Event, ...]:
    """The events that a text tells of, in reading order.

    Args:
        article: The article; its publication day tells what lies ahead.
        tokens: Its parse.
        sentences: Its sentences.
        times: Its time expressions, in reading order.
        places: Its places.

    Returns:
        One `Event` a verb or noun that tells of something happening; empty for a text that was
        not parsed.
    """
    if not tokens:
        return ()
    tree = Tree(article.text, tokens)
    points = [when for when in times if when.kind in {"DATE", "TIME"}]
    starts = [when.span.start for when in points]
    located = sorted(places, key=lambda where: where.span)
    place_starts = [where.span.start for where in located]
    found: list[Event] = []
    for sentence in sentences:
        anchors = _anchors(tree, sentence)
        if not anchors:
            continue
        span = sentence.span
        here = points[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        when_of = dated(tree, anchors, here, sentence)[0] if here else {}
        there = located[bisect_left(place_starts, span.start) : bisect_left(place_starts, span.end)]
        where_of = placed(tree, anchors, there, sentence) if there else {}
        for number in sorted(anchors):
            found.append(
                _event(tree, article, anchors[number], when_of.get(number), where_of.get(number))
            )
    return tuple(found)


def _anchors(tree: Tree, sentence: Sentence) -> dict[int, Anchor]:
    """The words of a sentence that tell of events."""
    found: dict[int, Anchor] = {}
    spent: set[int] = set()
    nouns: list[int] = []
    for number in range(sentence.first, sentence.last):
        pos = tree.tokens[number].pos
        if pos == "VERB":
            anchor = verb_anchor(tree, number)
            if anchor is not None:
                found[anchor.number] = anchor
                spent.update(anchor.spent)
        elif pos == "NOUN":
            nouns.append(number)
    for number in nouns:
        if number in found or number in spent:
            continue
        anchor = noun_anchor(tree, number)
        if anchor is not None:
            found[number] = anchor
    return found


def _event(
    tree: Tree, article: Article, anchor: Anchor, when: When | None, where: Where | None
) -> Event:
    token = tree.tokens[anchor.number]
    span = Span(token.start, token.end)
    how = standing(tree, anchor.number, anchor.carrier)
    if when is not None and how.modality is Modality.HAPPENED and not how.negated:
        _ahead(tree, anchor, when, article, how)
    actor, recipient = roles_of(tree, anchor)
    reasons = []
    if anchor.kind:
        reasons.append(
            Reason(
                feature=f"“{anchor.lemma}” and {anchor.words - 1} words with it"
                if anchor.words > 1
                else f"“{anchor.lemma}”",
                score=0.6 if anchor.words == 1 else 0.8,
                evidence=(Passage(article.id, span),),
                field="kind",
            )
        )
    reasons.extend(how.reasons(tree, article.id))
    if when is not None:
        reasons.append(
            Reason(
                feature="dated in its own clause",
                evidence=(Passage(article.id, when.span),),
                field="time",
            )
        )
    return Event(
        span=span,
        kind=anchor.kind,
        lemma=anchor.lemma,
        actor=actor,
        recipient=recipient,
        place=None if where is None else where.span,
        time=None if when is None else when.span,
        negated=how.negated,
        modality=how.modality,
        saying=is_saying(tree, anchor),
        reasons=tuple(reasons),
    )


def _ahead(tree: Tree, anchor: Anchor, when: When, article: Article, how: Standing) -> None:
    """Take a deed in the present tense on a day after publication as planned."""
    today = day_of(article.published)
    day = day_of((when.earliest or "")[:10])
    verb = anchor.number if anchor.carrier is None else anchor.carrier
    if today is None or day is None or day <= today or tree.tokens[verb].tag in _PAST:
        return
    if any(tree.tokens[child].tag in _PAST for child in tree.helpers(verb)):
        return
    how.add(Modality.PLANNED, anchor.number)


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
        anchors = _anchors(tree, sentence)
        ranked = sorted(anchors.values(), key=lambda one: (_depth(tree, one, anchors), one.number))
        told = [(one, _event(tree, article, one, None, None)) for one in ranked]
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
