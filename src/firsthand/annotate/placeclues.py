"""What a text says of one place name, with every place it may stand for."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.tables.gazetteer import Place

__all__ = ["Clue"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One name (or prior) with its places, how often it counts, and the name it is said to lie in."""

    options: tuple[Place, ...]
    name: str = ""
    """As written."""

    count: float = 1.0
    within: tuple[int, ...] = ()
    """Indices of the clues it is said to lie in, innermost first ("Houston, Harris County, Texas")."""

    beside: tuple[int, ...] = ()
    """Indices of the clues it is listed with ("Oregon, Washington and Utah")."""

    home: int = 0
    """GeoNames id of the one town where the outlet is known to be at home; 0 where it is not known."""

    said: str = ""
    """The kind the text says it is of: region, city, area, country, dateline; or empty."""
