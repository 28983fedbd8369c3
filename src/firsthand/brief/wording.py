"""How findings are put into words: origins with their articles, counts, dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firsthand.domain import ArticleId, ClaimFinding, Independent, Origin, Side

__all__ = ["clipped", "counted", "named_origins", "plural"]


def plural(number: int, word: str, words: str | None = None) -> str:
    """A count with its noun: "1 text", "2 texts"."""
    return f"{number} {word if number == 1 else words or word + 's'}"


def clipped(text: str, *, at_most: int = 170) -> str:
    """`text` on one line, cut at a word with "…" where it is longer than `at_most`."""
    line = " ".join(text.split()).strip(" ,;:")
    if len(line) <= at_most:
        return line
    return line[: at_most - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def counted(independent: Independent, voices: int) -> str:
    """The count at the right of a line: "4 voices, 1-4 origins"."""
    low, high = independent.low, independent.high
    origins = plural(high, "origin") if low == high else f"{low}-{high} origins"
    return f"{plural(voices, 'voice')}, {origins}"


def named_origins(
    finding: ClaimFinding, letter: Mapping[ArticleId, str], *, side: Side = Side.FOR
) -> str:
    """The origins on one side, each with the articles that carry it and the relays between."""
    return ", ".join(_named(origin, letter) for origin in finding.origins if origin.side is side)


def _named(origin: Origin, letter: Mapping[ArticleId, str]) -> str:
    """One origin: "NATO [M, via AP; B]"."""
    codes = "; ".join(_codes(origin.articles, letter))
    via = f", via {', '.join(origin.relays)}" if origin.relays else ""
    hedged = ", hedged" if origin.hedged else ""
    return f"{origin.name} [{codes}{via}{hedged}]"


def _codes(articles: Sequence[ArticleId], letter: Mapping[ArticleId, str]) -> list[str]:
    """The letters of articles, sorted."""
    return sorted(letter[article] for article in articles if article in letter)
