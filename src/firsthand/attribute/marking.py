"""Bring together what the parse shows by rule and what the tagger marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.attribute.relation import Relation
from firsthand.attribute.tagger import Tagged
from firsthand.attribute.tree import Tree
from firsthand.attribute.verbs import is_passive, negation_of
from firsthand.domain import Stance
from firsthand.tables.cues import Cue, Cues

__all__ = ["marked"]

_BOTH = "marked by the tagger, and the parse shows it"
_ALONE = "marked by the tagger"
_TOLD = frozenset({"tell", "inform", "remind", "assure", "warn", "advise", "notify"})


def marked(
    tree: Tree, table: Cues, ruled: Sequence[Relation], tagged: Sequence[Tagged]
) -> list[Relation]:
    """Give the relations that the tagger marks, with what the parse knows of each.

    Where a rule found the same cue, its reading, negation, addressee and kind stay, and the
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
    of_word = {at: number for number, one in enumerate(tagged) for at in one.cue}
    partner: dict[int, Relation] = {}
    rest = []
    for one in ruled:
        shared = of_word.get(one.anchor)
        if shared is None:
            shared = next((of_word[at] for at in sorted(one.cue) if at in of_word), None)
        if shared is None:
            rest.append(one)
        elif shared not in partner or (one.content and not partner[shared].content):
            partner[shared] = one
    made = [_relation(tree, table, one, partner.get(at)) for at, one in enumerate(tagged)]
    made.extend(rest)
    return sorted(made, key=lambda each: (each.anchor, sorted(each.content)))


def _relation(tree: Tree, table: Cues, one: Tagged, ruled: Relation | None) -> Relation:
    source, content = frozenset(one.source), frozenset(one.content)
    cue = frozenset(one.cue)
    if ruled is not None:
        head = ruled.source_head if ruled.source_head in source else _head(tree, source)
        return replace(
            ruled,
            cue=cue | {ruled.anchor} - source - content,
            source=source,
            source_head=head,
            content=content - {ruled.anchor},
            rule=_BOTH,
            score=one.sure,
            content_score=one.content_sure,
            source_score=one.source_sure if source else None,
        )
    negation = negation_of(tree, one.anchor)
    told = tree.kids(one.anchor, "dobj", "dative")
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
        addressee=next(
            (
                at
                for at in told
                if at not in content and at not in source and reading.lemma in _TOLD
            ),
            None,
        ),
        rule=_ALONE,
        score=one.sure,
        content_score=one.content_sure,
        source_score=one.source_sure if source else None,
    )


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
