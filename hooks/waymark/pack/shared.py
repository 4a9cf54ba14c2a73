"""What many pages of a one-file copy say alike stands in it once, and is shown below each of them.

Two things weigh most: what follows the contacts on a country's page, and the lines that other countries
keep for their citizens. Without them a copy in Burmese would be twice as large.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborNode, create_tag

from waymark.pack.links import relative
from waymark.pack.sections import Section

CALLS = "calls"
LINES = "lines.html"  # as if it were a page of the site, for the links to it


@dataclass(frozen=True)
class SharedPart:
    """Something that stands once; the pages of class ``wm-NAME`` show it below themselves."""

    name: str  # also its id
    path: str  # of the page it was taken from: its links are relative to that
    node: LexborNode
    classes: str = "wm-shared"

    def html(self) -> str:
        """The part as it stands in the file."""
        return f'<section class="{self.classes}" id="{self.name}">{self.node.inner_html or ""}</section>'


@dataclass(frozen=True)
class Shared:
    """The parts, and what stands above the pages: the notice most carry, the warning above contacts."""

    parts: tuple[SharedPart, ...]
    notice: str
    warning: str

    def html(self) -> Iterator[str]:
        """The parts in the order in which they are shown."""
        for part in self.parts:
            yield part.html()

    def css(self) -> str:
        """The rules that show a part with the pages it belongs to."""
        rules = [
            f"main:has(.wm-{part.name}:target,.wm-{part.name} :target)>#{part.name}{{display:block}}"
            for part in self.parts
        ]
        if self.warning:
            rules.append(
                f"main:not(:has(.wm-{CALLS}:target,.wm-{CALLS} :target)) .wm-unverified{{display:none}}"
            )
        return f"@supports selector(:has(*)){{{''.join(rules)}}}"


def share(sections: Sequence[Section]) -> Shared:
    """Takes out of the sections what they have in common."""
    warning = _warning(sections)
    return Shared((*_tails(sections), *_lines(sections)), _notice(sections), warning)


def _notice(sections: Sequence[Section]) -> str:
    """The most common notice, for the top of the file; a page with another one carries its own."""
    ((common, _),) = Counter(section.notice for section in sections).most_common(1)
    for section in sections:
        if section.notice != common:
            section.classes.append("wm-own")
            section.before = section.notice
    return common


def _warning(sections: Sequence[Section]) -> str:
    """The warning that nobody has called the numbers, where all contacts carry the same."""
    found = [(section, node) for section in sections for node in section.article.css("p.wm-unverified")]
    texts = {node.html or "" for _, node in found}
    if len(texts) != 1 or len(found) < 2:
        return ""
    for section, node in found:
        section.classes.append(f"wm-{CALLS}")
        node.decompose()
    return texts.pop()


def _tails(sections: Sequence[Section]) -> Iterator[SharedPart]:
    """What follows the contacts, where at least two pages have the same."""
    groups: dict[str, list[tuple[Section, list[LexborNode]]]] = {}
    for section in sections:
        contacts = section.article.css_first(".wm-contacts")
        if contacts is not None:
            nodes = list(_after(contacts))
            groups.setdefault("".join(node.html or "" for node in nodes), []).append((section, nodes))
    for number, members in enumerate((group for group in groups.values() if len(group) > 1), 1):
        name = f"more-{number}"
        first, nodes = members[0]
        part = SharedPart(name, first.path, _holder("".join(node.html or "" for node in nodes)))
        for section, nodes in members:
            section.classes.append(f"wm-{name}")
            for node in nodes:
                node.remove()
        yield part


def _lines(sections: Sequence[Section]) -> Iterator[SharedPart]:
    """The lines of other countries: each page lacks its own country's, the file has them all, a link away."""
    lists = [(section, ul) for section in sections for ul in section.article.css("ul.wm-home")]
    if len(lists) < 2:
        return
    first, kept = lists[0]
    title = _before(kept)
    heading = title.html or "" if title else ""
    known: list[str] = []
    for section, ul in lists:
        known = merged(known, [node.html or "" for node in ul.css("li")])
        label = _before(ul)
        if label is not None:
            label.inner_html = f'<a href="{relative(LINES, section.path)}">{label.inner_html}</a>'
        ul.remove()
    yield SharedPart(
        "lines",
        first.path,
        _holder(f'{heading}<ul class="wm-home">{"".join(known)}</ul>'),
        f"wm-shared wm-{CALLS}",
    )


def merged(known: Sequence[str], more: Sequence[str]) -> list[str]:
    """Two lists in the same order as one: what is new in ``more`` stands before what follows it there."""
    out, at = list(known), len(known)
    for item in reversed(more):
        if item in out:
            at = out.index(item)
        else:
            out.insert(at, item)
    return out


def _holder(html: str) -> LexborNode:
    holder = create_tag("div")
    holder.inner_html = html
    return holder


def _after(node: LexborNode) -> Iterator[LexborNode]:
    following = node.next
    while following is not None:
        yield following
        following = following.next


def _before(node: LexborNode) -> LexborNode | None:
    earlier = node.prev
    while earlier is not None and not earlier.is_element_node:
        earlier = earlier.prev
    return earlier if earlier is not None and earlier.tag == "p" else None
