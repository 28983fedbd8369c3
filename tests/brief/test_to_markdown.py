from __future__ import annotations

import re
from dataclasses import replace

from markdown_it import MarkdownIt

from firsthand.brief.to_markdown import to_markdown
from tests.brief.ferry_story import ferry_brief


def test_every_footnote_mark_has_its_footnote() -> None:
    printed = to_markdown(ferry_brief())
    marks = set(re.findall(r"\[\^(\w+)\](?!:)", printed))
    notes = set(re.findall(r"^\[\^(\w+)\]:", printed, re.MULTILINE))

    assert marks == notes
    assert len(notes) > 10


def test_a_footnote_quotes_the_passage_with_its_offsets() -> None:
    printed = to_markdown(ferry_brief())

    assert re.search(
        r"^\[\^C\d+\]: Coastal Gazette, \d+-\d+: “injuring 41 people”$", printed, re.MULTILINE
    )


def test_tables_have_as_many_cells_in_every_row() -> None:
    rows = [line for line in to_markdown(ferry_brief()).splitlines() if line.startswith("|")]
    widths = {len(re.findall(r"(?<!\\)\|", row)) for row in rows}

    assert len(rows) > 10
    assert widths <= {7, 4, 5, 6}


def test_article_words_form_no_markup() -> None:
    full = ferry_brief()
    title = "# <script>alert(1)</script> [x](javascript:y) *b* | ![i](z)"
    story = replace(full.settled.story, title=title)
    printed = to_markdown(replace(full, settled=replace(full.settled, story=story)))
    page = MarkdownIt("commonmark").render(printed.splitlines()[0])

    assert "<script" not in page
    assert "<a " not in page
    assert "<img" not in page
    assert "<em>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:y) *b* | ![i](z)" in page


def test_the_sections_are_headings() -> None:
    printed = to_markdown(ferry_brief())

    assert printed.startswith("# Ferry runs aground off Vis, 41 hurt\n")
    assert "\n## One origin\n" in printed
