"""Kinds of claims and who affirms what."""

from __future__ import annotations

import pytest

from firsthand.claims.kinds import affirms, kind_of, polarity_of
from firsthand.claims.units import Unit, units
from firsthand.domain import ClaimKind, Manner, Polarity, Stance
from tests.claims.telling import Said, read, story


def _unit(text: str, said: Said) -> Unit:
    found = [u for u in units(story(read(text, "The Valley Post", (said,)))) if u.statement]
    return found[0]


@pytest.mark.parametrize(
    ("text", "said", "kind"),
    [
        (
            "Harbour master Ida Lund said the ferry had sunk at the northern pier.",
            Said(content="the ferry had sunk at the northern pier", speaker="Ida Lund"),
            ClaimKind.FACT,
        ),
        (
            "Harbour master Ida Lund said the port will reopen on Friday morning.",
            Said(content="the port will reopen on Friday morning", speaker="Ida Lund"),
            ClaimKind.FORECAST,
        ),
        (
            "Harbour master Ida Lund said the owners should pay for the damage.",
            Said(content="the owners should pay for the damage", speaker="Ida Lund"),
            ClaimKind.DEMAND,
        ),
        (
            "Harbour master Ida Lund said the decision was irresponsible and illegal.",
            Said(content="the decision was irresponsible and illegal", speaker="Ida Lund"),
            ClaimKind.JUDGEMENT,
        ),
        (
            'Harbour master Ida Lund called it a "floating coffin" on Monday.',
            Said(
                content='it a "floating coffin"',
                speaker="Ida Lund",
                cue="called",
                stance=Stance.DESCRIBES,
                manner=Manner.MIXED,
            ),
            ClaimKind.UTTERANCE,
        ),
    ],
)
def test_a_unit_has_the_kind_its_words_show(text: str, said: Said, kind: ClaimKind) -> None:
    assert kind_of(_unit(text, said)) == kind


@pytest.mark.parametrize(
    ("text", "content", "cue", "stance", "holds"),
    [
        ("Lund said the valve was open.", "the valve was open", "said", Stance.ASSERTS, True),
        (
            "Lund said the valve was not open.",
            "the valve was not open",
            "said",
            Stance.ASSERTS,
            False,
        ),
        (
            "Lund denied that the valve was open.",
            "the valve was open",
            "denied",
            Stance.DENIES,
            False,
        ),
        (
            "Lund said no one in the port had seen the letter.",
            "no one in the port had seen the letter",
            "said",
            Stance.ASSERTS,
            False,
        ),
        (
            "Lund said the fire was by no means under control.",
            "the fire was by no means under control",
            "said",
            Stance.ASSERTS,
            False,
        ),
    ],
)
def test_denials_and_negations_turn_a_proposition_round(
    text: str, content: str, cue: str, stance: Stance, holds: bool
) -> None:
    unit = _unit(text, Said(content=content, speaker="Lund", cue=cue, stance=stance))

    assert affirms(unit) is holds


def test_a_denial_in_the_words_of_the_content_is_not_turned_round_again() -> None:
    text = "Lund said the valve was not open."
    said = Said(
        content="the valve was not open", speaker="Lund", stance=Stance.DENIES, denies_inside=True
    )

    assert affirms(_unit(text, said)) is False


def test_a_refusal_takes_no_position_and_is_shown_with_its_cue() -> None:
    text = "Lund declined to say whether the captain had been drinking that night."
    unit = _unit(
        text,
        Said(
            content="whether the captain had been drinking that night",
            speaker="Lund",
            cue="declined to say",
            stance=Stance.DECLINES,
        ),
    )

    assert polarity_of(unit, kind=ClaimKind.FACT, negative=False) is Polarity.NEITHER
    assert unit.quoted.startswith("declined to say whether")
