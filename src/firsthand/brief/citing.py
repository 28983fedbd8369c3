"""Find an article by its id, its letter, and the words of a passage."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.domain import Article, ArticleId, Brief, Passage, Reading

__all__ = ["Citing", "citing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """The articles of one brief, ready to be cited."""

    articles: tuple[Article, ...]
    """In the order of their letters, as a reader meets them."""

    by_id: dict[ArticleId, Article]
    letters: dict[ArticleId, str]

    def quote(self, passage: Passage) -> str:
        """The words at `passage`, exactly as they stand in its article's text."""
        return passage.span.of(self.by_id[passage.article].text)

    def letter(self, article: ArticleId) -> str:
        """The letter by which `article` is cited."""
        return self.letters[article]

    def letters_of(self, passages: tuple[Passage, ...]) -> tuple[str, ...]:
        """The letters of the articles that `passages` point into, each once, in order of first use."""
        return tuple(dict.fromkeys(self.letters[passage.article] for passage in passages))

    def outlet(self, article: ArticleId) -> str:
        """The outlet's name; the input's file name where no outlet is known."""
        found = self.by_id[article]
        return found.outlet or found.item.rstrip("/").rpartition("/")[2] or found.item


def citing(brief: Brief) -> Citing:
    """Collect what is needed to cite the articles of `brief`.

    An article without a letter of its own gets ``#1``, ``#2`` and so on, in order of its id, so
    that it can never be taken for another.
    """
    readings: tuple[Reading, ...] = brief.settled.readings
    by_id = {reading.article.id: reading.article for reading in readings}
    letters = dict(brief.article_letters)
    unlettered = sorted(article for article in by_id if article not in letters)
    letters |= {article: f"#{number}" for number, article in enumerate(unlettered, start=1)}
    ordered = sorted(
        by_id.values(), key=lambda article: (len(letters[article.id]), letters[article.id])
    )
    return Citing(articles=tuple(ordered), by_id=by_id, letters=letters)
