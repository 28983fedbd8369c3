"""A shared quotation as far as somebody's words go, not only as far as they are the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from firsthand.copies.alignment import Run, Worded

__all__ = ["covering"]

REACH = 6
"""Words up to the end of the utterance, as many as may differ inside a run: with more of them, one
text goes on where the other stops."""

_ENDS = re.compile(r"[\"”»“«]|[.!?…。！？][\"'”’»)\]]*(?:\s|$)|\n")
"""What stands between the last word of an utterance and the next word, or before its first."""


def covering(run: Run, a: Worded, b: Worded, shared: Sequence[Run]) -> Run:
    """The run with the words of the utterance beside it, in both texts.

    An utterance ends with its marks or its sentence. Where the last words were exchanged, cut or
    added, they belong to the passage: they are what was changed of it.

    Args:
        run: Words that stand in both texts.
        a: One text.
        b: The other.
        shared: All runs of the two texts; the run is not made to touch another.
    """
    ends_a = [0, *(other.a_end for other in shared if other.a_end <= run.a)]
    ends_b = [0, *(other.b_end for other in shared if other.b_end <= run.b)]
    starts_a = [len(a.words), *(other.a for other in shared if other.a >= run.a_end)]
    starts_b = [len(b.words), *(other.b for other in shared if other.b >= run.b_end)]
    back = _back(a, run.a, max(ends_a)), _back(b, run.b, max(ends_b))
    on = _on(a, run.a_end, min(starts_a)), _on(b, run.b_end, min(starts_b))
    if back[0] is not None and back[1] is not None:
        run = replace(run, a=run.a - back[0], b=run.b - back[1])
    if on[0] is not None and on[1] is not None:
        run = replace(run, a_end=run.a_end + on[0], b_end=run.b_end + on[1])
    return run


def _back(text: Worded, first: int, least: int) -> int | None:
    """Words before `first` up to where the utterance begins; None where that is out of reach."""
    for step in range(REACH + 1):
        word = first - step
        if word < least:
            return None
        if word == 0 or _ENDS.search(_between(text, word)):
            return step
    return None


def _on(text: Worded, last: int, most: int) -> int | None:
    """Words from `last` on up to where the utterance ends; None where that is out of reach."""
    for step in range(REACH + 1):
        word = last + step
        if word > most:
            return None
        if word == len(text.words) or _ENDS.search(_between(text, word)):
            return step
    return None


def _between(text: Worded, word: int) -> str:
    """What stands between a word and the one before."""
    return text.article.text[int(text.words.ends[word - 1]) : int(text.words.starts[word])]
