"""A card dialog in the middle of the window over a scrim."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.support.theme import Theme
from ui.widgets.body_scroll import BodyScroll
from ui.widgets.card_frame import CardFrame
from ui.widgets.overlay import Overlay
from ui.widgets.paint_shape import paint_shadow

MARGIN = 24
PAGES: Mapping[Qt.Key, int] = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class DialogFrame(Overlay):
    """A card of ``width`` by ``height`` (0: as its content needs) centred over ``host``; fill ``frame``."""

    def __init__(self, theme: Theme, host: QWidget, title: str, width: int = 860, height: int = 0) -> None:
        self.frame = CardFrame(theme, title, radius=theme.metrics.sizes["radius_dialog"], scrolled=True)
        super().__init__(theme, host, self.frame, self.frame.close_button)
        self._width = width
        self._height = height
        self.frame.close_asked.connect(self.dismiss)

    def open_over(self) -> None:
        """Show over the host; fields that came or went while it was closed count from the first moment."""
        self._settle()
        super().open_over()
        if not self._height:  # only shown widgets know their height for a width
            self._settle()
            self.place_card()

    def place_card(self) -> None:
        """Centre the card, never larger than the host."""
        width = min(self._theme.px(self._width), self.width() - 2 * MARGIN)
        wanted = self._theme.px(self._height) if self._height else self._natural_height(width)
        height = min(wanted, self.height() - 2 * MARGIN)
        left, top = (self.width() - width) // 2, (self.height() - height) // 2
        self._card.setGeometry(QRect(left, top, width, height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PgDn and PgUp, where no field takes them: what a small window has no room for is read without a mouse."""
        pages = PAGES.get(Qt.Key(event.key()))
        if pages is None:
            super().keyPressEvent(event)
        else:
            self.frame.turn(pages)
            event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw scrim and the card's shadow."""
        super().paintEvent(event)
        painter = QPainter(self)
        paint_shadow(painter, self._theme, self._card.geometry(), self._theme.size("radius_dialog"))
        painter.end()

    def _settle(self) -> None:
        """Let every layout of the card measure anew, the innermost first."""
        for widget in (*reversed(self._card.findChildren(QWidget)), self._card):
            layout = widget.layout()
            if layout is not None:
                layout.invalidate()
                layout.activate()
            if isinstance(widget, BodyScroll):
                widget.updateGeometry()  # what it holds is no part of the card's layout, which remembers its height

    def _natural_height(self, width: int) -> int:
        layout = self._card.layout()
        if layout is not None and layout.hasHeightForWidth():
            return layout.totalHeightForWidth(width)
        return self._card.sizeHint().height()
