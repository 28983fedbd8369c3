"""Find the turns of a printed conversation: a name, a colon, and what was said."""

from __future__ import annotations

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


def of_turns(tree: Tree) -> list[Relation]:
    """Give each turn; empty unless the text prints a conversation."""
    cue = Cue(lemma=":", stance=Stance.ASSERTS)
    found = []
    paragraphs: dict[int, tuple[int, int]] = {}
    for sentence in tree.sentences:
        if sentence.zone is ZoneKind.BODY:
            first, _ = paragraphs.get(sentence.paragraph, (sentence.first, 0))
            paragraphs[sentence.paragraph] = (first, sentence.last)
    for _, (first, last) in sorted(paragraphs.items()):
        colon = next(
            (
                at
                for at in range(first + 1, min(first + 1 + _LONGEST_NAME, last - 1))
                if tree.word(at) == ":"
            ),
            None,
        )
        if colon is None or not _a_name(tree, range(first, colon)):
            continue
        found.append(
            Relation(
                anchor=colon,
                cue=frozenset({colon}),
                source=frozenset(range(first, colon)),
                source_head=colon - 1,
                content=frozenset(range(colon + 1, last)),
                reading=cue,
                rule="a printed conversation names the speaker before a colon",
            )
        )
    names = {
        tree.text[tree.tokens[min(one.source)].start : tree.tokens[one.anchor].start]
        for one in found
    }
    return found if len(found) > _FEWEST and len(names) < len(found) else []


def _a_name(tree: Tree, tokens: range) -> bool:
    return all(
        tree.word(at)[0].isupper()
        and (tree.tokens[at].pos in {"PROPN", "NOUN"} or tree.word(at).isupper())
        for at in tokens
    )


def with_turns(marks: tuple[Quoted, ...], turns: list[Relation]) -> tuple[Quoted, ...]:
    """Add turns to an article's quotations; what is quoted within a turn is part of it."""
    spoken = [Quoted(min(one.content), max(one.content) + 1, utterance=True) for one in turns]
    kept = [
        each
        for each in marks
        if not any(turn.first <= each.first and each.last <= turn.last for turn in spoken)
    ]
    return tuple(sorted([*kept, *spoken], key=lambda each: (each.first, each.last)))
