"""What can be measured of a line without knowing its words: the inputs of the line model."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from firsthand.extract.language import commonest_words
from firsthand.extract.lines import Line
from firsthand.extract.region import body_region, prose_scores, word_count

__all__ = ["FEATURES", "line_features"]

_WORD = re.compile(r"[^\W\d_]+")
_AROUND = 3
"""How many lines above and below enter a line's features."""

_OWN = (
    "words",
    "characters",
    "ends_as_sentence",
    "ends_with_colon",
    "commas",
    "digit_share",
    "capital_share",
    "capitalised_words",
    "common_word_share",
    "quotation_marks",
    "bar_or_dot_dividers",
    "bullet",
    "indent",
    "blank_before",
    "score",
    "repeated",
)
_PLACED = (
    "share_of_text_above",
    "in_region",
    "lines_to_region_start",
    "lines_to_region_end",
    "share_of_region_above",
    "longest_near",
    "sentences_near",
)
FEATURES = (
    *_OWN,
    *_PLACED,
    *(
        f"{name}{offset:+d}"
        for offset in range(-_AROUND, _AROUND + 1)
        if offset
        for name in _OWN[:15]
    ),
)
"""Names of the columns, in order."""


@cache
def _common() -> frozenset[str]:
    return frozenset().union(*(words for _, words in commonest_words()))


def line_features(lines: Sequence[Line]) -> NDArray[np.float32]:
    """Measure each line and its neighbours: one row a line, one column a name of `FEATURES`."""
    scores = prose_scores(lines)
    seen = Counter(line.text for line in lines)
    own = np.array(
        [_own(line, score, seen[line.text]) for line, score in zip(lines, scores, strict=True)],
        dtype=np.float32,
    ).reshape(len(lines), len(_OWN))
    first, last = body_region(scores) or (0, -1)
    count = len(lines)
    lengths = np.array([line.end - line.start for line in lines], dtype=np.float64)
    above = np.cumsum(lengths) - lengths
    rows = np.arange(count)
    inside = (rows >= first) & (rows <= last)
    window = (
        np.stack([_shifted(own, offset) for offset in range(-5, 6)])
        if count
        else np.zeros((11, 0, len(_OWN)), dtype=np.float32)
    )
    placed = np.stack(
        [
            above / max(1.0, lengths.sum()),
            inside,
            np.clip(rows - first, -30, 30),
            np.clip(last - rows, -30, 30),
            np.clip((rows - first) / max(1, last - first), -1, 2),
            window[:, :, 0].max(axis=0),
            window[:, :, 2].sum(axis=0),
        ],
        axis=1,
    ).astype(np.float32)
    near = [_shifted(own, offset)[:, :15] for offset in range(-_AROUND, _AROUND + 1) if offset]
    return np.hstack([own, placed, *near]).astype(np.float32)


def _shifted(rows: NDArray[np.float32], offset: int) -> NDArray[np.float32]:
    """The rows `offset` lines further on; -1 beyond either end."""
    moved = np.full_like(rows, -1.0)
    if offset > 0:
        moved[:-offset] = rows[offset:]
    elif offset < 0:
        moved[-offset:] = rows[:offset]
    else:
        moved[:] = rows
    return moved


def _own(line: Line, score: float, repeats: int) -> list[float]:
    text = line.text[:2000]
    words = _WORD.findall(text)
    length = max(1, len(text))
    letters = max(1, sum(map(len, words)))
    return [
        min(word_count(text), 120),
        min(len(line.text), 1500),
        text[-1] in '.!?…。！？"”»’)',
        text[-1] == ":",
        min(text.count(",") + text.count("，") + text.count("、"), 12),
        sum(one.isdigit() for one in text) / length,
        sum(one.isupper() for one in text) / letters,
        sum(word[0].isupper() for word in words) / max(1, len(words)),
        sum(word.casefold() in _common() for word in words) / max(1, len(words)),
        min(sum(one in '"“”„«»' for one in text), 6),
        min(sum(one in "|•·›»/" for one in text), 6),
        text[0] in "•*-–·►▶●",
        min(line.indent, 12),
        line.blank_before,
        score,
        min(repeats, 4) - 1,
    ]
