"""Paragraphs with which an article goes on below an advertisement, a list of links or a promotion."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from firsthand.extract.dump_body import LEAST_ODDS
from firsthand.extract.dump_draft import Draft
from firsthand.extract.furniture import opens_comments, stands_alone
from firsthand.extract.region import word_count
from firsthand.tables.pagewords import page_words

__all__ = ["Resumption"]

_FEWEST_WORDS_ON = 10
_ENDING = frozenset(["related", "legal", "syndication", "announcement", "comments"])
"""Roles after which nothing below a text goes on with it."""

_MARKING = re.compile(r"\b(?:[A-ZÀ-Þ][\w-]{4,}|[^\W\d_]{7,})\b")
_FEWEST_SHARED = 2
"""Marking words that a doubtful paragraph shares with the article."""

_ADDRESSES = re.compile(
    r"\b(?:you|your|we|our|us|I)\b|^[A-Z]\w+(?: [A-Z][\w.-]+){1,2} is (?:an?|the)\b|(?:\.\.\.|…)\Z",
    re.IGNORECASE,
)
"""A line that speaks to its reader, tells who somebody is or is cut short is a page's, not the
article's, where that is in doubt."""


@dataclass(slots=True, kw_only=True)
class Resumption:
    """Whether the lines below a region, taken one after the other, go on with its article."""

    draft: Draft
    stop: int
    """The position up to which a doubtful line may go on with the text."""

    _own: frozenset[str] = field(init=False)
    """Words by which the article's paragraphs are known."""

    _open_end: bool = field(init=False)
    """Whether nothing has been passed yet after which no text goes on."""

    _adjoins: bool = field(init=False, default=True)
    """Whether nothing but sentences stands between the region and here."""

    _resumed: bool = field(init=False, default=False)
    _bridge: list[int] = field(init=False, default_factory=list)
    """Adjoining sentences that become the article's if a later line goes on with it."""

    def __post_init__(self) -> None:
        body = (
            line.text
            for line, role in zip(self.draft.lines, self.draft.role, strict=True)
            if role == "body"
        )
        self._own = _marking_words(" ".join(body))
        self._open_end = not self.draft.comments

    def takes(self, position: int, role: str | None) -> bool:
        """Whether the line at `position` goes on with the article, if its role allows.

        Args:
            position: One below that of the call before.
            role: What the line is by its words; None when these say nothing.
        """
        text = self.draft.lines[position].text
        self._open_end = self._open_end and role not in _ENDING and not opens_comments(text)
        goes_on = self._goes_on(position, text)
        self._resumed = role is None and (self._resumed or goes_on)
        self._own = self._own | _marking_words(text) if goes_on else self._own
        self._adjoins = self._adjoins and role is None and stands_alone(text)
        if self._adjoins and not goes_on and word_count(text) >= _FEWEST_WORDS_ON:
            self._bridge.append(position)
        if goes_on:
            for one in self._bridge:
                self.draft.role[one] = "body"
            self._bridge.clear()
        return goes_on

    def _goes_on(self, position: int, text: str) -> bool:
        if self.draft.prose[position] <= 0:
            return False
        if self.draft.odds[position] > -LEAST_ODDS:
            return self._open_end or not self.draft.comments
        return self._open_end and position < self.stop and self._is_alike(position, text)

    def _is_alike(self, position: int, text: str) -> bool:
        """Whether a line of middling odds is a sentence on what the article is about."""
        odds = self.draft.odds[position]
        return (
            odds > LEAST_ODDS
            and stands_alone(text)
            and word_count(text) >= _FEWEST_WORDS_ON
            and not _ADDRESSES.search(text)
            and page_words().promotion_opening.match(text) is None
            and len(_marking_words(text) & self._own)
            >= _FEWEST_SHARED - (self._resumed or odds > 0)
        )


def _marking_words(text: str) -> frozenset[str]:
    """Words by which two paragraphs of one article are known: capitalised within, or long."""
    return frozenset(word.casefold() for word in _MARKING.findall(text))
