"""Use one stage alone, on any text or texts, or inside a spaCy pipeline of the user's own."""

from firsthand.library.accessor import DocStatement, statements_of
from firsthand.library.several import (
    FoundCopies,
    FoundStories,
    find_copies,
    find_stories,
)
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
    "FoundCopies",
    "FoundStories",
    "find_copies",
    "find_events",
    "find_names",
    "find_places",
    "find_quantities",
    "find_statements",
    "find_stories",
    "find_times",
    "statements_of",
]
