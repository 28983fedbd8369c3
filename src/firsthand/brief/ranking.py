"""Which finding comes first under a heading, and which passages a line about it cites."""

from __future__ import annotations

from firsthand.brief.wording import stands_alone
from firsthand.domain import ClaimFinding, Passage

__all__ = ["cited", "weight"]


def weight(finding: ClaimFinding) -> tuple[bool, int, int, int, str]:
    """Wordings that stand alone first, then most origins, most articles, order of the texts."""
    articles = {mention.passage.article for mention in finding.claim.mentions}
    return (
        not stands_alone(finding.claim.text),
        -finding.independent.high,
        -len(articles),
        -len(finding.claim.mentions),
        finding.claim.id,
    )


def cited(finding: ClaimFinding) -> tuple[Passage, ...]:
    """Where a claim is put; not where a copy of that has another number, date or name."""
    return tuple(
        mention.passage
        for mention in finding.claim.mentions
        if mention.passage not in finding.otherwise
    )
