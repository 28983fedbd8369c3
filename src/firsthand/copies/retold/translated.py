"""Texts told over in another language: numbers, dates and names in one order, sentence by sentence.

No multilingual network ships with the package, so what is read is what every language writes alike:
figures, months, days, the sound of names, the lengths of sentences (Gale & Church 1993). Where
vectors for both languages are at hand they say which sentences correspond.
"""

from __future__ import annotations

from firsthand.copies.retold.anchors import Told
from firsthand.copies.retold.retellings import Encode, measured, screened
from firsthand.copies.retold.reworded import ONE_TEXT, Bounds, Judged, holds
from firsthand.domain import CopyManner, CopyRelation

__all__ = ["translated"]

NEARLY_ALL = Bounds(told_over=6, fewest=0.68, most=0.75, words=0.85, own_words=50.0)
"""Without vectors. Invented translations keep .79 and more of both texts, cut ones .65; reports in
two languages of people who were there themselves .63 at most."""

BY_VECTORS = Bounds(told_over=6, fewest=0.6, most=0.68, words=0.8, own_words=50.0)

CREDITED = Bounds(told_over=5, fewest=0.5, most=0.6, words=0.7, own_words=50.0)


def translated(
    a: Told, b: Told, *, encode: Encode | None, credit: str | None, least: float
) -> Judged | None:
    """Judge whether one of two texts is a translation of the other.

    Args:
        a: One text.
        b: The other, in another language.
        encode: Vectors in which sentences of both languages are alike; None where there are none.
        credit: The agency that both name as theirs.
        least: Likeness from which sentences correspond with these vectors.

    Returns:
        None for two reports of one event, and where the evidence does not suffice.
    """
    found = screened(a, b)
    if found.told_over < CREDITED.told_over or found.most < CREDITED.fewest:
        return None
    if encode is not None:
        found = measured(a, b, encode=encode, least=least)
    whole = holds(found, ONE_TEXT)
    plain = whole or holds(found, NEARLY_ALL if encode is None else BY_VECTORS)
    if not plain and not (credit is not None and holds(found, CREDITED)):
        return None
    one = whole or credit is not None
    return Judged(
        manner=CopyManner.TRANSLATED,
        relation=CopyRelation.WHOLE if one else CopyRelation.BLOCK,
        retelling=found,
        by_vectors=encode is not None,
        credit=credit,
    )
