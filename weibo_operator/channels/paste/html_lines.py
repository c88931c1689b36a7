"""Lines with their links from the HTML spelling of a copied piece of page."""

import re
from html.parser import HTMLParser

from msgspec.structs import replace

from weibo_operator.channels.paste.lines import Line, Link, clean, numbered, split_lines

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "section",
        "table",
        "tbody",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_SILENT = frozenset(("script", "style", "head", "title", "template", "noscript"))
_MARKED = re.compile(r"<!\[[^>]*>?")
"""Conditional sections of office programs, on which Python's parser gives up."""
_UNCLOSED = re.compile(r"<(?=[^<>]*<)")
"""A tag that never ends: Python's parser reads on to the page's end from each of them."""
_REACH = 200
"""Lines in which a link's words are looked for: what is not found there was hidden on the page."""
_LONGEST = 2_000_000
"""Characters of HTML that are looked at; a page copied whole is smaller."""


def html_lines(html: str) -> tuple[Line, ...]:
    """The lines the page would have shown; emoji images as their code, links beside the words they were on."""
    page = _Page()
    page.feed(_UNCLOSED.sub("&lt;", _MARKED.sub("", html[:_LONGEST])))
    page.close()
    return numbered(page.finished())


def with_links(lines: tuple[Line, ...], html: str) -> tuple[Line, ...]:
    """The lines of the plain text, which knows best where lines end, with the links of its HTML spelling.

    Both hold the same words in the same order: each link goes to the next place where its words stand.
    """
    found: dict[int, list[Link]] = {}
    at, column = 0, 0
    for link in (link for line in html_lines(html) for link in line.links):
        words = clean(link.words)
        place = _next_place(lines, words, at, column) if words else None
        if place is not None:
            at, column = place
            found.setdefault(at, []).append(link)
            column += len(words)
    return tuple(replace(line, links=tuple(found.get(at, ()))) for at, line in enumerate(lines))


def _next_place(lines: tuple[Line, ...], words: str, at: int, column: int) -> tuple[int, int] | None:
    for later in range(at, min(len(lines), at + _REACH)):
        place = lines[later].text.find(words, column if later == at else 0)
        if place >= 0:
            return later, place
    return None


class _Page(HTMLParser):
    """Collects text by lines; an address belongs to the line in which its words begin."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[tuple[str, tuple[Link, ...]]] = []
        self._words: list[str] = []
        self._links: list[Link] = []
        self._open: Link | None = None
        self._silent = 0

    def finished(self) -> list[tuple[str, tuple[Link, ...]]]:
        """Every line up to the end."""
        self._end_line()
        return self._lines

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, a link, a silent part, or take an image's code."""
        values = {name: value or "" for name, value in attrs}
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self._end_line()
        elif tag == "img":
            self.handle_data(_code(values.get("alt", "")))
        elif tag == "a":
            self._close_link()
            uid = _digits(values.get("usercard", "")) or _digits(values.get("data-user-id", ""))
            self._open = Link("", values.get("href", ""), uid, values.get("title", ""))

    def handle_endtag(self, tag: str) -> None:
        """End a link, a line or a silent part."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "a":
            self._close_link()
        elif tag in _BLOCKS:
            self._end_line()

    def handle_data(self, data: str) -> None:
        """Take words; a line break in the source is a blank, as on the page, but one in words kept together ends."""
        if self._silent or not data:
            return
        first, *others = split_lines(data)
        self._take(first)
        for other in others:
            if other.strip() and "".join(self._words).strip():
                self._end_line()
            self._take(other)

    def _take(self, words: str) -> None:
        self._words.append(words)
        if self._open is not None:
            link = self._open
            self._open = Link(link.words + words, link.address, link.uid, link.title)

    def _close_link(self) -> None:
        if self._open is not None and (self._open.address or self._open.uid):
            link = self._open
            self._links.append(Link(link.words.strip(), link.address, link.uid, link.title))
        self._open = None

    def _end_line(self) -> None:
        open_link = self._open
        self._close_link()
        self._lines.append(("".join(self._words), tuple(self._links)))
        self._words, self._links = [], []
        if open_link is not None and not open_link.words.strip():
            self._open = open_link


def _code(alt: str) -> str:
    return alt if alt.startswith("[") and alt.endswith("]") else ""


def _digits(text: str) -> str:
    found = text.removeprefix("id=").split("&")[0]
    return found if found.isascii() and found.isdecimal() else ""
