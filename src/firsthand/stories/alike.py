"""How much two mentions of one story share: the columns that the shipped trees weigh."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log, sqrt

import numpy as np
import numpy.typing as npt

from firsthand.stories.overlap import LEAST_RARITY, codes, overlap, shared, together
from firsthand.stories.told import Told
from firsthand.tables.rarity import rarity
from firsthand.tables.vectors import Vectors

__all__ = ["FEATURES", "Pairs", "Seen", "pairs"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

NEAR_WORD, NEAR_MENTION = 0.4, 0.3
"""Least cosine of two head words, or of two mentions in their context, for a pair that is looked
at without a common word. With .3 for the latter 8 % of the joined pairs of ECB+ are never looked
at (with .6, 13 %); they can still be joined through a third mention."""

_FAR = 10
"""Distance in sentences of mentions of two texts; within one text 9 is the largest."""

_PARTS = {"VERB": 0, "AUX": 1, "NOUN": 2, "PROPN": 3, "PRON": 4}

_SHARED: tuple[tuple[str, Callable[[Told], Iterable[str]], bool], ...] = (
    ("own", lambda one: one.own, True),
    ("names", lambda one: one.names, True),
    ("others", lambda one: one.others, True),
    ("doers", lambda one: one.doers, True),
    ("done_to", lambda one: one.done_to, True),
    ("beside", lambda one: one.beside, True),
    ("slots", lambda one: one.doers | one.done_to | one.beside, True),
    ("slots_names", lambda one: one.doers | one.done_to | one.beside | one.names, True),
    ("kinds", lambda one: one.kinds, False),
    ("above", lambda one: one.above, False),
    ("numbers", lambda one: one.numbers, False),
    ("days", lambda one: ("/".join(day) for day in one.days), False),
)
"""Kinds of words that two mentions may share, and whether rare words count more."""

_OF_TEXTS: tuple[tuple[str, Callable[[Told], Iterable[str]]], ...] = (
    ("text_names", lambda one: (word for word in (*one.names, *one.own) if one.part)),
    ("text_words", lambda one: one.others | one.own),
    ("text_numbers", lambda one: one.numbers),
)

_BOTH = (
    "rarity",
    "part",
    "sentence",
    "central",
    "nearest",
    "texts",
    "count",
    "words",
    "length",
    "best",
)
"""Measured of each mention; the lower and the higher of the two are columns."""

FEATURES = (
    "lemma", "root", "word", "mention", "window", "text", "text_above_mean", "same_text", "distance",
    *(f"{name}_{how}" for name, _, _ in _SHARED for how in ("least", "cosine")),
    *(name for name, _ in _OF_TEXTS),
    *(f"{name}_{end}" for name in _BOTH for end in ("low", "high")),
    "lead_low", "lead_high", "behind_low", "behind_high", "negated", "uncertain", "articles",
)  # fmt: skip
"""Names of the columns, in order."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Seen:
    """Mentions of one story with their vectors, one row each."""

    told: Sequence[Told]
    words: Vectors
    """Of the head lemma alone."""

    mentions: Vectors
    """Of the mention in its context."""

    windows: Vectors
    """Of that context as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pairs:
    """Pairs worth a look, by index, `first` below `second`, with what they share."""

    first: Ints
    second: Ints
    columns: Floats
    """One row a pair, one column a name of `FEATURES`."""


def pairs(seen: Seen) -> Pairs:
    """The pairs of mentions that may be one, and what each pair shares.

    The work grows with the square of the mentions: the caller bounds their number.
    """
    told = seen.told
    texts = codes([one.text for one in told])
    lemmas, roots = codes([one.lemma for one in told]), codes([one.root for one in told])
    word, mention = seen.words @ seen.words.T, seen.mentions @ seen.mentions.T
    own, kinds = (
        shared([one.own for one in told], rare=True)[0],
        together(one.kinds for one in told),
    )
    pronoun = np.array([one.part == "PRON" for one in told], dtype=np.bool_)
    wanted = (
        (roots[:, None] == roots) | (own > 0) | kinds | pronoun[:, None] | pronoun
        | (word > NEAR_WORD) | (mention > NEAR_MENTION)
    )  # fmt: skip
    first, second = np.nonzero(np.triu(wanted, 1))
    at = (first, second)
    found: dict[str, npt.NDArray[np.generic]] = {
        "lemma": lemmas[first] == lemmas[second],
        "root": roots[first] == roots[second],
        "word": word[at],
        "mention": mention[at],
        "window": np.einsum("ij,ij->i", seen.windows[first], seen.windows[second]),
        **_texts(seen, texts, at),
        **_rows(seen, texts, mention, at),
    }
    for name, words, rare in _SHARED:
        least, cosine = shared([list(words(one)) for one in told], rare=rare)
        found[f"{name}_least"], found[f"{name}_cosine"] = least[at], cosine[at]
    columns = np.stack([found[name].astype(np.float32) for name in FEATURES], axis=1)
    return Pairs(first=first, second=second, columns=columns)


def _texts(seen: Seen, texts: Ints, at: tuple[Ints, Ints]) -> dict[str, npt.NDArray[np.generic]]:
    """What the texts of two mentions share, and how far apart the mentions stand in one."""
    first, second = at
    count = int(texts.max()) + 1
    means = np.zeros((count, seen.windows.shape[1]), dtype=np.float32)
    np.add.at(means, texts, seen.windows)
    means /= np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    likeness = np.round(means @ means.T, 4)
    found: dict[str, npt.NDArray[np.generic]] = {
        "text": likeness[texts[first], texts[second]],
        "text_above_mean": (likeness - likeness.mean())[texts[first], texts[second]],
        "same_text": texts[first] == texts[second],
    }
    places = np.array([one.sentence for one in seen.told])
    apart = np.minimum(np.abs(places[first] - places[second]), _FAR - 1)
    found["distance"] = np.where(texts[first] == texts[second], apart, _FAR)
    for name, words in _OF_TEXTS:
        sets: list[set[str]] = [set() for _ in range(count)]
        for one, text in zip(seen.told, texts.tolist(), strict=True):
            sets[text].update(words(one))
        held = Counter(word for each in sets for word in each)
        weights = {
            word: sqrt(max(rarity(word), LEAST_RARITY) * log((count + 1) / texts_of))
            for word, texts_of in held.items()
        }
        found[name] = overlap(sets, weights)[1][texts[first], texts[second]]
    return found


def _rows(
    seen: Seen, texts: Ints, mention: Floats, at: tuple[Ints, Ints]
) -> dict[str, npt.NDArray[np.generic]]:
    """What is measured of each mention alone or among all, as the lower and higher of a pair."""
    told = seen.told
    count = int(texts.max()) + 1
    best, second_best = _best(mention, texts)
    roots = Counter(one.root for one in told)
    texts_of: dict[str, set[int]] = defaultdict(set)
    for one, text in zip(told, texts.tolist(), strict=True):
        texts_of[one.root].add(text)
    central, nearest = _central(seen.windows, texts)
    each = {
        "rarity": [rarity(one.lemma) for one in told],
        "part": [_PARTS.get(one.part, 5) for one in told],
        "sentence": [one.sentence for one in told],
        "central": central,
        "nearest": nearest,
        "texts": [len(texts_of[one.root]) / count for one in told],
        "count": [log(roots[one.root]) for one in told],
        "words": [len(one.own) for one in told],
        "length": [one.length for one in told],
        "best": best.max(axis=1),
    }
    first, second = at
    found: dict[str, npt.NDArray[np.generic]] = {}
    for name, values in each.items():
        _ends(found, name, np.asarray(values, dtype=np.float32), first, second)
    # How far a pair is ahead of the next candidate of that text, and behind the best of all texts.
    likeness = mention[at]
    for name, other in (("lead", texts), ("behind", None)):
        sides = []
        for here, there in ((first, second), (second, first)):
            if other is None:
                sides.append(likeness - best.max(axis=1)[here])
            else:
                top, next_top = best[here, other[there]], second_best[here, other[there]]
                sides.append(likeness - np.where(likeness >= top - 1e-6, next_top, top))
        found[f"{name}_low"], found[f"{name}_high"] = np.minimum(*sides), np.maximum(*sides)
    negated = np.array([one.negated for one in told])
    uncertain = np.array([one.uncertain for one in told])
    articles = np.array([one.article for one in told])
    low, high = (
        np.minimum(articles[first], articles[second]),
        np.maximum(articles[first], articles[second]),
    )
    found |= {
        "negated": negated[first] != negated[second],
        "uncertain": uncertain[first] != uncertain[second],
        "articles": low * 3 + high,
    }
    return found


def _ends(
    found: dict[str, npt.NDArray[np.generic]], name: str, values: Floats, first: Ints, second: Ints
) -> None:
    found[f"{name}_low"] = np.minimum(values[first], values[second])
    found[f"{name}_high"] = np.maximum(values[first], values[second])


def _best(mention: Floats, texts: Ints) -> tuple[Floats, Floats]:
    """For each mention and text: its likeness to the nearest mention there, and to the next."""
    count = int(texts.max()) + 1
    others = np.round(mention, 5)
    np.fill_diagonal(others, -1)
    best = np.full((len(mention), count), -1, dtype=np.float32)
    second = best.copy()
    for text in range(count):
        inside = np.sort(others[:, texts == text], axis=1)
        best[:, text] = inside[:, -1]
        if inside.shape[1] > 1:
            second[:, text] = inside[:, -2]
    return best, second


def _central(windows: Vectors, texts: Ints) -> tuple[Floats, Floats]:
    """How near, on average and at best, the other texts come to each mention's sentence."""
    likeness = np.round(windows @ windows.T, 5)
    count = int(texts.max()) + 1
    if count == 1:
        none = np.zeros(len(windows), dtype=np.float32)
        return none, none
    nearest = np.stack([likeness[:, texts == text].max(axis=1) for text in range(count)], axis=1)
    nearest[np.arange(len(windows)), texts] = 0
    return nearest.sum(axis=1) / (count - 1), nearest.max(axis=1)
