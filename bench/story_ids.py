"""How many articles get another story id when a tenth more articles arrive.

``python bench/story_ids.py FILE…`` reads document files of the stories task; without one it generates
coverage (``--count``). Eleven parts: ten are put into stories, then all eleven, with the stories of
the ten as `known` and without; once with the latest articles as the eleventh part, and once with
articles drawn by a digest of their id. Prints one JSON object a file: the share of the first ten parts'
articles whose story id is another one after.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.doors.corpora import articles
from firsthand.copies import copy_groups, copy_links
from firsthand.domain import Article, CopyGroup, Story
from firsthand.stories import card, stories

PARTS = 11


def main(arguments: list[str]) -> int:
    """Measure and print; 0 when done."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("files", type=Path, nargs="*")
    asked.add_argument("--count", type=int, default=1100)
    asked.add_argument("--seed", type=int, default=3)
    options = asked.parse_args(arguments)
    cards = cache(card)
    with patch("firsthand.stories.grouping.card", cards):
        for file in options.files:
            print(json.dumps({"set": file.name, **_shares(list(articles(file).values()))}))
        if not options.files:
            print(json.dumps({"set": "generated", **_shares(_generated(options))}))
    return 0


def _generated(options: argparse.Namespace) -> list[Article]:
    from tests.coverage import bulk  # noqa: PLC0415

    return [sent.article for sent in bulk(options.seed, options.count)]


def _shares(every: Sequence[Article]) -> dict[str, float]:
    def drawn(one: Article) -> str:
        return blake2b(one.id.encode(), digest_size=8).hexdigest()

    found: dict[str, float] = {}
    for name, key in (("latest", lambda one: (one.published or "", one.id)), ("drawn", drawn)):
        order = sorted(every, key=key)
        first = order[: len(order) - len(order) // PARTS]
        before = stories(first, _groups(first))
        groups = _groups(every)
        found[name] = _changed(before, stories(every, groups, known=before))
        found[f"{name}, nothing known"] = _changed(before, stories(every, groups))
    return found


def _groups(every: Sequence[Article]) -> tuple[CopyGroup, ...]:
    return copy_groups(every, copy_links(every))


def _changed(before: Sequence[Story], after: Sequence[Story]) -> float:
    then = {article: story.id for story in before for article in story.articles}
    now = {article: story.id for story in after for article in story.articles}
    return round(sum(now[one] != story for one, story in then.items()) / len(then), 5)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
