"""Publication and update time from what a text or page prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.domain import DateBasis, DateBound
from firsthand.text.timestamps import timestamps_in

__all__ = ["Dating", "dating_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """When a text was published and updated, and how that is known."""

    published: str | None = None
    basis: DateBasis = DateBasis.UNKNOWN
    bound: DateBound = DateBound.EXACT
    updated: str | None = None


def dating_of(
    lines: Sequence[str], *, published: str | None = None, updated: str | None = None
) -> Dating:
    """Judge publication and update time from printed timestamps and machine-readable ones.

    A machine-readable time goes before a printed one; a printed one labelled "published" goes
    before one without label; among those without label the first is taken, or one of the same day
    that also has a clock time. Where only an update is printed the text was published no later.

    Args:
        lines: Timestamp lines around headline and end, in order.
        published: The page's machine-readable time of publication.
        updated: The page's machine-readable time of the last change.
    """
    stamps = [stamp for line in lines for stamp in timestamps_in(line)]
    labelled = _best([one.value for one in stamps if one.label == "published"])
    plain = _best([one.value for one in stamps if not one.label])
    changed = [one.value for one in stamps if one.label == "updated"]
    first = published or labelled or plain
    last = updated or (changed[0] if changed else None)
    if first is None and last is None:
        return Dating()
    if first is None:
        return Dating(
            published=last, basis=DateBasis.STATED, bound=DateBound.NOT_AFTER, updated=last
        )
    return Dating(published=first, basis=DateBasis.STATED, updated=last)


def _best(values: Sequence[str]) -> str | None:
    if not values:
        return None
    same_day = [value for value in values if value[:10] == values[0][:10]]
    return max(same_day, key=len)
