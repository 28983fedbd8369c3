"""Say which statements are missed or false, and why: ``python -m bench.statement_errors``.

GOLD and PRED are files of the statement benchmark. ``--beside NAME FILE`` adds another set of
predictions (a second annotator's, say); only documents that all sets hold are compared then.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from bench.statement_errors.findings import compare_all
from bench.statement_errors.relations import Document, read
from bench.statement_errors.report import per_hundred, sections, shown
from bench.statement_errors.tallies import tally
from bench.statement_errors.words import Words, words_of


def main(arguments: list[str]) -> int:
    """Compare and print.

    Returns:
        0 done; 2 a file is missing or holds no relations, or the sets share no document.
    """
    options = _options().parse_args(arguments)
    try:
        gold = read(options.gold)
        systems = [
            (name, read(Path(path))) for name, path in [("found", options.pred), *options.beside]
        ]
    except (OSError, ValueError) as fault:
        print(fault, file=sys.stderr)
        return 2
    only = None
    if options.beside or options.partial:
        only = [one for one in gold if all(one in found for _, found in systems)]
        if not only:
            print("the files share no document", file=sys.stderr)
            return 2
    words_by_id = _words_by_id()
    compared = [(name, compare_all(gold, found, words_by_id, only)) for name, found in systems]
    if options.beside:
        print(per_hundred(compared, markdown=options.markdown))
        return 0
    print(sections(compared[0][1], markdown=options.markdown))
    if options.examples:
        words = {one.document: one.words for one in compared[0][1]}
        for one in tally(compared[0][1]):
            if options.kind.casefold() not in one.kind.casefold():
                continue
            print(f"\n== {one.kind}: {one.count}")
            step = max(1, len(one.errors) // options.examples)
            for error in one.errors[::step][: options.examples]:
                print(shown(error, words[error.document], quote=options.quote))
    return 0


def _words_by_id() -> Callable[[Document], Words]:
    made: dict[str, Words] = {}

    def words(document: Document) -> Words:
        if document.id not in made:
            made[document.id] = words_of(
                document.text, title=document.title, language=document.language
            )
        return made[document.id]

    return words


def _options() -> argparse.ArgumentParser:
    asked = argparse.ArgumentParser(prog="bench.statement_errors", description=__doc__)
    asked.add_argument("gold", type=Path)
    asked.add_argument("pred", type=Path)
    asked.add_argument("--markdown", action="store_true", help="tables for a page")
    asked.add_argument("--partial", action="store_true", help="only documents that PRED holds too")
    asked.add_argument("--beside", nargs=2, action="append", default=[], metavar=("NAME", "FILE"))
    asked.add_argument(
        "--examples", type=int, default=0, help="of each kind, spread over the documents"
    )
    asked.add_argument("--kind", default="", help="examples of kinds with this in their name")
    asked.add_argument("--quote", action="store_true", help="with the words of the examples")
    return asked


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
