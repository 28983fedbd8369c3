"""Wire units: copy groups with the article that speaks for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from firsthand.domain import Article, ArticleId, CopyGroup

__all__ = ["Unit", "units"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Articles that are one text and have one voice."""

    speaker: ArticleId
    """The article that is compared: the copied one where it is here, else the fullest."""

    articles: tuple[ArticleId, ...]
    """Sorted."""


def units(articles: Mapping[ArticleId, Article], groups: Sequence[CopyGroup]) -> tuple[Unit, ...]:
    """The copy groups over `articles`, by first id; an article in none stands for itself."""
    found: list[Unit] = []
    seen: set[ArticleId] = set()
    for group in groups:
        members = tuple(sorted(one for one in set(group.articles) if one in articles))
        if not members:
            continue
        root = group.root if group.root in members else None
        speaker = root or _fullest([articles[one] for one in members])
        found.append(Unit(speaker=speaker, articles=members))
        seen.update(members)
    found += [Unit(speaker=one, articles=(one,)) for one in set(articles) - seen]
    return tuple(sorted(found, key=lambda unit: unit.articles))


def _fullest(members: Sequence[Article]) -> ArticleId:
    return min(members, key=lambda one: (one.title is None, -len(one.text), one.id)).id
