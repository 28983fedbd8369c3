"""Remarks and scenes put together from short pieces, so that hardly two in a million are alike."""

from __future__ import annotations

import tomllib
from functools import cache

from tests.coverage.grammar import Draw, Template, Values, compiled, filled, sentence
from tests.coverage.loose import DATA

__all__ = ["remark", "scene"]


@cache
def _talk() -> dict[str, tuple[Template, ...]]:
    """Lists of templates by name."""
    rows = tomllib.loads((DATA / "talk.toml").read_text(encoding="utf-8"))
    split = {
        name: row.replace("\n", "").split("|") if isinstance(row, str) else row
        for name, row in rows.items()
    }
    return {
        name: tuple(compiled(one) for one in row) for name, row in split.items() if name != "joins"
    }


@cache
def _joins() -> tuple[str, ...]:
    rows = tomllib.loads((DATA / "talk.toml").read_text(encoding="utf-8"))
    return tuple(rows["joins"])


def remark(own: tuple[Template, ...], pool: str, values: Values, draw: Draw, number: int) -> str:
    """Two to four clauses as one remark: one of the kind of event, the others of any.

    Args:
        own: Clauses of the kind of event.
        pool: ``clauses``, ``official`` or ``critic``.
        values: What stands in the slots.
        draw: Chance.
        number: Decides the loose slots.
    """
    general, joins = _talk()[pool], _joins()
    size = 2 + int(draw() * 2.3)
    first = int(draw() * size)
    text = ""
    said: list[Template] = []
    for at in range(size):
        options = own if at == first and draw() < 0.8 else general
        template = options[int(draw() * len(options))]
        if template in said:
            continue
        said.append(template)
        clause = filled(template, values, draw, number + at)
        if not text:
            text = clause
            continue
        join = joins[int(draw() * (len(joins) if pool == "clauses" else 4))]
        text += join + (
            sentence(clause)
            if join.startswith(".") and join not in {". Then ", ". And "}
            else clause
        )
    return sentence(text)


def scene(mood: str, values: Values, draw: Draw, number: int) -> str:
    """What was to be seen, in a sentence: who, doing what, where, how long.

    Args:
        mood: ``calamity`` or ``public``: what people do there.
        values: What stands in the slots.
        draw: Chance.
        number: Decides the loose slots.
    """
    made = _Pieces(mood, values, draw, number)
    return sentence(
        filled(_talk()["scenes"][int(draw() * len(_talk()["scenes"]))], made, draw, number)
    )


class _Pieces(dict[str, str]):
    """The pieces of a scene, each made when it is asked for."""

    def __init__(self, mood: str, values: Values, draw: Draw, number: int) -> None:
        super().__init__()
        self.mood, self.values_of, self.draw, self.number = mood, values, draw, number

    def __missing__(self, slot: str) -> str:
        pool = slot.rstrip("2")
        options = _talk()[self.mood if pool == "did" else pool]
        number = self.number + len(self)
        made = filled(options[int(self.draw() * len(options))], self.values_of, self.draw, number)
        self[slot] = made
        return made
