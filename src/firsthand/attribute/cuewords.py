"""Match the words of a cue with the table of what speakers do by them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.attribute.shapes import VERBAL
from firsthand.attribute.tree import Tree
from firsthand.tables.stances import StanceCue, stances

__all__ = ["Match", "matches"]

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

_TELLING = frozenset({"future", "order", "noted", "question", "gerund"})
"""Shapes that tell more than "clause" and "phrase" do, which they may go with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One row of the table found in a text."""

    cue: StanceCue
    at: tuple[int, ...]
    """The tokens, ascending."""


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


def _goes_on(tree: Tree, at: int, word: str) -> bool:
    """Whether a token is the next word of a phrase; verbs in the form the table has ("be believed")."""
    token = tree.tokens[at]
    return tree.lower(at) == word or (token.pos != "VERB" and token.lemma.lower() == word)


def _forms(tree: Tree, at: int) -> tuple[str, ...]:
    """The word's lemma, the word, and, for a verb, what rules make of it that know no "hoped".

    Lemmatisers by rule give "hop" for "hoped" and "rat" for "rated".
    """
    lemma, word = tree.tokens[at].lemma.lower(), tree.lower(at)
    forms = [lemma, word]
    if tree.tokens[at].pos == "VERB":
        forms += [f"{word.removesuffix(end)}e" for end in ("ed", "es", "ing") if word.endswith(end)]
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
                if _goes_on(tree, other, word)
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
        return token.pos in VERBAL and token.dep not in {"aux", "auxpass"}
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
    if len(one.at) > 1 or tree.tokens[at].pos != "NOUN":
        return False
    others = [other for other in found if other is not one]
    if tree.tokens[at].dep == "compound":
        return any(tree.tokens[at].head in other.at for other in others)
    return tree.tokens[at].dep in {"pobj", "npadvmod", "dobj"} and any(
        not other.cue.light and tree.tokens[other.at[0]].pos == "VERB" for other in others
    )
