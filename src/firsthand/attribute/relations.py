"""Gather the attributions that the parse shows, and settle which of two stands in the other."""

from __future__ import annotations

from dataclasses import replace

from firsthand.attribute.nouns import of_adverbs, of_nouns, of_phrases
from firsthand.attribute.relation import Relation
from firsthand.attribute.silence import of_silence
from firsthand.attribute.tree import Tree
from firsthand.attribute.verbs import of_verbs
from firsthand.tables.cues import Cues

__all__ = ["asides_out", "relations"]


def relations(tree: Tree, table: Cues) -> list[Relation]:
    """Give every attribution the parse shows, by cue position, and open cues without content.

    An open cue (`content` empty) is a reporting verb that may belong to a quotation; whoever finds
    none for it drops it.
    """
    found = [
        *of_verbs(tree, table),
        *of_nouns(tree, table),
        *of_phrases(tree),
        *of_adverbs(tree, table),
        *of_silence(tree, table),
    ]
    found.sort(key=lambda each: (each.anchor, sorted(each.content)))
    linked = {at for each in found for at in each.cue if at != each.anchor and each.content}
    kept = [each for each in found if each.anchor not in linked]
    return asides_out(tree, kept)


def asides_out(tree: Tree, found: list[Relation]) -> list[Relation]:
    """Take asides out of what others say: in "X denied it, as Y reported", Y's words hold X's.

    Two cues may each seem to stand in what the other introduces. The aside is the outer one; of
    two asides the later.

    Args:
        tree: The article's parse.
        found: Relations by cue position.

    Returns:
        As many, in the same order.
    """
    made = list(found)
    for number, inner in enumerate(found):
        for outer in found:
            if outer is inner or not outer.aside or outer.anchor not in inner.content:
                continue
            if inner.anchor not in outer.content or (inner.aside and inner.anchor > outer.anchor):
                continue
            gone = tree.subtree(outer.anchor, without=[inner.anchor]) | outer.cue | outer.source
            made[number] = replace(
                made[number], content=made[number].content - (gone - inner.cue - inner.source)
            )
    return made
