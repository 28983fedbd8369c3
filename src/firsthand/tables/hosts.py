"""Hosts that do not speak for themselves: archives, proxies and aggregators."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Hosts", "hosts"]


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
        return _among(host, self.archives)

    def is_aggregator(self, host: str) -> bool:
        """Whether `host` is an aggregator, or a subdomain of one."""
        return _among(host, self.aggregators)


def _among(host: str, listed: frozenset[str]) -> bool:
    labels = host.casefold().strip(".").split(".")
    return any(".".join(labels[first:]) in listed for first in range(len(labels) - 1))


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
