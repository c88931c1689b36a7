"""The columns of a card list: their names above it, and where each lies within a card."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.widgets.card_delegate import MARGIN
from ui.widgets.paint_text import draw_line, text_width
from ui.widgets.whole_words import tells_whole
from weibo_operator.translation import tr

PAD = 14
GAP = 12
HEAD = 40


LEAST_SHARE = 130
"""A sharing column narrower than this (px at 100 %) makes spare columns give way."""


class CardColumn(Struct, frozen=True):
    """One column: ``width`` in px at 100 %, or a ``share`` of the rest; a ``spare`` one may be left out."""

    name: str
    width: int = 0
    share: float = 0.0
    spare: bool = False


def column_spans(theme: Theme, columns: Sequence[CardColumn], card: QRectF) -> list[QRectF]:
    """Where each column lies in ``card``; where room is short spare columns, last first, have no width."""
    pad, gap = theme.px(PAD), theme.px(GAP)
    shown = list(columns)
    while _narrowest_share(theme, shown, card) < theme.px(LEAST_SHARE) and any(column.spare for column in shown):
        shown.remove([column for column in shown if column.spare][-1])
    room, shares = _room(theme, shown, card), sum(column.share for column in shown) or 1.0
    left = card.left() + pad
    spans: list[QRectF] = []
    for column in columns:
        if column not in shown:
            spans.append(QRectF(left, card.top(), 0, card.height()))
            continue
        width = room * column.share / shares if column.share else theme.px(column.width)
        spans.append(QRectF(round(left), card.top(), round(width), card.height()))
        left += width + gap
    return spans


def _room(theme: Theme, columns: Sequence[CardColumn], card: QRectF) -> float:
    """What the fixed columns leave for the sharing ones."""
    fixed = sum(theme.px(column.width) for column in columns if not column.share)
    return max(0.0, card.width() - 2 * theme.px(PAD) - theme.px(GAP) * (len(columns) - 1) - fixed)


def _narrowest_share(theme: Theme, columns: Sequence[CardColumn], card: QRectF) -> float:
    shares = [column.share for column in columns if column.share]
    return _room(theme, columns, card) * min(shares) / sum(shares) if shares else card.width()


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

    def event(self, event: QEvent) -> bool:
        """Names that had to be cut are whole in the tooltip."""
        asked = event.type() is QEvent.Type.ToolTip
        return (asked and tells_whole(self, event, self._cut_names())) or super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the names."""
        theme = self._theme
        painter = QPainter(self)
        for column, span in self._spans():
            if span.width():
                draw_line(painter, span, column.name, theme.font("secondary"), theme.color("text2"))
        painter.end()

    def _cut_names(self) -> str:
        """All names where one of them is cut, else nothing."""
        font = self._theme.font("secondary")
        shown = [(column.name, span.width()) for column, span in self._spans() if span.width()]
        cut = any(text_width(font, name) > width for name, width in shown)
        return tr("，").join(name for name, _ in shown) if cut else ""

    def _spans(self) -> list[tuple[CardColumn, QRectF]]:
        """Each column with where its name stands."""
        side = self._theme.px(MARGIN)
        card = QRectF(0, 0, self._room or self.width(), self.height()).adjusted(side, self._theme.px(6), -side, 0)
        return list(zip(self._columns, column_spans(self._theme, self._columns, card), strict=True))
