"""How rare words are in English news: fixed counts, so that no collection changes another's judgement.

Inverse document frequency (Spärck Jones 1972) is usually counted in the collection at hand; then
adding an unrelated article would change which articles belong together. Here the counts are
shipped (1,826 articles; see ``training/build_rarity.py``).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from math import log

__all__ = ["rarity"]

_UNSEEN = 2
"""Count taken for a word that the table does not hold (it holds those of four articles or more)."""


@cache
def _table() -> tuple[int, dict[str, int]]:
    lines = (
        files("firsthand.tables")
        .joinpath("data/rarity.tsv")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    rows = (line.split("\t") for line in lines[1:])
    return int(lines[0].removeprefix("# ")), {word: int(count) for word, count in rows}


def rarity(word: str) -> float:
    """From 0, in every article, to 1, in hardly any: the usual logarithm, scaled.

    Args:
        word: In small letters, straight apostrophe, without a possessive "'s".
    """
    articles, counts = _table()
    return log(articles / counts.get(word, _UNSEEN)) / log(articles / _UNSEEN)
