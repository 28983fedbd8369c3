"""Documents a second of CPU time: finding statements beside the parse it builds on, in one run.

    python bench/statement_speed.py [polnear.dev.jsonl] [--documents 24]

Prints one line of JSON. A document is 600 words. `statements` is everything that
`firsthand.attribute.statements` does with a parsed article, `tagger` the networks in it,
`spacy` the parser alone, `parse` the parser and the layers before statements. One thread. Machines
differ several times in what they do in a second; the ratio to the parser's speed is what to compare.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path

_WORDS = 600
_WARM = 2
"""Documents read before the clock starts: what is loaded on first use is not counted."""

_DEFAULT = Path("../shared/bench/statements/dev/polnear.dev.jsonl")


def measured(rows: list[dict[str, str]]) -> dict[str, float]:
    """Documents of 600 words a second of CPU time, of the parse, the statements and the tagger.

    Args:
        rows: Documents with `id` and `text`; the first two are only for warming up.
    """
    from firsthand.annotate import Annotator  # noqa: PLC0415 - threads are set before it is loaded
    from firsthand.annotate.parse import parse  # noqa: PLC0415
    from firsthand.attribute import statements  # noqa: PLC0415
    from firsthand.attribute.tagger import shipped_tagger  # noqa: PLC0415
    from firsthand.extract import plain_article  # noqa: PLC0415

    annotator, tagger = Annotator(), shipped_tagger()
    spent = {"spacy": 0.0, "parse": 0.0, "statements": 0.0, "tagger": 0.0}
    words = 0
    for number, row in enumerate(rows):
        article = plain_article(row["text"], item=row["id"])
        marks = [time.process_time()]
        parse(article, model=annotator.model)
        marks.append(time.process_time())
        reading = annotator.read(article)
        marks.append(time.process_time())
        statements(reading)
        marks.append(time.process_time())
        tagger.find(article.text, reading.tokens, reading.sentences)
        marks.append(time.process_time())
        if number < _WARM:
            continue
        words += len(row["text"].split())
        for name, before, after in zip(spent, marks, marks[1:], strict=False):
            spent[name] += after - before
    rates = {name: round(words / _WORDS / seconds, 2) for name, seconds in spent.items()}
    return {
        "words": words,
        **rates,
        "statements_to_spacy": round(rates["statements"] / rates["spacy"], 3),
    }


def main() -> None:
    """Measure from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", nargs="?", type=Path, default=_DEFAULT)
    parser.add_argument("--documents", type=int, default=24)
    options = parser.parse_args()
    if not options.source.is_file():
        sys.exit(f"{options.source} is not there; name a file of the statements task")
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    lines = options.source.read_text(encoding="utf-8").splitlines()[: options.documents + _WARM]
    print(json.dumps(measured([json.loads(line) for line in lines])))


if __name__ == "__main__":
    main()
