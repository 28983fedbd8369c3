"""From a capture to its articles."""

from __future__ import annotations

from dataclasses import replace

import trafilatura

from firsthand.domain import Article, Capture, Form
from firsthand.errors import InputError
from firsthand.extract.plain import plain_article
from firsthand.extract.text_article import text_article

__all__ = ["articles_from"]


def articles_from(capture: Capture) -> list[Article]:
    """Find the articles in `capture`: text with zones, metadata, furniture kept apart.

    Raises:
        InputError: no article text was found.
    """
    title = published = outlet = None
    if capture.form is Form.TEXT:
        return [text_article(capture)]
    text = ""
    if capture.form is Form.HTML:
        text = trafilatura.extract(capture.text, include_comments=False, include_tables=False) or ""
        found = trafilatura.extract_metadata(capture.text)
        title, published, outlet = found.title, found.date, found.sitename
    if not text:
        hint = "hand in the page with its text, or the text itself"
        raise InputError(capture.item, "holds no article text", hint)
    article = plain_article(
        text, item=capture.item, title=title, published=published, outlet=outlet, url=capture.url
    )
    return [replace(article, sha256=capture.sha256)]
