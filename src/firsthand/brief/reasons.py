"""Why a claim's lower count is not higher, in one line that names each body once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from firsthand.brief.wording import listed
from firsthand.domain import ArticleId, ClaimFinding, Merge

__all__ = ["why_not_more"]

_NO_BASIS = {"states no basis of its own", "neither states a basis of its own"}
_STATE = "organs of one state"
_UNNAMED = "both unnamed: may be the same people"


def why_not_more(finding: ClaimFinding, letter: Mapping[ArticleId, str]) -> str:
    """Say why independence is not shown for all origins of a claim.

    Stated dependences come first, each with the article that states it; then organs of one
    state, unnamed people, and all bodies that give no basis in one clause.

    Returns:
        Clauses divided by "; ", without a full stop; empty when nothing was merged.
    """
    told: list[str] = []
    for merge in finding.merges:
        feature = merge.reason.feature
        if feature in {*_NO_BASIS, _STATE, _UNNAMED}:
            continue
        codes = sorted({letter.get(passage.article, "?") for passage in merge.reason.evidence})
        told.append(f"{merge.a}: {feature}" + (f" [{', '.join(codes)}]" if codes else ""))
    state = _names(merge for merge in finding.merges if merge.reason.feature == _STATE)
    if state:
        told.append(f"{listed(state)} are organs of one state")
    unnamed = _names(merge for merge in finding.merges if merge.reason.feature == _UNNAMED)
    if unnamed:
        told.append(f"{listed(unnamed)} are unnamed and may be the same people")
    bare = _bare(finding.merges)
    if bare:
        told.append(
            f"{listed(bare)} give no basis of their own"
            if len(bare) > 1
            else f"{bare[0]} gives no basis of its own"
        )
    return "; ".join(dict.fromkeys(told))


def _names(merges: Iterable[Merge]) -> list[str]:
    """Both names of every merge, each once, sorted."""
    return sorted({name for merge in merges for name in (merge.a, merge.b)})


def _bare(merges: tuple[Merge, ...]) -> list[str]:
    """The bodies that give no basis; both of a pair in which nobody does."""
    found = set()
    for merge in merges:
        if merge.reason.feature in _NO_BASIS:
            found.add(merge.a)
            if merge.reason.feature.startswith("neither"):
                found.add(merge.b)
    return sorted(found)
