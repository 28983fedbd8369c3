"""The comparison as a table on the terminal, or as sections of a Markdown page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bench.statement_errors.findings import Error, Found
from bench.statement_errors.relations import Relation
from bench.statement_errors.tallies import by_class, confusions, inexact, overall, tally
from bench.statement_errors.words import Words

__all__ = ["per_hundred", "place", "sections", "shown", "table"]

Row = Sequence[str | int | float]


def table(head: Sequence[str], rows: Iterable[Row], *, markdown: bool) -> str:
    """Rows below a head; numbers to the right."""
    made = [[_cell(value) for value in row] for row in rows]
    if markdown:
        lines = ["| " + " | ".join(head) + " |"]
        lines.append("|---|" + "---:|" * (len(head) - 1))
        lines += ["| " + " | ".join(row) + " |" for row in made]
        return "\n".join(lines)
    widths = [max(len(row[at]) for row in [list(head), *made]) for at in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in [list(head), *made]
    )


def _cell(value: str | float) -> str:
    return f"{value:.1f}" if isinstance(value, float) else str(value)


def _title(words: str, *, markdown: bool) -> str:
    return f"### {words}" if markdown else f"== {words}"


def sections(compared: Sequence[Found], *, markdown: bool, most: int = 4) -> str:
    """Everything about one set of predictions.

    Args:
        compared: What `compare_all` gave.
        markdown: For a page; otherwise for a terminal.
        most: How many confusions of a field are told.
    """
    tallies = tally(compared)
    errors = sum(one.count for one in tallies) or 1
    parts = [
        _headline(compared),
        _title("Errors by kind", markdown=markdown),
        table(
            ("Kind", "Errors", "Share %", "Missed", "False", "F1 if mended"),
            [
                (
                    one.kind,
                    one.count,
                    100 * one.count / errors,
                    one.missed,
                    one.false,
                    f"+{one.gain:.1f}",
                )
                for one in tallies
            ],
            markdown=markdown,
        ),
        _title("By class", markdown=markdown),
        table(
            ("Class", "Annotated", "Found", "Precision", "Recall", "F1"),
            [
                (
                    f"{name}: {each}",
                    share.gold,
                    share.found,
                    share.precision,
                    share.recall,
                    share.f1,
                )
                for name, shares in by_class(compared).items()
                if len(shares) > 1
                for each, share in shares.items()
            ],
            markdown=markdown,
        ),
        _title("Right, but not to the word", markdown=markdown),
        table(
            ("Difference", "Relations"),
            [(name, count) for name, count in inexact(compared).most_common() if count],
            markdown=markdown,
        ),
    ]
    fields = confusions(compared)
    if len(fields) > 1:
        parts += [
            _title("Fields, where the contents agree", markdown=markdown),
            table(
                ("Field", "Right", "Of", "%", "Commonest confusions"),
                [
                    (
                        one.field,
                        one.right,
                        one.compared,
                        100 * one.right / one.compared,
                        "; ".join(f"{what} {count}" for what, count in one.wrong[:most]),
                    )
                    for one in fields
                ],
                markdown=markdown,
            ),
        ]
    return "\n\n".join(parts)


def _headline(compared: Sequence[Found]) -> str:
    whole = overall(compared)
    return (
        f"{len(compared)} documents, {whole.gold} annotated relations, {whole.found} found, "
        f"{whole.right} right: precision {whole.precision:.1f}, recall {whole.recall:.1f}, "
        f"relation F1 {whole.f1:.1f}."
    )


def per_hundred(systems: Sequence[tuple[str, Sequence[Found]]], *, markdown: bool) -> str:
    """Errors by kind of several systems, for 100 annotated relations each had to find."""
    shares = [overall(compared) for _, compared in systems]
    counts = [{one.kind: one.count for one in tally(compared)} for _, compared in systems]
    kinds = sorted(
        {kind for each in counts for kind in each},
        key=lambda kind: (-max(each.get(kind, 0) for each in counts), kind),
    )
    rows: list[Row] = [
        ("precision", *(share.precision for share in shares)),
        ("recall", *(share.recall for share in shares)),
        ("relation F1", *(share.f1 for share in shares)),
    ]
    rows += [
        (
            kind,
            *(
                100 * each.get(kind, 0) / max(1, share.gold)
                for each, share in zip(counts, shares, strict=True)
            ),
        )
        for kind in kinds
    ]
    return table(("", *(name for name, _ in systems)), rows, markdown=markdown)


def place(words: Words, indices: frozenset[int]) -> str:
    """Offsets of a part's words, ``start-end`` in code points, runs apart; ``–`` for nothing."""
    runs: list[list[int]] = []
    before: int | None = None
    for index in sorted(indices):
        if before is not None and before + 1 == index:
            runs[-1][1] = words.words[index].end
        else:
            runs.append([words.words[index].start, words.words[index].end])
        before = index
    return ", ".join(f"{start}-{end}" for start, end in runs) or "–"


def shown(error: Error, words: Words, *, quote: bool) -> str:
    """One error: document and offsets, and with `quote` the words, for reading on the terminal."""
    lines = [f"{error.document}"]
    for name, one in (("gold", error.gold), ("found", error.found)):
        if one is not None:
            lines.append(f"  {name:5} {_relation(one, words, quote=quote)}")
    return "\n".join(lines)


def _relation(one: Relation, words: Words, *, quote: bool) -> str:
    parts = []
    for name in ("source", "cue", "content"):
        indices: frozenset[int] = getattr(one, name)
        told = f"{name} {place(words, indices)}"
        if quote and indices:
            told += f" «{words.written(indices)}»"
        parts.append(told)
    return "; ".join(parts)
