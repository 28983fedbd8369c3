"""Timeline summaries: the days that matter in a collection, and sentences for each.

Days are ranked by how many articles name them and how many appear on them (after Chieu and Lee
2004 and Tran et al. 2013); a day's sentences by how near they are to all that is said of the day.
"""

from __future__ import annotations

import gzip
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from firsthand.annotate.annotator import Annotator
from firsthand.annotate.parse import parse
from firsthand.extract import plain_article
from firsthand.text.folding import fold
from firsthand.text.when import times_in

__all__ = ["predict"]

_SENTENCES_A_DAY = 4
_LEAD = 4
"""First sentences of an article that count for the day it appeared."""

_DAYS_SHARE = 0.4
"""Days kept, as a share of the days on which anything was published; journalists' timelines of the
tuning topics keep between a third and two thirds."""

_LOOKING_BACK = 2.0
"""A day named by an article of a later day counts double: what is still told of mattered. On the
three tuning topics days score 54.6 without, 58 to 62 with any factor from 1.5 to 3."""

_AN_ARTICLE = 2.0
"""Most that one article adds to a day: many articles, not many sentences, make it matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """One sentence that speaks of a day."""

    words: Counter[str]
    text: str
    weight: float


def predict(source: Path, target: Path) -> None:
    """Write ``{topic, timeline: [{date, sentences}]}`` for each topic of `source`."""
    opened = gzip.open if source.suffix == ".gz" else open
    with opened(source, "rt", encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        for line in lines:
            if line.strip():
                topic = json.loads(line)
                timeline = _timeline(topic["articles"])
                out.write(json.dumps({"topic": topic["topic"], "timeline": timeline}) + "\n")


def _timeline(articles: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    said: dict[str, list[_Said]] = defaultdict(list)
    published: set[str] = set()
    score: dict[str, float] = defaultdict(float)
    for article in articles:
        day = str(article["date"])[:10]
        published.add(day)
        told: dict[str, float] = defaultdict(float)
        for date, one in _sentences(article["text"], day):
            said[date].append(one)
            told[date] += one.weight * (_LOOKING_BACK if date < day else 1.0)
        for date, weight in told.items():
            score[date] += min(weight, _AN_ARTICLE)
    frequency = Counter(word for ones in said.values() for one in ones for word in one.words)
    total = sum(len(ones) for ones in said.values()) or 1
    rarity = {word: math.log(total / count) + 0.1 for word, count in frequency.items()}
    first, last = min(published), max(published)
    kept = max(3, round(len(published) * _DAYS_SHARE))
    inside = [date for date in score if first <= date <= last]
    days = sorted(inside, key=lambda date: (-score[date], date))[:kept]
    return [{"date": date, "sentences": _central(said[date], rarity)} for date in sorted(days)]


def _sentences(text: str, day: str) -> Iterable[tuple[str, _Said]]:
    """Each sentence with each day it speaks of; the first ones with the day of publication."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if not lines:
        return
    article = plain_article("\n\n".join(lines), item=day, published=day)
    tokens, sentences = parse(article, model=Annotator().model)
    times = times_in(article.text, tokens, sentences, published=day)
    by_line: dict[int, set[str]] = defaultdict(set)
    starts = [zone.span.start for zone in article.zones]
    ends = [zone.span.end for zone in article.zones]
    at = 0
    for when in times:
        while at + 1 < len(starts) and when.span.start >= ends[at]:
            at += 1
        if (
            when.kind in {"DATE", "TIME"}
            and when.value
            and re.match(r"\d{4}-\d\d-\d\d", when.value)
        ):
            by_line[at].add(when.value[:10])
    for number, line in enumerate(lines):
        words = Counter(re.findall(r"[^\W_]{2,}", fold(line)))
        if not 5 <= sum(words.values()) <= 60:
            continue
        for date in sorted(by_line[number]):
            yield date, _Said(words=words, text=line, weight=1.0)
        if number < _LEAD and not by_line[number]:
            yield day, _Said(words=words, text=line, weight=0.25)


def _central(said: Sequence[_Said], rarity: dict[str, float]) -> list[str]:
    """The sentences nearest to the centre of all, each unlike those taken before."""
    centre: Counter[str] = Counter()
    for one in said:
        centre.update({word: rarity[word] * one.weight for word in one.words})
    ranked = sorted(
        {one.text: one for one in said}.values(),
        key=lambda one: (-_nearness(one.words, centre, rarity), one.text),
    )
    taken: list[_Said] = []
    for one in ranked:
        if len(taken) == _SENTENCES_A_DAY:
            break
        if all(_shared(one.words, other.words) < 0.6 for other in taken):
            taken.append(one)
    return [one.text for one in taken]


def _nearness(words: Counter[str], centre: Counter[str], rarity: dict[str, float]) -> float:
    """Cosine of a sentence and the centre, both weighted by rarity."""
    weights = {word: rarity[word] for word in words}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return sum(weight * centre[word] for word, weight in weights.items()) / length


def _shared(one: Counter[str], other: Counter[str]) -> float:
    """Share of the shorter sentence's words that the other has too."""
    least = min(len(one), len(other)) or 1
    return len(set(one) & set(other)) / least
