"""Whatever form an article comes in, the same article comes out, and forms may be mixed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from firsthand.domain import Article, OutletBasis, Rejected, ZoneKind
from firsthand.extract import articles_from
from firsthand.read import captures_from
from tests.forms.rendering import FORMS, Told

TOLD = Told(
    title="Dam inspectors warned of cracks two years before evacuation",
    outlet="Ardal Courier",
    host="ardalcourier.example",
    author="Ragnhild Moe",
    published=datetime(2026, 3, 18, 14, 5, tzinfo=UTC),
    paragraphs=(
        (
            "ÅRDAL, Norway — Engineers told the owner of the Tyin dam in 2024 that cracks in its eastern "
            "wall were growing, according to a report seen by the Ardal Courier."
        ),
        (
            "“We wrote that the wall needed anchors within a year,” said Ola Brekke, who led the "
            "inspection. “Nobody answered.”"
        ),
        (
            "The owner, Vestkraft, denied on Wednesday that it had ignored the warning. A spokeswoman "
            "said repairs had been planned for this summer."
        ),
        "About 340 people were still in the school at Øvre Årdal on Wednesday night, police said.",
    ),
)
NO_HOUR = {"trafilatura"}
"""Forms that give the day only."""

NO_DATE = {"docx", "odt"}
"""Forms whose sample names no date of publication."""

NO_TITLE = {"telegram"}
"""Posts have no headline."""

NO_OUTLET = {"docx", "odt"}
HOST_ONLY = {"news_please"}
"""Forms that name the outlet by its host."""

RECORDED = {"single_file", "mhtml", "warc"}
"""Forms that record where they were fetched from."""


def articles(form: str) -> list[Article]:
    rows = captures_from(form, FORMS[form](TOLD))
    assert not [row for row in rows if isinstance(row, Rejected)], rows
    return [
        article for row in rows if not isinstance(row, Rejected) for article in articles_from(row)
    ]


@pytest.mark.parametrize("form", FORMS)
def test_each_form_gives_the_article(form: str) -> None:
    (article,) = articles(form)

    body = [
        zone.span.of(article.text) for zone in article.zones if zone.kind is not ZoneKind.HEADLINE
    ]
    assert article.title == (None if form in NO_TITLE else TOLD.title)
    assert article.authors == (TOLD.author,)
    assert " ".join(" ".join(body).split()).endswith("night, police said.")
    for paragraph in TOLD.paragraphs:
        assert paragraph.removeprefix("ÅRDAL, Norway — ") in article.text
    assert "Unsubscribe" not in article.text
    assert "Most read" not in article.text
    assert article.language == "en"
    named = TOLD.host if form in HOST_ONLY else TOLD.outlet
    assert article.outlet == (None if form in NO_OUTLET else named)
    assert (article.outlet_basis is OutletBasis.HOST) == (form in RECORDED)
    if form in NO_DATE:
        assert article.published is None
    elif form in NO_HOUR:
        assert article.published == "2026-03-18"
    else:
        assert article.published is not None
        stamp = datetime.fromisoformat(article.published)
        assert stamp.replace(tzinfo=stamp.tzinfo or UTC) == TOLD.published


def test_one_article_in_all_forms_is_one_text_in_the_brief(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from firsthand.cli.app import app

    for form, render in FORMS.items():
        (tmp_path / form).write_bytes(render(TOLD))
    with pytest.raises(SystemExit):
        app(["brief", "--format", "json", "-q", "--as-of", "2026-03-20", str(tmp_path)])

    brief = json.loads(capsys.readouterr().out)
    outlets = {article["outlet"] for article in brief["articles"]}
    assert outlets <= {TOLD.outlet, TOLD.host, None}
    assert brief["counts"]["texts"] == 1
    assert brief["claims"]
    for claim in brief["claims"]:
        assert len(claim["origins"]) == 1, claim["text"]
    fetched = next(one for one in brief["articles"] if one["revisions"])
    assert fetched["outlet_basis"] == "host"
