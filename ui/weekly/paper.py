"""The weekly report as PDF on A4: conclusions, tiles and charts, then tables and figures, then definitions."""

import os
from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication

from ui.support.tokens import ColorRole, load_colors, load_metrics
from ui.weekly.paper_charts import draw_chart
from ui.weekly.paper_tables import GAP, HALF, HEADING, print_long, print_tables
from ui.weekly.pdf_file import steady
from ui.weekly.sheet_paper import BOTTOM, LEFT, PAGE_HEIGHT, TOP, WIDTH, Paper
from weibo_operator.services.weekly_drawing import Anchor, drawing_of
from weibo_operator.services.weekly_report import Report, Tile

_TILES_IN_A_ROW = 3
_TILE_HEIGHT = 50.0
_SETTINGS = ((7.2, 10), (6.6, 10), (6.0, 10), (6.0, 7), (6.0, 5), (5.8, 5), (5.6, 5))
"""Size of the letters, and rows of a table at most: the next is tried where the one before takes too many pages."""
_MOST_PAGES = 3
_LEFT_OUT = frozenset({"bands", "days", "heat", "matrix"})
"""Drawn as charts, or (the matrix) begun by the five problems; Excel and HTML have them whole."""
_SMALL = 7.0
_PLAIN = ("同上，九成", "同上，算术平均。")
_WORTH_BEGINNING = 80.0
"""So much room must be left for the definitions to begin on a page."""


def draw_report(report: Report, resources: Path) -> bytes:
    """The PDF's bytes; the same report gives the same. Needs a Qt application, and may run in any thread.

    The tables are set smaller, then shorter, where it would have too many pages.
    """
    families = load_metrics(resources / "themes" / "metrics.toml").families
    colors = load_colors(resources / "themes" / "light.toml").colors
    papers = (_drawn(report, families, colors, setting, _MOST_PAGES) for setting in _SETTINGS)
    paper = next((each for each in papers if each.pages <= _MOST_PAGES), None) or _drawn(
        report, families, colors, _SETTINGS[-1], _MOST_PAGES
    )
    if paper.pages != _MOST_PAGES:  # the number of pages stands at the foot of each
        paper = _drawn(report, families, colors, paper.setting, paper.pages)
    return steady(paper.content, report.printed_at, paper.meant)


def draw_offscreen(report: Report, resources: Path) -> bytes:
    """The same from a program without a window."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication.instance() or QGuiApplication(["weibo-operator"])
    content = draw_report(report, resources)
    del app  # fonts need it until everything is drawn
    return content


class _Drawn(Struct, frozen=True):
    """A document as Qt wrote it."""

    content: bytes
    pages: int
    setting: tuple[float, int]
    meant: Mapping[int, int]


def _drawn(
    report: Report,
    families: Sequence[str],
    colors: Mapping[ColorRole, str],
    setting: tuple[float, int],
    pages: int,
) -> _Drawn:
    size, most_rows = setting

    def foot(paper: Paper) -> None:
        baseline = PAGE_HEIGHT - BOTTOM + 22
        paper.rule(LEFT, baseline - 10, WIDTH)
        paper.line(LEFT, baseline, f"{report.title} {report.week}    {report.privacy}", _SMALL, role="text2")
        words = report.words.paper["page"].format(page=paper.page, pages=pages)
        paper.line(LEFT + WIDTH, baseline, words, _SMALL, Anchor.END, role="text2")

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = Paper(buffer, families, colors, f"{report.title} {report.week}", foot, size)
    for part in (_head, _conclusions, _tiles, _charts):
        part(paper, report)
    _tables(paper, report, most_rows)
    _figures(paper, report)
    _definitions(paper, report)
    paper.close()
    return _Drawn(bytes(buffer.data().data()), paper.page, setting, paper.meant)


def _head(paper: Paper, report: Report) -> None:
    paper.line(LEFT, paper.y + 18, report.title, 18, bold=True)
    left = LEFT + paper.width(report.title, 18, bold=True) + 12
    paper.line(left, paper.y + 18, report.week, 11)
    paper.line(LEFT + WIDTH, paper.y + 8, report.provenance[0], _SMALL, Anchor.END, role="text2")
    paper.line(LEFT + WIDTH, paper.y + 18, report.provenance[1], _SMALL, Anchor.END, role="text2")
    paper.y += 26
    paper.rule(LEFT, paper.y, WIDTH, 1.2, "text")
    paper.y += 10


def _conclusions(paper: Paper, report: Report) -> None:
    top = paper.y
    for sentence in report.conclusions:
        paper.y += paper.words(LEFT + 10, paper.y, WIDTH - 10, sentence, 10.5, bold=True) + 1
    paper.box(LEFT, top, 3, paper.y - top, "accent")
    paper.y += 10


def _tiles(paper: Paper, report: Report) -> None:
    width = (WIDTH - GAP * (_TILES_IN_A_ROW - 1) / 2) / _TILES_IN_A_ROW
    for place, tile in enumerate(report.tiles):
        column = place % _TILES_IN_A_ROW
        if place and column == 0:
            paper.y += _TILE_HEIGHT + GAP / 2
        _tile(paper, tile, LEFT + column * (width + GAP / 2), width)
    paper.y += _TILE_HEIGHT + 12


def _tile(paper: Paper, tile: Tile, x: float, width: float) -> None:
    paper.frame(x, paper.y, width, _TILE_HEIGHT, 0.6, "control")
    paper.line(x + 8, paper.y + 13, tile.name, 8)
    paper.line(x + 8, paper.y + 32, tile.value, 16, bold=True, role="text3" if tile.faint else "text")
    paper.line(x + 8, paper.y + 44, f"{tile.compared}    {tile.mean}", _SMALL, role="text2")


def _charts(paper: Paper, report: Report) -> None:
    if not report.charts:
        paper.y += paper.words(LEFT, paper.y, WIDTH, report.words.paper["nothing"], 9) + 12
    drawings = [drawing_of(chart) for chart in report.charts]
    for place in range(0, len(drawings), 2):
        pair = drawings[place : place + 2]
        scale = HALF / pair[0].width
        height = max(drawing.height for drawing in pair) * scale + 10
        if height > paper.left_over:
            paper.turn()
        for drawing, x in zip(pair, (LEFT, LEFT + HALF + GAP), strict=False):
            draw_chart(paper, drawing, x, paper.y, scale)
        if len(pair) == 1:
            _backlog(paper, report, LEFT + HALF + GAP, HALF)
        paper.y += height
    if len(drawings) % 2 == 0:
        paper.y += _backlog(paper, report, LEFT, WIDTH)


def _backlog(paper: Paper, report: Report, x: float, width: float) -> float:
    """The equation of the backlog, beside the last chart where there is room; returns its height."""
    paper.line(x, paper.y + HEADING, report.words.headings["backlog"], HEADING, bold=True)
    return 16 + paper.words(x, paper.y + 16, width, report.equation, 9) + 8


def _tables(paper: Paper, report: Report, most_rows: int) -> None:
    tables = [table for table in report.tables if table.key not in _LEFT_OUT]
    print_tables(paper, tables, most_rows, report.words.paper["left_out"])


def _figures(paper: Paper, report: Report) -> None:
    print_long(paper, report.figures)


def _definitions(paper: Paper, report: Report) -> None:
    """Terms and definitions in two columns, the second begun where the first is full."""
    entries = [*report.terms, *_by_number(report.definitions)]
    if paper.left_over < _WORTH_BEGINNING:
        paper.turn()
    paper.line(LEFT, paper.y + HEADING, report.words.sheets["definitions"], HEADING, bold=True)
    paper.y += 16
    top, x = paper.y, LEFT
    for said in entries:
        height = paper.height(said, paper.small, HALF) + 1.5
        if height > paper.left_over:
            if x > LEFT:
                paper.turn()
                top, x = TOP, LEFT
            else:
                x = LEFT + HALF + GAP
            paper.y = top
        paper.words(x, paper.y, HALF, said, paper.small)
        paper.y += height


def _is_plain(definition: str) -> bool:
    """A 90th percentile or a mean of what was just defined needs no words on paper."""
    return definition.startswith(_PLAIN)


def _by_number(definitions: Sequence[tuple[str, str, str]]) -> list[str]:
    """The figures of one number in the catalogue as one paragraph."""
    return [
        f"{number}  " + "".join(f"{name}：{definition}" for _, name, definition in figures if not _is_plain(definition))
        for number, figures in groupby(definitions, key=itemgetter(0))
    ]
