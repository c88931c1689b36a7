"""The frame common to sheets and dialogs: head with title and close button, body, foot with the buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.support.theme import Theme
from ui.widgets.body_scroll import BodyScroll
from ui.widgets.button import IconButton
from ui.widgets.dotted import DottedLabel
from ui.widgets.label import TextLabel
from ui.widgets.paint_shape import fill_box
from weibo_operator.translation import tr

HEAD = 57
FOOT = 65


class CardFrame(QWidget):
    """Fill ``head`` (between title and close button) and ``body``; ``fill_foot`` shows the foot."""

    close_asked = Signal()

    def __init__(
        self, theme: Theme, title: str, *, radius: int, scrolled: bool = False, parent: QWidget | None = None
    ) -> None:
        """``scrolled``: a body higher than the card is scrolled, never pressed together."""
        super().__init__(parent)
        self._theme = theme
        self._radius = radius
        self._title = TextLabel(theme, title, "page_title")
        self._subtitle = DottedLabel(theme)
        self.close_button = IconButton(theme, "x", tr("关闭"), keys="Esc")
        self._head_bar = QWidget(self)
        self._foot_bar = QWidget(self)
        self.head = QHBoxLayout()
        self.body = QVBoxLayout()
        self.foot = QHBoxLayout(self._foot_bar)
        self._scroll = BodyScroll(self.body) if scrolled else None
        self._lay_out()
        self.close_button.clicked.connect(self._ask_close)
        self.setAccessibleName(title)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_title(self, title: str, parts: Sequence[str] = ()) -> None:
        """Show a title and, after it, parts joined by dots."""
        self._title.setText(title)
        self._subtitle.set_parts(parts)
        self.setAccessibleName(title)

    def fill_foot(self, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        """Put widgets at both ends of the foot and show it."""
        for widget in left:
            self.foot.addWidget(widget)
        self.foot.addStretch()
        for widget in right:
            self.foot.addWidget(widget)
        self._foot_bar.show()
        self.update()

    def turn(self, pages: int) -> None:
        """Scroll the body by so many pages, where it is scrolled."""
        if self._scroll is not None:
            self._scroll.turn(pages)

    @Slot()
    def _ask_close(self) -> None:
        self.close_asked.emit()

    @Slot()
    def _restyle(self) -> None:
        self._head_bar.setFixedHeight(self._theme.px(HEAD))
        self._foot_bar.setFixedHeight(self._theme.px(FOOT))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the card's ground is not one on the scrim."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and hairlines."""
        theme = self._theme
        painter = QPainter(self)
        fill_box(painter, self.rect(), theme.px(self._radius), theme.color("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        divider = theme.color("divider")
        painter.fillRect(QRectF(0, self._head_bar.height() - 1, self.width(), 1), divider)
        if not self._foot_bar.isHidden():
            painter.fillRect(QRectF(0, self.height() - self._foot_bar.height(), self.width(), 1), divider)
        painter.end()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head_bar)
        if self._scroll is None:
            column.addLayout(self.body, 1)
        else:
            column.addWidget(self._scroll, 1)
        column.addWidget(self._foot_bar)
        bar = QHBoxLayout(self._head_bar)
        bar.setContentsMargins(24, 0, 16, 0)
        bar.setSpacing(12)
        bar.addWidget(self._title)
        bar.addWidget(self._subtitle)
        bar.addStretch()
        bar.addLayout(self.head)
        bar.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.head.setSpacing(12)
        self.body.setContentsMargins(24, 16, 24, 16)
        self.body.setSpacing(12)
        self.foot.setContentsMargins(24, 0, 20, 0)
        self.foot.setSpacing(8)
        self._foot_bar.hide()
