"""Annotate one article: tokens, sentences, mentions, times, places, quantities, each as spans."""

from firsthand.annotate.annotator import Annotator, reading_of_doc

__all__ = ["Annotator", "reading_of_doc"]
