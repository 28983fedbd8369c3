"""Follow an occasion through an article: who speaks at a news conference goes on speaking there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand.attribute.circumstances import (
    Circumstances,
    circumstances,
    reporting_clause,
    stated,
)
from firsthand.attribute.days_of_saying import Clock, Day, clock_of
from firsthand.attribute.media_of_saying import Medium, medium_of_phrase, occasion_words
from firsthand.attribute.names import Names
from firsthand.attribute.relation import Relation
from firsthand.attribute.speaker import Speaker
from firsthand.attribute.speakers import Speakers
from firsthand.attribute.tree import Tree
from firsthand.domain import (
    DateBound,
    MentionKind,
    Reading,
    Reason,
    SaidOnBasis,
    SpeakerKind,
    ZoneKind,
)
from firsthand.tables.saying import saying

__all__ = ["circumstances_of"]

_DAY_REACH = 2
"""Over how many paragraphs a day stays with a speaker who goes on speaking."""

_OCCASION_REACH = 4
"""The same for an occasion: reports of a speech pause for what is told beside it."""

_EARLIER = frozenset({"earlier", "previously", "initially", "before", "originally", "once", "ago"})
_LATER = frozenset({"will", "would", "shall", "'ll"})
_HOLDING = frozenset({"prep", "dobj", "pobj"})
_SPEAKS = frozenset({SpeakerKind.PERSON, SpeakerKind.BODY, SpeakerKind.DOCUMENT})


@dataclass(slots=True)
class _Scene:
    """What was last told of a speaker: occasion and day, and where he last spoke."""

    medium: Medium | None
    day: Day | None
    paragraph: int
    made: Circumstances
    anchor: int


def circumstances_of(
    tree: Tree,
    reading: Reading,
    names: Names,
    resolver: Speakers,
    found: Sequence[Relation],
    *,
    speakers: Sequence[Speaker],
    above: Sequence[int | None],
) -> list[Circumstances]:
    """For each relation where, by what means and on what day it was said.

    What a reporting clause tells comes first. Where it tells nothing, the words go with the
    occasion or day last told of the same speaker, if he went on speaking since; a statement within
    his own words goes with those. Earlier words ("had said", "previously") and those with a time
    of their own do not.

    Returns:
        One entry a relation. A day that is carried over is *inferred*.
    """
    article = reading.article
    open_ended = article.published_bound is DateBound.NOT_BEFORE
    clock = clock_of(tree, reading.times, None if open_ended else article.published)
    clauses = [reporting_clause(tree, one) for one in found]
    told = [
        circumstances(tree, clock, one, clause) for one, clause in zip(found, clauses, strict=True)
    ]
    made = [stated(tree, medium, day) for medium, day in told]
    last: dict[str, _Scene] = {}
    scenes = _scenes(tree, clock, names, resolver, found)
    for number in sorted(range(len(found)), key=lambda at: found[at].anchor):
        one, speaker = found[number], speakers[number]
        while scenes and scenes[0][0] < one.anchor:
            _, name, scene = scenes.pop(0)
            last[name] = scene
        if above[number] is not None or speaker.name is None or speaker.kind not in _SPEAKS:
            continue
        medium, day = told[number]
        paragraph = tree.paragraph(one.anchor)
        before = last.get(speaker.name)
        if before is not None and (medium is None or day is None):
            made[number] = _carried(
                tree,
                before,
                made[number],
                medium,
                paragraph=paragraph,
                free=_free(tree, clock, one, clauses[number]),
            )
        if medium is not None or day is not None or before is None:
            if medium is not None or day is not None:
                last[speaker.name] = _Scene(medium, day, paragraph, made[number], one.anchor)
        elif made[number].medium is not None or made[number].said_on is not None:
            before.paragraph = paragraph
    for number in sorted(range(len(found)), key=lambda at: -len(found[at].content)):
        parent = above[number]
        if parent is not None and made[number].medium is None and made[number].said_on is None:
            speaking = speakers[number].name
            if speaking is not None and speaking == speakers[parent].name:
                made[number] = _of_parent(tree, made[parent], found[parent])
    return made


def _free(tree: Tree, clock: Clock, one: Relation, clause: Sequence[int]) -> bool:
    """Whether nothing in a reporting clause puts it at another time than the words before it."""
    if one.negated and any(tree.lower(at) in _LATER for at in clause):
        return False
    words = {tree.lower(at) for at in clause}
    past = any(tree.lower(kid) == "had" for at in one.cue for kid in tree.kids(at, "aux")) or any(
        tree.lower(at) in {"had", *_LATER} for at in one.cue
    )
    return not past and not words & _EARLIER and not clock.tells_a_time(clause)


def _carried(
    tree: Tree,
    before: _Scene,
    own: Circumstances,
    medium: Medium | None,
    *,
    paragraph: int,
    free: bool,
) -> Circumstances:
    """`own` with what it does not tell taken from the occasion before it."""
    gap = paragraph - before.paragraph
    lasting = before.medium is not None and before.medium.lasting
    reach = _OCCASION_REACH if lasting else _DAY_REACH
    if not free or not 0 <= gap <= reach:
        return own
    evidence = tree.passages([before.anchor])
    made, reasons = own, list(own.reasons)
    if own.said_on is None and before.made.said_on is not None:
        made = replace(made, said_on=before.made.said_on, said_on_basis=SaidOnBasis.INFERRED)
        reasons.append(
            Reason(
                feature="the same speaker goes on from that day", evidence=evidence, field="said_on"
            )
        )
    if medium is None and own.medium is None and lasting and own.said_on is None:
        made = replace(made, medium=before.made.medium, occasion=before.made.occasion)
        reasons += [
            Reason(
                feature="the same speaker goes on at the occasion told before",
                evidence=evidence,
                field=field,
            )
            for field, value in (("medium", made.medium), ("occasion", made.occasion))
            if value is not None
        ]
    return replace(made, reasons=tuple(reasons))


def _of_parent(tree: Tree, outer: Circumstances, parent: Relation) -> Circumstances:
    """What a speaker tells of his own mind he tells when and where he speaks."""
    evidence = tree.passages(parent.cue)
    told = (
        ("medium", outer.medium),
        ("occasion", outer.occasion),
        ("said_on", outer.said_on),
    )
    return Circumstances(
        occasion=outer.occasion,
        medium=outer.medium,
        said_on=outer.said_on,
        said_on_basis=SaidOnBasis.INFERRED if outer.said_on is not None else None,
        reasons=tuple(
            Reason(feature="told in the same breath", evidence=evidence, field=field)
            for field, value in told
            if value is not None
        ),
    )


def _scenes(
    tree: Tree, clock: Clock, names: Names, resolver: Speakers, found: Sequence[Relation]
) -> list[tuple[int, str, _Scene]]:
    """Occasions that a sentence sets: "The minister went on television", "in a speech on Monday, …".

    Returns:
        By place: the token, the speaker's name, and the occasion.
    """
    reported = {at for one in found for at in one.content}
    scenes = []
    for at, token in enumerate(tree.tokens):
        if token.pos not in {"NOUN", "PROPN"} or token.dep not in _HOLDING or at in reported:
            continue
        if token.lemma.lower() not in saying().lasting_heads:
            continue
        if token.dep == "dobj" and tree.tokens[token.head].lemma.lower() not in saying().holding:
            continue
        shown = medium_of_phrase(tree, at)
        sentence = tree.sentence(at)
        if shown is None or shown[0] not in saying().lasting or sentence is None:
            continue
        if sentence.zone is not ZoneKind.BODY and sentence.zone is not ZoneKind.STANDFIRST:
            continue
        verb = next(
            (up for up in tree.ancestors(at) if tree.tokens[up].pos in {"VERB", "AUX"}), None
        )
        if verb is None:
            continue
        name = _whose(tree, names, resolver, verb, at)
        if name is None:
            continue
        words = tree.subtree(verb) - reported
        near = {w for w in words if not _in_relative(tree, w, verb)}
        day = clock.day_of(near, at)
        lead = token.head if token.dep == "pobj" else None
        phrase = occasion_words(tree, lead, reported) if lead is not None else frozenset()
        medium = Medium(
            name=shown[0], words=shown[1], phrase=phrase, how="the occasion is told beside it"
        )
        made = stated(tree, medium, day)
        scenes.append((at, name, _Scene(medium, day, sentence.paragraph, made, at)))
    return scenes


def _in_relative(tree: Tree, word: int, verb: int) -> bool:
    at = word
    for up in tree.ancestors(word):
        if tree.tokens[at].dep == "relcl":
            return True
        if up == verb:
            break
        at = up
    return False


def _whose(tree: Tree, names: Names, resolver: Speakers, verb: int, at: int) -> str | None:
    """Who speaks on an occasion: the subject of its clause, else the first person named after it."""
    for up in [verb, *tree.ancestors(verb)]:
        subject = next(iter(tree.kids(up, "nsubj")), None)
        if subject is not None:
            meant = resolver.resolve(subject, frozenset(tree.subtree(subject)), at)
            return meant.name if meant.kind in {SpeakerKind.PERSON, SpeakerKind.BODY} else None
    sentence = tree.sentence(at)
    if sentence is None:
        return None
    behind = names.within(range(at, sentence.last))
    return next((one.canonical for one in behind if one.kind is MentionKind.PERSON), None)
