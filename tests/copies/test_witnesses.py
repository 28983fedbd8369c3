"""What texts share and what only some of them have."""

from __future__ import annotations

from firsthand.copies.witnesses import (
    Witness,
    changes,
    held,
    kept_beyond,
    lost_by_both,
    own_words,
    shared_changes,
    witness,
)
from firsthand.extract.plain import plain_article

FIRST = "The bakery on the corner of Lime Street closed its shutters for good on Saturday evening."
SECOND = "Its owner had sold rye bread there for forty years, and her father before her."
ADDED = (
    "A neighbour remembers the queues of the first winter after the war, when the baker stood at the "
    "door with a ladle and counted aloud, so that everybody in the street knew how much was left."
)


def text(*paragraphs: str) -> Witness:
    return witness(plain_article("\n\n".join(paragraphs), item="x"))


def test_a_text_that_another_holds_has_nothing_of_its_own() -> None:
    one, other = text(FIRST), text(FIRST, SECOND)
    own = own_words([one, other])

    assert own[one.article.id] == 0
    assert own[other.article.id] > 0
    assert held(other, [one, other]) == 1.0
    assert 0 < held(one, [one, other]) < 1
    assert own_words([]) == {}


def test_changes_are_counted_inside_the_roots_paragraphs_and_in_long_own_ones() -> None:
    root = text(FIRST, SECOND)
    changed = FIRST.replace("for good on Saturday evening", "for good at the weekend")
    one = text(changed, SECOND, ADDED, "Weather.")
    other = text(changed, ADDED)
    found = changes(one, root.codes)

    assert len(found.inside) == 3
    assert len(found.added) > 20
    assert shared_changes(found, changes(other, root.codes)) > 23
    assert shared_changes(found, changes(other, root.codes), added=False) == 3
    assert shared_changes(found, changes(root, root.codes)) == 0


def test_who_has_more_of_the_root_cannot_come_from_who_has_less() -> None:
    root, less = text(FIRST, SECOND), text(FIRST)

    assert kept_beyond(less, root, root.codes) > 0
    assert kept_beyond(root, less, root.codes) == 0
    assert lost_by_both(less, less, root.codes) == kept_beyond(less, root, root.codes)
