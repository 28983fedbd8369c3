"""Whether a clause puts a proposition at all, and how it reads with the subject it leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.claims.clauses import Clause
from firsthand.domain import Stance, Statement, Token
from firsthand.tables.claimwords import claimwords

__all__ = ["antecedent", "is_finite", "puts_something"]

_FINITE = ("VBD", "VBP", "VBZ", "MD")
_RELATIVE = ("WDT", "WP", "WP$")
_ASKING = ("WRB", "WP", "WDT")
_NAMED_WITH_CUE = (Stance.DEMANDS, Stance.DESCRIBES, Stance.DECLINES, Stance.DENIES)
"""Stances whose cue makes a claim of what is no clause: "called for a truce", "declined to say"."""

_FEWEST_NAMED = 2
"""Words with content from which a noun phrase after a cue is told ("confirmed the deployment")."""

_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")


def is_finite(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether the clause has a verb in the present or past, or an auxiliary that is."""
    if clause.has_subject and tokens[clause.head].tag == "VBN":
        return True  # a past tense that the tagger takes for a participle
    return any(tokens[i].tag in _FINITE for i in clause.words)


def puts_something(tokens: Sequence[Token], clause: Clause, statement: Statement | None) -> bool:
    """Whether anybody holds what the clause says.

    Conditions ("if the board does not vote"), indirect questions ("where boats might land"),
    times told by a clause ("before the ship sailed") and bare names hold nothing. In the outlet's
    own voice only a clause with a subject and a finite verb does; of a speaker, also what the cue
    makes a claim of: demands, labels, and noun phrases that say enough.
    """
    stance = statement.stance if statement is not None else Stance.ASSERTS
    if stance is Stance.DECLINES:
        return True
    if _held_open(tokens, clause, spoken=statement is not None):
        return False
    finite = is_finite(tokens, clause)
    if statement is None:
        return finite and bool(clause.subject) and (clause.has_subject or _joins(tokens, clause))
    if finite and (clause.subject or clause.has_subject):
        return True
    if stance in _NAMED_WITH_CUE or any(tokens[i].pos == "VERB" for i in clause.words):
        return True
    return sum(tokens[i].pos in _CONTENT for i in clause.words) >= _FEWEST_NAMED


def _held_open(tokens: Sequence[Token], clause: Clause, *, spoken: bool) -> bool:
    """Whether the clause's own first word makes it a condition, a question or a mere time."""
    first = tokens[clause.words[0]]
    word = first.lemma.lower()
    if first.head != clause.head or word == "that":
        return False
    table = claimwords()
    if first.dep == "mark" or first.pos == "SCONJ":
        return word in table.time_marks or (
            word in table.conditions and not (spoken and word == "whether")
        )
    if tokens[clause.head].dep == "relcl":
        return False
    return first.tag in _ASKING and not (spoken and word in table.telling_how)


def _joins(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether the clause goes on about the subject of the clause before ("… and then left")."""
    return tokens[clause.head].dep in ("conj", "relcl", "ROOT")


def antecedent(tokens: Sequence[Token], clause: Clause) -> tuple[int, ...]:
    """What the relative pronoun that is the subject of the clause stands for, as token indices.

    Returns:
        The noun with what stands before it and with short phrases behind it; empty where the
        subject is no relative pronoun or its noun is not known.
    """
    if tokens[clause.head].dep != "relcl" or not any(
        tokens[i].tag in _RELATIVE or tokens[i].lemma.lower() == "that" for i in clause.subject
    ):
        return ()
    noun = tokens[clause.head].head
    if tokens[noun].pos not in ("NOUN", "PROPN"):
        return ()
    start = min(clause.words)
    first = noun
    while first > 0 and _within(tokens, first - 1, noun):
        first -= 1
    last = noun
    while last + 1 < start and tokens[last + 1].pos != "PUNCT" and _within(tokens, last + 1, noun):
        last += 1
    return tuple(range(first, last + 1)) if last < start else ()


def _within(tokens: Sequence[Token], i: int, noun: int) -> bool:
    """Whether token `i` hangs on the noun, over at most four steps."""
    for _ in range(4):
        if tokens[i].dep == "relcl":
            return False
        if i == noun:
            return True
        if tokens[i].head == i:
            return False
        i = tokens[i].head
    return i == noun
