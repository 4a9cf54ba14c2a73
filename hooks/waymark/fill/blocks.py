"""Rendering of a block template in a locale, in a sandbox that offers labels and nothing else."""

from __future__ import annotations

from pathlib import Path

from jinja2 import (
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from waymark.errors import PageError
from waymark.fill.labels import functions
from waymark.fill.messages import Messages

_CURE = "A block template may use the values it is given, _() and ngettext(), and nothing else."


def environment(folder: Path) -> ImmutableSandboxedEnvironment:
    """The sandbox that block templates run in; undefined names are errors, values are escaped."""
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(sandbox: ImmutableSandboxedEnvironment, name: str, messages: Messages, **values: object) -> Markup:
    """A block's HTML without blank lines, so that Markdown takes it as one; raises PageError."""
    file = f"{name}.html.j2"
    path = f"overrides/blocks/{file}"
    try:
        template = sandbox.get_template(file)
        text = template.render(**functions(file, messages), **values)
    except TemplateNotFound:
        raise PageError("the template is missing", "Restore it.", path) from None
    except TemplateSyntaxError as wrong:
        raise PageError(f"template: {wrong.message}", _CURE, path, wrong.lineno) from None
    except (TemplateError, TypeError, AttributeError, ValueError) as wrong:
        raise PageError(f"template: {wrong}", _CURE, path, _line(wrong, file)) from None
    return Markup("\n".join(line.strip() for line in text.splitlines() if line.strip()))


def _line(wrong: Exception, file: str) -> int:
    """The template's line, from the traceback Jinja rewrites to point into the template."""
    at, trace = 0, wrong.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(file):
            at = trace.tb_lineno
        trace = trace.tb_next
    return at
