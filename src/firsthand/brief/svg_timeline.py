"""Two lanes of time, what happened and when it was told, with a ribbon of status for each claim."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import escape

from firsthand.brief.anchors import anchor_of
from firsthand.brief.citing import Citing
from firsthand.brief.dating import order_of, shown
from firsthand.brief.svg_words import number, tag, width_of, wrapped
from firsthand.domain import Brief, ClaimFinding, Passage, Step

__all__ = ["drawn_timeline"]

_WIDTH, _LEFT, _RIGHT = 760.0, 150.0, 24.0
_SIZE, _DOT, _STACK = 12.0, 5.0, 6
"""Marks on one day are stacked up to six high; the rest are counted."""

_MOST_RIBBONS = 12
_SLOWEST = 2.2
"""A gap of time is drawn at most this many times as wide as the step from one day to the next."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """One thing on a lane: its day, its shape, its words and where they stand."""

    day: str
    shape: str
    words: str
    passage: Passage | None


def drawn_timeline(brief: Brief, cite: Citing) -> str:
    """Draw the timeline of `brief` as one SVG element; the table beside it holds the words.

    Days stand in order; long gaps are shortened, so the axis is not to scale. The report lane also
    shows when each article was published (a square). A claim gets a ribbon where its history has
    at least two states.

    Returns:
        The SVG; empty text when nothing is dated.
    """
    events = [
        _Mark(_day(e.date), "dot", f"{shown(e.date)}: {e.text}", e.passage)
        for e in brief.timeline
        if e.kind == "event"
    ]
    reports = [
        _Mark(_day(e.date), "dot", f"{shown(e.date)}: {e.text}", e.passage)
        for e in brief.timeline
        if e.kind != "event"
    ]
    published = [
        _Mark(
            _day(article.published),
            "square",
            f"{shown(article.published)}: {cite.outlet(article.id)} published",
            None,
        )
        for article in cite.articles
        if article.published is not None
    ]
    reports = [*published, *reports]
    ribbons = _moving(brief.findings.claims)
    days = {mark.day for mark in (*events, *reports)}
    days |= {_day(step.date) for one in ribbons for step in one.history if step.date is not None}
    if not days:
        return ""
    across = _spread(sorted(days, key=order_of))
    told = "Upper lane: what happened. Lower lane: when it was reported. The table below has the words."
    drawn: list[str] = []
    top = 8.0
    lane_tops: list[float] = []
    grounds: list[str] = []
    for name, marks in (("Events", events), ("Reports", reports)):
        height = _lane_height(marks)
        grounds.append(_ground(name, top, height))
        drawn.append(_lane(marks, across, top, height))
        lane_tops.append(top)
        top += height + 8
    head = [tag("title", "Timeline"), tag("desc", told)]
    drawn = [*head, *grounds, _axis(across, lane_tops[0], top), *drawn]
    top += 30
    if ribbons:
        top += 10
        for finding in ribbons:
            piece, height = _ribbon(finding, across, top)
            drawn.append(piece)
            top += height + 8
    return tag(
        "svg",
        "".join(drawn),
        class_="timeline",
        role="img",
        viewBox=f"0 0 {number(_WIDTH)} {number(top)}",
    )


def _day(when: str) -> str:
    """The day on which a date begins, in UTC; a year or month stays one."""
    return order_of(when)[:10]


def _moving(findings: Sequence[ClaimFinding]) -> list[ClaimFinding]:
    """The claims whose history has at least two states, those with most states first."""
    found: list[tuple[int, int, int, ClaimFinding]] = []
    for finding in findings:
        states = {step.state for step in _dated(finding)}
        if len(states) > 1:
            found.append((-len(states), -len(finding.origins), len(found), finding))
    return [finding for *_, finding in sorted(found, key=lambda one: one[:3])][:_MOST_RIBBONS]


def _dated(finding: ClaimFinding) -> tuple[Step, ...]:
    """The steps of a history that have a date."""
    return tuple(step for step in finding.history if step.date is not None)


def _ordinal(day: str) -> float | None:
    """A day as a number; the middle of a month or year; None for anything else."""
    parts = (
        day + "-07-01"[len(day) - 4 :] if len(day) == 4 else day + "-15" if len(day) == 7 else day
    )
    try:
        return float(date.fromisoformat(parts).toordinal())
    except ValueError:
        return None


def _spread(days: Sequence[str]) -> dict[str, float]:
    """Where each day stands: in order, a gap of n days log-shortened."""
    steps = [0.0]
    for one, following in itertools.pairwise(days):
        a, b = _ordinal(one), _ordinal(following)
        gap = 1.0 if a is None or b is None else max(1.0, b - a)
        steps.append(steps[-1] + min(_SLOWEST, 1 + math.log2(gap) / 8))
    room = _WIDTH - _LEFT - _RIGHT - 60
    whole = steps[-1] or 1.0
    shift = room / 2 if len(days) == 1 else 0.0
    return {
        day: _LEFT + 30 + shift + room * at / whole for day, at in zip(days, steps, strict=True)
    }


def _lane_height(marks: Sequence[_Mark]) -> float:
    """How tall a lane must be for its fullest day."""
    stacked: dict[str, int] = defaultdict(int)
    for mark in marks:
        stacked[mark.day] += 1
    most = max(stacked.values(), default=1)
    counted = 12 if most > _STACK else 0
    return max(34.0, min(_STACK, most) * (2 * _DOT + 4) + 14) + counted


def _ground(name: str, top: float, height: float) -> str:
    """A lane's background and name."""
    width, look = _WIDTH - _LEFT, f"lane {name.lower()}"
    return tag("rect", x=_LEFT, y=top, width=width, height=height, class_=look) + tag(
        "text", name, x=0, y=top + height / 2 + 4, class_="lane-name"
    )


def _lane(marks: Sequence[_Mark], across: dict[str, float], top: float, height: float) -> str:
    """The marks of a lane, stacked by day."""
    parts: list[str] = []
    stacked: dict[str, int] = defaultdict(int)
    for mark in marks:
        place = stacked[mark.day]
        stacked[mark.day] += 1
        if place >= _STACK:
            continue
        x, y = across[mark.day], top + height - 10 - place * (2 * _DOT + 4) - _DOT
        title = tag("title", str(escape(mark.words)))
        if mark.shape == "square":
            shape = tag(
                "rect",
                title,
                x=x - _DOT,
                y=y - _DOT,
                width=2 * _DOT,
                height=2 * _DOT,
                class_="mark square",
            )
        else:
            shape = tag("circle", title, cx=x, cy=y, r=_DOT, class_="mark")
        if mark.passage is not None:
            shape = tag("a", shape, href=f"#{anchor_of(mark.passage)}", tabindex="-1")
        parts.append(shape)
    for day, many in sorted(stacked.items()):
        if many > _STACK:
            parts.append(tag("text", f"+{many - _STACK}", x=across[day], y=top + 10, class_="more"))
    return "".join(parts)


def _axis(across: dict[str, float], top: float, bottom: float) -> str:
    """A line for each day, with its date where there is room."""
    parts = []
    free = -1.0
    years = {day[:4] for day in across}
    for day, x in across.items():
        parts.append(tag("path", d=f"M{number(x)} {number(top)}V{number(bottom)}", class_="day"))
        label = shown(day)
        if len(years) == 1 and len(day) == 10:
            label = label.rpartition(" ")[0]
        half = width_of(label, 11) / 2
        if x - half > free:
            parts.append(tag("text", str(escape(label)), x=x, y=bottom + 14, class_="tick"))
            free = x + half + 8
    note = next(iter(years)) if len(years) == 1 else "not to scale"
    parts.append(tag("text", str(escape(note)), x=0, y=bottom + 14, class_="tick start"))
    return "".join(parts)


def _ribbon(finding: ClaimFinding, across: dict[str, float], top: float) -> tuple[str, float]:
    """One claim's states over time, and how tall the ribbon is."""
    lines = wrapped(finding.claim.text, room=_LEFT - 14, size=11, most=3)
    height = max(26.0, len(lines) * 13.0 + 2)
    words = "".join(
        tag("tspan", str(escape(line)), x=0, y=top + 11 + 13 * index)
        for index, line in enumerate(lines)
    )
    parts = [
        tag("text", tag("title", str(escape(finding.claim.text))) + words, class_="ribbon-name")
    ]
    by_day: dict[str, list[Step]] = defaultdict(list)
    for step in _dated(finding):
        by_day[_day(step.date or "")].append(step)
    ordered: list[str] = []
    for day in sorted(by_day, key=order_of):
        before = {step.state for step in by_day[ordered[-1]]} if ordered else None
        if {step.state for step in by_day[day]} != before:
            ordered.append(day)
    for index, day in enumerate(ordered):
        left = across[day] - 30 if index == 0 else across[day]
        right = across[ordered[index + 1]] if index + 1 < len(ordered) else _WIDTH
        left = max(left, _LEFT)
        steps = by_day[day]
        state = steps[-1].state
        said = ", then ".join(dict.fromkeys(step.state for step in steps))
        who = "; ".join(
            f"{step.by or 'nobody named'}: {step.state} ({step.basis})" for step in steps
        )
        middle = top + height / 2
        box = tag(
            "rect",
            x=left,
            y=middle - 10,
            width=max(2.0, right - left - 2),
            height=20,
            rx=2,
            class_=f"state {_class(state)}",
        )
        label = wrapped(said, room=max(10.0, right - left - 12), size=11, most=1)[0]
        word = tag("text", str(escape(label)), x=left + 6, y=middle + 4, class_="state-name")
        title = tag("title", str(escape(f"{shown(day)}: {who}")))
        parts.append(
            tag("a", title + box + word, href=f"#{anchor_of(steps[-1].passage)}", tabindex="-1")
        )
    return "".join(parts), height


def _class(state: str) -> str:
    """Which of four looks a state has; the word beside it says which state it is."""
    if state in {"denied", "withdrawn"}:
        return "against"
    if state in {"not-confirmed", "declined"}:
        return "open"
    if state in {"confirmed", "acknowledged", "conceded"}:
        return "firm"
    return "told"
