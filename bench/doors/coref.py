"""Coreference of given mentions: within predicted stories of the texts that lie beside INPUT."""

from __future__ import annotations

from pathlib import Path

from bench.doors.corpora import articles, rows, write
from firsthand.annotate import Annotator
from firsthand.copies import copy_groups, copy_links
from firsthand.domain import ArticleId, Span, StoryId
from firsthand.stories import stories
from firsthand.stories.mentions import Named, chains

__all__ = ["predict"]


def predict(source: Path, target: Path) -> None:
    """Write `{id, cluster}` for each mention of `source` (``coref_X.mentions.jsonl.gz``).

    The texts are those of ``stories_X.docs.jsonl.gz`` in the same folder; without them each
    document is its own story.
    """
    mentions = list(rows(source))
    beside = source.name.replace("coref_", "stories_").replace(".mentions.", ".docs.")
    texts = source.with_name(beside)
    found = articles(texts) if texts != source and texts.is_file() else {}
    every = list(found.values())
    story_of: dict[ArticleId, StoryId] = {}
    if every:
        for story in stories(every, copy_groups(every, copy_links(every))):
            story_of.update(dict.fromkeys(story.articles, story.id))
    annotator = Annotator()
    wanted = {str(row["doc"]) for row in mentions}
    readings = {
        found[one].id: annotator.read_names(found[one]) for one in sorted(wanted & set(found))
    }
    named = [
        Named(
            id=str(row["id"]),
            article=found[row["doc"]].id if row["doc"] in found else ArticleId(str(row["doc"])),
            words=str(row["text"]),
            span=Span(row["start"], row["end"]) if row["doc"] in found else None,
            thing=row.get("kind", "event") != "event",
        )
        for row in mentions
    ]
    chain_of = chains(named, story_of, readings)
    write(target, ({"id": one, "cluster": chain} for one, chain in chain_of.items()))
