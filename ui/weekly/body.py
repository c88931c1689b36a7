"""The scrolling part of the weekly page: conclusion, tiles, charts, lists."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.weekly import charts
from ui.weekly.card import Card
from ui.weekly.figures import FIGURE_HEADINGS, UNANSWERED_HEADINGS, figure_lines, unanswered_lines
from ui.weekly.problems import ProblemList
from ui.weekly.rows_table import RowsTable
from ui.weekly.tile_row import TileRow
from ui.widgets.bars import BarsChart
from ui.widgets.columns import ColumnsChart
from ui.widgets.fact_table import FactTable
from ui.widgets.heat import HeatStrip
from ui.widgets.label import TextLabel
from weibo_operator.domain.clock import china_day
from weibo_operator.domain.weekly import WeeklySummary
from weibo_operator.services.weekly_text import conclusions, equation, shown_name
from weibo_operator.services.weekly_words import WeekWords

GAP = 12


class WeekBody(QWidget):
    """Everything of one week; ``figures_asked`` carries figure keys, ``ticket_asked`` a ticket's id."""

    figures_asked = Signal(object)
    ticket_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sentences = tuple(TextLabel(theme, "", "body", wrap=True) for _ in range(3))
        self.tiles = TileRow(theme)
        self.days = ColumnsChart(theme, "每天新进与解决", ("新进", "解决"))
        self.bands = BarsChart(theme, "答复用时")
        self.kinds = BarsChart(theme, "问题类型", 28)
        self.departments = FactTable(theme, "转交部门")
        self.transfers = FactTable(theme, "转交两次以上")
        self.hours = HeatStrip(theme, "客户什么时候来")
        self.problems = ProblemList(theme)
        self.equation = TextLabel(theme, "", "body", wrap=True)
        self.visits = FactTable(theme, "回访")
        self.reasons = FactTable(theme, "无需回复的原因")
        self.unanswered = RowsTable(theme, "未回复", UNANSWERED_HEADINGS, most_rows=10, parent=self)
        self.figures = RowsTable(theme, "全部数字", FIGURE_HEADINGS, most_rows=60, parent=self)
        self._details = QWidget()
        self._cards: dict[str, Card] = {}
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.tiles.opened.connect(self.figures_asked)
        self.figures.opened.connect(self._open_figure)
        self.unanswered.opened.connect(self.ticket_asked)

    def add_below_tiles(self, widget: QWidget) -> None:
        """Put what a silent week shows in place of the charts."""
        self._column.insertWidget(self._column.indexOf(self._details), widget)

    def show_details(self, *, shown: bool) -> None:
        """Show or hide everything below the tiles."""
        self._details.setVisible(shown)

    def show_summary(self, summary: WeeklySummary, words: WeekWords, now: datetime, *, unmasked: bool) -> None:
        """Show another week."""
        for label, sentence in zip(self.sentences, conclusions(summary, words), strict=True):
            label.setText(sentence)
        self.tiles.show_summary(summary, words)
        self.days.set_columns(charts.day_columns(summary, china_day(now)))
        self.bands.set_bars(charts.band_bars(summary, words))
        self.kinds.set_bars(charts.kind_bars(summary))
        self._fill_facts("departments", self.departments, charts.department_facts(summary, words))
        names = [shown_name(row.nickname, unmasked=unmasked) for row in summary.repeated_transfers]
        self._fill_facts("transfers", self.transfers, charts.transfer_facts(summary, names))
        self._fill_facts("visits", self.visits, charts.visit_facts(summary))
        self._fill_facts("reasons", self.reasons, charts.reason_facts(summary))
        self.hours.set_cells(charts.hour_cells(summary))
        self._cards["hours"].set_remark(charts.busiest_words(summary))
        self.problems.set_problems(summary.top, words, unmasked=unmasked)
        self.equation.setText(equation(summary, words))
        self.unanswered.set_lines(unanswered_lines(summary, words, unmasked=unmasked))
        self._cards["unanswered"].setVisible(bool(summary.unanswered))
        self._cards["unanswered"].set_remark(f"{len(summary.unanswered)} 条，按已等时间排")
        self.figures.set_lines(figure_lines(summary, words))

    @Slot(object)
    def _open_figure(self, key: object) -> None:
        self.figures_asked.emit((key,))

    @Slot()
    def _open_card(self) -> None:
        sender = self.sender()
        keys = next(keys for name, keys in CARD_FIGURES.items() if self._cards[name] is sender)
        self.figures_asked.emit(keys)

    def _fill_facts(self, name: str, table: FactTable, facts: tuple[charts.Fact, ...]) -> None:
        table.set_facts(facts)
        self._cards[name].setVisible(bool(facts))

    def _card(self, name: str, title: str, content: QWidget) -> Card:
        card = Card(self._theme, title, opens=name in CARD_FIGURES)
        card.body.addWidget(content)
        card.asked.connect(self._open_card)
        self._cards[name] = card
        return card

    def _lay_out(self) -> None:
        column = self._column
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(GAP)
        conclusion = Card(self._theme)
        for label in self.sentences:
            conclusion.body.addWidget(label)
        column.addWidget(conclusion)
        column.addWidget(self.tiles)
        column.addWidget(self._details)
        column.addStretch()
        self._fill_details()

    def _fill_details(self) -> None:
        column = QVBoxLayout(self._details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        halves = QHBoxLayout()
        halves.setSpacing(GAP)
        halves.addLayout(self._left(), 3)
        halves.addLayout(self._right(), 2)
        column.addLayout(halves)
        column.addWidget(self._card("unanswered", "未回复", self.unanswered))
        column.addWidget(self._card("figures", "全部数字", self.figures))

    def _left(self) -> QVBoxLayout:
        days = Card(self._theme)
        days.body.addWidget(self.days)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(days)
        column.addWidget(self._card("top", "问题前五", self.problems))
        column.addWidget(self._card("bands", "答复用时", self.bands))
        column.addWidget(self._card("backlog", "积压", self.equation))
        column.addWidget(self._card("reasons", "无需回复的原因", self.reasons))
        column.addStretch()
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(self._card("kinds", "问题类型", self.kinds))
        column.addWidget(self._card("departments", "转交部门", self.departments))
        column.addWidget(self._card("transfers", "转交两次以上", self.transfers))
        column.addWidget(self._card("hours", "客户什么时候来", self.hours))
        column.addWidget(self._card("visits", "回访", self.visits))
        column.addStretch()
        return column


CARD_FIGURES: dict[str, tuple[str, ...]] = {
    "kinds": ("tickets", "complaints", "praises"),
    "departments": ("forwarded", "handoffs_answered", "handoffs_overdue"),
    "bands": ("turns", "within_20_minutes"),
    "backlog": ("open_at_end", "tickets", "solved", "reopened"),
    "visits": ("visits_due", "visits_done"),
}
"""The figures whose tickets a card opens."""
