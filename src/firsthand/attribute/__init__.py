"""Find who said which words, by which cue, on whose authority, taken from whom."""

from firsthand.attribute.statements import statements

__all__ = ["statements"]
