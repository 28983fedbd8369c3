"""Hand audits beside the repository: outlet, title, authors, date, syndication and body."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from firsthand.domain import Article
from firsthand.extract import articles_from
from firsthand.read import capture_from

STORIES = Path(__file__).parents[2].parent / "shared" / "stories"


def _cases() -> list[tuple[str, dict[str, Any]]]:
    if not STORIES.is_dir():
        return []
    return [
        (gold.parent.name, row)
        for gold in sorted(STORIES.glob("*/gold.json"))
        for row in json.loads(gold.read_text(encoding="utf-8"))["articles"]
    ]


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(str.maketrans("‘’“”\xa0", "''\"\" "))).casefold()


@pytest.mark.skipif(not _cases(), reason="the hand audits are not beside the repository")
@pytest.mark.parametrize(
    ("story", "gold"), _cases(), ids=lambda one: one if isinstance(one, str) else one["file"]
)
def test_an_audited_article_is_read_as_its_analyst_read_it(
    story: str, gold: dict[str, Any]
) -> None:
    path = STORIES / story / "docs" / gold["file"]
    found: Article = articles_from(capture_from(path.name, path.read_bytes()))[0]

    assert set(gold["outlet"].casefold().split()) & set((found.outlet or "").casefold().split())
    assert found.title == gold["title"]
    assert list(found.authors) == gold["authors"]
    if gold["published_basis"] == "stated":
        assert found.published == gold["published"]
        assert found.updated == gold["updated"]
    else:
        assert found.published is None
    assert found.syndicated == gold["syndicated"]
    assert bool(found.relayed_from) == bool(gold["relayed_from"])
    assert all(_folded(words) in _folded(found.text) for words in gold["body_has"])
    assert not [words for words in gold["body_has_not"] if _folded(words) in _folded(found.text)]
