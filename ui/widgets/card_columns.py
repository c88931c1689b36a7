"""The columns of a card list: their names above it, and where each lies within a card."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.widgets.card_list import MARGIN
from ui.widgets.paint_text import draw_line

PAD = 14
GAP = 12
HEAD = 40


@dataclass(frozen=True, slots=True)
class CardColumn:
    """One column: ``width`` in px at 100 %, or a ``share`` of what the fixed ones leave."""

    name: str
    width: int = 0
    share: float = 0.0


def column_spans(theme: Theme, columns: Sequence[CardColumn], card: QRectF) -> list[QRectF]:
    """Where each column lies in ``card``."""
    pad, gap = theme.px(PAD), theme.px(GAP)
    fixed = sum(theme.px(column.width) for column in columns if not column.share)
    room = max(0.0, card.width() - 2 * pad - gap * (len(columns) - 1) - fixed)
    shares = sum(column.share for column in columns) or 1.0
    left = card.left() + pad
    spans: list[QRectF] = []
    for column in columns:
        width = room * column.share / shares if column.share else theme.px(column.width)
        spans.append(QRectF(round(left), card.top(), round(width), card.height()))
        left += width + gap
    return spans


class ColumnHeads(QWidget):
    """The names of the columns, aligned with the cards below."""

    def __init__(self, theme: Theme, columns: Sequence[CardColumn], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = tuple(columns)
        self._room = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    @Slot(int)
    def set_room(self, width: int) -> None:
        """Follow the width of the list below."""
        self._room = width
        self.update()

    def show_columns(self, columns: Sequence[CardColumn]) -> None:
        """Show other names."""
        self._columns = tuple(columns)
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._theme.px(400), self._theme.px(HEAD))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the names."""
        theme = self._theme
        painter = QPainter(self)
        side = theme.px(MARGIN)
        card = QRectF(0, 0, self._room or self.width(), self.height()).adjusted(side, theme.px(6), -side, 0)
        for column, span in zip(self._columns, column_spans(theme, self._columns, card), strict=True):
            draw_line(painter, span, column.name, theme.font("secondary"), theme.color("text2"))
        painter.end()
