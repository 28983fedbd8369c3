"""Write the results page of copies and stories: ``python -m bench.partition_errors.page``.

The page's own words stay as they are; what stands between a ``begin`` and an ``end`` mark is
measured and written anew. ``--predictions FOLDER`` takes predictions made before (``copies.jsonl``
with ``copies.jsonl.pairs.jsonl``, and a file for each set of stories: ``basil.jsonl`` …) instead of
making them.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.doors.corpora import articles, rows
from bench.pages import commit, filled
from bench.partition_errors import copying, telling
from bench.partition_errors.partitions import Mistake, merges, splits
from bench.partition_errors.shown import Shown
from bench.statement_errors.report import table
from firsthand.domain import Article

__all__ = ["main"]

PROJECT = Path(__file__).parents[2]
PAGE = PROJECT / "docs/reference/copies-and-stories-results.md"
WORST = 10
COPIES = "copies/dev/copies_constructed"
STREAMS = {
    "BASIL": "basil",
    "mixed stream": "mixedstream",
    "GVC": "gvc",
    "ECB+": "ecbplus",
    "UCI headlines": "uci_headlines",
}
_RELATIONS = {"partial_block": "block", "quotes_only": "quotation"}
_Look = Callable[[Sequence[str], Sequence[str], Mapping[str, Article]], Shown]


def main(arguments: list[str]) -> int:
    """Measure and write the page.

    Returns:
        0 done; 2 the benchmark data is not there.
    """
    asked = argparse.ArgumentParser(prog="bench.partition_errors.page", description=__doc__)
    asked.add_argument("--shared", type=Path, default=PROJECT.parent / "shared")
    asked.add_argument("--predictions", type=Path)
    asked.add_argument("--commit", help="that made the predictions")
    options = asked.parse_args(arguments)
    bench = (options.shared / "bench").resolve()
    if not (bench / "score_partition.py").is_file():
        print(f"{bench}: no benchmark; name its parent with --shared", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        made = options.predictions or _predictions(bench, Path(scratch))
        blocks = {**_copies(bench, made), **_stories(bench, made)}
    day = datetime.now(UTC).date().isoformat()
    blocks["stamp"] = (
        f"Measured on {day} at commit {options.commit or commit()} by "
        "`python -m bench.partition_errors.page`."
    )
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8"), blocks), encoding="utf-8")
    print(f"{PAGE.relative_to(PROJECT)}: written anew")
    return 0


def _predictions(bench: Path, scratch: Path) -> Path:
    made = {"copies": ("copies", f"{COPIES}.docs.jsonl.gz")}
    made |= {
        stem: ("stories", f"stories/dev/stories_{stem}.docs.jsonl.gz") for stem in STREAMS.values()
    }
    for name, (task, source) in made.items():
        door = [str(PROJECT / "bench/predict.py"), task, str(bench / source)]
        subprocess.run(  # noqa: S603 - our own program
            [sys.executable, *door, str(scratch / f"{name}.jsonl")], check=True
        )
    return scratch


def _copies(bench: Path, made: Path) -> dict[str, str]:
    """The blocks of copies: relations told apart, worst merges, worst splits."""
    gold = {row["id"]: row["cluster"] for row in rows(bench / f"{COPIES}.gold.jsonl")}
    found = {row["id"]: row["cluster"] for row in rows(made / "copies.jsonl")}
    texts = articles(bench / f"{COPIES}.docs.jsonl.gz")
    pairs = rows(made / "copies.jsonl.pairs.jsonl")
    named = {frozenset((row["a"], row["b"])): row["relation"] for row in pairs}
    return {
        "relations": _confusion(gold, named, bench),
        "copies_merges": _told(merges(gold, found)[:WORST], texts, copying.loudest),
        "copies_splits": _told(splits(gold, found)[:WORST], texts, copying.loudest),
    }


def _confusion(gold: Mapping[str, str], named: Mapping[frozenset[str], str], bench: Path) -> str:
    """Which relation the pairs of the gold were given, and what was found beside them."""
    members: dict[str, list[str]] = {}
    for one, cluster in gold.items():
        members.setdefault(cluster, []).append(one)
    wanted = {
        frozenset((one, other)): "whole"
        for inside in members.values()
        for one in inside
        for other in inside
        if one < other
    }
    for row in rows(bench / f"{COPIES}.reuse_edges.jsonl"):
        wanted[frozenset((row["copy"], row["source"]))] = _RELATIONS[row["kind"]]
    counts = Counter((kind, named.get(pair, "none")) for pair, kind in wanted.items())
    counts.update(("none", kind) for pair, kind in named.items() if pair not in wanted)
    kinds = ("whole", "block", "quotation", "none")
    return table(
        ("gold \\ found", *kinds),
        [
            (
                kind,
                *(
                    str(counts[kind, other]) if kind != other or kind != "none" else "–"
                    for other in kinds
                ),
            )
            for kind in kinds
        ],
        markdown=True,
    )


def _stories(bench: Path, made: Path) -> dict[str, str]:
    """The blocks of stories: what each stream lacks, worst merges and splits of them all."""
    figures = []
    joined: list[tuple[str, Mistake, Mapping[str, Article]]] = []
    parted: list[tuple[str, Mistake, Mapping[str, Article]]] = []
    for name, stem in STREAMS.items():
        source = bench / f"stories/dev/stories_{stem}"
        truth = rows(source.with_name(f"{source.name}.gold.jsonl"))
        gold = {row["id"]: row["story"] for row in truth if row["story"] is not None}
        found = {row["id"]: row["cluster"] for row in rows(made / f"{stem}.jsonl")}
        texts = articles(source.with_name(f"{source.name}.docs.jsonl.gz"))
        wrong, lost = merges(gold, found), splits(gold, found)
        precision = 100 - sum(one.cost for one in wrong)
        recall = 100 - sum(one.cost for one in lost)
        f1 = 2 * precision * recall / (precision + recall)
        figures.append(
            (name, *(f"{figure:.1f}" for figure in (precision, recall, f1)),
             str(len(wrong)), str(len(lost)))
        )  # fmt: skip
        joined += [(name, one, texts) for one in wrong]
        parted += [(name, one, texts) for one in lost]
    return {
        "streams": table(
            ("stream", "BCubed precision", "recall", "F1", "pairs of sets merged", "split"),
            figures,
            markdown=True,
        ),
        "stories_merges": _of_all(joined),
        "stories_splits": _of_all(parted),
    }


def _of_all(mistakes: Sequence[tuple[str, Mistake, Mapping[str, Article]]]) -> str:
    """The worst over all streams; the same two documents stand in it once."""
    ranked = sorted(mistakes, key=lambda row: (-round(row[1].cost, 9), row[1].one, row[1].other))
    parts: list[str] = []
    seen: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for name, mistake, texts in ranked:
        if (mistake.one, mistake.other) in seen or len(seen) == WORST:
            continue
        seen.add((mistake.one, mistake.other))
        parts.append(_line(len(seen), mistake, telling.loudest, texts, f"{name}: "))
    return "\n".join(parts)


def _told(mistakes: Sequence[Mistake], texts: Mapping[str, Article], look: _Look) -> str:
    return "\n".join(
        _line(rank, one, look, texts, "") for rank, one in enumerate(mistakes, start=1)
    )


def _line(
    rank: int, mistake: Mistake, look: _Look, texts: Mapping[str, Article], stream: str
) -> str:
    shown = look(mistake.one, mistake.other, texts)
    places = [f"`{shown.one}`", f"`{shown.other}`"]
    if shown.spans is not None:
        places = [
            f"{place} {span.start}-{span.end}"
            for place, span in zip(places, shown.spans, strict=True)
        ]
    return (
        f"{rank}. {stream}{len(mistake.one)} and {len(mistake.other)} documents, "
        f"{mistake.cost:.2f} points. {' and '.join(places)}: {shown.why}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
