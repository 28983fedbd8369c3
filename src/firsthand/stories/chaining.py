"""Sets of mentions of one story that name one happening, or one thing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from firsthand.stories.alike import FEATURES, Seen, pairs
from firsthand.stories.linkage import average_linkage
from firsthand.stories.told import Told
from firsthand.tables.mentionpairs import pair_model
from firsthand.tables.vectors import WIDTH, Vectors, encoder

__all__ = ["chained", "joined", "seen_of"]

Ints = npt.NDArray[np.int64]

FARTHEST = -6.0
"""Log odds of a pair that shares so little that it is not looked at, and least and (turned round)
highest of every other."""

AT_ONCE = 1000
"""Mentions compared each with each: half a million pairs, some 250 MB. A story of thirty to fifty
articles has about as many events. More are taken in parts, and then what stands for the sets found
in them is compared; two reports of one happening can then stay apart, never the other way round."""

ALIKE = 0.55
"""Least cosine of two head words that stand without a sentence ("shot", "gunfire"). On the Gun
Violence Corpus .45, .55 and .65 gave a CoNLL F1 of .641, .651 and .639 by head words alone."""

_SPEAKERS = (3, 1)
"""Rounds of comparing parts, and how many mentions then stand for each set found. After the last
round sets of different parts stay apart: a story of several hundred articles."""

_WORTH_A_ROUND = 0.8
"""Largest share of the mentions that may be left for another round: with more, the parts would be
much the same again, and so would be what is found. 3,000 unlike mentions take half a minute."""


def chained(told: Sequence[Told], sort: str, *, join: float | None = None) -> list[int]:
    """For each mention the number of its set; sets are numbered by their first mention in order.

    Equal mentions of equal texts are one mention: a copy changes nothing. The order of `told` and
    how many copies there are do not matter to who stands together with whom.

    Args:
        told: Mentions of one story.
        sort: ``event`` or ``entity``, which decides the weights.
        join: Least mean log odds between two sets that are joined; that of the weights when None.
    """
    key = [(one.text, one.window, one.within) for one in told]
    units = dict(sorted(zip(key, told, strict=True), key=lambda pair: pair[0]))
    number = {each: at for at, each in enumerate(units)}
    labels = _labels(list(units.values()), sort, join)
    first: dict[int, int] = {}
    return [first.setdefault(int(labels[number[each]]), len(first)) for each in key]


def seen_of(told: Sequence[Told]) -> Seen:
    """The mentions with their vectors; the words around each are read once."""
    model = encoder()
    windows: dict[str, list[int]] = {}
    for at, one in enumerate(told):
        windows.setdefault(one.window, []).append(at)
    mentions = np.zeros((len(told), WIDTH), dtype=np.float32)
    around: Vectors = np.zeros((len(told), WIDTH), dtype=np.float32)
    for window, members in windows.items():
        rows = model.within(window, [told[at].within for at in members])
        around[members], mentions[members] = rows[0], rows[1:]
    return Seen(
        told=told,
        words=model.encode([one.lemma for one in told]),
        mentions=mentions,
        windows=around,
    )


def joined(
    count: int, first: Ints, second: Ints, odds: npt.NDArray[np.floating], join: float
) -> Ints:
    """For each of `count` mentions the smallest number of its set, from the log odds of pairs.

    Args:
        count: Number of mentions.
        first: One mention of each pair.
        second: The other.
        odds: Of the pair being one; pairs that are not listed are unlike.
        join: Least mean of a merge.
    """
    kept = np.clip(odds, FARTHEST, -FARTHEST).astype(np.float32)
    return average_linkage(
        count, first.astype(np.int64), second.astype(np.int64), kept, threshold=join, floor=FARTHEST
    )


def _labels(units: Sequence[Told], sort: str, join: float | None) -> Ints:
    """For each mention the smallest number of its set."""
    if len(units) < 2:
        return np.arange(len(units), dtype=np.int64)
    seen = seen_of(units)
    labels = np.arange(len(units), dtype=np.int64)
    # By root: what is one happening mostly has one root, and so falls into one part.
    waiting = np.array(sorted(range(len(units)), key=lambda at: units[at].root), dtype=np.int64)
    for speakers in _SPEAKERS:
        parts = [waiting[at : at + AT_ONCE] for at in range(0, len(waiting), AT_ONCE)]
        heard: list[Ints] = []
        for part in parts:
            found = _compared(seen, part, sort, join)
            _merge(labels, part, found)
            heard += [part[found == each][:speakers] for each in np.unique(found)]
        fewer = np.concatenate(heard)
        if len(parts) == 1 or len(fewer) > _WORTH_A_ROUND * len(waiting):
            break
        waiting = fewer
    return labels


def _compared(seen: Seen, part: Ints, sort: str, join: float | None) -> Ints:
    """For each mention of `part` the number, within it, of its set."""
    model = pair_model(sort, FEATURES)
    told = [seen.told[at] for at in part.tolist()]
    found = pairs(
        Seen(
            told=told,
            words=seen.words[part],
            mentions=seen.mentions[part],
            windows=seen.windows[part],
        )
    )
    odds = model.trees.odds(found.columns)
    # The trees learned from parsed sentences; of bare words only a common root or likeness counts.
    bare = np.array([not one.part for one in told], dtype=np.bool_)
    column = dict(zip(FEATURES, found.columns.T, strict=True))
    alike = (column["root"] > 0) | (column["word"] >= ALIKE)
    unread = bare[found.first] | bare[found.second]
    odds = np.where(unread, np.where(alike, -FARTHEST, FARTHEST), odds)
    least = model.join if join is None else join
    return joined(len(part), found.first, found.second, odds, least)


def _merge(labels: Ints, part: Ints, found: Ints) -> None:
    """Join the sets in `labels` whose members `found` puts together."""
    for each in np.unique(found):
        homes = np.unique(labels[part[found == each]])
        labels[np.isin(labels, homes)] = homes[0]
