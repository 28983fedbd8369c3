"""A page's headline: as printed, without the site's name behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["headline_among", "site_in", "without_site"]

_DIVIDER = re.compile(r"\s+[|\-–—·•»›:/]+\s+|\s*[|»›·•]\s*")
_WORD = re.compile(r"\w+")


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def without_site(title: str, *, site: str | None, window: str | None, heading: str | None) -> str:
    """Cut the site's name and section trail from `title`.

    What stands behind (or before) a divider is cut where it is the site's name, or where the rest
    is what a heading of the page says.

    Args:
        title: As the page gives it.
        site: The site's name, if the page gives one.
        window: The window title; not used for cutting, only compared.
        heading: The page's main heading.
    """
    if heading and _folded(heading) != _folded(title):
        folded, head = _folded(title), _folded(heading)
        if head and len(head) > 12 and (folded.startswith(head) or folded.endswith(head)):
            return heading
    parts = _DIVIDER.split(title)
    if len(parts) < 2:
        return title
    if site:
        for cut in (parts[-1], parts[0]):
            if _same_site(cut, site):
                rest = title[: -len(cut)] if cut is parts[-1] else title[len(cut) :]
                return without_site(
                    rest.strip(" |-–—·•»›:/\u00a0"), site=site, window=window, heading=heading
                )
    return title


def _same_site(part: str, site: str) -> bool:
    a, b = _folded(part).replace(" ", ""), _folded(site).replace(" ", "")
    if not a or not b:
        return False
    a, b = (re.sub(r"(?:com|de|org|net|at|ch|fr|uk|online)\Z", "", one) or one for one in (a, b))
    return (
        a == b
        or a.removeprefix("the") == b.removeprefix("the")
        or (len(b) > 4 and a.startswith(b) and len(a) < len(b) + 12)
    )


def site_in(window: str | None, heading: str | None) -> str | None:
    """The site's name as the window title adds it to the page's heading; None when it does not."""
    if not window or not heading:
        return None
    at = window.casefold().find(heading.casefold())
    if at < 0:
        return None
    rest = (window[:at] + " | " + window[at + len(heading) :]).strip()
    parts = [
        part.strip(" |-–—·•»›:/") for part in _DIVIDER.split(rest) if part and _WORD.search(part)
    ]
    return parts[-1] if parts and len(parts[-1].split()) <= 6 else None


def headline_among(
    candidates: Sequence[str], headings: Sequence[str], *, site: str | None, window: str | None
) -> str | None:
    """Choose the headline among what the page gives for machines and its visible headings.

    A visible heading that a machine-readable candidate agrees with is the headline as printed;
    without agreement the most trusted candidate is taken, its site name cut.

    Args:
        candidates: Machine-readable titles, most trusted first.
        headings: Texts of the page's main headings, in order.
        site: The site's name.
        window: The window title.

    Returns:
        None when the page gives nothing.
    """
    cut = [
        without_site(one, site=site, window=window, heading=headings[0] if headings else None)
        for one in candidates
    ]
    for one in cut:
        for heading in headings:
            if _folded(heading) and _folded(heading) == _folded(one):
                return heading
    if headings:
        for heading in headings:
            words = set(_WORD.findall(heading.casefold()))
            for one in cut:
                other = set(_WORD.findall(one.casefold()))
                if len(words) >= 4 and len(words & other) >= 0.6 * len(words | other):
                    return heading
    if cut:
        return cut[0]
    return headings[0] if headings else None
