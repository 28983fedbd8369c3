"""Coverage as files: what is written can be read back."""

import json
from pathlib import Path

import pytest

from firsthand.domain import Capture
from firsthand.extract import articles_from
from firsthand.read import captures_from
from tests.coverage import Coverage, coverage, write
from tests.coverage.layout import paragraphs_of


@pytest.fixture(scope="module")
def made() -> Coverage:
    return coverage(9, stories=2, articles_per_story=4)


@pytest.mark.parametrize("form", ["html", "txt"])
def test_a_page_and_a_dump_give_back_headline_text_and_outlet(
    made: Coverage, tmp_path: Path, form: str
) -> None:
    for path, draft in zip(write(made, tmp_path, form), made.drafts, strict=True):
        rows = captures_from(path.name, path.read_bytes())
        captures = [row for row in rows if isinstance(row, Capture)]
        (article,) = articles_from(captures[0])

        assert path.stem == draft.key
        assert article.title == draft.title
        assert article.outlet in {draft.outlet.name, None if form == "txt" else draft.outlet.name}
        body = [text for text in paragraphs_of(draft)[2:-2] if len(text.split()) > 12]
        assert all(text in article.text for text in body)
        assert "newsletter" not in article.text


def test_lines_of_json_hold_every_article(made: Coverage, tmp_path: Path) -> None:
    (path,) = write(made, tmp_path, "jsonl")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    assert [row["id"] for row in rows] == [draft.key for draft in made.drafts]
    assert all(
        row["text"] in article.text for row, article in zip(rows, made.articles, strict=True)
    )


def test_an_unknown_form_is_refused(made: Coverage, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="form 'pdf': one of html, txt, jsonl"):
        write(made, tmp_path, "pdf")
