"""Which of many pairs are whole copies, by what their runs cover, and the groups they make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from firsthand.copies.alignment import Worded
from firsthand.copies.groups import SUPPORT
from firsthand.copies.laying import Brief, Ints, Runs, lay, no_runs, together
from firsthand.copies.relations import Thresholds, laid, relation
from firsthand.copies.strangers import OWN_WORDS
from firsthand.domain import CopyRelation

__all__ = ["Covered", "Judged", "Texts", "closed", "covered", "supported", "wholes"]

Shares = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

SOLID = 0.75
"""Share of *both* texts from which they are one whatever else is known of either: their copies need
not be laid beside each other."""

_SIDES: tuple[Literal["left"], Literal["right"]] = ("left", "right")

_AT_ONCE = 1 << 16
"""Pairs whose runs are held at once."""

ROUNDS = 4
"""How often each article is laid beside the one that it shares most with, and pairs that have
become one text meanwhile are left out, before all other pairs are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Texts:
    """The shingle codes of all articles and where each begins and ends among them."""

    codes: Brief
    marked: npt.NDArray[np.bool_]
    """For each code, whether its first word stands in a paragraph with quotation marks."""

    edges: tuple[Ints, Ints]
    words: Ints
    """Words of each article."""

    worded: Callable[[int], Worded]
    """Gives an article cut into words."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judged:
    """All pairs that were laid side by side, and the groups of articles that are one text."""

    first: Ints
    second: Ints
    share_a: Shares
    share_b: Shares
    whole: Flags
    unsure: Flags
    runs: Runs
    """Of the pairs that are unsure, by row of the columns above."""

    groups: Ints
    """For each article, the lowest number of its group."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Covered:
    """What the runs of each pair cover of both texts."""

    share_a: Shares
    """Share of the first text's words that stand in the second."""

    share_b: Shares
    whole: Flags
    """Whether so much of both is covered, or of one with the other's opening, that they are one."""

    unsure: Flags
    """Whether enough of one is covered for a cut copy, and the rest has to be looked at."""


def wholes(
    texts: Texts, homes: Ints, pairs: tuple[Ints, Ints, Ints], thresholds: Thresholds
) -> Judged:
    """Lay the pairs side by side, those that share most first, and close the whole copies.

    Args:
        texts: All articles.
        homes: For each article, the lowest number among those with the very same words.
        pairs: Lower number, higher number, samples shared, from `crowds.alike`.
        thresholds: Where one relation ends and the next begins.
    """
    same = np.flatnonzero(homes != np.arange(len(homes)))
    first, second, shared = pairs
    found = [_identical(homes, same)]
    shorter = np.minimum(texts.words[first], texts.words[second])
    order = np.lexsort((second, first, -shared / np.maximum(1, shorter)))
    first, second = first[order], second[order]
    before = len(same)
    for step in range(ROUNDS + 1):
        apart = homes[first] != homes[second]
        first, second = first[apart], second[apart]
        if not len(first):
            break
        _, now = np.unique(homes[second], return_index=True)
        if step == ROUNDS:
            now = np.arange(len(first))
        part, solid = _laid(texts, first[now], second[now], thresholds, before)
        before += len(now)
        found.append(part)
        homes = closed(homes, part.first[solid], part.second[solid])
        rest = np.ones(len(first), dtype=np.bool_)
        rest[now] = False
        first, second = first[rest], second[rest]
    judged = _closed(_together(found, homes))
    return _closed(_sure(texts, judged, thresholds)) if judged.unsure.any() else judged


def _closed(judged: Judged) -> Judged:
    share = np.maximum(judged.share_a, judged.share_b)
    homes = supported(judged.groups, judged.first, judged.second, share, whole=judged.whole)
    return replace(judged, groups=homes)


def _identical(homes: Ints, same: Ints) -> Judged:
    ones = np.ones(len(same))
    return Judged(
        first=homes[same],
        second=same,
        share_a=ones,
        share_b=ones,
        whole=ones > 0,
        unsure=ones < 0,
        runs=no_runs(),
        groups=homes,
    )


def _laid(
    texts: Texts, first: Ints, second: Ints, thresholds: Thresholds, before: int
) -> tuple[Judged, Flags]:
    """Some pairs side by side; `before` rows go ahead of them. Also which of them are solid."""
    order = np.lexsort((second, first))
    first, second = first[order], second[order]
    parts, solids, rows = [], [], []
    for start in range(0, len(first), _AT_ONCE):
        a, b = first[start : start + _AT_ONCE], second[start : start + _AT_ONCE]
        runs = lay(texts.codes, texts.edges, a, b)
        part = covered(runs, texts.words[a], texts.words[b], thresholds)
        solid = part.whole & (np.minimum(part.share_a, part.share_b) >= SOLID)
        parts.append(part)
        solids.append(solid)
        rows.append(runs.rows(np.flatnonzero(part.unsure[runs.pair])).shifted(before + start))
    judged = Judged(
        first=first,
        second=second,
        share_a=np.concatenate([part.share_a for part in parts]),
        share_b=np.concatenate([part.share_b for part in parts]),
        whole=np.concatenate([part.whole for part in parts]),
        unsure=np.concatenate([part.unsure for part in parts]),
        runs=together(rows),
        groups=first,
    )
    return judged, np.concatenate(solids)


def _sure(texts: Texts, judged: Judged, thresholds: Thresholds) -> Judged:
    """The pairs that what is covered leaves open, judged one by one."""
    apart = judged.groups[judged.first] != judged.groups[judged.second]
    open_ = np.flatnonzero(judged.unsure & apart)
    starts, ends = (np.searchsorted(judged.runs.pair, open_, side=side) for side in _SIDES)
    whole = judged.whole.copy()
    for row, start, end in zip(open_.tolist(), starts.tolist(), ends.tolist(), strict=True):
        a, b = (texts.worded(int(side[row])) for side in (judged.first, judged.second))
        pair = laid(a, b, judged.runs.of(start, end), thresholds)
        whole[row] = relation(pair, thresholds) is CopyRelation.WHOLE
    return replace(judged, whole=whole, unsure=np.zeros_like(whole))


def _together(found: list[Judged], homes: Ints) -> Judged:
    return Judged(
        first=np.concatenate([one.first for one in found]),
        second=np.concatenate([one.second for one in found]),
        share_a=np.concatenate([one.share_a for one in found]),
        share_b=np.concatenate([one.share_b for one in found]),
        whole=np.concatenate([one.whole for one in found]),
        unsure=np.concatenate([one.unsure for one in found]),
        runs=together([one.runs for one in found]),
        groups=homes,
    )


def covered(runs: Runs, words_a: Ints, words_b: Ints, thresholds: Thresholds) -> Covered:
    """Measure each pair.

    Args:
        runs: Of all pairs.
        words_a: For each pair, words of its first text.
        words_b: And of its second.
        thresholds: Where one relation ends and the next begins.
    """
    count, lead = len(words_a), thresholds.lead_words
    equal = np.bincount(runs.pair, runs.equal, minlength=count).astype(np.int64)
    shares, leads = [], []
    sides = ((runs.a, runs.a_end, words_a), (runs.b, runs.b_end, words_b))
    for first, last, words in sides:
        opening = np.minimum(lead, words)
        inside = np.maximum(0, np.minimum(last, opening[runs.pair]) - first)
        leads.append(np.bincount(runs.pair, inside, minlength=count) / np.maximum(1, opening))
        shares.append(np.minimum(1.0, equal / np.maximum(1, words)))
    share_a, share_b = shares
    host, inner = np.minimum(share_a, share_b), np.maximum(share_a, share_b)
    opening = np.where(share_a <= share_b, leads[0], leads[1])
    enough = equal >= thresholds.whole_words
    cut = enough & (inner >= thresholds.inner_share)
    whole = (enough & (host >= thresholds.host_share)) | (cut & (opening >= thresholds.lead_share))
    # Where both have passages of their own, these must be read: they may be on two subjects.
    whole &= np.minimum(*(_longest_gap(runs, *side) for side in sides)) < OWN_WORDS
    unsure = (cut | (enough & (host >= thresholds.host_share))) & ~whole
    return Covered(share_a=share_a, share_b=share_b, whole=whole, unsure=unsure)


def _longest_gap(runs: Runs, first: Ints, last: Ints, words: Ints) -> Ints:
    """For each pair, the longest stretch of one of its texts that no run covers.

    Args:
        runs: Of all pairs.
        first: First word of each run in that text.
        last: The word after its last.
        words: For each pair, words of that text.
    """
    longest = words.copy()
    if not len(runs.pair):
        return longest
    order = np.lexsort((first, runs.pair))
    pair, first, last = runs.pair[order], first[order], last[order]
    opens = np.diff(pair, prepend=-1) != 0
    closes = np.append(opens[1:], True)
    longest[pair[opens]] = 0
    before = np.where(opens, first, first - np.append(0, last[:-1]))
    np.maximum.at(longest, pair, before)
    np.maximum.at(longest, pair[closes], words[pair[closes]] - last[closes])
    return longest


def closed(homes: Ints, first: Ints, second: Ints) -> Ints:
    """Join the sets of each pair; a set is named by its lowest member.

    Args:
        homes: For each article, its set so far.
        first: One article of each pair.
        second: The other.
    """
    homes = homes.copy()
    while True:
        one, other = homes[first], homes[second]
        apart = one != other
        if not apart.any():
            return homes
        first, second = first[apart], second[apart]
        low = np.minimum(one[apart], other[apart])
        np.minimum.at(homes, np.maximum(one[apart], other[apart]), low)
        while not np.array_equal(deeper := homes[homes], homes):
            homes = deeper


def supported(
    homes: Ints, first: Ints, second: Ints, share: Shares, *, whole: npt.NDArray[np.bool_]
) -> Ints:
    """Join sets whose members were found to be whole copies of each other in enough of the pairs.

    Only pairs that were laid side by side count. Strongest first; neither the order of the pairs
    nor that of the articles matters beyond their numbers.

    Args:
        homes: For each article, its set so far, named by its lowest member.
        first: One article of each pair that was looked at.
        second: The other.
        share: The larger share of each pair.
        whole: Whether the pair was found to be a whole copy.
    """
    one, other = homes[first], homes[second]
    apart = one != other
    low, high = np.minimum(one, other)[apart], np.maximum(one, other)[apart]
    keys, inverse = np.unique(low * len(homes) + high, return_inverse=True)
    looked = np.bincount(inverse, minlength=len(keys))
    wholes = np.bincount(inverse, whole[apart], minlength=len(keys)).astype(np.int64)
    best = np.zeros(len(keys))
    np.maximum.at(best, inverse, np.where(whole[apart], share[apart], 0.0))
    counts: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    kept = np.isin(keys // len(homes), keys[wholes > 0] // len(homes))
    kept |= np.isin(keys % len(homes), keys[wholes > 0] % len(homes))
    for key, seen, found in zip(
        keys[kept].tolist(), looked[kept].tolist(), wholes[kept].tolist(), strict=True
    ):
        i, j = divmod(key, len(homes))
        counts[i][j] = counts[j][i] = (found, seen)
    name: dict[int, int] = {}

    def set_of(article: int) -> int:
        while article in name:
            article = name[article]
        return article

    ranked = np.flatnonzero(wholes > 0)
    ranked = ranked[np.lexsort((keys[ranked], -np.round(best[ranked], 4)))]
    pairs = [divmod(key, len(homes)) for key in keys[ranked].tolist()]
    changed = True
    while changed:
        changed = False
        for pair in pairs:
            i, j = sorted(map(set_of, pair))
            if i == j:
                continue
            found, seen = counts[i].get(j, (0, 1))
            if found < SUPPORT * seen:
                continue
            changed = True
            name[j] = i
            for third, (more, looks) in counts.pop(j).items():
                counts[third].pop(j, None)
                if third != i:
                    had = counts[i].get(third, (0, 0))
                    counts[i][third] = counts[third][i] = (had[0] + more, had[1] + looks)
    if not name:
        return homes
    absorbed = np.array(sorted(name), dtype=np.int64)
    into = np.arange(len(homes))
    into[absorbed] = [set_of(one) for one in absorbed.tolist()]
    return into[homes]
