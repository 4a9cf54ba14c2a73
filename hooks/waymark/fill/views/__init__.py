"""The blocks a page may call on a line of their own: each gathers rows and renders its template."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from waymark.fill.inline import Inline
from waymark.fill.views import copies, figures, help_lines, source_list, tables

BLOCKS: dict[str, Callable[..., Markup]] = {
    "contacts": help_lines.contacts,
    "copies": copies.copies,
    "countries": help_lines.countries,
    "coverage": tables.coverage,
    "figures_table": figures.figures_table,
    "references": source_list.references,
    "route_map": tables.route_map,
    "routes": tables.routes,
    "sources": source_list.sources,
    "timeline": tables.timeline,
}

__all__ = ["BLOCKS", "Inline"]
