"""The provenance graph as a layered drawing, left to right, without overlapping labels.

The method is that of Sugiyama, Tagawa and Toda (1981): break cycles, put nodes into layers by
longest path, order each layer by barycentre, then place. Nothing is left to chance or to forces.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import escape

from firsthand.brief.anchors import anchor_of
from firsthand.brief.svg_words import number, tag, wrapped
from firsthand.domain import Edge, Node

__all__ = ["layered", "layers_of"]

_LEAST = {
    "article": 0,
    "outlet": 0,
    "relay": 1,
    "wire": 1,
    "photo": 1,
    "speaker": 2,
    "authority": 3,
}
_HEADS = {
    "article": "Articles",
    "outlet": "Outlets",
    "relay": "Relays",
    "wire": "Wires",
    "photo": "Pictures",
    "speaker": "Speakers",
    "authority": "Authorities",
}
_WIDTH, _GAP, _TOP = 172.0, 76.0, 34.0
_LINE, _PAD, _THROUGH = 15.0, 7.0, 6.0
_APART = {True: 11.0, False: 2.0}
"""Room between two boxes; less where both are only edges that pass through."""

_SIZE = 12.0
_SWEEPS = 12


@dataclass(frozen=True, slots=True)
class _Box:
    """What takes up room in a layer: a node, or (without lines) the place where an edge passes."""

    name: str
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """Room from top to bottom."""
        return len(self.lines) * _LINE + 2 * _PAD if self.lines else _THROUGH


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


def layered(
    nodes: Sequence[Node],
    edges: Sequence[Edge],
    *,
    name: str = "provenance",
    texts: Collection[str] = (),
) -> str:
    """Draw the graph as one SVG element.

    Edges run from the taker to the one it took from; the arrow shows the words going the other
    way. Solid lines are stated by a text, dashed ones inferred; an edge with evidence links to its
    passage.

    Args:
        nodes: What to draw. An edge to a node that is not among them is left out.
        edges: Who took from whom.
        name: Distinguishes two drawings in one page; letters only.
        texts: Ids of nodes that are articles whose text the page holds: they link to it.

    Returns:
        The SVG; empty text when there are no nodes.
    """
    if not nodes:
        return ""
    known = {node.id: node for node in nodes}
    edges = [e for e in edges if e.from_ in known and e.to in known and e.from_ != e.to]
    layers = layers_of(nodes, edges)
    columns, routes = _columns(known, edges, layers)
    columns = _ordered(columns, routes)
    tops = _placed(columns, routes)
    height = max(tops[box.name] + box.height for column in columns for box in column) + _PAD
    width = len(columns) * (_WIDTH + _GAP) - _GAP
    across = {
        box.name: index * (_WIDTH + _GAP) for index, column in enumerate(columns) for box in column
    }
    sizes = {box.name: box.height for column in columns for box in column}
    drawn = [
        tag("title", "Provenance graph"),
        tag(
            "desc",
            "From left to right: articles, relays and wires, speakers, authorities. "
            "The same is given as a list below the drawing.",
        ),
        tag(
            "defs",
            tag(
                "marker",
                tag("path", d="M7 0 L0 3.5 L7 7 Z"),
                id=f"arrow-{name}", viewBox="0 0 7 7", refX=1, refY=3.5,
                markerWidth=7, markerHeight=7, orient="auto", markerUnits="userSpaceOnUse", class_="head",
            ),
        ),
    ]  # fmt: skip
    for index, column in enumerate(columns):
        kinds = dict.fromkeys(
            _HEADS.get(known[box.name].kind, known[box.name].kind) for box in column if box.lines
        )
        middle = index * (_WIDTH + _GAP) + _WIDTH / 2
        drawn.append(
            tag("text", str(escape(", ".join(sorted(kinds)))), x=middle, y=14, class_="column")
        )
    for edge in edges:
        route = routes[edge.from_, edge.to]
        drawn.append(_edge(edge, known, [(across[n], tops[n] + sizes[n] / 2) for n in route], name))
    for column in columns:
        for box in column:
            if box.lines:
                drawn.append(
                    _node(
                        known[box.name],
                        box,
                        across[box.name],
                        tops[box.name],
                        linked=box.name in texts,
                    )
                )
    return tag(
        "svg", "".join(drawn), class_="graph", role="img", viewBox=f"-2 0 {number(width + 4)} {number(height)}",
        width=width + 4, height=height,
    )  # fmt: skip


_Routes = Mapping[tuple[str, str], tuple[str, ...]]


def _columns(
    known: Mapping[str, Node], edges: Sequence[Edge], layers: Mapping[str, int]
) -> tuple[list[list[_Box]], dict[tuple[str, str], tuple[str, ...]]]:
    """Boxes by layer, with one for each layer that a long edge passes through; and the routes."""
    columns: list[list[_Box]] = [[] for _ in range(max(layers.values()) + 1)]
    for key in sorted(known, key=lambda one: (known[one].kind, known[one].label, one)):
        lines = wrapped(known[key].label, room=_WIDTH - 2 * _PAD, size=_SIZE, most=3)
        columns[layers[key]].append(_Box(key, lines))
    routes: dict[tuple[str, str], tuple[str, ...]] = {}
    for edge in edges:
        ends = (edge.from_, edge.to)
        if ends in routes:
            continue
        low, high = sorted(ends, key=lambda one: (layers[one], one != edge.from_))
        between = []
        for layer in range(layers[low] + 1, layers[high]):
            through = f"{edge.from_}\x1f{edge.to}\x1f{layer}"
            columns[layer].append(_Box(through, ()))
            between.append(through)
        way = (low, *between, high)
        routes[ends] = way if low == edge.from_ else way[::-1]
    return columns, routes


def _neighbours(routes: _Routes) -> dict[str, list[str]]:
    near: dict[str, list[str]] = defaultdict(list)
    for key in sorted(routes):
        for one, following in zip(routes[key], routes[key][1:], strict=False):
            near[one].append(following)
            near[following].append(one)
    return near


def _ordered(columns: list[list[_Box]], routes: _Routes) -> list[list[_Box]]:
    """The order within each layer that crossed fewest lines in a fixed number of sweeps."""
    near = _neighbours(routes)
    best, fewest = columns, _crossings(columns, near)
    current = columns
    for sweep in range(_SWEEPS):
        current = [list(column) for column in current]
        indices = range(1, len(current)) if sweep % 2 == 0 else range(len(current) - 2, -1, -1)
        for index in indices:
            fixed = current[index - 1 if sweep % 2 == 0 else index + 1]
            current[index] = _by_barycentre(current[index], fixed, near)
        crossings = _crossings(current, near)
        if crossings < fewest:
            best, fewest = current, crossings
    return best


def _by_barycentre(
    column: Sequence[_Box], fixed: Sequence[_Box], near: Mapping[str, Sequence[str]]
) -> list[_Box]:
    """`column` in the order of the mean places of its neighbours in `fixed`; ties stay as they are."""
    place = {box.name: rank for rank, box in enumerate(fixed)}
    weights = {
        box.name: _mean([place[name] for name in near.get(box.name, ()) if name in place], rank)
        for rank, box in enumerate(column)
    }
    return sorted(column, key=lambda box: weights[box.name])


def _mean(found: Sequence[float], otherwise: float) -> float:
    return sum(found) / len(found) if found else float(otherwise)


def _crossings(columns: Sequence[Sequence[_Box]], near: Mapping[str, Sequence[str]]) -> int:
    crossed = 0
    for left, right in itertools.pairwise(columns):
        place = {box.name: rank for rank, box in enumerate(right)}
        ends = [
            sorted(place[name] for name in near.get(box.name, ()) if name in place) for box in left
        ]
        flat = [end for group in ends for end in group]
        crossed += sum(one > other for index, one in enumerate(flat) for other in flat[index + 1 :])
    return crossed


def _placed(columns: Sequence[Sequence[_Box]], routes: _Routes) -> dict[str, float]:
    """The top of each box: near the middle of its neighbours, never over another box.

    Pushing down from the top and up from the bottom both keep the boxes apart; so does the mean of
    the two, because being apart is a linear condition.
    """
    near = _neighbours(routes)
    middles: dict[str, float] = {}
    for column in columns:
        y = 0.0
        for box in column:
            middles[box.name] = y + box.height / 2
            y += box.height + _APART[bool(box.lines)]
    for sweep in range(_SWEEPS):
        order = columns if sweep % 2 == 0 else tuple(reversed(columns))
        for column in order:
            if not column:
                continue
            wanted = [
                _mean([middles[n] for n in near.get(box.name, ())], middles[box.name])
                for box in column
            ]
            steps = [
                (one.height + other.height) / 2 + _APART[bool(one.lines or other.lines)]
                for one, other in itertools.pairwise(column)
            ]
            down, up = [wanted[0]], [wanted[-1]]
            for want, step in zip(wanted[1:], steps, strict=True):
                down.append(max(want, down[-1] + step))
            for want, step in zip(wanted[-2::-1], steps[::-1], strict=True):
                up.append(min(want, up[-1] - step))
            for box, one, other in zip(column, down, reversed(up), strict=True):
                middles[box.name] = (one + other) / 2
    tops = {box.name: middles[box.name] - box.height / 2 for column in columns for box in column}
    least = min(tops.values())
    return {name: top - least + _TOP for name, top in tops.items()}


def _edge(
    edge: Edge, known: Mapping[str, Node], points: Sequence[tuple[float, float]], name: str
) -> str:
    x, y = points[0]
    forward = points[-1][0] >= x
    start = (x + _WIDTH, y) if forward else (x, y)
    path = f"M{number(start[0] + 3 if forward else start[0] - 3)} {number(start[1])}"
    at = start
    for index, (x, y) in enumerate(points[1:], start=1):
        last = index == len(points) - 1
        entry = (x, y) if forward else (x + _WIDTH, y)
        bend = (entry[0] - at[0]) / 2
        path += (
            f" C{number(at[0] + bend)} {number(at[1])} {number(entry[0] - bend)} {number(entry[1])}"
            f" {number(entry[0])} {number(entry[1])}"
        )
        at = entry
        if not last:
            at = (x + _WIDTH, y) if forward else (x, y)
            path += f" L{number(at[0])} {number(at[1])}"
    words = f"{known[edge.from_].label} ← {edge.kind} ({edge.basis}) ← {known[edge.to].label}"
    line = tag(
        "path",
        tag("title", str(escape(words))),
        d=path,
        class_=f"edge {edge.kind} {edge.basis}",
        marker_start=f"url(#arrow-{name})",
    )
    if edge.evidence is None:
        return line
    return tag("a", line, href=f"#{anchor_of(edge.evidence)}", tabindex="-1")


def _node(node: Node, box: _Box, x: float, top: float, *, linked: bool) -> str:
    lines = "".join(
        tag("tspan", str(escape(line)), x=x + _WIDTH / 2, y=top + _PAD + _LINE * (index + 0.76))
        for index, line in enumerate(box.lines)
    )
    drawn = (
        tag("title", str(escape(f"{node.kind}: {node.label}")))
        + tag(
            "rect",
            x=x,
            y=top,
            width=_WIDTH,
            height=box.height,
            rx=3 if node.kind == "article" else 12,
        )
        + tag("text", lines)
    )
    group = tag("g", drawn, class_=f"node {node.kind}")
    return tag("a", group, href=f"#a-{node.id}", tabindex="-1") if linked else group
