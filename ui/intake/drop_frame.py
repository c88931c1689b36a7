"""The frame over the window while files are dragged above it: they may be let go anywhere."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.support.theme import Theme
from ui.widgets.paint_shape import fill_box
from ui.widgets.paint_text import draw_line, text_width
from weibo_operator.translation import tr

MARGIN = 14
DASH = 2
CARD_HEIGHT = 92
NAMES_SHOWN = 2


def drop_words(files: Sequence[Path], *, allowed: bool) -> tuple[str, str]:
    """What letting go would do, and with which files."""
    names = tr("、").join(path.name for path in files[:NAMES_SHOWN])
    if len(files) > NAMES_SHOWN:
        names = tr("{0} 等 {1} 个文件", names, len(files))
    return (tr("松开就看看里面有什么") if allowed else tr("练习数据里不能导入真的文件")), names


class DropFrame(QWidget):
    """Covers ``host`` without taking the mouse or the focus."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self._words = ("", "")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        host.installEventFilter(self)
        self.hide()

    def show_files(self, files: Sequence[Path], *, allowed: bool) -> None:
        """Show the frame and what would be imported."""
        self._words = drop_words(files, allowed=allowed)
        self.setAccessibleName(tr("，").join(self._words))
        self._cover()
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the host's size."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._cover()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the veil, the dashed frame and the card with its words."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color("scrim"))
        pen = QPen(theme.color("accent"), px(DASH), Qt.PenStyle.DashLine)
        painter.setPen(pen)
        side = px(MARGIN)
        radius = theme.size("radius_dialog")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(side, side, -side, -side), radius, radius)
        self._paint_card(painter)
        painter.end()

    def _paint_card(self, painter: QPainter) -> None:
        theme, px = self._theme, self._theme.px
        first, second = theme.font("page_title"), theme.font("body")
        width = max(text_width(first, self._words[0]), text_width(second, self._words[1])) + px(108)
        width = min(max(width, px(320)), self.width() - px(96))
        card = QRectF((self.width() - width) / 2, (self.height() - px(CARD_HEIGHT)) / 2, width, px(CARD_HEIGHT))
        fill_box(painter, card, theme.size("radius_card"), theme.color("surface"))
        icon = QRectF(card.left() + px(24), card.top(), px(28), card.height())
        theme.paint_icon(painter, icon, "download", "accent_text")
        left = icon.right() + px(18)
        band = QRectF(left, card.top() + px(18), card.right() - left - px(20), px(28))
        draw_line(painter, band, self._words[0], first, theme.color("text"))
        draw_line(painter, band.translated(0, px(30)), self._words[1], second, theme.color("text2"))

    def _cover(self) -> None:
        host = self.parentWidget()
        if host is not None:
            self.setGeometry(host.rect())
