from dataclasses import replace

from firsthand.brief.to_json import as_data
from firsthand.domain import Capture, MadeWith
from firsthand.plan import news_plan
from firsthand.read import capture_from
from firsthand.run import Local, briefs_of

SHORT = (
    "Quarry wall falls near Larvik\n\nFjord Gazette\nMonday, 5 January 2026\n\n"
    "A quarry wall collapsed on Sunday and buried a road, the county police said.\n"
)
MADE_WITH = MadeWith(version="0", models=(), rules=(), plan="0")


def test_an_article_that_a_later_stage_refuses_is_rejected_and_in_no_story() -> None:
    long = "The mayor said on Monday that nobody was hurt. " * 1200
    captures = [
        capture_from("short.txt", SHORT.encode()),
        capture_from("long.txt", f"Fire in Larvik\n\n{long}\n".encode()),
    ]
    outcome = briefs_of(captures, news_plan(), Local(), as_of="2026-02-01", made_with=MADE_WITH)

    assert (outcome.inputs, outcome.articles) == (2, 1)
    assert [(row.item, row.stage) for row in outcome.rejected] == [("long.txt", "annotate")]
    (brief,) = outcome.briefs
    assert [reading.article.item for reading in brief.settled.readings] == ["short.txt"]
    assert brief.settled.story.articles == (brief.settled.readings[0].article.id,)


def test_a_run_over_nothing_gives_nothing() -> None:
    outcome = briefs_of([], news_plan(), Local(), as_of="2026-02-01", made_with=MADE_WITH)

    assert (outcome.briefs, outcome.rejected, outcome.inputs) == ((), (), 0)


_PAGE = """<html lang="en"><head><title>{title} | Fjord Gazette</title>
<meta property="og:site_name" content="Fjord Gazette"></head><body><article><h1>{title}</h1>
<p>A quarry wall collapsed on Sunday and buried a road near Larvik, injuring {hurt} people, the
county police said in a statement.</p>
<p>“We heard a crack and then everything was dust,” said Ida Moen, who lives opposite.</p>
<p>The road will stay closed until further notice, the town's engineer Per Solberg said.</p>
</article></body></html>"""
_URL = "https://www.fjordgazette.example/2026/01/04/quarry-wall-falls"


def _fetched(name: str, hurt: int, url: str, at: str) -> Capture:
    page = _PAGE.format(title=f"Quarry wall falls, {hurt} hurt", hurt=hurt)
    return replace(capture_from(name, page.encode(), url=url), fetched_at=at)


def test_the_same_address_read_again_is_a_version_and_counts_add_up() -> None:
    captures = [
        _fetched("mon.html", 14, _URL, "2026-01-04T21:00:00Z"),
        _fetched("tue.html", 17, f"{_URL}/?utm_source=mail", "2026-01-05T09:00:00Z"),
        _fetched("tue-again.html", 17, f"{_URL}/?utm_source=mail", "2026-01-05T09:00:00Z"),
        capture_from("empty.txt", b"12345\n"),
    ]
    outcome = briefs_of(captures, news_plan(), Local(), as_of="2026-02-01", made_with=MADE_WITH)

    assert (outcome.inputs, outcome.articles, outcome.versions) == (4, 1, 1)
    assert {row.item for row in outcome.rejected} == {"tue-again.html", "empty.txt"}
    assert outcome.inputs == outcome.articles + outcome.versions + len(outcome.rejected)
    (brief,) = outcome.briefs
    (revision,) = brief.settled.readings[0].article.revisions
    assert (revision.item, revision.at, revision.silent) == (
        "mon.html", "2026-01-04T21:00:00Z", True,
    )  # fmt: skip
    data = as_data(brief)["articles"][0]
    assert [(edit["before"], edit["after"]) for edit in data["revisions"][0]["edits"]][:1] == [
        ("Quarry wall falls, 14 hurt", "Quarry wall falls, 17 hurt")
    ]
