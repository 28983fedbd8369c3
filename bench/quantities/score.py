"""Score quantities: ``python bench/quantities/score.py GOLD.jsonl PRED.jsonl [--errors] [--json]``.

Both files hold ``{id, text?, quantities: [...]}`` with the fields that README.md describes. A
predicted quantity is paired with the gold one that its span overlaps most, one to one. It is right
when low, high, approximator and the noun's lemma agree; the other lines ask for one of these only.
Standard library only.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from pathlib import Path
from typing import Any

Quantity = dict[str, Any]
Pair = tuple[Quantity | None, Quantity | None]
"""A gold quantity and the predicted one at its place; None where one of them is missing."""

TOLERANCE = 1e-3
"""Relative difference up to which two values are one: .667 is two-thirds, .33 is not a third."""

LINES = (
    "value + approximator + noun",
    "place",
    "value",
    "approximator",
    "unit",
    "noun",
    "noun span",
)


def agree(gold: Quantity, told: Quantity, line: str) -> bool:
    """Tell whether two quantities at one place agree in what `line` asks for."""
    match line:
        case "place":
            return True
        case "value":
            times = _times(gold, told)
            return all(_near(gold[end] * times, told[end]) for end in ("low", "high"))
        case "unit":
            same = (gold["unit"] or None) == (told.get("unit") or None)
            return same or (_times(gold, told) != 1 and agree(gold, told, "value"))
        case "approximator":
            return bool((gold[line] or None) == (told.get(line) or None))
        case "noun":
            return lemma(gold["noun"]) == lemma(told.get("noun"))
        case "noun span":
            return _same_phrase(gold, told)
        case _:
            return all(agree(gold, told, one) for one in ("value", "approximator", "noun"))


def lemma(noun: str | None) -> str | None:
    """Fold what two lemmatisers may write differently: case, a plural "s", "people" for "person"."""
    if not noun:
        return None
    folded = noun.casefold().strip()
    if folded in ("people", "persons"):
        return "person"
    return folded[:-1] if folded.endswith("s") and not folded.endswith("ss") else folded


def _times(gold: Quantity, told: Quantity) -> float:
    """What brings a share to the other's form: "half" may be told as .5 or as 50 %."""
    ours, theirs = gold["unit"] or None, told.get("unit") or None
    if ours is None and theirs == "%" and gold["high"] <= 1:
        return 100.0
    if ours == "%" and theirs is None and told["high"] <= 1 < gold["high"]:
        return 0.01
    return 1.0


def _near(one: float, other: float) -> bool:
    """Whether two values are the same."""
    return math.isclose(one, other, rel_tol=TOLERANCE, abs_tol=1e-9)


def _same_phrase(gold: Quantity, told: Quantity) -> bool:
    """Whether the noun phrases overlap, or neither has one."""
    ours, theirs = gold.get("noun_start"), told.get("noun_start")
    if ours is None or theirs is None:
        return ours is None and theirs is None
    return bool(ours < told["noun_end"] and theirs < gold["noun_end"])


def pairs(gold: list[Quantity], told: list[Quantity]) -> list[Pair]:
    """Pair the quantities of one sentence, largest overlap first, then in reading order."""
    shared = sorted(
        (-_overlap(g, t), i, j)
        for i, g in enumerate(gold)
        for j, t in enumerate(told)
        if _overlap(g, t) > 0
    )
    left, right = dict(enumerate(gold)), dict(enumerate(told))
    found: list[Pair] = []
    for _, i, j in shared:
        if i in left and j in right:
            found.append((left.pop(i), right.pop(j)))
    return [
        *found,
        *((one, None) for one in left.values()),
        *((None, one) for one in right.values()),
    ]


def _overlap(one: Quantity, other: Quantity) -> int:
    """Code points that two spans share."""
    return int(min(one["end"], other["end"]) - max(one["start"], other["start"]))


def score(gold: list[dict[str, Any]], told: dict[str, list[Quantity]]) -> dict[str, Any]:
    """Score every sentence.

    Args:
        gold: The gold rows.
        told: Predicted quantities by sentence id; a sentence without any may be missing.

    Returns:
        For each of `LINES` precision, recall and F1 in percent; then ``false alarms``: the share of
        sentences without a quantity in which one was told, in percent; and the counts.
    """
    every = [pair for row in gold for pair in pairs(row["quantities"], told.get(row["id"], []))]
    wanted = sum(g is not None for g, _ in every)
    given = sum(t is not None for _, t in every)
    both = [(g, t) for g, t in every if g is not None and t is not None]
    answer: dict[str, Any] = {}
    for line in LINES:
        right = sum(agree(g, t, line) for g, t in both)
        answer[line] = {
            "precision": _percent(right, given),
            "recall": _percent(right, wanted),
            "f1": _percent(2 * right, given + wanted),
        }
    negative = [row for row in gold if not row["quantities"]]
    alarms = sum(bool(told.get(row["id"])) for row in negative)
    answer["false alarms"] = _percent(alarms, len(negative))
    answer["counts"] = {
        "sentences": len(gold),
        "without a quantity": len(negative),
        "gold": wanted,
        "predicted": given,
    }
    return answer


def _percent(part: float, whole: float) -> float:
    """A share in percent, two places; 0 of nothing is 0."""
    return round(100 * part / whole, 2) if whole else 0.0


def errors(gold: list[dict[str, Any]], told: dict[str, list[Quantity]]) -> list[str]:
    """Describe each pair that is not right, one line: class, id, gold, prediction, sentence."""
    lines = []
    for row in gold:
        for g, t in pairs(row["quantities"], told.get(row["id"], [])):
            if g is None:
                kind = "false alarm" if not row["quantities"] else "too many"
            elif t is None:
                kind = "missed"
            else:
                parts = ("value", "approximator", "noun")
                kind = " + ".join(one for one in parts if not agree(g, t, one))
            if kind:
                ours, theirs = _words(g, row["text"]), _words(t, row["text"])
                lines.append(f"{kind}\t{row['id']}\tgold {ours}\ttold {theirs}\t{row['text']}")
    return sorted(lines)


def _words(one: Quantity | None, text: str) -> str:
    """A quantity in a few words."""
    if one is None:
        return "-"
    value = f"{one['low']:g}" if one["low"] == one["high"] else f"{one['low']:g}..{one['high']:g}"
    rest = (one.get("approximator"), value, one.get("unit"), one.get("noun"))
    return f"{text[one['start'] : one['end']]!r} " + " ".join(word or "·" for word in rest)


def _rows(path: Path) -> list[dict[str, Any]]:
    """Read a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def main(arguments: list[str]) -> int:
    """Score two files and print a table.

    Returns:
        The exit status: always 0.
    """
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("gold", type=Path)
    asked.add_argument("predicted", type=Path)
    asked.add_argument("--errors", action="store_true", help="list what is wrong, by class")
    asked.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = asked.parse_args(arguments)
    gold = _rows(options.gold)
    told = {row["id"]: row["quantities"] for row in _rows(options.predicted)}
    answer = score(gold, told)
    if options.json:
        print(json.dumps(answer))
        return 0
    print(f"{'':28} {'P':>7} {'R':>7} {'F1':>7}")
    for line in LINES:
        told_line = answer[line]
        print(
            f"{line:28} " + " ".join(f"{told_line[k]:7.2f}" for k in ("precision", "recall", "f1"))
        )
    print(f"{'false alarms':28} {answer['false alarms']:7.2f} % of sentences without a quantity")
    print(", ".join(f"{name} {count}" for name, count in answer["counts"].items()))
    if options.errors:
        print("\n".join(errors(gold, told)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
