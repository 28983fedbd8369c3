"""Write the results page of statements: ``python -m bench.statement_errors.page``.

The page's own words stay as they are; what stands between a ``begin`` and an ``end`` mark is
measured and written anew. ``--predictions FOLDER`` takes predictions made before
(``polnear.jsonl``, ``wikinews.jsonl``) instead of making them.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.pages import commit, filled
from bench.statement_errors.findings import Error, Found, compare_all
from bench.statement_errors.patterns import Pattern, patterns
from bench.statement_errors.relations import Document, read
from bench.statement_errors.report import per_hundred, place, sections, table
from bench.statement_errors.tallies import Tally, tally
from bench.statement_errors.words import Words, words_of

__all__ = ["blocks_of", "main"]

PROJECT = Path(__file__).parents[2]
PAGE = PROJECT / "docs/reference/statements-results.md"
CORPORA = {"polnear": "polnear.dev.jsonl", "wikinews": "firsthand.wikinews.dev.jsonl"}
SECOND = ("polnear.dev.jsonl", "polnear.train.jsonl")
COMMONEST = 10

_OPEN_TOOL = {
    "overlap content all": 52,
    "overlap source all": 61,
    "overlap cue all": 54,
    "relation all": 40.4,
    "relation direct": 48,
    "relation indirect": 35,
    "src_given_content all": 86.0,
}
"""GenderGapTracker on PolNeAR's test part with the same scorer: the best of the open tools."""

_FIGURES = (
    ("content, overlap F1", "overlap content all"),
    ("source, overlap F1", "overlap source all"),
    ("cue, overlap F1", "overlap cue all"),
    ("whole relation F1", "relation all"),
    ("… direct", "relation direct"),
    ("… indirect", "relation indirect"),
    ("… mixed", "relation mixed"),
    ("whole relation to the word, F1", "relation_exact all"),
    ("source right where the content is, %", "src_given_content all"),
)
_FIELDS = (
    ("nesting, F1", "nesting all"),
    ("speaker, %", "speaker all"),
    ("authority, %", "field authority"),
    ("relays, %", "field relays"),
    ("stance, %", "field stance"),
    ("hedged, %", "field hedged"),
    ("day said, %", "field said_on"),
)


def main(arguments: list[str]) -> int:
    """Measure and write the page.

    Returns:
        0 done; 2 the benchmark data is not there.
    """
    asked = argparse.ArgumentParser(prog="bench.statement_errors.page", description=__doc__)
    asked.add_argument("--shared", type=Path, default=PROJECT.parent / "shared")
    asked.add_argument("--predictions", type=Path)
    asked.add_argument("--commit", help="that made the predictions")
    asked.add_argument(
        "--folds", type=Path, help="Wikinews predicted in folds, by weights that have not seen it"
    )
    options = asked.parse_args(arguments)
    bench = (options.shared / "bench/statements").resolve()
    if not (bench / "score.py").is_file():
        print(f"{bench}: no statement benchmark; name its parent with --shared", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        found = _predictions(options.predictions, bench, Path(scratch))
        if options.folds is not None:
            found["wikinews"] = options.folds
        blocks = blocks_of(bench, found, Path(scratch))
    blocks["stamp"] = _stamp(options.commit or commit(), folds=options.folds is not None)
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8"), blocks), encoding="utf-8")
    print(f"{PAGE.relative_to(PROJECT)}: written anew")
    return 0


def blocks_of(bench: Path, found: Mapping[str, Path], scratch: Path) -> dict[str, str]:
    """Every block of the page by its name, but for the stamp.

    Args:
        bench: The folder of the statement benchmark, with `score.py` and `dev`.
        found: Predictions by corpus.
        scratch: Where to put what is put together on the way.
    """
    gold = {name: bench / "dev" / file for name, file in CORPORA.items()}
    people, twice = scratch / "people.jsonl", scratch / "twice.jsonl"
    folder = bench / "dev/second_annotators"
    people.write_text("".join((folder / file).read_text("utf-8") for file in SECOND), "utf-8")
    wanted = read(people)
    lines = [
        line
        for file in SECOND
        for line in (bench / "dev" / file).read_text("utf-8").splitlines()
        if line.strip() and json.loads(line)["id"] in wanted
    ]
    twice.write_text("\n".join(lines), "utf-8")
    compared = {name: compare_all(read(gold[name]), read(found[name]), _words) for name in CORPORA}
    by_people = compare_all(read(twice), wanted, _words)
    scores = {name: _scored(bench, gold[name], found[name]) for name in CORPORA}
    human = _scored(bench, twice, people)
    return {
        "figures": _figures(scores, human, len(by_people)),
        "people": per_hundred(
            (("Firsthand", compared["polnear"]), ("second annotators", by_people)), markdown=True
        ),
        "polnear": sections(compared["polnear"], markdown=True),
        "wikinews": sections(compared["wikinews"], markdown=True),
        "commonest": _commonest(compared, by_people),
    }


def _words(document: Document) -> Words:
    return words_of(document.text, title=document.title, language=document.language)


def _predictions(made: Path | None, bench: Path, scratch: Path) -> dict[str, Path]:
    if made is not None:
        return {name: made / f"{name}.jsonl" for name in CORPORA}
    for name, file in CORPORA.items():
        _run("bench/predict.py", "statements", str(bench / "dev" / file), str(scratch / name))
    return {name: scratch / name for name in CORPORA}


def _scored(bench: Path, gold: Path, found: Path) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(
        _run(str(bench / "score.py"), str(gold), str(found), "--json")
    )
    return answer


def _run(*call: str) -> str:
    """What a Python program printed; an error with what it said."""
    done = subprocess.run(  # noqa: S603 - calls are made here
        [sys.executable, *call], capture_output=True, text=True, check=False, cwd=PROJECT
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(call[:3])} …: {done.stderr[-2000:]}")
    return done.stdout


def _stamp(commit: str, *, folds: bool) -> str:
    day = datetime.now(UTC).date().isoformat()
    said = f"Measured on {day} at commit {commit} by `python -m bench.statement_errors.page`."
    if folds:
        said += " Wikinews was predicted in folds, each by weights that have not seen its articles."
    return said


def _figures(scores: Mapping[str, Any], human: Mapping[str, Any], twice: int) -> str:
    """The scorer's own figures."""

    def told(answer: Mapping[str, Any], key: str) -> str:
        value = answer.get(key) or {}
        return str(value.get("F1", value.get("acc", "–")))

    polnear = table(
        (
            "PolNeAR dev",
            "Firsthand",
            "best open tool, test part",
            f"second annotator, {twice} documents",
        ),
        [
            (name, told(scores["polnear"], key), str(_OPEN_TOOL.get(key, "–")), told(human, key))
            for name, key in _FIGURES
        ],
        markdown=True,
    )
    wikinews = table(
        ("Wikinews dev", "Firsthand", "of"),
        [
            (
                name,
                told(scores["wikinews"], key),
                str(scores["wikinews"][key].get("gold", scores["wikinews"][key].get("n", "–"))),
            )
            for name, key in (*_FIGURES, *_FIELDS)
            if key in scores["wikinews"]
        ],
        markdown=True,
    )
    return f"{polnear}\n\n{wikinews}"


def _commonest(compared: Mapping[str, Sequence[Found]], people: Sequence[Found]) -> str:
    """The commonest kinds over both sets, each with where to look and our own sentences."""
    both = [one for found in compared.values() for one in found]
    words = {one.document: one.words for one in both}
    human = {one.kind: one.count for one in tally(people)}
    of_people = sum(len(one.gold) for one in people)
    ours = {one.kind: one.count for one in tally(compared["polnear"])}
    of_ours = sum(len(one.gold) for one in compared["polnear"])
    ranked = sorted(tally(both), key=lambda one: (-one.count, one.kind))[:COMMONEST]
    parts = []
    for rank, one in enumerate(ranked, start=1):
        parts.append(f"### {rank}. {one.kind[0].upper()}{one.kind[1:]}")
        parts.append(
            f"{one.count} errors; {one.gain:.1f} points of relation F1 over both sets. PolNeAR: "
            f"{100 * ours.get(one.kind, 0) / of_ours:.1f} for 100 annotated relations, second "
            f"annotators {100 * human.get(one.kind, 0) / of_people:.1f}."
        )
        parts.append(f"Look at {_examples(one, words)}.")
        parts.extend(_told(each, one, words) for each in patterns() if each.kind == one.kind)
    return "\n\n".join(parts)


def _examples(one: Tally, words: Mapping[str, Words], most: int = 3) -> str:
    """Some errors of the kind, spread over the documents."""
    step = max(1, len(one.errors) // most)
    places = []
    for error in one.errors[::step][:most]:
        relation = error.gold or error.found
        if relation is None:  # an error has at least one of the two
            continue
        part = relation.cue or relation.content
        places.append(f"`{error.document}` {place(words[error.document], part)}")
    return "; ".join(places)


def _told(one: Pattern, errors: Tally, words: Mapping[str, Words]) -> str:
    """A pattern: our sentence, what is wrong, where it was seen, what people do."""
    seen = any(
        error.document == one.document and one.start in _starts(error, words)
        for error in errors.errors
    )
    there = "Seen" if seen else "Seen before, and mended there,"
    mended = " Mended in this sentence." if one.state == "mended" else ""
    text = " ".join(one.text.split())
    return (
        f"> {text}\n\n{one.pattern}{mended} {there} at `{one.document}` {one.start}-{one.end}. "
        f"People: {one.people}"
    )


def _starts(error: Error, words: Mapping[str, Words]) -> set[int]:
    """Where the parts of an error's relations begin, in code points."""
    return {
        words[error.document].words[min(part)].start
        for relation in (error.gold, error.found)
        if relation is not None
        for part in (relation.cue, relation.content)
        if part
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
