"""Two texts measured as tellings of one: which sentences correspond, in order, and what they keep."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from firsthand.copies.retold.anchor_weights import Weighed, weighed
from firsthand.copies.retold.anchors import Told
from firsthand.copies.retold.ordered import Bead, Likenesses, Table, in_any_order, in_order

__all__ = ["Encode", "Retelling", "measured", "screened"]

Rows = npt.NDArray[np.float32]
Encode = Callable[[Told], Rows]
"""Gives one vector of length 1 for each sentence."""

LEAST = 0.4
"""Likeness of anchors and lengths from which two sentences may correspond."""

_BLUR = 0.7
"""Weight of anchors a sentence needs before their agreement counts half."""

VERBATIM = 0.5
"""Share of a sentence's runs of three words that stand in the other text, from which on it was copied
by its words. Sentences told over keep a tenth to a third (names with titles, amounts with units)."""

_LENGTH_SHARE = 0.2
_VARIANCE = 6.8
"""Of a sentence's length in characters, for each character of the other's (Gale & Church 1993, 3.1)."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Retelling:
    """How far one text tells what the other tells, sentence after sentence."""

    beads: tuple[Bead, ...]
    told_over: int
    """Beads that are no copy by their words. All the shares below leave sentences out that stand in
    the other text word for word, wherever: a borrowed paragraph is no retelling."""

    own_words: float
    """Words of the text that has fewer left then."""

    verbatim: float
    """Share of the words left out so, of the text that has less of them."""

    words_a: float
    """Share of a's words in sentences that correspond to one of b's, 0 to 1; words between
    quotation marks count a quarter, for an utterance is the same in independent reports."""

    words_b: float
    slots_a: float
    """Share of the numbers, dates and names of a, by weight, that the corresponding sentences of b
    have too."""

    slots_b: float
    all_words: float
    """Words that correspond, those that stand there word for word included, of the text that is
    covered less."""

    all_slots: float
    """The same for numbers, dates and names."""

    ordered: float
    """Of the sentences most alike whatever their place, the share that stands in one order."""

    @property
    def fewest(self) -> float:
        """Slots kept of the text that is covered less."""
        return min(self.slots_a, self.slots_b)

    @property
    def most(self) -> float:
        """Slots kept of the text that is covered better: the copy, where it is cut."""
        return max(self.slots_a, self.slots_b)

    @property
    def words(self) -> float:
        """Words that correspond, of the text that is covered less."""
        return min(self.words_a, self.words_b)


def screened(a: Told, b: Told) -> Retelling:
    """Measure by numbers, dates, names and lengths alone: no network, any two languages."""
    anchors = weighed(a, b)
    kinds = ((1, 1), (2, 1), (1, 2))
    tables = [_by_anchors(a, b, anchors, *kind) for kind in kinds]
    return _retelling(a, b, anchors, Likenesses(*tables), LEAST)


def measured(a: Told, b: Told, *, encode: Encode, least: float) -> Retelling:
    """Measure by sentence vectors, tempered by the numbers, dates and names of the sentences.

    Args:
        a: One text.
        b: The other.
        encode: Gives a vector a sentence, the same for both languages.
        least: Likeness from which two sentences may correspond: a property of the encoder.
    """
    anchors = weighed(a, b)
    rows_a, rows_b = encode(a), encode(b)
    tables = []
    for of_a, of_b in ((1, 1), (2, 1), (1, 2)):
        cosines = _together(rows_a, a.words, of_a) @ _together(rows_b, b.words, of_b).T
        agree, weight = _agreement(_held(anchors.a, of_a), _held(anchors.b, of_b))
        trust = 0.5 * weight / (weight + _BLUR)
        tables.append((1 - trust) * cosines.astype(np.float64) + trust * agree)
    return _retelling(a, b, anchors, Likenesses(*tables), least)


def _retelling(
    a: Told, b: Told, anchors: Weighed, likenesses: Likenesses, least: float
) -> Retelling:
    beads = in_order(likenesses, a.words, b.words, least=least)
    left_a, left_b = _left(a, b), _left(b, a)
    kept, both, over = 0.0, 0.0, 0
    reached_a: set[int] = set()
    reached_b: set[int] = set()
    for bead in beads:
        both += _common(anchors.a[bead.a : bead.a_end], anchors.b[bead.b : bead.b_end])
        mine = [i for i in range(bead.a, bead.a_end) if i in left_a]
        theirs = [j for j in range(bead.b, bead.b_end) if j in left_b]
        if not mine or not theirs:
            continue
        over += 1
        reached_a.update(mine)
        reached_b.update(theirs)
        kept += _common([anchors.a[i] for i in mine], [anchors.b[j] for j in theirs])
    free = in_any_order(likenesses, least=least)
    words_a, words_b = sum(a.words[i] for i in left_a), sum(b.words[j] for j in left_b)
    return Retelling(
        beads=beads,
        told_over=over,
        own_words=min(words_a, words_b),
        verbatim=1 - max(words_a / max(sum(a.words), 1e-9), words_b / max(sum(b.words), 1e-9)),
        words_a=sum(a.words[i] for i in reached_a) / max(words_a, 1e-9),
        words_b=sum(b.words[j] for j in reached_b) / max(words_b, 1e-9),
        slots_a=_of(kept, [anchors.a[i] for i in left_a]),
        slots_b=_of(kept, [anchors.b[j] for j in left_b]),
        all_words=min(
            sum(sum(a.words[bead.a : bead.a_end]) for bead in beads) / max(sum(a.words), 1e-9),
            sum(sum(b.words[bead.b : bead.b_end]) for bead in beads) / max(sum(b.words), 1e-9),
        ),
        all_slots=min(_of(both, anchors.a), _of(both, anchors.b)),
        ordered=_longest([j for _, j in free]) / max(1, len(free)),
    )


def _common(some: Sequence[Mapping[str, float]], others: Sequence[Mapping[str, float]]) -> float:
    """Weight of the anchors that both stretches have."""
    there = _union(others)
    return sum(weight for anchor, weight in _union(some).items() if anchor in there)


def _left(text: Told, other: Told) -> list[int]:
    """The sentences that do not stand in the other text word for word, ascending."""
    there = frozenset().union(*other.codes)
    return [
        index
        for index, codes in enumerate(text.codes)
        if len(codes & there) < VERBATIM * max(len(codes), 1)
    ]


def _by_anchors(a: Told, b: Told, anchors: Weighed, of_a: int, of_b: int) -> Table:
    agree, weight = _agreement(_held(anchors.a, of_a), _held(anchors.b, of_b))
    lengths_a, lengths_b = _lengths(a, of_a), _lengths(b, of_b)
    # Twice the deviation of faithful translations: newsrooms translate freely.
    off = (lengths_b[None, :] - lengths_a[:, None]) ** 2 / (_VARIANCE * lengths_a[:, None]) / 4
    by_anchors = agree * weight / (weight + _BLUR)
    found: Table = (1 - _LENGTH_SHARE) * by_anchors + _LENGTH_SHARE * np.exp(-off / 2)
    return found


def _agreement(
    some: Sequence[Mapping[str, float]], others: Sequence[Mapping[str, float]]
) -> tuple[Table, Table]:
    """Weight of what each two rows share, of all that they have, twice; and that weight."""
    anchors = sorted({anchor for row in (*some, *others) for anchor in row})
    place = {anchor: index for index, anchor in enumerate(anchors)}
    one, other = (np.zeros((len(rows), len(anchors))) for rows in (some, others))
    for table, rows in ((one, some), (other, others)):
        for index, row in enumerate(rows):
            for anchor, weight in row.items():
                table[index, place[anchor]] = weight
    both = one @ (other > 0).T
    weight = one.sum(axis=1)[:, None] + other.sum(axis=1)[None, :]
    return 2 * both / np.maximum(weight, 1e-9), weight


def _held(rows: Sequence[Mapping[str, float]], size: int) -> list[Mapping[str, float]]:
    return [_union(rows[index : index + size]) for index in range(len(rows) - size + 1)]


def _union(rows: Sequence[Mapping[str, float]]) -> Mapping[str, float]:
    return {anchor: weight for row in rows for anchor, weight in row.items()}


def _lengths(text: Told, size: int) -> Table:
    lengths = [float(span.end - span.start) for span in text.sentences]
    return np.array([sum(lengths[i : i + size]) for i in range(len(lengths) - size + 1)])


def _together(rows: Rows, words: Sequence[float], size: int) -> Rows:
    """The vectors of stretches of `size` sentences: the mean by words, of length 1."""
    if size == 1:
        return rows
    weight = np.array(words, dtype=np.float32)[:, None] + np.float32(1e-6)
    joined = rows[:-1] * weight[:-1] + rows[1:] * weight[1:]
    found: Rows = joined / np.maximum(np.linalg.norm(joined, axis=1, keepdims=True), 1e-9)
    return found


def _of(kept: float, rows: Sequence[Mapping[str, float]]) -> float:
    return min(1.0, kept / max(sum(sum(row.values()) for row in rows), 1e-9))


def _longest(places: Sequence[int]) -> int:
    """Length of the longest ascending series (Fredman 1975)."""
    ends: list[int] = []
    for place in places:
        index = int(np.searchsorted(ends, place))
        ends[index : index + 1] = [place]
    return len(ends)
