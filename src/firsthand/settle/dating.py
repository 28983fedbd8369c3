"""The day before which an undated article cannot have been published, where the story fixes it.

A text says "on Monday" of what a dated article of the story puts on 28 October, a Monday: then it
was not published before that day. A whole copy was not published before the text it copies, and no
text before a full date that it tells of in the past. Where nothing fixes a day, it stays unknown.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from firsthand.domain import (
    Article,
    ArticleId,
    CopyLink,
    CopyRelation,
    DateBasis,
    DateBound,
    Passage,
    Precision,
    Reading,
    Reason,
    Span,
    Statement,
    When,
)
from firsthand.text.folding import fold
from firsthand.text.when import times_in

__all__ = ["dates_inferred", "sentence_around"]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_FULL_DATE = re.compile(
    rf"\b(?:(?P<m1>{'|'.join(_MONTHS)})\.?\s+(?P<d1>\d{{1,2}}),?\s+(?P<y1>(?:19|20)\d\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{'|'.join(_MONTHS)}),?\s+(?P<y2>(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w{4,}")
_SAME_WORDS = 0.4
"""Share of the shorter statement's longer words that both must have to tell of one utterance. Two
reports of one confirmation by one speaker share .5 and more; two utterances of one speaker on one
matter, on different days, seldom above .3."""

_NEXT_DAY = timedelta(days=1)
"""A text is published on the last day it tells of or on the next, as a rule of newsrooms."""

_FAR = 14
"""Days between two articles of one story beyond which a weekday no longer points to one date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fixed:
    """A day that an undated article tells of, with the words and the reason."""

    day: date
    words: Span
    reason: Reason


def _day(text: str | None) -> date | None:
    if text is None or len(text) < 10:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def sentence_around(reading: Reading, span: Span) -> Span:
    """The sentence that `span` stands in; `span` itself outside all."""
    at = bisect_left(reading.sentences, span.end, key=lambda sentence: sentence.span.start)
    for sentence in reading.sentences[max(0, at - 2) : at]:
        if sentence.span.overlaps(span):
            return sentence.span
    return span


def _stems(statement: Statement, text: str) -> frozenset[str]:
    told = " ".join(span.of(text) for span in statement.content)
    return frozenset(word[:6] for word in _WORD.findall(fold(told)))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if len(one) > 1 and len(other) > 1 else 0.0


def _full_dates(article: Article) -> list[_Fixed]:
    """Full dates in an article's own text, each a day that it can only follow."""
    found = []
    for match in _FULL_DATE.finditer(article.text):
        month = _MONTHS.index((match["m1"] or match["m2"]).casefold()) + 1
        try:
            day = date(int(match["y1"] or match["y2"]), month, int(match["d1"] or match["d2"]))
        except ValueError:
            continue
        span = Span(match.start(), match.end())
        found.append(
            _Fixed(
                day=day,
                words=span,
                reason=Reason(
                    feature=f"the text gives the full date {day.isoformat()}",
                    evidence=(Passage(article.id, span),),
                ),
            )
        )
    return found


def _dated_days(reading: Reading, statement: Statement) -> list[tuple[date, Span]]:
    """The days that a dated article puts to a statement or to the sentence that reports it."""
    days = []
    said = _day(statement.said_on)
    span = sentence_around(reading, (statement.cue or statement.content)[0])
    if said is not None:
        days.append((said, span))
    for when in reading.times:
        day = _day(when.earliest)
        if day is not None and when.earliest == when.latest and when.span.overlaps(span):
            days.append((day, when.span))
    return days


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    """A statement of a dated article, with the days that the article puts to it."""

    stems: frozenset[str]
    article: ArticleId
    days: tuple[tuple[date, Span], ...]


def _by_voice(readings: Iterable[Reading]) -> dict[str, list[_Dated]]:
    """The statements of dated articles to which they put a day, by speaker and by authority."""
    found: dict[str, list[_Dated]] = {}
    for reading in readings:
        for one in reading.statements:
            if one.speaker is None:
                continue
            days = _dated_days(reading, one)
            if not days:
                continue
            told = _Dated(
                stems=_stems(one, reading.article.text),
                article=reading.article.id,
                days=tuple(days),
            )
            # A speaker's own words count once, whichever of the two names leads to them.
            for name in dict.fromkeys((one.speaker, one.authority or one.speaker)):
                found.setdefault(name, []).append(told)
    return found


def _matched(undated: Reading, dated: dict[str, list[_Dated]]) -> list[_Fixed]:
    """Days of utterances that the article and a dated one report, one by weekday, the other by date."""
    found = []
    home = undated.article
    for mine in undated.statements:
        if mine.speaker is None:
            continue
        words = (mine.cue or mine.content)[0]
        span = sentence_around(undated, words)
        # What an outlet relays holds the whole report of an utterance, its day included.
        spoken = [
            part
            for statement in undated.statements
            for part in statement.content
            if statement is mine or not part.holds(words)
        ]
        named = [
            (m.group().casefold(), Span(span.start + m.start(), span.start + m.end()))
            for m in _WEEKDAY.finditer(span.of(home.text))
            if not any(  # what was said may look ahead; when it was said cannot
                part.start <= span.start + m.start() < part.end for part in spoken
            )
        ]
        if not named:
            continue
        stems = _stems(mine, home.text)
        names = dict.fromkeys((mine.speaker, mine.authority or mine.speaker))
        for theirs in {id(one): one for name in names for one in dated.get(name, ())}.values():
            if _alike(stems, theirs.stems) < _SAME_WORDS:
                continue
            for day, where in theirs.days:
                for weekday, words in named:
                    if _WEEKDAYS[day.weekday()] == weekday:
                        found.append(
                            _Fixed(
                                day=day,
                                words=words,
                                reason=Reason(
                                    feature=f"says “{words.of(home.text)}” of what a dated article "
                                    f"puts on {day.isoformat()}",
                                    evidence=(
                                        Passage(home.id, span),
                                        Passage(theirs.article, where),
                                    ),
                                ),
                            )
                        )
    return found


def _copied(
    article: Article, links: tuple[CopyLink, ...], dated: dict[ArticleId, Reading]
) -> list[_Fixed]:
    """The day of the text that an article is a whole copy of."""
    found = []
    for link in links:
        if link.relation is not CopyRelation.WHOLE or article.id not in {link.original, link.copy}:
            continue
        source = link.original if link.copy == article.id else link.copy
        if source == article.id or source not in dated:
            continue
        if link.copy != article.id and link.direction_basis is not None:
            continue
        day = _day(dated[source].article.published)
        pair = next(iter(link.passages), None)
        if day is None:
            continue
        mine = pair.b if pair is not None and link.copy == article.id else None
        words = mine or (pair.a if pair is not None else Span(0, min(80, len(article.text))))
        found.append(
            _Fixed(
                day=day,
                words=words,
                reason=Reason(
                    feature=f"a whole copy of a text published on {day.isoformat()}",
                    evidence=(Passage(article.id, words),),
                ),
            )
        )
    return found


def _redated(reading: Reading, fixed: list[_Fixed]) -> Reading:
    best = max(fixed, key=lambda one: (one.day, -one.words.start))
    article = replace(
        reading.article,
        published=best.day.isoformat(),
        published_basis=DateBasis.INFERRED,
        published_bound=DateBound.NOT_BEFORE,
        published_evidence=Passage(reading.article.id, best.words),
        reasons=(*reading.article.reasons, best.reason),
    )
    early, late = (
        times_in(
            article.text,
            reading.tokens,
            reading.sentences,
            published=published.isoformat(),
            dateline=article.dateline,
            language=article.language,
        )
        for published in (best.day, best.day + _NEXT_DAY)
    )
    if [one.span for one in early] != [one.span for one in late]:
        return replace(reading, article=article, times=early)
    times = tuple(_either(one, other) for one, other in zip(early, late, strict=True))
    return replace(reading, article=article, times=times)


def _either(one: When, other: When) -> When:
    """A time as far as it is the same whether the text is of the inferred day or the next.

    A text that tells of "Monday" may be of Monday or of Tuesday: its "Friday" is the same, its
    "yesterday" is not.
    """
    if one == other:
        return one
    starts = [when.earliest for when in (one, other)]
    ends = [when.latest for when in (one, other)]
    known = one.value == other.value
    reason = Reason(feature="the day of publication is known only as the first possible", score=0.5)
    return replace(
        one,
        value=one.value if known else None,
        earliest=min((start for start in starts if start), default=None) if all(starts) else None,
        latest=max((end for end in ends if end), default=None) if all(ends) else None,
        precision=one.precision if known or one.precision is None else Precision.FUZZY,
        reasons=(*one.reasons, reason),
    )


def dates_inferred(
    readings: tuple[Reading, ...], links: tuple[CopyLink, ...]
) -> tuple[Reading, ...]:
    """Give undated articles the bound that the story's evidence fixes, and resolve their times anew.

    Args:
        readings: The story's articles, statements with canonical speakers.
        links: The story's copy links.

    Returns:
        The same readings in the same order; an article that nothing dates is unchanged.
    """
    dated = {r.article.id: r for r in readings if r.article.published is not None}
    voices = _by_voice(dated.values()) if len(dated) < len(readings) else {}
    latest = max((_day(o.article.published) or date.min for o in dated.values()), default=None)
    told = []
    for reading in readings:
        if reading.article.published is not None:
            told.append(reading)
            continue
        fixed = _full_dates(reading.article)
        fixed += _copied(reading.article, links, dated)
        fixed += _matched(reading, voices)
        if latest is not None and latest > date.min:
            # A date far after every dated article of the story is one that the text looks ahead to.
            fixed = [one for one in fixed if (one.day - latest).days <= _FAR]
        told.append(_redated(reading, fixed) if fixed else reading)
    return tuple(told)
