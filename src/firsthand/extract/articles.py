"""From a capture to its articles."""

from __future__ import annotations

from typing import Literal

from firsthand.domain import Article, Capture, Form, ZoneKind
from firsthand.errors import InputError
from firsthand.extract.page_article import page_article
from firsthand.extract.page_fast import fast_page_article
from firsthand.extract.record_article import record_articles
from firsthand.extract.region import word_count
from firsthand.extract.text_article import text_articles

__all__ = ["Tier", "articles_from"]

Tier = Literal["full", "fast"]
"""How much work a page is worth."""

_FEWEST_WORDS = 3
"""Words of letters that a text has to have below its headline. The shortest line read as a
sentence has four words, one of which may be a number ("Odda lost 3-1.")."""

_ENOUGH = 2000
"""Code points of a paragraph that are looked at for words."""

_FIRST = 60
"""Those looked at first: nearly always they hold enough."""


def articles_from(capture: Capture, *, tier: Tier = "full") -> list[Article]:
    """Find the articles in `capture`: text with zones, metadata, furniture kept apart.

    Args:
        capture: What was read.
        tier: ``fast`` reads whole pages at a fraction of the cost, by Resiliparse's choice of
            lines and what their head says of them; other forms are read in full.

    Returns:
        At least one.

    Raises:
        InputError: no article text was found, or one of digits, signs and emoji only.
    """
    articles = _found(capture, tier)
    if not any(_has_words(article) for article in articles):
        hint = "hand in an article in words, not numbers or signs only"
        raise InputError(capture.item, "holds no article text", hint)
    return articles


def _found(capture: Capture, tier: Tier) -> list[Article]:
    if capture.form is Form.HTML:
        return [fast_page_article(capture) if tier == "fast" else page_article(capture)]
    if capture.form is Form.TEXT:
        return text_articles(capture)
    return record_articles(capture)


def _has_words(article: Article) -> bool:
    """Whether zones other than headlines hold enough words made of letters, in any script."""
    count = 0
    for zone in article.zones:
        if zone.kind is not ZoneKind.HEADLINE:
            told = zone.span.of(article.text)
            for most in (_FIRST, _ENOUGH):
                words = word_count("".join(one if one.isalpha() else " " for one in told[:most]))
                if count + words >= _FEWEST_WORDS:
                    return True
            count += words
    return False
