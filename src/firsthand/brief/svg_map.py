"""The places of a story on a map of land and borders."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import escape

from firsthand.brief.outlines import Ring, rings
from firsthand.brief.svg_words import number, tag, width_of
from firsthand.domain import PlaceEntry

__all__ = ["drawn_map"]

_WIDTH = 760.0
_TALLEST, _FLATTEST = 0.85, 0.5
"""Height over width of the frame, at most and at least."""

_MARGIN = 0.14
"""Room around the outermost places, as a share of their extent."""

_LEAST_DEGREES = 1.6
"""A single town is shown with about this much land around it."""

_SIZE, _DOT, _MOST_LABELS = 12.0, 4.0, 28
_FINEST = 0.6
"""Points of an outline nearer to each other than this (in drawing units) are one."""

_Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What part of the world is shown: equirectangular, true to scale at its middle latitude."""

    west: float
    south: float
    east: float
    north: float
    height: float

    def at(self, lon: float, lat: float) -> _Point:
        """Where a point of the world stands in the drawing."""
        return (
            (lon - self.west) / (self.east - self.west) * _WIDTH,
            (self.north - lat) / (self.north - self.south) * self.height,
        )


def drawn_map(places: Sequence[PlaceEntry]) -> str:
    """Draw `places` as labelled dots on land outlines, as one SVG element.

    Only the part of the world that holds them is drawn. Labels never overlap each other: one for
    which there is no room is left to the list beside the map, its dot keeps a title.

    Returns:
        The SVG; empty text when there are no places.
    """
    if not places:
        return ""
    centre = _centre([place.place.lon for place in places])
    spots = [(_near(place.place.lon, centre), place.place.lat) for place in places]
    frame = _frame(spots)
    land = [
        path
        for ring in rings()
        for turn in (-360.0, 0.0, 360.0)
        if (path := _outline(ring, turn, frame))
    ]
    dots, labels = _marked(places, [frame.at(lon, lat) for lon, lat in spots], frame)
    names = ", ".join(place.name for place in places[:12])
    return tag(
        "svg",
        "".join(
            (
                tag("title", "Places of the story"),
                tag("desc", str(escape(f"Map with {names}."))),
                tag("rect", class_="sea", width=_WIDTH, height=frame.height),
                tag("path", class_="land", d="".join(land)),
                dots,
                labels,
            )
        ),
        class_="map",
        role="img",
        viewBox=f"0 0 {number(_WIDTH)} {number(frame.height)}",
    )


def _centre(longitudes: Sequence[float]) -> float:
    """The middle of the shortest stretch that holds all longitudes, also across the date line."""
    ordered = sorted(set(longitudes))
    gaps = [
        ((following - one) % 360 or 360.0, following)
        for one, following in zip(ordered, [*ordered[1:], ordered[0]], strict=True)
    ]
    widest, start = max(gaps)
    middle = start + (360 - widest) / 2
    return (middle + 180) % 360 - 180


def _near(lon: float, centre: float) -> float:
    return lon + 360 * round((centre - lon) / 360)


def _frame(spots: Sequence[_Point]) -> _Frame:
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
    return _Frame(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2, _WIDTH * ratio)


def _outline(ring: Ring, turn: float, frame: _Frame) -> str:
    """The part of one outline that shows, as path data; empty when none does."""
    if (
        ring.east + turn < frame.west
        or ring.west + turn > frame.east
        or ring.north < frame.south
        or ring.south > frame.north
    ):
        return ""
    points = [frame.at(lon + turn, lat) for lon, lat in ring.points]
    edge = 8.0
    points = _cut(points, lambda p: p[0] + edge)
    points = _cut(points, lambda p: _WIDTH + edge - p[0])
    points = _cut(points, lambda p: p[1] + edge)
    points = _cut(points, lambda p: frame.height + edge - p[1])
    kept: list[_Point] = []
    for point in points:
        if not kept or math.dist(point, kept[-1]) >= _FINEST:
            kept.append(point)
    if len(kept) < 3:
        return ""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in kept) + "Z"


def _cut(points: Sequence[_Point], inside: Callable[[_Point], float]) -> list[_Point]:
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


@dataclass(frozen=True, slots=True)
class _Rect:
    x: float
    y: float
    width: float
    height: float

    def meets(self, other: _Rect) -> bool:
        """Whether the two share some area."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


def _marked(
    places: Sequence[PlaceEntry], points: Sequence[_Point], frame: _Frame
) -> tuple[str, str]:
    taken = [_Rect(x - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT) for x, y in points]
    dots, labels = [], []
    for rank, (place, (x, y)) in enumerate(zip(places, points, strict=True)):
        wide = place.place.kind in {"country", "region", "area", "water"}
        times = len(place.mentions)
        title = tag("title", str(escape(f"{place.name} ({place.place.kind}), named {times} ×")))
        dots.append(tag("circle", title, cx=x, cy=y, r=_DOT, class_="dot wide" if wide else "dot"))
        if rank >= _MOST_LABELS:
            continue
        size = width_of(place.name, _SIZE)
        for left, top, dx, dy in _seats(x, y, size):
            room = _Rect(left - 1, top, size + 2, _SIZE + 2)
            fits = (
                left >= 0 and left + size <= _WIDTH and top >= 0 and top + _SIZE + 2 <= frame.height
            )
            if fits and not any(room.meets(other) for other in taken):
                taken.append(room)
                if abs(dx) + abs(dy) > 0:
                    labels.append(
                        tag(
                            "path",
                            d=f"M{number(x)} {number(y)}L{number(dx)} {number(dy)}",
                            class_="leader",
                        )
                    )
                labels.append(
                    tag("text", str(escape(place.name)), x=left, y=top + _SIZE, class_="place")
                )
                break
    return "".join(dots), "".join(labels)


def _seats(x: float, y: float, size: float) -> list[tuple[float, float, float, float]]:
    """Where a label may stand: left and top, and the end of its leader line (0, 0 for none)."""
    half = (_SIZE + 2) / 2
    seats = [
        (x + 7, y - half, 0.0, 0.0),
        (x - 7 - size, y - half, 0.0, 0.0),
        (x - size / 2, y - 2 * half - 5, 0.0, 0.0),
        (x - size / 2, y + 6, 0.0, 0.0),
        (x + 5, y - 2 * half - 3, 0.0, 0.0),
        (x + 5, y + 4, 0.0, 0.0),
        (x - 5 - size, y - 2 * half - 3, 0.0, 0.0),
        (x - 5 - size, y + 4, 0.0, 0.0),
    ]
    for away in (22.0, 38.0, 56.0):
        for step in range(8):
            angle = step * math.pi / 4 + math.pi / 8
            tipx, tipy = x + away * math.cos(angle), y + away * math.sin(angle)
            left = tipx + 2 if math.cos(angle) > 0 else tipx - 2 - size
            seats.append((left, tipy - half, tipx, tipy))
    return seats
