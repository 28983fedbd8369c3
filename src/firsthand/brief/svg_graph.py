"""The provenance graph as a layered drawing, left to right, without overlapping labels."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from markupsafe import escape

from firsthand.brief.anchors import anchor_of
from firsthand.brief.layering import laid_out
from firsthand.brief.svg_words import number, tag, wrapped
from firsthand.domain import Edge, Node

__all__ = ["layered"]

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
_LINE, _PAD, _SIZE = 15.0, 7.0, 12.0


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
    lines = {
        node.id: wrapped(node.label, room=_WIDTH - 2 * _PAD, size=_SIZE, most=3)
        + (wrapped(node.note, room=_WIDTH - 2 * _PAD, size=_SIZE, most=2) if node.note else ())
        for node in nodes
    }
    layout = laid_out(nodes, edges, lambda node: len(lines[node.id]) * _LINE + 2 * _PAD)
    boxes = [box for column in layout.columns for box in column]
    tops = {name: top + _TOP for name, top in layout.tops.items()}
    height = max(tops[box.name] + box.height for box in boxes) + _PAD
    width = len(layout.columns) * (_WIDTH + _GAP) - _GAP
    across = {
        box.name: index * (_WIDTH + _GAP)
        for index, column in enumerate(layout.columns)
        for box in column
    }
    middles = {box.name: (across[box.name], tops[box.name] + box.height / 2) for box in boxes}
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
    for index, column in enumerate(layout.columns):
        kinds = {
            _HEADS.get(known[box.name].kind, known[box.name].kind) for box in column if box.node
        }
        middle = index * (_WIDTH + _GAP) + _WIDTH / 2
        heads = str(escape(", ".join(sorted(kinds))))
        drawn.append(tag("text", heads, x=middle, y=14, class_="column"))
    for edge in edges:
        route = layout.routes[edge.from_, edge.to]
        drawn.append(_edge(edge, known, [middles[one] for one in route], name))
    for box in boxes:
        if box.node:
            place = (across[box.name], tops[box.name], box.height)
            linked = box.name in texts
            drawn.append(_node(known[box.name], lines[box.name], place, linked=linked))
    return tag(
        "svg", "".join(drawn), class_="graph", role="img", viewBox=f"-2 0 {number(width + 4)} {number(height)}",
        width=width + 4, height=height,
    )  # fmt: skip


def _edge(
    edge: Edge, known: Mapping[str, Node], points: Sequence[tuple[float, float]], name: str
) -> str:
    """One edge as a curve through its boxes, linked to its evidence."""
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
    basis = f"{edge.basis}: {edge.why}" if edge.why else edge.basis
    words = f"{known[edge.from_].label} ← {edge.kind} ({basis}) ← {known[edge.to].label}"
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


def _node(
    node: Node, lines: Sequence[str], place: tuple[float, float, float], *, linked: bool
) -> str:
    """One labelled box."""
    x, top, height = place
    words = "".join(
        tag("tspan", str(escape(line)), x=x + _WIDTH / 2, y=top + _PAD + _LINE * (index + 0.76))
        for index, line in enumerate(lines)
    )
    corner = 3 if node.kind == "article" else 12
    drawn = (
        tag(
            "title",
            str(escape(f"{node.kind}: {node.label}{f' ({node.note})' if node.note else ''}")),
        )
        + tag("rect", x=x, y=top, width=_WIDTH, height=height, rx=corner)
        + tag("text", words)
    )
    group = tag("g", drawn, class_=f"node {node.kind}")
    return tag("a", group, href=f"#a-{node.id}", tabindex="-1") if linked else group
