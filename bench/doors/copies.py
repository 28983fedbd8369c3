"""Copies: groups of whole copies, and beside them every pair with its relation."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

from bench.doors.corpora import articles, write
from firsthand.copies import copy_groups, copy_links
from firsthand.domain import CopyRelation

__all__ = ["predict"]


def predict(source: Path, target: Path) -> None:
    """Write `{id, cluster}` to `target` and `{a, b, relation}` to `target` + ``.pairs.jsonl``."""
    found = articles(source)
    names = {article.id: name for name, article in found.items()}
    links = copy_links(list(found.values()))
    groups = copy_groups(list(found.values()), links)
    write(
        target,
        (
            {"id": name, "cluster": group.id}
            for group in groups
            for name in sorted(n for n, article in found.items() if article.id in group.articles)
        ),
    )
    pairs = [
        {"a": names[one], "b": names[other], "relation": CopyRelation.WHOLE.value}
        for group in groups
        for one, other in combinations(group.articles, 2)
    ]
    pairs += [
        {"a": names[link.original], "b": names[link.copy], "relation": link.relation.value}
        for link in links
        if link.relation is not CopyRelation.WHOLE
    ]
    write(target.with_name(target.name + ".pairs.jsonl"), pairs)
