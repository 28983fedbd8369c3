"""Put a stream of generated articles into stories one by one, and say how long each takes.

``python bench/stories_scale.py 200000`` prints one JSON object: CPU milliseconds an article takes in
`StoryStream.add` (median and 95th percentile over the first and the last twentieth, repairs of the
window among them), peak memory, BCubed against the truth, and the share of articles whose story id
changed while the last tenth arrived. Copies come with the name of their wire text, as the stage
before gives it.

Sentence vectors cost 10 to 20 ms a text, whatever the number of texts: they are left out of what is
timed, and, unless ``--vectors encoder`` is given, replaced by sums of a fixed random direction for
each word, which are alike where words are.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from unittest.mock import patch

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).parents[1]))

from firsthand.domain import Article, ArticleId, StoryChange, StoryChangeKind, StoryId
from firsthand.stories import Reach, StoryStream, card
from firsthand.tables.rarity import rarity
from firsthand.tables.vectors import WIDTH, Vectors
from tests.coverage import Sent, bulk

PARTS = 20
"""The first and the last of so many parts are compared."""


SHOWN = 5_000
"""Articles after which standard error is told how it goes."""


class WordDirections:
    """Stands in for the encoder: a text is the sum of its words' directions, the rare ones longer."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row of length 1 a text."""
        rows = np.zeros((len(texts), WIDTH), dtype=np.float32)
        for at, text in enumerate(texts):
            for word in sorted(set(text.lower().split())):
                rows[at] += rarity(word) ** 2 * _direction(word)
        found: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
        return found


@cache
def _direction(word: str) -> Vectors:
    digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=WIDTH // 8).digest()
    return np.unpackbits(np.frombuffer(digest, dtype=np.uint8)).astype(np.float32) * 2 - 1


class Membership:
    """Who is with whom by the log of changes alone."""

    def __init__(self) -> None:
        """Nobody is anywhere."""
        self.story: dict[ArticleId, StoryId] = {}
        self._members: dict[StoryId, set[ArticleId]] = defaultdict(set)
        self.kinds: Counter[str] = Counter()

    def take(self, changes: Sequence[StoryChange]) -> None:
        """Follow some changes."""
        for change in changes:
            self.kinds[change.kind.value] += 1
            moving = set(change.articles)
            if change.kind is StoryChangeKind.MERGED and change.other is not None:
                moving = self._members[change.other]
            if change.other is not None:
                self._members[change.other] = self._members[change.other] - moving
            self._members[change.story] |= moving
            self.story.update(dict.fromkeys(moving, change.story))


def bcubed(found: Mapping[ArticleId, StoryId], truth: Mapping[ArticleId, str]) -> dict[str, float]:
    """Precision, recall and F1 (Bagga & Baldwin 1998)."""
    both = Counter((found[one], truth[one]) for one in truth)
    ours, theirs = Counter(found[one] for one in truth), Counter(truth.values())
    precision = sum(n * n / ours[one] for (one, _), n in both.items()) / len(truth)
    recall = sum(n * n / theirs[other] for (_, other), n in both.items()) / len(truth)
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / (precision + recall), 4),
    }


def measured(sent: Iterator[Sent], count: int, reach: Reach) -> dict[str, object]:
    """Feed a stream and measure it."""
    stream, log = StoryStream(reach), Membership()
    truth: dict[ArticleId, str] = {}
    seconds: list[float] = []
    cards = 0.0
    before: dict[ArticleId, StoryId] = {}
    known: set[str] = set()
    for number, one in enumerate(sent):
        if number == round(count / 1.1):
            log.take(stream.repair())
            before = dict(log.story)
        # A copy has no voice: no card is made of it.
        given: Article | object = one.article
        if one.group not in known:
            started = time.process_time()
            given = card(one.article)
            cards += time.process_time() - started
        known.add(one.group)
        started = time.process_time()
        changes = stream.add(given, one.group)  # type: ignore[arg-type]
        seconds.append(time.process_time() - started)
        log.take(changes)
        truth[one.article.id] = one.story
        if len(seconds) % SHOWN == 0:
            told = {"articles": len(seconds), **_spread(np.array(seconds[-SHOWN:]) * 1000)}
            print(json.dumps({**told, "peak_rss_mb": _peak()}), file=sys.stderr, flush=True)
    log.take(stream.repair())
    changed = sum(log.story[one] != story for one, story in before.items())
    part = max(1, len(seconds) // PARTS)
    first, last = np.array(seconds[:part]) * 1000, np.array(seconds[-part:]) * 1000
    return {
        "articles": len(seconds),
        "texts": len(known),
        "window": reach.units,
        "start_ms": _spread(first),
        "end_ms": _spread(last),
        "p95_ratio": round(_spread(last)["p95"] / _spread(first)["p95"], 3),
        "stream_seconds": round(sum(seconds), 1),
        "card_ms": round(1000 * cards / max(1, len(known)), 2),
        "peak_rss_mb": _peak(),
        "state_mb": round(len(stream.state()) / 1e6, 1),
        "bcubed": bcubed(log.story, truth),
        "stories": len(set(log.story.values())),
        "true_stories": len(set(truth.values())),
        "ids_changed_share": round(changed / max(1, len(before)), 5),
        "changes": dict(log.kinds),
    }


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _spread(values: npt.NDArray[np.float64]) -> dict[str, float]:
    return {
        "p50": round(float(np.percentile(values, 50)), 3),
        "p95": round(float(np.percentile(values, 95)), 3),
        "mean": round(float(values.mean()), 3),
    }


def main(arguments: list[str]) -> int:
    """Measure and print; 0 when done."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("count", type=int, nargs="?", default=20_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--per-day", type=int, default=5_000)
    asked.add_argument("--window", type=int, default=Reach().units)
    asked.add_argument("--every", type=int, default=Reach().every)
    asked.add_argument("--vectors", choices=("words", "encoder"), default="words")
    options = asked.parse_args(arguments)
    sent = bulk(options.seed, options.count, per_day=options.per_day)
    reach = Reach(units=options.window, every=options.every)
    if options.vectors == "encoder":
        found = measured(sent, options.count, reach)
    else:
        with patch("firsthand.stories.cards.encoder", WordDirections):
            found = measured(sent, options.count, reach)
    print(json.dumps({**found, "vectors": options.vectors}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
