"""One entry for an event that several articles tell of, from the passage that tells it best."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from firsthand.domain import ArticleId, Reading, Span, TimelineEntry

__all__ = ["told_once"]

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM"})
_SHARED = 0.34
"""Share of the words with content of the shorter passage that the other must have too. Of the
entries of one day in the tuning stories those that share a third and the event's word or category
tell of one event; with a quarter, two visits of one day become one."""

_SHARED_A_MINUTE = 0.15
"""The same where both give the same minute, which itself tells that they speak of one thing."""

_DAYS = frozenset({"minute", "part-of-day", "day"})
"""Precisions at which one date can be one event: in one month much of a kind happens."""


def told_once(
    entries: Iterable[TimelineEntry], readings: Sequence[Reading]
) -> tuple[TimelineEntry, ...]:
    """Join entries of different articles that tell of one event on one day.

    Joined are entries with the same date, told alike (both as done, both as planned), whose events
    have the same word or the same category, and whose passages share their words with content.
    Reports stay apart: two sayings of one day are seldom one. The entry kept is the one whose
    article was published first, and of one article the shortest; the others stand in `also`.

    Args:
        entries: Of all articles of a story.
        readings: The articles with their layers.

    Returns:
        In the order of `entries`.
    """
    words = {reading.article.id: _Words(reading) for reading in readings}
    published = {one.article.id: one.article.published or "9999" for one in readings}
    groups: list[list[TimelineEntry]] = []
    for entry in entries:
        home = next((one for one in groups if _joins(entry, one, words)), None)
        if home is None:
            groups.append([entry])
        else:
            home.append(entry)
    found = []
    for group in groups:
        first, *others = sorted(
            group,
            key=lambda one: (
                published[one.passage.article],
                one.passage.span.end - one.passage.span.start,
                one.passage,
            ),
        )
        also = tuple(sorted(other.passage for other in others))
        found.append(replace(first, also=also) if also else first)
    return tuple(found)


def _joins(
    entry: TimelineEntry, group: Sequence[TimelineEntry], words: dict[ArticleId, _Words]
) -> bool:
    """Whether an entry tells of the event of every entry of a group."""
    return all(_same(entry, other, words) for other in group)


def _same(one: TimelineEntry, other: TimelineEntry, words: dict[ArticleId, _Words]) -> bool:
    if one.kind != "event" or other.kind != "event" or one.event is None or other.event is None:
        return False
    if one.passage.article == other.passage.article or one.precision not in _DAYS:
        return False
    if (one.date, one.date_end, one.precision) != (other.date, other.date_end, other.precision):
        return False
    if one.modality is not other.modality or one.negated != other.negated:
        return False
    alike = one.event == other.event or (
        one.category is not None and one.category == other.category
    )
    if not alike and one.precision != "minute":
        return False
    mine, theirs = (words[each.passage.article].of(each.passage.span) for each in (one, other))
    shared = len(mine & theirs) / (min(len(mine), len(theirs)) or 1)
    return shared >= (_SHARED_A_MINUTE if one.precision == "minute" else _SHARED)


class _Words:
    """The words with content of an article's passages."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: dict[Span, frozenset[str]] = {}

    def of(self, span: Span) -> frozenset[str]:
        """Lemmas of the nouns, names, verbs and numbers in a passage, times left out."""
        found = self._known.get(span)
        if found is None:
            times = [when.span for when in self._reading.times if span.overlaps(when.span)]
            found = self._known[span] = frozenset(
                token.lemma.lower()
                for token in self._reading.tokens
                if span.start <= token.start < span.end
                and token.pos in _CONTENT
                and not any(time.start <= token.start < time.end for time in times)
            )
        return found
