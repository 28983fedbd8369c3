"""The brief as Markdown: CommonMark with pipe tables, readable as it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.brief.annex import descriptor, summary
from firsthand.brief.citing import Citing, citing
from firsthand.brief.dating import shown
from firsthand.brief.daybook import daybook
from firsthand.brief.printing import date_line, headline, one_line, range_of, unlisted
from firsthand.brief.refusals import folded
from firsthand.brief.reuse import reused
from firsthand.brief.revisions import corrected, revision_lines
from firsthand.brief.tally import tally
from firsthand.brief.who import who
from firsthand.brief.wording import told_as
from firsthand.domain import Brief, Passage
from firsthand.text.surrogates import writable

__all__ = ["to_markdown"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~&])")
_SAFE_MID = re.compile(r"(?<=\w)\\([-()])(?=\w)")


def to_markdown(brief: Brief) -> str:
    """The brief as Markdown, with a line end.

    Each line ends in footnote marks; the footnotes at the end quote the passages with their
    article and offsets (code points, end exclusive). Words of articles are escaped, so that they
    can form no markup, link or HTML.
    """
    cite = citing(brief)
    notes: dict[Passage, int] = {}
    parts = [
        f"# {_plain(brief.settled.story.title)}",
        " · ".join(map(_plain, headline(tally(brief)))),
    ]
    for section in brief.sections:
        parts.append(f"## {_plain(section.title)}")
        lines: list[str] = []
        for line in section.lines:
            aside = f" — *{_plain(line.aside)}*" if line.aside else ""
            marks = "".join(
                f"[^{_mark(passage, notes, cite)}]" for passage in dict.fromkeys(line.citations)
            )
            inset = "  " if line.text[:1].isspace() and lines else ""
            lines.append(f"{inset}- {_plain(line.text)}{marks}{aside}")
        parts.append("\n".join(lines) or "Nothing.")
    parts += _days(brief, notes, cite)
    parts += _claims(brief)
    parts += _differences(brief, notes, cite)
    parts += _copies(brief, notes, cite)
    parts += _timeline(brief, notes, cite)
    parts += _who(brief, notes, cite)
    parts += _articles(brief, cite)
    parts += [
        "## Sourcing",
        "\n".join(f"- **{name}**: {_plain(told)}" for name, told in summary(brief)),
    ]
    parts += _rest(brief, cite)
    made = brief.made_with
    used = "; ".join((*made.models, *made.rules))
    parts.append(
        f"As of {_plain(shown(brief.as_of))}. Made with Firsthand {_plain(made.version)}; "
        f"{_plain(used)}; plan {_plain(made.plan)}. It says who says what, not what is true."
    )
    parts.append("\n".join(_footnotes(notes, cite)))
    return writable("\n\n".join(part for part in parts if part)) + "\n"


def _plain(text: str) -> str:
    """Words that form no markup."""
    return _SAFE_MID.sub(r"\1", _SPECIAL.sub(r"\\\1", one_line(text)))


def _mark(passage: Passage, notes: dict[Passage, int], cite: Citing) -> str:
    """The footnote mark of a passage, numbered in order of use within its article."""
    number = notes.setdefault(passage, 1 + sum(one.article == passage.article for one in notes))
    return f"{cite.letter(passage.article).lstrip('#') or 'x'}{number}"


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A pipe table."""
    shape = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in shape)


def _days(brief: Brief, notes: dict[Passage, int], cite: Citing) -> list[str]:
    """What each day added, where the story spans more than one."""
    lines = []
    for day in daybook(brief, cite):
        names = f" New names: {_plain(day.names)}." if day.names else ""
        lines.append(f"- **{_plain(day.date)}**: {_plain(day.told)}.{names}")
        lines += [
            f"  - {_plain(words)}[^{_mark(passage, notes, cite)}]" for words, passage in day.new
        ]
        if day.left:
            lines.append(f"  - and {day.left} more, in the JSON")
    return ["## Day by day", "\n".join(lines)] if lines else []


def _claims(brief: Brief) -> list[str]:
    """The table of claims."""
    if not brief.findings.claims:
        return []
    rows = [
        (
            _plain(one.claim.text),
            one.claim.kind.value,
            one.status.value,
            range_of(one.independent.low, one.independent.high),
            _plain(
                "; ".join(
                    origin.name
                    + ("" if origin.side == "for" else f" ({origin.side.replace('_', ' ')})")
                    for origin in one.origins
                )
            ),
            str(one.grade.ceiling),
        )
        for one in brief.findings.claims
    ]
    heads = ("Claim", "Kind", "Status", "Independent", "Origins", "Credibility at best")
    return ["## Claims", _table(heads, rows)]


def _differences(brief: Brief, notes: dict[Passage, int], cite: Citing) -> list[str]:
    """The list of discrepancies."""
    if not brief.findings.discrepancies:
        return []
    lines = [
        f"- **{one.state}**, {one.type}: {_plain(one.text)}"
        f"[^{_mark(one.a, notes, cite)}][^{_mark(one.b, notes, cite)}]"
        for one in brief.findings.discrepancies
    ]
    return ["## Discrepancies", "\n".join(lines)]


def _copies(brief: Brief, notes: dict[Passage, int], cite: Citing) -> list[str]:
    """The table of who copied whom."""
    rows = [
        (
            _plain(cite.letter(one.copy)),
            _plain(f"{one.wire} (text not in this collection)")
            if one.original is None
            else _plain(cite.letter(one.original)),
            _plain(one.told)
            + "".join(f"[^{_mark(passage, notes, cite)}]" for passage in one.passages),
            _plain(one.known_by),
            _plain(one.changes),
        )
        for one in reused(brief, cite)
    ]
    if not rows:
        return []
    return ["## Copies", _table(("Text", "Taken from", "What", "Known by", "Changed"), rows)]


def _timeline(brief: Brief, notes: dict[Passage, int], cite: Citing) -> list[str]:
    """The table of dated things."""
    if not brief.timeline:
        return []
    rows = [
        (
            _plain(shown(entry.date) + (f" to {shown(entry.date_end)}" if entry.date_end else "")),
            entry.kind + (f" ({told_as(entry)})" if told_as(entry) else ""),
            _plain(entry.text)
            + "".join(
                f"[^{_mark(passage, notes, cite)}]" for passage in (entry.passage, *entry.also)
            ),
        )
        for entry in brief.timeline
    ]
    return ["## Timeline", _table(("When", "Lane", "What"), rows)]


def _who(brief: Brief, notes: dict[Passage, int], cite: Citing) -> list[str]:
    """The table of people and bodies."""
    rows = [
        (
            _plain("; ".join((one.name, *one.also))),
            "; ".join(
                _plain(place.text)
                + "".join(f"[^{_mark(passage, notes, cite)}]" for passage in place.passages[:2])
                for place in one.places
            ),
            _plain(one.speaks_for or ""),
            _plain(" · ".join(one.ids)),
        )
        for one in who(brief)
    ]
    if not rows:
        return []
    return ["## Who is who", _table(("Name", "As the texts place them", "Speaks for", "Ids"), rows)]


def _articles(brief: Brief, cite: Citing) -> list[str]:
    """The table of articles, and what they say or show of changes to themselves."""
    rows = [
        (
            _plain(cite.letter(article.id)),
            _plain(f"{article.outlet or 'not known'} ({article.outlet_basis})"),
            _plain(article.title or "(no headline)"),
            _plain(date_line(article)),
            _plain(descriptor(brief, article, cite)),
        )
        for article in cite.articles
    ]
    parts = ["## Articles", _table(("", "Outlet", "Headline", "Published", "Account"), rows)]
    changes = [
        f"- {_plain(cite.letter(article.id))}: {_plain(line)}"
        for article in cite.articles
        for line in (*corrected(article), *revision_lines(article))
    ]
    if changes:
        parts += ["## Corrections and earlier versions", "\n".join(changes)]
    return parts


def _rest(brief: Brief, cite: Citing) -> list[str]:
    """Warnings, rejected inputs and notes."""
    parts = []
    if warnings := unlisted(brief):
        lines = [
            f"- {_plain(one.text)} [{_plain(cite.letter(one.passage.article))}] — *{_plain(one.rule)}*"
            for one in warnings
        ]
        parts += ["## Warnings about the texts as printed", "\n".join(lines)]
    if brief.rejected:
        lines = [
            f"- {_plain(one.item)}: {_plain(one.reason)}"
            + (f" ({_plain(one.hint)})" if one.hint else "")
            for one in folded(brief.rejected)
        ]
        parts += ["## Rejected", "\n".join(lines)]
    if brief.notes:
        lines = [
            f"- {_plain(cite.letters.get(note.article, '?'))}, {note.stage}: {_plain(note.text)}"
            for note in brief.notes
        ]
        parts += ["## Notes", "\n".join(lines)]
    return parts


def _footnotes(notes: dict[Passage, int], cite: Citing) -> list[str]:
    """The passages, by article and number."""
    ordered = sorted(notes, key=lambda passage: (cite.letter(passage.article), notes[passage]))
    return [
        f"[^{_mark(passage, notes, cite)}]: {_plain(cite.outlet(passage.article))}, "
        f"{passage.span.start}-{passage.span.end}: “{_plain(cite.quote(passage))}”"
        for passage in ordered
    ]
