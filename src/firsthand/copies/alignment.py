"""Passages that stand in two texts: seeds of three words, joined along diagonals."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from firsthand.domain import Article, Span, ZoneKind
from firsthand.text.shingles import WIDTH, Codes, Words, shingles, words
from firsthand.text.terms import quoted_words

__all__ = ["Run", "Worded", "body_words", "is_changed", "runs", "worded"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Worded:
    """An article with the words of its body, ready to be laid beside others."""

    article: Article
    words: Words
    codes: Codes
    """Shingle codes by first word."""

    quoted: npt.NDArray[np.bool_]
    """For each word, whether it stands between quotation marks."""

    paragraphs: tuple[tuple[int, int], ...]
    """First word and word after the last of each paragraph that is not headline."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Run:
    """A stretch of words that stands in both texts, with small differences inside."""

    a: int
    a_end: int
    b: int
    b_end: int
    """Word indices, end exclusive."""

    equal: int
    """Words in it that are the same, in order."""


def body_words(article: Article) -> Words:
    """The words of everything but the headline: newsrooms write their own headlines."""
    return words(article.text, _body(article))


def _body(article: Article) -> list[Span]:
    return [zone.span for zone in article.zones if zone.kind is not ZoneKind.HEADLINE]


def worded(article: Article) -> Worded:
    """Cut an article's body into words and paragraphs."""
    found = body_words(article)
    paragraphs = []
    for span in _body(article):
        first = int(np.searchsorted(found.starts, span.start))
        last = int(np.searchsorted(found.starts, span.end))
        if last > first:
            paragraphs.append((first, last))
    return Worded(
        article=article,
        words=found,
        codes=shingles(found.folded),
        quoted=quoted_words(article.text, found),
        paragraphs=tuple(paragraphs),
    )


def runs(a: Worded, b: Worded, *, shortest: int = 7, gap: int = 6, busiest: int = 4) -> list[Run]:
    """Find the runs that stand in both texts, ascending by place in `a`, not overlapping in either.

    Args:
        a: One text.
        b: The other.
        shortest: Fewest equal words of a run. Below seven, stock phrases ("told reporters at the
            White House on") are runs.
        gap: Most words between two pieces that are still one run with an edit inside.
        busiest: A shingle that occurs more often in either text seeds nothing.
    """
    pieces = _pieces(_seeds(a.codes, b.codes, busiest))
    joined = _joined(pieces, gap)
    return _without_overlaps([run for run in joined if run.equal >= shortest])


def _seeds(a: Codes, b: Codes, busiest: int) -> list[tuple[int, int]]:
    common, counts_a = np.unique(a[np.isin(a, b)], return_counts=True)
    common = common[counts_a <= busiest]
    places: dict[int, list[int]] = defaultdict(list)
    for place in np.flatnonzero(np.isin(b, common)).tolist():
        places[int(b[place])].append(place)
    return [
        (place, other)
        for place in np.flatnonzero(np.isin(a, common)).tolist()
        if len(others := places[int(a[place])]) <= busiest
        for other in others
    ]


def _pieces(seeds: list[tuple[int, int]]) -> list[Run]:
    pieces: list[Run] = []
    start = last = diagonal = None
    for shift, place in sorted((j - i, i) for i, j in seeds):
        if shift == diagonal and last is not None and place <= last + WIDTH:
            last = place
            continue
        if start is not None and last is not None and diagonal is not None:
            pieces.append(_piece(start, last, diagonal))
        start, last, diagonal = place, place, shift
    if start is not None and last is not None and diagonal is not None:
        pieces.append(_piece(start, last, diagonal))
    return sorted(pieces)


def _piece(start: int, last: int, diagonal: int) -> Run:
    end = last + WIDTH
    return Run(a=start, a_end=end, b=start + diagonal, b_end=end + diagonal, equal=end - start)


def _joined(pieces: list[Run], gap: int) -> list[Run]:
    done: list[Run] = []
    live: list[Run] = []
    for piece in pieces:
        still: list[Run] = []
        best = None
        for run in live:
            if piece.a > run.a_end + gap:
                done.append(run)
                continue
            still.append(run)
            forward_a, forward_b = piece.a - run.a_end, piece.b - run.b_end
            if (
                forward_a > -WIDTH
                and -WIDTH < forward_b <= gap
                and piece.a > run.a
                and piece.b > run.b
            ):
                cost = abs(forward_a) + abs(forward_b)
                if best is None or cost < best[0]:
                    best = (cost, run)
        if best is None:
            still.append(piece)
        else:
            run = best[1]
            still.remove(run)
            overlap = max(0, run.a_end - piece.a, run.b_end - piece.b)
            still.append(
                Run(
                    a=run.a,
                    a_end=max(run.a_end, piece.a_end),
                    b=run.b,
                    b_end=max(run.b_end, piece.b_end),
                    equal=run.equal + max(0, piece.equal - overlap),
                )
            )
        live = still
    return sorted(done + live)


def _without_overlaps(found: list[Run]) -> list[Run]:
    kept: list[Run] = []
    taken_a: list[Span] = []
    taken_b: list[Span] = []
    for run in sorted(found, key=lambda run: (-run.equal, run)):
        a, b = Span(run.a, run.a_end), Span(run.b, run.b_end)
        if any(a.overlaps(other) for other in taken_a) or any(
            b.overlaps(other) for other in taken_b
        ):
            continue
        kept.append(run)
        taken_a.append(a)
        taken_b.append(b)
    return sorted(kept)


def is_changed(a: Worded, b: Worded, run: Run) -> bool:
    """Whether the run's numbers or names differ between the two texts."""
    return _telling(a, run.a, run.a_end) != _telling(b, run.b, run.b_end)


def _telling(text: Worded, first: int, last: int) -> list[str]:
    """Numbers, and capitalised words that do not begin a sentence, in order of spelling."""
    found = []
    raw = text.article.text
    for index in range(first, last):
        start = int(text.words.starts[index])
        word = text.words.folded[index]
        opens = raw[max(0, start - 8) : start].rstrip(" \"“‘'(\n")[-1:] in {"", ".", "!", "?", ":"}
        if any(letter.isdigit() for letter in word) or (raw[start].isupper() and not opens):
            found.append(word)
    return sorted(found)
