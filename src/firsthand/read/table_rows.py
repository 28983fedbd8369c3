"""Lines to the records of a table: a value in quotation marks may hold line ends."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Assembler", "closing", "values_of"]


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
    is_doubtful: bool = False
    """Whether a value seems to begin within the one that is open: its mark was never closed."""

    def add(self, line: str) -> str | None:
        """Take the next line, with its end.

        Returns:
            The record that it completes, else None.
        """
        self.lines.append(line)
        self.size += len(line)
        self.is_doubtful = self.is_open and self._begins_within(line)
        self.is_open = self.is_doubtful or self._open_after(line)
        return None if self.is_open else self.taken()

    def taken(self) -> str:
        """All lines held, as one; none are held afterwards."""
        record = "".join(self.lines)
        self.lines, self.size, self.is_open, self.is_doubtful = [], 0, False, False
        return record

    def _begins_within(self, line: str) -> bool:
        """Whether the first quotation mark of `line`, in an open value, opens one as writers do.

        Those who write tables double the marks inside values: a single one right behind a dividing
        mark, with a word behind it, begins a value.
        """
        at = line.find('"')
        behind = line[at + 1 : at + 2]
        return (
            at > 0 and line[at - 1] == self.mark and behind not in {'"', "", self.mark, "\n", "\r"}
        )

    def _open_after(self, line: str) -> bool:
        """Whether a quotation mark that begins a value is open at the end of `line`."""
        at, is_open = 0, self.is_open
        opening = self.mark + '"'
        if not is_open and line.startswith('"'):
            at, is_open = 1, True
        while True:
            if is_open:
                at, closes = closing(line, at, self.mark, escaped=self.escaped)
                if not closes:
                    return True
                at, is_open = at + 1, False
            else:
                at = line.find(opening, at)
                if at < 0:
                    return False
                at, is_open = at + len(opening), True


def closing(text: str, at: int, mark: str, *, escaped: bool) -> tuple[int, bool]:
    """Where the quotation mark stands that ends a value.

    It is one that is not doubled (or written with a backslash) and has the dividing mark or the
    end of a line behind it; any other is part of the value, as people write it by mistake.

    Args:
        text: A record or a line of it.
        at: A position within the value.
        mark: What stands between values.
        escaped: Whether quotation marks in values are written with a backslash.

    Returns:
        Its position and true, or the end of `text` and false.
    """
    while (at := text.find('"', at)) >= 0:
        behind = text[at + 1 : at + 2]
        if escaped and _is_escaped(text, at):
            at += 1
        elif not escaped and behind == '"':
            at += 2
        elif behind in {"", mark, "\n", "\r"}:
            return at, True
        else:
            at += 1
    return len(text), False


def values_of(record: str, mark: str, *, escaped: bool) -> list[str]:
    """The values of one record as `Assembler` puts it together, in time that grows with its length.

    Args:
        record: With or without the line end behind it.
        mark: What stands between values.
        escaped: Whether quotation marks in values are written with a backslash.
    """
    record = record.removesuffix("\n").removesuffix("\r")
    found: list[str] = []
    at = 0
    while True:
        if record.startswith('"', at):
            end, _ = closing(record, at + 1, mark, escaped=escaped)
            words = record[at + 1 : end]
            found.append(words.replace('\\"', '"') if escaped else words.replace('""', '"'))
            at = end + 1
        else:
            end = record.find(mark, at)
            end = len(record) if end < 0 else end
            found.append(record[at:end])
            at = end
        if at >= len(record):
            return found
        at += 1
        if at == len(record):
            return [*found, ""]


def _is_escaped(line: str, at: int) -> bool:
    """Whether an odd number of backslashes stands before position `at`."""
    count = 0
    while at > count and line[at - 1 - count] == "\\":
        count += 1
    return count % 2 == 1
