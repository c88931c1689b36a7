"""The avatars of the cards, each painted once: its gradient costs as much as all the rest of a card."""

from PySide6.QtCore import QObject, QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPixmap

from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.avatar import paint_avatar
from ui.widgets.verified import verified_mark
from weibo_operator.domain.ticket import Card

KEPT = 256
"""So many are kept (1.5 MB) before all are painted anew."""
OVERHANG = 3
"""The verification mark stands out by so many pixels."""

Key = tuple[str, str, ColorRole, int, float]


class Avatars(QObject):
    """Paints a customer's avatar from a store of painted ones."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painted: dict[Key, QPixmap] = {}
        theme.changed.connect(self._forget)

    def paint(self, painter: QPainter, box: QRect, card: Card, backdrop: ColorRole) -> None:
        """Draw the avatar into the square ``box``, on a ground of the colour ``backdrop``."""
        ratio = painter.device().devicePixelRatio()
        key = (card.nickname, card.verified, backdrop, box.width(), ratio)
        if key not in self._painted:
            if len(self._painted) >= KEPT:
                self._painted.clear()
            self._painted[key] = self._render(card, backdrop, box.width(), ratio)
        painter.drawPixmap(box.topLeft(), self._painted[key])

    def _render(self, card: Card, backdrop: ColorRole, side: int, ratio: float) -> QPixmap:
        pixels = round((side + OVERHANG) * ratio)
        pixmap = QPixmap(pixels, pixels)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        ground = self._theme.color(backdrop)
        square = QRect(0, 0, side, side)
        paint_avatar(painter, self._theme, square, card.nickname, verified_mark(card.verified), backdrop=ground)
        painter.end()
        return pixmap

    @Slot()
    def _forget(self) -> None:
        self._painted.clear()
