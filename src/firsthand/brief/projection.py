"""Which part of the world a map shows, and where points and outlines stand in it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from firsthand.brief.outlines import Ring

__all__ = [
    "WIDTH",
    "Frame",
    "Point",
    "area",
    "centre_of",
    "frame_of",
    "holds",
    "nearest_turn",
    "outline_in",
]

WIDTH = 760.0
"""Of every map, in drawing units."""

_TALLEST, _FLATTEST = 0.7, 0.45
"""Height over width of the frame, at most and at least."""

_MARGIN = 0.14
"""Room around the outermost places, as a share of their extent."""

_LEAST_DEGREES = 1.6
"""A single town is shown with about this much land around it."""

_FINEST = 1.0
"""Points of an outline nearer to each other than this (in drawing units) are one."""

_SMALLEST = 1.5
"""An islet smaller than this (square drawing units) would be a speck."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """What part of the world is shown: equirectangular, true to scale at its middle latitude."""

    west: float
    south: float
    east: float
    north: float
    height: float

    def at(self, lon: float, lat: float) -> Point:
        """Where a point of the world stands in the drawing."""
        return (
            (lon - self.west) / (self.east - self.west) * WIDTH,
            (self.north - lat) / (self.north - self.south) * self.height,
        )


def centre_of(longitudes: Sequence[float]) -> float:
    """The middle of the shortest stretch that holds all longitudes, also across the date line."""
    ordered = sorted(set(longitudes))
    gaps = [
        ((following - one) % 360 or 360.0, following)
        for one, following in zip(ordered, [*ordered[1:], ordered[0]], strict=True)
    ]
    widest, start = max(gaps)
    middle = start + (360 - widest) / 2
    return (middle + 180) % 360 - 180


def nearest_turn(lon: float, centre: float) -> float:
    """`lon` in the turn of the globe that brings it nearest to `centre`."""
    return lon + 360 * round((centre - lon) / 360)


def frame_of(spots: Sequence[Point]) -> Frame:
    """The frame that holds `spots` (degrees east and north, at least one) with some room around."""
    lons, lats = [lon for lon, _ in spots], [lat for _, lat in spots]
    south, north = min(lats), max(lats)
    squeeze = max(0.2, math.cos(math.radians((south + north) / 2)))
    x, y = (min(lons) + max(lons)) / 2, (south + north) / 2
    across = max((max(lons) - min(lons)) * (1 + 2 * _MARGIN), _LEAST_DEGREES / squeeze) * squeeze
    along = max((north - south) * (1 + 2 * _MARGIN), _LEAST_DEGREES * _FLATTEST)
    ratio = min(_TALLEST, max(_FLATTEST, along / across))
    across = max(across, along / ratio)
    along = across * ratio
    wide = min(360.0, across / squeeze)
    tall = min(180.0, along)
    y = min(90 - tall / 2, max(-90 + tall / 2, y))
    return Frame(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2, WIDTH * ratio)


def outline_in(ring: Ring, turn: float, frame: Frame) -> list[Point]:
    """The part of one outline that shows; empty when none does."""
    if (
        ring.east + turn < frame.west
        or ring.west + turn > frame.east
        or ring.north < frame.south
        or ring.south > frame.north
    ):
        return []
    points = [frame.at(lon + turn, lat) for lon, lat in ring.points]
    edge = 8.0
    points = _cut(points, lambda p: p[0] + edge)
    points = _cut(points, lambda p: WIDTH + edge - p[0])
    points = _cut(points, lambda p: p[1] + edge)
    points = _cut(points, lambda p: frame.height + edge - p[1])
    kept: list[Point] = []
    for point in points:
        if not kept or math.dist(point, kept[-1]) >= _FINEST:
            kept.append(point)
    return kept if len(kept) > 2 and area(kept) >= _SMALLEST else []


def _cut(points: Sequence[Point], inside: Callable[[Point], float]) -> list[Point]:
    """Sutherland and Hodgman (1974), one edge: what of a polygon lies where `inside` is positive."""
    kept = []
    for index, point in enumerate(points):
        before = points[index - 1]
        a, b = inside(before), inside(point)
        if (a < 0) != (b < 0):
            t = a / (a - b)
            kept.append(
                (before[0] + t * (point[0] - before[0]), before[1] + t * (point[1] - before[1]))
            )
        if b >= 0:
            kept.append(point)
    return kept


def area(points: Sequence[Point]) -> float:
    """The area of a polygon (shoelace formula); 0 for none."""
    pairs = zip(points, [*points[1:], *points[:1]], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def holds(point: Point, points: Sequence[Point]) -> bool:
    """Whether `point` lies in the polygon: a ray to the right crosses it an odd number of times."""
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in zip(points, [*points[1:], *points[:1]], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            odd = not odd
    return odd
