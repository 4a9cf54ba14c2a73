"""MkDocs adapter: gathers each locale's 404 page, then makes the finished site light."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority, get_plugin_logger

from waymark.lean.site import Settings, reduce_site
from waymark.locales import locale
from waymark.pipeline.made import made_from, write_made

log = get_plugin_logger("lean")
_missing: dict[str, str] = {}  # locale -> its rendered 404 page; filled anew by every build


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Leaves the sitemap to us: MkDocs' own lists every alternate of every page. Tells it the address,
    below whose path the links of the 404 page must begin."""
    config.theme.static_templates.discard("sitemap.xml")
    if address := str(config.extra.get("waymark", {}).get("address", "")):
        config.site_url = address.rstrip("/") + "/"
    return config


def on_template_context(
    context: dict[str, Any], *, template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """The 404 page belongs to no place in the site: it knows its language, and no siblings."""
    if template_name == "404.html":
        own = locale(_tag(config))
        words = {"tag": own.tag, "dir": own.direction, "name": own.name}
        context["waymark"] = {"locale": words, "alternates": (), "notice": (), "english": ""}
    return context


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Keeps the 404 page of the locale being built."""
    if template_name == "404.html":
        _missing[_tag(config)] = output_content
    return output_content


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Once, after the last locale: static-i18n builds the others inside its own on_post_build."""
    if getattr(config.plugins.get("i18n"), "building", False):
        return
    waymark: dict[str, Any] = config.extra.get("waymark", {})
    settings = Settings(waymark.get("address", ""), bool(waymark.get("preview", True)))
    pages = reduce_site(Path(config.site_dir), settings, dict(_missing))
    write_made(Path(config.site_dir), made_from(Path(config.config_file_path).parent))
    log.info(f"{pages} pages made light")
    _missing.clear()


def _tag(config: MkDocsConfig) -> str:
    plugin = config.plugins.get("i18n")
    return str(getattr(plugin, "current_language", None) or config.theme.get("language", "en"))
