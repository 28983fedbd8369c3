"""Run every task of the benchmark door, score it, and write RESULTS.md: ``make bench``.

``--only WORD`` runs the measures whose name holds WORD and leaves the other figures as they are;
``--check`` compares the figures with the floors and fails where one is below.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.measures import MEASURES, Measure

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
FLOORS = HERE / "floors.json"
DATA = HERE.parent / "src/firsthand/tables/data"
Figures = dict[str, dict[str, float]]


def main(arguments: list[str]) -> int:
    """Measure, write, and optionally check.

    Returns:
        0 done; 1 a figure lies below its floor; 2 the benchmark data is not there.
    """
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    asked.add_argument("--only", default="")
    asked.add_argument("--check", action="store_true")
    options = asked.parse_args(arguments)
    bench = (options.shared / "bench").resolve()
    asked_for = [one for one in MEASURES if options.only.casefold() in one.name.casefold()]
    only_ours = asked_for and all(one.ours for one in asked_for)
    if not bench.is_dir() and not only_ours:
        print(
            f"{bench}: the benchmark data is not there; name its parent with --shared",
            file=sys.stderr,
        )
        return 2
    known: dict[str, Any] = json.loads(RESULTS.read_text()) if RESULTS.is_file() else {}
    with tempfile.TemporaryDirectory() as scratch:
        for measure in asked_for:
            folder = HERE if measure.ours else bench
            known[measure.name] = _measured(measure, folder, Path(scratch))
            print(f"{measure.name}: {known[measure.name]['figures']}", flush=True)
        known.update(speeds(bench, options.only.casefold()))
        if options.only.casefold() in "audit":
            known.update(audits(options.shared.resolve(), Path(scratch)))
    RESULTS.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n")
    (HERE / "RESULTS.md").write_text(_page(known))
    return _checked(known) if options.check else 0


def _measured(measure: Measure, bench: Path, scratch: Path) -> dict[str, Any]:
    """Predict and score one measure, whose paths are relative to `bench`."""
    predicted = scratch / f"{measure.task}.jsonl"
    started = time.monotonic()
    _run(
        [
            sys.executable,
            str(HERE / "predict.py"),
            measure.task,
            str(bench / measure.source),
            str(predicted),
        ]
    )
    seconds = time.monotonic() - started
    figures: dict[str, float] = {}
    for score in measure.scores:
        call = [_place(word, bench, predicted) for word in score.call]
        answer = json.loads(_run([sys.executable, *call]))
        for name, path in score.figures:
            figures[name] = _at(answer, path)
    return {
        "figures": figures,
        "command": f"python bench/predict.py {measure.task} {_shown(measure)} PRED",
        "seconds": round(seconds),
        **_stamp(),
    }


def _shown(measure: Measure) -> str:
    """The input as the results page names it."""
    return f"{'bench' if measure.ours else '…/bench'}/{measure.source}"


@dataclass(frozen=True, slots=True)
class _Speed:
    """A comparison of speeds in one run: a script whose last line is JSON."""

    name: str
    script: str
    source: str
    """Below the benchmark data; empty: the script makes its own input."""

    figures: tuple[tuple[str, str], ...]
    sizes: tuple[str, ...] = ()
    """Handed to the script."""


_SPEEDS = (
    _Speed(
        name="extraction speed",
        script="extract_speed.py",
        source="extract/dev",
        figures=(
            ("full tier to trafilatura", "full_to_trafilatura"),
            ("fast tier to resiliparse", "fast_of_capture_to_resiliparse"),
            ("fast tier with reading to resiliparse", "fast_to_resiliparse"),
            ("full tier, pages a CPU second", "full"),
            ("fast tier, pages a CPU second", "fast_of_capture"),
        ),
    ),
    _Speed(
        name="statement speed",
        script="statement_speed.py",
        source="statements/dev/polnear.dev.jsonl",
        figures=(
            ("documents of 600 words a CPU second, parse excluded", "statements"),
            ("the tagger alone", "tagger"),
            ("the parser alone", "spacy"),
            ("the parser and the layers before statements", "parse"),
            ("statements to the parser", "statements_to_spacy"),
        ),
    ),
    _Speed(
        name="scale, copies",
        script="copies_scale.py",
        source="",
        sizes=("10000", "1000000"),
        figures=(
            ("articles", "articles"),
            ("articles a CPU second", "articles_per_cpu_second"),
            ("cost of an article to that among 10,000", "cost_ratio"),
            ("peak memory, GB", "peak_rss_gb"),
            ("pair precision", "pair_precision"),
            ("pair recall", "pair_recall"),
        ),
    ),
    _Speed(
        name="scale, stories",
        script="stories_scale.py",
        source="",
        sizes=("200000",),
        figures=(
            ("articles", "articles"),
            ("an article's p95 at the start, ms", "start_ms.p95"),
            ("an article's p95 at the end, ms", "end_ms.p95"),
            ("p95 at the end to that at the start", "p95_ratio"),
            ("peak memory, MB", "peak_rss_mb"),
            ("BCubed F1", "bcubed.f1"),
            ("share of ids changed by the last tenth", "ids_changed_share"),
        ),
    ),
)


def speeds(bench: Path, only: str) -> dict[str, Any]:
    """Measure the speeds whose names hold `only`."""
    rows = {}
    for one in _SPEEDS:
        if only not in one.name:
            continue
        source = bench / one.source
        if not source.exists():
            print(f"{one.name}: skipped, {source} is not there", flush=True)
            continue
        started = time.monotonic()
        given = [str(source)] if one.source else list(one.sizes)
        told = _run([sys.executable, str(HERE / one.script), *given])
        answer = json.loads(told.splitlines()[-1])
        figures = {name: _at(answer, path) for name, path in one.figures}
        print(f"{one.name}: {figures}", flush=True)
        rows[one.name] = {
            "figures": figures,
            "command": f"python bench/{one.script} "
            + (f"…/bench/{one.source}" if one.source else " ".join(one.sizes)),
            "seconds": round(time.monotonic() - started),
            **_stamp(),
        }
    return rows


def _place(word: str, bench: Path, predicted: Path) -> str:
    """Put real paths for the words of a scorer call."""
    if word.startswith("PRED"):
        return str(predicted) + word.removeprefix("PRED").replace(".pairs", ".pairs.jsonl")
    return str(bench / word) if re.search(r"\.(py|jsonl|gz)$", word) else word


def _at(answer: Any, path: str) -> float:
    """The figure at a dotted path; keys may themselves hold spaces, not dots."""
    for key in path.split("."):
        answer = answer[key]
    return round(float(answer), 4)


def audits(shared: Path, scratch: Path) -> dict[str, Any]:
    """Write a brief of every audited story and score them one by one and together."""
    pairs = []
    for gold in sorted((shared / "stories").glob("*/gold.json")):
        brief = scratch / f"{gold.parent.name}.json"
        command = [sys.executable, "-m", "firsthand", "brief", "--quiet", "--format", "json"]
        done = subprocess.run(  # noqa: S603 - our own program
            [*command, str(gold.parent / "docs")], capture_output=True, text=True, check=False
        )
        if done.returncode > 1:
            raise RuntimeError(done.stderr)
        data = json.loads(done.stdout)
        if "briefs" in data:  # scored as it stands: the largest of the stories it was split into
            data = data["briefs"][0]
        brief.write_text(json.dumps(data))
        pairs += [str(gold), str(brief)]
    told = _run([sys.executable, str(shared / "bench" / "audit" / "score.py"), *pairs])
    found: dict[str, Any] = {}
    for block in re.split(r"^== ", told, flags=re.MULTILINE)[1:]:
        title = block.splitlines()[0].strip()
        name = "all stories" if title == "all stories" else Path(title).parent.name
        figures = {
            m.group(1).strip(): float(m.group(2))
            for m in re.finditer(r"^(\w[^\n]*?) +(\d\.\d{3})(?: |$)", block, flags=re.MULTILINE)
        }
        found[f"audit, {name}"] = {
            "figures": figures,
            "command": "python -m firsthand brief --format json STORY/docs",
            **_stamp(),
        }
        print(f"audit, {name}: mean {figures.get('mean')}", flush=True)
    return found


def _stamp() -> dict[str, str]:
    """Date and commit of a measurement; a commit with changes on top is marked."""
    commit = _run(["git", "rev-parse", "--short", "HEAD"]).strip()
    dirty = _run(["git", "status", "--porcelain", "--untracked-files=no", "src"]).strip()
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "commit": commit + ("+" if dirty else ""),
    }


def _run(command: list[str]) -> str:
    """Run a program; what it printed, or an error with what it said."""
    done = subprocess.run(  # noqa: S603 - commands are made here
        command, capture_output=True, text=True, check=False, cwd=HERE.parent
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command[:4])} …: {done.stderr[-2000:]}")
    return done.stdout


TRAINED = (("extract, pages", "page_lines"), ("extract, dumps", "line_roles"))
"""Measures whose shipped model has seen all of their texts, and that model's card."""


def _held_out() -> list[str]:
    """What cross-validation says where the model has seen the texts: the figures to expect."""
    lines = [
        "Models have seen the texts that the table scores them on. Five-fold cross-validation",
        "(`training/`) says what to expect of texts they have not seen:",
        "",
    ]
    for measure, model in TRAINED:
        card = json.loads((DATA / f"{model}.json").read_text())
        told = card["five_fold_by_site"]
        told = told.get("whole_extraction", told)
        figures = ", ".join(f"{name.replace('_', ' ')} {value:g}" for name, value in told.items())
        lines.append(f"- {measure}, by site: {figures}")
    told = json.loads((DATA / "attributions" / "card.json").read_text())["five_fold_by_document"]
    figures = ", ".join(f"{name.replace('_', ' ')} {value:g}" for name, value in told.items())
    chains = json.loads((DATA / "mention_pairs.json").read_text())["conll_f1_five_fold_by_topic"]
    chained = ", ".join(f"{name} {value:g}" for name, value in chains.items())
    ranker = json.loads((DATA / "place_ranker.json").read_text())["measured"]
    ranked = ", ".join(
        f"{name} {value:g} (rules alone {ranker['rules alone'][name]:g})"
        for name, value in ranker["held out"].items()
    )
    stories = json.loads((DATA / "story_links.json").read_text())["bcubed_f1_five_fold_by_topic"]
    told_stories = ", ".join(
        f"{name.replace('_', ' ')} {value:g}" for name, value in stories.items()
    )
    return [
        *lines,
        f"- stories, BCubed F1, by topic (`training/story_links.py`): {told_stories}",
        f"- statements, Wikinews, by document (`training/crossval.py`): {figures}",
        f"- coref, CoNLL F1, by topic (`training/mention_pairs.py`): {chained}",
        f"- places, the ranker alone, by document (`training/place_ranker.py`): {ranked}",
        "",
        "The 39 papers of LGL's development half stand among the 965 of the shipped table of outlets' towns; for",
        "papers that do not, expect the figures of a text without its outlet, about 3 points lower.",
        "",
        "Lexicons of events were written with PLOVER's development sentences in view: expect 75 to 85 elsewhere.",
        "The second half of the quantities was never read while rules were chosen.",
        "",
        "PolNeAR annotates no attribution inside another's words; there only outermost ones are handed in.",
        "",
    ]


def _page(known: dict[str, Any]) -> str:
    """RESULTS.md: one table row a figure."""
    lines = [
        "# Results",
        "",
        "The latest figures on the development halves, written by `make bench`. Scorers and data lie",
        "beside the project in `../shared`; a figure is the scorer's own, unrounded by us. These are",
        "development figures; texts not looked at during development score lower.",
        "",
        *_held_out(),
        "| Measure | Figure | Value | Date | Commit | Seconds |",
        "|---|---|---|---|---|---|",
    ]
    for name in sorted(known):
        row = known[name]
        for figure, value in sorted(row["figures"].items()):
            lines.append(
                f"| {name} | {figure} | {value:g} | {row['date']} | {row['commit']} | {row.get('seconds', '')} |"
            )
    lines += ["", "## Commands", ""]
    lines += [f"- {name}: `{known[name]['command']}`" for name in sorted(known)]
    return "\n".join(lines) + "\n"


def _checked(known: dict[str, Any]) -> int:
    """Compare figures with floors."""
    floors: Figures = json.loads(FLOORS.read_text()) if FLOORS.is_file() else {}
    low = [
        f"{name}, {figure}: {known[name]['figures'].get(figure, 0)} is below its floor {floor}"
        for name, wanted in sorted(floors.items())
        if name in known
        for figure, floor in sorted(wanted.items())
        if known[name]["figures"].get(figure, 0) < floor
    ]
    for line in low:
        print(line, file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
