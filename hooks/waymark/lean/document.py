"""A built page as one self-contained document: style inlined, minified, its policy naming what may run."""

from __future__ import annotations

import base64
import hashlib

import minify_html
from selectolax.lexbor import LexborHTMLParser

STYLE = "<style></style>"  # overrides/main.html leaves it empty
POLICY = "default-src 'none'"  # and this in the Content-Security-Policy


def is_lean(html: str) -> bool:
    """Whether a page was made by our template; others (a folder copied by a plugin) are left alone."""
    return STYLE in html and POLICY in html


def finish(html: str, css: str) -> str:
    """The page with its style and policy, minified; raises ValueError when it still needs another file.

    Scripts are not rewritten, only stripped of blanks at their ends, and named in the policy by hash.
    """
    page = minify_html.minify(html.replace(STYLE, f"<style>{css}</style>"), minify_js=True)
    return page.replace(POLICY, policy(LexborHTMLParser(page)), 1)


def policy(page: LexborHTMLParser) -> str:
    """The Content-Security-Policy of a page: its own style and scripts by hash, pictures, nothing else.

    A page that holds the search loads its index by a script: 'strict-dynamic' lets the hashed script do
    that, also from file://, where 'self' has no meaning in some browsers. connect-src lets auditors fetch
    robots.txt; no script of ours connects to anything.
    """
    styles = " ".join(_hash(node.text()) for node in page.css("style"))
    scripts = " ".join(_hash(node.text()) for node in page.css("script"))
    dynamic = " 'strict-dynamic'" if page.css_first("#__search[data-index]") else ""
    return (
        f"default-src 'none';style-src {styles};script-src {scripts}{dynamic};"
        "img-src 'self' data:;connect-src 'self';base-uri 'none';form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
