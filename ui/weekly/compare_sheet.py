"""The list of weeks from which the one to compare with is chosen."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.support.theme import Theme
from ui.weekly.rows_table import Heading, Line, RowsTable
from ui.weekly.words import week_words
from ui.widgets.sheet import Sheet
from weibo_operator.domain.week import Week
from weibo_operator.translation import tr

WEEKS = 106
"""Two years, and the week of two years ago."""
YEAR = 52
HEADINGS = (Heading(tr("和哪一周比"), stretched=True), Heading(tr("相隔")))


class CompareSheet(Sheet):
    """``chosen`` carries the week; arrows move, Enter or a click chooses."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, host, tr("对比"), 560)
        self.table = RowsTable(theme, tr("和哪一周比"), HEADINGS, parent=self.frame)
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
    names = {1: tr("上周"), YEAR: tr("去年此时"), 2 * YEAR: tr("前年此时")}
    return Line((week_words(week), names.get(back, tr("{0} 周前", back))), week, tip=tr("和这一周比（Enter）"))
