"""What the stages could not do for an article, because they do not know its language."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.domain import Article, DateBasis, Note, Reading
from firsthand.tables.languages import UNKNOWN, language_name
from firsthand.text.when_words import known_languages

__all__ = ["language_notes"]

_WITHOUT_BLANKS = frozenset({"zh", "ja", "th", "lo", "km", "my"})
"""Languages that write no blanks between words: what is compared by words is compared by clauses."""

_ELSEWHERE = "; an account of the same event in another language may stand in another story"


def language_notes(readings: Sequence[Reading]) -> tuple[Note, ...]:
    """Say, stage by stage, what was and what was not done for articles that were not parsed.

    Nothing is said of an article in English: all stages know it.

    Returns:
        Three notes an article, in the order of `readings` and of the stages.
    """
    return tuple(
        Note(article=reading.article.id, stage=stage, text=text)
        for reading in readings
        if not reading.tokens
        for stage, text in _limits(reading.article)
    )


def _unmarked(language: str) -> str:
    """The layers that an article in `language` goes without."""
    if language.split("-", maxsplit=1)[0].lower() in known_languages():
        return "names, places, quantities and events"
    return "names, times, places, quantities and events"


def _limits(article: Article) -> tuple[tuple[str, str], ...]:
    language = language_name(article.language)
    if article.language == UNKNOWN:
        unread = "the language of this text could not be told, and the parser knows English"
    else:
        unread = f"the parser knows English, not {language}"
    undated = article.published_basis is DateBasis.UNKNOWN
    words = (
        f"in {language} only whole clauses, since it writes no blanks between words"
        if article.language in _WITHOUT_BLANKS
        else "by its words, whose rarity is counted in English news"
    )
    return (
        (
            "annotate",
            f"{unread}: {_unmarked(article.language)} of this article were not marked"
            + ("; no day of publication was looked for in its words" if undated else ""),
        ),
        (
            "attribute",
            "nobody's statements were looked for: that it supports and denies no claim is no finding",
        ),
        (
            "find stories",
            f"this article was compared with the others for copies and its story, {words}{_ELSEWHERE}",
        ),
    )
