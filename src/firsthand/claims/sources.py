"""Which of a claim's mentions its wording may be taken from: the text copied before its copies."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.claims.units import Unit
from firsthand.domain import ArticleId, CopyLink, CopyManner, CopyRelation

__all__ = ["wordable"]


def wordable(
    worded: Sequence[int], found: Sequence[Unit], links: Sequence[CopyLink]
) -> tuple[int, ...]:
    """The mentions whose words may stand for the claim.

    A text taken over in other words, or translated, never words a claim that a text taken over
    word for word, or the one copied, has too. Among word-for-word copies the text copied is
    taken, where it is known and has the claim.

    Args:
        worded: Indices into `found`, at least one.
        found: The units of a story.
        links: Its copy links.

    Returns:
        Those of `worded` that remain, in the same order; never none.
    """
    articles = {found[i].passage.article for i in worded}
    whole = [
        link
        for link in links
        if link.relation is CopyRelation.WHOLE and {link.original, link.copy} <= articles
    ]
    retold = _retold(whole)
    repeated = {
        link.copy
        for link in whole
        if link.manner is CopyManner.WORDS
        and link.direction_basis is not None
        and link.original not in retold
    }
    for left_out in (retold | repeated, retold):
        kept = tuple(i for i in worded if found[i].passage.article not in left_out)
        if kept:
            return kept
    return tuple(worded)


def _retold(whole: Sequence[CopyLink]) -> set[ArticleId]:
    """The texts that tell another in other words.

    Where the direction of a retelling is not known, the text that others have word for word is
    not the retelling, if the other one stands alone.
    """
    shared = {
        name
        for link in whole
        if link.manner is CopyManner.WORDS
        for name in (link.original, link.copy)
    }
    retold = set()
    for link in whole:
        if link.manner is CopyManner.WORDS:
            continue
        if link.direction_basis is not None:
            retold.add(link.copy)
        elif (link.original in shared) != (link.copy in shared):
            retold.add(link.copy if link.original in shared else link.original)
    return retold
