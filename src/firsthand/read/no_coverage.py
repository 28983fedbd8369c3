"""Texts that are no coverage: programs and settings, logs, calendars, visiting cards, feed lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from firsthand.errors import InputError
from firsthand.read.documents import Document
from firsthand.read.formats import Format, Row, Sample
from firsthand.read.xml_trees import root_name

__all__ = ["FORMATS", "code_share", "log_share"]

_MOST_LINES = 400
_FEWEST_LINES = 6
_LONGEST_LINE = 300
"""Characters of a line that are looked at: minified programs have lines without end."""

_CODE_SHARE = 0.35
"""Share of lines of code from which a text is a program: nine in ten of 288 modules with long
docstrings have more. Of 521 pages as plain text four have 0.28 to 0.49 (they explain programs) and
are told apart by their paragraphs."""

_PARAGRAPH_WORDS = 25
_MOST_PARAGRAPHS = 2
"""Lines of so many words that a program may have: whoever writes one breaks lines before that."""

_LOG_SHARE = 0.8
_CODE = re.compile(
    r"""\s*(?:
      (?:from\s+[\w.]+\s+import|import\s+(?:[\w.]+\s*(?:;|$|as\s|from\s)|[{*"'(]))
    | (?:export\s+|async\s+|public\s+|private\s+|static\s+)*
      (?:def|class|function|func|fn|interface|struct|enum)\s+\w+\s*[(:{<]
    | (?:const|let|var|val)\s+[\w{\[][^=]{0,80}=
    | \#(?:include|define|ifn?def|endif|pragma)\b | \#! | <\?php | //\s | /\*\* | \*/ | @[\w.]+(?:\(.*)?$
    | (?:if|for|while|elif|except|with|switch|catch)\b[^.!?]*[:{]$ | (?:else|try|finally)\s*[:{]
    | return\b[^.!?]*[;()\[\]{}]*$ | (?:raise|throw|yield|await|assert)\s+\w+[\w.]*\(
    | [\w.$\[\]"'-]+(?:\s*:\s*[\w.\[\]|\s]{1,40})?\s*[+*|:-]?=(?!=)\s*\S
    | [\w.$]+\([^()]*\)[;,]?$
    | [\])}>,;]+$
    | [^"“„]*[\w)\]]\s*\{$ | [.\#@\w:>*,\s()-]+\{[^{}]*\}$ | [\w-]+\s*:\s*[^;]+;$ | .*[(){}=\]]\s*;$
    | \[[\w.\s:-]+\]$
    )""",
    re.VERBOSE,
)
_LOG = re.compile(
    r"\W{0,2}(?:\d{4}-\d\d-\d\d|\d\d/\w{3}/\d{4}|[A-Z][a-z]{2}\s+\d{1,2}|\d{1,3}(?:\.\d{1,3}){3})\b"
    r".{0,60}?(?:\b(?:DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|TRACE|CRITICAL)\b|\w+\[\d+\]:"
    r"|\"(?:GET|POST|HEAD|PUT|DELETE) )"
)
_HINT = "hand in the articles themselves"


def _lines(text: str) -> list[str]:
    rows = (line[:_LONGEST_LINE].rstrip() for line in text.split("\n"))
    return [line for line in rows if line][:_MOST_LINES]


def _share(text: str, line: re.Pattern[str]) -> float:
    lines = _lines(text)
    return sum(line.match(one) is not None for one in lines) / max(_FEWEST_LINES, len(lines))


def code_share(text: str) -> float:
    """Share of the lines of `text` that are lines of a program, a style sheet or settings."""
    return _share(text, _CODE)


def log_share(text: str) -> float:
    """Share of the lines of `text` that a program wrote about its work, with moment and weight."""
    return _share(text, _LOG)


def _paragraphs(text: str) -> int:
    return sum(
        len(one.split()) >= _PARAGRAPH_WORDS and _CODE.match(one) is None for one in _lines(text)
    )


def _is_program(sample: Sample) -> bool:
    # A page; Markdown with settings above it, or that shows code.
    if sample.start.startswith(("<", "---", "+++")) or "\n```" in sample.text:
        return False
    return code_share(sample.text) >= _CODE_SHARE and _paragraphs(sample.text) <= _MOST_PARAGRAPHS


def _refusal(why: str, hint: str = _HINT) -> Callable[[Document], Iterator[Row]]:
    def read(document: Document) -> Iterator[Row]:
        raise InputError(document.item, why, hint)
        yield  # a reader is a generator

    return read


FORMATS: tuple[Format, ...] = (
    Format(
        name="calendar",
        matches=lambda sample: sample.start.startswith("BEGIN:VCALENDAR"),
        read=_refusal("is a calendar"),
    ),
    Format(
        name="visiting card",
        matches=lambda sample: sample.start.startswith("BEGIN:VCARD"),
        read=_refusal("is a visiting card"),
    ),
    Format(
        name="feed list",
        matches=lambda sample: root_name(sample.text) == "opml",
        read=_refusal("is a list of feeds (OPML)", "hand in the feeds, or the pages they list"),
    ),
    Format(
        name="log",
        matches=lambda sample: log_share(sample.text) >= _LOG_SHARE,
        read=_refusal("is a log that a program wrote"),
    ),
    Format(
        name="program",
        matches=_is_program,
        read=_refusal("is a program, a style sheet or a file of settings"),
    ),
)
