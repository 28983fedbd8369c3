"""Find time expressions and resolve them, as far as the text and its publication day allow.

Types and values are those of TIMEX3 (Pustejovsky et al. 2003). The method is rules over words and
the parse, after the manner of HeidelTime (Strötgen and Gertz 2010), written anew: atoms are
recognised, joined, and resolved against the publication day by the tense of the governing verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.domain import Sentence, Token, When
from firsthand.text.quotation import quotations
from firsthand.text.tense import Parsed
from firsthand.text.timex import day_of
from firsthand.text.when_atoms import in_lower_case
from firsthand.text.when_dateline import day_of_writing
from firsthand.text.when_events import from_events, hung_on
from firsthand.text.when_sentence import Found, Reader
from firsthand.text.when_words import WhenWords, known_languages, when_words

__all__ = ["times_in"]

_FIRST_YEAR, _LAST_YEAR = 1000, 9000
"""A publication day outside these years is a slip of the page, and no calendar to count in."""


def times_in(
    text: str,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    *,
    published: str | None,
    dateline: str | None = None,
    language: str = "en",
    ends_apart: bool = False,
    words: WhenWords | None = None,
) -> tuple[When, ...]:
    """The time expressions of `text`, resolved, in reading order, not overlapping.

    Never more precise than the text: "in August" is a month, "late on Monday" half of that day. A
    weekday or a date without a year is the nearest one on the side that the tense of its verb
    points to; the publication weekday itself is that day. "Today" between quotation marks is the
    day on which it was said, where the sentence dates the saying ("… today," she said on Monday).
    What hangs on the publication day is `anchored`, and has no value where no such day is known.

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
        words: The words for times of a language that does not come with the package.

    Returns:
        One `When` an expression, ranges joined; empty when the text names no time, and
        in a language whose words for times are not known.
    """
    if words is None:
        code = language.partition("-")[0].lower()
        if code not in known_languages():
            return ()
        words = when_words(code)
    today = day_of(published)
    if today is not None and not _FIRST_YEAR <= today.year <= _LAST_YEAR:
        today = None
    written = day_of_writing(text, sentences, published=today, dateline=dateline, words=words)
    parsed = Parsed(text, tokens, words)
    reader = Reader(
        text=text,
        lower=in_lower_case(text),
        parsed=parsed,
        words=words,
        quoted=quotations(text),
        today=written or today,
        by_dateline=written is not None,
        ends_apart=ends_apart,
    )
    found: list[Found] = []
    for number, sentence in enumerate(sentences):
        found += reader.read(number, sentence)
    hung = {
        place: event
        for place, one in enumerate(found)
        if (event := hung_on(text, one.expression, tokens, parsed, words)) is not None
    }
    times = from_events(hung, [one.when for one in found], tokens, parsed)
    return tuple(sorted(times, key=lambda when: when.span))
