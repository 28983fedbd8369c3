"""How much one input may unpack to: archives can promise terabytes in a few kilobytes."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.errors import InputError

__all__ = ["HELD_BYTES", "MOST_MEMBERS", "MOST_UNPACKED", "Allowance"]

HELD_BYTES = 64 * 1024 * 1024
"""Most bytes of one archive inside another that are held in memory. Four of them may lie in one
another, which stays under 300 MB."""

MOST_MEMBERS = 100_000
"""Members of ZIP and tar archives that are read of one input, those of archives within it included:
a large news site has fewer pages in a month. Records of web archives and mailboxes are not counted."""

MOST_UNPACKED = 4 * 1024**3
"""Bytes that one input may unpack to over all its levels; takes about 20 seconds to inflate. Large
inputs may unpack to more, see `MANIFOLD`."""

MANIFOLD = 20
"""Times its size that an input of any size may unpack to: a file of a large crawl has 1 GB and
unpacks to 5 GB."""

HARMLESS = 128 * 1024 * 1024
"""Bytes below which the ratio is not looked at: they are read as a stream, and a small archive of
many versions of one page is compressed far."""

HIGHEST_RATIO = 250
"""Unpacked to packed size. News pages reach 5 to 12 one by one and about 60 where xz finds a hundred
versions of one page; deflated zeros reach 1030, bzip2 and xz more than 7000."""


@dataclass(slots=True, kw_only=True)
class Allowance:
    """What is left for one input of the outermost level; shared by all that lies in it."""

    item: str
    """The outermost input, for messages."""

    packed: int
    """Its size in bytes."""

    unpacked: int = 0
    members: int = 0
    used_up: bool = False
    """Whether a limit was passed: it has been said, and readers of outer archives just end."""

    def spend(self, count: int) -> None:
        """Note that `count` more bytes were unpacked.

        Raises:
            InputError: they are more than an honest archive holds; so does every later call.
        """
        self.unpacked += count
        if self.unpacked > max(MOST_UNPACKED, MANIFOLD * self.packed):
            self.used_up = True
            raise InputError(
                self.item,
                f"unpacks to more than {MOST_UNPACKED // 1024**3} GB; the rest is not read",
                "hand in its members in several archives or as a folder",
            )
        if self.unpacked > max(HARMLESS, HIGHEST_RATIO * self.packed):
            self.used_up = True
            raise InputError(
                self.item,
                f"unpacks to more than {HIGHEST_RATIO} times its size, as archives made to do harm "
                "do; the rest is not read",
                "unpack it yourself if you trust it, and hand in the folder",
            )

    def enter(self) -> None:
        """Note that one more member is read.

        Raises:
            InputError: there were too many; so does every later call.
        """
        self.members += 1
        if self.members > MOST_MEMBERS:
            self.used_up = True
            raise InputError(
                self.item,
                f"holds more than {MOST_MEMBERS:,} members; the rest is not read",
                "hand in its members in several archives or as a folder",
            )
