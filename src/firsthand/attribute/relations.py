"""Find attribution relations in the parse: a cue, who it points to, and what it introduces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from firsthand.attribute.sources import agent_of, source_of
from firsthand.attribute.tree import Tree
from firsthand.domain import Stance
from firsthand.tables.cues import Cue, Cues

__all__ = ["Relation", "relations"]

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One attribution in one article, in token indices."""

    anchor: int
    """The word that carries the cue."""

    cue: frozenset[int]
    source: frozenset[int]
    source_head: int | None
    content: frozenset[int]
    """Empty for a cue whose words are still to be found among the quotations."""

    reading: Cue
    negated: bool = False
    passive: bool = False
    addressee: int | None = None
    """Head of the noun phrase that names who was told."""

    rule: str = ""
    """How it was found, as a phrase a reader can be shown."""


def _is_passive(tree: Tree, verb: int) -> bool:
    if tree.kids(verb, "auxpass", "nsubjpass", "csubjpass"):
        return True
    token = tree.tokens[verb]
    if token.tag != "VBN" or tree.kids(verb, "aux"):
        return False
    if token.dep == "conj" and token.head < verb:
        return _is_passive(tree, token.head) and not tree.kids(verb, "nsubj")
    return token.dep in {"acl", "advcl"} and not tree.kids(verb, "nsubj")


def _negated(tree: Tree, verb: int) -> list[int]:
    found = [child for child in tree.children[verb] if tree.lower(child) in _NEGATIONS]
    if found:
        return found + [child for child in tree.kids(verb, "aux", "auxpass") if child < verb]
    return []


def _clauses(tree: Tree, verb: int) -> list[int]:
    found = tree.kids(verb, "ccomp")
    # a question or free relative after the verb may be labelled as adverbial clause or complement
    for child in tree.kids(verb, "advcl", "pcomp", "dobj", "acl"):
        first = min(tree.subtree(child), default=child)
        if (
            child > verb
            and tree.lower(first) in {"that", "whether"}
            and tree.tokens[child].pos
            in {
                "VERB",
                "AUX",
            }
        ):
            found.append(child)
    return found


def _without_cue(tree: Tree, wanted: set[int], verb: int) -> frozenset[int]:
    if verb not in wanted:
        return frozenset(wanted)
    return frozenset(wanted - tree.subtree(verb))


def _complement(tree: Tree, verb: int, cue: Cue) -> tuple[set[int], set[int], str]:
    """Say what `verb` introduces: content, further cue words, and the rule; empty when nothing fits."""
    more: set[int] = set()
    if cue.particle:
        more = {
            child
            for child in tree.kids(verb, "prt", "advmod", "prep")
            if tree.lower(child) == cue.particle
        }
        if not more:
            return set(), set(), ""
    takes = cue.takes
    objects = [child for child in tree.kids(verb, "dobj") if child > verb and child not in more]
    clauses = _clauses(tree, verb)
    open_clauses = tree.kids(verb, "xcomp")
    infinitives = [
        child
        for child in open_clauses
        if any(tree.lower(kid) == "to" for kid in tree.children[child])
    ]
    if "as" in takes:
        led = [
            child
            for child in tree.kids(verb, "prep", "advcl")
            if tree.lower(child) == "as" and child > verb
        ]
        led += [
            child
            for child in tree.kids(verb, "advcl", "ccomp")
            if child > verb
            and any(tree.lower(kid) == "as" for kid in tree.kids(child, "mark", "prep"))
        ]
        if led and objects:
            return (
                set().union(*(tree.subtree(child) for child in objects + led)),
                more,
                "describes something as something",
            )
    if "naming" in takes:
        named = [child for child in tree.kids(verb, "oprd", "attr") if child > verb]
        small = [
            child
            for child in clauses
            if child > verb
            and not tree.kids(child, "mark")
            and tree.tokens[child].pos not in {"VERB", "AUX"}
        ]
        if (named and objects) or small or (named and tree.kids(verb, "nsubjpass")):
            return (
                set().union(*(tree.subtree(child) for child in objects + named + small)),
                more,
                "gives something a name",
            )
    if "clause" in takes and clauses:
        held: set[int] = set()
        for child in clauses:
            held |= tree.subtree(child)
        return held, more, "takes a clause"
    if "quote" in takes and clauses:
        return set().union(*(tree.subtree(child) for child in clauses)), more, "takes a clause"
    if "order" in takes:
        if objects and infinitives:
            return (
                set().union(*(tree.subtree(child) for child in objects + infinitives)),
                more,
                "tells somebody to do something",
            )
        small = [child for child in clauses if child > verb]
        if small and not "clause" in takes:
            return (
                set().union(*(tree.subtree(child) for child in small)),
                more,
                "tells somebody to do something",
            )
    if "infinitive" in takes and infinitives:
        return (
            set().union(*(tree.subtree(child) for child in infinitives)),
            more,
            "takes an infinitive",
        )
    if "gerund" in takes:
        gerunds = [child for child in open_clauses if tree.tokens[child].tag == "VBG"]
        if gerunds:
            return set().union(*(tree.subtree(child) for child in gerunds)), more, "takes a gerund"
    if cue.prepositions:
        led = [
            child
            for child in tree.children[verb]
            if child > verb
            and tree.tokens[child].dep in {"prep", "prt", "dative"}
            and tree.lower(child) in cue.prepositions
            and len(tree.subtree(child)) > 1
        ]
        if led:
            held = set().union(*(tree.subtree(child) for child in led)) - set(led[:1])
            if cue.lemma in {"accuse", "liken", "compare"}:
                held |= set().union(*(tree.subtree(child) for child in objects))
            if infinitives:
                held |= set().union(*(tree.subtree(child) for child in infinitives))
            return held, more | set(led[:1]), f"followed by {tree.lower(led[0])}"
    if "object" in takes and objects:
        if "tell" in takes:
            return set(), more, ""
        return set().union(*(tree.subtree(child) for child in objects)), more, "takes an object"
    return set(), more, ""


def _of_passive(tree: Tree, verb: int, cue: Cue) -> tuple[set[int], str]:
    """Say what a passive cue carries: its subject and its complement together."""
    held: set[int] = set()
    agent = agent_of(tree, verb)
    subjects = tree.kids(verb, "nsubjpass", "csubjpass", "nsubj")
    expletive = any(tree.lower(child) == "it" for child in subjects)
    clauses = _clauses(tree, verb)
    infinitives = tree.kids(verb, "xcomp")
    if not clauses:
        infinitives += [
            child
            for child in tree.kids(verb, "advcl")
            if child > verb
            and any(tree.lower(kid) == "to" for kid in tree.kids(child, "aux"))
            and "passive" in cue.takes
        ]
    led = [
        child
        for child in tree.kids(verb, "prep", "oprd", "attr")
        if child > verb
        and (tree.lower(child) == "as" or tree.tokens[child].dep in {"oprd", "attr"})
    ]
    if clauses and (expletive or not subjects or agent is not None or "tell" in cue.takes):
        return set().union(*(tree.subtree(child) for child in clauses)), "passive with a clause"
    if infinitives and ({"passive", "order"} & cue.takes):
        held = set().union(*(tree.subtree(child) for child in infinitives))
        for child in subjects:
            held |= tree.subtree(child)
        return held, "passive with an infinitive"
    if agent is not None and tree.tokens[verb].dep == "acl":
        head = tree.tokens[verb].head
        return tree.subtree(head, without=[verb]), "said by somebody named after it"
    if (
        (led or "passive" in cue.takes)
        and subjects
        and (agent is not None or "passive" in cue.takes)
    ):
        for child in [*subjects, *led]:
            held |= tree.subtree(child)
        if agent is None and not led and not tree.kids(verb, "prep", "xcomp", "ccomp"):
            return set(), ""
        if agent is None and not led:
            return set(), ""
        return held, "passive"
    if agent is not None and subjects and "object" in cue.takes:
        for child in subjects:
            held |= tree.subtree(child)
        return held, "passive with its agent named"
    return set(), ""


def _parenthetical(tree: Tree, verb: int) -> set[int]:
    """Give the clause that a cue stands in as an aside ("The river, he said, rose")."""
    token = tree.tokens[verb]
    head = token.head
    if head == verb:
        return set()
    if token.dep == "parataxis":
        return tree.subtree(head, without=[verb])
    marks = [tree.lower(kid) for kid in tree.kids(verb, "mark", "advmod")]
    if token.dep == "advcl" and "as" in marks:
        return tree.subtree(head, without=[verb])
    return set()


def _verbs(tree: Tree, table: Cues) -> Iterator[Relation]:
    for verb, token in enumerate(tree.tokens):
        lemma = token.lemma.lower()
        readings = table.verbs.get(lemma)
        if readings is None or token.pos != "VERB" or token.dep in {"amod", "compound"}:
            continue
        passive = _is_passive(tree, verb)
        source_head, source, chain = source_of(tree, verb, table, passive=passive)
        negation = _negated(tree, verb)
        for link in chain:
            negation += _negated(tree, link)
        best: Relation | None = None
        for cue in readings:
            more: set[int] = set()
            if passive:
                held, rule = _of_passive(tree, verb, cue)
            else:
                held, more, rule = _complement(tree, verb, cue)
            if not held and {"quote", "clause"} & cue.takes:
                held, rule = _parenthetical(tree, verb), "stands as an aside in what is said"
            content = _without_cue(tree, held, verb) - source
            told = None
            if "tell" in cue.takes:
                objects = tree.kids(verb, "dobj", "dative")
                told = objects[0] if objects else None
            found = Relation(
                anchor=verb,
                cue=frozenset({verb, *more, *negation, *chain}),
                source=source,
                source_head=source_head,
                content=content,
                reading=cue,
                negated=bool(negation),
                passive=passive,
                addressee=told,
                rule=rule if content else "",
            )
            if best is None or (not best.content and (content or "quote" in cue.takes)):
                best = found
            if content:
                break
        if best is not None:
            yield best


def _according(tree: Tree) -> Iterator[Relation]:
    cue = Cue(lemma="according to", stance=Stance.ASSERTS)
    for token in range(len(tree.tokens) - 1):
        if tree.lower(token) != "according" or tree.lower(token + 1) != "to":
            continue
        sources = [kid for kid in tree.kids(token + 1, "pobj", "pcomp")] or tree.kids(token, "pobj")
        if not sources:
            continue
        own = tree.subtree(token)
        head = next(
            (other for other in tree.ancestors(token) if tree.tokens[other].pos in {"VERB", "AUX"}),
            None,
        )
        if head is None:
            sentence = tree.sentence(token)
            held = set(range(sentence.first, sentence.last)) if sentence else set()
        else:
            while tree.tokens[head].dep == "conj" and tree.tokens[tree.tokens[head].head].pos in {
                "VERB",
                "AUX",
            }:
                head = tree.tokens[head].head
            held = tree.subtree(head)
        yield Relation(
            anchor=token,
            cue=frozenset({token, token + 1}),
            source=frozenset(tree.subtree(sources[0])),
            source_head=sources[0],
            content=frozenset(held - own),
            reading=cue,
            rule="according to somebody",
        )


def _adverbs(tree: Tree, table: Cues) -> Iterator[Relation]:
    cue = Cue(lemma="reportedly", stance=Stance.ASSERTS, hedged=True)
    for token, found in enumerate(tree.tokens):
        if tree.lower(token) not in table.adverbs:
            continue
        head = found.head
        if head == token:
            continue
        yield Relation(
            anchor=token,
            cue=frozenset({token}),
            source=frozenset(),
            source_head=None,
            content=frozenset(tree.subtree(head, without=[token])),
            reading=cue,
            rule="an adverb attributes the clause to nobody named",
        )


def _nouns(tree: Tree, table: Cues) -> Iterator[Relation]:
    for noun, token in enumerate(tree.tokens):
        cue = table.nouns.get(token.lemma.lower())
        if cue is None or token.pos != "NOUN":
            continue
        owners = tree.kids(noun, "poss")
        by = [
            kid
            for prep in tree.kids(noun, "prep", "agent")
            if tree.lower(prep) in {"by", "from"}
            for kid in tree.kids(prep, "pobj")
        ]
        clauses = [
            child
            for child in tree.kids(noun, "acl", "ccomp", "relcl")
            if tree.lower(min(tree.subtree(child))) == "that" and tree.tokens[child].dep != "relcl"
        ]
        led = [
            prep
            for prep in tree.kids(noun, "prep")
            if tree.lower(prep) in {"about", "over", "for", "at", "on", "that", "of", "with"}
        ]
        verb = token.head
        light = (
            token.dep == "dobj"
            and tree.tokens[verb].lemma.lower() in table.light
            and tree.tokens[verb].pos == "VERB"
        )
        if light:
            source_head, source, chain = source_of(tree, verb, table, passive=False)
            led += [
                prep
                for prep in tree.kids(verb, "prep")
                if prep > noun and tree.lower(prep) in {"about", "over", "at", "for"}
            ]
            clauses += [child for child in tree.kids(verb, "ccomp") if child > noun]
            held = set().union(*(tree.subtree(child) for child in clauses or led))
            if source_head is None:
                continue
            if not held:
                held = tree.subtree(noun)
                cue_words = {verb}
            else:
                cue_words = {verb, noun}
            yield Relation(
                anchor=verb,
                cue=frozenset(cue_words | set(chain)),
                source=source,
                source_head=source_head,
                content=frozenset(held - cue_words - source),
                reading=cue,
                negated=bool(_negated(tree, verb)),
                rule="a verb of uttering with a reporting noun",
            )
            continue
        voiced = [
            child
            for child in tree.kids(noun, "acl")
            if tree.tokens[child].tag == "VBN"
            and tree.tokens[child].lemma.lower() in table.light
            and agent_of(tree, child) is not None
        ]
        owner = (owners or by or [None])[0]
        extra: set[int] = set()
        if owner is None and voiced:
            owner = agent_of(tree, voiced[0])
            extra = {voiced[0]}
            led += [
                prep
                for prep in tree.kids(voiced[0], "prep")
                if tree.lower(prep) in {"about", "over", "at"}
            ]
        if owner is None or not (clauses or (led and (owners or voiced))):
            continue
        if (
            not clauses
            and tree.lower(led[0]) in {"of", "with", "on"}
            and cue.stance is Stance.ASSERTS
        ):
            continue
        held = set().union(*(tree.subtree(child) for child in clauses or led))
        yield Relation(
            anchor=noun,
            cue=frozenset({noun} | extra),
            source=frozenset(tree.subtree(owner) - held),
            source_head=owner,
            content=frozenset(held),
            reading=cue,
            rule="a reporting noun with its owner",
        )


def relations(tree: Tree, table: Cues) -> list[Relation]:
    """Give every attribution the parse shows, by cue position, and open cues without content.

    An open cue (`content` empty) is a reporting verb that may belong to a quotation; whoever finds
    none for it drops it.
    """
    found: Iterable[Relation] = [
        *_verbs(tree, table),
        *_nouns(tree, table),
        *_according(tree),
        *_adverbs(tree, table),
    ]
    return sorted(found, key=lambda each: (each.anchor, sorted(each.content)))
