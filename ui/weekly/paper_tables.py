"""Tables of the printed report: columns as wide as their words need, rows that never part over two pages."""

from collections.abc import Sequence

from ui.weekly.sheet_paper import LEFT, WIDTH, Paper
from weibo_operator.services.weekly_drawing import Anchor
from weibo_operator.services.weekly_report import TextTable

GAP = 18.0
HALF = (WIDTH - GAP) / 2
_SIZE, _HEADING = 7.5, 10.0
_PAD, _ROW_PAD = 6.0, 2.2
_BELOW = 12.0
_HALF_COLUMNS = 4
"""Tables of so few columns stand side by side."""


def print_tables(paper: Paper, tables: Sequence[TextTable], most: int, left_out: str) -> None:
    """Print tables one below the other, narrow ones in pairs; of each at most so many rows, and how many are left."""
    narrow: list[TextTable] = []
    for table in tables:
        if len(table.columns) <= _HALF_COLUMNS:
            narrow.append(table)
        else:
            print_table(paper, LEFT, WIDTH, (table,), most, left_out)
    for place in range(0, len(narrow), 2):
        print_table(paper, LEFT, HALF, narrow[place : place + 2], most, left_out)


def print_table(paper: Paper, x: float, width: float, tables: Sequence[TextTable], most: int, left_out: str) -> None:
    """Print tables side by side from ``x``, on a new page where the highest doesn't fit any more."""
    heights = [_height(paper, table, width, most) for table in tables]
    if max(heights) > paper.left_over:
        paper.turn()
    top = paper.y
    for table, left in zip(tables, (x, x + width + GAP), strict=False):
        paper.y = top
        _print(paper, table, left, width, most, left_out)
    paper.y = top + max(heights)


def in_halves(table: TextTable) -> tuple[TextTable, TextTable]:
    """One long table as two that stand side by side."""
    half = (len(table.rows) + 1) // 2
    return (
        TextTable(table.key, table.heading, table.columns, table.rows[:half], table.numbers, table.faint),
        TextTable(
            table.key,
            "",
            table.columns,
            table.rows[half:],
            table.numbers,
            frozenset(place - half for place in table.faint),
        ),
    )


def _print(paper: Paper, table: TextTable, x: float, width: float, most: int, left_out: str) -> None:
    widths = _widths(paper, table, width, most)
    paper.line(x, paper.y + _HEADING, table.heading, _HEADING, bold=True)
    paper.y += _HEADING * 1.6
    _row(paper, table, table.columns, x, widths, bold=True)
    paper.rule(x, paper.y, width, 0.8, "text")
    for place, row in enumerate(table.rows[:most]):
        _row(paper, table, row, x, widths, faint=place in table.faint)
        paper.rule(x, paper.y, width, 0.4, "divider")
    if len(table.rows) > most:
        paper.line(x, paper.y + 9, left_out.format(count=len(table.rows) - most), _SIZE, role="text2")


def _row(
    paper: Paper,
    table: TextTable,
    cells: Sequence[str],
    x: float,
    widths: Sequence[float],
    *,
    bold: bool = False,
    faint: bool = False,
) -> None:
    height = _row_height(paper, cells, widths, bold=bold)
    for place, (cell, width) in enumerate(zip(cells, widths, strict=False)):
        role = "text3" if faint else "text"
        if place in table.numbers:
            right = x + width - _PAD
            paper.line(right, paper.y + _ROW_PAD + _SIZE * 1.06, cell, _SIZE, Anchor.END, bold=bold, role=role)
        else:
            paper.words(x, paper.y + _ROW_PAD, width - _PAD, cell, _SIZE, bold=bold, role=role)
        x += width
    paper.y += height


def _row_height(paper: Paper, cells: Sequence[str], widths: Sequence[float], *, bold: bool = False) -> float:
    heights = [paper.height(cell, _SIZE, width - _PAD, bold=bold) for cell, width in zip(cells, widths, strict=False)]
    return max(heights, default=0.0) + 2 * _ROW_PAD


def _height(paper: Paper, table: TextTable, width: float, most: int) -> float:
    widths = _widths(paper, table, width, most)
    rows = sum(_row_height(paper, row, widths) for row in table.rows[:most])
    more = 12.0 if len(table.rows) > most else 0.0
    return _HEADING * 1.6 + _row_height(paper, table.columns, widths, bold=True) + rows + more + _BELOW


def _widths(paper: Paper, table: TextTable, width: float, most: int) -> list[float]:
    """What each column needs; where that is too much, the wide ones share what the narrow ones leave."""
    needed = [paper.width(name, _SIZE, bold=True) + _PAD for name in table.columns]
    for row in table.rows[:most]:
        for place, cell in enumerate(row[: len(needed)]):
            needed[place] = max(needed[place], paper.width(cell, _SIZE) + _PAD)
    spare = width - sum(needed)
    if spare >= 0:
        return [each + spare / len(needed) for each in needed]
    fixed = [0.0] * len(needed)
    open_places = set(range(len(needed)))
    left = width
    while open_places:
        share = left / len(open_places)
        fitting = [place for place in open_places if needed[place] <= share]
        for place in fitting or open_places:
            fixed[place] = needed[place] if fitting else share
            left -= fixed[place]
        open_places -= set(fitting or open_places)
    return fixed
