"""The list of weeks from which the one to compare with is chosen."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.support.theme import Theme
from ui.weekly.rows_table import Heading, Line, RowsTable
from ui.weekly.words import week_words
from ui.widgets.sheet import Sheet
from weibo_operator.domain.week import Week

WEEKS = 106
"""Two years, and the week of two years ago."""
YEAR = 52
HEADINGS = (Heading("和哪一周比", stretched=True), Heading("相隔"))


class CompareSheet(Sheet):
    """``chosen`` carries the week; arrows move, Enter or a click chooses."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, host, "对比", 560)
        self.table = RowsTable(theme, "和哪一周比", HEADINGS, parent=self.frame)
        self.frame.body.addWidget(self.table, 1)
        self.table.opened.connect(self._choose)

    def open_for(self, week: Week, against: Week | None) -> None:
        """List the weeks before ``week``; the one compared with now is selected."""
        self.table.set_lines([_line(week.previous(back), back) for back in range(1, WEEKS)])
        now = against or week.previous()
        places = [place for place, line in enumerate(self.table.rows.lines) if line.opens == now]
        self.open_over()
        self.table.setFocus()
        self.table.selectRow(places[0] if places else 0)

    @Slot(object)
    def _choose(self, week: object) -> None:
        self.close_over()
        self.chosen.emit(week)


def _line(week: Week, back: int) -> Line:
    names = {1: "上周", YEAR: "去年此时", 2 * YEAR: "前年此时"}
    return Line((week_words(week), names.get(back, f"{back} 周前")), week, tip="和这一周比（Enter）")
