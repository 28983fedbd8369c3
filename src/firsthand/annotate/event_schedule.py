"""What is put on a day: "a service is planned for 15 March", "the vote is due on Friday"."""

from __future__ import annotations

from firsthand.annotate.event_tree import Tree
from firsthand.tables.eventwords import event_words

__all__ = ["is_scheduled", "scheduled"]

_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_TIMES = frozenset({"DATE", "TIME"})
_PUT = frozenset({"dobj", "nsubjpass", "nsubj"})


def is_scheduled(tree: Tree, noun: int) -> bool:
    """Whether a noun is something that a verb puts on a day, whatever it names else."""
    if any(scheduled(tree, child) == noun for child in tree.children(noun, "acl")):
        return True
    token = tree.tokens[noun]
    return token.dep in _PUT and _puts_on_a_day(tree, token.head, noun)


def scheduled(tree: Tree, verb: int) -> int | None:
    """What a verb puts on a day: "a service is planned for 15 March", "set the vote for May"."""
    token = tree.tokens[verb]
    if tree.lemma(verb) not in event_words().roles["scheduling"]:
        return None
    if token.dep == "acl" and token.tag == "VBN" and tree.tokens[token.head].pos == "NOUN":
        return token.head if _puts_on_a_day(tree, verb, token.head) else None
    return next(
        (
            child
            for child in tree.children(verb, "nsubjpass", "dobj")
            if tree.tokens[child].pos == "NOUN" and _puts_on_a_day(tree, verb, child)
        ),
        None,
    )


def _puts_on_a_day(tree: Tree, verb: int, noun: int) -> bool:
    """Whether the noun is something that the verb above it, or "is due", puts on a day."""
    table = event_words()
    if tree.lemma(noun) in table.people or tree.tokens[noun].entity in _NAMES:
        return False  # "the minister is expected on Friday"
    if tree.lemma(verb) == "be":
        holder = next(
            (one for one in tree.children(verb, "acomp") if tree.lemma(one) == "due"), None
        )
    else:
        is_described = tree.tokens[verb].head == noun
        fitting = tree.tokens[noun].dep != "nsubj"
        puts = tree.lemma(verb) in table.roles["scheduling"]
        holder = verb if puts and (fitting or is_described) else None
    if holder is None:
        return False
    above = (holder, noun) if tree.tokens[noun].dep == "dobj" else (holder,)
    days = [
        day
        for one in above
        for day in (
            *tree.nouns_under(one, "for", "on", "at", "in"),
            *tree.children(one, "npadvmod", "tmod"),
        )
    ]
    return any(tree.tokens[day].entity in _TIMES for day in days)
