"""Count what a brief holds, once, so that every form of it prints the same figures."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.brief.copying import told_apart
from firsthand.brief.dating import order_of
from firsthand.domain import Brief, DateBasis, DiscrepancyState, OriginKind, Status

__all__ = ["Tally", "tally"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The figures of a brief's headline."""

    articles: int
    texts: int
    """Copy groups: whole copies of one text count once."""

    origins: int
    """Distinct origins, by name, over all claims and sides."""

    own_witness: int
    """Those among them that are outlets which say that they saw, heard, counted or obtained."""

    contradictions: int
    """Discrepancies still open between accounts. What a copy has otherwise than the text copied is
    none: it is told under "changed in copying"."""

    shifts: int
    """Claims on which a party came round (conceded) or that were taken back (retracted)."""

    rejected: int
    first: str | None
    """Earliest publication time that an article states; an inferred one only where none is stated."""

    last: str | None
    """Latest publication or update time, by the same rule."""

    last_stated: bool
    """Whether `last` is stated by an article rather than inferred."""


def tally(brief: Brief) -> Tally:
    """Count `brief`. Articles that are in no copy group count as a text each."""
    articles = [reading.article for reading in brief.settled.readings]
    grouped = {article for group in brief.settled.groups for article in group.articles}
    alone = sum(article.id not in grouped for article in articles)
    origins = {
        (origin.name, origin.kind) for one in brief.findings.claims for origin in one.origins
    }
    known = [article for article in articles if article.published is not None]
    stated = [article for article in known if article.published_basis is DateBasis.STATED]
    dated = stated or known
    began = sorted((one.published for one in dated if one.published is not None), key=order_of)
    changed = (one.updated or one.published for one in dated)
    ended = sorted((date for date in changed if date is not None), key=order_of)
    misprints = told_apart(brief.findings)
    return Tally(
        articles=len(articles),
        texts=len(brief.settled.groups) + alone,
        origins=len({name for name, _ in origins}),
        own_witness=len({name for name, kind in origins if kind is OriginKind.OUTLET}),
        contradictions=sum(
            one.state is DiscrepancyState.OPEN and (one.a, one.b) not in misprints
            for one in brief.findings.discrepancies
        ),
        shifts=sum(
            one.status in {Status.CONCEDED, Status.RETRACTED} for one in brief.findings.claims
        ),
        rejected=len(brief.rejected),
        first=began[0] if began else None,
        last=ended[-1] if ended else None,
        last_stated=bool(stated),
    )
