"""The shipped outlines of countries: Natural Earth 1:50m, public domain."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Ring", "rings"]


@dataclass(frozen=True, slots=True)
class Ring:
    """One closed outline of a country: land, or a hole in it."""

    country: str
    points: tuple[tuple[float, float], ...]
    """Degrees east and north."""

    west: float
    south: float
    east: float
    north: float


@cache
def rings() -> tuple[Ring, ...]:
    """All outlines, by country. Neighbours share their points exactly."""
    raw = files("firsthand.brief").joinpath("data", "outlines.json").read_text("utf-8")
    data = json.loads(raw)
    scale = data["scale"]
    arcs = [_walked(flat, scale) for flat in data["arcs"]]
    found = []
    for country, shapes in data["countries"]:
        for shape in shapes:
            points: list[tuple[float, float]] = []
            for index in shape:
                arc = arcs[index] if index >= 0 else arcs[~index][::-1]
                points += arc[1:] if points else arc
            xs, ys = [x for x, _ in points], [y for _, y in points]
            found.append(Ring(country, tuple(points), min(xs), min(ys), max(xs), max(ys)))
    return tuple(found)


def _walked(flat: list[int], scale: float) -> list[tuple[float, float]]:
    x = y = 0
    points = []
    for dx, dy in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((round(x * scale, 4), round(y * scale, 4)))
    return points
