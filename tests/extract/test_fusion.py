"""Facts about one article: whom to believe, what agrees, what is passed over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.domain import DateBound, Fact, Field, OutletBasis, Standing
from firsthand.extract.fusion import Fused, fused

SOURCES = ("sidecar", "recorded", "json-ld", "open-graph", "meta", "microdata", "visible", "rss")


def fact(field: Field, value: str, source: str) -> Fact:
    return Fact(field=field, value=value, source=source)


def standings(found: Fused, field: Field) -> dict[str, Standing]:
    return {
        f"{one.fact.source}:{one.fact.value}": one.standing
        for one in found.evidence
        if one.fact.field is field
    }


def test_nothing_stated_gives_nothing() -> None:
    assert fused(()) == Fused()


def test_the_sidecar_goes_before_everything() -> None:
    found = fused(
        [
            fact(Field.TITLE, "Ferry runs aground", "json-ld"),
            fact(Field.TITLE, "Ferry aground off Odda", "sidecar"),
            fact(Field.OUTLET, "Reuters", "open-graph"),
            fact(Field.OUTLET, "The Fjord Ledger", "sidecar"),
        ]
    )

    assert found.title == "Ferry aground off Odda"
    assert (found.outlet, found.outlet_basis) == ("The Fjord Ledger", OutletBasis.CLAIMED)


def test_the_printed_headline_goes_before_the_one_for_machines() -> None:
    found = fused(
        [
            fact(Field.TITLE, "Odda ferry disaster: what we know", "open-graph"),
            fact(Field.TITLE, "Ferry runs aground off Odda", "visible"),
            fact(Field.TITLE, "Ferry runs aground off Odda | The Fjord Ledger", "window"),
            fact(Field.OUTLET, "The Fjord Ledger", "open-graph"),
        ]
    )

    assert found.title == "Ferry runs aground off Odda"
    assert list(standings(found, Field.TITLE).values()) == [
        Standing.WON,
        Standing.DISAGREES,
        Standing.AGREES,
    ]


def test_a_title_that_is_the_site_s_name_is_passed_over() -> None:
    found = fused(
        [
            fact(Field.TITLE, "The Fjord Ledger", "visible"),
            fact(Field.TITLE, "Ferry runs aground off Odda", "rss"),
            fact(Field.OUTLET, "The Fjord Ledger", "rss"),
        ]
    )

    assert found.title == "Ferry runs aground off Odda"
    assert standings(found, Field.TITLE)["visible:The Fjord Ledger"] is Standing.PASSED_OVER


def test_agencies_are_wires_and_never_authors() -> None:
    found = fused(
        [
            fact(Field.AUTHOR, "Mara Feld", "json-ld"),
            fact(Field.AUTHOR, "AFP", "json-ld"),
            fact(Field.AUTHOR, "The Associated Press", "meta"),
            fact(Field.WIRE, "dpa", "visible"),
        ]
    )

    assert found.authors == ("Mara Feld",)
    assert found.wires == ("Agence France-Presse (AFP)", "Associated Press (AP)", "dpa")
    assert standings(found, Field.AUTHOR) == {
        "json-ld:Mara Feld": Standing.WON,
        "json-ld:AFP": Standing.PASSED_OVER,
        "meta:The Associated Press": Standing.PASSED_OVER,
    }


def test_only_an_update_bounds_the_publication() -> None:
    found = fused([fact(Field.UPDATED, "2026-11-02T10:00:00+01:00", "visible")])

    assert found.published == found.updated == "2026-11-02T10:00:00+01:00"
    assert found.published_bound is DateBound.NOT_AFTER


@pytest.mark.parametrize(("value", "held"), [("yes", True), ("no", False)])
def test_a_paywall_is_said_or_not(value: str, held: bool) -> None:
    assert fused([fact(Field.PAYWALL, value, "json-ld")]).paywalled is held


def test_all_credits_and_corrections_are_kept_once() -> None:
    found = fused(
        [
            fact(Field.CREDIT, "A. Nyberg", "visible"),
            fact(Field.CREDIT, "A. Nyberg", "json-ld"),
            fact(Field.CORRECTION, "Correction: the ferry had 80 people on board.", "visible"),
        ]
    )

    assert found.credits == ("A. Nyberg",)
    assert found.corrections == ("Correction: the ferry had 80 people on board.",)


FACTS = st.lists(
    st.builds(
        Fact,
        field=st.sampled_from(list(Field)),
        value=st.sampled_from(
            ["Mara Feld", "AFP", "2026-11-02", "https://fjord.example/a", "yes", "The Ledger", " "]
        ),
        source=st.sampled_from(SOURCES),
    ),
    max_size=12,
)


@given(FACTS)
def test_every_fact_that_says_something_is_in_the_evidence_once(facts: list[Fact]) -> None:
    found = fused(facts)

    assert sorted(map(repr, (one.fact for one in found.evidence))) == sorted(
        {repr(one) for one in facts if one.value.strip()}
    )


@given(FACTS)
def test_the_order_of_sources_does_not_matter(facts: list[Fact]) -> None:
    by_source = sorted(facts, key=lambda one: one.source)

    assert fused(by_source) == fused(sorted(facts, key=lambda one: one.source, reverse=True))
