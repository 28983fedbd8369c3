"""Who may have done a harm: somebody who can act, or a flood, a crash, a dam that gave way.

A deed wants a doer. What only happens ("a spillway gave way, killing nine"), and harm of which
nothing near tells that anybody did it ("three were killed"), is of no category.
"""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.annotate.event_tree import Tree
from firsthand.tables.eventwords import EventPattern, event_words

__all__ = ["cause_of", "doer", "is_nobodys"]

_DEEDS = frozenset({"ASSAULT", "FIGHT", "COERCE", "PROTEST", "SANCTION"})
_NAMED = frozenset({"PERSON", "NORP", "ORG", "GPE"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_PERSONAL = frozenset({"he", "she", "they", "we", "i", "you", "who", "him", "her", "them"})
_ENDINGS = ("er", "or", "ist", "ant", "ian", "man", "men", "woman", "women", "ee", "ese")
"""Endings of nouns for people; what else ends so ("boiler", "river") stands in the table."""

_NEAR = 40
"""Words on either side in which harm is looked for a cause: the sentence and parts of those about it."""


def doer(tree: Tree, number: int) -> int | None:
    """The subject of a verb, and of a result told behind a relative clause the clause's own."""
    cause = cause_of(tree, number)
    return tree.subject(number if cause is None else cause)


def cause_of(tree: Tree, number: int) -> int | None:
    """The verb of the relative clause that a harm told by a participle results from.

    In "warned of cracks in the spillway that failed, killing two" the parser hangs the killing on
    the warning. It is the failing's where the verb above tells a saying, or its subject cannot act.

    Returns:
        None where the participle stays with the verb above it.
    """
    token = tree.tokens[number]
    head, table = token.head, event_words()
    if token.dep != "advcl" or token.tag != "VBG" or head >= number:
        return None
    if tree.lemma(number) not in table.roles["accidental"]:
        return None
    if tree.own_subject(number) is not None or tree.helpers(number):
        return None
    said = tree.lemma(head) in table.roles["reporting"] | table.roles["speech_acts"]
    subject = tree.subject(head)
    if not said and (subject is None or _can_act(tree, subject) is not False):
        return None
    for between in range(number - 1, head, -1):
        if tree.tokens[between].dep in {"relcl", "ccomp"} and tree.is_finite(between):
            return between
    return None


def is_nobodys(tree: Tree, number: int, pattern: EventPattern) -> bool:
    """Whether a harm is no deed of anybody, as far as the text tells.

    Args:
        tree: The parse.
        number: The verb that tells of the harm.
        pattern: What it was taken for.
    """
    if pattern.category not in _DEEDS or tree.tokens[number].pos != "VERB":
        return False
    table = event_words()
    accidental = tree.lemma(number) in table.roles["accidental"]
    if tree.is_passive(number):
        if pattern.words == 1 and tree.bag(number) & table.nature:
            return True
        by = list(tree.nouns_under(number, "by"))
        if by:
            return accidental and not pattern.actors and _none_acts(tree, by, number)
        known = pattern.words > 1 and pattern.category != "PROTEST"
        fought = bool(tree.bag(number) & table.fighters)
        return accidental and not known and not fought and not _is_violent(tree, number)
    subject = doer(tree, number)
    if subject is None:
        return False
    if _is_natural(tree, subject):
        return True
    return accidental and _none_acts(tree, [subject], number)


def _none_acts(tree: Tree, nouns: Iterable[int], number: int) -> bool:
    """Whether none of the nouns can act; where that is open, whether nothing violent is near."""
    judged = [_can_act(tree, noun) for noun in nouns]
    if any(judged):
        return False
    return None not in judged or not _is_violent(tree, number)


def _is_natural(tree: Tree, noun: int) -> bool:
    """Whether a noun names a force or a mishap: "landslides", "Cyclone Idai", not "a wave of raids"."""
    nature = event_words().nature
    if any(
        tree.lemma(below) in event_words().violence
        for below in tree.nouns_under(noun, "of", "from")
    ):
        return False
    if _singular(tree, noun) in nature:
        return True
    return tree.tokens[noun].pos == "PROPN" and any(
        tree.lemma(child) in nature and child < noun for child in tree.children(noun, "compound")
    )


def _can_act(tree: Tree, noun: int) -> bool | None:
    """Whether a noun names somebody who can act, or a weapon or attack; None where that is open."""
    table, token, lemma = event_words(), tree.tokens[noun], _singular(tree, noun)
    if _is_natural(tree, noun) or token.entity == "EVENT":
        return False
    if any(_can_act(tree, other) for other in tree.children(noun, "conj")):
        return True
    if any(tree.lemma(below) in table.violence for below in tree.nouns_under(noun, "of")):
        return True  # "a wave of attacks"
    if lemma in table.things:
        return False
    if token.pos == "PRON":
        return True if tree.word(noun) in _PERSONAL else None
    if token.pos in {"NUM", "DET", "ADJ"} or lemma in table.craft:
        return None
    if token.entity in _NAMED or lemma in table.able:
        return True
    if any(tree.lemma(below) in table.able for below in tree.nouns_under(noun, "of")):
        return True
    if token.pos == "PROPN" or lemma.endswith(_ENDINGS):
        return True
    return any(
        tree.tokens[child].dep in _MODIFIERS and tree.tokens[child].entity in _NAMED
        for child in tree.below(noun)
    )


def _singular(tree: Tree, noun: int) -> str:
    """The lemma, also of what the parser takes for a name ("Landslides blocked the road")."""
    lemma = tree.lemma(noun)
    if tree.tokens[noun].pos != "PROPN" or not lemma.endswith("s"):
        return lemma
    table = event_words()
    short = lemma.removesuffix("s")
    return short if short in table.nature | table.things else lemma


def _is_violent(tree: Tree, number: int) -> bool:
    """Whether a word of violence is nearer than one of mishap."""
    table = event_words()
    for step in range(1, _NEAR + 1):
        words = {
            tree.lemma(at) for at in (number - step, number + step) if 0 <= at < len(tree.tokens)
        }
        if words & table.violence:
            return True
        if words & table.mishaps:
            return False
    return False
