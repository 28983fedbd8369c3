"""Which relation stands in which: the quick way gives what the plain definition gives."""

from __future__ import annotations

from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from firsthand.attribute.nesting import parents
from firsthand.attribute.relation import Relation
from firsthand.domain import Stance
from firsthand.tables.cues import Cue

SAYS = Cue(lemma="say", stance=Stance.ASSERTS)


def relation(anchor: int, content: frozenset[int]) -> Relation:
    return Relation(
        anchor=anchor,
        cue=frozenset({anchor}),
        source=frozenset(),
        source_head=None,
        content=content - {anchor},
        reading=SAYS,
    )


def plainly(found: list[Relation]) -> list[int | None]:
    """By the definition: of all whose content holds cue and content, the smallest, then the first."""
    told: list[int | None] = []
    for number, child in enumerate(found):
        needed = child.content | {child.anchor}
        over = [
            (len(one.content), other)
            for other, one in enumerate(found)
            if other != number and needed <= one.content and len(one.content) > len(child.content)
        ]
        told.append(min(over)[1] if over else None)
    return told


relations = st.lists(
    st.builds(
        lambda anchor, first, size: relation(anchor, frozenset(range(first, first + size))),
        st.integers(0, 30),
        st.integers(0, 25),
        st.integers(1, 12),
    ),
    max_size=14,
)


class TestParents:
    """A parent's content holds its child's cue and content; of several the smallest counts."""

    @given(found=relations)
    def test_as_the_definition_says(self, found: list[Relation]) -> None:
        assert parents(found) == plainly(found)

    @given(found=relations)
    def test_nothing_is_its_own_ancestor(self, found: list[Relation]) -> None:
        above = parents(found)
        for number in range(len(found)):
            seen = {number}
            at = above[number]
            while at is not None:
                assert at not in seen
                seen.add(at)
                at = above[at]


def test_a_chain_hangs_link_on_link() -> None:
    found = [relation(at, frozenset(range(at + 1, 10))) for at in range(5)]

    assert parents(found) == [None, 0, 1, 2, 3]


def test_work_grows_with_the_words_not_with_the_square_of_the_relations() -> None:
    found = [relation(20 * at, frozenset(range(20 * at + 1, 20 * at + 9))) for at in range(20_000)]
    start = process_time()
    above = parents(found)

    assert set(above) == {None}
    assert process_time() - start < 5  # looking at each pair takes minutes
