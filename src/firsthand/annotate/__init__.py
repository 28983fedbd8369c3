"""Annotate one article: tokens, sentences, mentions, times, places, quantities, each as spans."""

from firsthand.annotate.annotator import Annotator

__all__ = ["Annotator"]
