"""What becomes a unit, and what puts nothing."""

from __future__ import annotations

from dataclasses import replace

from firsthand.claims.units import units
from tests.claims.telling import Said, read, story


def _wordings(text: str, *said: Said) -> list[str]:
    return [u.wording for u in units(story(read(text, "The Skarvik Post", said)))]


def test_a_condition_puts_nothing() -> None:
    told = _wordings("If the council does not pay this month, the old quay will be closed.")

    assert not any(
        w.startswith("If the council does not pay this month") and "quay" not in w for w in told
    )


def test_when_something_will_be_known_puts_nothing() -> None:
    said = Said(content="when trains might reach the coast again", speaker="The mayor")

    assert _wordings("The mayor said when trains might reach the coast again.", said) == []


def test_a_relative_clause_is_told_with_what_it_is_about() -> None:
    told = _wordings("The ferry hit the new terminal, which opened to large ships in 1998.")

    assert any("terminal opened to large ships" in w for w in told)


def test_an_issuer_speaks_in_its_own_voice() -> None:
    reading = read("The inner harbour is closed to large ships.", "Port of Skarvik")
    issued = replace(reading, article=replace(reading.article, issuer="Port of Skarvik"))
    (unit,) = units(story(issued))

    assert unit.statement is None
    assert unit.voice == ("Port of Skarvik",)
