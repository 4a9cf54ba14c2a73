"""Headers a static host should send: what a page's own <meta> cannot say."""

from __future__ import annotations

HEADERS: tuple[tuple[str, str], ...] = (
    ("Content-Security-Policy", "frame-ancestors 'none'"),  # no effect in a page's <meta>
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()"),
    ("Cache-Control", "no-store"),  # the phone keeps no copy of what was read
)


def headers_file() -> str:
    """The file ``_headers`` that Netlify, Cloudflare Pages and others read."""
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS)


def nginx() -> str:
    """Lines for a ``server`` block of nginx."""
    lines = [f'add_header {name} "{value}" always;' for name, value in HEADERS]
    return "\n".join(["error_page 404 /404.html;", "gzip on;", "gzip_types text/javascript;", *lines]) + "\n"


def caddy() -> str:
    """Lines for a site's block in a Caddyfile."""
    lines = [f'\t{name} "{value}"' for name, value in HEADERS]
    errors = ["handle_errors 404 {", "\trewrite * /404.html", "\tfile_server", "}"]
    return "\n".join(["encode gzip", "file_server", "header {", *lines, "}", *errors]) + "\n"
