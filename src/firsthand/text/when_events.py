"""Times that hang on an event: "two days before the vote" is dated once the text dates the vote.

The length is what the words say, the day is not: it is given only where the same text puts the very
event, by the same noun or verb, on one day ("the vote on 5 November"), and left open otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from firsthand.domain import Reason, Span, Token, When
from firsthand.text.tense import Parsed
from firsthand.text.timex import day_of, interval, step
from firsthand.text.when_join import Expression, joins_of
from firsthand.text.when_lengths import count_of
from firsthand.text.when_words import WhenWords

__all__ = ["Hung", "from_events", "hung_on"]

_CLIMB = 3
"""Steps from a date up to what it dates: preposition, noun, or preposition, verb."""

_LONGEST = 60
"""Code points of an event's words that a reason quotes, and tokens that are searched for a subject."""

_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hung:
    """A length of time counted from an event."""

    words: str
    """The event, as written."""

    key: str
    """Lemma of its noun or verb."""

    before: bool
    unit: str
    count: float | None


def hung_on(
    text: str,
    expression: Expression,
    tokens: Sequence[Token],
    parsed: Parsed,
    words: WhenWords,
) -> Hung | None:
    """The event that a length is counted from, where one follows it.

    Args:
        text: The text.
        expression: The length.
        tokens: The parse of the text.
        parsed: The same, to find tokens by place.
        words: The language.
    """
    atom = expression.atoms[0]
    if atom.kind not in {"duration", "units", "event-unit"}:
        return None
    single = atom.kind == "event-unit" and "plural" not in atom.pieces  # "the day after the raid"
    found = joins_of(words)["hook"].match(text, expression.end)
    if found is None:
        return None
    head = _event(tokens, parsed, found)
    if head is None:
        return None
    written = " ".join(text[found.end() : tokens[head].end].split())
    if not written or len(written) > _LONGEST:
        return None
    side = " ".join(found.group("side").lower().split())
    return Hung(
        words=written,
        key=tokens[head].lemma.lower(),
        before=words.coded("lead", side) == "before",
        unit=atom.pieces["unit"],
        count=1 if single else count_of(atom.pieces["count"]) if "count" in atom.pieces else None,
    )


def _event(tokens: Sequence[Token], parsed: Parsed, found: re.Match[str]) -> int | None:
    """The noun below "before", or the verb of the clause that it opens."""
    marks = parsed.at(found.start("side"), found.end("side"))
    after = parsed.at(found.end(), found.end() + 2 * _LONGEST)
    if not marks or not after:
        return None
    mark = marks[-1]
    below = [n for n in after if tokens[n].head == mark and tokens[n].pos in _NOUNS]
    if below:
        return below[0]
    above = tokens[mark].head
    return above if above in after and tokens[above].pos == "VERB" else None


def from_events(
    hung: Mapping[int, Hung], found: Sequence[When], tokens: Sequence[Token], parsed: Parsed
) -> list[When]:
    """The times of a text with those that hang on an event dated from it, or said to be open.

    Args:
        hung: The events that lengths hang on, by place in `found`.
        found: The times of the text.
        tokens: The parse of the text.
        parsed: The same, to find tokens by place.
    """
    times = list(found)
    if not hung:
        return times
    days = _dated(found, tokens, parsed, {one.key for one in hung.values()})
    for place, one in hung.items():
        values = days.get(one.key, set())
        day = day_of(next(iter(values))) if len(values) == 1 else None
        value = None
        if day is not None and one.count is not None and not one.unit.startswith("T"):
            value = step(day, one.unit, -one.count if one.before else one.count)
        known = interval(value) if value else None
        if known is None or day is None:
            reason = Reason(
                feature=f"counted from “{one.words}”, whose day the text does not give", score=0.0
            )
            times[place] = replace(times[place], reasons=(*times[place].reasons, reason))
            continue
        reason = Reason(feature=f"counted from “{one.words}”, which the text puts on {day}")
        times[place] = replace(
            times[place],
            value=value if times[place].kind == "DATE" else times[place].value,
            earliest=known[0],
            latest=known[1],
            precision=known[2],
            anchored=any(when.anchored for when in found if when.value == day.isoformat()),
            reasons=(*times[place].reasons, reason),
        )
    return times


def _dated(
    found: Sequence[When], tokens: Sequence[Token], parsed: Parsed, keys: set[str]
) -> dict[str, set[str]]:
    """The days that the text puts each of these events on, by lemma."""
    days: dict[str, set[str]] = {}
    for when in found:
        if when.kind != "DATE" or day_of(when.value) is None or when.earliest != when.latest:
            continue
        for number in _things_dated(when.span, tokens, parsed):
            if (key := tokens[number].lemma.lower()) in keys:
                days.setdefault(key, set()).add(when.value or "")
    return days


def _things_dated(span: Span, tokens: Sequence[Token], parsed: Parsed) -> list[int]:
    """What a date dates: the noun or verb above it, and that verb's subject."""
    inside = parsed.at(span.start, span.end)
    number = next((n for n in inside if tokens[n].head not in inside), None)
    if number is None:
        return []
    for _ in range(_CLIMB):
        head = tokens[number].head
        if head == number:
            return []
        number = head
        if tokens[number].pos in _NOUNS:
            return [number]
        if tokens[number].pos in {"VERB", "AUX"}:
            near = range(max(0, number - _LONGEST), number)
            return [
                number,
                *(n for n in near if tokens[n].head == number and tokens[n].dep in _SUBJECTS),
            ]
    return []
