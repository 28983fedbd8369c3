"""Find who said which words, by which cue, on whose authority, taken from whom.

`statements` works on a reading. For a text that nobody has parsed there is `firsthand.find_statements`,
for a spaCy pipeline the component `firsthand_statements`.
"""

from firsthand.attribute.statements import statements

__all__ = ["statements"]
