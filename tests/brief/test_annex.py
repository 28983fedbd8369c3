from __future__ import annotations

from dataclasses import replace

from firsthand.brief.annex import descriptor, summary
from firsthand.brief.citing import citing
from firsthand.domain import Findings, SettledStory
from tests.brief.copied_story import wire_not_at_hand
from tests.brief.ferry_story import GAZETTE, LEDGER, OBSERVER, ferry_brief


def test_a_relay_is_called_a_relay_and_own_reporting_own() -> None:
    brief = ferry_brief()
    cite = citing(brief)

    assert descriptor(brief, cite.by_id[LEDGER], cite) == (
        "text of Adria Newswire, not in this collection; syndicated; same text as C; "
        "1 named statement, 0 unnamed; "
        "no own reporting found; sha256 222222222222…"
    )
    assert "; own reporting;" in descriptor(brief, cite.by_id[OBSERVER], cite)
    assert "syndicated" not in descriptor(brief, cite.by_id[GAZETTE], cite)


def test_the_summary_counts_echo_unnamed_and_contradictions() -> None:
    told = dict(summary(ferry_brief()))

    assert told["Echo"] == "1 of 3 articles (33 %) repeat another's text"
    assert told["Unnamed"] == "1 of 7 statements (14 %) have no named speaker"
    assert told["Contradictions"] == "1 open, 1 superseded or compatible"
    assert told["Age"] == "oldest 11 Mar 2025, newest 12 Mar 2025 08:05 UTC"


def test_a_story_without_anything_has_a_summary() -> None:
    full = ferry_brief()
    bare = replace(
        full,
        settled=SettledStory(story=full.settled.story, readings=()),
        findings=Findings(claims=()),
        notes=(),
        rejected=(),
    )

    assert dict(summary(bare))["Age"] == "no article dated"


def test_a_wire_that_prints_its_own_text_is_not_called_a_relay() -> None:
    brief = ferry_brief()
    cite = citing(brief)
    wire = replace(cite.by_id[GAZETTE], outlet="Adria Newswire", relayed_from=())

    assert descriptor(brief, wire, cite).startswith("the wire's own text; same text as N")


def test_a_press_release_names_its_issuer() -> None:
    brief = ferry_brief()
    cite = citing(brief)
    release = replace(cite.by_id[OBSERVER], issuer="Lanterna Lines")

    assert descriptor(brief, release, cite).startswith("issued by Lanterna Lines;")


def test_a_copy_that_credits_nobody_is_called_the_wires_by_another_copys_credit() -> None:
    brief = wire_not_at_hand()
    cite = citing(brief)
    told = [descriptor(brief, article, cite).split("; ")[0] for article in cite.articles]

    assert told == [
        "text of SKP, not in this collection",
        "text of SKP by the credit of another copy, not in this collection",
        "text of SKP, not in this collection",
    ]
