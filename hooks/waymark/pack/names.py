"""What the files of dist/ are called, and what a reader is promised of their size."""

from __future__ import annotations

EVERYTHING = "waymark-all.zip"
SUMS = "SHA256SUMS"
MANIFEST = "manifest.json"
LISTING = "index.html"
CHECK = f"LC_ALL=C sha256sum -c --ignore-missing {SUMS}"  # a reader seldom has all the files

KB = 1024
PAGE_LIMIT = 400 * KB  # bytes of a one-page copy: a minute and a half on a slow line
FOLDER_LIMIT = 3 * KB * KB  # bytes of a folder copy of one locale


def folder_name(tag: str) -> str:
    """The zip of a locale: its pages and the English ones."""
    return f"waymark-{tag}.zip"


def page_name(tag: str) -> str:
    """The one file with all pages of a locale."""
    return f"waymark-{tag}.html"
