"""Say what a reporting verb introduces: clause, infinitive, noun phrase, description."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.attribute.sources import agent_of
from firsthand.attribute.tree import Tree
from firsthand.domain import Stance
from firsthand.tables.cues import Cue
from firsthand.tables.media import medium_in

__all__ = ["Complement", "active_complement", "aside_of", "clauses_of", "passive_complement"]

_VERBAL = frozenset({"VERB", "AUX"})
_WITH_OBJECT = frozenset({"accuse", "liken", "compare"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Complement:
    """What a verb introduces."""

    content: frozenset[int]
    cue: frozenset[int] = frozenset()
    """Further words of the cue: particle or preposition."""

    rule: str
    aside: bool = False


def _union(tree: Tree, heads: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for head in heads:
        found |= tree.subtree(head)
    return found


def _made(content: set[int], cue: Iterable[int], rule: str) -> Complement:
    return Complement(content=frozenset(content), cue=frozenset(cue), rule=rule)


def clauses_of(tree: Tree, verb: int) -> list[int]:
    """Heads of the finite clauses that `verb` takes, also where the parser calls them adverbial."""
    found = tree.kids(verb, "ccomp")
    for child in tree.kids(verb, "advcl", "pcomp", "dobj", "acl"):
        if child < verb or tree.tokens[child].pos not in _VERBAL:
            continue
        if tree.lower(min(tree.subtree(child))) in {"that", "whether"}:
            found.append(child)
    return found or _that_clause_below(tree, verb)


def _that_clause_below(tree: Tree, verb: int) -> list[int]:
    """A that-clause that the parser hung on a word between ("told Reuters in a statement that …")."""
    for at in sorted(tree.subtree(verb)):
        token = tree.tokens[at]
        if at <= verb or tree.lower(at) != "that" or token.dep != "mark":
            continue
        clause = token.head
        above = tree.tokens[clause].head
        if tree.tokens[clause].dep == "acl" and tree.tokens[above].pos in {"NOUN", "PROPN"}:
            between = [each for each in tree.ancestors(clause) if each > verb]
            if all(tree.tokens[each].pos not in _VERBAL for each in between):
                return [clause]
        return []
    return []


def _particle(tree: Tree, verb: int, cue: Cue) -> list[int]:
    return [
        child
        for child in tree.kids(verb, "prt", "advmod", "prep")
        if tree.lower(child) == cue.particle
    ]


def _as_phrases(tree: Tree, verb: int) -> list[int]:
    """Phrases with "as" behind the verb that describe its object; no asides ("as he put it")."""
    found = [
        child for child in tree.kids(verb, "prep") if tree.lower(child) == "as" and child > verb
    ]
    for child in tree.kids(verb, "advcl", "ccomp"):
        led = any(tree.lower(kid) == "as" for kid in tree.kids(child, "mark", "prep"))
        if child > verb and led and not _is_aside(tree, child):
            found.append(child)
    return found


def _quotes_at_end(tree: Tree, objects: list[int]) -> bool:
    """Whether an object runs into a quotation: called the plan "a gamble"."""
    words = sorted(_union(tree, objects))
    inside = [at for at in words[1:] if tree.word(at) in {'"', "“", "‘", "``"}]
    return bool(inside)


def _is_aside(tree: Tree, verb: int) -> bool:
    marks = [tree.lower(kid) for kid in tree.kids(verb, "mark", "advmod")]
    return "as" in marks and (bool(tree.kids(verb, "nsubj")) or agent_of(tree, verb) is not None)


def active_complement(tree: Tree, verb: int, cue: Cue) -> Complement | None:
    """What `verb`, in the active voice and in this reading, introduces; None when nothing fits."""
    more: list[int] = []
    if cue.particle:
        more = _particle(tree, verb, cue)
        if not more:
            return None
    takes = cue.takes
    objects = [child for child in tree.kids(verb, "dobj") if child > verb and child not in more]
    clauses = clauses_of(tree, verb)
    open_clauses = tree.kids(verb, "xcomp")
    infinitives = [
        child
        for child in open_clauses
        if any(tree.lower(kid) == "to" for kid in tree.children[child])
    ]
    if "as" in takes:
        led = _as_phrases(tree, verb)
        described = objects or [child for child in clauses if child > verb]
        meant = [child for child in tree.kids(verb, "dobj") if tree.tokens[child].tag == "WDT"]
        if led and (described or meant):
            held = _union(tree, [*described, *led])
            return _made(held, more, "describes something as something")
    if "naming" in takes:
        named = [child for child in tree.kids(verb, "oprd", "attr") if child > verb]
        small = [
            child
            for child in clauses
            if child > verb
            and not tree.kids(child, "mark")
            and tree.tokens[child].pos not in _VERBAL
        ]
        if (named and objects) or small:
            return _made(_union(tree, [*objects, *named, *small]), more, "gives something a name")
        if objects and not {"object", "clause"} & takes and _quotes_at_end(tree, objects):
            return _made(_union(tree, objects), more, "gives something a name in quotation marks")
    if {"clause", "quote"} & takes and clauses:
        asides = [child for child in tree.kids(verb, "parataxis") if min(clauses) < child < verb]
        return _made(_union(tree, [*clauses, *asides]), more, "takes a clause")
    if "order" in takes:
        if objects and infinitives:
            held = _union(tree, [*objects, *infinitives])
            return _made(held, more, "tells somebody to do something")
        small = [child for child in clauses if child > verb]
        if small:
            return _made(_union(tree, small), more, "tells somebody to do something")
    if "infinitive" in takes and infinitives:
        return _made(_union(tree, infinitives), more, "takes an infinitive")
    if "gerund" in takes:
        gerunds = [child for child in open_clauses if tree.tokens[child].tag == "VBG"]
        if gerunds:
            return _made(_union(tree, gerunds), more, "takes a gerund")
    if cue.prepositions:
        led = [
            child
            for child in tree.kids(verb, "prep", "prt", "dative")
            if child > verb and tree.lower(child) in cue.prepositions and tree.children[child]
        ]
        if led:
            held = _union(tree, led) - set(led[:1])
            if cue.lemma in _WITH_OBJECT:
                held |= _union(tree, objects)
            held |= _union(tree, infinitives)
            return _made(held, [*more, led[0]], f"followed by {tree.lower(led[0])}")
    if cue.stance is Stance.DENIES and any(
        tree.tokens[each].entity in {"PERSON", "ORG"} for each in objects
    ):
        return None  # "the entries contradict the company": nothing is said to be untrue
    if "object" in takes and objects and "tell" not in takes:
        held = _union(tree, objects)
        for child in tree.kids(verb, "prep"):
            if _goes_on(tree, held, child):
                held |= tree.subtree(child)
        return _made(held, more, "takes an object")
    return None


def _goes_on(tree: Tree, held: set[int], child: int) -> bool:
    """Whether a phrase right behind the object goes on with what is said.

    The parser hangs "of the troops to Russia" on the noun or the verb by guess; a day is when it
    was said.
    """
    if child != max(held) + 1 or _is_time(tree, child):
        return False
    if tree.lower(child) in {"by", "after", "during", "before", "while", "via"}:
        return False
    return medium_in(" ".join(tree.word(at) for at in sorted(tree.subtree(child))[:6])) is None


def _is_time(tree: Tree, prep: int) -> bool:
    return any(tree.tokens[kid].entity in {"DATE", "TIME"} for kid in tree.kids(prep, "pobj"))


def passive_complement(tree: Tree, verb: int, cue: Cue) -> Complement | None:
    """What `verb` in the passive carries, its subject and its complement together."""
    agent = agent_of(tree, verb)
    subjects = tree.kids(verb, "nsubjpass", "csubjpass", "nsubj")
    expletive = any(tree.lower(child) == "it" for child in subjects)
    clauses = clauses_of(tree, verb)
    infinitives = tree.kids(verb, "xcomp")
    if not clauses and "passive" in cue.takes:
        infinitives += [
            child
            for child in tree.kids(verb, "advcl")
            if child > verb and any(tree.lower(kid) == "to" for kid in tree.kids(child, "aux"))
        ]
    led = [
        child
        for child in tree.kids(verb, "prep", "oprd", "attr")
        if child > verb and (tree.lower(child) == "as" or tree.tokens[child].dep != "prep")
    ]
    told = "tell" in cue.takes
    if clauses and (expletive or not subjects or agent is not None or told):
        return _made(_union(tree, clauses), (), "passive with a clause")
    if infinitives and {"passive", "order"} & cue.takes:
        return _made(_union(tree, [*infinitives, *subjects]), (), "passive with an infinitive")
    if agent is not None and tree.tokens[verb].dep == "acl":
        content = tree.subtree(tree.tokens[verb].head, without=[verb])
        return _made(content, (), "said by somebody named after it")
    if "occurrence" in cue.takes and subjects and agent is None and not led:
        held = _union(tree, subjects)
        behind = [child for child in tree.kids(verb, "prep") if child > verb]
        places = [child for child in behind if not _is_time(tree, child)]
        if places:
            return _made(held | _union(tree, places), (), "passive with a place")
    if led and subjects and (agent is not None or {"passive", "as", "naming"} & cue.takes):
        return _made(_union(tree, [*subjects, *led]), (), "passive with a description")
    if agent is not None and subjects and "object" in cue.takes:
        return _made(_union(tree, subjects), (), "passive with its agent named")
    return None


def aside_of(tree: Tree, verb: int) -> Complement | None:
    """The clause that a cue stands in as an aside ("The river, he said, rose")."""
    token = tree.tokens[verb]
    if token.head == verb:
        return None
    if token.dep == "parataxis":
        # "…, the mayor said, the Gazette reported": both cues hang on the later one
        fronted = [kid for kid in tree.kids(token.head, "ccomp") if kid < verb < token.head]
        if fronted:
            return Complement(
                content=frozenset(tree.subtree(fronted[0], without=[verb])),
                rule="stands as an aside in what is said",
                aside=True,
            )
    if token.dep == "parataxis" or (token.dep in {"advcl", "ccomp"} and _is_aside(tree, verb)):
        return Complement(
            content=frozenset(tree.subtree(token.head, without=[verb])),
            rule="stands as an aside in what is said",
            aside=True,
        )
    return None
