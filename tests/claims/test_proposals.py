"""Which pairs of clauses are judged."""

import pytest

from firsthand.claims import proposals
from firsthand.claims.proposals import proposed, vectors_of
from firsthand.claims.units import units
from tests.claims.telling import Said, read, story

TEXT = (
    "The ferry struck the breakwater at dawn, Ona Brandt said.\n\n"
    "A ferry struck the long breakwater before dawn, Piet Maas said.\n\n"
    "The ferry had left the harbour of Ostend late, Lise Dorn said."
)
SAID = (
    Said(content="The ferry struck the breakwater at dawn", speaker="Ona Brandt"),
    Said(content="A ferry struck the long breakwater before dawn", speaker="Piet Maas"),
    Said(content="The ferry had left the harbour of Ostend late", speaker="Lise Dorn"),
)


def test_beyond_the_limit_only_the_closest_pairs_are_judged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = units(story(read(TEXT, "Harbour Tribune", SAID)))
    everything = proposed(found, vectors_of(found))
    monkeypatch.setattr(proposals, "_MOST_PAIRS", 1)
    kept = proposed(found, vectors_of(found))

    assert len(everything) > 1
    assert kept == [max(everything, key=lambda pair: pair[2])]
