"""Who runs a feed, by what its head says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from firsthand.tables.outlets import outlet_of_host

__all__ = ["host_of", "outlet_of_title"]

_FORMAT_WORDS = re.compile(
    r"^(?:rss|atom)[\s:–—|-]+|[\s:–—|-]+(?:rss|atom|feed|(?:rss|atom|news)[ -]?feed)$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[|»›·–—]+\s*|\s+-{1,2}\s+|:\s+")
_FEWEST_LETTERS = 4
"""Letters of a part that have to stand in the host: "CNN" stands in many by chance."""


def outlet_of_title(title: str, addresses: Iterable[str]) -> str:
    """The outlet in the title of a feed; empty when there is no title.

    A feed is often called by section and outlet ("Harbour Gazette - World"): the part is taken
    whose letters stand in its host, else the whole. A host in the table of outlets gives the name
    that the outlet goes by.

    Args:
        title: As stated.
        addresses: Of the pages that the feed belongs to.
    """
    hosts = [host for address in addresses if (host := host_of(address))]
    for host in hosts:
        listed = outlet_of_host(host)
        if listed is not None:
            return listed.name
    bare = _FORMAT_WORDS.sub("", _FORMAT_WORDS.sub("", title.strip()))
    for part in _PARTS.split(bare):
        letters = "".join(one for one in part.casefold() if one.isalnum())
        if len(letters) >= _FEWEST_LETTERS and any(
            letters in "".join(one for one in host if one.isalnum()) for host in hosts
        ):
            return part.strip()
    return bare


def host_of(address: str) -> str:
    """The host of an address, in lower case and without "www."; empty when it has none."""
    try:
        return (urlsplit(address.strip()).hostname or "").casefold().removeprefix("www.")
    except ValueError:
        return ""
