"""Read the times of one text sentence by sentence, each against what has been told before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from firsthand.domain import Sentence, Span, When, ZoneKind
from firsthand.text.tense import Direction, Parsed
from firsthand.text.timex import day_of
from firsthand.text.when_atoms import atoms_in
from firsthand.text.when_bounds import bounds_of
from firsthand.text.when_clauses import direction_by_words
from firsthand.text.when_context import Context, Resolved
from firsthand.text.when_join import CLOCKS, DAYS, Expression, expressions, joins_of
from firsthand.text.when_memory import Told
from firsthand.text.when_reasons import reasons_of
from firsthand.text.when_resolve import resolved
from firsthand.text.when_words import WhenWords

__all__ = ["Found", "Reader"]

_LONGEST_LEAD = 32
"""Code points before an expression in which a word that leads to it is looked for."""

_ENDS = (".", "?", "!", ":", "…", '"', "”", "’")
_PUT_OFF = frozenset({"until", "till", "to", "through"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An expression with what it means."""

    expression: Expression
    when: When


@dataclass(slots=True, kw_only=True)
class Reader:
    """What the sentences of a text are read with."""

    text: str
    lower: str
    parsed: Parsed
    words: WhenWords
    quoted: Sequence[Span]
    today: date | None
    """The day that the text counts from."""

    by_dateline: bool
    ends_apart: bool
    told: Told = field(init=False)
    amounts: tuple[Span, bool] | None = field(init=False, default=None)
    """The sentence read last, and whether it sets amounts beside each other."""

    def __post_init__(self) -> None:
        self.told = Told(today=self.today)

    def read(self, number: int, sentence: Sentence) -> list[Found]:
        """The times of a sentence, those outside quotation marks first.

        "Today" between quotation marks is the day on which it was said, where the sentence says
        when that was ("… today," she said on Monday).
        """
        span = sentence.span
        atoms = list(atoms_in(self.text, self.lower, span.start, span.end, words=self.words))
        joined = expressions(self.text, atoms, self.parsed, since=span.start, words=self.words)
        found: list[Found] = []
        said: date | None = None
        for expression in sorted(joined, key=self._is_quoted):
            context = self._context(number, sentence, expression, said)
            meant = resolved(expression, context)
            if meant is None:
                continue
            saying = self._dates_saying(expression)
            for one, value in (
                _ends(expression, meant) if self.ends_apart else [(expression, meant)]
            ):
                when = _when(one, value, context, dates_saying=saying)
                found.append(Found(expression=one, when=when))
                past = context.ended or context.direction is Direction.PAST
                self.told.add(number, one, when, tells=past)
                if saying:
                    said = day_of((when.value or "")[:10]) or said
        if not any(_lacks_day(one) for one in found):
            return found
        days = {
            one.when.value[:10]: one.when
            for one in found
            if one.when.value and one.expression.atom(*DAYS) and day_of(one.when.value[:10])
        }
        if len(days) != 1:
            return found
        ((day, when),) = days.items()
        return [
            self._clocked(one, self._context(number, sentence, one.expression, None), day, when)
            if _lacks_day(one)
            else one
            for one in found
        ]

    def _context(
        self, number: int, within: Sentence, expression: Expression, said: date | None
    ) -> Context:
        """What an expression is resolved against."""
        joins, last, sentence = joins_of(self.words), self.told.last_day(number), within.span
        before = max(sentence.start, expression.start - _LONGEST_LEAD)
        lead = joins["lead"].search(self.text, before, expression.start)
        by = self.words.coded("lead", " ".join(lead.group(1).lower().split())) if lead else ""
        possessive = joins["possessive"].match(self.text, expression.end) is not None
        of_noun = self.parsed.is_of_noun(expression.span) or self._has_article(expression)
        direction = self._direction(sentence, expression, by)
        compares = (
            self._has_amounts(sentence)
            or joins["compared"].search(self.text, before, expression.start) is not None
        )
        spoken = said is not None and self._is_spoken(expression)
        if last is not None and self._is_out_of_time(last, direction):
            last = None
        return Context(
            published=said if spoken else self.today,
            direction=direction,
            by_dateline=self.by_dateline and not spoken,
            by=by,
            opens="" if possessive or of_noun else self._opens(expression, by, direction),
            possessive=possessive,
            of_noun=of_noun,
            in_headline=self._is_headline(within),
            on_verb=not (by or possessive or of_noun) and self.parsed.is_on_verb(expression.span),
            ended=joins["ended"].match(self.text, expression.end) is not None,
            weekdays=self.told.weekdays,
            last=last.value if last else None,
            last_anchored=last.anchored if last else False,
            last_month=self.told.last_month(number),
            period=self.told.period_at(number),
            compares=compares,
        )

    def _is_headline(self, sentence: Sentence) -> bool:
        """Whether a sentence is a headline.

        By its zone, or because it ends without a mark and is all in capitals or opens the text.
        """
        if sentence.zone is ZoneKind.HEADLINE:
            return True
        written = sentence.span.of(self.text).strip()
        opens = sentence.paragraph == 0 and "\n\n" in self.text[sentence.span.end :]
        return (opens or written.isupper()) and not written.endswith(_ENDS)

    def _is_out_of_time(self, told: When, direction: Direction) -> bool:
        """Whether a day told before lies ahead of the day of writing and the clause looks back.

        "He will appear next Monday. … The ship began to list at 9 p.m." was not at nine on Monday.
        """
        day = (told.value or "")[:10]
        ahead = self.today is not None and day_of(day) is not None and day > self.today.isoformat()
        return ahead and direction is Direction.PAST

    def _has_amounts(self, sentence: Span) -> bool:
        """Whether a sentence sets amounts beside each other; looked for once a sentence."""
        if self.amounts is None or self.amounts[0] != sentence:
            amounts = joins_of(self.words)["amounts"]
            found = amounts.search(self.text, sentence.start, sentence.end)
            self.amounts = (sentence, found is not None)
        return self.amounts[1]

    def _opens(self, expression: Expression, by: str, direction: Direction) -> str:
        """The preposition that may open a side.

        What "will not reopen until Friday" may do so then or later; what "did not reopen until
        Friday" did so on that day.
        """
        if expression.until is not None:
            return ""
        if by in {"until", "till", "before"} and self.parsed.is_denied(expression.span):
            return "" if direction is Direction.PAST else "not-before"
        return by

    def _has_article(self, expression: Expression) -> bool:
        """Whether a date stands behind an article, as it does before what it belongs to."""
        before = self.lower[max(0, expression.start - 4) : expression.start]
        return before == "the " and expression.atoms[0].kind in {"month-day", "weekday"}

    def _direction(self, sentence: Span, expression: Expression, by: str) -> Direction:
        """Where its clause lies; what is put off to a day lies ahead although its verb is past."""
        if not self.parsed.known:
            return direction_by_words(self.text, expression.span, sentence, self.words)
        deferring = self.words.cues.get("deferring", [])
        if by in _PUT_OFF and self.parsed.governor(expression.span) in deferring:
            return Direction.AHEAD
        return self.parsed.direction(expression.span)

    def _clocked(self, one: Found, context: Context, day: str, named: When) -> Found:
        """A clock time without a day, on the one day that the rest of its sentence names."""
        if self._is_out_of_time(named, context.direction):
            return one
        context = replace(context, last=day, last_anchored=named.anchored)
        meant = resolved(one.expression, context)
        if meant is None or meant.value is None:
            return one
        return replace(one, when=_when(one.expression, meant, context, dates_saying=False))

    def _is_quoted(self, expression: Expression) -> bool:
        at = bisect_right(self.quoted, expression.span.start, key=lambda span: span.start) - 1
        return at >= 0 and self.quoted[at].holds(expression.span)

    def _is_spoken(self, expression: Expression) -> bool:
        """Whether an expression is a speaker's "today": quoted, counted from the day of saying."""
        return expression.atom("day-word", "part") is not None and self._is_quoted(expression)

    def _dates_saying(self, expression: Expression) -> bool:
        """Whether an expression hangs on a verb of saying: it dates the report, not the event."""
        saying = self.words.cues.get("saying", [])
        return not self._is_quoted(expression) and self.parsed.governor(expression.span) in saying


def _lacks_day(one: Found) -> bool:
    """Whether it is a clock time of no known day."""
    clock = one.expression.atom(*CLOCKS) is not None and one.expression.atom(*DAYS) is None
    return clock and one.when.value is None


def _ends(expression: Expression, meant: Resolved) -> list[tuple[Expression, Resolved]]:
    """A range as its two ends, each with its half of the value; anything else as it is."""
    if expression.until is None:
        return [(expression, meant)]
    first, _, last = (meant.value or "").partition("/")
    opening = replace(expression, end=expression.atoms[-1].end, until=None)
    return [
        (opening, replace(meant, value=first or None)),
        (expression.until, replace(meant, value=last or None)),
    ]


def _when(expression: Expression, meant: Resolved, context: Context, *, dates_saying: bool) -> When:
    bounds = bounds_of(expression, meant, context)
    return When(
        span=expression.span,
        kind=meant.kind,
        value=meant.value,
        earliest=bounds.earliest,
        latest=bounds.latest,
        precision=bounds.precision,
        anchored=meant.anchored,
        reasons=reasons_of(expression, meant, context, dates_saying=dates_saying),
    )
