"""The places of a story on a map of land and borders."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import escape

from firsthand.brief.outlines import Ring, rings
from firsthand.brief.svg_words import number, tag, width_of
from firsthand.domain import PlaceEntry

__all__ = ["drawn_map", "nearby"]

_WIDTH = 760.0
_TALLEST, _FLATTEST = 0.7, 0.45
"""Height over width of the frame, at most and at least."""

_MARGIN = 0.14
"""Room around the outermost places, as a share of their extent."""

_LEAST_DEGREES = 1.6
"""A single town is shown with about this much land around it."""

_SIZE, _DOT, _MOST_LABELS = 12.0, 4.0, 28
_SMALLEST = 1.5
"""An islet smaller than this (square drawing units) would be a speck."""

_WIDE_KINDS = frozenset({"country", "region", "area", "water", "continent"})
_ROOMY = 2.0
"""A country is named where it shows at least twice the area of its name."""

_FINEST = 1.0
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


_NEAR, _CLOSE, _LEAST_NEAR = 0.25, 0.45, 3
"""A map of its own is worth while for at least three places that lie within a quarter of the whole
extent from the middle one and together take less than 0.45 of it: more is lost to scale by then."""


def nearby(places: Sequence[PlaceEntry]) -> tuple[PlaceEntry, ...]:
    """The places round the middle of the story, where a map of all is too small to tell them apart.

    The middle is the median of the places, each as often as it is named. Countries do not count:
    the point that stands for one says nothing about where things happened.

    Returns:
        Those places in the order given, then all countries (they are only shaded); empty when one
        map shows all well enough.
    """
    countries = tuple(place for place in places if _is_country(place))
    places = [place for place in places if not _is_country(place)]
    if len(places) <= _LEAST_NEAR:
        return ()
    centre = _centre([place.place.lon for place in places])
    squeeze = math.cos(math.radians(sum(p.place.lat for p in places) / len(places)))
    spots = [(_near(p.place.lon, centre) * squeeze, p.place.lat) for p in places]
    named = [spot for place, spot in zip(places, spots, strict=True) for _ in place.mentions]
    xs, ys = sorted(x for x, _ in named or spots), sorted(y for _, y in named or spots)
    middle = (xs[len(xs) // 2], ys[len(ys) // 2])
    whole = _extent(spots)
    inside = [math.dist(spot, middle) <= _NEAR * whole for spot in spots]
    close = [spot for spot, here in zip(spots, inside, strict=True) if here]
    if len(close) < _LEAST_NEAR or len(close) == len(spots) or _extent(close) > _CLOSE * whole:
        return ()
    return (*(place for place, here in zip(places, inside, strict=True) if here), *countries)


def _extent(spots: Sequence[_Point]) -> float:
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return math.hypot(max(xs) - min(xs), max(ys) - min(ys))


def drawn_map(places: Sequence[PlaceEntry]) -> str:
    """Draw `places` as labelled dots on land outlines, as one SVG element.

    Only the part of the world that holds them is drawn; a country is shaded, not dotted, and does
    not widen the map unless there is nothing else to show. Labels never overlap each other: one for
    which there is no room is left to the list beside the map, its dot keeps a title.

    Returns:
        The SVG; empty text when there are no places.
    """
    if not places:
        return ""
    known = {ring.code for ring in rings()}
    shaded = {p.place.country for p in places if _is_country(p) and p.place.country in known}
    dotted = [p for p in places if not (_is_country(p) and p.place.country in shaded)]
    framing = dotted or places
    centre = _centre([place.place.lon for place in framing])
    frame = _frame([(_near(p.place.lon, centre), p.place.lat) for p in framing])
    land: list[str] = []
    told: list[str] = []
    largest: dict[str, list[_Point]] = {}
    for ring in rings():
        for turn in (-360.0, 0.0, 360.0):
            points = _outline(ring, turn, frame)
            if points:
                (told if ring.code in shaded else land).append(_path(points))
                if _area(points) > _area(largest.get(ring.country, [])):
                    largest[ring.country] = points
    spots = [frame.at(_near(p.place.lon, centre), p.place.lat) for p in dotted]
    dots, labels, taken = _marked(dotted, spots, frame)
    bold = {ring.country for ring in rings() if ring.code in shaded}
    countries = _named(largest, taken, frame, bold=bold)
    names = ", ".join(place.name for place in places[:12])
    return tag(
        "svg",
        "".join(
            (
                tag("title", "Places of the story"),
                tag("desc", str(escape(f"Map with {names}."))),
                tag("rect", class_="sea", width=_WIDTH, height=frame.height),
                tag("path", class_="land", d="".join(land)),
                tag("path", class_="land told", d="".join(told)) if told else "",
                countries,
                dots,
                labels,
            )
        ),
        class_="map",
        role="img",
        viewBox=f"0 0 {number(_WIDTH)} {number(frame.height)}",
    )


def _is_country(place: PlaceEntry) -> bool:
    return place.place.kind == "country"


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


def _outline(ring: Ring, turn: float, frame: _Frame) -> list[_Point]:
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
    points = _cut(points, lambda p: _WIDTH + edge - p[0])
    points = _cut(points, lambda p: p[1] + edge)
    points = _cut(points, lambda p: frame.height + edge - p[1])
    kept: list[_Point] = []
    for point in points:
        if not kept or math.dist(point, kept[-1]) >= _FINEST:
            kept.append(point)
    return kept if len(kept) > 2 and _area(kept) >= _SMALLEST else []


def _path(points: Sequence[_Point]) -> str:
    """A closed path in steps of a tenth, each given from the point before: a third shorter."""
    grid = [(round(10 * x), round(10 * y)) for x, y in points]
    steps = [
        f"{number((bx - ax) / 10)} {number((by - ay) / 10)}"
        for (ax, ay), (bx, by) in pairwise(grid)
    ]
    return f"M{number(grid[0][0] / 10)} {number(grid[0][1] / 10)}l{' '.join(steps).replace(' -', '-')}z"


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
) -> tuple[str, str, list[_Rect]]:
    taken = [_Rect(x - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT) for x, y in points]
    dots, labels = [], []
    for rank, (place, (x, y)) in enumerate(zip(places, points, strict=True)):
        wide = place.place.kind in _WIDE_KINDS
        times = len(place.mentions)
        title = tag("title", str(escape(f"{place.name} ({place.place.kind}), named {times} ×")))
        dots.append(tag("circle", title, cx=x, cy=y, r=_DOT, class_="dot wide" if wide else "dot"))
        if rank >= _MOST_LABELS:
            continue
        size = width_of(place.name, _SIZE, bold=True)
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
    return "".join(dots), "".join(labels), taken


def _area(points: Sequence[_Point]) -> float:
    pairs = zip(points, [*points[1:], *points[:1]], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def _named(
    largest: Mapping[str, Sequence[_Point]],
    taken: Sequence[_Rect],
    frame: _Frame,
    *,
    bold: Collection[str],
) -> str:
    """Names of countries, faint, where the largest visible part has room for them.

    Those in `bold` (countries of the story) come first and are set in bold.
    """
    used = list(taken)
    drawn = []
    for country in sorted(
        largest, key=lambda name: (name not in bold, -_area(largest[name]), name)
    ):
        points = largest[country]
        size = width_of(country, 12 if country in bold else 11, bold=country in bold)
        if _area(points) < _ROOMY * size * 11:
            continue
        for x, y in _middles(points):
            room = _Rect(x - size / 2 - 3, y - 9, size + 6, 14)
            corners = [(room.x, room.y), (room.x + room.width, room.y)]
            corners += [(px, room.y + room.height) for px, _ in corners]
            fits = (
                room.x >= 0 and room.x + room.width <= _WIDTH and 0 <= room.y <= frame.height - 14
            )
            if fits and not any(map(room.meets, used)) and all(_inside(c, points) for c in corners):
                used.append(room)
                drawn.append(
                    tag(
                        "text",
                        str(escape(country)),
                        x=x,
                        y=y + 2,
                        class_="country told" if country in bold else "country",
                    )
                )
                break
    return "".join(drawn)


def _middles(points: Sequence[_Point]) -> list[_Point]:
    """Some points well inside a polygon's frame, the middle first."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, wide, top, tall = min(xs), max(xs) - min(xs), min(ys), max(ys) - min(ys)
    shares = (0.5, 0.35, 0.65, 0.2, 0.8)
    spots = [(left + a * wide, top + b * tall) for a in shares for b in shares]
    middle = (left + wide / 2, top + tall / 2)
    return sorted(spots, key=lambda spot: math.dist(spot, middle))


def _inside(point: _Point, points: Sequence[_Point]) -> bool:
    """Whether a ray to the right crosses the outline an odd number of times."""
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in zip(points, [*points[1:], *points[:1]], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            odd = not odd
    return odd


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
