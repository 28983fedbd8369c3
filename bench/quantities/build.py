r"""Write ``dev.jsonl``, ``more.jsonl`` and ``held_out.jsonl`` from the marked sentences.

A line of a ``.marked`` file is one sentence; lines that begin with ``#`` and empty lines are left
out. In a sentence ``{at least 12|12 at-least|person}`` marks a quantity: its words, then its value
(``low`` or ``low~high``), approximator and unit (in any order, underscores for blanks), then the
lemma of the counted noun where there is one. ``<troops sent to Kursk>`` marks a counted noun phrase:
it belongs to the quantity before it, or, where written ``<1:troops>``, to each whose noun is written
``troop@1``. ``\u00a0`` stands for that character.
"""

from __future__ import annotations

import json
import re
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
APPROXIMATORS = frozenset({"about", "at-least", "at-most", "nearly", "more-than", "less-than"})
SHORT = {
    "ab": "about",
    "al": "at-least",
    "am": "at-most",
    "ne": "nearly",
    "mt": "more-than",
    "lt": "less-than",
}
_MARK = re.compile(
    r"\{(?P<words>[^{}|]*)\|(?P<value>[^{}|]*)(?:\|(?P<noun>[^{}|]*))?\}|<(?:(\d):)?|>"
)

Row = dict[str, Any]


def read(line: str, name: str) -> Row:
    """Read one marked sentence.

    Args:
        line: The sentence with its marks.
        name: Its id.

    Returns:
        The row of the gold file; offsets are code points into its text, end exclusive.

    Raises:
        ValueError: A mark is not closed, or a noun has no phrase.
    """
    line = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m.group(1), 16)), line.strip())
    text = ""
    at = 0
    found: list[Row] = []
    wanted: list[str | None] = []
    open_: list[tuple[str, int]] = []
    phrases: dict[str, tuple[int, int]] = {}
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        at = mark.end()
        if mark.group() == ">":
            label, start = open_.pop()
            phrases[label] = (start, len(text))
        elif mark.group().startswith("<"):
            label = mark.group(4) or ""
            if not label:
                last = max(i for i, one in enumerate(found) if one["noun"] and wanted[i] is None)
                label = f"after {last}"
                wanted[last] = label
            open_.append((label, len(text)))
        else:
            start = len(text)
            text += mark.group("words")
            noun, _, label = (mark.group("noun") or "").partition("@")
            one = {"start": start, "end": len(text), **_value(mark.group("value"))}
            found.append({**one, "noun": noun or None})
            wanted.append(label or None)
    text += line[at:]
    if open_ or re.search(r"[{}|<>]", text):
        raise ValueError(f"{name}: a mark is not closed: {line}")
    for one, phrase in zip(found, wanted, strict=True):
        if one["noun"] and phrase not in phrases:
            raise ValueError(f"{name}: no phrase for {one['noun']!r}: {line}")
        span = phrases[phrase] if one["noun"] and phrase else (None, None)
        one["noun_start"], one["noun_end"] = span
    return {"id": name, "text": text, "quantities": found}


def _value(words: str) -> Row:
    """Read "10~15 about %": bounds, approximator, unit."""
    first, *rest = words.split()
    low, _, high = first.partition("~")
    kinds = [SHORT.get(word, word) for word in rest]
    units = [word.replace("_", " ") for word in kinds if word not in APPROXIMATORS]
    marks = [word for word in kinds if word in APPROXIMATORS]
    if len(units) > 1 or len(marks) > 1:
        raise ValueError(f"two units or two approximators: {words}")
    return {
        "low": _number(low),
        "high": _number(high or low),
        "approximator": marks[0] if marks else None,
        "unit": units[0] if units else None,
    }


def _number(word: str) -> float:
    """Read "1.2e9", "-4" or "2/3"; fractions keep six places."""
    number = float(Fraction(word)) if "/" in word else float(word)
    return round(number, 6)


def rows(half: str) -> list[Row]:
    """Every row of "dev", "more" or "held_out", in order."""
    lines = (HERE / f"{half}.marked").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.strip() and not line.startswith("#")]
    return [read(line, f"{half}-{i:03d}") for i, line in enumerate(kept, 1)]


def main() -> int:
    """Write each part that has its sentences.

    Returns:
        The exit status: always 0.
    """
    for half in ("dev", "more", "held_out"):
        if not (HERE / f"{half}.marked").is_file():
            continue
        found = rows(half)
        with (HERE / f"{half}.jsonl").open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in found)
        empty = sum(not row["quantities"] for row in found)
        counted = sum(len(row["quantities"]) for row in found)
        print(f"{half}: {len(found)} sentences, {empty} without, {counted} quantities")
    return 0


if __name__ == "__main__":
    sys.exit(main())
