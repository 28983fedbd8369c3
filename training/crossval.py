"""Five-fold cross-validation over `firsthand.wikinews.dev`: no document is judged by networks that saw it.

    python -m training.crossval train BASE.pt FOLDER --shared ../shared --minilm MINILM
    python -m training.crossval predict FOLDER PRED.jsonl --shared ../shared

`train` goes on from networks trained on PolNeAR alone, five times, each time with four fifths of
the documents and the same settings as the shipped networks; it needs torch. `predict` runs the
whole of `firsthand.attribute.statements` over each document with the networks that did not see it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from firsthand.attribute.tagger import Tagger

__all__ = ["FOLDS", "POLISH", "fold_of", "fold_taggers"]

FOLDS = 5
_WIKINEWS = "bench/statements/dev/firsthand.wikinews.dev.jsonl"

POLISH = ("--epochs", "1", "--share", "0.12", "--wikinews", "4", "--rate", "8e-5")
"""How training goes on from PolNeAR to both sets: the same for a fold and for what ships."""


def fold_of(number: int) -> int:
    """The fold of the document with this place in its set."""
    return number % FOLDS


def fold_taggers(folder: Path) -> list[Tagger]:
    """The taggers of a cross-validation; document `n` of the set is for the one at `fold_of(n)`."""
    from firsthand.attribute.tagger import Tagger  # noqa: PLC0415 - not there where torch is
    from firsthand.tables.attributions import AttributionNetworks  # noqa: PLC0415

    return [Tagger(AttributionNetworks(folder / f"fold{fold}")) for fold in range(FOLDS)]


def _train(options: argparse.Namespace) -> None:
    for fold in range(FOLDS):
        weights = options.folder / f"fold{fold}.pt"
        run = [sys.executable, "-m", "training.statement_tagger", str(weights), *POLISH]
        run += ["--shared", str(options.shared), "--minilm", str(options.minilm)]
        run += ["--start", str(options.base), "--leave-out", str(fold)]
        if options.cache is not None:
            run += ["--cache", str(options.cache)]
        subprocess.run(run, check=True)  # noqa: S603 - our own module
        into = str(options.folder / f"fold{fold}")
        export = [sys.executable, "-m", "training.statement_export", str(weights), into]
        subprocess.run(export, check=True)  # noqa: S603 - our own module


def _predict(options: argparse.Namespace) -> None:
    from bench.doors.statements import lines_of  # noqa: PLC0415 - not there where torch is
    from firsthand.attribute.tagger import Tagger  # noqa: PLC0415
    from firsthand.tables.attributions import AttributionNetworks  # noqa: PLC0415

    taggers = [Tagger(AttributionNetworks(options.folder / f"fold{fold}")) for fold in range(FOLDS)]
    rows = (options.shared / _WIKINEWS).read_text(encoding="utf-8").splitlines()
    with options.out.open("w", encoding="utf-8") as predictions:
        for number, row in enumerate(rows):
            line = lines_of(json.loads(row), tagger=taggers[fold_of(number)])
            predictions.write(json.dumps(line, ensure_ascii=False) + "\n")


def main() -> None:
    """Train or predict, from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    actions = parser.add_subparsers(required=True)
    train = actions.add_parser("train")
    train.add_argument("base", type=Path)
    train.add_argument("folder", type=Path)
    train.add_argument("--minilm", type=Path, required=True)
    train.add_argument("--cache", type=Path)
    train.set_defaults(action=_train)
    predict = actions.add_parser("predict")
    predict.add_argument("folder", type=Path)
    predict.add_argument("out", type=Path)
    predict.set_defaults(action=_predict)
    for one in (train, predict):
        one.add_argument("--shared", type=Path, required=True)
    options = parser.parse_args()
    options.action(options)


if __name__ == "__main__":
    main()
