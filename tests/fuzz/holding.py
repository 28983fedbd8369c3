"""What must hold of any bytes: rows come out, nothing else is raised, and every span is right."""

from __future__ import annotations

from firsthand.domain import Article, Capture, Rejected
from firsthand.errors import InputError
from firsthand.extract import articles_from
from firsthand.read import captures_from

__all__ = ["check"]


def check(raw: bytes) -> int:
    """Read and extract `raw` and check what comes out.

    Returns:
        How many articles there were.
    """
    rows = captures_from("fuzzed", raw)
    assert rows, "no row at all"
    articles = 0
    for row in rows:
        if isinstance(row, Rejected):
            _check_rejected(row)
            continue
        _check_capture(row)
        try:
            found = articles_from(row)
        except InputError as error:
            _check_rejected(
                Rejected(item=error.item, stage="extract", reason=error.why, hint=error.hint)
            )
            continue
        assert found, "neither an article nor a reason"
        for article in found:
            _check_article(article)
        articles += len(found)
    return articles


def _check_rejected(row: Rejected) -> None:
    assert row.item.startswith("fuzzed"), row
    assert row.reason, row
    assert row.hint, row


def _check_capture(capture: Capture) -> None:
    assert capture.item.startswith("fuzzed")
    capture.text.encode()  # no lone surrogates: the text has to be written again
    end = 0
    for mark in capture.marks:
        assert end <= mark.span.start < mark.span.end <= len(capture.text), mark
        end = mark.span.end
    for fact in capture.facts:
        assert fact.value.strip(), fact
        fact.value.encode()


def _check_article(article: Article) -> None:
    end = 0
    for zone in article.zones:
        assert end <= zone.span.start < zone.span.end <= len(article.text), zone
        end = zone.span.end
    for kept in article.kept:
        assert kept.text.of(article.text) == kept.raw.of(article.raw_text), kept
    for piece in article.furniture:
        assert piece.span.end <= len(article.raw_text), piece
    article.text.encode()
    for value in (article.title, article.outlet, *article.authors, article.published):
        assert value is None or value.strip(), article
