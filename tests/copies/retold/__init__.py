"""Invented texts, told over and translated, with reports of people who were there themselves."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from firsthand.domain import Article
from firsthand.extract.plain import plain_article

__all__ = ["Case", "cases"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One text."""

    event: str
    name: str
    """``wire``, ``reworded …``, ``translated``, or ``own …`` for a report that goes back to nobody."""

    article: Article

    @property
    def own(self) -> bool:
        """Whether it is its reporter's own."""
        return self.name.startswith("own")


def cases(*events: str) -> tuple[Case, ...]:
    """The texts of the events named, or of all, in the order of their files."""
    found = []
    for path in sorted(Path(__file__).parent.glob("*.toml")):
        if events and path.stem not in events:
            continue
        for index, row in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["text"]):
            article = plain_article(
                f"{row['title']}\n\n{row['text'].strip()}",
                item=f"{path.stem}-{index}",
                outlet=row["outlet"],
                title=row["title"],
                published=row["published"],
            )
            found.append(
                Case(
                    event=path.stem,
                    name=row["name"],
                    article=replace(article, language=row["language"]),
                )
            )
    return tuple(found)
