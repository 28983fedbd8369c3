"""A text that was handed in as a string, as the article that the stages read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from firsthand.domain import Article
from firsthand.errors import InputError, UsageError
from firsthand.library.paragraphs import Paragraphs, divided
from firsthand.tables.languages import UNKNOWN, language_code, language_name
from firsthand.text.surrogates import writable
from firsthand.text.timex import day_of

__all__ = ["article_in", "article_of"]

_ITEM = "the text"
_ASSUMED = "en"


def article_in(
    text: str,
    *,
    found: str,
    known: Collection[str] = (_ASSUMED,),
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    language: str | None = None,
    paragraphs: Paragraphs = "blank",
) -> Article:
    """The text as an article in a language in which `found` are found; its text is `text`.

    Args:
        text: Running text.
        found: What the caller looks for, in the plural ("statements"), for messages.
        known: ISO 639 codes of the languages in which they are found.
        published: ISO 8601 day or moment of publication.
        outlet: Who published it.
        title: The headline, where `text` opens with it.
        language: ISO 639 code; None: told from the letters, English where they do not tell.
        paragraphs: What divides paragraphs.

    Raises:
        InputError: The text holds no words, or is in a language that is not among `known`.
        UsageError: An argument is impossible; all faults are listed.
    """
    from firsthand.extract.language import language_of

    _check(text, published=published, language=language, paragraphs=paragraphs)
    article = article_of(
        text, published=published, outlet=outlet, title=title, paragraphs=paragraphs
    )
    told = language_code(language) or language_of(article.text)
    if told == UNKNOWN:
        told = _ASSUMED
    if told in known:
        return article if told == _ASSUMED else replace(article, language=told)
    names = " and ".join(language_name(code) for code in sorted(known, key=_english_first))
    raise InputError(
        _ITEM,
        f"is in {language_name(told)}, and {found} are found in {names.replace(' (en)', '')} only",
        "copies and stories are found in any language: give it to firsthand.analyse with the "
        "other articles, or hand in a translation; if it is English after all, say language='en'",
    )


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


def _english_first(code: str) -> tuple[bool, str]:
    return code != _ASSUMED, code


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
