"""What was judged has a reason, and the reason has the score that was measured for it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from firsthand.annotate import Annotator
from firsthand.attribute import statements
from firsthand.attribute.scoring import measured
from firsthand.domain import (
    ArticleId,
    Manner,
    Reason,
    Span,
    Stance,
    Statement,
    StatementField,
    StatementId,
)
from firsthand.extract import plain_article
from firsthand.tables.reasonscores import Counted, scores_from

ALWAYS = (StatementField.MANNER, StatementField.STANCE)
WHERE_KNOWN = (
    StatementField.PARENT,
    StatementField.SPEAKER,
    StatementField.AUTHORITY,
    StatementField.RELAYS,
    StatementField.OCCASION,
    StatementField.MEDIUM,
    StatementField.SAID_ON,
    StatementField.HEDGED,
)


@cache
def found() -> tuple[Statement, ...]:
    path = Path(__file__).with_name("cases.toml")
    annotator = Annotator()
    return tuple(
        one
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
        for one in statements(
            annotator.read_names(
                plain_article(case["text"], item="case", published=case.get("published"))
            )
        )
    )


def made(*reasons: Reason, stance: Stance = Stance.ASSERTS) -> Statement:
    return Statement(
        id=StatementId("s1"),
        article=ArticleId("a1"),
        content=(Span(0, 4),),
        manner=Manner.INDIRECT,
        stance=stance,
        reasons=reasons,
    )


SCORES = scores_from(
    [
        Counted(field="stance", feature="the cue", value="denies", right=100, of=100),
        Counted(field="stance", feature="the cue", value="asserts", right=50, of=100),
        Counted(field="", feature="a rule", value="", right=80, of=100),
    ]
)


@pytest.mark.parametrize("field", ALWAYS, ids=lambda field: field.value)
def test_a_field_that_is_always_judged_always_has_a_reason(field: StatementField) -> None:
    assert found()
    assert [one for one in found() if not one.why(field)] == []


@pytest.mark.parametrize("field", WHERE_KNOWN, ids=lambda field: field.value)
def test_a_field_has_a_reason_where_it_has_a_value(field: StatementField) -> None:
    valued = [one for one in found() if getattr(one, field.value)]

    assert valued
    assert [one for one in valued if not one.why(field)] == []


def test_every_statement_says_how_it_was_found() -> None:
    assert [one for one in found() if not one.why()] == []


def test_scores_are_shares() -> None:
    assert all(-1 <= reason.score <= 1 for one in found() for reason in one.reasons)


def test_evidence_stands_in_the_statements_article() -> None:
    for one in found():
        assert {p.article for reason in one.reasons for p in reason.evidence} <= {one.article}


def test_a_measured_reason_has_its_measured_score() -> None:
    cue = Reason(feature="the cue", field="stance")
    denial = measured(made(cue, stance=Stance.DENIES), scores=SCORES)
    assertion = measured(made(cue), scores=SCORES)

    assert denial.score(StatementField.STANCE) > 0.9  # type: ignore[operator]
    assert assertion.score(StatementField.STANCE) < 0.6  # type: ignore[operator]


def test_what_was_never_counted_keeps_its_judges_score() -> None:
    known, new = Reason(feature="a rule"), Reason(feature="a new rule", score=0.4)

    assert measured(made(known, new), scores=SCORES).reasons[1] == new
    assert measured(made(new), scores=SCORES).score() == 0.4


def test_what_speaks_against_goes_on_speaking_against() -> None:
    against = Reason(feature="a rule", score=-0.3)

    assert measured(made(against), scores=SCORES).reasons == (against,)


class TestReasonsOfAStatement:
    """`why` and `score` give what was said of one field; the last reason decided."""

    def test_the_last_reason_decides(self) -> None:
        early = Reason(feature="a day beside the cue", field="said_on", score=0.9)
        late = Reason(feature="the story's day", field="said_on", score=0.5)
        one = made(early, late, Reason(feature="a rule"))

        assert one.why(StatementField.SAID_ON) == (early, late)
        assert one.score(StatementField.SAID_ON) == 0.5
        assert one.why() == (Reason(feature="a rule"),)

    def test_what_keeps_its_default_has_neither(self) -> None:
        assert made().why(StatementField.RELAYS) == ()
        assert made().score(StatementField.RELAYS) is None

    def test_a_reason_for_a_field_there_is_not_is_refused(self) -> None:
        with pytest.raises(ValueError, match="no field 'mood'"):
            made(Reason(feature="tone", field="mood"))
