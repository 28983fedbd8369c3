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
    code: str
    """ISO 3166-1 alpha-2; empty where there is none."""

    points: tuple[tuple[float, float], ...]
    """Degrees east and north. A ring that crosses the date line runs on beyond 180 degrees."""

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
    for country, code, shapes in data["countries"]:
        for shape in shapes:
            points: list[tuple[float, float]] = []
            for index in shape:
                arc = arcs[index] if index >= 0 else arcs[~index][::-1]
                points += arc[1:] if points else arc
            points = _unrolled(points)
            xs, ys = [x for x, _ in points], [y for _, y in points]
            found.append(Ring(country, code, tuple(points), min(xs), min(ys), max(xs), max(ys)))
    return tuple(found)


def _walked(flat: list[int], scale: float) -> list[tuple[float, float]]:
    """The points of an arc written as differences."""
    x = y = 0
    points = []
    for dx, dy in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((round(x * scale, 4), round(y * scale, 4)))
    return points


def _unrolled(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The ring without leaps from one side of the date line to the other.

    One that goes round a pole is closed along that pole.
    """
    found = points[:1]
    for x, y in points[1:]:
        turns = round((found[-1][0] - x) / 360)
        found.append((x + 360 * turns, y))
    if abs(found[-1][0] - found[0][0]) > 180:
        pole = 90.0 if found[0][1] > 0 else -90.0
        found += [(found[-1][0], pole), (found[0][0], pole), found[0]]
    return found
