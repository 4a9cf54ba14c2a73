"""The sitemap: one line a page; the alternates of a page stand in its own head."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import escape


def sitemap(site: Path, pages: Iterable[Path], address: str) -> str:
    """sitemaps.org's format, absolute addresses, sorted; no dates, so that a rebuild changes nothing."""
    root = address.rstrip("/") + "/"
    lines = sorted(escape(root + quote(path.relative_to(site).as_posix())) for path in pages)
    body = "".join(f"<url><loc>{line}</loc></url>\n" for line in lines)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{body}</urlset>\n'
    )


def robots(address: str) -> str:
    """Everything may be read; where the sitemap is."""
    return f"User-agent: *\nDisallow:\nSitemap: {address.rstrip('/')}/sitemap.xml\n"
