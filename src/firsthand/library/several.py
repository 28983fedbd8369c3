"""Copies and stories among texts that are at hand as strings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from firsthand.domain import Article, ArticleId, CopyGroup, CopyLink, Story, ZoneKind, digest
from firsthand.errors import UsageError
from firsthand.library.paragraphs import Paragraphs, divided
from firsthand.tables.languages import language_code
from firsthand.text.surrogates import writable
from firsthand.text.timex import day_of

__all__ = ["FoundCopies", "FoundStories", "Given", "find_copies", "find_stories"]

Given = str | Mapping[str, str | None] | Article
"""A text; a text with what is known of it, under the keys ``text``, ``title``, ``outlet``,
``published``, ``language``; or an article, as `firsthand.domain` has it."""

_KEYS = ("text", "title", "outlet", "published", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCopies:
    """What the texts share."""

    texts: tuple[Article, ...]
    """What was handed in, in that order, with whose text it says it is; links and groups name them
    by `Article.id`."""

    links: tuple[CopyLink, ...]
    """Sorted by original and copy; of a text copied many times, one for each copy."""

    groups: tuple[CopyGroup, ...]
    """Texts that are one text; every text is in exactly one."""

    def text(self, article: ArticleId) -> Article:
        """The text that a link or group names.

        Raises:
            KeyError: None of them has that id.
        """
        return _named(self.texts, article)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStories:
    """Which texts tell of one event."""

    texts: tuple[Article, ...]
    """What was handed in, in that order; stories name them by `Article.id`."""

    stories: tuple[Story, ...]
    """Every text is in exactly one."""

    groups: tuple[CopyGroup, ...]
    """Texts that are one text: what was compared is these."""

    def text(self, article: ArticleId) -> Article:
        """The text that a story names.

        Raises:
            KeyError: None of them has that id.
        """
        return _named(self.texts, article)


def find_copies(texts: Iterable[Given], *, paragraphs: Paragraphs = "blank") -> FoundCopies:
    """Say which texts are copies of one another, share passages, or quote the same utterance.

    Whole copies, reused blocks and shared quotations are three relations; only the first makes two
    texts one. Which text was there first is said where a credit, a dateline, the words or the
    dates tell, and never guessed.

    Args:
        texts: In any order and any language. Spans of links are code points into these texts, end
            exclusive.
        paragraphs: What divides paragraphs: ``blank`` lines, or each ``line`` end.

    Returns:
        Links and groups; none of them depends on the order of the texts.

    Raises:
        InputError: A text holds no words; it is named by its place, from 1.
        UsageError: Something handed in is no text, or has a key that is not known; all faults are
            listed.
    """
    from firsthand.copies import copy_groups, copy_links, with_second_look

    given = _articles(texts, paragraphs)
    ordered = sorted(given, key=lambda article: article.id)
    links = with_second_look(ordered, copy_links(ordered))
    return FoundCopies(texts=given, links=links, groups=tuple(copy_groups(ordered, links)))


def find_stories(texts: Iterable[Given], *, paragraphs: Paragraphs = "blank") -> FoundStories:
    """Put texts that tell of one event together.

    Copies of one text have one voice: `find_copies` is asked first.

    Args:
        texts: In any order. Dates of publication help to keep like events apart.
        paragraphs: What divides paragraphs: ``blank`` lines, or each ``line`` end.

    Returns:
        Stories, sorted by the id of their first text; none depends on the order of the texts.

    Raises:
        InputError: A text holds no words; it is named by its place, from 1.
        UsageError: Something handed in is no text, or has a key that is not known; all faults are
            listed.
    """
    from firsthand.stories import stories

    found = find_copies(texts, paragraphs=paragraphs)
    ordered = sorted(found.texts, key=lambda article: article.id)
    return FoundStories(
        texts=found.texts, stories=tuple(stories(ordered, found.groups)), groups=found.groups
    )


def _named(texts: tuple[Article, ...], wanted: ArticleId) -> Article:
    for one in texts:
        if one.id == wanted:
            return one
    raise KeyError(wanted)


def _articles(texts: Iterable[Given], paragraphs: Paragraphs) -> tuple[Article, ...]:
    """What was handed in as articles whose ids differ.

    Two texts that are the same to the letter are two articles: the second one's id is made of the
    first one's and its number.
    """
    if isinstance(texts, str | Mapping):
        raise UsageError("texts are handed in as a list of them, not as one text")
    given = list(texts)
    faults = [fault for number, one in enumerate(given, start=1) for fault in _faults(number, one)]
    if paragraphs not in {"blank", "line"}:
        faults.append(f"paragraphs={paragraphs!r} is neither 'blank' nor 'line'")
    if faults:
        raise UsageError(*faults)
    seen: Counter[ArticleId] = Counter()
    found = []
    for number, one in enumerate(given, start=1):
        article = _article(number, one, paragraphs)
        seen[article.id] += 1
        if seen[article.id] > 1:
            name = ArticleId(digest("a", article.id, seen[article.id]))
            article = replace(article, id=name)
        found.append(article)
    return tuple(found)


def _article(number: int, one: Given, paragraphs: Paragraphs) -> Article:
    """One of the texts; its language is told from its letters where it is not given."""
    from firsthand.extract import plain_article
    from firsthand.extract.language import language_of

    if isinstance(one, Article):
        return one
    known: Mapping[str, str | None] = {"text": one} if isinstance(one, str) else one
    text = writable(known["text"] or "")
    article = plain_article(
        text,
        item=f"text {number}",
        published=known.get("published"),
        title=known.get("title"),
        outlet=known.get("outlet"),
        language=language_code(known.get("language")) or language_of(text),
    )
    return divided(_credited(article), by=paragraphs)


def _credited(article: Article) -> Article:
    """The article with whose text its dateline, byline or notice says it is."""
    from firsthand.extract.provenance import provenance_of

    body = [
        zone.span.of(article.text) for zone in article.zones if zone.kind is not ZoneKind.HEADLINE
    ]
    told = provenance_of(body, (), outlet=article.outlet)
    return replace(
        article,
        syndicated=told.syndicated,
        relayed_from=told.relayed_from,
        wire=told.wire,
        notice=told.notice,
        dateline=told.dateline,
        reasons=told.reasons,
    )


def _faults(number: int, one: object) -> list[str]:
    """What is wrong with one of the things handed in."""
    if isinstance(one, Article | str):
        return []
    if not isinstance(one, Mapping):
        hint = ": decode it first" if isinstance(one, bytes | bytearray) else ""
        return [f"text {number} is a {type(one).__name__}{hint}; a text is a str or a dict"]
    faults = [
        f"text {number}: {key!r} is not known; keys are {', '.join(_KEYS)}"
        for key in one
        if key not in _KEYS
    ]
    faults += [
        f"text {number}: {key} is a {type(one[key]).__name__}, not a str"
        for key in _KEYS
        if one.get(key) is not None and not isinstance(one[key], str)
    ]
    if not faults and one.get("text") is None:
        faults.append(f"text {number} has no 'text'")
    published, language = one.get("published"), one.get("language")
    if isinstance(published, str) and day_of(published) is None:
        faults.append(
            f"text {number}: published={published!r} is no ISO 8601 day: write it as 2026-03-20"
        )
    if isinstance(language, str) and language_code(language) is None:
        faults.append(f"text {number}: language={language!r} is no ISO 639 code: English is 'en'")
    return faults
