"""The map of routes: an SVG of its own, drawn from the claims, its labels in the reader's language.

Two panels, one above the other, so that a phone shows both at full width: the world, and South-East
Asia larger. Routes differ by number and dash, never by colour alone.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from waymark import locales
from waymark.errors import PageError
from waymark.fill.desk import Desk
from waymark.locales import Locale
from waymark.model import Claim

OUTLINES = "seeds/map/outlines.json"
WIDTH, GAP = 720, 12
_DASHES = ("none", "18 8", "4 8", "18 8 4 8", "30 10")
_FONT = "font-family='sans-serif' font-size='{size}' text-anchor='middle'"

Point = tuple[float, float]


@dataclass(frozen=True)
class Panel:
    """A part of the world on the map: its box in degrees, where it begins, and its scale."""

    name: str
    box: tuple[float, float, float, float]  # west, south, east, north
    top: float
    rings: tuple[tuple[Point, ...], ...]

    @property
    def scale(self) -> float:
        return WIDTH / (self.box[2] - self.box[0])

    @property
    def height(self) -> float:
        return (self.box[3] - self.box[1]) * self.scale

    def place(self, point: Point) -> Point:
        """Where a longitude and latitude stand, in the map's units (plate carrée)."""
        x, y = point
        return round((x - self.box[0]) * self.scale), round(self.top + (self.box[3] - y) * self.scale)

    def holds(self, point: Point) -> bool:
        return self.box[0] <= point[0] <= self.box[2] and self.box[1] <= point[1] <= self.box[3]


def routes_of(desk: Desk) -> list[Claim]:
    """The routes in the order of the table, whose row numbers the map repeats."""
    return [claim for claim in desk.knowledge.claims if claim.kind == "route" and claim.publishable]


def draw(desk: Desk, where: Locale) -> str:
    """The SVG for a locale; raises PageError for a country the outlines do not know."""
    world, near, points = _outlines(desk.templates.parent.parent / OUTLINES)
    routes = [claim.readings[0].value.split(">") for claim in routes_of(desk)]
    for code in sorted({code for route in routes for code in route} - set(points)):
        raise PageError(f"the map does not know {code}", "Add it to seeds/map/outlines.json.")
    size = f"0 0 {WIDTH} {round(near.top + near.height)}"
    parts = [f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='{size}' lang='{where.tag}'>", _DEFINITIONS]
    for panel, other in ((world, near), (near, None)):
        parts += [_land(panel), f"<g clip-path='url(#{panel.name})'>"]
        parts += [_line(panel, route, at, points) for at, route in enumerate(routes)]
        parts += ["</g>", *_labels(panel, other, routes, points, where)]
    return "\n".join([*parts, "</svg>", ""])


_DEFINITIONS = (
    "<defs><marker id='tip' viewBox='0 0 10 10' refX='9' refY='5' markerWidth='5' markerHeight='5' "
    "orient='auto-start-reverse'><path d='M0 0 10 5 0 10z' fill='#1a237e'/></marker></defs>"
)


def _land(panel: Panel) -> str:
    path = "".join(
        "M" + " ".join(f"{x:g} {y:g}" for x, y in map(panel.place, ring)) + "z" for ring in panel.rings
    )
    frame = f"x='0' y='{panel.top:g}' width='{WIDTH}' height='{panel.height:g}'"
    return (
        f"<clipPath id='{panel.name}'><rect {frame}/></clipPath><rect {frame} fill='#eef2f5'/>"
        f"<path d='{path}' fill='#d3d7cf' stroke='#fff' clip-path='url(#{panel.name})'/>"
        f"<rect {frame} fill='none' stroke='#555'/>"
    )


def _line(panel: Panel, route: list[str], at: int, points: dict[str, Point]) -> str:
    """One bent line a leg, so that legs between the same places do not cover each other."""
    dash = _DASHES[at % len(_DASHES)]
    legs = []
    for start, end in pairwise(route):
        (x1, y1), (x2, y2) = panel.place(points[start]), panel.place(points[end])
        bend = 0.12 + 0.05 * at
        x, y = (x1 + x2) / 2 + (y2 - y1) * bend, (y1 + y2) / 2 - abs(x2 - x1) * bend
        legs.append(f"M{x1:g} {y1:g}Q{x:.0f} {y:.0f} {x2:g} {y2:g}")
    style = f"fill='none' stroke='#1a237e' stroke-width='4' stroke-dasharray='{dash}' marker-end='url(#tip)'"
    return "".join(f"<path d='{leg}' {style}/>" for leg in legs)


def _labels(
    panel: Panel, other: Panel | None, routes: list[list[str]], points: dict[str, Point], where: Locale
) -> Iterator[str]:
    """Names of the countries this panel is for, and the number of each route where it begins."""
    shown = sorted({code for route in routes for code in route if panel.holds(points[code])})
    if other:
        (x1, y1), (x2, y2) = (
            panel.place((other.box[0], other.box[3])),
            panel.place((other.box[2], other.box[1])),
        )
        corner, extent = f"x='{x1:g}' y='{y1:g}'", f"width='{x2 - x1:g}' height='{y2 - y1:g}'"
        yield f"<rect {corner} {extent} fill='none' stroke='#555'/>"
        shown = [code for code in shown if not other.holds(points[code])]
    for code in shown:
        x, y = panel.place(points[code])
        starts = [str(at) for at, route in enumerate(routes, 1) if route[0] == code]
        name = html.escape(locales.country(where, code)) + (f" ({', '.join(starts)})" if starts else "")
        middle = min(max(x, 120), WIDTH - 120)
        yield (
            f"<circle cx='{x:g}' cy='{y:g}' r='7' fill='#1a237e'/><text x='{middle:g}' y='{y + 38:g}' "
            f"{_FONT.format(size=30)} stroke='#fff' stroke-width='6' paint-order='stroke'>{name}</text>"
        )


@lru_cache(maxsize=2)
def _outlines(path: Path) -> tuple[Panel, Panel, dict[str, Point]]:
    content = json.loads(path.read_text("utf-8"))
    rings = {
        name: tuple(tuple((x, y) for x, y in ring) for ring in content[name]["rings"])
        for name in ("world", "near")
    }
    world = Panel("world", tuple(content["world"]["box"]), 0, rings["world"])
    near = Panel("near", tuple(content["near"]["box"]), round(world.height) + GAP, rings["near"])
    return world, near, {code: (x, y) for code, (x, y) in content["points"].items()}
