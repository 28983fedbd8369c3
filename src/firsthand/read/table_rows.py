"""Lines to the records of a table: a value in quotation marks may hold line ends."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Assembler"]


@dataclass(slots=True, kw_only=True)
class Assembler:
    """Puts lines together until no quotation mark is open, in time that grows with their length."""

    mark: str
    """What stands between values."""

    escaped: bool
    """Whether quotation marks in values are written with a backslash."""

    lines: list[str] = field(default_factory=list)
    """Those of the record that is not complete yet."""

    size: int = 0
    """Their characters."""

    is_open: bool = False

    def add(self, line: str) -> str | None:
        """Take the next line, with its end.

        Returns:
            The record that it completes, else None.
        """
        self.lines.append(line)
        self.size += len(line)
        self.is_open = self._open_after(line)
        return None if self.is_open else self.taken()

    def taken(self) -> str:
        """All lines held, as one; none are held afterwards."""
        record = "".join(self.lines)
        self.lines, self.size, self.is_open = [], 0, False
        return record

    def _open_after(self, line: str) -> bool:
        """Whether a quotation mark that begins a value is open at the end of `line`."""
        at, is_open = 0, self.is_open
        opening = self.mark + '"'
        if not is_open and line.startswith('"'):
            at, is_open = 1, True
        while True:
            if is_open:
                at = line.find('"', at)
                if at < 0:
                    return True
                if self.escaped and _is_escaped(line, at):
                    at += 1
                elif not self.escaped and line.startswith('""', at):
                    at += 2
                else:
                    at, is_open = at + 1, False
            else:
                at = line.find(opening, at)
                if at < 0:
                    return False
                at, is_open = at + len(opening), True


def _is_escaped(line: str, at: int) -> bool:
    """Whether an odd number of backslashes stands before position `at`."""
    count = 0
    while at > count and line[at - 1 - count] == "\\":
        count += 1
    return count % 2 == 1
