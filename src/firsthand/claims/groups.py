"""Group units into claims: average linkage with links that must and links that cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

__all__ = ["grouped"]


def grouped(
    count: int,
    *,
    likely: Mapping[tuple[int, int], float],
    must: Iterable[tuple[int, int]] = (),
    cannot: Iterable[tuple[int, int]] = (),
    join: float,
    seed: float = 0.0,
) -> tuple[tuple[int, ...], ...]:
    """Partition ``range(count)`` so that members of a group are likely the same on average.

    Two groups are joined, likeliest first, while the mean probability over all pairs across them
    (0 for a pair not listed) is at least `join` and no pair across them is forbidden. The mean,
    not the best pair, decides: one stock phrase must not chain two claims into one (Sokal &
    Michener 1958; constraints after Wagstaff et al. 2001).

    Args:
        count: Number of items.
        likely: Probability by pair, smaller index first.
        must: Pairs that are one whatever else speaks against it (copies of one sentence).
        cannot: Pairs that are never joined, smaller index first; `must` is stronger.
        join: Least mean probability.
        seed: Least probability for two single items; ``0`` leaves `join` alone to decide. A pair
            alone has no company that speaks for it, so it must be surer than a member of a group.

    Returns:
        Groups, each ascending, sorted by their first member.
    """
    root = list(range(count))

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    for a, b in must:
        one, two = sorted((find(a), find(b)))
        root[two] = one
    members: dict[int, list[int]] = {}
    for i in range(count):
        members.setdefault(find(i), []).append(i)
    sums: dict[int, dict[int, float]] = {i: {} for i in members}
    for (a, b), probability in sorted(likely.items()):
        one, two = find(a), find(b)
        if one != two:
            sums[one][two] = sums[one].get(two, 0.0) + probability
            sums[two][one] = sums[two].get(one, 0.0) + probability
    barred: dict[int, set[int]] = {i: set() for i in members}
    for a, b in cannot:
        one, two = find(a), find(b)
        if one != two:
            barred[one].add(two)
            barred[two].add(one)

    def mean(one: int, two: int) -> float:
        return round(sums[one].get(two, 0.0) / (len(members[one]) * len(members[two])), 9)

    def enough(one: int, two: int) -> bool:
        least = max(join, seed) if len(members[one]) + len(members[two]) == 2 else join
        return mean(one, two) >= least

    queue = [(-mean(a, b), a, b) for a in sums for b in sums[a] if a < b and enough(a, b)]
    heapify(queue)
    while queue:
        negative, one, two = heappop(queue)
        if (
            one not in members
            or two not in members
            or two in barred[one]
            or -negative != mean(one, two)
        ):
            continue
        members[one] = sorted(members[one] + members.pop(two))
        for other, total in sorted(sums.pop(two).items()):
            sums[other].pop(two, None)
            if other != one:
                sums[one][other] = sums[other][one] = sums[one].get(other, 0.0) + total
        for other in sorted(barred.pop(two)):
            barred[other].discard(two)
            barred[other].add(one)
            barred[one].add(other)
        for other in sorted(sums[one]):
            a, b = sorted((one, other))
            if enough(a, b) and b not in barred[a]:
                heappush(queue, (-mean(a, b), a, b))
    return tuple(sorted(tuple(group) for group in members.values()))
