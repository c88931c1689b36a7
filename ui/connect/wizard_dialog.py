"""The frame of both wizards: the card in the middle of the window, its shadow, and Enter."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.connect.wizard_card import WizardCard
from ui.support.theme import Theme
from ui.widgets.overlay import Overlay
from ui.widgets.paint_shape import paint_shadow

WIDTH, HEIGHT, MARGIN = 860, 560, 24
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WizardDialog(Overlay):
    """``enter`` is what Enter means on the page that is shown."""

    def __init__(self, theme: Theme, host: QWidget, card: WizardCard) -> None:
        self.card = card
        super().__init__(theme, host, card)

    def enter(self) -> None:
        """Press what Enter presses; overridden by each wizard."""

    def place_card(self) -> None:
        """Centre the card, never larger than the host."""
        width = min(self._theme.px(WIDTH), self.width() - 2 * MARGIN)
        height = min(self._theme.px(HEIGHT), self.height() - 2 * MARGIN)
        self.card.setGeometry(QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the page's, all else as in every dialog."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.enter()
            event.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw scrim and the card's shadow."""
        super().paintEvent(event)
        painter = QPainter(self)
        paint_shadow(painter, self._theme, self.card.geometry(), self._theme.size("radius_dialog"))
        painter.end()
