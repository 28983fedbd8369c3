"""The people that a page names as authors: in elements marked so, and in lines around the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from firsthand.extract.bylines import byline_of
from firsthand.text.timestamps import without_stamps

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["is_marked", "marked_people", "people_in_pieces"]

_PLACES = (
    "contains(@class, 'uthor') or contains(@class, 'yline') or contains(@class, 'utor')"
    " or contains(@class, 'writ') or @rel = 'author' or @itemprop = 'author' or contains(@data-testid, 'author')"
)  # fmt: skip
_MARK = re.compile(
    r"author|byline|autor\b|autor[-_]|auteur|writer|written|redakteur", re.IGNORECASE
)
_MARKED = etree.XPath(f"//*[{_PLACES}]")
_RELATED_SO = etree.XPath("boolean(//a[@rel = 'author'] | //*[@itemprop = 'author'])")
_MOST = 60
_LONGEST = 220
_LONGEST_PIECE = 90
_MOST_PIECES = 24
_ELSEWHERE = re.compile(
    r"comment|related|teaser|recommend|sidebar|widget|popular|newsletter|testimonial|review(?:s|er)\b"
    r"|quote|caption|credit|carousel|slider|more-from|latest|trending|author-?(?:search|archive)",
    re.IGNORECASE,
)
_BESIDE = frozenset({"aside", "footer"})
"""Where authors are looked for only when nothing else names one."""

_NEVER = frozenset({"nav", "blockquote", "figure", "figcaption", "form"})
_REACH = 6
_OTHER_WORK = re.compile(
    r"\b(?:(?:fact|medical\w*|expert|legal\w*|clinical\w*|technical\w*)[\s-]*(?:check|review)\w*|review\w*\s+by|edited\s+by|editing\s+by"
    r"|photo\w*|illustrat\w+|video|translat\w+|updated\s+by|checked\s+by|approved\s+by|graphics?|art\s+by|curated)\b",
    re.IGNORECASE,
)
"""Work on a text or its pictures that is not writing it: the names behind such words are skipped."""


def is_marked(tree: HtmlElement) -> bool:
    """Whether a link or item of the page says that it is the author's."""
    return bool(_RELATED_SO(tree))


def marked_people(tree: HtmlElement) -> tuple[str, ...]:
    """The people in the first elements whose class or attributes say author or byline.

    Elements in comments, teasers, menus and beside pictures are passed over. The inner texts are
    read one by one, since pages set name, role and day in elements without space between them.

    Returns:
        In reading order, each once; empty where no such element names a person.
    """
    marked = [element for element in _MARKED(tree) if _is_marked(element)][:_MOST]
    for aside in (False, True):
        for element in marked:
            if _ELSEWHERE.search(element.get("class") or "") or _stands_elsewhere(
                element, aside=aside
            ):
                continue
            pieces = [piece for piece in _pieces(element) if len(piece) <= _LONGEST_PIECE]
            if pieces and sum(map(len, pieces)) <= _LONGEST:
                names = people_in_pieces(pieces)
                if names:
                    return names
    return ()


def _is_marked(element: HtmlElement) -> bool:
    return _MARK.search(element.get("class") or "author") is not None or "author" in (
        element.get("rel"),
        element.get("itemprop"),
    )


def _stands_elsewhere(element: HtmlElement, *, aside: bool) -> bool:
    for distance, above in enumerate(element.iterancestors()):
        if above.tag in _BESIDE and not aside:
            return True
        if above.tag in _NEVER:
            return True
        if distance >= _REACH or above.tag in {"article", "main", "body"}:
            return False
        if _ELSEWHERE.search(f"{above.get('class') or ''} {above.get('id') or ''}"):
            return True
    return False


def _pieces(element: HtmlElement) -> Iterator[str]:
    for count, piece in enumerate(element.itertext()):
        if count >= _MOST_PIECES * 4:
            return
        text = " ".join(piece.split())
        if text:
            yield text


def people_in_pieces(pieces: Sequence[str]) -> tuple[str, ...]:
    """Read the names in the inner texts of an author element.

    A piece that speaks of other work ("Reviewed by") silences itself and, where it names nobody
    itself, the next one.
    """
    people: list[str] = []
    silent = False
    for piece in pieces[:_MOST_PIECES]:
        other = _OTHER_WORK.search(piece)
        text = piece[: other.start()] if other is not None else piece
        if silent:
            silent = False
            continue
        bare = without_stamps(text).strip(" ,;:|/•·–—-&")
        if bare:
            found = byline_of(bare) or byline_of(bare, bare=True)
            people += found.people if found is not None else ()
        if other is not None:
            silent = not piece[other.end() :].strip(" :-by")
    if not people:
        whole = " ".join(pieces)
        found = byline_of(whole) or byline_of(whole, bare=True)
        people += found.people if found is not None else ()
    return tuple(dict.fromkeys(people))
