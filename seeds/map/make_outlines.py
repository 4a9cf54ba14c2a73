"""Makes outlines.json from Natural Earth: run by hand when the map's area changes, never by a build.

    npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz
    python seeds/map/make_outlines.py package/countries-110m.json package/countries-50m.json

Natural Earth is in the public domain (naturalearthdata.com); world-atlas packs it under the ISC licence.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pycountry

Point = tuple[float, float]
Ring = list[Point]

WORLD = (-125.0, -45.0, 155.0, 66.0)  # west, south, east, north
NEAR = (88.0, -11.0, 128.0, 29.0)  # South-East Asia, drawn larger
SMALLEST = {WORLD: 6.0, NEAR: 0.3}  # square degrees below which an island is left out
COARSE = {WORLD: 0.9, NEAR: 0.14}  # degrees a line may leave the real one


def rings(path: str) -> dict[str, list[Ring]]:
    """Outer and inner rings of each country by ISO 3166-1 alpha-2, from a TopoJSON file."""
    atlas = json.loads(Path(path).read_text("utf-8"))
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs: list[Ring] = []
    for deltas in atlas["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            arc.append((x * sx + tx, y * sy + ty))
        arcs.append(arc)
    found: dict[str, list[Ring]] = {}
    for shape in atlas["objects"]["countries"]["geometries"]:
        known = pycountry.countries.get(numeric=str(shape.get("id", "")).zfill(3))
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for polygon in polygons:
            found.setdefault(known.alpha_2 if known else "", []).append(_stitch(polygon[0], arcs))
    return found


def _stitch(numbers: list[int], arcs: list[Ring]) -> Ring:
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return ring


def area(ring: Ring) -> float:
    """Square degrees, by the shoelace formula."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def centre(ring: Ring) -> Point:
    """The mean of a ring's corners: near enough for a label."""
    return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)


def simplify(ring: Ring, limit: float) -> Ring:
    """Douglas and Peucker, 1973."""
    if len(ring) < 3:
        return ring
    (ax, ay), (bx, by) = ring[0], ring[-1]
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5 or 1e-9

    def away(point: Point) -> float:
        x, y = point
        if length < 1e-6:
            return ((x - ax) ** 2 + (y - ay) ** 2) ** 0.5
        return abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length

    at = max(range(1, len(ring) - 1), key=lambda i: away(ring[i]))
    if away(ring[at]) <= limit:
        return [ring[0], ring[-1]]
    return simplify(ring[: at + 1], limit)[:-1] + simplify(ring[at:], limit)


def drawn(countries: dict[str, list[Ring]], box: tuple[float, float, float, float]) -> list[Ring]:
    """The rings that reach into a box, coarse and cut to a little more than it."""
    west, south, east, north = box
    kept = []
    for shapes in countries.values():
        for ring in shapes:
            inside = any(west <= x <= east and south <= y <= north for x, y in ring)
            if inside and area(ring) >= SMALLEST[box]:
                clipped = [
                    (min(max(x, west - 4), east + 4), min(max(y, south - 4), north + 4)) for x, y in ring
                ]
                half = len(clipped) // 2
                coarse = simplify(clipped[: half + 1], COARSE[box])[:-1] + simplify(
                    clipped[half:], COARSE[box]
                )
                kept.append([(round(x, 1), round(y, 1)) for x, y in coarse])
    return sorted(kept)


def main(world: str, near: str) -> None:
    """Write outlines.json beside this file."""
    fine = rings(near)
    points = {code: centre(max(shapes, key=area)) for code, shapes in sorted(fine.items()) if code}
    content = {
        "source": "Natural Earth, public domain; packed by world-atlas 2.0.2 (ISC)",
        "world": {"box": WORLD, "rings": drawn(rings(world), WORLD)},
        "near": {"box": NEAR, "rings": drawn(fine, NEAR)},
        "points": {code: [round(x, 1), round(y, 1)] for code, (x, y) in points.items()},
    }
    target = Path(__file__).with_name("outlines.json")
    target.write_text(json.dumps(content, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
