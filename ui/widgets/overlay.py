"""Overlays inside the window: a scrim over the host that keeps the focus and gives it back."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.support.theme import Theme
from ui.widgets.reading_order import in_reading_order


class Overlay(QWidget):
    """Covers ``host`` with the scrim and carries one ``card``; Esc or a click beside the card dismisses it.

    ``dismissed`` tells that the operator turned it away; ``closed`` that it is gone for whatever reason.
    """

    dismissed = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, host: QWidget, card: QWidget, last_stop: QWidget | None = None) -> None:
        """``last_stop`` is where Tab comes last, for a close button that was made first."""
        super().__init__(host)
        self._theme = theme
        self._host = host
        self._card = card
        self._last_stop = last_stop
        self._focus_before: QWidget | None = None
        card.setParent(self)
        host.installEventFilter(self)
        theme.changed.connect(self.update)
        self.hide()

    def open_over(self) -> None:
        """Show over the host and put the focus on the first control that takes it."""
        before = QApplication.focusWidget()
        # A file dialog that is just going away may still hold the focus: only the host's own widgets count.
        self._focus_before = before if before is not None and self._host.isAncestorOf(before) else None
        self.setGeometry(self._host.rect())
        self.place_card()
        self.raise_()
        self.show()
        if not self._card.isAncestorOf(QApplication.focusWidget() or self):
            self.focusNextPrevChild(next=True)

    def close_over(self) -> None:
        """Hide and give the focus back to where it was; where that is gone, to nobody (the host then decides)."""
        if self.isHidden():
            return
        self.hide()
        if self._focus_before is not None and isValid(self._focus_before) and self._focus_before.isVisible():
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif (stray := QApplication.focusWidget()) is not None:
            stray.clearFocus()
        self._focus_before = None
        self.closed.emit()

    def dismiss(self) -> None:
        """Close because the operator turned it away."""
        self.close_over()
        self.dismissed.emit()

    def place_card(self) -> None:
        """Put the card in its place; overridden by each kind of overlay."""
        self._card.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        """Claim every key for the dialog: no command of the window acts on what lies hidden below the scrim.

        Qt asks the focused widget and then its parents before it runs a shortcut; a yes makes it an ordinary press.
        """
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Keep Tab inside the card, going round."""
        stops = sorted(filter(_takes_tab, in_reading_order(self._card)), key=lambda stop: stop is self._last_stop)
        if not stops:
            return False
        now = QApplication.focusWidget()
        if now in stops:
            target = stops[(stops.index(now) + (1 if next else -1)) % len(stops)]
        else:
            target = stops[0 if next else -1]
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Dismiss on Esc; nothing typed here reaches what lies below, but F1 asks the window for its help."""
        if self._theme.keys.is_key_of("help_page", event):
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Dismiss on a click beside the card."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.dismiss()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the host's size."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(QRect(0, 0, self._host.width(), self._host.height()))
            self.place_card()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scrim."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("scrim"))
        painter.end()


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
