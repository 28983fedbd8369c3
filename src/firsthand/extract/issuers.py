"""Press releases and official statements: whether a text is one, and who issued it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.extract.datelines import dateline_of
from firsthand.tables.agencies import agency_named
from firsthand.tables.outlets import outlet_named
from firsthand.tables.pagewords import page_words

__all__ = ["Signs", "distributes", "issuer_of"]

_CLOSING = (
    re.compile(r"notes? (?:to|for) (?:the )?editors?\b", re.IGNORECASE),
    re.compile(
        r"(?:(?:press|media|news)\s?(?:contacts?|office|enquir\w+|inquir\w+|relations|desk|team)"
        r"|contacts? (?:for|presse)|pressekontakt|perscontact|for (?:media|press) )",
        re.IGNORECASE,
    ),
    re.compile(r"\W{0,4}(?:ends?|###|# # #)\W{0,4}$", re.IGNORECASE),
)
_ABOUT = re.compile(r"About (?:the )?(?P<name>[A-ZÀ-Þ][^.!?:\n]{1,60}?)\s*(?::|$)")
_NOT_ABOUT = re.compile(r"(?:us|me|author|writer|this|our|cookies?|the author)\b", re.IGNORECASE)
_SOURCE = re.compile(r"SOURCE:?\s+(?P<name>[A-ZÀ-Þ].{2,60})$")
_WE = re.compile(r"\b(?:we|our|us|ourselves)\b", re.IGNORECASE)
_QUOTATION = re.compile(r"[\"“„«][^\"“”„«»]*[\"”“»]")
_STATE_HOST = re.compile(
    r"https?://(?:[^/?#\s]+\.)?(?:gov|mil|gov\.[a-z]{2}|gouv\.[a-z]{2}|gob\.[a-z]{2}|govt\.nz|police\.uk|europa\.eu|bund\.de|admin\.ch)(?:[/:?#]|$)",
    re.IGNORECASE,
)
_RELEASE_PATH = re.compile(
    r"/(?:(?:press|news|media)-?_?(?:releases?|statements?)|pressemitteilung(?:en)?|statements?|communiques?)/",
    re.IGNORECASE,
)
_WE_PARAGRAPHS = 2

_NEEDED = 2
"""Signs from which a text is issued. A label ("PRESS RELEASE"), a distributor's dateline and a state's
host count as two; a note to editors, a press contact, an end mark, an "About us" paragraph, a
release's path, a text that says "we" in its own voice count as one: each stands in journalism too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What speaks for a press release or statement outside its paragraphs."""

    announced: bool
    """Whether a line announces it."""

    outlet: str | None
    url: str | None = None
    byline: bool = False
    """Whether people are named as its authors."""


def issuer_of(
    paragraphs: Sequence[str], furniture: Sequence[tuple[str, str]], *, signs: Signs
) -> str | None:
    """Name who issued the text where it is a press release or official statement.

    Args:
        paragraphs: The body, in order.
        furniture: Role and words of what stands in and closely around it.
        signs: What else is known of it.

    Returns:
        The outlet, where it is no newsroom; else the body of the "About" paragraph or source line.
        None for journalism, and where a release does not say whose it is.
    """
    wire = _wire(paragraphs)
    if (wire is not None and not distributes(wire)) or (signs.byline and not signs.announced):
        return None
    lines = [words for _, words in furniture]
    score = 2 * signs.announced + 2 * (wire is not None)
    score += sum(any(form.match(line) for line in lines) for form in _CLOSING)
    named = _named(lines)
    score += named is not None
    score += 2 * bool(_STATE_HOST.match(signs.url or ""))
    score += bool(_RELEASE_PATH.search(signs.url or ""))
    score += _says_we(paragraphs)
    if score < _NEEDED:
        return None
    if signs.outlet is not None and not _is_newsroom(signs.outlet):
        return signs.outlet
    return named


def _wire(paragraphs: Sequence[str]) -> str | None:
    """The agency or distributor of the dateline."""
    if not paragraphs:
        return None
    lead = dateline_of(paragraphs[0])
    return lead.agency if lead is not None else None


def distributes(name: str) -> bool:
    """Whether `name` is a distributor of press releases, not an agency that reports."""
    return name.casefold().strip() in page_words().release_wires


def _named(lines: Sequence[str]) -> str | None:
    for line in lines:
        match = _SOURCE.match(line) or _ABOUT.match(line)
        if match is not None and not _NOT_ABOUT.match(match["name"]):
            return str(match["name"]).strip(" ,")
    return None


def _says_we(paragraphs: Sequence[str]) -> bool:
    """Whether the text speaks of "us" in its own voice, outside quotations."""
    own = (_QUOTATION.sub(" ", paragraph) for paragraph in paragraphs)
    return sum(bool(_WE.search(paragraph)) for paragraph in own) >= _WE_PARAGRAPHS


def _is_newsroom(name: str) -> bool:
    """Whether `name` is a known outlet's or agency's, or holds a word that only newsrooms' names do."""
    if outlet_named(name) is not None or agency_named(name) is not None:
        return True
    words = {word.casefold().strip("().,") for word in re.split(r"[\s'’-]+", name)}
    table = page_words()
    return words.isdisjoint(table.issuer_nouns) and not words.isdisjoint(
        table.outlet_nouns - table.shared_nouns
    )
