"""Stories: which articles tell of one event."""

from __future__ import annotations

from pathlib import Path

from bench.doors.corpora import articles, write
from firsthand.copies import copy_groups, copy_links
from firsthand.stories import stories

__all__ = ["predict"]


def predict(source: Path, target: Path) -> None:
    """Write `{id, cluster}` to `target`."""
    found = articles(source)
    every = list(found.values())
    told = stories(every, copy_groups(every, copy_links(every)))
    cluster = {article: story.id for story in told for article in story.articles}
    write(target, ({"id": name, "cluster": cluster[one.id]} for name, one in found.items()))
