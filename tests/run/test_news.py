from firsthand.domain import MadeWith
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
