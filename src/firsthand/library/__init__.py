"""Use one stage alone, on any text or inside a spaCy pipeline of the user's own."""

from firsthand.library.accessor import DocStatement, statements_of
from firsthand.library.slots import (
    find_events,
    find_names,
    find_places,
    find_quantities,
    find_times,
)
from firsthand.library.texts import find_statements

__all__ = [
    "DocStatement",
    "find_events",
    "find_names",
    "find_places",
    "find_quantities",
    "find_statements",
    "find_times",
    "statements_of",
]
