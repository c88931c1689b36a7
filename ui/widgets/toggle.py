"""A switch for settings that take effect at once."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.support.tokens import ColorRole, SizeName
from ui.widgets.paint_shape import fill_box, stroke_box
from ui.widgets.paint_text import draw_line, text_width

TRACK_WIDTH = 38
TRACK_HEIGHT = 20
GAP = 8
RING = 3  # room around the track for the focus ring


class Toggle(QCheckBox):
    """A switch with optional words after it; a check box to keyboard (Space) and screen reader."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        accessible_name: str = "",
        parent: QWidget | None = None,
        *,
        height: SizeName = "control_28",
    ) -> None:
        """``height`` of the fields it stands beside."""
        super().__init__(text, parent)
        self._theme = theme
        self._height: SizeName = height
        self.setProperty("painted", True)
        self.setAccessibleName(accessible_name or text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return track, words and ring."""
        theme = self._theme
        words = text_width(theme.font("body", 600), self.text()) + theme.px(GAP) + 1 if self.text() else 0
        return QSize(theme.px(TRACK_WIDTH) + 2 * RING + round(words), theme.size(self._height))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Words and track are the target."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, knob, words and focus ring."""
        theme = self._theme
        painter = QPainter(self)
        width, height = theme.px(TRACK_WIDTH), theme.px(TRACK_HEIGHT)
        track = QRectF(RING, (self.height() - height) / 2, width, height)
        self._paint_track(painter, track)
        if self.hasFocus():
            ring = track.adjusted(-RING, -RING, RING, RING)
            stroke_box(painter, ring, ring.height() / 2, theme.color("focus"), theme.line("focus"))
        if self.text():
            left = track.right() + theme.px(GAP)
            band = QRectF(left, 0, self.width() - left, self.height())
            ink: ColorRole = "text" if self.isEnabled() else "disabled"
            draw_line(painter, band, self.text(), theme.font("body", 600), theme.color(ink))
        painter.end()

    def _paint_track(self, painter: QPainter, track: QRectF) -> None:
        """On: filled, knob right; off: outlined, knob left. Position tells it without the colour."""
        theme, on = self._theme, self.isChecked()
        radius, gap = track.height() / 2, theme.px(3)
        knob = track.height() - 2 * gap
        left = track.right() - gap - knob if on else track.left() + gap
        if on:
            fill_box(painter, track, radius, theme.color("accent" if self.isEnabled() else "disabled"))
        else:
            fill_box(painter, track, radius, theme.color("surface"))
            stroke_box(painter, track, radius, theme.color("control"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("on_accent" if on else "control"))
        painter.drawEllipse(QRectF(left, track.top() + gap, knob, knob))
