"""Put an article's statements together."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.attribute.antecedents import Antecedents
from firsthand.attribute.authorities import Authorities
from firsthand.attribute.circumstances import reporting_clause
from firsthand.attribute.finding import found_because
from firsthand.attribute.handing_on import with_outlets
from firsthand.attribute.manner import given_as
from firsthand.attribute.marking import marked
from firsthand.attribute.names import names_of
from firsthand.attribute.nesting import nested_because, parents
from firsthand.attribute.occasions import circumstances_of
from firsthand.attribute.outlet_names import as_outlets
from firsthand.attribute.outlet_tails import relied_on
from firsthand.attribute.quoted import attach
from firsthand.attribute.quotes import quoted_in
from firsthand.attribute.relation import Relation
from firsthand.attribute.relations import relations
from firsthand.attribute.relays import outlets_told, relays_of, superseded
from firsthand.attribute.scoring import measured
from firsthand.attribute.speakers import Speakers
from firsthand.attribute.stance import attitude_of
from firsthand.attribute.tagger import Tagger, shipped_tagger
from firsthand.attribute.transcripts import of_turns, with_turns
from firsthand.attribute.tree import Tree, tree_of
from firsthand.attribute.turns import with_turns_of
from firsthand.attribute.within import within
from firsthand.domain import (
    Reading,
    SpeakerKind,
    Statement,
    StatementId,
    ZoneKind,
    digest,
)
from firsthand.tables.cues import cues

__all__ = ["statements"]

_SILENT = frozenset({ZoneKind.HEADLINE, ZoneKind.CAPTION})


def statements(reading: Reading, *, tagger: Tagger | None = None) -> tuple[Statement, ...]:
    """Who is reported, in this article, to have said what.

    Args:
        reading: The article with its tokens and sentences; mentions and times are used where
            present. Statements already there are not looked at.
        tagger: Marks cues, sources and contents; None for the one that ships with the package.

    Returns:
        In the order of their cues; empty when nothing is attributed to anybody. Headlines and
        captions are left out: they are in nobody's words.
    """
    if not reading.tokens:
        return ()  # not parsed: neither rules nor networks know the language
    tree = tree_of(reading)
    table = cues()
    turns = [] if reading.article.turns else of_turns(tree)
    marks = with_turns(quoted_in(tree), turns)
    found = []
    tagged = (tagger or shipped_tagger()).find(tree.text, tree.tokens, tree.sentences)
    shown = marked(tree, table, relations(tree, table), tagged)
    for one in attach(tree, [*shown, *turns], marks):
        sentence = tree.sentence(one.anchor)
        if sentence is not None and sentence.zone not in _SILENT and tree.spans(one.content):
            found.append(one)
    found = within(tree, found, marks)
    names = names_of(tree, reading.mentions)
    found = with_outlets(tree, table, names, found)
    before = Antecedents(tree, names)
    resolver = Speakers(tree, names, before)
    speakers = [resolver.resolve(one.source_head, one.source, one.anchor) for one in found]
    speakers = as_outlets(tree, names, found, speakers)
    found, speakers = relied_on(tree, names, resolver, found, speakers)
    authorities = Authorities(tree, names)
    told = [outlets_told(tree, names, resolver, one, reporting_clause(tree, one)) for one in found]
    above = parents(found)
    around = circumstances_of(tree, reading, names, resolver, found, speakers=speakers, above=above)
    gone = superseded(tree, found, above)
    vias = {one.via for one in found if one.via is not None}
    gone |= {number for number, one in enumerate(found) if one.anchor in vias}
    ids = [_id(reading, tree, one) for one in found]
    made = []
    gone |= _told_twice(found)
    for number, one in enumerate(found):
        if number in gone or ids[number] in ids[:number]:
            continue
        sentence = tree.sentence(one.anchor)
        where = around[number]
        parent = above[number]
        while parent is not None and parent in gone:
            parent = above[parent]
        speaker = speakers[number]
        authority = authorities.of(speaker)
        relayed = relays_of(
            number,
            tree=tree,
            found=found,
            speakers=speakers,
            above=above,
            told=told,
            own_outlet=reading.article.outlet,
        )
        cue = tree.spans(one.cue)
        attitude = attitude_of(tree, one, article=reading.article.id)
        given = given_as(tree, one, marks)
        made.append(
            Statement(
                id=ids[number],
                article=reading.article.id,
                parent=ids[parent] if parent is not None else None,
                content=tree.spans(one.content),
                cue=cue,
                source=tree.spans(one.source),
                speaker=speaker.name,
                speaker_kind=speaker.kind if speaker.name else SpeakerKind.UNKNOWN,
                authority=authority.name,
                manner=given.manner,
                relays=relayed.names,
                occasion=where.occasion,
                medium=where.medium,
                said_on=where.said_on,
                said_on_basis=where.said_on_basis,
                stance=attitude.stance,
                denies_inside=attitude.inside,
                hedged=attitude.hedged,
                zone=sentence.zone if sentence is not None else ZoneKind.BODY,
                reasons=(
                    *found_because(tree, one),
                    given.reason,
                    *speaker.reasons,
                    *authority.reasons,
                    *attitude.reasons,
                    *relayed.reasons,
                    *where.reasons,
                    *([nested_because(tree, found[parent])] if parent is not None else []),
                ),
            )
        )
    return tuple(measured(one) for one in with_turns_of(reading, made))


def _told_twice(found: Sequence[Relation]) -> set[int]:
    """Relations of one cue and source that share words: all but the one with the fewest."""
    kept: dict[tuple[frozenset[int], frozenset[int]], list[int]] = {}
    gone = set()
    for number in sorted(range(len(found)), key=lambda at: (len(found[at].content), at)):
        one = found[number]
        same = kept.setdefault((one.cue, one.source), [])
        if one.cue and any(found[other].content & one.content for other in same):
            gone.add(number)
        else:
            same.append(number)
    return gone


def _id(reading: Reading, tree: Tree, one: Relation) -> StatementId:
    fields = [
        tuple((span.start, span.end) for span in tree.spans(part))
        for part in (one.content, one.cue, one.source)
    ]
    return StatementId(digest("s", reading.article.id, *fields))
