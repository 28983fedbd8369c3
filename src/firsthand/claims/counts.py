"""What a bare number counts, taken from its own clause or from the count told just before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from firsthand.domain import Quantity, Reading
from firsthand.tables.claimwords import claimwords

__all__ = ["counting", "inherited", "named"]

_SUBJECTS = ("nsubj", "nsubjpass")


def named(
    quantities: Iterable[Quantity], reading: Reading, words: Sequence[int]
) -> tuple[Quantity, ...]:
    """`quantities`, a bare one with the noun that the subject of its clause says is numbered.

    "The number of missing fell to 17" counts the missing, "the death toll reached 6" the dead.

    Args:
        quantities: Of one clause.
        reading: The article with its layers.
        words: Indices of the clause's tokens, ascending.
    """
    tokens = reading.tokens
    noun = None
    for i in words:
        if tokens[i].lemma.lower() in claimwords().tallies and tokens[i].dep in _SUBJECTS:
            below = [k for k in words if tokens[k].head == i]
            objects = [k for k in words if tokens[k].dep == "pobj" and tokens[k].head in below]
            before = [k for k in below if tokens[k].dep in ("compound", "amod") and k < i]
            chosen = objects or before
            noun = tokens[chosen[-1]].lemma.lower() if chosen else None
    return tuple(
        replace(q, noun=noun) if noun and q.noun is None and q.unit is None else q
        for q in quantities
    )


def counting(lemma: str) -> bool:
    """Whether a verb does nothing with a number but give it ("counted 31", "rose to 31")."""
    return lemma in claimwords().counting


def inherited(
    quantities: Sequence[Quantity], before: Sequence[Quantity]
) -> tuple[Quantity, ...] | None:
    """A lone bare number with the counted noun of the count told just before it.

    Args:
        quantities: Of the clause in question.
        before: Of the clause told last in the same paragraph.

    Returns:
        None where there is nothing to inherit, or more than one noun to choose from.
    """
    if len(quantities) != 1 or quantities[0].noun or quantities[0].unit:
        return None
    nouns = sorted({q.noun for q in before if q.noun and q.unit is None})
    return (replace(quantities[0], noun=nouns[0]),) if len(nouns) == 1 else None
