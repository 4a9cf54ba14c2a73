"""What mkdocs.yml says about this site, read without MkDocs so that the command line sees the same."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from waymark.errors import SeedError, UsageError
from waymark.locales import Locale, locale
from waymark.seedfile import parse_yaml, read_text

CONFIG = "mkdocs.yml"
MODES = ("missing", "never")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a site's operator (``extra.waymark``), its locales and its navigation."""

    site_name: str
    locales: tuple[Locale, ...]  # English first
    sections: tuple[str, ...]  # names of navigation sections
    address: str
    repository: str
    report_address: str
    copies_address: str  # where the files of dist/ are; empty: the page names them without links
    leave_target: str
    preview: bool
    translate: str  # missing or never
    core_pages: tuple[str, ...]


def read_settings(root: Path, config: str = CONFIG) -> Settings:
    """The settings of a project; raises UsageError naming the key that is wrong."""
    name = Path(config).name
    tree = parse_yaml(read_text(root / config, name), name)
    if not isinstance(tree, dict):
        raise UsageError("no settings", "Restore the file.", name)
    extra = tree.get("extra", {}).get("waymark")
    if not isinstance(extra, dict):
        raise UsageError("extra.waymark is missing", "Copy it from the project's own mkdocs.yml.", name)
    return Settings(
        str(tree.get("site_name", "")),
        tuple(_locale(tag, name) for tag in _languages(tree, name)),
        tuple(_sections(tree.get("nav", []))),
        _web(extra, "address", name),
        _web(extra, "repository", name),
        str(extra.get("report_address", "")),
        _web(extra, "copies_address", name),
        _web(extra, "leave_target", name),
        _of(extra, "preview", bool, name),
        _mode(extra, name),
        tuple(_of(extra, "core_pages", list, name)),
    )


def _languages(tree: dict[str, Any], name: str) -> list[str]:
    for plugin in tree.get("plugins", []):
        if isinstance(plugin, dict) and "i18n" in plugin:
            return [str(each["locale"]) for each in plugin["i18n"]["languages"] if each.get("build", True)]
    raise UsageError("the i18n plugin lists no languages", "Restore plugins.i18n.languages.", name)


def _locale(tag: str, name: str) -> Locale:
    try:
        return locale(tag)
    except UsageError as wrong:
        raise UsageError(wrong.what, wrong.cure, name) from None


def _sections(nav: list[Any]) -> Iterator[str]:
    for item in nav:
        if isinstance(item, dict):
            for title, below in item.items():
                if isinstance(below, list):
                    yield str(title)
                    yield from _sections(below)


def _of(extra: dict[str, Any], key: str, kind: type, name: str) -> Any:
    value = extra.get(key)
    if not isinstance(value, kind):
        raise UsageError(
            f"extra.waymark.{key} is no {kind.__name__}", "CONTRIBUTING lists the settings.", name
        )
    return value


def _web(extra: dict[str, Any], key: str, name: str) -> str:
    value = str(extra.get(key) or "")
    if value and not value.startswith("https://"):
        raise UsageError(f"extra.waymark.{key} “{value}” is no https address", "Write https://… or “”.", name)
    return value


def _mode(extra: dict[str, Any], name: str) -> str:
    value = str(extra.get("translate", ""))
    if value not in MODES:
        raise UsageError(f"extra.waymark.translate is “{value}”", f"Write one of: {', '.join(MODES)}.", name)
    return value


def build_date(root: Path) -> date:
    """The day of this build; see build_epoch()."""
    return datetime.fromtimestamp(build_epoch(root), UTC).date()


def build_epoch(root: Path) -> int:
    """Seconds since 1970: SOURCE_DATE_EPOCH, else the last commit, else the newest ``checked:`` date.

    See reproducible-builds.org/specs/source-date-epoch. The clock is never asked. Raises SeedError
    where none of the three is known.
    """
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if told and not told.isdecimal():
        raise UsageError(f"SOURCE_DATE_EPOCH is “{told}”", "Give it the seconds since 1970.")
    return int(told or _committed(root) or _checked(root))


def _committed(root: Path) -> str:
    if not (root / ".git").exists():
        return ""
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def _checked(root: Path) -> str:
    files = sorted((root / "seeds" / "contacts").glob("*.yml"))
    days = {found for file in files for found in _CHECKED.findall(file.read_text("utf-8", "replace"))}
    if not days:
        cure = "Build in a git checkout, or set SOURCE_DATE_EPOCH to the seconds of the content's date."
        raise SeedError("the date of the content is unknown", cure)
    return str(int(datetime.fromisoformat(max(days)).replace(tzinfo=UTC).timestamp()))


_CHECKED = re.compile(r"^ *checked: *['\"]?(\d{4}-\d{2}-\d{2})\b", re.MULTILINE)
