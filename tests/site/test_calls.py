"""What a page may write in braces: a name with literal texts, and nothing that could run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waymark.errors import PageError
from waymark.fill.calls import calls_in

GOOD = [
    (
        'Held: {{ figure("compounds/people.forced@MM") }}',
        [("figure", ("compounds/people.forced@MM",), False)],
    ),
    ("{{ timeline() }}", [("timeline", (), True)]),
    ("    {{ contacts('KH') }}", [("contacts", ("KH",), True)]),
    (
        '{{ cite("method/script") }} {{ ref("x") }}',
        [("cite", ("method/script",), False), ("ref", ("x",), False)],
    ),
    ('| {{ figure("a/b") }} | ខ្មែរ |', [("figure", ("a/b",), False)]),
    ('{{ figures_table("a/b", "c/d") }}', [("figures_table", ("a/b", "c/d"), True)]),
    ('{{ ref("}}") }}', [("ref", ("}}",), True)]),
]


@pytest.mark.parametrize(("text", "expected"), GOOD)
def test_a_call_is_read(text: str, expected: list[tuple[str, tuple[str, ...], bool]]) -> None:
    assert [(call.name, call.arguments, call.alone) for call in calls_in(text, "docs/x.md")] == expected


BAD = [
    "{{ figure }}",
    "{{ figure(1) }}",
    "{{ figure(x) }}",
    '{{ figure("a" + "b") }}',
    '{{ figure("a" ~ "b") }}',
    '{{ figure(id="a") }}',
    '{{ figure(*"a") }}',
    '{{ figure("a") | safe }}',
    '{{ figure("a").upper() }}',
    '{{ "".__class__ }}',
    "{{ self._TemplateReference__context }}",
    '{{ cycler.__init__.__globals__.os.popen("id") }}',
    '{{ figure("a") if true }}',
    '{{ (figure)("a")("b") }}',
    "{% include 'x' %}",
    "{{ figure('a') ",
    "}}",
    "{#comment#}",
    "{{ }}",
    "{{ '' }}",
]


@pytest.mark.parametrize("text", BAD)
def test_anything_else_is_refused_with_file_and_line(text: str) -> None:
    with pytest.raises(PageError, match=r"^docs/x\.md:3: .+\. \S"):
        list(calls_in(f"# Title\n\n{text}\n", "docs/x.md"))


@given(st.text(alphabet="{}%#'\"() ab.|", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = list(calls_in(text, "docs/x.md"))
    except PageError:
        return
    assert all(text[call.start : call.end].startswith("{{") for call in found)
