"""Pages per second of CPU time: ours beside trafilatura and resiliparse, in one run on the same pages.

    python bench/extract_speed.py [FOLDER of the extract task] [--pages 150]

Prints one line of JSON: pages a CPU second of each, and the two ratios that are promised. `full` and
`fast` begin with the page's bytes; trafilatura, resiliparse and `fast_of_capture` with its decoded text.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import trafilatura
from resiliparse.extract.html2text import extract_plain_text

from firsthand.domain import Capture
from firsthand.errors import InputError
from firsthand.extract import articles_from
from firsthand.extract.page_fast import fast_page_article
from firsthand.read import capture_from

_Page = tuple[str, bytes, str | None]
_SEED = 20
_WARM = 12
"""Further pages that each tool reads first: what is loaded on first use is not counted."""

_ROUNDS = 15
"""Each tool reads a part of the pages in turn, so that a busy machine slows all of them alike."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("../shared/bench/extract/dev"))
    parser.add_argument("--pages", type=int, default=150)
    arguments = parser.parse_args()
    pages = _pages(arguments.folder, arguments.pages + _WARM)
    print(json.dumps(measured(pages[_WARM:], warm=pages[:_WARM])))


def measured(pages: Sequence[_Page], *, warm: Sequence[_Page] = ()) -> dict[str, float]:
    """Pages a second of CPU time of each tool, and ours as shares of the others'.

    Args:
        pages: Name, bytes and address of each page that is measured.
        warm: Other pages, read before the clock starts.
    """
    tools: dict[str, Callable[[_Page, str], object]] = {
        "trafilatura": lambda _, markup: trafilatura.extract(markup),
        "resiliparse": lambda _, markup: extract_plain_text(markup, main_content=True),
        "full": lambda page, _: _read(page, articles_from),
        "fast": lambda page, _: _read(page, fast_page_article),
        "fast_of_capture": lambda page, _: _tried(captures[page[0]], fast_page_article),
    }
    captures = {page[0]: _capture(page) for page in (*warm, *pages)}
    texts = [captures[page[0]].text for page in pages]
    spent = dict.fromkeys(tools, 0.0)
    for tool in tools.values():
        for page in warm:
            tool(page, captures[page[0]].text)
    for part in range(_ROUNDS):
        for name, tool in tools.items():
            begun = time.process_time()
            for page, markup in zip(pages[part::_ROUNDS], texts[part::_ROUNDS], strict=True):
                tool(page, markup)
            spent[name] += time.process_time() - begun
    rates = {name: round(len(pages) / seconds, 2) for name, seconds in spent.items()}
    return {
        "pages": len(pages),
        **rates,
        "full_to_trafilatura": round(rates["full"] / rates["trafilatura"], 3),
        "fast_to_resiliparse": round(rates["fast"] / rates["resiliparse"], 3),
        "fast_of_capture_to_resiliparse": round(rates["fast_of_capture"] / rates["resiliparse"], 3),
    }


def _capture(page: _Page) -> Capture:
    item, raw, url = page
    return capture_from(item, raw, url=url)


def _read(page: _Page, extract: Callable[[Capture], object]) -> None:
    _tried(_capture(page), extract)


def _tried(capture: Capture, extract: Callable[[Capture], object]) -> None:
    try:
        extract(capture)
    except InputError:  # a page without article takes its time too
        return


def _pages(folder: Path, count: int) -> list[_Page]:
    listed = folder / "pages.jsonl"
    if not listed.is_file():
        sys.exit(f"{listed} is not there; name the folder of the extract task")
    rows = [json.loads(line) for line in listed.read_text(encoding="utf-8").splitlines()]
    chosen = random.Random(_SEED).sample(rows, min(count, len(rows)))  # noqa: S311 - a sample
    return [
        (str(row["id"]), gzip.decompress((folder / row["html"]).read_bytes()), row.get("url"))
        for row in chosen
    ]


if __name__ == "__main__":
    main()
