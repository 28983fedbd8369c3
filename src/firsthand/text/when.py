"""Find time expressions and resolve them, as far as the text and its publication day allow.

Types and values are those of TIMEX3 (Pustejovsky et al. 2003). The method is rules over words and
the parse, after the manner of HeidelTime (Strötgen and Gertz 2010), written anew: atoms are
recognised, joined, and resolved against the publication day by the tense of the governing verb.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from firsthand.domain import Sentence, Span, Token, When
from firsthand.text.quotation import quotations
from firsthand.text.tense import Direction, Parsed
from firsthand.text.timex import day_of
from firsthand.text.when_atoms import atoms_in, in_lower_case
from firsthand.text.when_bounds import bounds_of
from firsthand.text.when_clauses import direction_by_words
from firsthand.text.when_context import Context, Resolved
from firsthand.text.when_dateline import day_of_writing
from firsthand.text.when_events import Hung, from_events, hung_on
from firsthand.text.when_join import Expression, expressions, joins_of
from firsthand.text.when_memory import Told
from firsthand.text.when_reasons import reasons_of
from firsthand.text.when_resolve import resolved
from firsthand.text.when_words import known_languages, when_words

__all__ = ["times_in"]

_PUT_OFF = frozenset({"until", "till", "to", "through"})
_AMOUNTS = re.compile(r"[$£€¥%]|\d,\d{3}|\b(?:[mb]illion|percent|per\s+cent|cents?|pence)\b")
"""Signs that a sentence sets amounts beside each other, as reports of results do."""

_LONGEST_LEAD = 32
"""Code points before an expression in which a word that leads to it is looked for."""


def times_in(
    text: str,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    *,
    published: str | None,
    dateline: str | None = None,
    language: str = "en",
    ends_apart: bool = False,
) -> tuple[When, ...]:
    """The time expressions of `text`, resolved, in reading order, not overlapping.

    Never more precise than the text: "in August" is a month, "late on Monday" that day. A weekday
    or a date without a year is the nearest one on the side that the tense of its verb points to;
    the publication weekday itself is that day. "Today" between quotation marks is the day on which
    it was said, where the sentence dates the saying ("… today," she said on Monday). What hangs on the publication day is `anchored`,
    and has no value where `published` is None.

    Args:
        text: The article's text.
        tokens: Its parse; may be empty, then tenses are unknown.
        sentences: Its sentences.
        published: Publication date, ISO 8601, at least a full day to count as known.
        dateline: The dateline as the page gives it. The day in it, or in the one that opens the
            text, is the day that the text counts from, also where it was published later.
        language: Of the text, a code of ISO 639-1, with or without a region.
        ends_apart: Whether the two ends of a range ("from Monday to Friday") are two expressions,
            as TIMEX3 marks them.

    Returns:
        One `When` an expression, ranges joined; empty when the text names no time, and
        in a language whose words for times are not known.
    """
    code = language.partition("-")[0].lower()
    if code not in known_languages():
        return ()
    words = when_words(code)
    joins = joins_of(words)
    today = day_of(published)
    written = day_of_writing(text, sentences, published=today, dateline=dateline, words=words)
    today = written or today
    lower = in_lower_case(text)
    parsed = Parsed(text, tokens, words)
    quoted = quotations(text)
    found: list[When] = []
    hung: list[tuple[int, Hung]] = []
    told = Told(today=today)
    for number, sentence in enumerate(sentences):
        span = sentence.span
        atoms = list(atoms_in(text, lower, span.start, span.end, words=words))
        joined = expressions(text, atoms, parsed, since=span.start, words=words)
        compares = _AMOUNTS.search(text, span.start, span.end) is not None
        said: date | None = None
        for expression in sorted(joined, key=lambda one: _is_quoted(one, quoted)):
            last = told.last_day(number)
            before = max(span.start, expression.start - _LONGEST_LEAD)
            lead = joins["lead"].search(text, before, expression.start)
            by = words.coded("lead", " ".join(lead.group(1).lower().split())) if lead else ""
            possessive = joins["possessive"].match(text, expression.end) is not None
            owned = possessive or parsed.is_of_noun(expression.span)
            direction = (
                parsed.direction(expression.span)
                if parsed.known
                else direction_by_words(text, expression.span, span, words)
            )
            governor = parsed.governor(expression.span)
            if by in _PUT_OFF and governor in words.cues.get("deferring", []):
                direction = Direction.AHEAD
            context = Context(
                published=said if said and _is_spoken(expression, quoted) else today,
                direction=direction,
                by_dateline=written is not None,
                by=by,
                opens="" if owned or expression.until else _opens(by, direction),
                possessive=possessive,
                weekdays=told.weekdays,
                last=last.value if last else None,
                last_anchored=last.anchored if last else False,
                period=told.period_at(number),
                compares=compares
                or joins["compared"].search(text, before, expression.start) is not None,
            )
            meant = resolved(expression, context)
            if meant is None:
                continue
            saying = not _is_quoted(expression, quoted) and governor in words.cues.get("saying", [])
            over = joins["ended"].match(text, expression.end) is not None
            for one, value in _ends(expression, meant) if ends_apart else [(expression, meant)]:
                when = _when(one, value, context, dates_saying=saying)
                found.append(when)
                told.add(number, one, when, tells=over or direction is Direction.PAST)
            if saying:
                said = day_of((when.value or "")[:10]) or said
            event = hung_on(text, expression, tokens, parsed, words)
            if event is not None:
                hung.append((len(found) - 1, event))
    if hung:
        found = from_events(hung, found, tokens, parsed)
    return tuple(sorted(found, key=lambda when: when.span))


def _opens(by: str, direction: Direction) -> str:
    """The preposition, where it opens a side: "from" and "through" do in clauses that look ahead."""
    return "" if by in {"from", "through"} and direction is not Direction.AHEAD else by


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


def _is_quoted(expression: Expression, quoted: Sequence[Span]) -> bool:
    at = bisect_right(quoted, expression.span.start, key=lambda span: span.start) - 1
    return at >= 0 and quoted[at].holds(expression.span)


def _is_spoken(expression: Expression, quoted: Sequence[Span]) -> bool:
    """Whether an expression is a speaker's "today": quoted, and counted from the day of saying."""
    return expression.atom("day-word", "part") is not None and _is_quoted(expression, quoted)


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
