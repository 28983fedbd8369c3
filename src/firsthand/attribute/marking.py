"""Bring together what the parse shows by rule and what the tagger marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.attribute.relation import Relation
from firsthand.attribute.relations import asides_out
from firsthand.attribute.tagger import Tagged
from firsthand.attribute.tree import Tree
from firsthand.attribute.verbs import QUOTING, is_hypothetical, is_passive, negation_of, quoted_as
from firsthand.domain import Stance
from firsthand.tables.cues import Cue, Cues
from firsthand.tables.stances import StanceCue, stances

__all__ = ["marked"]

_BOTH = "marked by the tagger, and the parse shows it"
_ALONE = "marked by the tagger"
_NAMING = frozenset({"know", "name", "title", "entitle"})
_MARKS = frozenset('"“”„«»`‘’')
_SURE = 0.65
"""Least probability of a cue that no rule knows and that introduces no marked words. PolNeAR
(development): without it whole relations are right in 74 of 100 cases, with .75 in 76, at F1 of
70.0 and 69.5."""

_FINDING = frozenset({"find", "discover", "recover"})


def marked(
    tree: Tree, table: Cues, ruled: Sequence[Relation], tagged: Sequence[Tagged]
) -> list[Relation]:
    """Give the relations that the tagger marks, with what the parse knows of each.

    Where a rule found the same cue, its reading, negation and kind stay, and the
    tagger's words take the place of the rule's. Open cues (without content) of rules stay: a
    quotation may still belong to them. What only a rule found stays as well, unless the tagger
    gives its words to another cue.

    Args:
        tree: The article's parse.
        table: The reporting words.
        ruled: What the rules found.
        tagged: What the tagger marked.

    Returns:
        One relation a cue, by position.
    """
    handed = [(quoted_as(tree, one.anchor), one) for one in ruled if one.content]
    quoting = {above: one for above, one in handed if above is not None}
    certain = list(quoting.values())
    kept = [
        one
        for one in tagged
        if _attributes(tree, one)
        and not any(one.anchor in {each.anchor, *each.cue} for each in certain)
        and not (one.anchor in quoting and quoting[one.anchor].content & set(one.content))
    ]
    of_word = {at: number for number, one in enumerate(kept) for at in one.cue}
    partner: dict[int, Relation] = {}
    absorbed: dict[int, int] = {}
    rest = []
    for one in ruled:
        shared = of_word.get(one.anchor)
        others = [of_word[at] for at in sorted(one.cue) if at in of_word]
        if shared is None:
            shared = next(iter(others), None)
        if shared is None:
            rest.append(one)
            continue
        if shared not in partner or (one.content and not partner[shared].content):
            partner[shared] = one
        for other in others:
            # "neither confirmed nor denied": two cues to the tagger, one refusal
            if other != shared and set(kept[other].content) == set(kept[shared].content):
                absorbed[other] = shared
    made = [
        _relation(tree, table, one, partner.get(at))
        for at, one in enumerate(kept)
        if at not in absorbed and (at in partner or _reports(tree, table, one))
    ]
    made = [_with_those_relied_on(tree, one) for one in _one_over_the_other(made)]
    made = [_whole(one, made) for one in made]
    made = _side_by_side(tree, [*made, *rest])
    made.sort(key=lambda each: (each.anchor, sorted(each.content)))
    return asides_out(tree, made)


def _attributes(tree: Tree, one: Tagged) -> bool:
    """Whether what the tagger marks can be an attribution as the words and the parse stand."""
    if not any(tree.is_word(at) for at in one.cue):
        return False  # a colon or dash alone: what stands beside it decides, by rule
    if is_hypothetical(tree, one.anchor):
        return False
    lemma = tree.tokens[one.anchor].lemma.lower()
    if lemma in _NAMING and not one.source:
        return False
    objects = set(tree.kids(one.anchor, "dobj"))
    if lemma in QUOTING and tree.tokens[one.anchor].tag == "VBG" and objects:
        # "the Gazette, quoting Interfax, …": who is quoted is the source, by rule
        named = tree.subtree(min(objects))
        if objects & set(one.source) or set(one.content) - named:
            return False
    return not (lemma in _FINDING and objects & set(one.content))


def _reports(tree: Tree, table: Cues, one: Tagged) -> bool:
    """Whether what only the tagger takes for a cue holds a reporting word, or marked words follow.

    On PolNeAR (development) such cues without either are right in 37 of 100 cases, those without
    a source in 28; "misled the panel" and "registered as an agent" are among them.
    """
    around = range(max(0, min(one.content) - 1), min(len(tree.tokens), max(one.content) + 2))
    if any(tree.word(at)[:1] in _MARKS for at in around):
        return bool(one.source)
    lemmas = [tree.tokens[at].lemma.lower() for at in one.cue]
    known = (
        lemma in table.verbs or lemma in table.nouns or _weighs(stances().cues.get(lemma, ()))
        for lemma in lemmas
    )
    return bool(one.source) and one.sure >= _SURE and any(known)


def _weighs(rows: Sequence[StanceCue]) -> bool:
    return any(not row.light for row in rows)


def _one_over_the_other(found: list[Relation]) -> list[Relation]:
    """Of two asides behind one clause the later holds the earlier: "…, X said, Y reported"."""
    made = list(found)
    for number, outer in enumerate(found):
        for inner in found[:number]:
            if (
                outer.aside
                and inner.aside
                and inner.anchor < outer.anchor
                and inner.source_head != outer.source_head
                and inner.content == outer.content
                and max(inner.content) < min(inner.anchor, outer.anchor)
            ):
                content = outer.content | inner.source | inner.cue
                made[number] = replace(outer, content=content - outer.cue - outer.source)
    return made


def _with_those_relied_on(tree: Tree, one: Relation) -> Relation:
    """Count "quoting Interfax" between an outlet and what it is given to the latter."""
    if not one.source or not one.content or max(one.source) > min(one.content):
        return one
    content = one.content
    for at in range(max(one.source) + 1, min(one.content)):
        token = tree.tokens[at]
        if token.tag == "VBG" and token.lemma.lower() in QUOTING and tree.kids(at, "dobj"):
            content |= tree.subtree(at) - one.source - one.cue
    return replace(one, content=content)


def _whole(one: Relation, found: list[Relation]) -> Relation:
    """Give what holds another's source and words its cue as well: "…, X said, as Y reported"."""
    content = one.content
    for other in found:
        held = bool(other.source) and other.source <= content and bool(other.content & content)
        if other is not one and held and not other.cue & content and not other.cue & one.cue:
            content |= other.cue - one.source
    return replace(one, content=content)


def _side_by_side(tree: Tree, found: list[Relation]) -> list[Relation]:
    """Cut from what a cue introduces the next cue of the same source ("argued that … and stressed …")."""
    made = []
    for one in found:
        content = one.content
        for other in found:
            if other is one or other.source_head is None or other.source_head != one.source_head:
                continue
            apart = not other.source & one.content
            if apart and other.anchor in content and one.anchor < other.anchor:
                gone = other.cue | other.content
                before = min(gone) - 1
                if tree.lower(before) in {"and", "but", "or", ","}:
                    gone |= {before}
                content = content - gone or content
        made.append(replace(one, content=content))
    return made


def _relation(tree: Tree, table: Cues, one: Tagged, ruled: Relation | None) -> Relation:
    source, content = frozenset(one.source), frozenset(one.content)
    cue = frozenset(one.cue)
    if ruled is not None:
        if source and _own_subject(tree, ruled) and max(source) < min(ruled.source):
            source = ruled.source - cue
            content -= source
        head = ruled.source_head if ruled.source_head in source else _head(tree, source)
        return replace(
            ruled,
            cue=cue | {ruled.anchor} - source - content,
            source=source,
            source_head=head,
            content=content - {ruled.anchor},
            aside=ruled.aside or _beside(tree, one),
            rule=_BOTH,
            score=one.sure,
            content_score=one.content_sure,
            source_score=one.source_sure if source else None,
        )
    negation = negation_of(tree, one.anchor)
    reading = _reading(tree, table, one)
    return Relation(
        anchor=one.anchor,
        cue=cue,
        source=source,
        source_head=_head(tree, source),
        content=content,
        reading=reading,
        negated=bool(negation),
        passive=tree.tokens[one.anchor].pos == "VERB" and is_passive(tree, one.anchor),
        aside=_beside(tree, one),
        rule=_ALONE,
        score=one.sure,
        content_score=one.content_sure,
        source_score=one.source_sure if source else None,
    )


def _own_subject(tree: Tree, ruled: Relation) -> bool:
    """Whether a rule's source is the cue's own subject before it: "she said that he had claimed"."""
    head = ruled.source_head
    if head is None or ruled.passive or head not in tree.kids(ruled.anchor, "nsubj"):
        return False
    return head < ruled.anchor and tree.tokens[head].tag not in {"WP", "WDT"}


def _reading(tree: Tree, table: Cues, one: Tagged) -> Cue:
    lemma = tree.tokens[one.anchor].lemma.lower()
    if readings := table.verbs.get(lemma):
        return next((each for each in readings if "quote" in each.takes), readings[0])
    if lemma in table.nouns:
        return table.nouns[lemma]
    return Cue(lemma=lemma, stance=Stance.ASSERTS, takes=frozenset({"quote"}))


def _head(tree: Tree, source: frozenset[int]) -> int | None:
    """The word that the others of a source hang on; a noun or pronoun where there is one."""
    tops = [at for at in sorted(source) if tree.tokens[at].head not in source | {at}]
    tops += [at for at in sorted(source) if tree.tokens[at].head == at]
    nominal = [at for at in tops if tree.tokens[at].pos in {"NOUN", "PROPN", "PRON", "NUM", "DET"}]
    named = nominal or tops or sorted(source)
    return named[0] if named else None


def _beside(tree: Tree, one: Tagged) -> bool:
    """Whether the cue stands behind or amid what it attributes, or in an "as" clause before it."""
    if one.content[0] < one.anchor:
        return True
    before = min((*one.cue, *one.source)) - 1
    return tree.lower(min((*one.cue, *one.source))) in {"as", "according"} or (
        before >= 0 and tree.lower(before) == "as"
    )
