"""A page's headline: as printed, without the site's name behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from firsthand.extract.metadata_headings import Heading
from firsthand.tables.pagewords import page_words

__all__ = ["headline_among", "same_site", "same_words", "site_in", "without_site"]

_DIVIDER = re.compile(r"\s+[|\-–—·•»›:/~]+\s+|\s*[|»›·•]\s*")
_STRONG_DIVIDER = re.compile(r"\s*[|»›·•]\s*\Z|\s+[–—-]\s+\Z")
_EDGE = " |-–—·•»›:/~\u00a0⋆★☆"
_WORD = re.compile(r"\w+")
_LEGAL = re.compile(r"(?:com|de|org|net|at|ch|fr|uk|online|tv|info|www)\Z")
_FEWEST_LETTERS = 4
_LONGEST_CUT = 500
"""Characters of a title up to which additions are looked for; headlines have under 200."""

_MOST_SECTION_WORDS = 5


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold().replace("\u00ad", "")))


def same_words(one: str, other: str) -> bool:
    """Whether two texts have the same letters and digits in the same order."""
    return _folded(one).replace(" ", "") == _folded(other).replace(" ", "") != ""


def without_site(
    title: str, *, sites: Iterable[str] = (), host: str | None = None, headings: Sequence[str] = ()
) -> str:
    """Cut the site's name and section trail from `title`.

    What stands behind (or before) a divider is cut where it is the site's name or that of its host,
    where the rest is what a heading of the page says, or where behind a bar stands the label of a
    section.

    Args:
        title: As the page gives it.
        sites: Names of the site, as the page gives them.
        host: The host that the page came from.
        headings: Headings of the page.
    """
    names = tuple(sites)
    heads = {_folded(heading) for heading in headings} - {""}
    if len(title) > _LONGEST_CUT:
        return title
    rest = title
    while True:
        shorter = _one_less(rest, names, host, heads)
        if shorter is None or not _WORD.search(shorter):
            return rest
        rest = shorter


def _one_less(title: str, sites: Sequence[str], host: str | None, headings: set[str]) -> str | None:
    """`title` without its last or first part; None where that is no addition to it."""
    if _folded(title) in headings:
        return None
    spots = [(match.start(), match.end()) for match in _DIVIDER.finditer(title)]
    if not spots:
        return None
    for start, _ in spots:
        if _folded(title[:start]) in headings and _many(title[:start]):
            return title[:start].strip(_EDGE)
    for _, end in spots:
        if _folded(title[end:]) in headings and _many(title[end:]):
            return title[end:].strip(_EDGE)
    start, end = spots[-1]
    tail = title[end:]
    if any(same_site(tail, site) for site in sites) or _is_host(tail, host):
        return title[:start].strip(_EDGE)
    if _is_bar(title[start:end]) and _is_section(tail):
        return title[:start].strip(_EDGE)
    start, end = spots[0]
    head = title[:start]
    if any(same_site(head, site) for site in sites) or _is_host(head, host):
        return title[end:].strip(_EDGE)
    return None


def _many(text: str) -> bool:
    return _words(text) >= _FEWEST_HEADLINE_WORDS or not text.isascii()


def _is_bar(divider: str) -> bool:
    return any(one in divider for one in "|»›·•")


def _is_section(text: str) -> bool:
    return text.strip(_EDGE).casefold() in page_words().section_labels


def _is_host(part: str, host: str | None) -> bool:
    """Whether `part` is the name of the host: "Farm Bureau" at farmbureau.example."""
    if not host:
        return False
    bare = _squeezed_site(part)
    if len(bare) < _FEWEST_LETTERS:
        return False
    labels = [label.replace("-", "") for label in host.casefold().split(".")[:-1]]
    return bare in labels or _folded(part).replace(" ", "") == host.replace(".", "").casefold()


@lru_cache(maxsize=4096)
def _squeezed_site(text: str) -> str:
    bare = _folded(text).replace(" ", "")
    return (_LEGAL.sub("", bare) or bare).removeprefix("the").removeprefix("www")


def same_site(part: str, site: str) -> bool:
    """Whether `part` of a title is the site's name, with or without what such names add."""
    a, b = _squeezed_site(part), _squeezed_site(site)
    if not a or not b:
        return False
    longest, shortest = (a, b) if len(a) >= len(b) else (b, a)
    return a == b or (
        len(shortest) > 4 and longest.startswith(shortest) and len(longest) < len(shortest) + 12
    )


def site_in(window: str | None, heading: str | None) -> str | None:
    """The site's name as the window title adds it to the page's heading; None when it does not."""
    if not window or not heading:
        return None
    at = window.casefold().find(heading.casefold())
    if at < 0:
        return None
    rest = (window[:at] + " | " + window[at + len(heading) :]).strip()
    parts = [part.strip(_EDGE) for part in _DIVIDER.split(rest) if part and _WORD.search(part)]
    return parts[-1] if parts and len(parts[-1].split()) <= 6 else None


def headline_among(
    candidates: Sequence[str],
    headings: Sequence[Heading],
    *,
    window: str | None = None,
    sites: Sequence[str] = (),
    host: str | None = None,
) -> tuple[str | None, bool]:
    """Choose the headline among what the page gives for machines and its visible headings.

    The printed headline is wanted: a heading that a machine-readable title agrees with, without the
    label that the page sets above it where a machine-readable title leaves that out. Headings in
    trails and menus are no headlines (that is where pages put a title for search engines), nor is
    the site's name. A main heading that stands alone is the headline even where no machine-readable
    title agrees.

    Args:
        candidates: Machine-readable titles, most trusted first.
        headings: The page's headings, in order.
        window: The window title.
        sites: Names of the site.
        host: The host that the page came from.

    Returns:
        The headline, None when the page gives nothing; and whether it is printed as a heading.
    """
    printed = [
        one
        for one in headings
        if not any(same_site(one.text, site) for site in sites)
        and not _is_host(one.text, host)
        and not _is_section(one.text)
    ]
    texts = [one.text for one in printed]
    shown = without_site(window or "", sites=sites, host=host, headings=texts)
    others = [without_site(one, sites=sites, host=host, headings=texts) for one in candidates]
    cut = [one for one in dict.fromkeys([*others, shown]) if one]
    proper = [one for one in printed if not one.elsewhere]
    first = [one for one in proper if one.level == 1]
    second = [one for one in proper if one.level > 1][:_MOST_SECOND]
    found = _agreeing(cut, first)
    if found is not None:
        below = _agreeing(others, second[:_MOST_BELOW]) if same_words(found, shown) else None
        return _without_section(below or found), True
    found = _agreeing(cut, second)
    if found is not None:
        return found, True
    similar = _similar(cut, first)
    if similar is not None:
        return similar, True
    if first and _words(first[0].text) >= _FEWEST_HEADLINE_WORDS:
        return first[0].text, True
    found = _agreeing(cut, [one for one in printed if one.elsewhere and one.level == 1])
    if found is not None:
        return found, True
    if cut:
        return _without_bar(cut[0]), False
    return (first[0].text, True) if first else (None, False)


def _without_section(headline: str) -> str:
    """A printed headline without the section's label behind a bar ("… | Opinion")."""
    spots = [match for match in _DIVIDER.finditer(headline) if _is_bar(match.group())]
    if spots and _is_section(headline[spots[-1].end() :]):
        return headline[: spots[-1].start()]
    return headline


def _without_bar(title: str) -> str:
    """A title that no heading confirms, without the few words behind its last bar."""
    before, bar, behind = title.rpartition(" | ")
    short = bar and _words(behind) <= _MOST_SITE_WORDS and _words(before) > _words(behind)
    return before.strip(_EDGE) if short else title


_MOST_SITE_WORDS = 4
_MOST_SECOND = 6
"""Second headings looked at: those of the article's sections come later."""

_MOST_BELOW = 2
_FEWEST_HEADLINE_WORDS = 3


def _words(text: str) -> int:
    return len(_WORD.findall(text))


def _agreeing(candidates: Sequence[str], headings: Sequence[Heading]) -> str | None:
    """The headline among headings that say what a candidate says, wholly or behind a label."""
    for heading in headings:
        for tail in heading.tails:
            if _words(tail) >= _FEWEST_HEADLINE_WORDS and any(
                same_words(tail, one) for one in candidates
            ):
                return tail
    for one in candidates:
        for heading in headings:
            if same_words(heading.text, one):
                return _better_set(heading, one)
    for one in candidates:
        for heading in headings:
            if _ends_with(heading.text, one):
                return one
            if any(same_words(lead, one) for lead in heading.leads):
                return one
            if _is_cut_short(one, heading.text):
                return heading.text
    return None


def _better_set(heading: Heading, candidate: str) -> str:
    """The heading as printed, unless its inner elements stand without sign or space between them."""
    text = heading.text
    glued = len(candidate.split()) > len(text.split()) or not text[:1].strip(_EDGE)
    joined = len(heading.parts) > 1 and candidate.count(":") > text.count(":")
    return candidate if glued or joined else text


def _ends_with(heading: str, candidate: str) -> bool:
    """Whether a heading is a candidate with a label of a few words before it."""
    head, tail = _folded(heading), _folded(candidate)
    return (
        head.endswith(" " + tail)
        and _words(candidate) >= _FEWEST_HEADLINE_WORDS
        and _words(heading) - _words(candidate) <= _MOST_SECTION_WORDS
    )


def _is_cut_short(candidate: str, heading: str) -> bool:
    """Whether a candidate is the beginning of a heading, cut by its writer or by a quotation mark."""
    short, full = _folded(candidate), _folded(heading)
    return _words(candidate) >= _FEWEST_HEADLINE_WORDS and full.startswith(short + " ")


def _similar(candidates: Sequence[str], headings: Sequence[Heading]) -> str | None:
    for heading in headings:
        words = set(_WORD.findall(heading.text.casefold()))
        for one in candidates:
            other = set(_WORD.findall(one.casefold()))
            if len(words) >= 4 and len(words & other) >= 0.6 * len(words | other):
                return heading.text
    return None
