"""Find attributions that a noun, an adverb or "according to" carries."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.attribute.relation import Relation
from firsthand.attribute.sources import agent_of, source_of
from firsthand.attribute.tree import Tree
from firsthand.attribute.verbs import negation_of
from firsthand.domain import Stance
from firsthand.tables.cues import Cue, Cues

__all__ = ["of_adverbs", "of_nouns", "of_phrases"]

_VERBAL = frozenset({"VERB", "AUX"})
_ABOUT = frozenset({"about", "over", "for", "at", "on", "of", "with"})
_BEHIND_VERB = frozenset({"about", "over", "at", "for"})
_OF_FEELING = frozenset({"express", "voice"})
"""Verbs whose object alone is a statement ("voiced frustration"); "made the announcement" is none."""

_TOO_WIDE = frozenset({"of", "with", "on"})
"""After a noun of saying these name its topic only ("report of the committee", "comment on")."""


def of_phrases(tree: Tree) -> Iterator[Relation]:
    """Give each "according to"."""
    cue = Cue(lemma="according to", stance=Stance.ASSERTS)
    for token in range(len(tree.tokens) - 1):
        if tree.lower(token) != "according" or tree.lower(token + 1) != "to":
            continue
        sources = tree.kids(token + 1, "pobj", "pcomp") or tree.kids(token, "pobj")
        if not sources:
            continue
        own = _without_clause(tree, token)
        head = next(
            (other for other in tree.ancestors(token) if tree.tokens[other].pos in _VERBAL), None
        )
        if head is None:
            sentence = tree.sentence(token)
            held = set(range(sentence.first, sentence.last)) if sentence is not None else set()
        else:
            while (
                tree.tokens[head].dep == "conj"
                and tree.tokens[tree.tokens[head].head].pos in _VERBAL
            ):
                head = tree.tokens[head].head
            if token > 0 and tree.word(token - 1) == ",":
                head = _outermost(tree, head, token)
            held = tree.subtree(head)
        yield Relation(
            anchor=token,
            cue=frozenset({token, token + 1}),
            source=frozenset(tree.subtree(sources[0]) & own),
            source_head=sources[0],
            content=frozenset(held - own),
            reading=cue,
            aside=True,
            rule="according to somebody",
        )


def _outermost(tree: Tree, head: int, token: int) -> int:
    """The reporting clause that a "according to" behind a comma covers: "She said so, according to …"."""
    top = head
    while tree.tokens[top].dep == "ccomp" and tree.tokens[top].head < top < token:
        top = tree.tokens[top].head
    return top if tree.tokens[top].pos in _VERBAL else head


def _without_clause(tree: Tree, token: int) -> set[int]:
    """The words of "according to somebody".

    Where the sentence opens with it and is left without a subject, the parser has drawn the
    subject into the phrase: it then ends at its first comma.
    """
    own = tree.subtree(token)
    head = tree.tokens[token].head
    first = token == 0 or tree.sentence_of[token - 1] != tree.sentence_of[token]
    if not first or head == token or tree.subject(head) is not None:
        return own
    commas = [at for at in sorted(own) if tree.word(at) == ","]
    return {at for at in own if not commas or at < commas[0]}


def of_adverbs(tree: Tree, table: Cues) -> Iterator[Relation]:
    """Give each adverb that attributes its clause to nobody named."""
    cue = Cue(lemma="reportedly", stance=Stance.ASSERTS)
    for token, found in enumerate(tree.tokens):
        if tree.lower(token) not in table.adverbs or found.head == token:
            continue
        head = tree.tokens[found.head]
        said = head.pos == "VERB" and head.lemma.lower() in table.verbs
        if not (said and tree.subject(found.head) is not None):
            yield Relation(
                anchor=token,
                cue=frozenset({token}),
                source=frozenset(),
                source_head=None,
                content=frozenset(tree.subtree(found.head, without=[token])),
                reading=cue,
                rule="an adverb attributes the clause to nobody named",
            )


def of_nouns(tree: Tree, table: Cues) -> Iterator[Relation]:
    """Give each noun of saying that has an owner, or stands with a verb of uttering."""
    for noun, token in enumerate(tree.tokens):
        cue = table.nouns.get(token.lemma.lower())
        if cue is None or token.pos != "NOUN":
            continue
        above = tree.tokens[token.head]
        uttered = above.lemma.lower() in table.light and above.pos == "VERB"
        found = (
            _uttered(tree, noun, token.head, cue, table)
            if token.dep == "dobj" and uttered
            else _owned(tree, noun, cue, table)
        )
        if found is not None:
            yield found


def _that_clauses(tree: Tree, noun: int) -> list[int]:
    return [
        child
        for child in tree.kids(noun, "acl", "ccomp")
        if tree.lower(min(tree.subtree(child))) == "that"
    ]


def _about(tree: Tree, noun: int) -> list[int]:
    return [prep for prep in tree.kids(noun, "prep") if tree.lower(prep) in _ABOUT]


def _union(tree: Tree, heads: list[int]) -> set[int]:
    words: set[int] = set()
    for head in heads:
        words |= tree.subtree(head)
    return words


def _uttered(tree: Tree, noun: int, verb: int, cue: Cue, table: Cues) -> Relation | None:
    """Read "she voiced doubt about the plan"."""
    head, source, chain = source_of(tree, verb, table, passive=False)
    if head is None:
        return None
    led = _about(tree, noun) + [
        prep for prep in tree.kids(verb, "prep") if prep > noun and tree.lower(prep) in _BEHIND_VERB
    ]
    clauses = _that_clauses(tree, noun) + [
        child for child in tree.kids(verb, "ccomp") if child > noun
    ]
    led = [
        prep
        for prep in led
        if not any(tree.tokens[kid].entity in {"DATE", "TIME"} for kid in tree.kids(prep, "pobj"))
    ]
    content = _union(tree, clauses or led)
    words = {verb, noun, *chain}
    if not content:
        if tree.tokens[verb].lemma.lower() not in _OF_FEELING:
            return None
        content = tree.subtree(noun)
        words.discard(noun)
    return Relation(
        anchor=verb,
        cue=frozenset(words),
        source=source,
        source_head=head,
        content=frozenset(content - words - source),
        reading=cue,
        negated=bool(negation_of(tree, verb)),
        rule="a verb of uttering with a reporting noun",
    )


def _owned(tree: Tree, noun: int, cue: Cue, table: Cues) -> Relation | None:
    """Read "the mayor's warning that …", "concern voiced by residents about …"."""
    owners = tree.kids(noun, "poss") + [
        kid
        for prep in tree.kids(noun, "prep", "agent")
        if tree.lower(prep) in {"by", "from"}
        for kid in tree.kids(prep, "pobj")
    ]
    voiced = [
        child
        for child in tree.kids(noun, "acl")
        if tree.tokens[child].tag in {"VBN", "VBD"}
        and tree.tokens[child].lemma.lower() in table.light
        and agent_of(tree, child) is not None
    ]
    clauses, led = _that_clauses(tree, noun), _about(tree, noun)
    owner = owners[0] if owners else None
    if owner is None and voiced:
        owner = agent_of(tree, voiced[0])
        led += [prep for prep in tree.kids(voiced[0], "prep") if tree.lower(prep) in _BEHIND_VERB]
    if owner is None or not (clauses or led):
        return None
    if (
        not clauses
        and not voiced
        and (tree.lower(led[0]) in _TOO_WIDE and cue.stance is Stance.ASSERTS)
    ):
        return None
    content = _union(tree, clauses or led)
    return Relation(
        anchor=noun,
        cue=frozenset({noun, *voiced[:1]}),
        source=frozenset(tree.subtree(owner) - content),
        source_head=owner,
        content=frozenset(content),
        reading=cue,
        rule="a reporting noun with its owner",
    )
