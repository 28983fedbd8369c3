from __future__ import annotations

from firsthand.brief.svg_graph import layered
from firsthand.brief.to_html import to_html
from firsthand.domain import Brief, CopyGroup, CopyManner
from tests.brief.copied_story import article, brief_of, link, wire_at_hand, wire_not_at_hand


def copied(brief: Brief) -> dict[str, tuple[str, str, str, str | None]]:
    """Taker → label of the giver, basis, why, words of the evidence."""
    labels = {node.id: node.label for node in brief.nodes}
    texts = {one.article.id: one.article.text for one in brief.settled.readings}
    return {
        edge.from_: (
            labels[edge.to],
            edge.basis,
            edge.why,
            edge.evidence.span.of(texts[edge.evidence.article]) if edge.evidence else None,
        )
        for edge in brief.edges
        if edge.kind == "copied"
    }


def test_an_edge_is_stated_by_the_copys_own_dateline_and_inferred_where_it_credits_nobody() -> None:
    assert copied(wire_at_hand()) == {
        "a2": ("Skerry Press (SKP)", "stated", "credit line", "HAFNIR (SKP)"),
        "a3": ("Skerry Press (SKP)", "inferred", "the same text elsewhere credits it", None),
    }


def test_a_wire_that_is_not_in_the_collection_is_a_node_with_its_copies_as_siblings() -> None:
    brief = wire_not_at_hand()
    (wire,) = [node for node in brief.nodes if node.kind == "wire"]

    assert (wire.label, wire.note) == ("SKP", "text not in this collection; 3 copies")
    assert copied(brief) == {
        "a1": ("SKP", "stated", "credit line", "HAFNIR (SKP)"),
        "a2": ("SKP", "stated", "credit line", "Source: SKP"),
        "a3": ("SKP", "inferred", "holds the same text as a copy that credits SKP", None),
    }


def test_drawing_and_list_say_that_the_text_is_not_there() -> None:
    brief = wire_not_at_hand()
    page = to_html(brief)

    assert "text not in this" in layered(brief.nodes, brief.edges)
    assert 'SKP <span class="soft">(text not in this collection; 3 copies)</span>' in page


def test_containment_and_time_are_inferred() -> None:
    one = article("a1", "One two three four.", outlet="Anchor")
    two = article("a2", "One two three four.", outlet="Beacon")
    three = article("a3", "One two three four.", outlet="Courier")
    brief = brief_of(
        [one, two, three],
        [link(one, two, basis="containment"), link(one, three, basis="time")],
        [CopyGroup(id="g", articles=(one.id, two.id, three.id), root=one.id)],
    )

    assert {basis for _, basis, *_ in copied(brief).values()} == {"inferred"}


def test_one_article_that_credits_a_wire_is_its_only_copy() -> None:
    one = article("a1", "Rain fell.", outlet="Anchor", wire="SKP", relayed_from=("SKP",))
    brief = brief_of([one], [], [CopyGroup(id="g", articles=(one.id,), root=one.id, wire="SKP")])

    assert [node.note for node in brief.nodes if node.kind == "wire"] == [
        "text not in this collection; 1 copy"
    ]
    assert copied(brief)["a1"] == ("SKP", "stated", "credited outside the text", None)


def test_a_wires_own_text_is_no_copy_of_itself() -> None:
    one = article("a1", "Rain fell.", outlet="Skerry Press (SKP)", wire="Skerry Press")
    brief = brief_of([one], [], [CopyGroup(id="g", articles=(one.id,), root=one.id, wire="SKP")])

    assert copied(brief) == {}


def test_a_wire_whose_text_is_at_hand_is_not_called_unseen() -> None:
    one = article("a1", "Rain fell.", outlet="Skerry Press (SKP)", wire="SKP")
    two = article("a2", "It was wet.", outlet="Beacon")
    pair = link(one, two, basis=None, unseen="Skerry Press (SKP)", manner=CopyManner.REWORDED)
    groups = [CopyGroup(id="g", articles=(one.id, two.id), root=one.id, wire="SKP")]

    assert copied(brief_of([one, two], [pair], groups)) == {
        "a2": ("Skerry Press (SKP)", "inferred", "the text copied is the wire's own", None)
    }
