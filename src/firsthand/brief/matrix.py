"""The claim × origin matrix: who carries what, and how directly."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.brief.citing import Citing
from firsthand.domain import ArticleId, Brief, ClaimFinding, ClaimKind, Origin, Passage, Side

__all__ = ["Carrier", "Cell", "Column", "Matrix", "Row", "matrices"]

_WHOLE = 14
"""With this many claims or fewer, one matrix shows them all."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """An article, or several that are one text, that carry a claim or an origin."""

    letter: str
    outlets: tuple[str, ...]
    copies: int
    """How many articles are folded into this one, itself included."""

    passage: Passage | None = None
    """Where it puts the claim; None in a column's head."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One origin's part in one claim."""

    glyph: str
    word: str
    carriers: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One origin with the outlets that carry it."""

    name: str
    kind: str
    carriers: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One claim with a cell for each column; None where the origin is silent."""

    finding: ClaimFinding
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows and columns that belong together."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def matrices(brief: Brief, cite: Citing) -> tuple[Matrix, ...]:
    """The matrix, or, where claims are many, one of shared claims and one of the rest.

    Columns stand by number of claims, then by name; rows by number of origins, in the order of the
    findings. Claims without any origin have no row here: the ledger of claims lists them.
    """
    findings = [one for one in brief.findings.claims if one.origins]
    if len(findings) <= _WHOLE:
        return (_matrix("All claims", findings, brief, cite),) if findings else ()
    shared = [one for one in findings if len(one.origins) > 1]
    single = [one for one in findings if len(one.origins) == 1]
    facts = [one for one in single if one.claim.kind in {ClaimKind.FACT, ClaimKind.FORECAST}]
    said = [one for one in single if one not in facts]
    parts = (
        ("Claims that several origins speak to", shared),
        ("Facts and forecasts with one origin", facts),
        ("Positions, judgements and demands with one origin", said),
    )
    return tuple(_matrix(title, part, brief, cite) for title, part in parts if part)


def _matrix(title: str, findings: Sequence[ClaimFinding], brief: Brief, cite: Citing) -> Matrix:
    """One matrix of the given claims and all their origins."""
    tally = Counter(origin.name for one in findings for origin in one.origins)
    names = sorted(tally, key=lambda name: (-tally[name], name))
    root = {article: group.id for group in brief.settled.groups for article in group.articles}
    firsts = frozenset(group.root for group in brief.settled.groups if group.root is not None)
    articles: dict[str, set[ArticleId]] = defaultdict(set)
    kinds: dict[str, str] = {}
    for one in findings:
        for origin in one.origins:
            articles[origin.name] |= set(origin.articles)
            kinds.setdefault(origin.name, origin.kind.value)
    columns = tuple(
        Column(name, kinds[name], _carriers(articles[name], {}, root, cite, firsts))
        for name in names
    )
    rows = []
    for one in sorted(findings, key=lambda finding: -len(finding.origins)):
        where: dict[ArticleId, Passage] = {}
        for mention in one.claim.mentions:
            where.setdefault(mention.passage.article, mention.passage)
        by_name = {origin.name: origin for origin in reversed(one.origins)}
        cells = tuple(
            _cell(by_name[name], where, root, cite, firsts) if name in by_name else None
            for name in names
        )
        rows.append(Row(one, cells))
    return Matrix(title, columns, tuple(rows))


def _cell(
    origin: Origin,
    where: dict[ArticleId, Passage],
    root: dict[ArticleId, str],
    cite: Citing,
    firsts: frozenset[ArticleId],
) -> Cell:
    """How one origin stands to one claim, and where."""
    if origin.side is Side.AGAINST:
        glyph, word = "✕", "denies"
    elif origin.side is Side.NO_POSITION:
        glyph, word = "–", "no position"
    elif origin.hedged:
        glyph, word = "◐", "hedged"
    elif origin.relays:
        glyph, word = "○", "relays"
    else:
        glyph, word = "●", "own"
    return Cell(glyph, word, _carriers(set(origin.articles), where, root, cite, firsts))


def _carriers(
    articles: set[ArticleId],
    where: dict[ArticleId, Passage],
    root: dict[ArticleId, str],
    cite: Citing,
    firsts: frozenset[ArticleId],
) -> tuple[Carrier, ...]:
    """Articles folded by copy group, the group's first text before its copies."""
    folded: dict[str, list[ArticleId]] = defaultdict(list)
    known = sorted((one for one in articles if one in cite.by_id), key=cite.letter)
    for article in known:
        folded[root.get(article, article)].append(article)
    for group in folded.values():
        group.sort(key=lambda article: (article not in firsts, cite.letter(article)))
    return tuple(
        Carrier(
            cite.letter(group[0]),
            tuple(dict.fromkeys(cite.outlet(article) for article in group)),
            len(group),
            next((where[article] for article in group if article in where), None),
        )
        for group in folded.values()
    )
