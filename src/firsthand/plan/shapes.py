"""The three shapes a stage can have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

__all__ = ["Each", "Grouped", "Whole"]

In_contra = TypeVar("In_contra", contravariant=True)
Out_co = TypeVar("Out_co", covariant=True)


class Each(Protocol[In_contra, Out_co]):
    """One record in, any number of records out. Knows nothing of its neighbours."""

    def open(self) -> Callable[[In_contra], Iterable[Out_co]]:
        """Load what is heavy, once per worker, and give the running function."""
        ...


class Grouped(Protocol[In_contra, Out_co]):
    """Records that share a key, brought together."""

    def key(self, item: In_contra) -> str:
        """Name the group that `item` belongs to."""
        ...

    def fold(self, key: str, items: Sequence[In_contra]) -> Iterable[Out_co]:
        """Work on one group. The order of `items` must not matter."""
        ...


class Whole(Protocol[In_contra, Out_co]):
    """Every record at once, on one machine. For small records only: links, never texts."""

    def reduce(self, items: Iterable[In_contra]) -> Iterable[Out_co]:
        """Work on all records. Their order must not matter."""
        ...
