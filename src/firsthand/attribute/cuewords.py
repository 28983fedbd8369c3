"""Match the words of a cue with the table of what speakers do by them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.attribute.relation import Relation
from firsthand.attribute.tree import Tree
from firsthand.tables.stances import StanceCue, stances

__all__ = ["Match", "main_verb", "matches", "negations", "shape_of"]

_REACH = 4
"""Tokens beside the cue in which a fixed phrase may go on ("take" … "issue with")."""

_GAP = 3
"""Words that may stand between two words of a phrase ("made it very clear")."""

_TURNS_GAP = 1
"""The same for words that negate what they govern ("has yet publicly to")."""

_THIN = frozenset(
    {
        *(
            "a",
            "an",
            "the",
            "that",
            "it",
            "no",
            "not",
            "be",
            "to",
            "of",
            "on",
            "in",
            "at",
            "by",
            "for",
        ),
        *("with", "from", "about", "over", "as", "up", "out", "off", "down", "against"),
    }
)
"""Words that alone in the cue do not make a phrase part of it."""

_VERBAL = frozenset({"VERB", "AUX"})
_ASKING = frozenset(
    {"whether", "if", "who", "what", "when", "where", "why", "how", "which", "whom"}
)
_FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "’d", "'d"})
_PERHAPS = frozenset({"may", "might", "could"})
_NEGATIVE = frozenset(
    {"not", "n't", "n’t", "never", "neither", "nor", "hardly", "scarcely", "barely"}
)
_NOBODY = frozenset({"nobody", "none", "neither", "no-one"})
_TELLING = frozenset({"future", "order", "noted", "question"})
"""Shapes that tell more than "clause" and "phrase" do, which they may go with."""

_MERELY = frozenset({"only", "just", "merely", "simply", "least"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One row of the table found in a text."""

    cue: StanceCue
    at: tuple[int, ...]
    """The tokens, ascending."""


def main_verb(tree: Tree, content: frozenset[int]) -> int | None:
    """The verb that heads what is said, in its first sentence that has one; None where none does."""
    for at in sorted(content):
        token = tree.tokens[at]
        if token.pos not in _VERBAL or token.dep in {"aux", "auxpass"}:
            continue
        if token.head == at or token.head not in content:
            return at
    return None


def _finite(tree: Tree, verb: int) -> bool:
    token = tree.tokens[verb]
    if tree.kids(verb, "aux") and any(tree.lower(kid) == "to" for kid in tree.kids(verb, "aux")):
        return False
    if token.tag in _FINITE:
        return True
    if any(tree.tokens[kid].tag in _FINITE for kid in tree.kids(verb, "aux", "auxpass")):
        return True
    return token.tag == "VBN" and tree.subject(verb) is not None


def shape_of(tree: Tree, found: Relation) -> frozenset[str]:
    """What kind of content it is, in the words the table's `when` uses; empty for none."""
    content = found.content
    words = [at for at in sorted(content) if tree.is_word(at)]
    if not words:
        return frozenset()
    shapes: set[str] = set()
    if tree.lower(words[0]) in _ASKING or any(
        tree.word(at) == "?" for at in range(words[-1], min(words[-1] + 2, len(tree.tokens)))
    ):
        shapes.add("question")
    if any(
        tree.lower(at) == "as" and tree.tokens[at].head not in content and at != words[0]
        for at in words
    ):
        shapes.add("noted")
    verb = main_verb(tree, content)
    if verb is None:
        return frozenset(shapes | {"phrase"})
    auxiliaries = {tree.lower(kid) for kid in tree.kids(verb, "aux")}
    if _finite(tree, verb):
        shapes.add("clause")
        if _coming(tree, verb, auxiliaries):
            shapes.add("future")
    elif "to" in auxiliaries:
        before = [
            at for at in words if at < verb and tree.tokens[at].pos in {"NOUN", "PROPN", "PRON"}
        ]
        shapes.add("order" if before else "infinitive")
    else:
        shapes.add("phrase")
    return frozenset(shapes)


def _coming(tree: Tree, verb: int, auxiliaries: set[str]) -> bool:
    """Whether a clause tells of what is to come: "will leave", "may break out", "is due to leave"."""
    if auxiliaries & _FUTURE:
        return True
    if auxiliaries & _PERHAPS:  # "may be responsible", "may have left" are of now and the past
        return "have" not in auxiliaries and tree.tokens[verb].lemma not in {"be", "have"}
    if tree.lower(verb) in {"going", "due", "expected", "set"}:
        return bool(tree.kids(verb, "xcomp"))
    return any(
        tree.lower(at) in {"likely", "due", "set", "bound", "poised"} and tree.kids(at, "xcomp")
        for at in tree.kids(verb, "acomp", "oprd")
    )


def matches(
    tree: Tree, cue: Iterable[int], *, shape: frozenset[str], before: int | None = None
) -> list[Match]:
    """The rows of the table that the words of a cue match, by position.

    Args:
        tree: The parse.
        cue: The cue's tokens.
        shape: Of the content, from `shape_of`.
        before: A token; words that negate what they govern also count when they stand right
            before it, outside the cue ("refused to" before "say").

    Returns:
        At most one row for each first token; a match that a longer one covers is left out.
    """
    held = frozenset(cue)
    if not held:
        return []
    table = stances().cues
    sentence = tree.sentence(min(held))
    first, last = (
        (sentence.first, sentence.last) if sentence is not None else (min(held), max(held) + 1)
    )
    low, high = (
        max(first, min(held) - _REACH),
        min(max(last, max(held) + 1), max(held) + 1 + _REACH),
    )
    found: list[Match] = []
    for at in range(low, high):
        rows = [row for key in _forms(tree, at) for row in table.get(key, ())]
        best: Match | None = None
        for row in rows:
            if row.when is not None and row.when not in shape:
                continue
            where = _where(tree, row, at, high)
            if where is None or not _belongs(tree, row, where, held, before):
                continue
            one = Match(cue=row, at=where)
            if best is None or _rank(one) > _rank(best):
                best = one
        if best is not None:
            found.append(best)
    return [
        one
        for one in found
        if not any(set(one.at) < set(other.at) for other in found)
        and not _of_occasion(tree, one, found)
    ]


def _forms(tree: Tree, at: int) -> tuple[str, ...]:
    """The word's lemma, the word, and, for a verb, what rules make of it that know no "hoped".

    Lemmatisers by rule give "hop" for "hoped" and "rat" for "rated".
    """
    lemma, word = tree.tokens[at].lemma.lower(), tree.lower(at)
    forms = [lemma, word]
    if tree.tokens[at].pos == "VERB":
        for ending in ("ed", "es", "ing"):
            if word == lemma + (lemma[-1:] if ending != "es" else "") + ending:
                break  # "stopped": the consonant is doubled
            if word.endswith(ending) and word != lemma:
                forms.insert(0, word[: -len(ending)] + "e")
    return tuple(dict.fromkeys(forms))


def _rank(one: Match) -> tuple[int, int, bool]:
    when = one.cue.when
    return (len(one.at), 0 if when is None else 1 + (when in _TELLING), not one.cue.light)


def _where(tree: Tree, row: StanceCue, at: int, high: int) -> tuple[int, ...] | None:
    if row.pos is not None and len(row.words) == 1 and not _is_a(tree, at, row.pos):
        return None
    where = [at]
    for word in row.words[1:]:
        start = where[-1] + 1
        gap = _TURNS_GAP if row.turns else _GAP
        nearest = next(
            (
                other
                for other in range(start, min(start + 1 + gap, high))
                if word in _forms(tree, other)
            ),
            None,
        )
        if nearest is None or any(not tree.is_word(other) for other in range(start, nearest)):
            return None
        where.append(nearest)
    return tuple(where)


def _is_a(tree: Tree, at: int, pos: str) -> bool:
    token = tree.tokens[at]
    if pos == "VERB":
        return token.pos in _VERBAL and token.dep not in {"amod", "aux", "auxpass"}
    if pos == "ADJ":  # participles used as adjectives are tagged as verbs as often as not
        return token.pos in {"ADJ", "VERB"} and token.tag not in {"VBD", "VBZ", "VBP", "VB"}
    return token.pos == pos


def _belongs(
    tree: Tree, row: StanceCue, where: tuple[int, ...], held: frozenset[int], before: int | None
) -> bool:
    if any(at in held and tree.tokens[at].lemma.lower() not in _THIN for at in where):
        return True
    if len(where) == 1 and where[0] in held:
        return True
    if not row.turns or before is None or where[-1] >= before:
        return False
    between = range(where[-1] + 1, before)
    return all(
        tree.tokens[at].pos in {"PART", "ADV"} or tree.lower(at) in {"to", "even", "have", "be"}
        for at in between
    )


def _of_occasion(tree: Tree, one: Match, found: list[Match]) -> bool:
    """Whether a word only tells where or how it was said ("said in a phone call", "sharp critical words")."""
    at = one.at[0]
    if tree.tokens[at].dep == "amod":
        return any(other.at[0] == tree.tokens[at].head for other in found)
    return (
        len(one.at) == 1
        and tree.tokens[at].pos == "NOUN"
        and tree.tokens[at].dep in {"pobj", "compound", "npadvmod"}
        and any(
            not other.cue.light and tree.tokens[other.at[0]].pos == "VERB"
            for other in found
            if other is not one
        )
    )


def negations(tree: Tree, head: int, *, cue: frozenset[int], besides: frozenset[int]) -> list[int]:
    """The words that negate the reporting word `head`.

    Args:
        tree: The parse.
        head: The reporting word.
        cue: The cue's tokens.
        besides: Tokens of the phrase itself, which do not count ("no comment").
    """
    heads = {head}
    above = head
    while tree.tokens[above].dep in {
        "xcomp",
        "pcomp",
        "acomp",
        "dobj",
        "attr",
        "prep",
        "pobj",
        "oprd",
    }:
        above = tree.tokens[above].head
        if above in heads:
            break
        if (
            tree.tokens[above].pos in _VERBAL
            and above not in cue
            and tree.tokens[head].pos == "VERB"
        ):
            break
        heads.add(above)
    heads |= _joined(tree, above)
    found = set()
    for each in sorted(heads):
        for kid in tree.children[each]:
            word = tree.lower(kid)
            if kid in besides or tree.lower(min(kid + 1, len(tree.tokens) - 1)) in _MERELY:
                continue
            if word in _NEGATIVE and (kid < each or kid in cue or tree.tokens[each].pos == "AUX"):
                found.add(kid)
            if word == "no" and tree.tokens[each].pos == "NOUN":
                found.add(kid)
            if tree.tokens[kid].dep in {"nsubj", "nsubjpass"} and _is_nobody(tree, kid):
                found.add(kid)
    pair = {"neither", "nor"}
    paired = [at for at in sorted(found) if tree.lower(at) in pair]
    return sorted(found - set(paired[1:]))


def _joined(tree: Tree, verb: int) -> set[int]:
    """The verb before "or" or "nor" whose negation is shared: "did not confirm or deny"."""
    token = tree.tokens[verb]
    if token.dep != "conj" or token.head >= verb or tree.tokens[token.head].pos not in _VERBAL:
        return set()
    links = [tree.lower(at) for at in range(token.head + 1, verb)]
    shared = {"or", "nor"} & set(links)
    return {token.head} if shared and tree.subject(verb) is None else set()


def _is_nobody(tree: Tree, subject: int) -> bool:
    if tree.lower(subject) in _NOBODY:
        return True
    return any(tree.lower(kid) in {"no", "neither"} for kid in tree.kids(subject, "det", "preconj"))
