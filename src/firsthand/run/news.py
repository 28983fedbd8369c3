"""Carry the news plan out: captures in, one brief a story out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from firsthand.domain import (
    Article,
    ArticleId,
    Brief,
    Capture,
    CopyGroup,
    CopyLink,
    MadeWith,
    OutletBasis,
    Reading,
    Rejected,
    Story,
)
from firsthand.plan import NewsPlan, StoryInput, WriteBrief
from firsthand.run.intake import Taken
from firsthand.run.local import Local

__all__ = ["Outcome", "Rename", "briefs_of"]

Rename = Callable[[Sequence[Story], Sequence[Article], Sequence[CopyGroup]], Sequence[Story]]
"""Stories found among articles, these, and copy groups over them → the stories as they are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run gave.

    Every article found in the inputs is in a brief, an earlier version of one, or rejected.
    """

    briefs: tuple[Brief, ...]
    """Largest story first, then by id."""

    rejected: tuple[Rejected, ...]
    inputs: int
    """How many inputs were looked at: captures read and inputs refused."""

    articles: int
    """How many take part in the briefs: those that every stage could work on."""

    versions: int = 0
    """How many earlier versions of an article were found; each stands among its `revisions`."""


def briefs_of(
    found: Iterable[Capture | Taken | Rejected],
    plan: NewsPlan,
    executor: Local,
    *,
    as_of: str,
    made_with: MadeWith,
    rename: Rename | None = None,
) -> Outcome:
    """Run the plan over captures as they come.

    An article that a stage refuses takes no part in what compares articles: it is rejected, and
    nothing else.

    Args:
        found: Captures, as they are or with what was already extracted from them, and inputs
            that could not be read, in any order.
        plan: The stages.
        executor: What runs them; its rejects are part of the outcome.
        as_of: ISO 8601 moment of the run.
        made_with: Version, models and rules to print in each brief.
        rename: Gives the stories found among the articles as they are kept, under their ids.
    """
    captures, extracted, inputs = _sorted_out(found, executor)
    articles = _distinct(
        executor,
        [
            *extracted,
            *executor.each(plan.extract, captures, item_name=lambda capture: capture.item),
        ],
    )
    articles = list(executor.whole(plan.find_versions, articles))
    versions = sum(len(article.revisions) for article in articles)
    parsed = list(executor.each(plan.annotate, articles, item_name=lambda article: article.item))
    readings = {
        reading.article.id: reading
        for reading in executor.each(
            plan.attribute, parsed, item_name=lambda reading: reading.article.item
        )
    }
    articles = [article for article in articles if article.id in readings]
    links = tuple(executor.whole(plan.find_copies, articles))
    texts_and_links: list[Article | CopyLink] = [*articles, *links]
    groups = tuple(executor.whole(plan.group_copies, texts_and_links))
    texts_and_groups: list[Article | CopyGroup] = [*articles, *groups]
    stories = tuple(executor.whole(plan.find_stories, texts_and_groups))
    if rename is not None:
        stories = tuple(rename(stories, articles, groups))
    rejected = tuple(sorted(executor.rejected, key=lambda row: (row.item, row.stage)))
    inputs_of_stories = [
        _story_input(story, readings, links, groups, rejected) for story in stories
    ]
    briefs = executor.grouped(WriteBrief(as_of=as_of, made_with=made_with), inputs_of_stories)
    return Outcome(
        briefs=tuple(
            sorted(
                briefs,
                key=lambda brief: (-len(brief.settled.readings), brief.settled.story.id),
            )
        ),
        rejected=rejected,
        inputs=inputs,
        articles=len(articles),
        versions=versions,
    )


def _sorted_out(
    found: Iterable[Capture | Taken | Rejected], executor: Local
) -> tuple[list[Capture], list[Article], int]:
    """Captures to extract, articles extracted already, and how many inputs there were."""
    captures: list[Capture] = []
    articles: list[Article] = []
    count = executor.counts["extract"]
    inputs = 0
    for one in found:
        inputs += 1
        executor.progress("read", inputs, None)
        if isinstance(one, Capture):
            captures.append(one)
        elif isinstance(one, Rejected):
            executor.rejected.append(one)
        else:
            count.taken += 1
            count.given += len(one.articles)
            articles += one.articles
            if one.rejected is not None:
                count.rejected += 1
                executor.rejected.append(one.rejected)
    return captures, articles, inputs


_BASES = (OutletBasis.HOST, OutletBasis.PAGE, OutletBasis.CLAIMED)


def _distinct(executor: Local, articles: Iterable[Article]) -> list[Article]:
    """Keep one of articles that are the same in every field an id is made of; reject the others.

    The one kept is that whose outlet is best known, then the one with an address, then the one
    that most is said of: a page fetched from its host goes before the same words in a table.
    """
    same: dict[ArticleId, list[Article]] = {}
    for article in articles:
        same.setdefault(article.id, []).append(article)
    kept = []
    for alike in same.values():
        best = min(
            alike,
            key=lambda one: (
                _BASES.index(one.outlet_basis),
                one.url is None,
                -len(one.evidence),
            ),
        )
        kept.append(best)
        executor.rejected += (
            Rejected(
                item=one.item,
                stage="extract",
                reason=f"holds the same article as {best.item}",
                hint="nothing to do: the one of which most is known is used",
            )
            for one in alike
            if one is not best
        )
    return kept


def _story_input(
    story: Story,
    readings: dict[ArticleId, Reading],
    links: tuple[CopyLink, ...],
    groups: tuple[CopyGroup, ...],
    rejected: tuple[Rejected, ...],
) -> StoryInput:
    """Pick what belongs to the story; a copy group across stories is cut at the story's edge."""
    inside = set(story.articles)
    cut = []
    for group in groups:
        kept = tuple(article for article in group.articles if article in inside)
        if kept:
            root = group.root if group.root in inside else (kept[0] if len(kept) == 1 else None)
            cut.append(CopyGroup(id=group.id, articles=kept, root=root, wire=group.wire))
    return StoryInput(
        story=story,
        readings=tuple(readings[article] for article in sorted(inside) if article in readings),
        links=tuple(link for link in links if link.original in inside and link.copy in inside),
        groups=tuple(cut),
        rejected=rejected,
    )
