"""Find the articles in a capture: text, zones, metadata; furniture and credits kept apart."""

from firsthand.extract.articles import articles_from
from firsthand.extract.plain import plain_article

__all__ = ["articles_from", "plain_article"]
