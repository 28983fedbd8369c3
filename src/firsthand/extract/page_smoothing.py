"""What the first judgement of a page's lines says of their surroundings: inputs of the second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from firsthand.extract.page_features import FEATURES, moved
from firsthand.extract.page_lines import PageView
from firsthand.extract.region import body_region

__all__ = ["SECOND", "second_features"]

_Column = NDArray[np.float64] | NDArray[np.float32] | NDArray[np.int64] | float
_REACH = 6
_WINDOWS = (3, 8, 20)
_BOUND = 7.0
_SURE = 1.0
_SURE_WORDS = 8
_DOUBT = 0.45
"""Probability under which a line speaks against a stretch of article text."""

_AGAIN = (
    "words", "characters", "ends_as_sentence", "link_share", "common_word_share", "tag_p", "tag_li",
    "tag_h2", "tag_h3", "tag_div", "strong", "make_lines", "make_prose_share", "kind_lines",
    "kind_prose_share", "out_of_half", "out_of_most", "out_of_paragraphs", "level1_prose_share",
    "level2_prose_share", "level1_lines", "level2_lines", "title_offset", "title_found",
    "description_overlap", "in_told_body", "page_told_body", "repeats", "position", "prose_above",
    "prose_below", "page_lines", "page_prose", "since_prose", "until_prose", "ends_with_colon",
    "says_related", "says_promotion", "says_other", "capitalised_words", "digit_share", "seconded",
    "seconded_share",
)  # fmt: skip
_AGAIN_AT = [FEATURES.index(name) for name in _AGAIN]
_GROUPS = ("make", "kind", "element", "parent", "grandparent", "great_grandparent")
SECOND = (
    "odds",
    *(f"odds{step:+d}" for step in range(-_REACH, _REACH + 1) if step),
    *(f"{one}_mean" for one in _GROUPS),
    "kept_above",
    "kept_below",
    "kept_words",
    "kept_share",
    *(f"{one}_{reach}" for reach in _WINDOWS for one in ("around", "above", "below")),
    "since_first_sure",
    "until_last_sure",
    "since_sure",
    "until_sure",
    "in_run",
    "since_run",
    "until_run",
    "make_is_main",
    "make_part",
    "kind_is_main",
    "kind_part",
    *(f"again_{one}" for one in _AGAIN),
)
"""Names of the columns, in order."""


def second_features(
    view: PageView, features: NDArray[np.float32], odds: NDArray[np.float64]
) -> NDArray[np.float32]:
    """Measure what the first odds say around each line: one column a name of `SECOND`.

    Args:
        view: The page.
        features: Its lines' `page_features`.
        odds: Their log odds of being article text, by the first model.
    """
    count = len(odds)
    odds = np.clip(odds, -_BOUND, _BOUND)
    chance = 1 / (1 + np.exp(-odds))
    weight = np.minimum(features[:, 0].astype(np.float64), 60) + 1
    mass = chance * weight
    spots = np.arange(count)
    lone = odds.astype(np.float32)[:, None]
    columns: list[_Column] = [odds]
    columns += [moved(lone, step, -9.0)[:, 0] for step in range(-_REACH, _REACH + 1) if step]
    groups = _groups(view)
    columns += [_mean(groups[name], mass, weight) for name in _GROUPS]
    above = np.cumsum(mass)
    total = float(above[-1]) + 1e-9
    columns += [(above - mass) / total, (total - above) / total, float(np.log1p(total))]
    columns.append(float((mass * (chance > 0.5)).sum() / weight.sum()))
    columns += _windows(mass, weight)
    columns += _sure(odds, weight)
    first, last = body_region(((chance - _DOUBT) * weight).tolist()) or (0, -1)
    columns += [
        ((spots >= first) & (spots <= last)).astype(np.float64),
        np.clip(spots - first, -30, 60),
        np.clip(last - spots, -30, 60),
    ]
    for name in ("make", "kind"):
        held = np.bincount(groups[name], mass * (weight > 6))
        columns.append((groups[name] == held.argmax()).astype(np.float64))
        columns.append((held / (held.sum() or 1.0))[groups[name]])
    table = np.empty((count, len(SECOND)), dtype=np.float32)
    for number, column in enumerate(columns):
        table[:, number] = column
    table[:, len(columns) :] = features[:, _AGAIN_AT]
    return table


def _groups(view: PageView) -> dict[str, NDArray[np.int64]]:
    outline = view.outline
    parents = np.asarray(outline.parent)
    rows = np.array([line.element for line in view.lines])
    up = parents[rows]
    return {
        "make": np.asarray(outline.make)[rows],
        "kind": np.asarray(outline.kind)[rows],
        "element": rows,
        "parent": up,
        "grandparent": parents[up],
        "great_grandparent": parents[parents[up]],
    }


def _mean(
    ids: NDArray[np.int64], mass: NDArray[np.float64], weight: NDArray[np.float64]
) -> NDArray[np.float64]:
    held = np.bincount(ids, mass) / np.maximum(1e-9, np.bincount(ids, weight))
    return np.asarray(held[ids])


def _windows(mass: NDArray[np.float64], weight: NDArray[np.float64]) -> list[_Column]:
    count = len(mass)
    held = np.concatenate([[0.0], np.cumsum(mass)])
    all_weight = np.concatenate([[0.0], np.cumsum(weight)])
    spots = np.arange(count)
    columns: list[_Column] = []
    for reach in _WINDOWS:
        low, high = np.maximum(0, spots - reach), np.minimum(count, spots + reach + 1)
        for begin, end in ((low, high), (low, spots), (spots + 1, high)):
            columns.append((held[end] - held[begin]) / (all_weight[end] - all_weight[begin] + 1e-9))
    return columns


def _sure(odds: NDArray[np.float64], weight: NDArray[np.float64]) -> list[_Column]:
    """How far the lines are that surely are article text: the first and last, the nearest."""
    count = len(odds)
    spots = np.arange(count)
    sure = np.flatnonzero((odds > _SURE) & (weight > _SURE_WORDS))
    if not len(sure):
        sure = np.array([int(np.argmax(odds))])
    after = np.searchsorted(sure, spots, side="right")
    from_here = np.searchsorted(sure, spots)
    before = np.where(after > 0, sure[np.maximum(after - 1, 0)], -40)
    behind = np.where(from_here < len(sure), sure[np.minimum(from_here, len(sure) - 1)], count + 40)
    return [
        np.clip(spots - sure[0], -30, 60),
        np.clip(sure[-1] - spots, -30, 60),
        np.minimum(spots - before, 40),
        np.minimum(behind - spots, 40),
    ]
