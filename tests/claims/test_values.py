"""Numbers and days: what agrees, what cannot."""

from __future__ import annotations

import pytest

from firsthand.claims.values import clashing, days_apart
from firsthand.domain import Precision, Quantity, Span, When


def _count(low: float, noun: str | None, approximator: str | None = None) -> Quantity:
    return Quantity(span=Span(0, 1), low=low, high=low, noun=noun, approximator=approximator)


def _day(day: str, precision: Precision = Precision.DAY) -> When:
    return When(
        span=Span(0, 1), kind="DATE", value=day, earliest=day, latest=day, precision=precision
    )


@pytest.mark.parametrize(
    ("a", "b", "noun"),
    [
        (_count(14, "sailor"), _count(31, "sailor"), "sailor"),
        (_count(10_000, "soldier", "about"), _count(10_000, "soldier"), None),
        (_count(10_000, "soldier", "at-least"), _count(10_000, "soldier"), None),
        (_count(3_000, "soldier"), _count(10_000, "soldier"), "soldier"),
        (_count(14, "sailor"), _count(31, "tank"), None),
        (_count(14, "people"), _count(31, "resident"), "resident"),
        (_count(14, None), _count(31, None), None),
    ],
)
def test_numbers_of_one_counted_noun_clash_when_they_cannot_both_hold(
    a: Quantity, b: Quantity, noun: str | None
) -> None:
    assert clashing([a], [b]) == noun
    assert (clashing([b], [a]) is None) == (noun is None)


def test_a_part_of_a_whole_does_not_clash_with_the_whole() -> None:
    assert clashing([_count(2, "tank"), _count(40, "tank")], [_count(40, "tank")]) is None


def test_exact_days_are_apart_and_a_month_is_never_apart_from_its_day() -> None:
    assert days_apart([_day("2025-03-10")], [_day("2025-03-12")])
    assert not days_apart([_day("2025-03-10")], [_day("2025-03-10")])
    assert not days_apart([_day("2025-03-10")], [_day("2025-03-12", Precision.MONTH)])
    assert not days_apart([], [_day("2025-03-12")])
