"""A page of a one-file copy: its article, without what stands once for all pages."""

from __future__ import annotations

from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from waymark.errors import PageError

# Only the site's pages need these: the file as a whole says or does the same once.
_SPARE_ATTRIBUTES = ("data-generated", "rel", "hreflang", "data-index")


@dataclass
class Section:
    """The article of one page, being made ready."""

    path: str  # on the site
    article: LexborNode
    document: LexborHTMLParser  # keeps the article alive
    notice: str  # how it was translated, as HTML
    classes: list[str] = field(default_factory=lambda: ["wm-page"])
    id: str = ""
    before: str = ""  # HTML above the article's own

    def html(self) -> str:
        """The section as it stands in the file."""
        names = " ".join(self.classes)
        return (
            f'<section class="{names}" id="{self.id}">{self.before}{self.article.inner_html or ""}</section>'
        )


def read_section(html: str, path: str) -> Section:
    """The article of a built page; raises PageError when it has none."""
    document = LexborHTMLParser(html)
    article = document.css_first("article")
    if article is None:
        raise PageError("a page without an article", "Run: make site", f"site/{path}")
    notice = article.css_first(".wm-notice")
    said = _words(notice) if notice else ""
    for node in article.css(".wm-notices"):
        node.decompose()
    for form in article.css("#__search"):
        form.attrs["data-base"] = ""
    if document.css_first('html[dir="ltr"]') is not None:
        _one_direction(article)
    for name in _SPARE_ATTRIBUTES:
        for node in article.css(f"[{name}]"):
            del node.attrs[name]
    return Section(path, article, document, said)


def _one_direction(article: LexborNode) -> None:
    """Left to right inside left to right needs no saying; it is said hundreds of times."""
    for node in article.css('bdi[dir="ltr"]'):
        node.unwrap()
    for node in article.css('[dir="ltr"]'):
        del node.attrs["dir"]


def _words(notice: LexborNode) -> str:
    for link in notice.css("a"):
        link.decompose()  # to the page in English, which is not inside
    return notice.html or ""
