"""A tile with one figure and what it counts."""

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.support.theme import Theme
from ui.support.tokens import ColorRole
from ui.widgets.paint_shape import paint_box
from ui.widgets.paint_text import draw_line, text_width
from weibo_operator.translation import tr

HEIGHT = 66
PAD = 14


class CountTile(QWidget):
    """The figure above, its words below; ``role`` colours the figure, an icon stands before the words."""

    def __init__(
        self, theme: Theme, words: str, role: ColorRole = "text", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._role: ColorRole = role
        self._icon = icon
        self._count = 0
        self._about = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self.show_count(0)

    @property
    def count(self) -> int:
        """The figure shown."""
        return self._count

    def show_count(self, count: int, *, about: bool = False) -> None:
        """Show another figure; 0 is quiet, an estimate says that it is one."""
        self._count = count
        self._about = about
        self.setAccessibleName(f"{self._words} {self._figure()}")
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the words."""
        words = text_width(self._theme.font("secondary"), self._words) + self._icon_room()
        return QSize(round(words) + 2 * self._theme.px(PAD) + 1, self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, figure and words."""
        theme, px = self._theme, self._theme.px
        role: ColorRole = self._role if self._count else "text3"
        painter = QPainter(self)
        paint_box(painter, self.rect(), theme.size("radius_row"), theme.color("subtle"), theme.color("divider"))
        box = QRectF(self.rect()).adjusted(px(PAD), px(9), -px(PAD), -px(7))
        figure = QRectF(box.left(), box.top(), box.width(), px(30))
        draw_line(painter, figure, self._figure(), theme.font("figure_small"), theme.color(role))
        words = QRectF(box.left(), box.bottom() - px(20), box.width(), px(20))
        if self._icon:
            side = theme.size("icon_text")
            theme.paint_icon(painter, QRectF(words.left(), words.top(), side, words.height()), self._icon, role)
        band = words.adjusted(self._icon_room(), 0, 0, 0)
        draw_line(painter, band, self._words, theme.font("secondary"), theme.color("text2"))
        painter.end()

    def _figure(self) -> str:
        return tr("约 {0:,}", self._count) if self._about else f"{self._count:,}"

    def _icon_room(self) -> int:
        return self._theme.size("icon_text") + self._theme.px(6) if self._icon else 0
