"""Tables of the printed report: columns as wide as their words need, rows that never part over two pages."""

from collections.abc import Sequence

from msgspec.structs import replace

from ui.support.tokens import ColorRole
from ui.weekly.sheet_paper import LEFT, TOP, WIDTH, Paper
from weibo_operator.services.weekly_drawing import Anchor
from weibo_operator.services.weekly_report import TextTable

GAP = 18.0
HALF = (WIDTH - GAP) / 2
HEADING = 9.5
_HEAD = 14.0
_PAD, _ROW_PAD = 5.0, 1.1
_BELOW = 9.0
_FEWEST = 8
"""Rows of a long table worth beginning on a page."""


def print_tables(paper: Paper, tables: Sequence[TextTable], most: int, left_out: str) -> None:
    """Print the wide tables one below the other, then the narrow ones in two columns.

    Of each at most ``most`` rows, and ``left_out`` (with ``count``) where there are more.
    """
    cut = [_cut(table, most, left_out) for table in tables]
    for table in cut:
        if not _is_narrow(paper, table):
            _print_wide(paper, table)
    _print_columns(paper, [table for table in cut if _is_narrow(paper, table)])


def print_long(paper: Paper, table: TextTable) -> None:
    """Print a table in two halves side by side, on as many pages as it takes."""
    first = 0
    while first < len(table.rows):
        rows = len(table.rows) - first
        while rows > _FEWEST and _height(paper, _part(table, first, (rows + 1) // 2), HALF) > paper.left_over:
            rows -= 1
        if _height(paper, _part(table, first, (rows + 1) // 2), HALF) > paper.left_over:
            paper.turn()
            continue
        top = paper.y
        half = (rows + 1) // 2
        _print(paper, _part(table, first, half), LEFT, HALF)
        bottom, paper.y = paper.y, top
        _print(paper, replace(_part(table, first + half, rows - half), heading=""), LEFT + HALF + GAP, HALF)
        paper.y = max(bottom, paper.y)
        first += rows


def _print_wide(paper: Paper, table: TextTable) -> None:
    """On one page where it fits, else on as many as it takes; a row is never parted."""
    if _height(paper, table, WIDTH) > paper.left_over and paper.y > TOP:
        paper.turn()
    first = 0
    while first < len(table.rows):
        rows = len(table.rows) - first
        while rows > 1 and _height(paper, _part(table, first, rows), WIDTH) > paper.left_over:
            rows -= 1
        if _height(paper, _part(table, first, rows), WIDTH) > paper.left_over and paper.y > TOP:
            paper.turn()
            continue
        _print(paper, _part(table, first, rows), LEFT, WIDTH)
        first += rows


def _print_columns(paper: Paper, tables: Sequence[TextTable]) -> None:
    """Each table goes below the shorter column."""
    tops = [paper.y, paper.y]
    for table in tables:
        column = 0 if tops[0] <= tops[1] else 1
        paper.y = tops[column]
        if _height(paper, table, HALF) > paper.left_over:
            paper.y = max(tops)
            paper.turn()
            tops, column = [paper.y, paper.y], 0
        _print(paper, table, LEFT + column * (HALF + GAP), HALF)
        tops[column] = paper.y
    paper.y = max(tops)


def _cut(table: TextTable, most: int, left_out: str) -> TextTable:
    if len(table.rows) <= most:
        return table
    return replace(table, rows=table.rows[:most], heading=f"{table.heading}（{left_out.format(count=most)}）")


def _part(table: TextTable, first: int, count: int) -> TextTable:
    faint = frozenset(place - first for place in table.faint if first <= place < first + count)
    return replace(table, rows=table.rows[first : first + count], faint=faint)


def _is_narrow(paper: Paper, table: TextTable) -> bool:
    return sum(_needed(paper, table)) <= HALF


def _print(paper: Paper, table: TextTable, x: float, width: float) -> None:
    widths = _widths(paper, table, width)
    paper.line(x, paper.y + HEADING, table.heading, HEADING, bold=True)
    paper.y += _HEAD
    _row(paper, table, table.columns, x, widths, bold=True)
    paper.rule(x, paper.y, width, 0.8, "text")
    for place, row in enumerate(table.rows):
        _row(paper, table, row, x, widths, role="text3" if place in table.faint else "text")
        paper.rule(x, paper.y, width, 0.4, "divider")
    paper.y += _BELOW


def _row(
    paper: Paper,
    table: TextTable,
    cells: Sequence[str],
    x: float,
    widths: Sequence[float],
    *,
    bold: bool = False,
    role: ColorRole = "text",
) -> None:
    height = _row_height(paper, cells, widths, bold=bold)
    for place, (cell, width) in enumerate(zip(cells, widths, strict=False)):
        if place in table.numbers:
            baseline = paper.y + _ROW_PAD + paper.small * 1.06
            paper.line(x + width - _PAD, baseline, cell, paper.small, Anchor.END, bold=bold, role=role)
        else:
            paper.words(x, paper.y + _ROW_PAD, width - _PAD, cell, paper.small, bold=bold, role=role)
        x += width
    paper.y += height


def _row_height(paper: Paper, cells: Sequence[str], widths: Sequence[float], *, bold: bool = False) -> float:
    heights = [
        paper.height(cell, paper.small, width - _PAD, bold=bold) for cell, width in zip(cells, widths, strict=False)
    ]
    return max(heights, default=0.0) + 2 * _ROW_PAD


def _height(paper: Paper, table: TextTable, width: float) -> float:
    widths = _widths(paper, table, width)
    rows = sum(_row_height(paper, row, widths) for row in table.rows)
    return _HEAD + _row_height(paper, table.columns, widths, bold=True) + rows


def _needed(paper: Paper, table: TextTable) -> list[float]:
    """How wide each column is when nothing is broken into lines."""
    needed = [paper.width(name, paper.small, bold=True) + _PAD for name in table.columns]
    for row in table.rows:
        for place, cell in enumerate(row[: len(needed)]):
            needed[place] = max(needed[place], paper.width(cell, paper.small) + _PAD)
    return needed


def _widths(paper: Paper, table: TextTable, width: float) -> list[float]:
    """What each column needs; where that is too much, the wide ones share what the narrow ones leave."""
    needed = _needed(paper, table)
    spare = width - sum(needed)
    if spare >= 0:
        return [each + spare / len(needed) for each in needed]
    fixed = [0.0] * len(needed)
    waiting = list(range(len(needed)))
    left = width
    while waiting:
        share = left / len(waiting)
        settled = [place for place in waiting if needed[place] <= share] or waiting
        for place in settled:
            fixed[place] = min(needed[place], share)
            left -= fixed[place]
        waiting = [place for place in waiting if place not in settled]
    return fixed
