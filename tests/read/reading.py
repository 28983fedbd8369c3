"""What the tests of the readers share: sample files, and from them to rows and articles."""

from __future__ import annotations

from pathlib import Path

from firsthand.domain import Article, Capture, Field, Rejected
from firsthand.extract import articles_from
from firsthand.read import captures_from

SAMPLES = Path(__file__).parent / "samples"


def sample(name: str) -> bytes:
    """The bytes of a sample file, named by its path."""
    return (SAMPLES / name).read_bytes()


def rows_of(raw: bytes, item: str = "in") -> list[Capture | Rejected]:
    """Every row that bytes give."""
    return captures_from(item, raw)


def captures_of_rows(rows: list[Capture | Rejected]) -> list[Capture]:
    """Those rows that are captures."""
    return [row for row in rows if isinstance(row, Capture)]


def rejected_of_rows(rows: list[Capture | Rejected]) -> list[Rejected]:
    """Those rows that are rejections; each says what is wrong and what to do."""
    found = [row for row in rows if isinstance(row, Rejected)]
    assert all(row.reason and row.hint and row.stage == "read" for row in found)
    return found


def only_capture(raw: bytes) -> Capture:
    """The one capture that bytes give."""
    rows = rows_of(raw)
    assert len(rows) == 1
    assert isinstance(rows[0], Capture), rows[0]
    return rows[0]


def only_rejected(raw: bytes) -> Rejected:
    """The one rejection that bytes give."""
    rows = rows_of(raw)
    assert len(rows) == 1
    assert isinstance(rows[0], Rejected), rows[0]
    return rejected_of_rows(rows)[0]


def articles_of(raw: bytes) -> list[Article]:
    """From bytes to articles, as the product does."""
    return [one for row in captures_of_rows(rows_of(raw)) for one in articles_from(row)]


def values(capture: Capture, field: Field) -> list[str]:
    """What the facts of one field say, in order."""
    return [fact.value for fact in capture.facts if fact.field is field]


def marked(capture: Capture) -> list[tuple[str, str]]:
    """Role and words of each mark."""
    return [(mark.role, mark.span.of(capture.text)) for mark in capture.marks]
