"""Hosts that do not speak for themselves: archives, proxies and aggregators."""

from __future__ import annotations

import tomllib
from collections.abc import Container
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Hosts", "hosts", "listed_host"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosts:
    """The shipped lists, small letters."""

    devices: frozenset[str]
    """First labels that stand for a device or edition of the same site ("m", "amp")."""

    archives: frozenset[str]
    """Hosts that show other sites' pages and hold their address in their own."""

    aggregators: frozenset[str]
    """Hosts that carry other outlets' articles."""

    additions: frozenset[str]
    """Words that a name may add to an outlet's without being another's ("news")."""

    def is_archive(self, host: str) -> bool:
        """Whether `host` is an archive or proxy, or a subdomain of one."""
        return listed_host(host, self.archives) is not None

    def is_aggregator(self, host: str) -> bool:
        """Whether `host` is an aggregator, or a subdomain of one."""
        return listed_host(host, self.aggregators) is not None


def listed_host(host: str, listed: Container[str]) -> str | None:
    """`host` or the nearest parent domain of it that is listed; None when none is."""
    labels = host.casefold().strip(".").split(".")
    tried = (".".join(labels[first:]) for first in range(len(labels) - 1))
    return next((one for one in tried if one in listed), None)


@cache
def hosts() -> Hosts:
    """Load the table."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/hosts.toml").read_text(encoding="utf-8")
    )
    return Hosts(
        devices=frozenset(raw["devices"]),
        archives=frozenset(raw["archives"]),
        aggregators=frozenset(raw["aggregators"]),
        additions=frozenset(raw["additions"]),
    )
