"""Lists of names: what most members are, the unknown ones are too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from firsthand.annotate.kinds import Weighed, Weights, best_kind
from firsthand.annotate.wording import Wording
from firsthand.domain import MentionKind

__all__ = ["with_lists"]

_BETWEEN = re.compile(r",? (?:and|or|&) |, |; (?:and )?|/")
"""What stands between two members of a list."""

_SHARE = 0.5
"""Part of the other members that must agree."""

_LEADING = frozenset({"place by a noun before", "place by a phrase before", "in or near before"})
"""Features of the first member that hold for all ("the districts of Swat and Buner")."""

_SURE = 4.0
"""Weight beyond which a member counts no more."""

_SWAY = 1.3
"""Added for the kind that the others are."""

_LONGEST = 60
"""Members of a list that are held against each other; a longer one is taken in pieces."""


def with_lists(
    wording: Wording, weighed: Sequence[Weighed], totals: Sequence[Weights]
) -> list[Weights]:
    """The weights, those of members of lists swayed to what the others are.

    Two names are a list when "and" or "or" joins them; a comma alone needs three, for "Ghent,
    Belgium" and "Ghent, Marta Ruiz" are none.
    """
    swayed = [dict(total) for total in totals]
    for first, last in _lists(wording, weighed):
        kinds = [best_kind(totals[at]) for at in range(first, last)]
        for at in range(first, last):
            if any(feature.startswith("table") for feature in weighed[at].features):
                continue
            others: defaultdict[MentionKind, float] = defaultdict(float)
            for number in range(first, last):
                if number != at:
                    kind = kinds[number - first]
                    others[kind] += min(_SURE, totals[number].get(kind, 0.0))
            kind = max(others, key=lambda one: (others[one], one.value))
            weight, total = others[kind], sum(others.values())
            if weight >= _SHARE * total > 0 and kind is not MentionKind.OTHER:
                led = kind is MentionKind.PLACE and bool(_LEADING & set(weighed[first].features))
                sway = _SWAY if last - first > 2 or led else _SWAY / 2
                swayed[at][kind] = swayed[at].get(kind, 0.0) + sway
    return swayed


def _lists(wording: Wording, weighed: Sequence[Weighed]) -> list[tuple[int, int]]:
    """Runs of names with nothing but commas and "and" between them."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(weighed):
        end, joined = at + 1, False
        while end < len(weighed) and end - at < _LONGEST:
            start, stop = weighed[end - 1].name.span.end, weighed[end].name.span.start
            between = wording.text[start:stop] if stop > start else ""
            if _BETWEEN.fullmatch(between) is None:
                break
            joined = joined or between.strip(" ,;") in {"and", "or", "&"}
            end += 1
        if end - at > 2 or (end - at == 2 and joined):
            found.append((at, end))
        at = end
    return found
