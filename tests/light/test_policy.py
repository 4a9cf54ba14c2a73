"""The policy of each page: what runs is named by hash, nothing else may run, load or frame."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error
from selectolax.lexbor import LexborHTMLParser

from waymark.lean.hosting import HEADERS, caddy, headers_file, nginx


def _hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def test_every_page_names_its_own_style_and_scripts_and_nothing_else(pages: Any) -> None:
    for path in pages.all():
        page = LexborHTMLParser((pages.site / path).read_text(encoding="utf-8"))
        policy = str(page.css_first("meta[http-equiv]").attributes["content"])
        rules = dict(rule.split(" ", 1) for rule in policy.split(";"))
        assert rules["default-src"] == "'none'", path
        assert rules["style-src"].split() == [_hash(node.text()) for node in page.css("style")], path
        scripts = [word for word in rules["script-src"].split() if word != "'strict-dynamic'"]
        assert scripts == [_hash(node.text()) for node in page.css("script")], path
        assert ("'strict-dynamic'" in policy) == (page.css_first("#__search") is not None), path


def test_no_page_has_styles_or_scripts_in_attributes(pages: Any) -> None:
    for path in pages.all():
        page = LexborHTMLParser((pages.site / path).read_text(encoding="utf-8"))
        names = {name for node in page.css("*") for name in node.attributes}
        assert not {name for name in names if name == "style" or name.startswith("on")}, path


@pytest.mark.parametrize("origin", ["http", "file"])
def test_a_planted_script_does_not_run(origin: str, site: Path, served: Any, opened: Any) -> None:
    page, said = opened(served.address + "index.html" if origin == "http" else (site / "index.html").as_uri())
    with pytest.raises(Error):
        page.add_script_tag(content="window.planted = true")
    assert page.evaluate("window.planted") is None
    assert any("Content Security Policy" in line for line in said)


def test_every_page_says_no_referrer(pages: Any) -> None:
    missing = [p for p in pages.all() if "no-referrer" not in (pages.site / p).read_text(encoding="utf-8")]
    assert missing == []


def test_all_hosts_send_the_same_headers(site: Path) -> None:
    assert (site / "_headers").read_text(encoding="utf-8") == headers_file()
    for name, value in HEADERS:
        assert f'add_header {name} "{value}" always;' in nginx()
        assert f'{name} "{value}"' in caddy()
        assert f"{name}: {value}" in headers_file()
