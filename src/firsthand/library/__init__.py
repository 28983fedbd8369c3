"""Use one stage alone, on any text or inside a spaCy pipeline of the user's own."""

from firsthand.library.accessor import DocStatement, statements_of
from firsthand.library.texts import find_statements

__all__ = ["DocStatement", "find_statements", "statements_of"]
