"""Texts told over in other words of the same language: when is it more than two reports of one event?

Two reporters at one event share facts, names and numbers as well. What they do not share is the
order and the completeness: of 184 pairs of different outlets on one event (BASIL, GVC) none but
copies keeps half of both texts' numbers, dates and names in corresponding sentences; texts told
over keep three fifths and more. Vectors say which sentences correspond; numbers, dates and names
decide.
"""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.copies.retold.anchors import Told
from firsthand.copies.retold.retellings import Encode, Retelling, measured, screened
from firsthand.domain import CopyManner, CopyRelation

__all__ = ["ONE_TEXT", "Bounds", "Judged", "cut_reworded", "holds", "part_reworded", "reworded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a retelling must reach. Counts and shares leave out what stands word for word in both."""

    told_over: int
    """Sentences, or pairs of them, that correspond."""

    fewest: float
    """Share of the numbers, dates and names kept, of the text of which less is kept."""

    most: float
    """The same of the other text."""

    words: float
    """Share of the words in corresponding sentences, of the text of which less corresponds."""

    ordered: float = 0.7
    """Of the sentences most alike, the share in one order. Reports of one speech reach it too."""

    own_words: float = 60.0
    """Words of either text at least: four short sentences about one accident are alike by chance."""


BY_VECTORS = Bounds(told_over=6, fewest=0.57, most=0.66, words=0.75, ordered=0.8)
"""Where vectors say which sentences correspond. 1,900 proposed pairs of different outlets in five
collections (BASIL, GVC, ECB+, a stream, AllSides): with six sentences and more at most .35 and .65; with
fewer .62 and .90 (a relay), .58 and .75 (one boxing match, told round by round). Invented retellings: .61
and .74, cut; .68 and .78; .75 and .87; .85 and .93."""

BY_ANCHORS = Bounds(told_over=6, fewest=0.65, most=0.75, words=0.8)
"""Where there are no vectors for the language."""

SHORT = Bounds(told_over=5, fewest=0.75, most=0.8, words=0.75, ordered=0.9)
"""Short texts with hardly anything left out. Of those 1,900 pairs none has its `fewest`."""

CREDITED = Bounds(told_over=5, fewest=0.45, most=0.6, words=0.6, ordered=0.8)
"""Where both texts name the same agency as theirs."""

CUT = Bounds(told_over=6, fewest=0.25, most=0.78, words=0.25, ordered=0.8)
"""A text told over and cut: nearly all of the shorter one is kept in order. Of the same 2,500 pairs
only one, of a copy, has its `most`."""

ONE_TEXT = Bounds(told_over=8, fewest=0.75, most=0.8, words=0.85, own_words=80.0)
"""From here on no credit is needed to call two texts one: eight sentences and more whose numbers and
names agree one after the other. Two newsrooms that tell one press release over in full reach it too,
and know no more than the release does."""

CUT_WORDS = 0.85
"""Words of the shorter text that must correspond then."""

MIXED = Bounds(told_over=3, fewest=0.4, most=0.5, words=0.45, ordered=0.85, own_words=50.0)
"""A text of which part stands word for word and part is told over: what the latter must reach."""

MIXED_VERBATIM = 0.2
"""Of either text, the words that stand in the other word for word."""

MIXED_WORDS = 0.74
MIXED_SLOTS = 0.62
"""And what both parts together must reach, of the text that is covered less. Own texts with borrowed
paragraphs reach .65 of the one or the other, in all five collections and in generated coverage."""

LOOK = 0.5
"""Anchors kept, by anchors alone, of the text of which more is kept, from which vectors are asked:
below it no retelling was found, and sentence vectors cost ten times as much as all else here."""

MINILM = 0.55
"""Likeness from which two sentences correspond by the shipped English vectors."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judged:
    """A pair that is a retelling, and on what grounds."""

    manner: CopyManner
    relation: CopyRelation
    """WHOLE only where the evidence is strong enough to make two texts one."""

    retelling: Retelling
    by_vectors: bool
    credit: str | None
    """The agency that both name as theirs, where that was part of the evidence."""


def reworded(
    a: Told,
    b: Told,
    *,
    encode: Encode | None,
    credit: str | None,
    least: float = MINILM,
) -> Judged | None:
    """Judge whether one of two texts of one language tells the other over, sentence by sentence.

    Args:
        a: One text.
        b: The other.
        encode: Sentence vectors for their language; None where there are none.
        credit: The agency that both name as theirs.
        least: Likeness from which sentences correspond with these vectors.

    Returns:
        None for two reports of one event, and where the evidence does not suffice.
    """
    found = screened(a, b)
    told = found.told_over >= CREDITED.told_over and found.most >= LOOK
    part = found.told_over >= MIXED.told_over and found.all_slots >= LOOK
    if not told and not part:
        return None
    if encode is not None:
        found = measured(a, b, encode=encode, least=least)
    bounds = BY_ANCHORS if encode is None else BY_VECTORS
    mixed = part_reworded(found)
    plain = (
        holds(found, bounds)
        or holds(found, SHORT)
        or mixed
        or (encode is not None and cut_reworded(found))
    )
    if not plain and not (credit is not None and holds(found, CREDITED)):
        return None
    one = credit is not None or mixed or holds(found, ONE_TEXT)
    return Judged(
        manner=CopyManner.REWORDED,
        relation=CopyRelation.WHOLE if one else CopyRelation.BLOCK,
        retelling=found,
        by_vectors=encode is not None,
        credit=credit,
    )


def holds(found: Retelling, bounds: Bounds) -> bool:
    """Whether a retelling reaches every bound."""
    return (
        found.told_over >= bounds.told_over
        and found.own_words >= bounds.own_words
        and found.fewest >= bounds.fewest
        and found.most >= bounds.most
        and found.words >= bounds.words
        and found.ordered >= bounds.ordered
    )


def part_reworded(found: Retelling) -> bool:
    """Whether part of a text was copied by its words, part told over, and both make all of it."""
    return (
        holds(found, MIXED)
        and found.verbatim >= MIXED_VERBATIM
        and found.all_words >= MIXED_WORDS
        and found.all_slots >= MIXED_SLOTS
    )


def cut_reworded(found: Retelling) -> bool:
    """Whether nearly all of the shorter text stands, told over and in order, in the longer one."""
    return holds(found, CUT) and max(found.words_a, found.words_b) >= CUT_WORDS
