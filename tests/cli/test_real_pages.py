"""Real pages as people have them, where they lie beside the project."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

DOCS = Path(__file__).parents[2].parent / "shared" / "stories" / "nato-dprk" / "docs"

FURNITURE = (
    "share price", "Also Read", "Photo via", "Most Active", "Gold Prices", "Fuel Price", "Petrol",
    "Instant Loan", "Mint News App", "Breaking News Events", "bookmarks", "Top Gainers", "Sputnik",
    "Employment Type", "MoreLess", "Market Snapshot", "ICICI", "Bandhan", "Trending", "IST",
)  # fmt: skip
"""Words that stand in the page's furniture and nowhere in its article."""


def _words(value: Any) -> str:
    """Every string inside a piece of JSON."""
    return json.dumps(value, ensure_ascii=False)


def test_page_furniture_is_in_no_statement_claim_place_or_timeline_entry(run: Run) -> None:
    if not DOCS.is_dir():
        pytest.skip("the real pages do not lie beside the project")
    ended = run("brief", str(DOCS), "--format", "json", "-q")
    brief = json.loads(ended.out)

    assert ended.code == 0
    assert len(brief["articles"]) == 2
    assert all(brief[layer] for layer in ("statements", "claims", "places", "timeline"))
    for layer in ("statements", "claims", "places", "timeline", "discrepancies", "quotations"):
        told = _words(brief[layer])
        assert [words for words in FURNITURE if words in told] == [], layer
    texts = _words([article["text"] for article in brief["articles"]])
    assert [words for words in FURNITURE if words in texts] == []
