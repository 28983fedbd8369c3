"""Find the articles in a capture: text, zones, metadata; furniture and credits kept apart."""

from firsthand.extract.plain import plain_article

__all__ = ["plain_article"]
