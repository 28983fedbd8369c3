"""Find the turns of a printed conversation: a name, a colon, and what was said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from firsthand.attribute.quotes import Quoted
from firsthand.attribute.relation import Relation
from firsthand.attribute.tree import Tree
from firsthand.domain import Stance, ZoneKind
from firsthand.tables.cues import Cue

__all__ = ["of_turns", "with_turns"]

_LONGEST_NAME = 5
"""Tokens before the colon: "DR. ADA OKOYE:"."""

_FEWEST = 2
"""A single paragraph with a name and a colon is more often a label ("Turku: ferry delayed")."""

_ASKS = frozenset({"q", "q.", "question", "frage"})
_ANSWERS = frozenset({"a", "a.", "answer", "antwort"})


def of_turns(tree: Tree) -> list[Relation]:
    """Give each turn; empty unless the text prints a conversation.

    Behind "Q:" somebody asks, who asserts nothing: no turn. Behind "A:" nobody is named: a turn
    without a source.
    """
    paragraphs: dict[int, tuple[int, int]] = {}
    for sentence in tree.sentences:
        if sentence.zone is ZoneKind.BODY:
            first, _ = paragraphs.get(sentence.paragraph, (sentence.first, 0))
            paragraphs[sentence.paragraph] = (first, sentence.last)
    found = [
        turn
        for _, (first, last) in sorted(paragraphs.items())
        if (turn := _turn(tree, first, last)) is not None
    ]
    names = {" ".join(tree.word(at) for at in sorted(one.source)) for one in found}
    if len(found) <= _FEWEST or len(names) == len(found):
        return []
    return [_unnamed(tree, one) for one in found if not _is_letter(tree, one, _ASKS)]


def _turn(tree: Tree, first: int, last: int) -> Relation | None:
    while first < last and not tree.is_word(first):
        first += 1
    colon = next(
        (
            at
            for at in range(first + 1, min(first + 1 + _LONGEST_NAME, last - 1))
            if tree.word(at)[-1] == ":" and not tree.is_word(at)
        ),
        None,
    )
    if colon is None or not _a_name(tree, [at for at in range(first, colon) if tree.is_word(at)]):
        return None
    return Relation(
        anchor=colon,
        cue=frozenset({colon}),
        source=frozenset(range(first, colon)),
        source_head=max(at for at in range(first, colon) if tree.is_word(at)),
        content=frozenset(range(colon + 1, last)),
        reading=Cue(lemma=":", stance=Stance.ASSERTS),
        rule="a printed conversation names the speaker before a colon",
    )


def _is_letter(tree: Tree, one: Relation, letters: frozenset[str]) -> bool:
    return " ".join(tree.lower(at) for at in sorted(one.source)) in letters


def _unnamed(tree: Tree, one: Relation) -> Relation:
    if not _is_letter(tree, one, _ANSWERS):
        return one
    return replace(one, source=frozenset(), source_head=None)


def _a_name(tree: Tree, tokens: Sequence[int]) -> bool:
    return all(
        tree.word(at)[0].isupper()
        and (tree.tokens[at].pos in {"PROPN", "NOUN", "DET", "X"} or tree.word(at).isupper())
        for at in tokens
    )


def with_turns(marks: tuple[Quoted, ...], turns: list[Relation]) -> tuple[Quoted, ...]:
    """Add turns to an article's quotations; marks within a turn, or around its label, are part of it."""
    spoken = [Quoted(min(one.content), max(one.content) + 1, utterance=True) for one in turns]
    begins = [turn.first for turn in spoken]
    kept = []
    for each in marks:
        at = bisect_left(begins, each.last)
        if at == 0 or spoken[at - 1].last <= each.first:
            kept.append(each)
    return tuple(sorted([*kept, *spoken], key=lambda each: (each.first, each.last)))
