"""The tagger of line roles: which part each line of a page's dump plays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from firsthand.extract.line_measures import FEATURES, Lexicon, Measured, measured
from firsthand.extract.lines import Line
from firsthand.tables.linewords import LINE_WORD_CLASSES, line_words
from firsthand.tables.weights import arrays

__all__ = ["LineTagger", "Tags", "line_tagger"]

_Array = NDArray[np.float32]
_FARTHEST = 5.0
"""Measures are cut at so many deviations from their mean, as in training."""

_TAPS = 3
"""Lines that one filter reads: one above, its own, one below, each `dilation` lines apart."""


_SLICE = 16
"""Rows multiplied at a time. Libraries for linear algebra share larger products out among threads,
which on a busy machine costs many times what it gains for matrices of this size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """Log probabilities for the lines of one dump, one row a line."""

    roles: _Array
    """One column a role of `LineTagger.roles`."""

    zones: _Array
    """Three columns: above the article's first line, from it to its last, below."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LineTagger:
    """A few small convolutional networks over the lines of a dump, averaged.

    Each reads a line's measures and the embeddings of its known words, then, in layers with gaps
    that double, the lines around it, and last what holds of the dump as a whole.
    """

    roles: tuple[str, ...]
    lexicon: Lexicon
    mean: _Array
    scale: _Array
    networks: tuple[dict[str, _Array], ...]

    def tags(self, lines: Sequence[Line]) -> Tags:
        """Probabilities of roles and zones; `lines` are those of one dump, in order."""
        table = measured(lines, self.lexicon)
        if not len(table.rows):
            return Tags(
                roles=np.zeros((0, len(self.roles)), dtype=np.float32),
                zones=np.zeros((0, 3), dtype=np.float32),
            )
        rows = np.clip((table.rows - self.mean) / self.scale, -_FARTHEST, _FARTHEST)
        found = [_scores(network, rows, table) for network in self.networks]
        edge = len(self.roles)
        roles = np.mean([_softmax(one[:, :edge]) for one in found], axis=0)
        zones = np.mean([_softmax(one[:, edge:]) for one in found], axis=0)
        return Tags(roles=np.log(roles + 1e-9), zones=np.log(zones + 1e-9))


def _scores(network: dict[str, _Array], rows: _Array, table: Measured) -> _Array:
    count = len(rows)
    known = np.zeros((count, network["embedding"].shape[1]), dtype=np.float32)
    if len(table.words):
        starts = np.flatnonzero(np.diff(table.owners, prepend=-1))
        sums = np.add.reduceat(network["embedding"][table.words], starts, axis=0)
        sizes = np.diff(np.append(starts, len(table.words)))[:, None]
        known[table.owners[starts]] = sums / np.sqrt(sizes)
    own = _positive(_product(np.hstack([rows, known]), network["input"]) + network["input_bias"])
    hidden = own
    for layer, (weight, bias) in enumerate(
        zip(network["filters"], network["filter_bias"], strict=True)
    ):
        gap = 1 << layer
        padded = np.pad(hidden, ((gap, gap), (0, 0)))
        near = np.hstack([padded[tap * gap : tap * gap + count] for tap in range(_TAPS)])
        hidden = hidden + _positive(_product(near, weight) + bias)
    whole = np.concatenate([hidden.mean(axis=0), hidden.max(axis=0)])
    hidden = hidden + _positive(whole @ network["whole"] + network["whole_bias"])
    return _product(np.hstack([hidden, own]), network["output"]) + network["output_bias"]


def _product(rows: _Array, weight: _Array) -> _Array:
    """The matrix product, a few rows at a time."""
    slices = -(-len(rows) // _SLICE)
    padded = np.zeros((slices * _SLICE, rows.shape[1]), dtype=np.float32)
    padded[: len(rows)] = rows
    product: _Array = np.matmul(padded.reshape(slices, _SLICE, -1), weight)
    return product.reshape(-1, weight.shape[1])[: len(rows)]


def _positive(values: _Array) -> _Array:
    return np.maximum(values, np.float32(0))


def _softmax(scores: _Array) -> _Array:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: _Array = raised / raised.sum(axis=1, keepdims=True)
    return shares


@cache
def line_tagger() -> LineTagger:
    """The shipped model; its card stands beside it (``tables/data/line_roles.json``).

    Raises:
        PlanError: the file is damaged.
        ValueError: the model was trained on other measures than are taken.
    """
    held = arrays("line_roles")
    if _words(held["features"]) != list(FEATURES):
        raise ValueError("the line model was trained on other measures than are taken")
    names = ("embedding", "input", "filters", "whole", "output")
    biases = ("input_bias", "filter_bias", "whole_bias", "output_bias")
    return LineTagger(
        roles=tuple(_words(held["roles"])),
        lexicon=_lexicon(_words(held["vocabulary"]), _words(held["stops"])),
        mean=held["mean"].astype(np.float32),
        scale=held["scale"].astype(np.float32),
        networks=tuple(
            {name: held[name][one].astype(np.float32) for name in (*names, *biases)}
            for one in range(len(held["embedding"]))
        ),
    )


def _words(stored: NDArray[np.uint8]) -> list[str]:
    """Words kept as UTF-8, one a line."""
    return stored.tobytes().decode("utf-8").split("\n")


def _lexicon(vocabulary: Sequence[str], stops: Sequence[str]) -> Lexicon:
    """The model's words, the commonest words of each language (a line each), the table's classes."""
    classes = line_words()
    languages = [row.split() for row in stops]
    words = sorted({*vocabulary, *classes, *(word for row in languages for word in row)})
    numbers = {word: number for number, word in enumerate(words)}
    is_stop = np.zeros((len(words), len(languages)), dtype=bool)
    for language, row in enumerate(languages):
        is_stop[[numbers[word] for word in row], language] = True
    has_class = np.zeros((len(words), len(LINE_WORD_CLASSES)), dtype=bool)
    for word, own in classes.items():
        has_class[numbers[word], list(own)] = True
    embedded = np.full(len(words), -1, dtype=np.int32)
    embedded[[numbers[word] for word in vocabulary]] = np.arange(len(vocabulary))
    return Lexicon(numbers=numbers, stops=is_stop, classes=has_class, embedded=embedded)
