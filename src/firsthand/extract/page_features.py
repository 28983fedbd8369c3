"""What is measured of each line of a page: the inputs of the page model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from firsthand.extract.page_boxes import BOXES, MAKES, Sums, box_measures, make_measures
from firsthand.extract.page_lines import PageView
from firsthand.extract.page_told import TOLD, Told, told_measures
from firsthand.extract.page_words import OWN, own_measures
from firsthand.tables.pagemarks import page_marks

__all__ = ["FEATURES", "moved", "page_features"]

_TAGS = {
    "p": 0, "li": 1, "h1": 2, "h2": 3, "h3": 4, "h4": 4, "h5": 4, "h6": 4, "td": 5, "th": 5,
    "caption": 5, "div": 6, "section": 6, "center": 6, "body": 6, "main": 6, "article": 6,
    "figcaption": 7, "figure": 7, "blockquote": 8, "button": 9, "summary": 9, "form": 9, "dd": 10,
    "dt": 10, "pre": 11,
}  # fmt: skip
_TAG_NAMES = (
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "td",
    "div",
    "figure",
    "blockquote",
    "button",
    "dd",
    "pre",
)
_ABOVE = (
    "article", "main", "section", "aside", "nav", "header", "footer", "form", "figure", "ul", "ol",
    "table", "blockquote", "button", "dialog", "li",
)  # fmt: skip
_INLINE = ("caption", "byline", "date", "related", "tags", "lead")
_BAD = ("comment", "related", "newsletter", "navigation", "footer", "advert", "consent")
_REACH = 3
"""How many lines above and below enter a line's measures."""

_NEAR = (
    "words",
    "ends_as_sentence",
    "link_share",
    "common_word_share",
    "strong",
    "digit_share",
    "tag_p",
    "tag_li",
    "heading",
    "prose",
    "bad_marks",
    "seconded",
)
_SMALL = 0.5
"""Share of a page's characters under which an element's name says something of its lines: the name
of an element around most of the page ("has-sidebar") does not."""

_PLACES = (
    "depth",
    "repeats",
    "position",
    "text_above",
    "prose_above",
    "prose_below",
    "since_prose",
    "until_prose",
    "prose_within_3",
    "prose_within_8",
    "linked_within_3",
    "page_lines",
    "page_prose",
    "page_told_body",
)
FEATURES = (
    *OWN,
    *(f"tag_{one}" for one in _TAG_NAMES),
    *(f"above_{one}" for one in _ABOVE),
    *(f"near_mark_{one}" for one in page_marks().names),
    *(f"small_mark_{one}" for one in page_marks().names),
    *(f"any_mark_{one}" for one in page_marks().names),
    *(f"inline_mark_{one}" for one in _INLINE),
    *_PLACES,
    *BOXES,
    *MAKES,
    *TOLD,
    *(
        f"{one}{step:+d}"
        for step in range(-_REACH, _REACH + 1)
        if step
        for one in (*_NEAR, "same_make")
    ),
)
"""Names of the columns, in order."""


def page_features(view: PageView, told: Told) -> NDArray[np.float32]:
    """Measure each line of `view`: one row a line, one column a name of `FEATURES`."""
    lines, outline = view.lines, view.outline
    count = len(lines)
    if not count:
        return np.zeros((0, len(FEATURES)), dtype=np.float32)
    own = np.array([own_measures(line) for line in lines], dtype=np.float32)
    at = {name: own[:, number] for number, name in enumerate(OWN)}
    rows = np.array([line.element for line in lines])
    chars = np.array([line.end - line.start for line in lines], dtype=np.float32)
    prose = np.where(
        (at["words"] >= 8)
        & (at["link_share"] < 0.5)
        & ((at["ends_as_sentence"] > 0) | (at["words"] >= 25)),
        np.minimum(chars, 1000.0),
        0.0,
    ).astype(np.float32)
    tags = np.zeros((count, len(_TAG_NAMES)), dtype=np.float32)
    for number, line in enumerate(lines):
        column = _TAGS.get(line.tag)
        if column is not None:
            tags[number, column] = 1.0
    sums = Sums.over(outline, chars=chars, prose=prose, own=at, paragraphs=tags[:, 0])
    marks = _marks(view, sums, rows)
    told_columns = told_measures(lines, told)
    near = {
        **at,
        "tag_p": tags[:, 0],
        "tag_li": tags[:, 1],
        "heading": tags[:, 2:5].max(axis=1),
        "prose": prose,
        "bad_marks": marks[:, _bad_columns()].max(axis=1),
        "seconded": told_columns[:, TOLD.index("seconded")],
    }
    around = np.stack([near[name] for name in _NEAR], axis=1)
    make = np.asarray(outline.make)[rows].astype(np.float32)[:, None]
    neighbours = []
    for step in range(-_REACH, _REACH + 1):
        if step:
            neighbours += [moved(around, step), moved(make, step) == make]
    return np.hstack(
        [
            own,
            tags,
            marks,
            _places(view, sums, rows, told=told),
            box_measures(outline, sums, rows),
            make_measures(outline, sums, rows),
            told_columns,
            *neighbours,
        ],
        dtype=np.float32,
    )


def moved(table: NDArray[np.float32], step: int, fill: float = -1.0) -> NDArray[np.float32]:
    """The rows `step` lines further on; `fill` beyond either end."""
    shifted = np.full_like(table, fill)
    if abs(step) >= len(table):
        return shifted
    if step > 0:
        shifted[:-step] = table[step:]
    else:
        shifted[-step:] = table[:step]
    return shifted


def _bad_columns() -> list[int]:
    names = page_marks().names
    return [len(_ABOVE) + len(names) + names.index(one) for one in _BAD]


def _marks(view: PageView, sums: Sums, rows: NDArray[np.int64]) -> NDArray[np.float32]:
    """What tags and names above each line say: of the nearest elements, the small ones, and all."""
    outline = view.outline
    bit = {tag: 1 << number for number, tag in enumerate(_ABOVE)}
    own, parents = outline.marks, outline.parent
    small = (sums.of("chars") < _SMALL * max(1.0, sums.total("chars"))).tolist()
    above, low, whole = [0], [0], [0]
    for row in range(1, len(own)):
        up, tag = parents[row], outline.tag[row]
        if tag == "body":
            above.append(0)
            low.append(0)
            whole.append(0)
            continue
        above.append(above[up] | bit.get(tag, 0))
        whole.append(whole[up] | own[row])
        low.append(low[up] | own[row] if small[row] else 0)
    names = page_marks().names
    inline = [line.marks for line in view.lines]
    near = [
        own[row] | (own[parents[row]] if small[parents[row]] else 0) | mark
        for row, mark in zip(rows.tolist(), inline, strict=True)
    ]
    picked = [names.index(one) for one in _INLINE]
    return np.hstack(
        [
            _bits(np.asarray(above)[rows], len(_ABOVE)),
            _bits(near, len(names)),
            _bits(np.asarray(low)[rows], len(names)),
            _bits(np.asarray(whole)[rows], len(names)),
            _bits(inline, len(names))[:, picked],
        ]
    )


def _bits(masks: Sequence[int] | NDArray[np.int64], count: int) -> NDArray[np.float32]:
    wide = np.asarray(masks, dtype=np.int64)[:, None]
    return ((wide >> np.arange(count)) & 1).astype(np.float32)


def _places(
    view: PageView, sums: Sums, rows: NDArray[np.int64], *, told: Told
) -> NDArray[np.float32]:
    """Where each line stands on the page, and how much prose is around it."""
    count = len(view.lines)
    seen = Counter(line.text for line in view.lines)
    prose, chars = sums.prefix["prose"], sums.prefix["chars"]
    all_prose = sums.total("prose") or 1.0
    spots = np.arange(count)
    own_prose = np.diff(prose)
    since = spots - np.maximum.accumulate(np.where(own_prose > 0, spots, -30))
    until = np.minimum.accumulate(np.where(own_prose > 0, spots, count + 30)[::-1])[::-1] - spots
    table = np.empty((count, len(_PLACES)), dtype=np.float32)
    columns = (
        np.asarray(view.outline.depth)[rows],
        np.array([min(seen[line.text], 4) for line in view.lines]),
        spots / count,
        chars[:-1] / max(1.0, chars[-1]),
        prose[:-1] / all_prose,
        (all_prose - prose[1:]) / all_prose,
        np.minimum(since, 30),
        np.minimum(until, 30),
        _within(prose, 3),
        _within(prose, 8),
        _within(sums.prefix["linked"], 3) / np.maximum(1.0, _within(chars, 3)),
        min(count, 1000),
        min(all_prose, 20000.0),
        min(len(told.body), 20000),
    )
    for number, column in enumerate(columns):
        table[:, number] = column
    return table


def _within(prefix: NDArray[np.float64], reach: int) -> NDArray[np.float64]:
    count = len(prefix) - 1
    spots = np.arange(count)
    high, low = np.minimum(count, spots + reach + 1), np.maximum(0, spots - reach)
    return np.asarray(prefix[high] - prefix[low])
