from dataclasses import replace

from firsthand.brief.reasons import why_not_more
from firsthand.domain import ArticleId, Merge, Passage, Reason, Span
from tests.brief.ferry_story import ferry_brief

LETTERS = {ArticleId("one"): "B"}


def _why(*merges: Merge) -> str:
    return why_not_more(replace(ferry_brief().findings.claims[0], merges=merges), LETTERS)


def _bare(a: str, b: str, feature: str = "states no basis of its own") -> Merge:
    return Merge(a=a, b=b, reason=Reason(feature=feature))


def test_bodies_without_a_basis_are_named_once_in_one_clause() -> None:
    assert _why(_bare("the crew", "the log"), _bare("the union", "the log")) == (
        "the crew and the union give no basis of their own"
    )
    assert _why(_bare("the crew", "the log", "neither states a basis of its own")) == (
        "the crew and the log give no basis of their own"
    )


def test_a_stated_dependence_is_quoted_with_its_article() -> None:
    evidence = (Passage(ArticleId("one"), Span(0, 5)),)
    follows = Merge(
        a="the council",
        b="the guild",
        reason=Reason(feature="“following reports from the guild”", evidence=evidence),
    )

    assert _why(follows) == "the council: “following reports from the guild” [B]"


def test_nothing_merged_needs_no_reason() -> None:
    assert _why() == ""
