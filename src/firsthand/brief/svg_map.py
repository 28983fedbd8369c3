"""The places of a story on a map of land and borders."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import escape

from firsthand.brief.outlines import rings
from firsthand.brief.projection import (
    WIDTH,
    Frame,
    Point,
    area,
    centre_of,
    frame_of,
    holds,
    nearest_turn,
    outline_in,
)
from firsthand.brief.svg_words import number, tag, width_of
from firsthand.domain import PlaceEntry

__all__ = ["drawn_map", "nearby"]

_SIZE, _DOT, _MOST_LABELS = 12.0, 4.0, 28
_WIDE_KINDS = frozenset({"country", "region", "area", "water", "continent"})
_ROOMY = 2.0
"""A country is named where it shows at least twice the area of its name."""


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
    centre = centre_of([place.place.lon for place in places])
    squeeze = math.cos(math.radians(sum(p.place.lat for p in places) / len(places)))
    spots = [(nearest_turn(p.place.lon, centre) * squeeze, p.place.lat) for p in places]
    named = [spot for place, spot in zip(places, spots, strict=True) for _ in place.mentions]
    xs, ys = sorted(x for x, _ in named or spots), sorted(y for _, y in named or spots)
    middle = (xs[len(xs) // 2], ys[len(ys) // 2])
    whole = _extent(spots)
    inside = [math.dist(spot, middle) <= _NEAR * whole for spot in spots]
    close = [spot for spot, here in zip(spots, inside, strict=True) if here]
    if len(close) < _LEAST_NEAR or len(close) == len(spots) or _extent(close) > _CLOSE * whole:
        return ()
    return (*(place for place, here in zip(places, inside, strict=True) if here), *countries)


def _extent(spots: Sequence[Point]) -> float:
    """The diagonal of the frame round some points."""
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
    centre = centre_of([place.place.lon for place in framing])
    frame = frame_of([(nearest_turn(p.place.lon, centre), p.place.lat) for p in framing])
    land: list[str] = []
    told: list[str] = []
    largest: dict[str, list[Point]] = {}
    for ring in rings():
        for turn in (-360.0, 0.0, 360.0):
            points = outline_in(ring, turn, frame)
            if points:
                (told if ring.code in shaded else land).append(_path(points))
                if area(points) > area(largest.get(ring.country, [])):
                    largest[ring.country] = points
    spots = [frame.at(nearest_turn(p.place.lon, centre), p.place.lat) for p in dotted]
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
                tag("rect", class_="sea", width=WIDTH, height=frame.height),
                tag("path", class_="land", d="".join(land)),
                tag("path", class_="land told", d="".join(told)) if told else "",
                countries,
                dots,
                labels,
            )
        ),
        class_="map",
        role="img",
        viewBox=f"0 0 {number(WIDTH)} {number(frame.height)}",
    )


def _is_country(place: PlaceEntry) -> bool:
    """Whether the place is a whole country."""
    return place.place.kind == "country"


def _path(points: Sequence[Point]) -> str:
    """A closed path in steps of a tenth, each given from the point before: a third shorter."""
    grid = [(round(10 * x), round(10 * y)) for x, y in points]
    steps = [
        f"{number((bx - ax) / 10)} {number((by - ay) / 10)}"
        for (ax, ay), (bx, by) in pairwise(grid)
    ]
    return f"M{number(grid[0][0] / 10)} {number(grid[0][1] / 10)}l{' '.join(steps).replace(' -', '-')}z"


@dataclass(frozen=True, slots=True)
class _Rect:
    """Room taken by a label or a dot."""

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
    places: Sequence[PlaceEntry], points: Sequence[Point], frame: Frame
) -> tuple[str, str, list[_Rect]]:
    """Dots, labels, and the room they take."""
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
                left >= 0 and left + size <= WIDTH and top >= 0 and top + _SIZE + 2 <= frame.height
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


def _named(
    largest: Mapping[str, Sequence[Point]],
    taken: Sequence[_Rect],
    frame: Frame,
    *,
    bold: Collection[str],
) -> str:
    """Names of countries, faint, where the largest visible part has room for them.

    Those in `bold` (countries of the story) come first and are set in bold.
    """
    used = list(taken)
    drawn = []
    for country in sorted(largest, key=lambda name: (name not in bold, -area(largest[name]), name)):
        points = largest[country]
        size = width_of(country, 12 if country in bold else 11, bold=country in bold)
        if area(points) < _ROOMY * size * 11:
            continue
        for x, y in _middles(points):
            room = _Rect(x - size / 2 - 3, y - 9, size + 6, 14)
            corners = [(room.x, room.y), (room.x + room.width, room.y)]
            corners += [(px, room.y + room.height) for px, _ in corners]
            fits = room.x >= 0 and room.x + room.width <= WIDTH and 0 <= room.y <= frame.height - 14
            if fits and not any(map(room.meets, used)) and all(holds(c, points) for c in corners):
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


def _middles(points: Sequence[Point]) -> list[Point]:
    """Some points well inside a polygon's frame, the middle first."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, wide, top, tall = min(xs), max(xs) - min(xs), min(ys), max(ys) - min(ys)
    shares = (0.5, 0.35, 0.65, 0.2, 0.8)
    spots = [(left + a * wide, top + b * tall) for a in shares for b in shares]
    middle = (left + wide / 2, top + tall / 2)
    return sorted(spots, key=lambda spot: math.dist(spot, middle))


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
