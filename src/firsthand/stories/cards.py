"""What has to be known of an article to say which others tell of the same event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import log, sqrt

import numpy as np

from firsthand.domain import Article, ArticleId, DateBasis, ZoneKind
from firsthand.stories.particulars import particulars
from firsthand.tables.rarity import rarity
from firsthand.tables.vectors import encoder
from firsthand.text.terms import terms

__all__ = ["Card", "Weighted", "card"]

Weighted = tuple[tuple[str, float], ...]
"""Words with weights whose squares sum to 1, by word; empty where there are none."""

COMMON = 0.22
"""Rarity below which a word tells nothing of an event ("year", "people", "told")."""

NAME = 0.3
"""Least rarity of a capitalised word that counts as a name of this event ("Larvik", not "Monday")."""

HEAVIER = 1.5
"""Power of the rarity in a word's weight: a shared rare name tells more than two common ones."""

OPENING, LEAD, HEADLINE = 60, 200, 3.0
"""News tells the event first: words among the first 60 weigh `HEADLINE` times, up to the 200th
half that, those of the headline `HEADLINE` more."""

LEAD_WORDS = 110
"""Words of the body that are encoded with the headline; 256 word pieces are about 180 words."""

SHORT = 40
"""Words below which there is no body to speak of (feeds that carry headlines only)."""

HEADING = 18
"""Most words of a first line that may be a headline."""

TOP, TELLING = 3, 3
"""Lines of the top among which it may be, and its fewest words that tell something: a date, a name
of a section or a time of reading may stand above it."""

_STOP = re.compile(r"[.!?…:;,][\s\"'”’»)]*$")
_ADDRESS = re.compile(r"https?\s?:\s?/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A small record of an article; everything that `stories` looks at."""

    article: ArticleId
    headline: str
    """The headline; the first words of a text without one."""

    day: int | None
    """Ordinal of the day of publication (proleptic Gregorian); None when not known to the day."""

    short: bool
    """Whether there is hardly more than a headline."""

    terms: Weighted
    """Words of headline and body."""

    names: Weighted
    """Words that the body writes with a capital letter only."""

    headline_terms: Weighted
    full_names: Weighted = ()
    """Two words of a name side by side."""

    towns: Weighted = ()
    """Where something is told to be: towns and districts."""

    regions: Weighted = ()
    """Countries and their first divisions."""

    numbers: Weighted = ()
    """Numbers with the word behind them."""

    days: Weighted = ()
    """Days that the opening names, ISO 8601."""

    weekdays: Weighted = ()
    years: Weighted = ()
    told: int | None = None
    """Ordinal of the latest day that the opening names, not after the publication."""

    lead: bytes
    """Sentence vector of headline and opening, 384 times float16."""

    title: bytes
    """Sentence vector of the headline, likewise."""


def card(article: Article) -> Card:
    """Sum up an article: its words by rarity, names, day and two sentence vectors."""
    paragraphs = [
        (zone.kind, zone.span.of(article.text))
        for zone in article.zones
        if zone.kind is not ZoneKind.CAPTION
    ]
    body = [text for kind, text in paragraphs if kind is not ZoneKind.HEADLINE]
    title = article.title or next((t for k, t in paragraphs if k is ZoneKind.HEADLINE), None)
    if title is not None and body == [title]:
        body = []
    lines = (line for text in body for line in text.split("\n"))
    prose = "\n".join(line for line in lines if not _ADDRESS.match(line.lstrip()))
    if title is None:
        title = _heading(prose)
    opening = " ".join(
        " ".join(line for line in prose.split("\n") if len(line.split()) >= 8).split()[:LEAD_WORDS]
    )
    headline = title or " ".join((opening or prose).split()[:25])
    words = list(terms(prose))
    lead = f"{title}. {opening}".strip(" .") if title else opening or headline
    vectors = encoder().encode([lead, headline]).astype(np.float16)
    weights, headline_counts = _weights(words, headline if title else "")
    found = particulars(
        prose if title is None or prose.startswith(title) else f"{title}\n{prose}",
        published=article.published if _day(article) is not None else None,
        language=article.language or "en",
    )
    return Card(
        article=article.id,
        headline=title or " ".join(headline.split()[:12]),
        day=_day(article),
        short=len(words) < SHORT,
        terms=_normed(weights),
        names=_normed(_names(words)),
        headline_terms=_normed(headline_counts),
        full_names=_normed(found.full),
        towns=_even(found.towns),
        regions=_even(found.regions),
        numbers=_even(dict.fromkeys(found.numbers, 1)),
        days=_even(dict.fromkeys(found.days, 1)),
        weekdays=_even(found.weekdays),
        years=_even(dict.fromkeys(found.years, 1)),
        told=found.told,
        lead=vectors[0].tobytes(),
        title=vectors[1].tobytes(),
    )


def _heading(prose: str) -> str | None:
    """The headline of a text that is given without: its first line of words but no full stop."""
    lines = [line for line in prose.split("\n") if line.strip()]
    for line in lines[:TOP] if len(lines) > 1 else ():
        if _STOP.search(line) or len(line.split()) > HEADING:
            return None
        if sum(_tells(word) for _, word in terms(line)) >= TELLING:
            return " ".join(line.split())
    return None


def _day(article: Article) -> int | None:
    if article.published is None or len(article.published) < 10:
        return None
    if article.published_basis is DateBasis.UNKNOWN:
        return None
    try:
        return date.fromisoformat(article.published[:10]).toordinal()
    except ValueError:
        return None


def _weights(
    words: list[tuple[str, str]], headline: str
) -> tuple[Mapping[str, float], Mapping[str, float]]:
    weights: Counter[str] = Counter()
    for place, (_, word) in enumerate(words):
        if _tells(word):
            weights[word] += HEADLINE if place < OPENING else HEADLINE / 2 if place < LEAD else 1  # type: ignore[assignment]
    headline_counts: Counter[str] = Counter(word for _, word in terms(headline) if _tells(word))
    for word, count in headline_counts.items():
        weights[word] += HEADLINE * count  # type: ignore[assignment]
    return weights, headline_counts


def _tells(word: str) -> bool:
    return len(word) > 1 and rarity(word) >= COMMON


def _names(words: list[tuple[str, str]]) -> Mapping[str, float]:
    small = {word for written, word in words if written[0].islower()}
    return Counter(
        word
        for written, word in words
        if written[0].isupper() and word not in small and rarity(word) > NAME
    )


def _normed(counts: Mapping[str, float]) -> Weighted:
    """By rarity; that of a name of two words is the sum of theirs."""
    return _scaled(
        {
            word: (1 + log(count)) * sum(rarity(one) for one in word.split()) ** HEAVIER
            for word, count in counts.items()
        }
    )


def _even(counts: Mapping[str, float]) -> Weighted:
    """By number alone."""
    return _scaled({word: 1 + log(count) for word, count in counts.items()})


def _scaled(weights: Mapping[str, float]) -> Weighted:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    if length == 0:
        return ()
    return tuple((word, round(weights[word] / length, 5)) for word in sorted(weights))
