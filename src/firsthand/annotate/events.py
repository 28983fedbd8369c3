"""What happened: the events a text tells of.

PLOVER (Political Language Ontology for Verifiable Event Records, 2016) names what one political
actor says or does to another. An event here is a verb or a noun that tells of something happening;
states, bare reports and verbs that only help another are left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

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

__all__ = ["anchors_of", "event_at", "events"]

_PAST = frozenset({"VBD", "VBN"})


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
    today = day_of(article.published)
    found: list[Event] = []
    for sentence in sentences:
        anchors = anchors_of(tree, sentence)
        if not anchors:
            continue
        span = sentence.span
        here = points[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        when_of = dated(tree, anchors, here, sentence, today)[0] if here else {}
        there = located[bisect_left(place_starts, span.start) : bisect_left(place_starts, span.end)]
        where_of = placed(tree, anchors, there, sentence) if there else {}
        for number in sorted(anchors):
            found.append(
                event_at(tree, article, anchors[number], when_of.get(number), where_of.get(number))
            )
    return tuple(found)


def anchors_of(tree: Tree, sentence: Sentence) -> dict[int, Anchor]:
    """The words of a sentence that tell of events, by their token."""
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


def event_at(
    tree: Tree, article: Article, anchor: Anchor, when: When | None, where: Where | None
) -> Event:
    """The event at an anchor, with its time and place as far as known."""
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
    if today is None or day is None or day <= today:
        return
    put = tree.lemma(verb) in event_words().roles["scheduling"] and tree.is_passive(verb)
    if put:
        how.add(Modality.PLANNED, anchor.number)  # "has been rescheduled for 2 April"
        return
    if tree.tokens[verb].tag in _PAST:
        return
    if any(tree.tokens[child].tag in _PAST for child in tree.helpers(verb)):
        return
    how.add(Modality.PLANNED, anchor.number)
