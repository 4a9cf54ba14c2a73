"""The laws of cutting, with Python-Markdown, which renders the pages, as the judge.

1. Joining untranslated segments gives the page's bytes.
2. With every segment masked no letter is left in the rendered page: nothing a reader sees stays untranslated.
3. A soft line break folded changes nothing but white space.
4. A translation that passes the gate renders to the same tags, attributes and ids, in the same block order.
"""

from __future__ import annotations

import html
import re
from collections import Counter

import markdown
from hypothesis import given, settings
from hypothesis import strategies as st

from waymark.errors import PageError
from waymark.model import Segment
from waymark.segments import cut, join, refused

EXTENSIONS = ["admonition", "pymdownx.details", "attr_list", "tables", "footnotes", "md_in_html", "toc"]
CALL = re.compile(r"\{\{.*?\}\}")
BLOCKS = "p|h[1-6]|ul|ol|li|table|thead|tbody|tr|th|td|div|details|summary|section|hr|pre|blockquote|dl|dt|dd"


def render(page: str) -> str:
    """The page as MkDocs renders it once its calls are filled; front matter is not Markdown."""
    body = re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.DOTALL)
    return markdown.Markdown(extensions=EXTENSIONS).convert(CALL.sub("0", body))


def visible(rendered: str) -> str:
    return html.unescape(re.sub(r"<!--.*?-->|<[^>]*>", "", rendered))


def tags(rendered: str) -> list[str]:
    """The tags with their attributes; texts in attributes (alt, title) are the translation's own."""
    return re.findall(r"<[^>]*>", re.sub(r' (?:alt|title)="[^"]*"', "", rendered))


def block_order(found: list[str]) -> list[str]:
    return [tag for tag in found if re.match(rf"</?(?:{BLOCKS})\b", tag)]


def words(rendered: str) -> str:
    return re.sub(r"\s+", " ", rendered)


def assert_laws(page: str) -> tuple[Segment, ...]:
    segments = cut(page, "p.md")
    assert join(page, segments, lambda _: None) == page
    body = [segment for segment in segments if not segment.kind.startswith("meta.")]
    masked = join(page, body, lambda segment: f"⟦{body.index(segment)}⟧")
    left = re.sub(r"⟦\d+⟧", "", visible(render(masked)))
    assert not re.search(r"[^\W\d_]", left), (left, masked)
    folded = join(page, segments, lambda segment: segment.msgid)
    assert words(render(folded)) == words(render(page))
    assert [segment.msgid for segment in cut(folded, "p.md")] == [segment.msgid for segment in segments]
    assert not refused(page, segments, {segment: segment.msgid for segment in segments})
    return segments


# ---------------------------------------------------------------- pages of the dialect

WORDS = ["work", "pay", "ការងារ", "ห้อง", "ID", "العمل", "工作", "a_b", "2", "don't", "(so)", "e.g.", "១."]
INLINE = [
    '{{ figure("a/b_c.people@MM") }}',
    '{{ cite("a|b") }}',
    "**bold**",
    "*so*",
    "**two [in one](a.md)**",
    "`co*de`",
    "[go](help/index.md#a)",
    "[**go** on](#a)",
    "[button](a.md){ .md-button }",
    "![a map](map.svg)",
    "word[^1]",
]
phrase = st.lists(st.sampled_from(WORDS + INLINE), max_size=5).map(lambda parts: " ".join(["Say", *parts]))
plain = st.lists(st.sampled_from(WORDS), max_size=3).map(lambda parts: " ".join(["Say", *parts]))


def indented(block: str, by: int = 4) -> str:
    return "\n".join(" " * by + line if line else line for line in block.split("\n"))


def hanging(text: str) -> str:
    return indented(text).lstrip(" ")


paragraph = st.lists(phrase, min_size=1, max_size=3).map("\n".join)
call = st.sampled_from(['{{ contacts("KH") }}', '{{ figures_table("a|b", "c") }}'])


@st.composite
def table(draw: st.DrawFn) -> str:
    width, height = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    rows = [[draw(st.one_of(phrase, st.just(""))) for _ in range(width)] for _ in range(height)]
    rule = draw(st.sampled_from(["---", ":---", " --- ", " ---: "]))
    lines = ["| " + " | ".join(row) + " |" for row in [["Say"] * width, *rows]]
    return "\n".join([lines[0], "|" + "|".join([rule] * width) + "|", *lines[1:]])


@st.composite
def listing(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    marker = draw(st.sampled_from(["- ", "1. "]))
    items = draw(st.lists(st.tuples(paragraph, st.one_of(st.none(), inner)), min_size=1, max_size=3))
    between = "\n\n" if any(child for _, child in items) else draw(st.sampled_from(["\n", "\n\n"]))
    return between.join(
        marker + hanging(text) + ("\n\n" + indented(child) if child else "") for text, child in items
    )


@st.composite
def tight_tree(draw: st.DrawFn) -> str:
    leaf = st.lists(phrase, min_size=1, max_size=2).map(lambda texts: "\n".join("    - " + t for t in texts))
    items = st.tuples(phrase, st.one_of(st.none(), leaf)).map(
        lambda item: f"- {item[0]}" + (f"\n{item[1]}" if item[1] else "")
    )
    return "\n".join(draw(st.lists(items, min_size=1, max_size=3)))


@st.composite
def box(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    opening = draw(st.sampled_from(["!!! warning", "??? note", "???+ tip"]))
    body = "\n\n".join(draw(st.lists(inner, min_size=1, max_size=3)))
    return f'{opening} "{draw(plain)}"\n{indented(body)}'


leaves = st.one_of(paragraph, table(), call, tight_tree())
blocks = st.recursive(leaves, lambda inner: st.one_of(listing(inner), box(inner)), max_leaves=4)
heading = st.tuples(st.sampled_from(["##", "###"]), phrase)
comment = st.just("<!-- for the one who edits -->")


@st.composite
def pages(draw: st.DrawFn) -> str:
    parts = [f"---\ntitle: {draw(plain)}\nchain: scam\n---\n# Say it {'{ #top }'}", "Say[^1]"]
    for number, block in enumerate(draw(st.lists(st.one_of(blocks, heading, comment), max_size=5))):
        head = isinstance(block, tuple)
        parts.append(f"{block[0]} {block[1]} {{ #s{number} }}" if head else str(block))
    return "\n\n".join([*parts, "[^1]: " + hanging(draw(paragraph))]) + "\n"


@given(pages())
@settings(max_examples=150, deadline=None)
def test_a_page_of_the_dialect_keeps_the_laws(page: str) -> None:
    assert_laws(page)


# ---------------------------------------------------------------- any text at all

LINES = [
    "", "", "", "a", "word here", "- a", "- b", "1. a", "2. b", "# H { #h }", "## I { #i }", '!!! note "T"',
    '??? tip "T"', "| a | b |", "|---|---|", "| c | d |", '{{ c("x") }}', "[^1]: note", "see[^1]",
    "<!-- c -->", "> q", "* a", "---", "===", ": d", "```", "a  ", "<b>x</b>", "&amp; a", "\\* a", "_a_",
    "**a**", "*a*", "a*b*c", "**a** *b*", "* *", "[a](b.md)", "[a]", "[a]: b", "*[A]: b", "2023. it",
    "១. ក", "+ a", "{: .x }", "x { .c }", "[TOC]", "!!! note", "\ta", "a | b", "#a", "1) a", "-", "***",
    "`a", "`a`", "![a](b.svg)", "http://a.b/c", "a@b.org", "a:", "--8<-- \"x\"", "...", "a\u00a0", "\u00a0b",
    ":", "[^1]:", "1)", "+", "*", "![a[^1]](b.svg)", "[a[^1]](b.md)", "![*a*](b.svg)",
]  # fmt: skip
soup = st.lists(st.tuples(st.sampled_from([0, 0, 0, 4, 4, 8]), st.sampled_from(LINES)), max_size=9).map(
    lambda lines: "\n".join(" " * indent + line if line else "" for indent, line in lines)
)


@given(soup)
@settings(max_examples=700, deadline=None)
def test_whatever_cut_accepts_keeps_the_laws(text: str) -> None:
    try:
        cut(text, "p.md")
    except PageError as error:
        assert error.line and error.path == "docs/p.md" and error.cure
        return
    assert_laws(text)


@given(st.text(alphabet="ab -#|!?\"{}[]()*\n1.:<>^`_&;=+\\'", max_size=60))
@settings(max_examples=700, deadline=None)
def test_any_text_keeps_the_laws_or_is_refused(text: str) -> None:
    try:
        cut(text, "p.md")
    except PageError:
        return
    assert_laws(text)


# ---------------------------------------------------------------- the gate

HOSTILE = [
    "1. x", "2023. Год", "១. ក", "- x", "* x", "+ x", "1) x", "# x", "x #", "a | b", 'say "x" y', "a\nb",
    "!!! note", '!!! note "x"', "??? x", "> q", "    x", "x { #z }", "x { .c }", "[^1]: y", "", " ", "| x |",
    "---", "===", "***", "x\\", "x  ", "<b>", "<div>x</div>", "<!-- x -->", "{{ g }}", "{{ f(", "{% x",
    "{# x #}", "`a", "`a`", "**a", "**a**", "** a**",
    "*a*", "_a_", "[a](b.md)", "[a](javascript:b)", "[a][b]",
    "[a]", "![i](x.svg)", "= =", ": x", "x&lt;", "“x”", "\u2028x", "\u0085x", "{: .x }", "[x]: y", "*[A]: b",
    "A&#10;b", "\u200f1. x", "x\u00a0", "\ufeffx", "[TOC]", "a\x02b", "~~~", "```", "http://a.b", "a@b.org",
    "ការងារ", "العمل", "工作。", "x: y", "yes", "null", "'x", "a # b", "Say __x__", "Say a_b", "x*y", "[^9]",
]  # fmt: skip


@st.composite
def translations(draw: st.DrawFn, msgid: str) -> str:
    """Hostile, or the source with something hostile at an end, or its words in another order."""
    kind = draw(st.integers(0, 3))
    if kind == 0:
        return draw(st.sampled_from(HOSTILE))
    if kind == 1:
        return draw(st.sampled_from(HOSTILE)) + draw(st.sampled_from(["", " "])) + msgid
    if kind == 2:
        return msgid + draw(st.sampled_from(["", " "])) + draw(st.sampled_from(HOSTILE))
    return " ".join(draw(st.permutations(msgid.split(" "))))


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_what_passes_the_gate_renders_to_the_same_tags(data: st.DataObject) -> None:
    page = data.draw(pages())
    segments = cut(page, "p.md")
    chosen = data.draw(st.lists(st.sampled_from(segments), min_size=1, max_size=4, unique=True))
    new = {segment: data.draw(translations(segment.msgid)) for segment in chosen}
    bad = refused(page, segments, new)
    kept = {segment: said for segment, said in new.items() if segment not in bad}
    before, after = tags(render(page)), tags(render(join(page, segments, kept.get)))
    assert Counter(after) == Counter(before), kept
    assert block_order(after) == block_order(before), kept
