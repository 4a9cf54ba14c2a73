"""Seed files: front matter checked, boilerplate dropped, paragraphs as spans of the raw body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

from waymark.errors import SeedError
from waymark.lexicon import boilerplate
from waymark.model import Article, Location, Paragraph, Source
from waymark.seedfile import parse_yaml, read_text
from waymark.shadow import shadow

FOLDER = "seeds/articles"
_FIELDS = ("title", "publisher", "agency", "published", "published_basis", "url", "lang", "rights")
_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_PUBLISHED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

_IMAGE = re.compile(r"\S*/\S+\.(?:jpe?g|png|webp|gif)\S*$|https?://\S+$", re.IGNORECASE)
_CREDIT = re.compile(r"\([^()]*(?:/\s?|photo\W+)[^()]{2,30}\)\s*$|^(?:©|\(c\))", re.IGNORECASE)
_FINAL = (".", "!", "?", "…", ";", ":", '"', "»", "”", "’", ")")
_GLUED = re.compile(r"[^\W\d_]{3,12}?[a-zà-ÿ](?=[A-ZÀ-Ý][\w’'])")
_ITEM = re.compile(r"[-•*–]\s?(?=\w)|\d{1,2}[.)]\s|[^\W\d][\w '’.-]{1,40}:\s\d")  # "India: 465 people"
_SHORT = 3  # words: a shorter line without a full stop is a menu, a byline, a kicker


def read_articles(root: Path) -> tuple[Article, ...]:
    """Read all of seeds/articles, by file name; raises SeedError."""
    return tuple(read_article(path, root) for path in sorted((root / FOLDER).glob("*.md")))


def read_article(path: Path, root: Path) -> Article:
    """Read one article; every paragraph is a span of the raw body; raises SeedError naming file and line."""
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    text = read_text(path, name)
    front = _FRONT.match(text)
    if not front:
        cure = "Begin the file with '---', publisher, published, lang and '---'."
        raise SeedError("no front matter", cure, name, 1)
    fields = parse_yaml(front[1], name, 2)
    if not isinstance(fields, dict):
        raise SeedError("the front matter is no mapping", "Write 'publisher: \"…\"' lines.", name, 2)
    source = _source(path.stem, {str(k): v for k, v in fields.items()}, name, front[1])
    body = text[front.end() :]
    lines = text.count("\n", 0, front.end())
    paragraphs = tuple(_paragraphs(body, source.title, boilerplate(root, source.lang)))
    return Article(source, Location(name, lines), body, paragraphs)


def _source(stem: str, fields: dict[str, object], name: str, front: str) -> Source:
    texts = {key: _text(value) for key, value in fields.items()}
    for key, what, cure in _front_problems(texts):
        rows = [i for i, row in enumerate(front.split("\n"), 2) if row.startswith(f"{key}:")]
        raise SeedError(f"{key}: {what}", cure, name, rows[0] if rows else 1)
    known = ("lang", "published", "publisher", "agency", "title", "url")
    return Source(id=stem, **{key: texts.get(key) or "" for key in known})


def _front_problems(texts: dict[str, str | None]) -> Iterator[tuple[str, str, str]]:
    """Yield (field, what, cure) for everything wrong with a front matter."""
    for key, value in texts.items():
        if key not in _FIELDS:
            yield key, "no such field", f"Use: {', '.join(_FIELDS)}."
        if value is None:
            yield key, "must be a text", "Put it in quotes."
    for key in ("publisher", "published", "lang"):
        if not texts.get(key):
            yield key, "is missing", "Add it to the front matter."
    published, lang, url = (texts.get(key) or "" for key in ("published", "lang", "url"))
    if published and not _is_date(published):
        yield "published", f"{published!r} is no date", "Write YYYY, YYYY-MM or YYYY-MM-DD."
    if lang and not _LANG.fullmatch(lang):
        yield "lang", f"{lang!r} is no language", "Write its BCP-47 tag: fr, en, pt-BR."
    if url and not re.match(r"https?://[^\s<>\"]+$", url):
        yield "url", "is no web address", "Write https://… or null."


def _text(value: object) -> str | None:
    """The text of a field; empty for null, None for what is no text."""
    if value is None:
        return ""
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return str(value).strip()
    return value.isoformat()[:10] if isinstance(value, date) else None


def _is_date(text: str) -> bool:
    found = _PUBLISHED.fullmatch(text)
    if not found:
        return False
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return False
    return 1900 <= int(found[1]) <= 2200


def _paragraphs(body: str, title: str, junk: tuple[str, ...]) -> Iterator[Paragraph]:
    rows = list(_rows(body))
    folded = {shadow(body[start:end]) for _, start, end in rows}
    seen: set[str] = set()
    titled = shadow(title).strip()
    for line, start, end in rows:
        text = body[start:end]
        plain = shadow(text)
        if plain in seen or _is_junk(text, plain, junk):
            continue
        seen.add(plain)
        glued = _GLUED.match(text)
        if glued and len(text.split()) > _SHORT:
            if any(row.startswith(plain[glued.end() :]) for row in folded):
                continue
            yield Paragraph(line, start + glued.end(), end, "text")
        elif plain == titled:
            yield Paragraph(line, start, end, "text")
        else:
            yield Paragraph(line, start, end, _kind(text))


def _kind(text: str) -> Literal["text", "heading", "item"]:
    if _ITEM.match(text):
        return "item"
    short = len(text) < 140 and not text.rstrip().endswith(_FINAL[:6])
    quoted_heading = text.rstrip().endswith(_FINAL[6:]) and len(text.split()) < 8
    return "heading" if short and (quoted_heading or not text.rstrip().endswith(_FINAL)) else "text"


def _is_junk(text: str, plain: str, junk: tuple[str, ...]) -> bool:
    words = plain.split()
    if len(words) <= _SHORT and not text.endswith((".", "!", "…")) and not _ITEM.match(text):
        return True
    if _IMAGE.search(text) or _CREDIT.search(text):
        return True
    if text.endswith("?") and len(text) < 220:  # a question to the readers
        return True
    return len(text) < 200 and plain.startswith(junk) if junk else False


def _rows(body: str) -> Iterator[tuple[int, int, int]]:
    """(line, start, end) of each line with text; a hard-wrapped sentence is one row of several lines."""
    line, at, open_row = 0, 0, None
    for raw in body.split("\n"):
        line += 1
        start = at + len(raw) - len(raw.lstrip())
        end = at + len(raw.rstrip())
        at += len(raw) + 1
        if start >= end:
            if open_row:
                yield open_row
            open_row = None
            continue
        if open_row and body[start].islower() and not body[open_row[1] : open_row[2]].endswith(_FINAL):
            open_row = (open_row[0], open_row[1], end)
            continue
        if open_row:
            yield open_row
        open_row = (line, start, end)
    if open_row:
        yield open_row
