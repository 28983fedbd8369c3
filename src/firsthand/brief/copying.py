"""Lines on what copies have otherwise than the text copied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from firsthand.brief.crediting import unseen
from firsthand.brief.wording import clipped, listed, plural, short_name
from firsthand.domain import (
    Article,
    ArticleId,
    CopyChange,
    CopyEditKind,
    CopyLink,
    CopyRelation,
    Findings,
    Line,
    Passage,
    SettledStory,
)
from firsthand.text.dateline import dateline_end
from firsthand.text.folding import fold

__all__ = ["changed_in_copying", "told_apart"]

_ORDER = (CopyEditKind.NUMBER, CopyEditKind.DATE, CopyEditKind.NEGATION, CopyEditKind.NAME)
_MOST = 14
"""Lines printed; what is left out is counted in the last one."""

_CLAUSE = 110

Letters = Mapping[ArticleId, str]


def changed_in_copying(
    settled: SettledStory, findings: Findings, letter: Letters
) -> Iterable[Line]:
    """Say what copies have otherwise than the text copied, the gravest first.

    One line stands for all copies that have the same words in the same place.
    """
    articles = {reading.article.id: reading.article for reading in settled.readings}
    links = {(link.original, link.copy): link for link in settled.links}
    alike: dict[tuple[str | int, ...], list[CopyChange]] = {}
    for change in findings.copy_changes:
        alike.setdefault(_key(change, settled, articles), []).append(change)
    groups = [alike[key] for key in sorted(alike, key=lambda key: (key[0], alike[key][0].a))]
    for same in groups[:_MOST]:
        link = links[same[0].original, same[0].copy]
        yield _line(same, link, settled, articles, letter)
    left = groups[_MOST:]
    if left:
        yield Line(
            text=f"and {plural(len(left), 'more change')}, in the JSON",
            citations=tuple(same[0].b for same in left),
        )


def _key(
    change: CopyChange, settled: SettledStory, articles: Mapping[ArticleId, Article]
) -> tuple[str | int, ...]:
    """What changes have in common that one line tells of.

    Copies of a known text: the place in it and the words of the copies. Printings of one text of
    which none is known to be the first: the clause around, and the two ways of putting it.
    """
    order = _ORDER.index(change.edit.kind)
    had, has = (_words(change, end, articles) for end in "ab")
    if change.directed:
        at = change.edit.a or change.a.span
        return order, change.original, at.start, at.end, has
    group = next((one.id for one in settled.groups if change.original in one.articles), "")
    clause = fold(_clause(change.a, articles[change.original])).replace(had, "")
    return order, group, clause, *sorted((had, has))


def _words(change: CopyChange, end: str, articles: Mapping[ArticleId, Article]) -> str:
    """The words that differ, folded; the clause where one text has none."""
    article, passage, edit = (
        (change.original, change.a, change.edit.a)
        if end == "a"
        else (change.copy, change.b, change.edit.b)
    )
    whole = change.edit.a is None or change.edit.b is None
    span = passage.span if whole or edit is None else edit
    return fold(span.of(articles[article].text))


def told_apart(findings: Findings) -> frozenset[tuple[Passage, Passage]]:
    """The pairs of passages that `changed_in_copying` tells of: no line need tell of them again."""
    return frozenset(
        ends for one in findings.copy_changes for ends in ((one.a, one.b), (one.b, one.a))
    )


def _line(
    same: list[CopyChange],
    link: CopyLink,
    settled: SettledStory,
    articles: Mapping[ArticleId, Article],
    letter: Letters,
) -> Line:
    """One change, with both clauses and the copies that have it."""
    first = same[0]
    had, has = (_clause(passage, articles[passage.article]) for passage in (first.a, first.b))
    whose = _whose(first.original, settled, articles)
    part = "a passage of " if link.relation is not CopyRelation.WHOLE else ""
    if first.directed:
        codes = f"{'; '.join(_codes({one.copy for one in same}, letter))}/{letter.get(first.original, '?')}"
        takers = listed([_possessive(_name(articles[one.copy])) for one in same])
        copies = "copy" if len(same) == 1 else "copies"
        verb = "has" if len(same) == 1 else "have"
        text = f"{takers} {copies} of {part}{whose} {verb} “{has}” where that has “{had}” [{codes}]"
    else:
        one_way = _words(first, "a", articles)
        sides: dict[bool, set[ArticleId]] = {True: set(), False: set()}
        for change in same:
            turned = _words(change, "a", articles) != one_way
            sides[not turned].add(change.original)
            sides[turned].add(change.copy)
        codes, others = ("; ".join(_codes(sides[way], letter)) for way in (True, False))
        if not _unseen_wire(first.original, settled):
            part, whose = "", "one passage" if part else "one text"
        text = f"Printings of {part}{whose} differ: “{had}” [{codes}], “{has}” [{others}]"
    return Line(
        text=text,
        citations=tuple(dict.fromkeys(p for one in same for p in (one.a, one.b))),
        aside=str(first.edit.kind),
    )


def _codes(names: set[ArticleId], letter: Letters) -> list[str]:
    return sorted(letter.get(name, "?") for name in names)


def _clause(passage: Passage, article: Article) -> str:
    """The words at `passage` on one line, without a dateline."""
    words = passage.span.of(article.text)
    return clipped(words[dateline_end(words) :], at_most=_CLAUSE)


def _whose(
    original: ArticleId, settled: SettledStory, articles: Mapping[ArticleId, Article]
) -> str:
    """Whose text was copied: "the Meridian Wire text"."""
    wire = _unseen_wire(original, settled)
    return f"the {short_name(wire) if wire else _name(articles[original])} text"


def _unseen_wire(article: ArticleId, settled: SettledStory) -> str | None:
    """Whose text an article prints, where that is not in the collection."""
    return next((wire for wire, _, copies in unseen(settled) if article in copies), None)


def _name(article: Article) -> str:
    """An outlet as lines name it; the input's file where no outlet is known."""
    return short_name(article.outlet or article.item.rstrip("/").rpartition("/")[2] or article.item)


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"
