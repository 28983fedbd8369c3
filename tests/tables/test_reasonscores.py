"""Scores are shares of right answers, drawn towards what is better known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.domain import StatementField
from firsthand.tables.reasonscores import Counted, Graded, reason_scores, scores_from

_SHIPPED = reason_scores()


def counted(feature: str, right: int, of: int, value: str = "") -> Counted:
    return Counted(field="stance", feature=feature, value=value, right=right, of=of)


def test_a_reason_seen_often_has_its_own_share() -> None:
    scores = scores_from([counted("a", 900, 1000), counted("b", 10, 1000)])

    assert scores.score("stance", "a") == pytest.approx(0.9, abs=0.01)
    assert scores.score("stance", "b") == pytest.approx(0.01, abs=0.01)


def test_a_reason_seen_once_claims_no_certainty() -> None:
    scores = scores_from([counted("a", 70, 100), counted("b", 1, 1), counted("c", 0, 1)])
    right, wrong = scores.score("stance", "b"), scores.score("stance", "c")

    assert right is not None
    assert wrong is not None
    assert 0.5 < wrong < 0.7 < right < 0.8


def test_the_value_given_counts_where_it_was_seen() -> None:
    scores = scores_from([counted("cue", 10, 100, "asserts"), counted("cue", 100, 100, "denies")])
    asserts, denies = (scores.score("stance", "cue", one) for one in ("asserts", "denies"))

    assert asserts is not None
    assert denies is not None
    assert asserts < 0.2
    assert denies > 0.9
    assert scores.score("stance", "cue", "warns") == scores.score("stance", "cue")


def test_what_was_not_counted_has_no_score() -> None:
    scores = scores_from([counted("a", 1, 1)])

    assert scores.score("stance", "unheard of") is None
    assert scores.score("speaker", "a") is None
    assert scores_from([]).score("stance", "a") is None


class TestGrades:
    """A model's grades are counted in stretches; a higher grade never has a lower score."""

    def score(self, *stretches: tuple[float, int, int], grade: float) -> float:
        graded = [
            Graded(field="speaker", feature="ranked", low=low, right=right, of=of)
            for low, right, of in stretches
        ]
        found = scores_from([], graded).score("speaker", "ranked", "person", grade=grade)
        assert found is not None
        return found

    def test_a_grade_has_the_share_of_its_stretch(self) -> None:
        told = (0.2, 100, 400), (0.7, 240, 400), (0.9, 390, 400)

        assert self.score(*told, grade=0.5) == pytest.approx(0.25, abs=0.02)
        assert self.score(*told, grade=0.7) == pytest.approx(0.6, abs=0.02)
        assert self.score(*told, grade=1.0) == pytest.approx(0.97, abs=0.02)

    def test_a_grade_below_all_that_were_counted_has_the_lowest_share(self) -> None:
        told = (0.2, 100, 400), (0.7, 240, 400)

        assert self.score(*told, grade=0.01) == self.score(*told, grade=0.3)

    @given(
        counts=st.lists(
            st.integers(0, 40).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of + 1))),
            min_size=1,
            max_size=8,
        )
    )
    def test_scores_rise_with_grades(self, counts: list[tuple[int, int]]) -> None:
        told = [(n / len(counts), right, of) for n, (right, of) in enumerate(counts)]
        scores = [self.score(*told, grade=n / 20) for n in range(21)]

        assert scores == sorted(scores)
        assert all(0 < score < 1 for score in scores)


def test_the_shipped_scores_are_of_fields_there_are() -> None:
    known = {"", *(field.value for field in StatementField)}

    assert _SHIPPED.of_feature
    assert {field for field, _ in _SHIPPED.of_feature} <= known
    assert all(0 < score < 1 for score in _SHIPPED.of_feature.values())
    assert all(0 < score < 1 for score in _SHIPPED.of_value.values())
