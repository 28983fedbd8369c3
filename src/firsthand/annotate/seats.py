"""Places that only tell whom somebody stands for: "R-Texas", "Ann Lee of Ohio", "Ohio Rep. Lee"."""

from __future__ import annotations

import re

from firsthand.domain import Mention, MentionKind

__all__ = ["is_seat"]

_OF_PARTY = re.compile(r"(?:^|[\s(])(?:[A-Z]|DFL|Con|Lab|LD|CDU|NDP|ALP|SNP|Rep|Dem)[-–‑]$")
"""A party before the seat of a member ("R-Texas"): it tells who somebody is, not where something was."""

_SEAT_AFTER = re.compile(
    r"(?:['’]s)? (?:(?:state|State|U\.S\.|former|then-|Democratic|Republican) )?"
    r"(?:(?:Reps?|Sens?|Gov)\.|(?:Representatives?|Senators?|[Cc]ongress(?:man|woman|men)|senators?|"
    r"lawmakers?|Democrats?|Republicans?|Governor|delegates?|legislators?)\b)"
)
"""What somebody is, after the place that chose them."""


def is_seat(text: str, mention: Mention, before: Mention | None) -> bool:
    """Whether a place only tells whom somebody stands for ("R-Texas", "Ann Lee of Ohio", "Ohio Rep. Lee")."""
    start = mention.span.start
    return (
        _OF_PARTY.search(text[max(0, start - 8) : start]) is not None
        or _SEAT_AFTER.match(text, mention.span.end) is not None
        or (
            before is not None
            and before.kind is MentionKind.PERSON
            and text[before.span.end : start] in {" of ", ", of ", " of the "}
        )
    )
