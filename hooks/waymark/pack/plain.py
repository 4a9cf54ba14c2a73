"""The two small pages that only copies have: where leaving leads, and where a folder begins."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from waymark.lean.document import POLICY, STYLE, finish
from waymark.locales import SOURCE, locale

NOTES = "notes.html"
NOTES_TITLE = "Notes"
NOTES_FIELD = f'<textarea aria-label="{NOTES_TITLE}" autocomplete="off" spellcheck="false"></textarea>'
_NOTES_CSS = (
    "body{margin:0}textarea{box-sizing:border-box;width:100%;height:100vh;padding:1rem;border:0;"
    "font:1rem/1.5 sans-serif}"
)
_START_CSS = (
    "body{margin:1rem;font:1.1rem/1.8 sans-serif}li{list-style:none}a{display:inline-block;padding:.4rem}"
)
_HEAD = (
    '<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex,nofollow">'
    '<title>{title}</title><link rel="icon" href="data:,">' + STYLE
)


def notes() -> str:
    """A page with nothing on it: it names no site and leads nowhere."""
    head = _HEAD.format(lang=SOURCE.tag, title=NOTES_TITLE)
    return finish(f"{head}</head><body>{NOTES_FIELD}</body></html>", _NOTES_CSS)


def start(name: str, tags: Sequence[str], below: str) -> str:
    """The first page of a folder: its languages by their own names; where one is meant, that one opens."""
    own = [tag for tag in tags if tag != SOURCE.tag] or [SOURCE.tag]
    chosen = own[0] if len(own) == 1 else ""
    refresh = f'<meta http-equiv="refresh" content="0;url={_home(chosen, below)}">' if chosen else ""
    links = "".join(_entry(tag, below) for tag in [*own, *(tag for tag in tags if tag not in own)])
    head = _HEAD.format(lang=chosen or SOURCE.tag, title=escape(name))
    return finish(f"{head}{refresh}</head><body><ul>{links}</ul></body></html>", _START_CSS)


def _home(tag: str, below: str) -> str:
    return f"{below}/index.html" if tag == SOURCE.tag else f"{below}/{tag}/index.html"


def _entry(tag: str, below: str) -> str:
    of = locale(tag)
    return (
        f'<li><a href="{_home(tag, below)}" hreflang="{tag}" lang="{tag}" dir="{of.direction}">{of.name}</a>'
    )
