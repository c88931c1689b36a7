"""The weekly page: what stands where."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.weekly.body import WeekBody
from ui.weekly.header import WeekHeader
from ui.weekly.names_dialog import NamesDialog
from ui.weekly.tickets import TicketsSheet
from ui.widgets.banner import Banner
from ui.widgets.dotted import DottedLabel
from ui.widgets.empty_state import EmptyState

FOOTER = 34


class WeekView(QWidget):
    """Head, one passing line about exports, the scrolling body, and the foot that says how fresh it is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.header = WeekHeader(theme)
        self.banner = Banner(theme)
        self.body = WeekBody(theme)
        self.empty = EmptyState(theme, 72)
        self.scroller = QScrollArea()
        self.footer = DottedLabel(theme, (), "meta", "text2", icon="info")
        self.tickets = TicketsSheet(theme, self)
        self.names = NamesDialog(theme, self)
        self._foot = QFrame()
        self._lay_out()
        theme.changed.connect(self._fit)
        self._fit()

    def show_empty(self, *, empty: bool) -> None:
        """A week without anything has dashes on its tiles and an explanation instead of charts."""
        self.empty.setVisible(empty)
        self.body.show_details(shown=not empty)

    @Slot()
    def _fit(self) -> None:
        self._foot.setFixedHeight(self._theme.px(FOOTER))

    def _lay_out(self) -> None:
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setWidget(self.body)
        self.body.add_below_tiles(self.empty)
        self._foot.setProperty("surface", "foot")
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(20, 0, 20, 0)
        row.addWidget(self.footer, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.banner)
        column.addWidget(self.scroller, 1)
        column.addWidget(self._foot)
