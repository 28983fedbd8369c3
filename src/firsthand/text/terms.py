"""Words that stand between quotation marks."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from firsthand.text.quotation import quotations
from firsthand.text.shingles import Words

__all__ = ["quoted_words"]


def quoted_words(text: str, words: Words) -> npt.NDArray[np.bool_]:
    """For each of `words` (cut from `text`), whether it begins within quotation marks there."""
    inside = np.zeros(len(words), dtype=np.bool_)
    for span in quotations(text):
        first, last = np.searchsorted(words.starts, (span.start, span.end))
        inside[first:last] = True
    return inside
