"""Find outlets that hand on what was found already: tails, heads, and "quoted … as saying"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.attribute.names import Names
from firsthand.attribute.nouns import of_phrases
from firsthand.attribute.outlet_names import names_an_outlet, outlet_noun
from firsthand.attribute.relation import Relation
from firsthand.attribute.sources import source_words
from firsthand.attribute.tree import Tree
from firsthand.attribute.verbs import QUOTING, of_verbs
from firsthand.tables.cues import Cues

__all__ = ["with_outlets"]

_RULE = "an outlet hands on what somebody said"


def with_outlets(
    tree: Tree, table: Cues, names: Names, found: Sequence[Relation]
) -> list[Relation]:
    """Add the outlets that hand on a relation of `found`, each as a relation over it.

    Whoever finds one attribution a sentence finds "the mayor said" in "…, the mayor said, the
    Gazette reported", and one of two in "the Gazette quoted her as saying": the other is looked
    for here.

    Args:
        tree: Of the article.
        table: The reporting words.
        names: Of the article.
        found: The article's relations.

    Returns:
        `found` and the new ones, by anchor. The content of each new one holds cue and content of
        one that was found.
    """
    made: list[Relation] = []
    for one in found:
        made += _parted(tree, names, one)
    taken = {at for one in made for at in one.cue}
    by_anchor: dict[int, list[Relation]] = {}
    for one in made:
        by_anchor.setdefault(one.anchor, []).append(one)
    added = []
    for one in sorted([*of_verbs(tree, table), *of_phrases(tree)], key=lambda each: each.anchor):
        if one.cue & taken or not one.content or not _is_outlets(tree, names, one.source_head):
            continue
        inner = [
            each
            for at in sorted(one.content & by_anchor.keys())
            for each in by_anchor[at]
            if one.reading.lemma in QUOTING or each.content <= one.content
        ]
        if inner:
            taken |= one.cue
            held = one.content.union(*(each.content for each in inner)) - one.cue - one.source
            added.append(replace(one, content=held, rule=_RULE))
    return sorted([*made, *added], key=lambda each: each.anchor)


def _is_outlets(tree: Tree, names: Names, head: int | None) -> bool:
    if head is None:
        return False
    name = names.at(head)
    if name is not None:
        return names_an_outlet(tree, name)
    return outlet_noun(tree, head) or tree.lower(head) == "media"


def _parted(tree: Tree, names: Names, one: Relation) -> list[Relation]:
    """Part "the Gazette quoted her as saying …" found as one into what either says."""
    if not _is_outlets(tree, names, one.source_head):
        return [one]
    for verb in sorted(one.cue):
        if tree.tokens[verb].lemma.lower() not in QUOTING or tree.tokens[verb].pos != "VERB":
            continue
        whom = next(iter(tree.kids(verb, "dobj")), None)
        saying = next(
            (
                at
                for prep in tree.kids(verb, "prep")
                if tree.lower(prep) == "as"
                for at in tree.kids(prep, "pcomp")
            ),
            None,
        )
        if whom is None or saying is None or whom in one.cue:
            continue
        source = source_words(tree, whom, len(tree.tokens)) - one.cue
        content = one.content - source
        cue = frozenset(at for at in one.cue if at >= saying) | {saying}
        inner = replace(
            one,
            anchor=saying,
            cue=cue,
            source=source,
            source_head=whom,
            content=content - cue,
            rule="words that somebody is quoted with",
        )
        outer = replace(
            one,
            anchor=verb,
            cue=frozenset(at for at in one.cue - cue if tree.lower(at) != "as"),
            content=one.content | source | cue,
            rule=_RULE,
        )
        return [outer, inner]
    return [one]
