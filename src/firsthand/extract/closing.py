"""The end of every road to an article: what was cut, weighed and read of it becomes one record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.domain import Article, ArticleId, Capture, DateBasis, Evidence, Fact, Field, digest
from firsthand.extract.fusion import Fused
from firsthand.extract.parts import Text
from firsthand.extract.provenance import Provenance

__all__ = ["Own", "closed", "stated_facts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What each kind of capture settles in its own way."""

    title: str | None
    outlet: str | None
    language: str
    evidence: tuple[Evidence, ...]
    issuer: str | None = None
    dateline: str | None = None
    wire: str | None = None
    notice: str | None = None
    credits: Sequence[str] = ()
    corrections: Sequence[str] = ()


def stated_facts(capture: Capture) -> tuple[Fact, ...]:
    """What stands about a capture before its text is read, the recorded address first."""
    if capture.url is None:
        return capture.facts
    recorded = Fact(field=Field.URL, value=capture.url, source="recorded")
    return (recorded, *(fact for fact in capture.facts if fact != recorded))


def closed(capture: Capture, cut: Text, told: Fused, says: Provenance, own: Own) -> Article:
    """Make the article.

    Args:
        capture: What was read.
        cut: Its text, with what was left out of it.
        told: The facts about it, weighed.
        says: What its text says of where it comes from.
        own: What is settled apart from these.
    """
    return Article(
        id=ArticleId(digest("a", own.outlet, own.title, told.published, cut.text)),
        item=capture.item,
        text=cut.text,
        zones=cut.zones,
        raw_text=cut.raw_text,
        furniture=cut.furniture,
        kept=cut.kept,
        sha256=capture.sha256,
        fetched_at=capture.fetched_at,
        url=told.url,
        outlet=own.outlet,
        outlet_basis=told.outlet_basis,
        title=own.title,
        authors=told.authors,
        byline=told.byline,
        issuer=own.issuer,
        published=told.published,
        published_basis=DateBasis.STATED if told.published else DateBasis.UNKNOWN,
        published_bound=told.published_bound,
        updated=told.updated,
        language=own.language,
        dateline=own.dateline or told.dateline,
        syndicated=says.syndicated,
        relayed_from=says.relayed_from,
        wire=own.wire,
        notice=own.notice,
        credits=tuple(dict.fromkeys(own.credits)),
        corrections=tuple(dict.fromkeys(own.corrections)),
        section=told.section,
        paywalled=told.paywalled,
        evidence=own.evidence,
        reasons=(*says.reasons, *told.reasons),
    )
