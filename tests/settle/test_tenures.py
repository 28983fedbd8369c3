"""Since when and until when posts are held, as the texts say; never finer than they say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.domain import Precision, Reading, Role, Span, Tenure, When
from tests.settle.stories import PERSON, article, told


def with_time(reading: Reading, written: str, earliest: str, precision: Precision) -> Reading:
    """The reading with one time."""
    at = reading.article.text.index(written)
    when = When(
        span=Span(at, at + len(written)), kind="DATE", value=earliest, earliest=earliest,
        latest=earliest, precision=precision,
    )  # fmt: skip
    return replace(reading, times=(when,))


def role(text: str, time: str, earliest: str, precision: Precision) -> Role:
    reading = article("a", text, people=("Ana Ruiz",), bodies=("Northern Ferries",), day="2031-06-02",
                      says=(("It leaks", "Ana Ruiz", "Ana Ruiz", PERSON),))  # fmt: skip
    story = told(with_time(reading, time, earliest, precision))
    return next(one for one in story.actors if one.name == "Ana Ruiz").held[0]


@pytest.mark.parametrize(
    ("text", "when", "expected"),
    [
        ("It leaks, said Ana Ruiz, director of Northern Ferries since 2029.",
         ("2029", "2029-01-01", Precision.YEAR), ("2029", None, Tenure.HELD)),
        ("It leaks, said Ana Ruiz, the Northern Ferries director, who stepped down in May.",
         ("May", "2031-05-01", Precision.MONTH), (None, "2031-05", Tenure.FORMER)),
        ("It leaks, said Ana Ruiz, the Northern Ferries director, who was appointed on Monday.",
         ("Monday", "2031-05-26", Precision.DAY), ("2031-05-26", None, Tenure.HELD)),
        ("It leaks, said Ana Ruiz, director of Northern Ferries until 2030.",
         ("2030", "2030-01-01", Precision.YEAR), (None, "2030", Tenure.FORMER)),
        ("It leaks, said Ana Ruiz, a former director of Northern Ferries. It rained in 2030.",
         ("2030", "2030-01-01", Precision.YEAR), (None, None, Tenure.FORMER)),
        ("It leaks, said Ana Ruiz, acting director of Northern Ferries. It rained in 2030.",
         ("2030", "2030-01-01", Precision.YEAR), (None, None, Tenure.ACTING)),
    ],
)  # fmt: skip
def test_times_of_a_role(
    text: str,
    when: tuple[str, str, Precision],
    expected: tuple[str | None, str | None, Tenure],
) -> None:
    found = role(text, *when)

    assert (found.since, found.until, found.tenure) == expected
    assert (found.first, found.last) == ("2031-06-02", "2031-06-02")
    assert found.body in {"Northern Ferries", None}
