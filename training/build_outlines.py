"""Build src/firsthand/brief/data/outlines.json, the land and country outlines of the brief's map.

The lines are Natural Earth's 1:50m countries (public domain, https://www.naturalearthdata.com), taken
from the npm package `world-atlas` 2.0.2, which carries Natural Earth 4.1 as TopoJSON:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz && mv package world-atlas
    npm pack i18n-iso-countries@7.14.0 && tar xzf i18n-iso-countries-7.14.0.tgz
    python training/build_outlines.py world-atlas/countries-50m.json package/codes.json

The second file (MIT) is only used to turn the ISO 3166-1 numbers of the first into letters.

What is done: arcs are decoded, thinned (Douglas and Peucker, 1973, tolerance 0.012 degrees, about
1.3 km), rounded to 0.01 degrees and written as differences. Rings that fall below four points after
that are dropped (islets). Arcs stay shared between neighbours, so no slivers open between countries.

Written form: {"about", "scale", "arcs": [[x, y, dx, dy, …]], "countries": [[name, ISO 3166-1
alpha-2 or "", [[arc, …], …]]]}.
A ring is a list of arc numbers; ~n (a negative number) is arc n walked backwards; the last point of
an arc is the first of the next. x and y are degrees east and north divided by `scale`.
"""

import json
import sys
from hashlib import sha256
from pathlib import Path

EXPECTED = "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394"
UNNUMBERED = {"Kosovo": "XK"}  # no ISO number; GeoNames uses XK
TOLERANCE = 0.012
SCALE = 0.01
OUT = Path(__file__).parents[1] / "src" / "firsthand" / "brief" / "data" / "outlines.json"


def decoded(topology):
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + tx, y * ky + ty))
        yield points


def thinned(points):
    """Douglas-Peucker without recursion; first and last point are always kept."""
    keep = {0, len(points) - 1}
    if points[0] == points[-1] and len(points) > 3:  # a closed arc: keep the farthest point too
        far = max(range(len(points)), key=lambda i: distance(points[i], points[0], points[0]))
        keep.add(far)
    ends = sorted(keep)
    stack = list(zip(ends, ends[1:]))
    while stack:
        a, b = stack.pop()
        if b - a < 2:
            continue
        far = max(range(a + 1, b), key=lambda i: distance(points[i], points[a], points[b]))
        if distance(points[far], points[a], points[b]) > TOLERANCE:
            keep.add(far)
            stack += [(a, far), (far, b)]
    return [points[i] for i in sorted(keep)]


def distance(p, a, b):
    (px, py), (ax, ay), (bx, by) = p, a, b
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    t = 0 if length == 0 else max(0, min(1, ((px - ax) * dx + (py - ay) * dy) / length))
    return ((px - ax - t * dx) ** 2 + (py - ay - t * dy) ** 2) ** 0.5


def rounded(points):
    grid = [(round(x / SCALE), round(y / SCALE)) for x, y in points]
    return [p for i, p in enumerate(grid) if i in (0, len(grid) - 1) or p != grid[i - 1]]


def differences(points):
    flat = [*points[0]]
    for (ax, ay), (bx, by) in zip(points, points[1:]):
        flat += [bx - ax, by - ay]
    return flat


def main(path, codes):
    letters = {row[2]: row[0] for row in json.loads(Path(codes).read_bytes())}
    raw = Path(path).read_bytes()
    found = sha256(raw).hexdigest()
    if found != EXPECTED:
        sys.exit(f"{path} has sha256 {found}, expected {EXPECTED}")
    topology = json.loads(raw)
    arcs = [rounded(thinned(points)) for points in decoded(topology)]
    countries, used = [], {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        shapes = geometry.get("arcs") or []
        if geometry["type"] == "Polygon":
            shapes = [shapes]
        rings = []
        for shape in shapes:
            for ring in shape:
                size = sum(len(arcs[a if a >= 0 else ~a]) - 1 for a in ring)
                if size >= 3:
                    rings.append(ring)
        if rings:
            name = geometry["properties"]["name"]
            code = letters.get(geometry.get("id"), UNNUMBERED.get(name, ""))
            countries.append((name, code, rings))
    countries.sort()
    order = []
    for _, _, rings in countries:
        for ring in rings:
            for a in ring:
                n = a if a >= 0 else ~a
                if n not in used:
                    used[n] = len(order)
                    order.append(n)
    written = {
        "about": "Natural Earth 1:50m countries (public domain), thinned; see training/build_outlines.py",
        "scale": SCALE,
        "arcs": [differences(arcs[n]) for n in order],
        "countries": [
            [name, code, [[used[a] if a >= 0 else ~used[~a] for a in ring] for ring in rings]]
            for name, code, rings in countries
        ],
    }
    text = json.dumps(written, ensure_ascii=False, separators=(",", ":")) + "\n"
    OUT.write_text(text, "utf-8")
    print(
        f"{len(countries)} countries, {len(order)} arcs, {sum(len(a) for a in arcs)} points, {len(text.encode())} bytes"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
