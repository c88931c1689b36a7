"""The weekly report as one HTML file: no script, nothing from outside, charts as inline SVG, printable on A4."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from weibo_operator.services.markup import Content, Markup, element, empty, join
from weibo_operator.services.weekly_charts import Chart
from weibo_operator.services.weekly_drawing import Box, Drawing, Ink, Line, Mark, drawing_of
from weibo_operator.services.weekly_report import Report, TextTable, Tile

_HATCH = "hatch"
_SHORT = 12
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""The browser is told as well that this page loads and runs nothing."""


def html(report: Report, style: Path) -> str:
    """The whole document; ``style`` is the file of the style sheet, which is written into it."""
    head = element(
        "head",
        empty("meta", charset="utf-8"),
        empty("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        empty("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"{report.title} {report.week}"),
        element("style", Markup(style.read_text("utf-8"))),
    )
    body = element("body", _pattern(), element("main", *_sections(report)))
    return "<!DOCTYPE html>\n" + element("html", head, body, lang="zh-CN").code + "\n"


def svg(drawing: Drawing, title: str) -> Markup:
    """A drawing as an SVG element of its own size that grows with the page."""
    return element(
        "svg",
        *(_mark(mark) for mark in drawing.marks),
        viewBox=f"0 0 {drawing.width:g} {drawing.height:g}",
        role="img",
        aria_label=title,
    )


def _sections(report: Report) -> Iterable[Markup]:
    yield element(
        "header",
        element("h1", report.title),
        element("p", report.week, class_="week"),
        element("p", *_between(report.provenance[:2]), class_="note"),
    )
    yield element("section", *(element("p", each) for each in report.conclusions), class_="conclusions")
    yield element("section", *(_tile(tile) for tile in report.tiles), class_="tiles")
    if report.charts:
        yield element("section", *(_chart(chart) for chart in report.charts), class_="charts")
    else:
        yield element("p", report.words.paper["nothing"], class_="note")
    yield _section(report.words.headings["backlog"], element("p", report.equation, class_="equation"))
    for table in report.tables:
        yield _section(table.heading, _table(table))
    yield _section(report.figures.heading, _table(report.figures))
    yield _section(report.words.sheets["definitions"], _definitions(report))
    yield element("footer", *_between((*report.provenance, report.privacy)))


def _section(heading: str, *content: Content) -> Markup:
    return element("section", element("h2", heading), *content)


def _tile(tile: Tile) -> Markup:
    return element(
        "div",
        element("span", tile.name, class_="name"),
        element("strong", tile.value, class_="faint" if tile.faint else "value"),
        element("span", tile.compared),
        element("span", tile.mean),
        class_="tile",
    )


def _chart(chart: Chart) -> Markup:
    return element("figure", svg(drawing_of(chart), chart.title))


def _table(table: TextTable) -> Markup:
    def row(name: str, cells: Sequence[str], *, faint: bool = False) -> Markup:
        made = (element(name, cell, **_look(cell, number=place in table.numbers)) for place, cell in enumerate(cells))
        return element("tr", *made, class_="faint") if faint else element("tr", *made)

    head = element("thead", row("th", table.columns))
    rows = (row("td", cells, faint=place in table.faint) for place, cells in enumerate(table.rows))
    return element("table", head, element("tbody", *rows))


def _look(cell: str, *, number: bool) -> dict[str, str]:
    """Numbers stand at the right; a few characters are never broken into lines."""
    if number:
        return {"class_": "number"}
    return {"class_": "short"} if len(cell) <= _SHORT else {}


def _definitions(report: Report) -> Markup:
    terms = element("ul", *(element("li", term) for term in report.terms))
    names = report.words.columns["definitions"]
    heads = element("thead", element("tr", *(element("th", name, class_="short") for name in names)))
    rows = (element("tr", *(element("td", cell) for cell in row)) for row in report.definitions)
    return join((terms, element("table", heads, element("tbody", *rows))))


def _between(lines: Iterable[str]) -> Iterable[Markup]:
    return (element("span", line) for line in lines)


def _pattern() -> Markup:
    """The hatching of second series, shared by all charts."""
    lines = (empty("path", d="M-1,1 l2,-2 M0,4 l4,-4 M3,5 l2,-2", class_="hatching"),)
    pattern = element("pattern", *lines, id=_HATCH, width=4, height=4, patternUnits="userSpaceOnUse")
    return element("svg", element("defs", pattern), class_="shared", width=0, height=0, aria_hidden="true")


def _mark(mark: Mark) -> Markup:
    match mark:
        case Box():
            place = {"x": mark.left, "y": mark.top, "width": mark.width, "height": mark.height}
            return empty(
                "rect", **place, class_=str(mark.ink), **({"fill": f"url(#{_HATCH})"} if _hatched(mark) else {})
            )
        case Line():
            return empty("line", x1=mark.x1, y1=mark.y1, x2=mark.x2, y2=mark.y2, class_=str(mark.ink))
        case _:
            return element(
                "text",
                mark.text,
                x=mark.x,
                y=mark.y,
                font_size=mark.size,
                text_anchor=str(mark.anchor),
                class_="bold" if mark.bold else "plain",
            )


def _hatched(box: Box) -> bool:
    return box.ink is Ink.SECOND
