from __future__ import annotations

from firsthand.brief.layering import laid_out, layers_of
from firsthand.domain import Edge, Node


def _node(name: str, kind: str) -> Node:
    return Node(id=name, kind=kind, label=name)


def _edge(one: str, other: str) -> Edge:
    return Edge(from_=one, to=other, kind="said", basis="stated", evidence=None)


def test_each_kind_keeps_to_its_least_layer_and_empty_layers_close() -> None:
    nodes = [_node("a", "article"), _node("s", "speaker")]

    assert layers_of(nodes, [_edge("a", "s")]) == {"a": 0, "s": 1}


def test_a_copy_stands_before_the_text_it_was_copied_from() -> None:
    nodes = [_node("copy", "article"), _node("first", "article"), _node("wire", "wire")]
    edges = [_edge("copy", "first"), _edge("first", "wire")]

    assert layers_of(nodes, edges) == {"copy": 0, "first": 1, "wire": 2}


def test_lines_that_need_not_cross_do_not() -> None:
    articles = [_node(f"a{i}", "article") for i in range(4)]
    speakers = [_node(f"s{i}", "speaker") for i in range(4)]
    edges = [_edge(f"a{i}", f"s{3 - i}") for i in range(4)]
    columns = laid_out([*articles, *speakers], edges, lambda _: 20.0).columns
    left, right = ([box.name for box in column] for column in columns)

    assert [f"s{3 - int(name[1])}" for name in left] == right


def test_a_long_edge_keeps_a_place_in_every_layer_it_passes() -> None:
    nodes = [
        _node("a", "article"),
        _node("w", "wire"),
        _node("s", "speaker"),
        _node("b", "authority"),
    ]
    edges = [_edge("a", "w"), _edge("w", "s"), _edge("s", "b"), _edge("a", "b")]
    layout = laid_out(nodes, edges, lambda _: 20.0)

    assert len(layout.routes["a", "b"]) == 4
    assert [len(column) for column in layout.columns] == [1, 2, 2, 1]


def test_no_layer_is_taller_than_the_fullest() -> None:
    nodes = [_node("a", "article"), *(_node(f"s{i}", "speaker") for i in range(5))]
    layout = laid_out(nodes, [_edge("a", f"s{i}") for i in range(5)], lambda _: 20.0)
    bottom = max(layout.tops[box.name] + box.height for column in layout.columns for box in column)

    assert min(layout.tops.values()) >= 0
    assert bottom == 5 * 20 + 4 * 11
