"""Names under which exports and tables of news keep what belongs to an article."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["RecordKeys", "folded_key", "record_keys"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordKeys:
    """The shipped names, folded by `folded_key`."""

    fields: Mapping[str, tuple[str, ...]]
    """Field ("text", "title", "published", …) to its names, the first to be taken first."""

    owners: Mapping[str, str]
    """Name to the field it belongs to."""

    wrappers: frozenset[str]
    """Objects that a record may keep its fields in, in lower case but not folded: "_source" wraps a
    record, "source" names an outlet."""

    containers: tuple[str, ...]
    """Arrays that hold records, likeliest first."""

    def field_of(self, name: str) -> str:
        """The field that `name`, in any writing, belongs to; empty when it is none's."""
        return self.owners.get(folded_key(name), "")

    def place_of(self, name: str) -> tuple[str, str, int]:
        """`name` folded, the field it belongs to (empty: none's) and its rank there, from 0."""
        folded = folded_key(name)
        field = self.owners.get(folded, "")
        return folded, field, self.fields[field].index(folded) if field else 0

    def is_container(self, name: str) -> bool:
        """Whether an array or object of that name holds records."""
        return folded_key(name) in self.containers

    def rank_of_container(self, name: str) -> int:
        """Place among the containers, from 0; one that is not listed comes last."""
        folded = folded_key(name)
        return self.containers.index(folded) if folded in self.containers else len(self.containers)


@lru_cache(maxsize=4096)
def folded_key(name: str) -> str:
    """The letters and digits of a name in lower case: "publish_date" and "publishDate" are one."""
    return "".join(one for one in name[:80].casefold() if one.isalnum())


@cache
def record_keys() -> RecordKeys:
    """The shipped table."""
    raw = tomllib.loads(
        files("firsthand.tables").joinpath("data/record_keys.toml").read_text(encoding="utf-8")
    )
    fields = {
        field: tuple(dict.fromkeys(folded_key(name) for name in names))
        for field, names in raw["fields"].items()
    }
    owners: dict[str, str] = {}
    for field, names in fields.items():
        for name in names:
            owners.setdefault(name, field)
    return RecordKeys(
        fields=MappingProxyType(fields),
        owners=MappingProxyType(owners),
        wrappers=frozenset(raw["wrappers"]["names"]),
        containers=tuple(dict.fromkeys(folded_key(name) for name in raw["containers"]["names"])),
    )
