"""Read outlets' tails that name whom they rely on: "…, the Gazette said, citing two engineers"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.attribute.names import Names
from firsthand.attribute.outlet_names import as_outlets
from firsthand.attribute.relation import Relation
from firsthand.attribute.sources import source_words
from firsthand.attribute.speaker import Speaker
from firsthand.attribute.speakers import Speakers
from firsthand.attribute.tree import Tree
from firsthand.attribute.verbs import QUOTING
from firsthand.domain import MentionKind, SpeakerKind, Stance
from firsthand.tables.capacities import capacities
from firsthand.tables.cues import Cue

__all__ = ["relied_on"]


def relied_on(
    tree: Tree,
    names: Names,
    resolver: Speakers,
    found: Sequence[Relation],
    speakers: Sequence[Speaker],
) -> tuple[list[Relation], list[Speaker]]:
    """Give those whom an outlet cites or quotes the words that it hands on.

    "The bridge is unsafe, the Gazette said, citing two engineers" is the engineers' statement via
    the Gazette; "according to the Gazette, quoting the agency Vorwerk, the convoy has stopped" is
    Vorwerk's, within the Gazette's.

    Returns:
        The relations and who makes each, by anchor.
    """
    made = list(found)
    who = list(speakers)
    for number in range(len(found)):
        of_cited = _cited(tree, names, found, speakers, number)
        if of_cited is not None:
            made[number] = of_cited
            who[number] = resolver.resolve(of_cited.source_head, of_cited.source, of_cited.anchor)
    for one in _quoted_within(tree, names, made, who):
        speaker = resolver.resolve(one.source_head, one.source, one.anchor)
        made.append(one)
        who += as_outlets(tree, names, [one], [speaker])
    order = sorted(range(len(made)), key=lambda at: (made[at].anchor, at))
    return [made[at] for at in order], [who[at] for at in order]


def _quoted_within(
    tree: Tree, names: Names, found: Sequence[Relation], speakers: Sequence[Speaker]
) -> list[Relation]:
    """Those whom an outlet quotes inside the words it is given: "according to A, quoting B, …"."""
    taken = {at for one in found for at in one.cue}
    made = []
    for outer, speaker in zip(found, speakers, strict=True):
        if speaker.kind is not SpeakerKind.OUTLET:
            continue
        for at in sorted(outer.content):
            token = tree.tokens[at]
            if token.tag != "VBG" or token.lemma.lower() not in QUOTING or at in taken:
                continue
            objects = tree.kids(at, "dobj")
            if tree.subject(at) is not None or not objects or not _speaks(tree, names, objects[0]):
                continue
            phrase = tree.subtree(at)
            content = outer.content - phrase
            if not any(tree.is_word(word) for word in content):
                continue
            taken.add(at)
            made.append(
                Relation(
                    anchor=at,
                    cue=frozenset({at}),
                    source=source_words(tree, objects[0], len(tree.tokens)) & outer.content,
                    source_head=objects[0],
                    content=frozenset(content),
                    reading=Cue(lemma=token.lemma.lower(), stance=Stance.ASSERTS),
                    rule="quoted by an outlet",
                )
            )
    return made


def _cited(
    tree: Tree, names: Names, found: Sequence[Relation], speakers: Sequence[Speaker], number: int
) -> Relation | None:
    """The relation of those cited, its `via` the cue of the outlet.

    None where relation `number` cites nobody, or somebody else than an outlet cites.
    """
    one = found[number]
    if one.reading.lemma != "cite" or not one.content:
        return None
    above = set(tree.ancestors(one.anchor))
    if any(each.anchor in one.content for each in found):
        return None  # "citing two engineers who said …" is told there
    outer = next(
        (
            other
            for other, each in enumerate(found)
            if other != number
            and (each.source == one.source or each.source_head == one.source_head)
            and tree.sentence_of[each.anchor] == tree.sentence_of[one.anchor]
            and speakers[other].kind is SpeakerKind.OUTLET
            and each.anchor in above
        ),
        None,
    )
    objects = [at for at in tree.kids(one.anchor, "dobj") if at in one.content]
    if outer is None or not objects or not _speaks(tree, names, objects[0]):
        return None
    return replace(
        one,
        source=one.content,
        source_head=objects[0],
        content=found[outer].content - one.content - one.cue,
        via=found[outer].anchor,
        rule="cited by an outlet",
    )


def _speaks(tree: Tree, names: Names, head: int) -> bool:
    """Whether a noun names people, bodies or texts, which can be cited for what an outlet says."""
    name = names.at(head)
    if name is not None:
        return name.kind in {MentionKind.PERSON, MentionKind.ORGANISATION}
    table = capacities()
    speaking = table.unnamed | table.documents | table.groups | table.body | table.bodies
    lemma = tree.tokens[head].lemma.lower()
    return lemma in speaking | table.own | table.state | table.agent or (
        tree.tokens[head].tag == "NNS" and lemma.endswith(("er", "or", "ist", "ian"))
    )
