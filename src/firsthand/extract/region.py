"""Where the article stands among the lines of a dump."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.extract.bylines import byline_of
from firsthand.extract.furniture import furniture_role, stamps_of_line, stands_alone
from firsthand.extract.lines import Line
from firsthand.extract.photos import is_caption

__all__ = ["body_region", "prose_scores", "word_count"]

_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CJK_PER_WORD = 2
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_UNSPACED_PER_WORD = 5
_FEWEST_UNSPACED = 8
"""Words from which a line in such a script reads as a paragraph: Thai and Lao print no full stops."""

_FEWEST_ALONE = 4
"""The same where no line of a text reads as one."""

_FURNITURE_SCORE = -1.5
_SHORT_SCORE = -0.6
_ABOUT_SCORE = -0.1
"""Timestamps, bylines and captions: they stand inside an article as often as around it."""


def word_count(text: str) -> int:
    """Words in `text`.

    Two Han, Kana or Hangul characters count as one, and five of a script that sets no spaces
    between words (Thai, Lao, Burmese, Khmer).
    """
    if text.isascii():
        return len(text.split())
    far, unspaced = len(_CJK.findall(text)), len(_UNSPACED.findall(text))
    if far or unspaced:
        text = _UNSPACED.sub(" ", _CJK.sub(" ", text))
    return len(text.split()) + far // _CJK_PER_WORD + unspaced // _UNSPACED_PER_WORD


def prose_scores(lines: Sequence[Line]) -> list[float]:
    """Say of each line how far it reads like a paragraph of an article (above 0) or not (below)."""
    scores = []
    for line in lines:
        words = word_count(line.text)
        role = furniture_role(line.text)
        if role == "timestamp":
            score = _ABOUT_SCORE
        elif role is not None:
            score = _FURNITURE_SCORE
        elif stamps_of_line(line.text) or byline_of(line.text) is not None or is_caption(line.text):
            score = _ABOUT_SCORE
        elif stands_alone(line.text) and words >= 4:
            score = min(words, 40) / 12
        elif words >= 14 or (words >= _FEWEST_UNSPACED and _UNSPACED.search(line.text)):
            score = min(words, 40) / 16
        else:
            score = _SHORT_SCORE
        scores.append(score)
    if not any(score > 0 for score in scores):
        return [
            -_SHORT_SCORE
            if score == _SHORT_SCORE
            and _UNSPACED.search(line.text)
            and word_count(line.text) >= _FEWEST_ALONE
            else score
            for line, score in zip(lines, scores, strict=True)
        ]
    return scores


def body_region(scores: Sequence[float]) -> tuple[int, int] | None:
    """The stretch of lines with the greatest sum of scores: first and last index.

    Returns:
        None when no line scores above 0.
    """
    best, best_span = 0.0, None
    total, first = 0.0, 0
    for position, score in enumerate(scores):
        if total <= 0:
            total, first = 0.0, position
        total += score
        if total > best:
            best, best_span = total, (first, position)
    return best_span
