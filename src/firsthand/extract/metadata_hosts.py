"""Which site an address belongs to: devices and editions dropped, archives seen through."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from firsthand.tables.hosts import hosts

__all__ = ["Site", "site_of"]

_HOST = re.compile(r"\s*https?://(?:[^/@\s?#]*@)?([^/:?#\s]+)", re.IGNORECASE)
_INNER = re.compile(r"https?://?(?:[^/@\s?#]*@)?[^/:?#\s]+\.[^/?#\s]+\S*", re.IGNORECASE)
_PROXIED = re.compile(r"/[cv]/(?:s/)?(\S+)")
_MOST_INNER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The site that an address belongs to."""

    host: str
    """Small letters, without labels that stand for a device ("m.", "amp.", "www2.")."""

    shown_by: str | None = None
    """The archive or proxy that shows the site's page; None: the site itself does."""

    aggregator: bool = False
    disguised: bool = False
    """Whether the host is written in letters of other scripts (punycode), as look-alikes are."""


@lru_cache(maxsize=4096)
def site_of(address: str | None) -> Site | None:
    """The site of `address`; of an archive's or proxy's address, the site that it shows.

    Returns:
        None for what is no web address.
    """
    address = address or ""
    match = _HOST.match(address)
    if match is None:
        return None
    host = _bare(match[1])
    shown_by = None
    for _ in range(_MOST_INNER):
        if not hosts().is_archive(host):
            break
        rest = address[match.end() :]
        inner = _INNER.search(rest)
        proxied = _PROXIED.match(rest)
        if inner is None and proxied is None:
            break
        shown_by = shown_by or host
        address = inner[0] if inner is not None else "https://" + (proxied[1] if proxied else "")
        match = _HOST.match(re.sub(r"^(https?):/(?!/)", r"\1://", address))
        if match is None:
            break
        host = _bare(match[1])
    return Site(
        host=host,
        shown_by=shown_by,
        aggregator=hosts().is_aggregator(host),
        disguised=any(label.startswith("xn--") for label in host.split(".")) or not host.isascii(),
    )


def _bare(host: str) -> str:
    labels = host.casefold().strip(".").split(".")
    while len(labels) > 2 and labels[0] in hosts().devices:
        labels.pop(0)
    return ".".join(labels)
