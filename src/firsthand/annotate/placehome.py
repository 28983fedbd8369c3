"""The country a text is written for, as its own money, hours and institutions tell."""

from __future__ import annotations

from collections import Counter

from firsthand.tables.homesigns import home_signs

__all__ = ["home_of_text"]

_FEWEST = 2
"""Different signs that must agree; one sum in pounds is told in papers everywhere."""

_SHARE = 2 / 3
"""Of all signs that must tell of the same country."""


def home_of_text(text: str) -> str | None:
    """The country that a text takes its readers to live in.

    Sums in "£" and "the Crown Court" without a country are told so at home. A sign counts once,
    however often it stands; twice where it is money and stands there more than once.

    Args:
        text: An article's.

    Returns:
        ISO 3166-1 alpha-2 code; None where signs are few or do not agree.
    """
    signs = home_signs()
    seen: Counter[tuple[str, str]] = Counter(
        (one.lastgroup or "", one.group(0)) for one in signs.pattern.finditer(text)
    )
    votes: Counter[str] = Counter()
    for (kind, sign), times in seen.items():
        votes[signs.countries[sign]] += min(2, times) if kind == "money" else 1
    if not votes:
        return None
    country, most = min(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    return country if most >= _FEWEST and most >= _SHARE * votes.total() else None
