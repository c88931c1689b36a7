"""以往工单: the customer's other tickets as lines to click."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.label import TextLabel
from ui.widgets.paint_shape import fill_box, paint_focus
from ui.widgets.paint_text import draw_line, one_line
from weibo_operator.domain.clock import china
from weibo_operator.domain.labels import State
from weibo_operator.domain.ticket import Card

SHOWN = 5
DAY_WIDTH = 43


class _EarlierLine(QPushButton):
    """One ticket: its day and its first words."""

    def __init__(self, theme: Theme, card: Card, now: datetime) -> None:
        super().__init__()
        self._theme = theme
        self.card = card
        local = china(card.last_activity_at)
        self._day = f"{local:%m-%d}" if local.year == china(now).year else f"{local:%Y-%m}"
        open_mark = "" if card.state is State.CLOSED else "（未完成）"
        self._words = one_line(card.snippet) + open_mark
        self.setProperty("painted", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"以往工单 #{card.id}，{self._day}，{self._words}")
        self.setToolTip(f"打开 #{card.id}：{self._words}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return one line's size."""
        return QSize(120, self._theme.size("control_28"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw day and words."""
        theme = self._theme
        painter = QPainter(self)
        radius = theme.size("radius_button")
        if self.underMouse() or self.isDown():
            fill_box(painter, self.rect().adjusted(-6, 0, 6, 0), radius, theme.color("hover"))
        if self.hasFocus():
            paint_focus(painter, theme, self.rect(), radius)
        day = theme.px(DAY_WIDTH)
        band = QRectF(0, 0, day, self.height())
        draw_line(painter, band, self._day, theme.font("secondary"), theme.color("text3"))
        words = QRectF(day, 0, self.width() - day, self.height())
        draw_line(painter, words, self._words, theme.font("secondary"), theme.color("text"))
        painter.end()


class EarlierTickets(QWidget):
    """The latest few; ``picked`` carries the ticket's id."""

    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: list[_EarlierLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(TextLabel(theme, "以往工单", "body", weight=600))

    def show_cards(self, cards: Sequence[Card], now: datetime) -> None:
        """Show other tickets, newest first; nothing at all where there are none."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines = [_EarlierLine(self._theme, card, now) for card in cards[:SHOWN]]
        for line in self._lines:
            line.clicked.connect(self._pick)
            self._column.addWidget(line)
        self.setVisible(bool(cards))

    @Slot()
    def _pick(self) -> None:
        line = self.sender()
        if isinstance(line, _EarlierLine):
            self.picked.emit(line.card.id)
