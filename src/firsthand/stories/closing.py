"""Articles closed into events: what is plainly one first, then sets as wholes, the likeliest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from heapq import heappop, heappush

import numpy as np
import numpy.typing as npt

from firsthand.stories.cards import Card
from firsthand.stories.linkage import average_linkage
from firsthand.stories.linking import DEFAULT, Model
from firsthand.stories.merging import Summary, joined, summary, together

__all__ = ["closed"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Together = Callable[[Summary, Sequence[Summary]], npt.NDArray[np.float64]]


def closed(
    cards: Sequence[Card],
    first: Ints,
    second: Ints,
    odds: Floats,
    *,
    model: Model = DEFAULT,
    judged: Together = together,
) -> Ints:
    """Close articles into events.

    Average linkage joins what is plainly one event; then the sets are compared as wholes and the
    likeliest two joined, again and again, while that is likelier than not. Two sets are compared
    where some pair between them reaches the model's threshold, so what hangs together by such
    pairs is closed the same whatever else is there.

    Args:
        cards: Of all articles, by id: the order decides between equals.
        first: Index of one article of each scored pair.
        second: Index of the other; each pair is listed once.
        odds: Of each pair; a pair that is not listed counts as the model's floor.
        model: The thresholds.
        judged: Log odds of one set with others.

    Returns:
        For each article the smallest index of its set.
    """
    labels = average_linkage(
        len(cards), first, second, odds, threshold=model.plain, floor=model.floor
    )
    sets: dict[int, list[int]] = defaultdict(list)
    for index, label in enumerate(labels.tolist()):
        sets[label].append(index)
    near = _near(labels, first, second, odds, model.threshold)
    whole = {
        label: joined([summary(cards[index]) for index in sets[label]]) for label in sorted(near)
    }
    for into, away in _merges(whole, near, judged):
        labels[labels == away] = into
    return labels


def _near(
    labels: Ints, first: Ints, second: Ints, odds: Floats, threshold: float
) -> dict[int, set[int]]:
    """For each set those that some pair above the threshold leads to."""
    strong = odds >= threshold
    ends = np.stack([labels[first[strong]], labels[second[strong]]], axis=1)
    ends = np.unique(np.sort(ends[ends[:, 0] != ends[:, 1]], axis=1), axis=0)
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in ends.tolist():
        found[one].add(other)
        found[other].add(one)
    return found


def _merges(
    whole: dict[int, Summary], near: dict[int, set[int]], judged: Together
) -> list[tuple[int, int]]:
    """Which set goes into which, in order; the lower label stays."""
    waiting: list[tuple[float, int, int, int, int]] = []
    age = dict.fromkeys(whole, 0)

    def ask(one: int, others: Sequence[int]) -> None:
        if not others:
            return
        for other, odds in zip(
            others, judged(whole[one], [whole[each] for each in others]).tolist(), strict=True
        ):
            if odds >= 0:
                low, high = min(one, other), max(one, other)
                heappush(waiting, (-odds, low, high, age[low], age[high]))

    for one in sorted(whole):
        ask(one, sorted(each for each in near[one] if each > one))
    found = []
    while waiting:
        _, into, away, *ages = heappop(waiting)
        if ages != [age.get(into), age.get(away)]:
            continue
        found.append((into, away))
        whole[into] = joined([whole[into], whole.pop(away)])
        age[into] += 1
        del age[away]
        for other in near.pop(away):
            near[other].discard(away)
            if other != into:
                near[other].add(into)
                near[into].add(other)
        ask(into, sorted(near[into]))
    return found
