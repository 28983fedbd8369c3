"""Look again inside what is said: who, there, is told to have said, thought or known something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.attribute.nouns import of_nouns, of_phrases
from firsthand.attribute.quotes import Quoted
from firsthand.attribute.relation import Relation
from firsthand.attribute.sources import agent_of, source_words
from firsthand.attribute.tree import Tree
from firsthand.attribute.verbs import of_verbs
from firsthand.domain import Stance
from firsthand.tables.capacities import capacities
from firsthand.tables.cues import Cue
from firsthand.tables.inner import inner_words

__all__ = ["within"]

_FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
_NOBODY = frozenset({"you", "what", "there", "one", "your", "this", "that", "these", "those"})
_WORDS = 2
"""Fewest words that say something."""

_INSIDE = "told of inside what somebody says"
_BARE = "a noun of saying with its clause"
_VERBAL = frozenset({"VERB", "AUX"})


def within(tree: Tree, found: Sequence[Relation], marks: Sequence[Quoted]) -> list[Relation]:
    """Look again inside the contents of `found`.

    Beliefs, hopes and what somebody knew count there though they need not have been uttered: the
    outer speaker tells of them. What a speaker says of himself in the first person does not, nor
    does what has nobody able to speak, think or show for its source.

    Args:
        tree: Of the article.
        found: The article's relations, each with its content.
        marks: The article's quotations: nothing reaches over their edges.

    Returns:
        `found` without the inner relations that do not attribute, and with those inside that were
        not in it yet; by anchor. Content and source of each new one lie inside the content of
        one that was found.
    """
    over = _holders(found)
    kept = [
        one
        for one in found
        if one.anchor not in over or found[over[one.anchor]] is one or _attributes(tree, one)
    ]
    taken = {at for one in kept for at in one.cue}
    over = _holders(kept)
    made: dict[int, Relation] = {}
    for one in sorted(_candidates(tree), key=lambda each: (each.anchor, -len(each.content))):
        outer = over.get(one.anchor)
        if outer is None or one.cue & taken or one.anchor in made or not _attributes(tree, one):
            continue
        inner = _confined(tree, one, kept[outer], marks)
        if inner is not None:
            made[one.anchor] = inner
    return sorted([*kept, *made.values()], key=lambda one: one.anchor)


def _candidates(tree: Tree) -> Iterator[Relation]:
    table = inner_words().cues
    yield from of_verbs(tree, table)
    yield from of_nouns(tree, table)
    yield from of_phrases(tree)
    yield from _of_adjectives(tree)
    yield from _of_bare_nouns(tree)
    yield from _of_releases(tree)


def _attributes(tree: Tree, one: Relation) -> bool:
    """Whether an inner relation has a source that could say, think or show what it is given."""
    head = one.source_head
    if head is None:
        # "known as the Lamp", "remembered as a friend": a name is given, nothing is said
        behind = one.anchor + 1
        return bool(one.cue) and not (behind < len(tree.tokens) and tree.lower(behind) == "as")
    anchor = tree.tokens[one.anchor]
    if anchor.tag == "VBG" and one.reading.lemma in inner_words().showing:
        # "levels rose, suggesting that …": the fact does, whoever is the subject; "he admitted it,
        # indicating that …": he does
        above = tree.tokens[anchor.head].lemma.lower()
        return tree.word(max(one.anchor - 1, 0)) != "," or above in inner_words().cues.verbs
    if anchor.tag in {"VBN", "VBD"} and anchor.dep == "acl" and anchor.head == head:
        return False  # "people admitted to hospital", "severe disease characterised by"
    if anchor.pos == "NOUN":
        return one.rule == _BARE or one.reading.stance is not Stance.EXPECTS or _clausal(tree, one)
    return one.reading.lemma in inner_words().showing or _able(tree, head)


def _clausal(tree: Tree, one: Relation) -> bool:
    """Whether what a noun of expecting introduces is a clause: no "plan for the harbour"."""
    return any(tree.tokens[at].pos in _VERBAL for at in one.content)


def _able(tree: Tree, head: int) -> bool:
    """Whether a noun or pronoun may name somebody, a body or a text, any of which may tell something.

    Whoever "knew" or "denied" is taken at his word: only nouns made from adjectives and verbs
    ("measures", "flooding") are no speakers, unless the tables know them for bodies or people.
    """
    token = tree.tokens[head]
    if token.pos in {"PRON", "PROPN", "DET", "NUM"} or token.entity in _NAMED:
        return True
    lemma = token.lemma.lower()
    table = capacities()
    return (
        lemma in table.unnamed | table.documents | table.groups | table.body | table.bodies
        or lemma in table.own | table.state | table.agent | table.outlets | table.organs
        or not lemma.endswith(_ABSTRACT)
    )


_ABSTRACT = ("tion", "sion", "ness", "ity", "ure", "ance", "ence", "ing", "ism", "sis", "th")
"""Endings of nouns for qualities, doings and states."""

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC"})


def _holders(found: Sequence[Relation]) -> dict[int, int]:
    """For each word inside some content the relation with the smallest one."""
    over: dict[int, int] = {}
    for number in sorted(range(len(found)), key=lambda at: (len(found[at].content), at)):
        for token in found[number].content:
            over.setdefault(token, number)
    return over


def _confined(
    tree: Tree, one: Relation, outer: Relation, marks: Sequence[Quoted]
) -> Relation | None:
    """`one` cut to the words of `outer`; None where it does not attribute anything there."""
    room = set(outer.content)
    own = next((quoted for quoted in marks if quoted.holds(one.anchor)), None)
    if own is not None:
        room &= set(range(own.first, own.last))
    content = (one.content & room) - one.cue - one.source
    if sum(tree.is_word(at) for at in content) < _WORDS or not one.cue <= room:
        return None
    head = one.source_head
    if head is None:
        nobodys = (one.passive or one.rule == _BARE) and not one.source
        return replace(one, content=content, rule=_INSIDE) if nobodys else None
    if head not in room or tree.lower(head) in _FIRST_PERSON | _NOBODY:
        return None
    if any(tree.lower(kid) in _FIRST_PERSON for kid in tree.kids(head, "poss")) and (
        tree.tokens[head].pos == "PRON"
    ):
        return None
    return replace(one, content=content, source=one.source & room, rule=_INSIDE)


def _own_frame(tree: Tree, noun: int) -> bool:
    """Whether a speaker tells of himself: "we work on the assumption that …"."""
    for above in tree.ancestors(noun):
        if tree.tokens[above].pos in _VERBAL:
            subject = tree.subject(above)
            if subject is not None:
                return tree.lower(subject) in _FIRST_PERSON
    return False


def _relation(
    tree: Tree, cue: set[int], anchor: int, content: set[int], *, reading: Cue, head: int | None
) -> Relation:
    """A relation whose source is the noun phrase around `head`, or nobody."""
    source: frozenset[int] = frozenset()
    if head is not None:
        source = source_words(tree, head, anchor if head < anchor else len(tree.tokens))
    return Relation(
        anchor=anchor,
        cue=frozenset(cue),
        source=source,
        source_head=head,
        content=frozenset(content - cue - source),
        reading=reading,
        rule=_BARE if tree.tokens[anchor].pos == "NOUN" else "",
    )


def _of_adjectives(tree: Tree) -> Iterator[Relation]:
    """Give "was confident that …", "are worried about …"."""
    table = inner_words()
    for at, token in enumerate(tree.tokens):
        reading = table.adjectives.get(tree.lower(at))
        if reading is None or token.pos not in {"ADJ", "VERB"}:
            continue
        copula = token.head if token.dep in {"acomp", "attr", "oprd"} else at
        while tree.tokens[copula].dep == "conj" and tree.tokens[copula].pos == "ADJ":
            copula = tree.tokens[copula].head
        if tree.tokens[copula].dep in {"acomp", "attr"}:
            copula = tree.tokens[copula].head
        head = next(iter(tree.kids(copula, "nsubj", "nsubjpass")), None)
        if head is None:
            continue
        clauses = tree.kids(at, "ccomp") or [
            kid for kid in tree.kids(copula, "ccomp") if kid > at and copula != at
        ]
        led = [
            kid
            for adjective in (at, *tree.kids(at, "conj"))
            for kid in tree.kids(adjective, "prep")
            if tree.lower(kid) in table.led and kid > at
        ]
        content: set[int] = set()
        for branch in clauses or led:
            content |= tree.subtree(branch)
        if content:
            links = [kid for kid in tree.kids(copula, "neg") if kid < at]
            cue = {at, *links} | ({copula} if copula < at else set())
            yield _relation(tree, cue, at, content, reading=reading, head=head)


def _of_bare_nouns(tree: Tree) -> Iterator[Relation]:
    """Give "a Heat Office recommendation that …", "evidence that …", by name or nobody's."""
    for at, token in enumerate(tree.tokens):
        if token.pos != "NOUN" or token.lemma.lower() not in inner_words().nouns:
            continue
        clauses = [
            kid
            for kid in tree.kids(at, "acl", "ccomp", "relcl")
            if kid > at and tree.lower(min(tree.subtree(kid))) == "that" and _whole(tree, kid)
        ]
        if not clauses or _own_frame(tree, at):
            continue
        owners = [
            kid
            for kid in tree.kids(at, "poss", "compound", "amod", "nmod")
            if tree.tokens[kid].dep == "poss" or tree.tokens[kid].pos == "PROPN"
        ]
        owner = owners[-1] if owners else None
        content: set[int] = set()
        for clause in clauses:
            content |= tree.subtree(clause)
        reading = Cue(lemma=token.lemma.lower(), stance=Stance.ASSERTS)
        yield _relation(tree, {at}, at, content, reading=reading, head=owner)


def _whole(tree: Tree, clause: int) -> bool:
    """Whether "that" joins a whole clause, and is not its subject or object."""
    that = next((kid for kid in tree.children[clause] if tree.lower(kid) == "that"), None)
    subject = tree.subject(clause)
    if that is None or subject is None or subject == that:
        return False
    # "a rule that all salt be iodised": "that" can be no object of a passive with its subject
    return tree.tokens[that].dep == "mark" or bool(tree.kids(clause, "nsubjpass"))


def _of_releases(tree: Tree) -> Iterator[Relation]:
    """Give "figures released on Monday by the ministry"."""
    table = inner_words()
    for at, token in enumerate(tree.tokens):
        if token.dep != "acl" or token.tag not in {"VBN", "VBD"} or token.head >= at:
            continue
        if token.lemma.lower() not in table.releasing:
            continue
        agent = agent_of(tree, at)
        top, known = token.head, False
        while True:
            known = known or tree.tokens[top].lemma.lower() in table.released
            above = tree.tokens[top].head
            if tree.tokens[top].dep != "pobj" or tree.lower(above) not in {"in", "of"}:
                break
            if tree.tokens[above].dep != "prep" or tree.tokens[above].head == above:
                break
            top = tree.tokens[above].head
        if agent is None or not known:
            continue
        reading = Cue(lemma=token.lemma.lower(), stance=Stance.ASSERTS)
        rest = tree.subtree(top, without=[at, *tree.kids(token.head, "conj", "cc")])
        yield _relation(tree, {at}, at, rest, reading=reading, head=agent)
