"""Copies at scale: cost per article, memory and correctness over generated news of growing length.

``python bench/copies_scale.py 10000 100000`` prints one JSON line for each number of articles. The
stream is that of ``tests/coverage`` (half of it copies), and as in real collections every page
ends in its house's standing notice and one wire text is printed by one outlet in two hundred. Each
size is measured in a process of its own, on its own CPU clock; generating the articles is not
counted, everything from cutting their words to groups and links is.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).parents[1]))

from firsthand.copies.scale.index import CopyIndex, sorted_places
from firsthand.domain import Article, ArticleId, Span, Zone, ZoneKind
from tests.coverage import bulk

SEED = 11
AT_ONCE = 1_000
ONE_IN = 200
"""Articles of which one is a copy of the one wire text: 5,000 in a million."""

NOTICES = (
    "Sign up for our newsletter and have the best of the day in your inbox every morning.",
    "All rights reserved. This text may not be published, broadcast or passed on without leave.",
    "Have you seen something that we should know? Write to the newsroom or call us at any time.",
)

Groups = npt.NDArray[np.int64]


def main() -> None:
    """Measure the sizes asked for, each in a process of its own."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("sizes", type=int, nargs="+", help="numbers of articles, ascending")
    reader.add_argument(
        "--folder", type=Path, help="where work files go; else where the system has them"
    )
    reader.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    asked = reader.parse_args()
    if asked.inside:
        print(json.dumps(measured(asked.sizes[0], asked.folder)))
        return
    smallest: float | None = None
    for size in asked.sizes:
        command = [sys.executable, __file__, str(size), "--inside"]
        command += ["--folder", str(asked.folder)] if asked.folder else []
        told = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
        row = json.loads(told.stdout.splitlines()[-1])
        cost = 1 / row["articles_per_cpu_second"]
        smallest = smallest or cost
        print(json.dumps(row | {"cost_ratio": round(cost / smallest, 3)}), flush=True)


def measured(size: int, folder: Path | None) -> dict[str, float]:
    """Copies over `size` articles: articles a CPU second, peak memory, pair precision and recall."""
    ids: list[ArticleId] = []
    groups: list[int] = []
    names: dict[str, int] = {}
    spent, begun = 0.0, perf_counter()
    with CopyIndex(folder) as index:
        stream = printed(size)
        while batch := list(islice(stream, AT_ONCE)):
            before = process_time()
            index.add_all(article for article, _ in batch)
            spent += process_time() - before
            ids += [article.id for article, _ in batch]
            groups += [names.setdefault(group, len(names)) for _, group in batch]
        names.clear()
        before = process_time()
        found = index.links()
        spent += process_time() - before
    truth = np.empty(size, dtype=np.int64)
    truth[sorted_places(ids)] = groups
    both = pairs(truth * size + found.groups)
    return {
        "articles": size,
        "articles_per_cpu_second": round(size / spent, 1),
        "cpu_seconds": round(spent, 1),
        "wall_seconds_with_generation": round(perf_counter() - begun, 1),
        "peak_rss_gb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6, 3),
        "pair_precision": round(both / max(1, pairs(found.groups)), 4),
        "pair_recall": round(both / max(1, pairs(truth)), 4),
        "largest_group": int(np.bincount(found.groups).max()),
        "links": len(found.first),
        "blocks": int((found.relation == 1).sum()),
        "quotations": int((found.relation == 2).sum()),
    }


def pairs(groups: Groups) -> int:
    """How many pairs of articles are in one group."""
    _, counts = np.unique(groups, return_counts=True)
    return int((counts * (counts - 1) // 2).sum())


def printed(size: int) -> Iterator[tuple[Article, str]]:
    """The stream as outlets print it, each article with the name of its group."""
    wire: list[str] = []
    for number, sent in enumerate(bulk(SEED, size)):
        article, group = sent.article, sent.group
        paragraphs = [article.text[zone.span.start : zone.span.end] for zone in article.zones]
        if not wire and len(article.text) > 1_500:
            wire = paragraphs[1:]
        if wire and number % ONE_IN == 0:
            kept = max(3, len(wire) - number // ONE_IN % 4)
            paragraphs, group = [paragraphs[0], *wire[:kept]], "the wire text"
            paragraphs[1] = paragraphs[1].replace(" the ", " that ", number // ONE_IN % 3)
        paragraphs.append(NOTICES[number % len(NOTICES)])
        yield set_again(article, paragraphs, number), group


def set_again(article: Article, paragraphs: list[str], number: int) -> Article:
    """The article with other paragraphs, the first of them its headline."""
    zones, at = [], 0
    for place, paragraph in enumerate(paragraphs):
        kind = ZoneKind.BODY if place else ZoneKind.HEADLINE
        zones.append(Zone(span=Span(at, at + len(paragraph)), kind=kind))
        at += len(paragraph) + 2
    name = hashlib.blake2b(f"{number}".encode(), digest_size=16).hexdigest()
    text = "\n\n".join(paragraphs)
    return replace(article, id=ArticleId(name), text=text, raw_text=text, zones=tuple(zones))


if __name__ == "__main__":
    main()
