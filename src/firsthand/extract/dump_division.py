"""Where one article ends and the next begins in a dump that holds several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from firsthand.domain import Field, Span
from firsthand.extract.bylines import byline_of, is_outlet_name
from firsthand.extract.datelines import dateline_of
from firsthand.extract.dump_dividers import END_MARK, NUMBERED, SEPARATOR
from firsthand.extract.dump_fields import field_blocks
from firsthand.extract.furniture import furniture_role, stamps_of_line, stands_alone
from firsthand.extract.lines import Line, lines_of, unwrapped
from firsthand.extract.region import word_count

__all__ = ["article_spans"]

_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST_DATED = 2
_SHORT = 60
"""Letters up to which a line is no paragraph, where only the share of paragraphs is asked for."""

_PAGE_BREAK = "\x0c"
_ADDRESS = re.compile(r"https?://\S+\Z")
_SIZE = re.compile(
    r"\W?\d{2,5}\s+(?:words|wörter|mots|palabras|parole|palavras|woorden)\W?\Z", re.IGNORECASE
)
_HEAD_LINES = 9
"""Lines of an article's head that are looked at: number, outlet, headline, standfirst, byline, date."""

_FEWEST_HEADLINE, _MOST_HEADLINE = 2, 32
_FEWEST_PARAGRAPH = 8
_FEWEST_PARAGRAPHS = 2
"""A teaser has one paragraph at most; the shortest news items of agencies have two."""

_FEWEST_LETTERS = 160
"""Letters of an article's paragraphs together."""

_UNDIVIDED_MARKS = 2
"""Kinds of marks that a head must have where no rule, number or page break stands above it."""

_TELLING = frozenset([Field.TITLE, Field.OUTLET, Field.PUBLISHED])
"""Fields of which a block that opens an article has two: "Date" and "Location" alone stand in lists
of events."""

_PAGE_LINES = 30
"""Lines that are no paragraphs from which a dump is a page's; heads in it that nothing divides
from the text above are those of its teasers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """Lines that may open an article."""

    first: int
    """Position of its first line."""

    above: str
    """What stands between it and the text above: ``number``, ``end``, ``rule``, ``page``, ``fields``,
    ``address`` (its own first line) or, where nothing does, ``""``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opening:
    """What the first lines of a stretch say."""

    titled: bool
    marks: frozenset[str]
    days: frozenset[str]
    timed: bool
    """Whether a clock time stands with the day."""


def article_spans(raw_text: str, lines: Sequence[Line] | None = None) -> tuple[Span, ...]:
    """Divide `raw_text` into the articles it holds, one after the other.

    A boundary needs a head of an article on both sides: a headline, with a byline, a day, an
    outlet, a dateline, an address or a block of fields, and two paragraphs below it. Between the two
    stands a rule, a number ("2 of 25 documents"), a mark of the end, a page break or a block of
    fields, or the next article's address above its headline, byline and day; where nothing of that kind does, the head has a day and one mark more, and the dump is
    no page with its furniture. Everything else is one article: subheads, teasers, the entries of a
    live blog and the items of a newsletter have no such heads.

    Args:
        raw_text: The dump.
        lines: Its lines, where they have been cut already.

    Returns:
        Ascending, without gaps, from the first to the last code point; one span where the text is
        one article, or empty where `raw_text` is.
    """
    if not raw_text:
        return ()
    lines = unwrapped(raw_text, lines_of(raw_text)) if lines is None else lines
    division = _Division(raw_text, lines)
    starts = [_line_start(raw_text, lines[at].start) for at in division.firsts()]
    ends = [*starts, len(raw_text)]
    return tuple(Span(begin, end) for begin, end in pairwise([0, *ends]) if begin < end)


def _line_start(raw_text: str, start: int) -> int:
    while start > 0 and raw_text[start - 1] in " \t\u00a0":
        start -= 1
    return start


class _Division:
    """The heads of one dump and which of them open an article."""

    def __init__(self, raw_text: str, lines: Sequence[Line]) -> None:
        self.raw_text = raw_text
        self.lines = lines
        self.blocks = {block[0].position: block for block in field_blocks(lines)}
        self.in_block = {
            one.position: one for block in self.blocks.values() for one in block if not one.text
        }

    def firsts(self) -> list[int]:
        """Positions of the lines that open the second and every later article."""
        heads = self._heads()
        if not heads:
            return []
        firsts = sorted({0, *(head.first for head in heads)})
        above = {head.first: head.above for head in heads}
        kept = [0]
        for at, end in pairwise([*firsts[1:], len(self.lines)]):
            if self._opens(at, end, above[at]):
                kept.append(at)
        while len(kept) > 1 and not self._paragraphs(kept[0], kept[1]):
            del kept[1]  # a cover sheet or a list of contents goes with the article below it
        if len(kept) > 1 and not self._is_article(0, kept[1]):
            return []
        return [] if self._is_live_blog(kept, above) else kept[1:]

    def _heads(self) -> list[_Head]:
        found = [_Head(first=at, above=above) for at, above in self._after_divisions()]
        found += [
            _Head(first=self._headline_above(at), above="fields")
            for at, block in self.blocks.items()
            if at and len({one.field for one in block} & _TELLING) > 1
        ]
        found += [_Head(first=at, above="") for at in self._undivided()]
        best: dict[int, _Head] = {}
        for head in found:
            best.setdefault(head.first, head)
        return [best[at] for at in sorted(best) if at]

    def _after_divisions(self) -> Iterator[tuple[int, str]]:
        numbered = self._numbered()
        for at, line in enumerate(self.lines):
            before = self.raw_text[self.lines[at - 1].end : line.start] if at else ""
            if at in numbered:
                yield at, "number"
            elif _PAGE_BREAK in before:
                yield at, "page"
            elif at and END_MARK.fullmatch(self.lines[at - 1].text):
                yield at, "end"
            elif (
                at
                and SEPARATOR.fullmatch(self.lines[at - 1].text)
                and not SEPARATOR.fullmatch(line.text)
            ):
                yield at, "rule"
            elif at and _ADDRESS.fullmatch(line.text) and stands_alone(self.lines[at - 1].text):
                yield at, "address"

    def _numbered(self) -> frozenset[int]:
        """Lines that count the documents: "1 of 25", "2 of 25", … with one total."""
        found = [
            (at, int(match[1]), int(match[2]))
            for at, line in enumerate(self.lines)
            if len(line.text) < 40 and (match := NUMBERED.fullmatch(line.text))
        ]
        rising = all(
            one[1] < other[1] and one[2] == other[2] >= other[1] for one, other in pairwise(found)
        )
        return frozenset(at for at, _, _ in found) if len(found) > 1 and rising else frozenset()

    def _headline_above(self, at: int) -> int:
        """The headline that stands directly above a block of fields that has no title."""
        titled = any(one.field is Field.TITLE for one in self.blocks[at])
        return at - 1 if not titled and at and self._is_headline(at - 1) else at

    def _undivided(self) -> Iterator[int]:
        """Headlines with a day below them, in a text that is no page."""
        if sum(_YEAR.search(line.text[:120]) is not None for line in self.lines) < _FEWEST_DATED:
            return
        prose = sum(stands_alone(line.text) and len(line.text) > _SHORT for line in self.lines)
        if len(self.lines) - prose >= max(_PAGE_LINES, 2 * prose):
            return
        for at, line in enumerate(self.lines):
            if at < _FEWEST_PARAGRAPHS + 1 or not line.blank_before:
                continue
            closed = (
                self._is_paragraph(at - 1) or furniture_role(self.lines[at - 1].text) is not None
            )
            if closed and self._is_headline(at) and self._days(at) == 1:
                yield at

    def _days(self, at: int) -> int:
        return len(self._opening(at, len(self.lines)).days)

    def _opens(self, first: int, end: int, above: str) -> bool:
        opening = self._opening(first, end)
        if not opening.titled or not self._has_text(first, end):
            return False
        if above == "fields":
            return True
        if above == "address":
            return len(opening.marks) > _UNDIVIDED_MARKS
        return len(opening.marks) >= (1 if above else _UNDIVIDED_MARKS)

    def _is_article(self, first: int, end: int) -> bool:
        opening = self._opening(first, end)
        return opening.titled and bool(opening.marks) and self._has_text(first, end)

    def _is_live_blog(self, firsts: Sequence[int], above: dict[int, str]) -> bool:
        """Whether the parts are entries: nothing but the hour of one day stands with their heads."""
        if any(above.get(at) in {"number", "end", "fields"} for at in firsts[1:]):
            return False
        openings = [self._opening(at, end) for at, end in pairwise([*firsts, len(self.lines)])]
        bare = all(one.marks == {"day"} and one.timed for one in openings[1:])
        days = frozenset().union(*(one.days for one in openings))
        return bare and len(days) == 1

    def _opening(self, first: int, end: int) -> _Opening:
        marks: set[str] = set()
        days: set[str] = set()
        titled = timed = False
        seen = 0
        for at in range(first, min(end, first + _HEAD_LINES)):
            text = self.lines[at].text
            stamps = () if at in self.in_block else stamps_of_line(text)
            if at in self.in_block:
                titled = titled or self.in_block[at].field is Field.TITLE
                marks.add("fields")
            elif stamps:
                marks.add("day")
                days.update(stamp.value[:10] for stamp in stamps)
                timed = timed or any("T" in stamp.value for stamp in stamps)
                if is_outlet_name(text[: stamps[0].span.start].strip(" ,|·•–—-")):
                    marks.add("outlet")
            elif byline_of(text) is not None:
                marks.add("byline")
            elif _ADDRESS.match(text):
                marks.add("address")
            elif _SIZE.match(text):
                marks.add("size")
            elif is_outlet_name(text):
                marks.add("outlet")
            elif self._is_paragraph(at):
                if dateline_of(text) is not None:
                    marks.add("dateline")
                seen += 1
                if seen > 1:
                    break
            elif self._is_headline(at) and not seen:
                titled = True
        return _Opening(titled=titled, marks=frozenset(marks), days=frozenset(days), timed=timed)

    def _is_headline(self, at: int) -> bool:
        text = self.lines[at].text
        words = word_count(text)
        return (
            at not in self.in_block
            and _FEWEST_HEADLINE <= words <= _MOST_HEADLINE
            and not (stands_alone(text) and text[-1] in ".。।")
            and text[-1] not in ":;,"
            and any(one.isalpha() for one in text)
            and not stamps_of_line(text)
            and byline_of(text) is None
            and furniture_role(text) is None
            and NUMBERED.fullmatch(text) is None
        )

    def _is_paragraph(self, at: int) -> bool:
        text = self.lines[at].text
        return (
            at not in self.in_block
            and word_count(text) >= _FEWEST_PARAGRAPH
            and stands_alone(text)
            and furniture_role(text) is None
        )

    def _paragraphs(self, first: int, end: int) -> list[int]:
        return [at for at in range(first, end) if self._is_paragraph(at)]

    def _has_text(self, first: int, end: int) -> bool:
        found = self._paragraphs(first, end)
        letters = sum(len(self.lines[at].text) for at in found)
        return len(found) >= _FEWEST_PARAGRAPHS and letters >= _FEWEST_LETTERS
