"""Status and credibility ceiling of a claim, by the rules and nothing else."""

from __future__ import annotations

from firsthand.domain import Claim, ClaimKind, Grade, Independent, Origin, Side, Status

__all__ = ["grade_of", "status_of"]

_SUPPORTED = frozenset({ClaimKind.FACT, ClaimKind.FORECAST})


def status_of(
    claim: Claim,
    origins: tuple[Origin, ...],
    count: Independent,
    *,
    conceded: bool = False,
    withdrawn: bool = False,
) -> Status:
    """Say how far a claim's support goes.

    Only facts and forecasts get a support status. A withdrawal by the originator comes first;
    then anyone who is still against; then a party that denied and later affirms.
    """
    if claim.kind not in _SUPPORTED:
        return Status.ATTESTED
    if withdrawn:
        return Status.RETRACTED
    if any(origin.side is Side.AGAINST for origin in origins):
        return Status.DISPUTED
    if conceded:
        return Status.CONCEDED
    if count.high == 0:
        return Status.UNATTRIBUTED
    if count.low >= 2:
        return Status.CORROBORATED
    return Status.SEVERAL_VOICES if count.high >= 2 else Status.SINGLE_ORIGIN


def grade_of(status: Status, count: Independent) -> Grade:
    """Propose a ceiling for the Admiralty credibility digit; the analyst decides.

    Never 1 or 5: confirmation and improbability are judgements on the world, not on the texts.
    """
    if status in {Status.ATTESTED, Status.UNATTRIBUTED}:
        return Grade(ceiling=6, rule="no support to judge: nobody vouches, or not a matter of fact")
    if status is Status.RETRACTED:
        return Grade(ceiling=6, rule="its originator took it back")
    if status is Status.DISPUTED:
        return Grade(ceiling=4, rule="contradicted by another origin")
    if count.low >= 2:
        return Grade(ceiling=2, rule="two or more origins with bases of their own, nobody against")
    return Grade(ceiling=3, rule="one origin or no shown independence, consistent with the rest")
