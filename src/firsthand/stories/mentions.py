"""Which mentions, in the articles of one story, name the same event or thing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from firsthand.domain import ArticleId, StoryId
from firsthand.tables.rarity import rarity
from firsthand.tables.vectors import encoder

__all__ = ["Named", "chains"]

ALIKE = 0.55
"""Least cosine of two words, as vectors, for one event of a story ("shot", "gunfire"). On the Gun
Violence Corpus .45, .55 and .65 give a CoNLL F1 of .641, .651 and .639; without, .569."""

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = ("ations", "ation", "ings", "ing", "ions", "ion", "edly", "ment", "ers", "ies", "ed",
            "er", "es", "s")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One mention: an article and the words that name something in it."""

    id: str
    article: ArticleId
    words: str


def chains(mentions: Sequence[Named], story_of: Mapping[ArticleId, StoryId]) -> dict[str, str]:
    """Mention id → name of its chain: mentions of one story whose telling words agree or are alike.

    A simple first answer: the rarest word stands for the mention, its stem for the word; the
    stems of a story, commonest first, join the first stem that they are like. An article in no
    story is compared with itself only. The order of `mentions` does not matter.
    """
    by_story: dict[str, list[Named]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda one: one.id):
        by_story[story_of.get(mention.article, mention.article)].append(mention)
    heads = sorted({_head(one.words) for one in mentions})
    vectors = dict(zip(heads, encoder().encode(heads), strict=True))
    found: dict[str, str] = {}
    for story, members in sorted(by_story.items()):
        leader = _leaders([_head(one.words) for one in members], vectors)
        for one in members:
            found[one.id] = f"{story}:{leader[_stem(_head(one.words))]}"
    return found


def _leaders(heads: Sequence[str], vectors: Mapping[str, np.ndarray]) -> dict[str, str]:
    """Stem → the commoner stem that it belongs to, itself where there is none."""
    counts = Counter(_stem(head) for head in heads)
    rows: dict[str, list[np.ndarray]] = defaultdict(list)
    for head in sorted(set(heads)):
        rows[_stem(head)].append(vectors[head])
    means = {stem: np.mean(each, axis=0) for stem, each in rows.items()}
    leader: dict[str, str] = {}
    leaders: list[str] = []
    for stem in sorted(counts, key=lambda stem: (-counts[stem], stem)):
        likeness = [round(float(means[stem] @ means[other]), 4) for other in leaders]
        if likeness and max(likeness) >= ALIKE:
            leader[stem] = leaders[likeness.index(max(likeness))]
        else:
            leader[stem] = stem
            leaders.append(stem)
    return leader


def _head(words: str) -> str:
    """The rarest word in small letters; the first of equals."""
    found = [word.lower() for word in _WORD.findall(words)]
    return max(found, key=lambda word: round(rarity(word), 3)) if found else words.lower()


def _stem(word: str) -> str:
    """The word without its inflection, roughly; good enough to compare words of one story."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + ("y" if ending == "ies" else "")
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeioulsz":
        word = word[:-1]
    return word.rstrip("e")
