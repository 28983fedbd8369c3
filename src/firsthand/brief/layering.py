"""Where the boxes of a layered drawing stand: layers, order within a layer, places.

The method is that of Sugiyama, Tagawa and Toda (1981): break cycles, put nodes into layers by
longest path, order each layer by barycentre, swap neighbours while that uncrosses lines, then
place. Nothing is left to chance or to forces.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from firsthand.domain import Edge, Node

__all__ = ["Box", "Layout", "laid_out", "layers_of"]

_LEAST = {
    "article": 0,
    "outlet": 0,
    "relay": 1,
    "wire": 1,
    "photo": 1,
    "speaker": 2,
    "authority": 3,
}
_THROUGH = 6.0
_APART = {True: 11.0, False: 2.0}
"""Room between two boxes; less where both are only edges that pass through."""

_SWEEPS = 12


@dataclass(frozen=True, slots=True)
class Box:
    """What takes up room in a layer: a node, or the place where an edge passes through."""

    name: str
    height: float
    node: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """A drawing's boxes and the way of each edge."""

    columns: tuple[tuple[Box, ...], ...]
    """By layer, each from top to bottom."""

    tops: Mapping[str, float]
    """Of every box, from 0."""

    routes: Mapping[tuple[str, str], tuple[str, ...]]
    """By the ends of an edge: the names of the boxes it leads through, both ends included."""


def laid_out(
    nodes: Sequence[Node], edges: Sequence[Edge], height_of: Callable[[Node], float]
) -> Layout:
    """Lay out a graph. Boxes of one layer never overlap; no layer is taller than the fullest.

    Args:
        nodes: At least one.
        edges: Only between `nodes`, none from a node to itself.
        height_of: How tall a node's box is.
    """
    known = {node.id: node for node in nodes}
    columns, routes = _columns(known, edges, layers_of(nodes, edges), height_of)
    near = _neighbours(routes)
    ordered = _ordered(columns, near)
    return Layout(
        columns=tuple(tuple(column) for column in ordered),
        tops=_placed(ordered, near),
        routes=routes,
    )


def layers_of(nodes: Sequence[Node], edges: Sequence[Edge]) -> dict[str, int]:
    """The layer of each node: 0 at the left, every edge leads to a higher layer.

    Edges that would close a circle do not count. Each kind has its least layer (articles 0, relays
    and wires 1, speakers 2, authorities 3), so that a speaker never stands among the articles;
    empty layers are closed up.
    """
    onward = _forward(nodes, edges)
    backward: dict[str, list[str]] = defaultdict(list)
    for start, targets in onward.items():
        for target in targets:
            backward[target].append(start)
    kinds = {node.id: node.kind for node in nodes}
    found: dict[str, int] = {}
    waiting = {name: len(backward[name]) for name in kinds}
    ready = sorted(name for name, open_ in waiting.items() if open_ == 0)
    while ready:
        name = ready.pop(0)
        before = [found[one] + 1 for one in backward[name]]
        found[name] = max([_LEAST.get(kinds[name], 0), *before])
        for target in sorted(onward[name]):
            waiting[target] -= 1
            if waiting[target] == 0:
                ready.append(target)
    used = {layer: place for place, layer in enumerate(sorted(set(found.values())))}
    return {name: used[layer] for name, layer in found.items()}


def _forward(nodes: Sequence[Node], edges: Sequence[Edge]) -> dict[str, list[str]]:
    """The edges by their start, without those that lead back to where a walk has come from."""
    known = {node.id for node in nodes}
    targets: dict[str, list[str]] = {name: [] for name in sorted(known)}
    for edge in sorted(edges, key=lambda one: (one.from_, one.to)):
        if edge.from_ in known and edge.to in known and edge.from_ != edge.to:
            targets[edge.from_].append(edge.to)
    kept: dict[str, list[str]] = {name: [] for name in targets}
    state: dict[str, int] = {}
    for root in sorted(targets):
        if root in state:
            continue
        state[root] = 1
        path = [(root, iter(targets[root]))]
        while path:
            name, left = path[-1]
            target = next(left, None)
            if target is None:
                state[name] = 2
                path.pop()
            elif state.get(target) != 1:
                if target not in kept[name]:
                    kept[name].append(target)
                if target not in state:
                    state[target] = 1
                    path.append((target, iter(targets[target])))
    return kept


_Routes = Mapping[tuple[str, str], tuple[str, ...]]
_Near = Mapping[str, Sequence[str]]


def _columns(
    known: Mapping[str, Node],
    edges: Sequence[Edge],
    layers: Mapping[str, int],
    height_of: Callable[[Node], float],
) -> tuple[list[list[Box]], dict[tuple[str, str], tuple[str, ...]]]:
    """Boxes by layer, with one for each layer that a long edge passes through; and the routes."""
    columns: list[list[Box]] = [[] for _ in range(max(layers.values()) + 1)]
    for key in sorted(known, key=lambda one: (known[one].kind, known[one].label, one)):
        columns[layers[key]].append(Box(key, height_of(known[key]), node=True))
    routes: dict[tuple[str, str], tuple[str, ...]] = {}
    for edge in edges:
        ends = (edge.from_, edge.to)
        if ends in routes:
            continue
        low, high = sorted(ends, key=lambda one: (layers[one], one != edge.from_))
        between = []
        for layer in range(layers[low] + 1, layers[high]):
            through = f"{edge.from_}\x1f{edge.to}\x1f{layer}"
            columns[layer].append(Box(through, _THROUGH, node=False))
            between.append(through)
        way = (low, *between, high)
        routes[ends] = way if low == edge.from_ else way[::-1]
    return columns, routes


def _neighbours(routes: _Routes) -> dict[str, list[str]]:
    """The boxes that lines lead to, on either side."""
    near: dict[str, list[str]] = defaultdict(list)
    for key in sorted(routes):
        for one, following in zip(routes[key], routes[key][1:], strict=False):
            near[one].append(following)
            near[following].append(one)
    return near


def _ordered(columns: list[list[Box]], near: _Near) -> list[list[Box]]:
    """The order within each layer that crossed fewest lines in a fixed number of sweeps."""
    best, fewest = columns, _crossings(columns, near)
    current = columns
    for sweep in range(_SWEEPS):
        current = [list(column) for column in current]
        indices = range(1, len(current)) if sweep % 2 == 0 else range(len(current) - 2, -1, -1)
        for index in indices:
            fixed = current[index - 1 if sweep % 2 == 0 else index + 1]
            current[index] = _by_barycentre(current[index], fixed, near)
        _swap_neighbours(current, near)
        crossings = _crossings(current, near)
        if crossings < fewest:
            best, fewest = [list(column) for column in current], crossings
    return best


def _swap_neighbours(columns: list[list[Box]], near: _Near) -> None:
    """Exchange two boxes that stand next to each other wherever fewer lines cross then."""
    for index, column in enumerate(columns):
        around = [columns[other] for other in (index - 1, index + 1) if 0 <= other < len(columns)]
        places = [{box.name: rank for rank, box in enumerate(other)} for other in around]
        ends = {
            box.name: [
                sorted(place[name] for name in near.get(box.name, ()) if name in place)
                for place in places
            ]
            for box in column
        }
        for at in range(len(column) - 1):
            upper, lower = ends[column[at].name], ends[column[at + 1].name]
            now = sum(_inversions(a, b) for a, b in zip(upper, lower, strict=True))
            then = sum(_inversions(b, a) for a, b in zip(upper, lower, strict=True))
            if then < now:
                column[at], column[at + 1] = column[at + 1], column[at]


def _inversions(upper: Sequence[int], lower: Sequence[int]) -> int:
    """How many lines of the upper box end below lines of the lower one; both ascending."""
    return sum(len(upper) - bisect_right(upper, end) for end in lower)


def _by_barycentre(
    column: Sequence[Box], fixed: Sequence[Box], near: Mapping[str, Sequence[str]]
) -> list[Box]:
    """`column` in the order of the mean places of its neighbours in `fixed`; ties stay as they are."""
    place = {box.name: rank for rank, box in enumerate(fixed)}
    weights = {
        box.name: _mean([place[name] for name in near.get(box.name, ()) if name in place], rank)
        for rank, box in enumerate(column)
    }
    return sorted(column, key=lambda box: weights[box.name])


def _mean(found: Sequence[float], otherwise: float) -> float:
    """The mean of what was found; `otherwise` where nothing was."""
    return sum(found) / len(found) if found else float(otherwise)


def _crossings(columns: Sequence[Sequence[Box]], near: _Near) -> int:
    """How many pairs of lines cross between neighbouring layers."""
    crossed = 0
    for left, right in pairwise(columns):
        place = {box.name: rank for rank, box in enumerate(right)}
        passed: list[int] = []
        for box in left:
            ends = sorted(place[name] for name in near.get(box.name, ()) if name in place)
            crossed += sum(len(passed) - bisect_right(passed, end) for end in ends)
            for end in ends:
                insort(passed, end)
    return crossed


def _placed(columns: Sequence[Sequence[Box]], near: _Near) -> dict[str, float]:
    """The top of each box: near the middle of its neighbours, never over another box.

    Pushing down from the top and up from the bottom both keep the boxes apart, and so do the mean
    of the two and a bound that is itself kept apart: all are linear conditions.
    """
    tall = max(_height(column) for column in columns)
    middles: dict[str, float] = {}
    for column in columns:
        spare = (tall - _height(column)) / 2
        for box, middle in zip(column, _stacked(column), strict=True):
            middles[box.name] = middle + spare
    for sweep in range(_SWEEPS):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            least = _stacked(column)
            most = [middle + tall - _height(column) for middle in least]
            wanted = [
                _mean([middles[name] for name in near.get(box.name, ())], middles[box.name])
                for box in column
            ]
            steps = [b - a for a, b in pairwise(least)]
            down, up = wanted[:1], wanted[-1:]
            for want, step in zip(wanted[1:], steps, strict=True):
                down.append(max(want, down[-1] + step))
            for want, step in zip(wanted[-2::-1], steps[::-1], strict=True):
                up.append(min(want, up[-1] - step))
            for box, one, other, low, high in zip(
                column, down, reversed(up), least, most, strict=True
            ):
                middles[box.name] = min(high, max(low, (one + other) / 2))
    return {box.name: middles[box.name] - box.height / 2 for column in columns for box in column}


def _stacked(column: Sequence[Box]) -> list[float]:
    """The middles of the boxes set one under the other from 0, as near as they may stand."""
    found: list[float] = []
    for index, box in enumerate(column):
        if index == 0:
            found.append(box.height / 2)
        else:
            before = column[index - 1]
            apart = _APART[before.node or box.node]
            found.append(found[-1] + (before.height + box.height) / 2 + apart)
    return found


def _height(column: Sequence[Box]) -> float:
    """How tall a layer is when its boxes stand as near as they may."""
    return _stacked(column)[-1] + column[-1].height / 2 if column else 0.0
