"""The brief for a terminal or a pipe."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from io import StringIO

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from firsthand.brief.annex import descriptor
from firsthand.brief.citing import citing
from firsthand.brief.daybook import daybook
from firsthand.brief.printing import count, date_line, headline, one_line, uncited, unlisted
from firsthand.brief.refusals import folded
from firsthand.brief.revisions import corrected, revision_lines
from firsthand.brief.tally import tally
from firsthand.domain import Brief, OutletBasis
from firsthand.text.surrogates import writable

__all__ = ["to_rich", "to_text"]

_ASIDE_SHARE = 0.4
"""The right-hand count may take this share of the line; a longer one goes below."""

_SMALLEST = 40
"""Narrower than this no line is set, in columns."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One paragraph: what to print, what stands at the right, how far it is set in."""

    text: str
    aside: str = ""
    mark: str = ""
    """Set before the text, hanging: the letter of an article."""

    under: bool = False
    """Whether it belongs to the row above and is set in further."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A heading with its rows."""

    title: str
    rows: tuple[_Row, ...]


def to_text(brief: Brief, *, width: int = 100, rich: bool = False) -> str:
    """The brief as lines of at most `width` columns (at least 40), with a line end.

    Args:
        brief: What to print.
        width: Columns of the terminal. A word longer than a line is not broken.
        rich: Whether to colour it with terminal escapes; leave off for pipes and files.
    """
    width = max(width, _SMALLEST)
    if rich:
        paper = StringIO()
        console = Console(file=paper, width=width, force_terminal=True, color_system="standard")
        console.print(to_rich(brief))
        return writable(paper.getvalue())
    title, facts, blocks = _laid_out(brief)
    lines = [*textwrap.wrap(title.upper(), width), *_wrapped(_Row(facts), width, indent=0)]
    for block in blocks:
        lines += ["", block.title.upper()]
        for row in block.rows:
            lines += _wrapped(row, width, indent=4 if row.under else 2)
    return writable("\n".join(lines)) + "\n"


def to_rich(brief: Brief) -> Group:
    """The brief as a renderable for a Rich console. Article text is never read as markup."""
    title, facts, blocks = _laid_out(brief)
    parts: list[RenderableType] = [Text(title.upper(), style="bold"), Text(facts, style="dim")]
    for block in blocks:
        parts += [Text(""), Text(block.title.upper(), style="bold cyan")]
        table = Table.grid(padding=(0, 2), expand=True)
        marked = any(row.mark for row in block.rows)
        if marked:
            table.add_column(no_wrap=True, style="bold")
        table.add_column(ratio=1)
        table.add_column(justify="right", style="yellow")
        for row in block.rows:
            told = Padding(
                Text(row.text, style="dim" if row.under else ""), (0, 0, 0, 2 * row.under)
            )
            cells: list[RenderableType] = [told, Text(row.aside)]
            table.add_row(*([Text(row.mark), *cells] if marked else cells))
        parts.append(Padding(table, (0, 0, 0, 2)))
    return Group(*parts)


def _laid_out(brief: Brief) -> tuple[str, str, tuple[_Block, ...]]:
    """Title, figures and paragraphs: what both the plain and the coloured form print."""
    cite = citing(brief)
    blocks = []
    for section in brief.sections:
        rows = []
        for line in section.lines:
            missing = uncited(line, cite.letters_of(line.citations))
            letters = f" [{'; '.join(missing)}]" if missing else ""
            under = line.text[:1].isspace()
            rows.append(_Row(one_line(line.text) + letters, one_line(line.aside), under=under))
        blocks.append(_Block(one_line(section.title), tuple(rows)))
    days = [
        _Row(
            one_line(f"{day.date}: {day.told}{f'; new names: {day.names}' if day.names else ''}"),
            count(len(day.new) + day.left, "new sentence") if day.new else "",
        )
        for day in daybook(brief, cite)
    ]
    if days:
        blocks.append(_Block("Day by day", tuple(days)))
    key = []
    for article in cite.articles:
        told = [cite.outlet(article.id)]
        if article.outlet is None:
            told = [f"outlet not known ({cite.outlet(article.id)})"]
        elif article.outlet_basis is not OutletBasis.HOST:
            told[0] += (
                " (claimed)" if article.outlet_basis is OutletBasis.CLAIMED else " (by its page)"
            )
        if article.title is not None:
            quoted = any(mark in article.title for mark in '“”„«»"')
            told.append(article.title if quoted else f"“{article.title}”")
        told += [date_line(article), descriptor(brief, article, cite)]
        key.append(_Row(one_line(" · ".join(told)), mark=cite.letter(article.id)))
        history = (*corrected(article), *revision_lines(article))
        key += [_Row(one_line(line), under=True) for line in history]
    blocks.append(_Block("Articles", tuple(key)))
    if warnings := unlisted(brief):
        warned = (
            _Row(f"{one_line(one.text)} [{cite.letter(one.passage.article)}]", one_line(one.rule))
            for one in warnings
        )
        blocks.append(_Block("Warnings about the texts as printed", tuple(warned)))
    if brief.rejected:
        refused = (
            _Row(
                one_line(f"{one.item}: {one.reason}" + (f" ({one.hint})" if one.hint else "")),
                one.stage,
            )
            for one in folded(brief.rejected)
        )
        blocks.append(_Block("Rejected", tuple(refused)))
    if brief.notes:
        notes = (
            _Row(one_line(note.text), note.stage, mark=cite.letters.get(note.article, ""))
            for note in brief.notes
        )
        blocks.append(_Block("Notes", tuple(notes)))
    facts = " · ".join(headline(tally(brief)))
    return one_line(brief.settled.story.title), facts, tuple(blocks)


def _wrapped(row: _Row, width: int, *, indent: int) -> list[str]:
    """One paragraph as lines, its count at the right of the first where it fits, below where not."""
    first = " " * indent + (f"{row.mark}  " if row.mark else "")
    hanging = " " * (len(first) if row.mark else indent)
    aside = cell_len(row.aside)
    beside = 0 < aside <= width * _ASIDE_SHARE
    room = width - (aside + 3 if beside else 0)
    lines = textwrap.wrap(
        row.text, room, initial_indent=first, subsequent_indent=hanging, break_long_words=False
    ) or [first]
    if beside and cell_len(lines[0]) + 3 + aside <= width:
        lines[0] += " " * (width - cell_len(lines[0]) - aside) + row.aside
    elif row.aside:
        below = textwrap.wrap(row.aside, width - indent, break_long_words=False)
        lines += [part.rjust(width) for part in below]
    return lines
