"""Say through whom a statement reached the article: outlets told, quoting or reporting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.attribute.names import Names
from firsthand.attribute.relation import Relation
from firsthand.attribute.speaker import Speaker
from firsthand.attribute.tree import Tree
from firsthand.domain import MentionKind, SpeakerKind
from firsthand.tables.capacities import capacities
from firsthand.tables.media import is_outlet

_WHOLE = 0.8
"""Share of the outer words that the inner statement must make up to count as handed on."""

_QUOTING = frozenset({"quote", "cite"})

__all__ = ["cited", "outlets_told", "parents", "relays_of", "superseded"]


def parents(found: Sequence[Relation]) -> list[int | None]:
    """For each relation the index of the smallest one whose content holds its cue and content."""
    told: list[int | None] = []
    for number, child in enumerate(found):
        needed = child.content | {child.anchor}
        best: int | None = None
        for other, candidate in enumerate(found):
            if other == number or not needed <= candidate.content:
                continue
            if best is None or len(candidate.content) < len(found[best].content):
                best = other
        told.append(best)
    return told


def superseded(
    tree: Tree,
    found: Sequence[Relation],
    speakers: Sequence[Speaker],
    above: Sequence[int | None],
) -> set[int]:
    """Outlets' relations that only hand on another one, which then carries the relay.

    "X confirmed the deal, the Gazette reported" is a statement of X, taken from the Gazette. An
    outlet's own finding stays a statement of the outlet.
    """
    gone = set()
    anchors = {each.anchor for each in found}
    for number, one in enumerate(found):
        named_in = {at for at in one.content if tree.tokens[at].dep == "pcomp"} & anchors
        if one.reading.lemma == "quote" and one.source_head is None and named_in:
            gone.add(number)  # "was quoted as saying": the saying counts
    for number, parent in enumerate(above):
        if parent is None:
            continue
        quoting = found[parent].reading.lemma == "quote"
        if speakers[parent].kind is not SpeakerKind.OUTLET and not quoting:
            continue
        if speakers[number].name is None or not found[number].source:
            continue
        outer = found[parent].content
        if found[parent].reading.lemma in _QUOTING and found[number].source_head in outer:
            gone.add(parent)
            continue
        top = found[number].anchor
        while tree.tokens[top].dep in {"conj", "xcomp"} and tree.tokens[top].head in outer:
            top = tree.tokens[top].head
        head = tree.tokens[top].head
        if head not in outer or head == top:
            gone.add(parent)
    return gone


def outlets_told(tree: Tree, names: Names, found: Relation, occasion: frozenset[int]) -> list[str]:
    """Outlets that the speaker told, or spoke with on the occasion named."""
    words: set[int] = set(occasion)
    if found.addressee is not None:
        words |= tree.subtree(found.addressee) - found.content
    for prep in tree.kids(found.anchor, "prep", "dative", "agent"):
        if tree.lower(prep) in {"to", "by", "with"} and not (tree.subtree(prep) & found.content):
            words |= tree.subtree(prep)
    words -= found.source
    told = [name.canonical for name in names.within(words) if is_outlet(name.written)]
    return list(dict.fromkeys(told))


def cited(
    tree: Tree, names: Names, found: Sequence[Relation], speakers: Sequence[Speaker], number: int
) -> Relation | None:
    """Read "…, the Gazette said, citing two engineers" as the engineers' statement via the Gazette.

    Returns:
        The relation of those cited, its `via` the cue of the outlet; None where relation `number`
        cites nobody, or somebody else than an outlet cites.
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
            and each.source == one.source
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


def _in_his_words(found: Sequence[Relation], number: int, above: int) -> bool:
    """Whether a statement is all that another speaker's words hold ("Okoye said that Ruiz denied it").

    Then that speaker hands it on. Where it is one remark among others, `Statement.parent` tells
    enough.
    """
    inner = found[number].content | found[number].cue | found[number].source
    outer = found[above].content
    return bool(found[number].source) and len(inner & outer) >= _WHOLE * len(outer)


def relays_of(
    number: int,
    *,
    found: Sequence[Relation],
    speakers: Sequence[Speaker],
    above: Sequence[int | None],
    told: Sequence[Sequence[str]],
    own_outlet: str | None,
) -> tuple[str, ...]:
    """Everybody between the speaker and the article, nearest first.

    Args:
        number: Which relation.
        found: All relations of the article.
        speakers: Who makes each.
        above: The relation each is part of.
        told: Outlets each speaker told directly.
        own_outlet: The article's own outlet, which is no relay.
    """
    chain: list[str] = list(told[number])
    at = above[number]
    via = found[number].via
    if via is not None:
        at = next(n for n, one in enumerate(found) if one.anchor == via)
    seen = {number}
    while at is not None and at not in seen:
        seen.add(at)
        speaker = speakers[at]
        handed_on = (
            speaker.kind is SpeakerKind.OUTLET
            or found[at].reading.lemma == "quote"
            or (speaker.kind is not SpeakerKind.DOCUMENT and _in_his_words(found, number, at))
        )
        if handed_on and speaker.name is not None and speaker.name != speakers[number].name:
            chain.append(speaker.name)
        chain.extend(told[at])
        at = above[at]
    own = (own_outlet or "").casefold().removeprefix("the ")
    return tuple(
        name
        for name in dict.fromkeys(chain)
        if name != speakers[number].name and name.casefold().removeprefix("the ") != own
    )
