"""Two quantities agree as far as their wording, units and counted nouns allow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.domain import Quantity, Span
from firsthand.text.agreement import Bounds, Verdict, compare, values_meet

EQUAL, COMPATIBLE, DIFFERENT, NOT = (
    Verdict.EQUAL,
    Verdict.COMPATIBLE,
    Verdict.DIFFERENT,
    Verdict.NOT_COMPARABLE,
)


def told(
    low: float,
    how: str | None = None,
    unit: str | None = None,
    noun: str | None = "troop",
    high: float | None = None,
) -> Quantity:
    return Quantity(
        span=Span(0, 1),
        low=low,
        high=low if high is None else high,
        approximator=how,
        unit=unit,
        noun=noun,
    )


PAIRS = [
    (told(10_000), told(10_000), EQUAL),
    (told(10, "at-least"), told(10, "at-least"), EQUAL),
    (told(10_000, "about"), told(10_000), COMPATIBLE),
    (told(10_000, "at-least"), told(10_000), COMPATIBLE),
    (told(10_000, "at-least"), told(10_000, "about"), COMPATIBLE),
    (told(10, "at-least"), told(40), COMPATIBLE),
    (told(10, "at-least"), told(9), DIFFERENT),
    (told(10, "less-than"), told(12), DIFFERENT),
    (told(10, "less-than"), told(10), DIFFERENT),
    (told(10, "more-than"), told(10), DIFFERENT),
    (told(40, "at-most"), told(2), COMPATIBLE),
    (told(100, "nearly"), told(97), COMPATIBLE),
    (told(100, "nearly"), told(120), DIFFERENT),
    (told(2.61e6), told(2.6e6), COMPATIBLE),
    (told(1_847), told(1_800), COMPATIBLE),
    (told(11), told(12), DIFFERENT),
    (told(40), told(42), DIFFERENT),
    (told(10_000), told(12_000), DIFFERENT),
    (told(20, high=30), told(25, high=40), COMPATIBLE),
    (told(20, high=30), told(31, high=40), DIFFERENT),
    (told(24, high=99), told(60), COMPATIBLE),
    (told(2 / 3, noun="voter"), told(66.7, unit="%", noun="voter"), EQUAL),
    (told(0.5, noun="voter"), told(54, unit="%", noun="voter"), DIFFERENT),
    (told(54, unit="%", noun="voter"), told(55, unit="%", noun="voter"), DIFFERENT),
    (told(61.4, unit="%", noun="voter"), told(61, unit="%", noun="voter"), COMPATIBLE),
    (told(12), told(12, unit="%"), NOT),
    (told(15, unit="kilometre"), told(15_000, unit="metre"), EQUAL),
    (told(15, unit="kilometre"), told(9, unit="mile"), COMPATIBLE),
    (told(15, unit="kilometre"), told(12, unit="mile"), DIFFERENT),
    (told(500, unit="tonne"), told(500, unit="ton"), COMPATIBLE),
    (told(2, unit="tonne"), told(2000, unit="kilogram"), EQUAL),
    (told(20, unit="°C"), told(68, unit="°F"), EQUAL),
    (told(40, unit="°C"), told(40, unit="°F"), DIFFERENT),
    (told(1, unit="square kilometre"), told(100, unit="hectare"), EQUAL),
    (told(100, unit="acre"), told(40.5, unit="hectare"), EQUAL),
    (told(5, unit="kilometre"), told(5, unit="tonne"), NOT),
    (told(5, unit="USD"), told(5, unit="EUR"), NOT),
    (told(5, unit="USD"), told(5, unit="USD"), EQUAL),
    (told(12, noun="tank"), told(12, noun="drone"), NOT),
    (told(12, noun=None), told(12, noun="drone"), NOT),
    (told(12, noun=None), told(12, noun=None), EQUAL),
    (told(12, noun="people"), told(12, noun="person"), EQUAL),
    (told(12, noun="victim"), told(12, noun="life"), EQUAL),
    (told(12, noun="soldier"), told(40, noun="person"), COMPATIBLE),
    (told(40, noun="soldier"), told(12, noun="person"), DIFFERENT),
    (told(12, noun="tank"), told(12, noun="person"), NOT),
    (told(-4, unit="°C"), told(-4, unit="°C"), EQUAL),
]


@pytest.mark.parametrize(("a", "b", "verdict"), PAIRS)
def test_two_quantities_are_compared(a: Quantity, b: Quantity, verdict: Verdict) -> None:
    found = compare(a, b)

    assert found.verdict is verdict
    assert found.reasons


def _phrase(text: str, phrase: str, noun: str, low: float) -> tuple[Quantity, str]:
    start = text.index(phrase)
    span = Span(start, start + len(phrase))
    return Quantity(span=Span(0, 2), low=low, high=low, noun=noun, noun_span=span), text


NARROWED = [
    ("North Korean troops sent for training", 10_000, "Ukrainian troops", 10_000, NOT),
    ("North Korean troops", 10_000, "North Korean troops", 10_000, EQUAL),
    ("North Korean troops", 10_000, "the North Korean troops", 10_000, EQUAL),
    ("North Korean troops", 3_000, "troops", 10_000, COMPATIBLE),
    ("North Korean troops", 12_000, "troops", 10_000, DIFFERENT),
    ("troops", 10_000, "troops sent for training", 10_000, COMPATIBLE),
]


@pytest.mark.parametrize(("one", "low", "two", "other", "verdict"), NARROWED)
def test_what_narrows_a_noun_is_compared(
    one: str, low: float, two: str, other: float, verdict: Verdict
) -> None:
    a, text = _phrase(f"10 {one} went.", one, "troop", low)
    b, beside = _phrase(f"10 {two} left.", two, "troop", other)

    assert compare(a, b, texts=(text, beside)).verdict is verdict
    assert compare(b, a, texts=(beside, text)).verdict is verdict


def test_the_narrow_reading_keeps_bounds_close() -> None:
    least = told(10, "at-least")

    assert values_meet(least, told(40))
    assert not values_meet(least, told(40), bounds=Bounds.NARROW)
    assert values_meet(least, told(10), bounds=Bounds.NARROW)


HOW = st.sampled_from([None, "about", "at-least", "at-most", "nearly", "more-than", "less-than"])
UNITS = st.sampled_from(
    [None, "%", "metre", "kilometre", "mile", "tonne", "ton", "USD", "EUR", "°C"]
)
NOUNS = st.sampled_from([None, "person", "soldier", "tank"])
VALUES = st.integers(min_value=1, max_value=10**7).map(lambda n: n / 10)
QUANTITIES = st.builds(
    lambda low, width, how, unit, noun: told(low, how, unit, noun, high=low + width),
    VALUES,
    st.sampled_from([0.0, 0.0, 5.0]),
    HOW,
    UNITS,
    NOUNS,
)


@given(QUANTITIES)
def test_a_quantity_equals_itself(a: Quantity) -> None:
    assert compare(a, a).verdict is EQUAL


@given(QUANTITIES, QUANTITIES)
def test_the_order_does_not_matter(a: Quantity, b: Quantity) -> None:
    assert compare(a, b).verdict is compare(b, a).verdict
    assert values_meet(a, b) is values_meet(b, a)


@given(VALUES, VALUES, HOW, HOW)
def test_a_unit_of_another_size_keeps_the_verdict(
    low: float, other: float, how: str | None, beside: str | None
) -> None:
    near = compare(told(low, how, "kilometre"), told(other, beside, "kilometre"))
    far = compare(told(low, how, "kilometre"), told(other * 1000, beside, "metre"))

    assert near.verdict is far.verdict
