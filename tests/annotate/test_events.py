from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.annotate.events import event_type
from firsthand.tables.eventwords import event_patterns, negated_category

GOLD = Path(__file__).parents[2].parent / "shared/bench/timelines/dev/plover_gsr.jsonl"
FLOOR = 0.55
"""Share of sentences given their category; 0.608 when this was written."""

CATEGORIES = {pattern.category for pattern in event_patterns()}


@pytest.mark.parametrize(
    ("sentence", "category"),
    [
        ("Norway condemned the raid on the fishing fleet.", "DISAPPROVE"),
        ("Thousands of miners marched through Lima in protest.", "PROTEST"),
        ("Austria urged both sides to return to the table.", "DEMAND"),
        ("Peru refused to sign the fishing accord.", "REJECT"),
        ("Chile imposed sanctions on two shipping firms.", "SANCTION"),
        ("The foreign ministers of Fiji and Tonga held talks in Suva.", "CONSULT"),
        ("Police arrested eleven editors in the capital.", "COERCE"),
        ("Malta sent humanitarian aid to the flooded villages.", "AID"),
        ("Gunmen kidnapped two surveyors near the border.", "ASSAULT"),
        ("Army units clashed with rebels in the hills.", "FIGHT"),
        ("Ghana threatened to retaliate against the new tariffs.", "THREATEN"),
        ("Kenya withdrew its troops from the valley.", "RETREAT"),
        ("A panel will investigate the minister's accounts.", "INVESTIGATE"),
    ],
)
def test_a_plain_sentence_has_its_category(sentence: str, category: str) -> None:
    assert event_type(sentence) == category


def test_a_denied_agreement_is_a_rejection() -> None:
    assert event_type("Iceland has not agreed to the quota.") == "REJECT"
    assert negated_category("FIGHT") == "FIGHT"


def test_no_word_of_the_lexicon_gives_nothing() -> None:
    assert event_type("The lake is blue.") == ""
    assert event_type("") == ""


@given(st.text(max_size=200))
def test_any_text_gives_a_category_or_nothing(text: str) -> None:
    assert event_type(text) in CATEGORIES | {""}


def test_the_dev_sentences_stay_above_the_floor() -> None:
    if not GOLD.is_file():
        pytest.skip(f"the labelled sentences are not here: {GOLD}")
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    right = Counter(event_type(row["text"]) == row["event"] for row in rows)
    assert right[True] / len(rows) >= FLOOR
