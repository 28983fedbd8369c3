"""From a capture to its articles."""

from __future__ import annotations

from firsthand.domain import Article, Capture, Form
from firsthand.extract.page_article import page_article
from firsthand.extract.text_article import text_article

__all__ = ["articles_from"]


def articles_from(capture: Capture) -> list[Article]:
    """Find the articles in `capture`: text with zones, metadata, furniture kept apart.

    Returns:
        At least one.

    Raises:
        InputError: no article text was found.
    """
    if capture.form is Form.HTML:
        return [page_article(capture)]
    return [text_article(capture)]
