"""How a page's lines agree with what the page says of itself and with another extractor's choice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.extract.page_lines import PageLine
from firsthand.extract.page_words import squeezed

__all__ = ["TOLD", "Told", "seconded", "told_measures"]

TOLD = (
    "title_offset",
    "title_found",
    "title_overlap",
    "description_overlap",
    "in_told_body",
    "told_above",
    "told_below",
    "seconded",
    "seconded_share",
)
"""Names of the columns of `told_measures`, in order."""

_TOKEN = re.compile(r"\w+")
_LONGEST_TITLE = 600
_LONG_ENOUGH = 20
"""Letters and digits from which a line inside a longer extracted one counts as found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said of the article elsewhere. Empty where nothing is said."""

    titles: tuple[str, ...] = ()
    description: str = ""
    body: str = ""
    """The text of the article as JSON-LD gives it."""

    found: str = ""
    """The text that another extractor found on the page."""


def seconded(keys: Sequence[str], found: str) -> list[bool]:
    """Say of each line, given as `squeezed`, whether the text `found` holds it."""
    wanted = [key for line in found.split("\n") if (key := squeezed(line))]
    exact = set(wanted)
    whole = "".join(wanted)
    return [
        bool(key) and (key in exact or (len(key) >= _LONG_ENOUGH and key in whole)) for key in keys
    ]


def told_measures(lines: Sequence[PageLine], told: Told) -> NDArray[np.float32]:
    """Measure each line: one row a line, one column a name of `TOLD`."""
    count = len(lines)
    keys = [squeezed(line.text) for line in lines]
    best, overlap, described = _headline(lines, told)
    table = np.zeros((count, len(TOLD)), dtype=np.float32)
    spots = np.arange(count)
    table[:, 0] = -40 if best is None else np.clip(spots - best, -30, 60)
    table[:, 1] = best is not None
    table[:, 2] = overlap
    table[:, 3] = described
    if told.body:
        whole = squeezed(told.body)
        inside = np.array([_inside(key, whole) for key in keys], dtype=np.float32)
        long = np.array([line.end - line.start > 40 for line in lines])
        held = np.cumsum(inside * long)
        table[:, 4] = inside
        table[:, 5] = np.minimum(held - inside * long, 20)
        table[:, 6] = np.minimum(held[-1] - held, 20)
    else:
        table[:, 4:7] = -1.0
    votes = np.array(seconded(keys, told.found), dtype=np.float32)
    table[:, 7] = votes
    table[:, 8] = votes.mean()
    return table


def _inside(key: str, whole: str) -> float:
    if len(key) >= 8 and key in whole:
        return 1.0
    return 0.7 if len(key) > 60 and key[:50] in whole else 0.0


def _headline(lines: Sequence[PageLine], told: Told) -> tuple[int | None, list[float], list[float]]:
    """The line that prints the headline, and each line's likeness to titles and description."""
    titles = [frozenset(_TOKEN.findall(one.casefold())) for one in told.titles]
    titles = [one for one in titles if one]
    known = frozenset().union(*titles)
    summary = frozenset(_TOKEN.findall(told.description.casefold()))
    overlap, described = [], []
    best, best_score = None, 0.0
    for number, line in enumerate(lines):
        like = told_share = 0.0
        if line.end - line.start <= _LONGEST_TITLE:
            tokens = frozenset(_TOKEN.findall(line.text.casefold()))
            if not tokens.isdisjoint(known):
                like = max(len(tokens & one) / len(tokens | one) for one in titles)
            if summary and len(tokens) > 3:
                told_share = len(tokens & summary) / len(tokens)
        overlap.append(like)
        described.append(told_share)
        score = like + 0.3 * (line.tag == "h1") + 0.1 * (line.tag == "h2")
        if score > best_score and (like >= 0.5 or line.tag == "h1"):
            best, best_score = number, score
    return best, overlap, described
