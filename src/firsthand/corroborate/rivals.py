"""Two values in one slot: rival claims, counts that were updated, one figure under two names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations

from firsthand.corroborate.clashing import clashing, copied
from firsthand.corroborate.coverage import Coverage, key_of
from firsthand.corroborate.showing import around, original_first, quoted
from firsthand.corroborate.voice import Voice
from firsthand.domain import (
    Claim,
    ClaimFinding,
    ClaimMention,
    ClaimStory,
    CopyChange,
    Discrepancy,
    DiscrepancyState,
    DiscrepancyType,
    OriginKind,
    Passage,
    Reason,
    Side,
)
from firsthand.text.folding import fold

__all__ = ["attributions", "rivals", "updates"]

_SLOTS = {
    "number": DiscrepancyType.NUMBER,
    "date": DiscrepancyType.DATE,
    "place": DiscrepancyType.PLACE,
}
_SMALLEST = 3
"""Counts below this ("one contractor") agree by chance too often to show a wrong credit."""

_BODIES = frozenset({OriginKind.BODY, OriginKind.STATE})

_CONTENT = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
"""First letters by which two forms of a word are one ("injured", "injuring")."""

_SHARE = 0.3
"""Share of the shorter wording's content words that rival accounts of one thing have in common."""

_RUNNING = re.compile(
    r"\b(?:injur\w+|hurt|wounded|killed|dead|died|deaths?|missing|toll|victims?|evacuat\w+|"
    r"infected|cases|arrest\w+|detain\w+)\b",
    re.IGNORECASE,
)
"""What is counted again and again while an event lasts."""

_APART = timedelta(hours=2)
"""Between two texts of one day of which the later one's count counts as newer."""

_LASTING = re.compile(r"\b(?:since|until|for\s+(?:\w+\s+)?(?:years|months))\b", re.IGNORECASE)
_AGAIN = re.compile(r"\b(?:again|another|second|once more|later)\b", re.IGNORECASE)


_LIMIT = re.compile(
    r"\b(?:allow\w*|permit\w*|limit\w*|licen[cs]\w*|capacity|carries|holds|maximum|at most|cap(?:ped|s)?)\b",
    re.IGNORECASE,
)
"""What may be, or fits; no count of what is."""


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _CONTENT.findall(fold(words)))


def _agree(one: str, other: str) -> bool:
    """Whether two wordings tell of one thing, their values aside."""
    a, b = _stems(one), _stems(other)
    if _RUNNING.search(one) and _RUNNING.search(other):
        return True
    return bool(a & b) and len(a & b) >= _SHARE * min(len(a), len(b))


def _one_event(slot: str, one: str, other: str) -> bool:
    """Whether two dated wordings may date one event: a state that lasts and a repetition do not."""
    if slot != "date":
        return True
    lasting = [_LASTING.search(words) is not None for words in (one, other)]
    again = [_AGAIN.search(words) is not None for words in (one, other)]
    return lasting[0] == lasting[1] and again[0] == again[1]


def _value_at(cover: Coverage, claim: Claim, mention: ClaimMention, slot: str) -> Passage:
    """The clause around a mention's value; the mention where it has none."""
    for value in claim.values:
        if (
            value.kind == slot
            and value.passage.article == mention.passage.article
            and mention.passage.span.holds(value.passage.span)
        ):
            offset = mention.passage.span.start
            found = re.compile(re.escape(cover.words(value.passage))).search(
                cover.words(mention.passage), value.passage.span.start - offset
            )
            if found is not None:
                return around(cover, mention.passage, found)
    return mention.passage


def rivals(
    cover: Coverage,
    told: ClaimStory,
    findings: tuple[ClaimFinding, ...],
    changes: Sequence[CopyChange] = (),
) -> Iterator[Discrepancy]:
    """Find rival claims whose subject and predicate agree and whose value conflicts.

    A pair in one text that one origin puts, or the outlet beside an origin, tells of two things; a number that a copy misprints is
    reported as that and never shows the text copied as differing; a count that goes on, given
    again on a later day, is an update.
    """
    by_id = {finding.claim.id: finding for finding in findings}
    for one, other, slot in told.rivals:
        if one not in by_id or other not in by_id or slot not in _SLOTS:
            continue
        a, b = by_id[one], by_id[other]
        differing = clashing(cover, a, b, slot, changes)
        if differing is None:
            continue
        first, second = differing
        words = [cover.words(m.passage) for m in (first, second)]
        names = [{key_of(o.name) for o in f.origins if o.side is Side.FOR} for f in (a, b)]
        days = [_first_day(cover, f.claim) for f in (a, b)]
        same = bool(names[0]) and names[0] == names[1]
        one_voice = same or not all(names)  # an outlet's own words and those it reports
        later = None not in days and days[0] != days[1]
        running = slot == "number" and all(_RUNNING.search(w) for w in words)
        update = later and same
        if running:
            # A count that goes on is replaced by the one printed later.
            printed = [_printed(cover, f.claim) for f in (a, b)]
            if printed[0] is not None and printed[1] is not None:
                days = list(printed)
                update = _later(min(printed[0], printed[1]), max(printed[0], printed[1]))
        roots = [cover.roots[m.passage.article] for m in (first, second)]
        if (
            not _agree(*words)
            or (slot == "number" and len({bool(_LIMIT.search(w)) for w in words}) == 2)
            or not _one_event(slot, *words)
            or (one_voice and not update and roots[0] == roots[1])
        ):
            continue
        shown = [_value_at(cover, f.claim, m, slot) for f, m in ((a, first), (b, second))]
        if update and days[0] is not None and days[1] is not None and days[0] > days[1]:
            shown.reverse()
        yield _differing(cover, slot, shown[0], shown[1], update=update)


def _differing(
    cover: Coverage, slot: str, first: Passage, second: Passage, *, update: bool
) -> Discrepancy:
    verb = "is updated" if update else "differs"
    return Discrepancy(
        type=_SLOTS[slot],
        state=DiscrepancyState.SUPERSEDED if update else DiscrepancyState.OPEN,
        text=f"The {slot} {verb}: “{quoted(cover, first)}”, “{quoted(cover, second)}”",
        a=first,
        b=second,
        reasons=(
            Reason(
                feature="one count, a later day" if update else f"two values in one {slot} slot",
                evidence=(first, second),
            ),
        ),
    )


def updates(cover: Coverage, findings: tuple[ClaimFinding, ...]) -> Iterator[Discrepancy]:
    """Find counts of one thing inside one claim that a later text replaces, or that differ."""
    for finding in findings:
        counted: list[tuple[_Count, str]] = []
        for mention in finding.claim.mentions:
            article = mention.passage.article
            words = cover.words(mention.passage)
            count = _only_count(cover, mention)
            published = cover.article(article).published
            if (
                count is not None
                and published is not None
                and cover.roots[article] == article
                and not copied(cover, mention)
                and mention.passage not in finding.otherwise
                and _RUNNING.search(words)
            ):
                counted.append((count, published))
        counted.sort(key=lambda one: (one[1], one[0].passage))
        for (one, first), (other, second) in combinations(counted, 2):
            if one.high < other.low or other.high < one.low:
                later = _later(first, second)
                yield _differing(cover, "number", one.passage, other.passage, update=later)
                break


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    """A count with the clause around it."""

    low: float
    high: float
    passage: Passage


def _only_count(cover: Coverage, mention: ClaimMention) -> _Count | None:
    """The one plain count that a mention gives; None where it gives none or several."""
    inside = [
        quantity
        for quantity in cover.readings[mention.passage.article].quantities
        if quantity.unit is None and mention.passage.span.holds(quantity.span)
    ]
    if len(inside) != 1 or inside[0].low < _SMALLEST:
        return None
    words = cover.words(mention.passage)
    start = inside[0].span.start - mention.passage.span.start
    written = cover.words(Passage(mention.passage.article, inside[0].span))
    found = re.compile(re.escape(written)).search(words, start)
    where = mention.passage if found is None else around(cover, mention.passage, found)
    return _Count(low=inside[0].low, high=inside[0].high, passage=where)


def _later(one: str, other: str) -> bool:
    """Whether the text published at `other` is the later one, as far as the times tell."""
    if one[:10] != other[:10]:
        return one[:10] < other[:10]
    moments = [datetime.fromisoformat(moment) for moment in (one, other) if len(moment) > 10]
    if len(moments) < 2 or (moments[0].tzinfo is None) != (moments[1].tzinfo is None):
        return False
    return moments[1] - moments[0] >= _APART


def _printed(cover: Coverage, claim: Claim) -> str | None:
    """When a claim was first printed, copies left aside."""
    times = [
        published
        for mention in claim.mentions
        if (published := cover.article(mention.passage.article).published) is not None
    ]
    return min(times, default=None)


def _first_day(cover: Coverage, claim: Claim) -> str | None:
    days = []
    for mention in claim.mentions:
        statement = cover.statements.get(mention.statement) if mention.statement else None
        day = cover.day(statement, mention.passage.article)
        if day is not None:
            days.append(day)
    return min(days, default=None)


def _counts(claim: Claim, mention: ClaimMention) -> frozenset[tuple[float, float, str | None]]:
    """The counts of a claim that stand in one of its mentions, with what is counted."""
    return frozenset(
        (value.number.low, value.number.high, value.number.noun)
        for value in claim.values
        if value.number is not None
        and value.number.low >= _SMALLEST
        and value.passage.article == mention.passage.article
        and value.passage.span.overlaps(mention.passage.span)
    )


def attributions(
    cover: Coverage, findings: tuple[ClaimFinding, ...], spoken: dict[int, list[Voice]]
) -> Iterator[Discrepancy]:
    """One number given to one body here and to another there."""
    for number, finding in enumerate(findings):
        for_ = [v for v in spoken[number] if v.side is Side.FOR and v.kind in _BODIES]
        keys = sorted({v.key for v in for_})
        if len(keys) != 2 or finding.independent.low > 1:
            continue
        valued = [
            [
                (v, _counts(finding.claim, v.mention))
                for v in sorted(for_, key=lambda v: original_first(cover, v.mention))
                if v.key == key and _counts(finding.claim, v.mention)
            ]
            for key in keys
        ]
        pairs = [
            (a, b)
            for a, ours in valued[0]
            for b, theirs in valued[1]
            if ours & theirs and a.article != b.article
        ]
        if not pairs:
            continue
        a, b = pairs[0]
        yield Discrepancy(
            type=DiscrepancyType.ATTRIBUTION,
            state=DiscrepancyState.OPEN,
            text=f"One figure, given to {a.name} and to {b.name}",
            a=a.mention.passage,
            b=b.mention.passage,
            reasons=(Reason(feature="the same value under two names, neither citing the other"),),
        )
