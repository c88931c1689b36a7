"""One tile: a figure in large digits with its change; Enter or a click opens the tickets behind it."""

import re

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.support.tokens import TypeStyle
from ui.weekly.tiles import TileData, TileSpec
from ui.widgets.paint_shape import paint_box, paint_focus
from ui.widgets.paint_text import RIGHT, draw_line, text_width
from weibo_operator.translation import tr

LEAST_WIDTH = 150
HEIGHT = 146
PAD = 14
PARTS = re.compile(r"[0-9.,:%/—]+(?: [/:] [0-9.,%]+)?|[^0-9.,:%/—]+")
"""Digits are set large, the words between them small."""


class Tile(QAbstractButton):
    """Painted; a button to keyboard and screen reader."""

    def __init__(self, theme: Theme, spec: TileSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.spec = spec
        self.set_data(TileData("—"))
        self.setProperty("painted", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("看这个数字背后的工单（Enter）"))
        theme.changed.connect(self._restyle)

    @property
    def data(self) -> TileData:
        """What the tile shows."""
        return self._data

    def set_data(self, data: TileData) -> None:
        """Show another week's figure."""
        self._data = data
        said = (data.value, data.cases, data.note, data.change, data.mean)
        self.setAccessibleName(tr("{0}：", self.spec.title) + tr("，").join(filter(None, said)))
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable tile."""
        return QSize(self._theme.px(LEAST_WIDTH + 20), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest tile whose lines stay readable."""
        return QSize(self._theme.px(LEAST_WIDTH), self._theme.px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it as Space does; the arrows belong to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw card, title, value and the lines below."""
        theme, pad = self._theme, self._theme.px(PAD)
        painter = QPainter(self)
        fill = "pressed" if self.isDown() else "hover" if self.underMouse() else "surface"
        radius = theme.size("radius_card")
        paint_box(painter, self.rect(), radius, theme.color(fill), theme.color("divider"))
        if self.hasFocus():
            paint_focus(painter, theme, self.rect(), radius)
        left, width = pad, self.width() - 2 * pad
        side = theme.size("icon_control")
        title = QRectF(left, theme.px(12), width - side - theme.px(6), theme.line_height("secondary"))
        draw_line(painter, title, self.spec.title, theme.font("secondary"), theme.color("text2"))
        theme.paint_icon(painter, QRectF(left + width - side, title.top(), side, title.height()), self.spec.icon)
        self._paint_value(painter, QRectF(left, title.bottom() + theme.px(2), width, theme.line_height("figure")))
        self._paint_lines(painter, QRectF(left, title.bottom() + theme.px(4) + theme.line_height("figure"), width, 0))
        painter.end()

    def _paint_value(self, painter: QPainter, row: QRectF) -> None:
        """Draw the digits large and the words small; the whole smaller where the tile is narrow."""
        theme = self._theme
        parts = PARTS.findall(self._data.value)
        style: TypeStyle = "figure"
        if self._value_width(parts, style) > row.width():
            style = "figure_small"
        color = theme.color("text3" if self._data.faint else "text")
        left = row.left()
        for part in parts:
            font = theme.font(style) if part[0] in "0123456789.—" else theme.font("secondary")
            band = QRectF(left, row.top(), row.right() - left, row.height())
            if part[0] not in "0123456789.—":
                band.translate(0, theme.px(4))
            left += draw_line(painter, band, part, font, color)
        cases = theme.font("meta")
        if left + text_width(cases, self._data.cases) + theme.px(6) <= row.right():
            draw_line(painter, row.translated(0, theme.px(4)), self._data.cases, cases, theme.color("text3"), RIGHT)

    def _value_width(self, parts: list[str], style: TypeStyle) -> float:
        theme = self._theme
        return sum(
            text_width(theme.font(style) if part[0] in "0123456789.—" else theme.font("secondary"), part)
            for part in parts
        )

    def _paint_lines(self, painter: QPainter, row: QRectF) -> None:
        theme, data = self._theme, self._data
        font, line = theme.font("meta"), theme.line_height("meta")
        note = QRectF(row.left(), row.top(), row.width(), line)
        draw_line(painter, note, data.note, font, theme.color("danger_text" if data.late else "text2"))
        change = note.translated(0, line)
        left = change.left()
        if data.change_icon:
            side = theme.size("icon_text")
            theme.paint_icon(painter, QRectF(left, change.top(), side, line), data.change_icon, data.change_role)
            left += side + theme.px(3)
        band = QRectF(left, change.top(), change.right() - left, line)
        draw_line(painter, band, data.change, font, theme.color(data.change_role))
        draw_line(painter, change.translated(0, line), data.mean, font, theme.color("text3"))
