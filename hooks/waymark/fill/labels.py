"""The labels of templates: said in a locale, and collected for the catalogs from the syntax trees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes
from markupsafe import Markup, escape

from waymark.errors import PageError
from waymark.fill.messages import Messages, Said, marked
from waymark.locales import locale, number
from waymark.model import Location, Segment

_FUNCTIONS = {"_": 1, "_attr": 1, "ngettext": 2}  # name → how many leading literals are texts


THEME = "block:theme"  # one context for the page template and its partials: they include each other


def context_of(template: str) -> str:
    """The msgctxt of a template's labels: block:timeline for blocks/timeline.html.j2."""
    return "block:" + Path(template).name.split(".")[0] if template.endswith(".j2") else THEME


def functions(template: str, messages: Messages) -> dict[str, Callable[..., Markup]]:
    """``_``, ``_attr`` and ``ngettext`` for one template, bound to a locale.

    Values are escaped and put in after translation. ``_`` marks a text that is not in the page's
    language with its own; ``_attr`` cannot, an attribute holds no element.
    """
    context = context_of(template)

    def shown(said: Said, values: dict[str, object]) -> Markup:
        return _put(marked(said, messages.locale), values)

    def text(msgid: str, **values: object) -> Markup:
        return shown(messages.text(context, msgid), values)

    def attribute(msgid: str, **values: object) -> Markup:
        return _put(escape(messages.text(context, msgid).text), values)

    def count(one: str, many: str, n: int, **values: object) -> Markup:
        said = messages.plural(context, one, many, n)
        return shown(said, {"n": number(locale(said.tag), n), **values})

    return {"_": text, "_attr": attribute, "ngettext": count}


def _put(text: Markup, values: dict[str, object]) -> Markup:
    for name, value in values.items():
        text = Markup(str(text).replace("{" + name + "}", str(escape(value))))
    return text


def collect(folder: Path, root: Path) -> Iterator[Segment]:
    """Every label of the templates below a folder, in the order of files and lines."""
    parser = Environment(autoescape=True, extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"])
    for path in sorted([*folder.rglob("*.html"), *folder.rglob("*.j2")]):
        where = path.relative_to(root).as_posix()
        try:
            tree = parser.parse(path.read_text(encoding="utf-8"))
        except TemplateSyntaxError as wrong:
            raise PageError(f"template: {wrong.message}", "Mend its syntax.", where, wrong.lineno) from None
        calls = [call for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Name)]
        for call in sorted(calls, key=lambda found: found.lineno):
            yield from _segment(call, where)


def _segment(call: nodes.Call, where: str) -> Iterator[Segment]:
    name = call.node.name if isinstance(call.node, nodes.Name) else ""
    if name not in _FUNCTIONS:
        return
    texts = [arg.value for arg in call.args[: _FUNCTIONS[name]] if isinstance(arg, nodes.Const)]
    if len(texts) != _FUNCTIONS[name]:
        raise PageError(f"{name}() needs literal text", "Write the label itself.", where, call.lineno)
    plural = texts[1] if len(texts) > 1 else ""
    yield Segment(context_of(where), texts[0], Location(where, call.lineno), plural, kind="label")
