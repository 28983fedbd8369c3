"""Words by what they are worth: terms with their places, and words between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from firsthand.text.quotation import quotations
from firsthand.text.shingles import Words

__all__ = ["bare", "quoted_words", "terms"]

_TERM = re.compile(r"[^\W_]+(?:['’.,:][^\W_]+)*")


def terms(text: str) -> Iterator[tuple[str, str]]:
    """The words of `text` as written and as `bare`, in reading order; numbers are left out."""
    for match in _TERM.finditer(text):
        word = match.group()
        if not word[0].isdigit():
            yield word, bare(word)


def bare(word: str) -> str:
    """The word in small letters, apostrophes straight, without a possessive ending."""
    return word.lower().replace("’", "'").removesuffix("'s")


def quoted_words(text: str, words: Words) -> npt.NDArray[np.bool_]:
    """For each of `words` (cut from `text`), whether it begins within quotation marks there."""
    inside = np.zeros(len(words), dtype=np.bool_)
    for span in quotations(text):
        first, last = np.searchsorted(words.starts, (span.start, span.end))
        inside[first:last] = True
    return inside
