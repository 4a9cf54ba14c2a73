"""Block templates: labels in the reader's language, values escaped, nothing else within reach."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from waymark.errors import PageError
from waymark.fill.blocks import environment, render
from waymark.fill.labels import collect
from waymark.fill.messages import English, Said, entities
from waymark.locales import Locale, locale


@dataclass(frozen=True)
class Khmer:
    locale: Locale = field(default_factory=lambda: locale("km"))

    def text(self, context: str, msgid: str) -> Said:
        known = {("block:hint", "Newest: {date}"): "ថ្មីបំផុត៖ {date}"}
        found = known.get((context, msgid))
        return Said(found, "km") if found else Said(msgid, "en")

    def plural(self, context: str, msgid: str, msgid_plural: str, n: float) -> Said:
        return Said("ប្រភព {n}", "km")


def block(tmp_path: Path, template: str) -> Path:
    (tmp_path / "hint.html.j2").write_text(template, "utf-8")
    return tmp_path


def test_a_label_is_said_in_the_locale_and_its_value_escaped(tmp_path: Path) -> None:
    folder = block(tmp_path, '<p>{{ _("Newest: {date}", date="<b>2023</b>") }}</p>')
    html = render(environment(folder), "hint", Khmer())
    assert html == "<p>ថ្មីបំផុត៖ &lt;b&gt;2023&lt;/b&gt;</p>"


def test_a_missing_label_is_english_and_marked(tmp_path: Path) -> None:
    folder = block(tmp_path, '<p>{{ _("Sources") }}</p>\n\n\n')
    html = render(environment(folder), "hint", Khmer())
    assert html == '<p><span lang="en" dir="ltr" class="wm-untranslated">Sources</span></p>'


def test_counts_take_the_plural_rule_of_the_language_that_is_said(tmp_path: Path) -> None:
    folder = block(tmp_path, '{{ ngettext("{n} source", "{n} sources", n) }}')
    assert render(environment(folder), "hint", English(), n=1) == "1 source"
    assert render(environment(folder), "hint", English(), n=3) == "3 sources"
    assert render(environment(folder), "hint", Khmer(), n=3) == "ប្រភព 3"


FORBIDDEN = [
    "{{ ''.__class__.__mro__ }}",
    "{{ _.__globals__ }}",
    "{{ open('/etc/passwd').read() }}",
    "{{ unknown }}",
    "{{ rows.append(1) }}",
    "{% include '../mkdocs.yml' %}",
    "{% for %}",
]


@pytest.mark.parametrize("template", FORBIDDEN)
def test_a_template_that_reaches_further_is_one_error_with_file_and_line(
    tmp_path: Path, template: str
) -> None:
    folder = block(tmp_path, f"<p>\n{template}\n</p>")
    with pytest.raises(PageError, match=r"^overrides/blocks/hint\.html\.j2(:2)?: "):
        render(environment(folder), "hint", English(), rows=[])


def test_labels_are_collected_with_context_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "overrides").mkdir()
    folder = block(tmp_path / "overrides", '<p>\n{{ _("One") }}\n{{ ngettext("{n} a", "{n} b", n) }}</p>')
    found = [
        (each.context, each.msgid, each.plural, each.location.line) for each in collect(folder, tmp_path)
    ]
    assert found == [("block:hint", "One", "", 2), ("block:hint", "{n} a", "{n} b", 3)]


def test_a_label_that_is_no_literal_is_refused(tmp_path: Path) -> None:
    folder = block(tmp_path, "{{ _(name) }}")
    with pytest.raises(PageError, match="literal"):
        list(collect(folder, tmp_path))


@pytest.mark.parametrize("text", ["281 | <b>", "[a](javascript:x)", "a_b*c", "1. x", "{{ x }}", "ខ្មែរ 7,8"])
def test_entities_leave_nothing_for_markdown_to_read(text: str) -> None:
    import html

    import markdown

    rendered = markdown.markdown(f"<span>{entities(text)}</span>", extensions=["attr_list", "tables"])
    assert html.unescape(rendered) == f"<p><span>{text}</span></p>"
