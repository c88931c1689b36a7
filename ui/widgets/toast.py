"""Toast: what just happened and how to take it back, floating over its host for a few seconds."""

from PySide6.QtCore import QEvent, QObject, QPropertyAnimation, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from ui.support.theme import Theme
from ui.widgets.paint_shape import fill_box, paint_shadow
from ui.widgets.paint_text import draw_lines, text_width, wrap_lines
from ui.widgets.toast_action import ToastAction

HEIGHT = 44
PAD = 16
GAP = 12
SHADOW = 20  # px around the box
SIDE = 16
"""Kept free at both ends of its column."""
MOST_LINES = 3
LINES_PAD = 9
"""Above and below several lines."""
FIVE_SECONDS = 5000


Span = tuple[int, int]
"""The left end and the width of a column of the host."""


class Toast(QWidget):
    """One message at a time at the bottom of ``host``: ``acted`` and ``second_acted`` by its buttons, ``expired``."""

    acted = Signal()
    second_acted = Signal()
    expired = Signal()
    shown = Signal()
    """It stands in its place with a message."""

    def __init__(self, theme: Theme, host: QWidget, bottom_space: int = 16) -> None:
        """``bottom_space`` is kept free below it, for instance the composer's height."""
        super().__init__(host)
        self._theme = theme
        self._host = host
        self._bottom_space = bottom_space
        self._column: Span | None = None
        self._lines: list[str] = []
        self._icon = ""
        self._text = ""
        self._action = ToastAction(theme, self)
        self._second = ToastAction(theme, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._timer.timeout.connect(self._expire)
        self._action.clicked.connect(self._act)
        self._second.clicked.connect(self._act_second)
        self._fade.finished.connect(self._end_fade)
        theme.changed.connect(self._place)
        host.installEventFilter(self)
        self.hide()

    @property
    def box_height(self) -> int:
        """What it takes of its host, the shadow left out."""
        return self.height() - 2 * SHADOW

    def show_message(
        self,
        text: str,
        *,
        icon: str = "check",
        action: str = "",
        keys: str = "",
        second: str = "",
        second_keys: str = "",
        msec: int = FIVE_SECONDS,
    ) -> None:
        """Show and announce a message for ``msec`` (0: until hidden); an empty ``action`` shows no button.

        ``second`` stands before the action.
        """
        self._icon = icon
        self._action.set_content(action, keys)
        self._second.set_content(second, second_keys)
        self.set_text(text)
        self.raise_()
        self.show()
        self.shown.emit()
        self._start_fade()
        if msec:
            self._timer.start(msec)
        else:
            self._timer.stop()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def set_text(self, text: str) -> None:
        """Change the words while it shows, as a countdown does; not announced again."""
        self._text = text
        self.setAccessibleName(text)
        self._place()

    def set_bottom_space(self, pixels: int) -> None:
        """Keep other room free below it."""
        if pixels != self._bottom_space:
            self._bottom_space = pixels
            self._place()

    def set_column(self, column: Span | None) -> None:
        """Stay within a column of the host; None: anywhere in it."""
        if column != self._column:
            self._column = column
            self._place()

    def dismiss(self) -> None:
        """Hide without telling anybody."""
        self._timer.stop()
        self.hide()

    @Slot()
    def _act(self) -> None:
        self.dismiss()
        self.acted.emit()

    @Slot()
    def _act_second(self) -> None:
        self.dismiss()
        self.second_acted.emit()

    @Slot()
    def _expire(self) -> None:
        self.hide()
        self.expired.emit()

    @Slot()
    def _end_fade(self) -> None:
        self._effect.setEnabled(False)

    @Slot()
    def _place(self) -> None:
        """Centre the box above the free room, its words wrapped where the column is narrow; larger by the shadow."""
        theme = self._theme
        start, room = self._column or (0, self._host.width())
        around = self._width_around_words() + 2 * theme.px(PAD)
        words = round(text_width(theme.font("body"), self._text)) + 1
        width = min(words + around, room - 2 * SIDE)
        self._lines = wrap_lines(self._text, theme.font("body"), max(1, width - around), MOST_LINES)
        height = theme.px(HEIGHT)
        if len(self._lines) > 1:
            height = max(height, round(len(self._lines) * theme.line_height("body")) + 2 * theme.px(LINES_PAD))
        left = start + (room - width) // 2 - SHADOW
        top = self._host.height() - self._bottom_space - height - SHADOW
        self.setGeometry(left, top, width + 2 * SHADOW, height + 2 * SHADOW)
        right = SHADOW + width - theme.px(PAD) + 6
        for button in (self._action, self._second):
            if not button.isHidden():
                size = button.sizeHint()
                right -= size.width()
                button.setGeometry(right, SHADOW + (height - size.height()) // 2, size.width(), size.height())
                right -= theme.px(GAP)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the host's size."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shadow, box, icon and words."""
        theme = self._theme
        box = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        painter = QPainter(self)
        paint_shadow(painter, theme, box.adjusted(0, -4, 0, -6), theme.size("radius_card"))
        fill_box(painter, box, theme.size("radius_card"), theme.color("toast"))
        left = box.left() + theme.px(PAD)
        if self._icon:
            side = theme.size("icon_control")
            theme.paint_icon(painter, QRectF(left, box.top(), side, box.height()), self._icon, "on_toast")
            left += side + theme.px(8)
        line = theme.line_height("body")
        top = box.top() + (box.height() - line * len(self._lines)) / 2
        band = QRectF(left, top, box.right() - left, line * len(self._lines))
        draw_lines(painter, band, self._lines, theme.font("body"), theme.color("on_toast"), line)
        painter.end()

    def _width_around_words(self) -> int:
        theme = self._theme
        width = theme.size("icon_control") + theme.px(8) if self._icon else 0
        for button in (self._action, self._second):
            if button.isVisibleTo(self):
                width += theme.px(GAP) + button.sizeHint().width()
        return width

    def _start_fade(self) -> None:
        length = self._theme.duration("toast")
        if length:
            self._effect.setEnabled(True)
            self._fade.setDuration(length)
            self._fade.setStartValue(0.0)
            self._fade.setEndValue(1.0)
            self._fade.start()
