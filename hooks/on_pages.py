"""MkDocs events of the pages: each one hands over to waymark and returns what MkDocs expects."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from waymark.errors import WaymarkError
from waymark.fill.labels import functions
from waymark.locales import Locale, locale
from waymark.model import Finding
from waymark.pipeline import Project, open_project
from waymark.pipeline.settings import build_epoch
from waymark.pipeline.theme import theme_values

# Not MkDocs' logger: --strict would stop the whole site for one refused translation, whose reader is
# safe with English. ``python hooks check`` is where such a finding fails.
log = logging.getLogger("waymark")


class _Build:
    """The project of the running build: opened at the first locale, dropped after the last."""

    project: Project | None = None


def _current(config: MkDocsConfig) -> Locale:
    return locale(str(getattr(config.plugins["i18n"], "current_language", None) or "en"))


def _project(config: MkDocsConfig) -> Project:
    if _Build.project is None:
        file = Path(config.config_file_path)
        try:
            _Build.project = open_project(file.parent, file.name)
        except WaymarkError as wrong:
            raise PluginError(str(wrong)) from None
    return _Build.project


def _warn(findings: Iterable[Finding], where: Locale) -> None:
    for finding in findings:
        place = f"{finding.location.path}:{finding.location.line}"
        log.warning("WARNING -  %s: %s [%s]", place, finding.message, where.tag)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Fixes the date that MkDocs writes into the sitemap; a new build reads everything anew."""
    if not getattr(config.plugins["i18n"], "building", False):
        _Build.project = None
        try:
            os.environ.setdefault("SOURCE_DATE_EPOCH", str(build_epoch(Path(config.config_file_path).parent)))
        except WaymarkError as wrong:
            raise PluginError(str(wrong)) from None
    return config


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Names of sections in the page's language; files are not looked at."""
    del files
    voice = _project(config).voice(_current(config))
    for item in nav.items:
        if item.is_section:
            item.title = voice.text("nav", item.title).text
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page as waymark renders it; MkDocs' own reading of the file is not used."""
    del markdown, files
    where, project = _current(config), _project(config)
    path = page.file.src_uri
    own = str(getattr(page.file, "locale", "en"))  # static-i18n's: the locale the file is written in
    if own != "en":
        path = path.removesuffix(f".{own}.md") + ".md"
    try:
        rendered = project.render(path, where)
    except WaymarkError as wrong:
        raise PluginError(str(wrong)) from None
    _warn(rendered.findings, where)
    page.title = rendered.title
    page.meta["title"] = rendered.title
    page.meta["description"] = rendered.description
    page.meta["waymark"] = project.notice(rendered, where)
    if project.settings.repository:
        changed = f"locale/{where.tag}.po" if where.tag != "en" else f"docs/{path}"
        page.edit_url = f"{project.settings.repository}/edit/main/{changed}"
    return rendered.markdown


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Labels of the theme in the locale; says which catalog entries were left out."""
    del files
    translator = _project(config).translator(_current(config))
    _warn(translator.findings if translator else (), _current(config))
    env.globals.update(functions("theme.html", _project(config).voice(_current(config))))
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Files beside the pages; runs once a locale, before the site is made light."""
    where = _current(config)
    folder = Path(config.site_dir) / (where.tag if where.tag != "en" else "")
    for name, text in _project(config).files(where).items():
        (folder / name).write_text(text, "utf-8")


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """What the templates know as ``waymark``."""
    del nav
    notice = page.meta.get("waymark")
    context["waymark"] = theme_values(_project(config), _current(config), page.file.dest_uri, notice)
    return context
