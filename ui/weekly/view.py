"""The weekly page: what stands where."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.weekly.body import WeekBody
from ui.weekly.compare_sheet import CompareSheet
from ui.weekly.header import WeekHeader
from ui.weekly.names_dialog import NamesDialog
from ui.weekly.tickets import TicketsSheet
from ui.widgets.banner import Banner
from ui.widgets.dotted import DottedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.sheet import Sheet

FOOTER = 34
FADED = 0.4


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
        self.compare = CompareSheet(theme, self)
        self.names = NamesDialog(theme, self)
        self._faded = QGraphicsOpacityEffect(self)
        self._foot = QFrame()
        self._lay_out()
        theme.changed.connect(self._fit)
        self._fit()

    def show_empty(self, *, empty: bool) -> None:
        """A week without anything has dashes on its tiles and an explanation instead of charts."""
        self.empty.setVisible(empty)
        self.body.show_details(shown=not empty)

    @property
    def open_sheet(self) -> Sheet | None:
        """The sheet that lies over the page."""
        return next((sheet for sheet in (self.tickets, self.compare) if not sheet.isHidden()), None)

    def show_reading(self, *, reading: bool) -> None:
        """Fade figures that are about to be replaced."""
        self._faded.setEnabled(reading)

    @Slot()
    def _fit(self) -> None:
        self._foot.setFixedHeight(self._theme.px(FOOTER))

    def _lay_out(self) -> None:
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setWidget(self.body)
        self._faded.setOpacity(FADED)
        self._faded.setEnabled(False)
        self.body.setGraphicsEffect(self._faded)
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
