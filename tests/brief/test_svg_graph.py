from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import fromstring

from firsthand.brief.layering import layers_of
from firsthand.brief.svg_graph import layered
from firsthand.domain import Edge, Node
from tests.brief.ferry_story import GAZETTE, ferry_brief

KINDS = ("article", "relay", "wire", "speaker", "authority", "photo")


def _nodes(kinds: list[str]) -> list[Node]:
    return [
        Node(id=f"n{i}", kind=k, label=f"{k} number {i} of some length")
        for i, k in enumerate(kinds)
    ]


def _edge(one: str, other: str, basis: str = "stated") -> Edge:
    return Edge(from_=one, to=other, kind="said", basis=basis, evidence=None)


graphs = st.lists(st.sampled_from(KINDS), min_size=1, max_size=14).flatmap(
    lambda kinds: st.tuples(
        st.just(_nodes(kinds)),
        st.lists(
            st.tuples(st.integers(0, len(kinds)), st.integers(0, len(kinds))), max_size=25
        ).map(lambda pairs: [_edge(f"n{a}", f"n{b}") for a, b in pairs]),
    )
)


def _boxes(svg: str) -> list[tuple[float, float, float, float]]:
    root: Any = fromstring(svg)
    return [
        tuple(float(one.get(name)) for name in ("x", "y", "width", "height"))  # type: ignore[misc]
        for one in root.xpath("//g/rect")
    ]


@given(graphs)
@settings(max_examples=60, deadline=None)
def test_boxes_never_overlap_and_lie_inside_the_drawing(
    graph: tuple[list[Node], list[Edge]],
) -> None:
    nodes, edges = graph
    svg = layered(nodes, edges)
    root: Any = fromstring(svg)
    boxes = _boxes(svg)

    assert len(boxes) == len(nodes)
    for index, (x, y, w, h) in enumerate(boxes):
        assert 0 <= x <= float(root.get("width")) - w
        assert 0 <= y <= float(root.get("height")) - h
        for ox, oy, ow, oh in boxes[index + 1 :]:
            assert x + w <= ox or ox + ow <= x or y + h <= oy or oy + oh <= y


@given(graphs)
@settings(max_examples=40, deadline=None)
def test_the_order_of_nodes_and_edges_never_matters(graph: tuple[list[Node], list[Edge]]) -> None:
    nodes, edges = graph
    unique = list({(e.from_, e.to): e for e in edges}.values())

    assert layers_of(nodes, unique) == layers_of(nodes[::-1], unique[::-1])


def test_an_edge_leads_to_a_later_layer() -> None:
    brief = ferry_brief()
    layers = layers_of(brief.nodes, brief.edges)

    assert all(layers[edge.from_] < layers[edge.to] for edge in brief.edges)
    assert layers[GAZETTE] == 0


def test_a_circle_is_drawn_all_the_same() -> None:
    nodes = _nodes(["speaker", "speaker", "authority"])
    svg = layered(
        nodes, [_edge("n0", "n1"), _edge("n1", "n0"), _edge("n1", "n2"), _edge("n2", "n0")]
    )

    assert svg.count('class="edge') == 4


def test_an_edge_to_an_unknown_node_is_left_out() -> None:
    assert "edge said" not in layered(_nodes(["article"]), [_edge("n0", "n9")])


def test_stated_and_inferred_edges_look_different() -> None:
    nodes = _nodes(["article", "speaker", "authority"])
    svg = layered(nodes, [_edge("n0", "n1"), _edge("n1", "n2", "inferred")])

    assert 'class="edge said stated"' in svg
    assert 'class="edge said inferred"' in svg


def test_long_labels_are_wrapped_and_kept_whole_in_the_title() -> None:
    label = "Committee for the Investigation of Accidents at Sea and on Inland Waters of the Region"
    svg = layered([Node(id="a", kind="authority", label=label)], [])

    assert svg.count("<tspan") == 3
    assert "…" in svg
    assert f"authority: {label}" in svg


def test_no_nodes_no_drawing() -> None:
    assert layered([], []) == ""
