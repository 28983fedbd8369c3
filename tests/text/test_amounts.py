from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.text.amounts import amounts_in
from firsthand.text.numbers import number_of, ordinal_of

NUMBERS = [
    ("3,000", 3000),
    ("2 1/2", 2.5),
    ("3.5 million", 3_500_000),
    ("20k", 20_000),
    ("twenty-four", 24),
    ("a hundred and five", 105),
    ("half a million", 500_000),
    ("three hundred thousand", 300_000),
    ("nineteen ninety-four", 1994),
    ("two dozen", 24),
    ("½", 0.5),
]


@pytest.mark.parametrize(("written", "value"), NUMBERS)
def test_numbers_as_written(written: str, value: float) -> None:
    assert number_of(written) == value


@pytest.mark.parametrize("written", ["", "and", "soldiers", "12 men"])
def test_what_is_no_number(written: str) -> None:
    assert number_of(written) is None


def test_ordinals() -> None:
    assert [ordinal_of(word) for word in ("third", "21st", "twenty-first", "one")] == [
        3,
        21,
        21,
        None,
    ]


AMOUNTS = [
    ("about 10,000 troops", (10_000, 10_000, "about", None)),
    ("as many as 300 people", (300, 300, "at-most", None)),
    ("at least twelve people", (12, 12, "at-least", None)),
    ("between 200 and 300 people", (200, 300, None, None)),
    ("200-300 people", (200, 300, None, None)),
    ("two to three million euros", (2e6, 3e6, None, "EUR")),
    ("€20bn", (20e9, 20e9, None, "EUR")),
    ("more than $5.5 million", (5.5e6, 5.5e6, "more-than", "USD")),
    ("10 per cent", (10, 10, None, "%")),
    ("two-thirds", (0.666667, 0.666667, None, None)),
    ("dozens", (24, 99, None, None)),
    ("tens of thousands", (20_000, 99_999, None, None)),
    ("several hundred", (200, 999, None, None)),
    ("20 or so", (20, 20, "about", None)),
    ("20km", (20, 20, None, "kilometre")),
    ("KSh45m", (45e6, 45e6, None, "KES")),
    ("GH¢2,070", (2070, 2070, None, "GHS")),
    ("31p a share", (0.31, 0.31, None, "GBP")),
    ("minus 12 degrees Celsius", (-12, -12, None, "°C")),
    ("half a metre", (0.5, 0.5, None, "metre")),
    ("a half-dozen", (6, 6, None, None)),
    ("a couple of hundred", (200, 200, "about", None)),
    ("a score of men", (20, 20, None, None)),
    ("1.2 lakh crore rupees", (1.2e12, 1.2e12, None, "INR")),
    ("5 km to 10 km", (5, 10, None, "kilometre")),
    ("$3-4m", (3e6, 4e6, None, "USD")),
    ("a depth of 30m", (30, 30, None, "metre")),
    ("30m people", (30e6, 30e6, None, None)),
    ("40-odd miles", (40, 40, "about", "mile")),
    ("at least another 12", (12, 12, "at-least", None)),
    ("a little under £2,000", (2000, 2000, "nearly", "GBP")),
    ("well over 100", (100, 100, "more-than", None)),
    ("hundreds, if not thousands, of people", (200, 9999, None, None)),
    ("three-quarters of an inch", (0.75, 0.75, None, "inch")),
]


@pytest.mark.parametrize(("text", "expected"), AMOUNTS)
def test_amounts(text: str, expected: tuple[float, float, str | None, str | None]) -> None:
    (amount,) = amounts_in(text, 0, len(text))

    assert (amount.low, amount.high, amount.approximator, amount.unit) == expected


@pytest.mark.parametrize("text", ["a 3-2 win", "the 3rd man", "no figures"])
def test_no_amount(text: str) -> None:
    assert list(amounts_in(text, 0, len(text))) == []


@given(st.text(alphabet="0123456789 ,.-%$€½kmabout two and", max_size=40))
def test_amounts_lie_inside_in_order_with_low_not_above_high(text: str) -> None:
    position = 0
    for amount in amounts_in(text, 0, len(text)):
        assert position <= amount.span.start < amount.span.end <= len(text)
        assert amount.span.holds(amount.number)
        assert amount.low <= amount.high
        position = amount.span.end


def test_figures_by_the_hundred_are_no_number() -> None:
    written = f"The board showed {'7' * 400} people and the {'7' * 5000}th visitor; 12 people left."

    assert [amount.low for amount in amounts_in(written, 0, len(written))] == [12]
    assert number_of("7" * 400) is None
    assert ordinal_of("7" * 5000 + "th") is None


@pytest.mark.parametrize("text", ["the R4 and N1 roads", "1080p screen", "the 21st", "in 10:30"])
def test_what_is_no_amount(text: str) -> None:
    assert list(amounts_in(text, 0, len(text))) == []


TWO = [
    ("Crude fell $1.20 to $71.15 a barrel.", [(1.2, "USD"), (71.15, "USD")]),
    ("Oil, down $12 to $980, led.", [(12, "USD"), (980, "USD")]),
    ("Support fell by 12 to 40.", [(12, None), (40, None)]),
    ("Sales dropped 1,200 to 8,400.", [(1200, None), (8400, None)]),
    ("The shares fell by 12 to 40 pence.", [(0.12, "GBP"), (0.4, "GBP")]),
    ("In May fell 12 to 40.", [(12, None), (40, None)]),
    ("It rose from 31 to 38.", [(31, None), (38, None)]),
    ("The jump from 31 to 38 came late.", [(31, None), (38, None)]),
    ("It was cut from 4.5 to 4.25 percent.", [(4.5, "%"), (4.25, "%")]),
    ("Wages rose from 3 to 4 euros.", [(3, "EUR"), (4, "EUR")]),
]


@pytest.mark.parametrize(("text", "expected"), TWO)
def test_a_change_is_two_amounts(text: str, expected: list[tuple[float, str | None]]) -> None:
    found = list(amounts_in(text, 0, len(text)))

    assert [(one.low, one.unit) for one in found] == expected
    assert all(one.low == one.high for one in found)


RANGES = [
    ("Depths ranged from 2 to 11 inches.", 2, 11),
    ("Rain of 2 to 11 inches fell.", 2, 11),
    ("Prices rose 3 to 4 percent.", 3, 4),
    ("Heat will rise by 2 to 9 degrees.", 2, 9),
    ("Prices will fall $3 to $12 a tonne.", 3, 12),
    ("It may have fallen 3 to 12.", 3, 12),
    ("Output fell to 3 to 4 percent.", 3, 4),
    ("The army lost 3 to 12 men.", 3, 12),
    ("The price was from 31 to 38 euros.", 31, 38),
]


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_a_range_is_one_amount(text: str, low: float, high: float) -> None:
    (found,) = amounts_in(text, 0, len(text))

    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("text", ["12 m\u00aden", "12 m\u200ben", "4 k\u00admers"])
def test_a_mark_that_is_not_seen_makes_no_unit(text: str) -> None:
    (found,) = amounts_in(text, 0, len(text))

    assert found.unit is None
    assert found.span.of(text) == text.split(maxsplit=1)[0]


HOSTILE = [
    "five ",
    "hundred ",
    "1",
    "1,",
    "five and a half ",
    " ",
    ",-1",
    "about ",
    "1 in ",
    "5 to ",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_search_never_goes_back(unit: str) -> None:
    """Long lists of number words, figures and blanks are read to their end, in order."""
    text = unit * (8_000 // len(unit))
    spans = [amount.span for amount in amounts_in(text, 0, len(text))]

    assert all(a.end <= b.start for a, b in pairwise(spans))
