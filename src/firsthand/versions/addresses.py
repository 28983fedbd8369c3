"""The address of an article: one form for all the ways in which one page is linked to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.domain import Article, Field, OutletBasis
from firsthand.tables.versionwords import version_words

__all__ = ["Address", "address_of", "article_address"]

_PARTS = re.compile(
    r"(?P<scheme>[a-z][a-z0-9+.-]*)://(?:[^/?#@]*@)?(?P<host>[^/?#:@]+)(?P<port>:\d*)?"
    r"(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#(?P<fragment>.*))?",
    re.IGNORECASE | re.DOTALL,
)
_ARCHIVED = re.compile(
    r"https?://(?:web\.archive\.org/(?:web/)?\d{4,14}(?:[a-z]{2}_)?/|"
    r"(?:www\.)?google\.[a-z.]{2,6}/amp/(?:s/)?|[\w-]+\.cdn\.ampproject\.org/[a-z]/(?:s/)?)(.+)",
    re.IGNORECASE,
)
"""Addresses that hold the address of the page they show: a web archive's, a cache's."""

_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_RESERVED = frozenset("/?#&=%+;")
_SESSION = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
_ENDING = re.compile(r"(?:\.amp)?\.(?:html?|php|aspx?|jsp|shtml|ece|cms)$|\.amp$", re.IGNORECASE)
_LONGEST = 2_000
"""An address longer than this, in code points, is data and names no page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An article's address and how it is known."""

    text: str
    """As `address_of` gives it."""

    recorded: bool
    """Whether it was recorded when the page was fetched; otherwise the page claims it."""


def article_address(article: Article) -> Address | None:
    """The address under which versions of `article` are to be looked for; None: it has none.

    A page's own canonical address is only a claim. Beside a recorded one it counts where both name
    the same host, since it is free of what leads there; a clone may name the page it copies.
    """
    own = address_of(article.url)
    stated = [one.fact for one in article.evidence if one.fact.field is Field.URL]
    recorded = article.outlet_basis is OutletBasis.HOST or any(
        fact.source in {"recorded", "sidecar"} for fact in stated
    )
    if own is None or not recorded:
        return None if own is None else Address(text=own, recorded=False)
    for fact in stated:
        claimed = address_of(fact.value)
        if claimed is not None and claimed.partition("/")[0] == own.partition("/")[0]:
            return Address(text=claimed, recorded=True)
    return Address(text=own, recorded=True)


def address_of(url: str | None) -> str | None:
    """The one form of an article's address, ``host/path?query``, in lower-case up to the path.

    Scheme, port, user, fragment, tracking parameters, and the marks of mobile, AMP and print forms
    are left out; parameters that may select the article stay, in the order of their names.

    Returns:
        None where `url` is no address of an article: a home page, a section front, an empty or
        unreadable address.
    """
    if url is None or len(url) > _LONGEST:
        return None
    written = url.strip()
    inner = _ARCHIVED.fullmatch(written)
    if inner is not None:
        written = inner[1] if "://" in inner[1][:8] else f"https://{inner[1]}"
    parts = _PARTS.fullmatch(written)
    if parts is None or parts["scheme"].casefold() not in {"http", "https"}:
        return None
    host = _host(parts["host"])
    path = _path(parts["path"])
    query = _query(parts["query"] or "")
    fragment = parts["fragment"] or ""
    if fragment[:1] in {"!", "/"} and len(fragment) > 1:
        # a page drawn by script, whose article is named behind the mark
        path += "#" + fragment
    if not host or not _names_an_article(path, query):
        return None
    return f"{host}{path}" + (f"?{query}" if query else "")


def _host(written: str) -> str:
    labels = written.casefold().rstrip(".").split(".")
    forms = version_words().labels
    return ".".join([one for one in labels[:-2] if one not in forms] + labels[-2:])


def _path(written: str) -> str:
    words = version_words()
    plain = _ESCAPES.sub(_unescaped, _SESSION.sub("", written))
    segments = [one for one in plain.split("/") if one]
    if len(segments) > 1 and segments[0].casefold() in words.first_segments:
        segments = segments[1:]
    while segments and segments[-1].casefold() in words.last_segments:
        segments.pop()
    if segments:
        segments[-1] = re.sub(r"\.amp(?=\.html?$|$)", "", segments[-1], flags=re.IGNORECASE)
    return "".join(f"/{one}" for one in segments)


def _unescaped(escapes: re.Match[str]) -> str:
    """Escaped characters as themselves, save those that have a meaning in an address."""
    try:
        plain = bytes.fromhex(escapes[0].replace("%", "")).decode("utf-8")
    except UnicodeDecodeError:
        return escapes[0].upper()
    return "".join(f"%{ord(one):02X}" if one in _RESERVED else one for one in plain)


def _query(written: str) -> str:
    words = version_words()
    kept = []
    for pair in re.split("[&;]", written):
        name = pair.partition("=")[0].casefold()
        if (
            pair.partition("=")[2]
            and name not in words.tracking
            and not name.startswith(words.tracking_openings)
        ):
            kept.append(_ESCAPES.sub(_unescaped, pair))
    return "&".join(sorted(kept))


def _names_an_article(path: str, query: str) -> bool:
    """Whether an address looks like one article's: a slug of two words, a number, a parameter.

    ``/world`` and ``/de/wirtschaft`` do not. What passes is compared by its text all the same.
    """
    if query and any(char.isdigit() for char in query):
        return True
    segments = path.strip("/").split("/")
    last = _ENDING.sub("", segments[-1])
    if not last:
        return False
    if any(char.isdigit() for char in path) or last != segments[-1] or "#" in path:
        return True
    if segments[-2:-1] and segments[-2].casefold() in version_words().article_segments:
        return True
    slug = [one for one in re.split(r"[-_,.+\s]+", last.casefold()) if one]
    return len(slug) > 1 and " ".join(slug) not in version_words().fronts
