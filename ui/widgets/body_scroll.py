"""The body of a card: as high as what is in it, and scrolled where the window has less room than that."""

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QSizePolicy, QWidget

LEAST = 80
IN_SIGHT = 12
"""So much of what lies around the widget with the keys is shown with it."""


class _Content(QWidget):
    """What is scrolled: what can be smaller in it is, before anything is scrolled."""

    def heightForWidth(self, width: int) -> int:
        """The least it can do with: that is what the scroll area asks for."""
        layout = self.layout()
        return super().heightForWidth(width) if layout is None else layout.totalMinimumHeightForWidth(width)


class BodyScroll(QScrollArea):
    """Holds a widget with a layout; whatever takes the keys in it is scrolled into sight."""

    def __init__(self, layout: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = layout
        self._content = _Content()
        self._content.setLayout(layout)
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """As high as the content wants to be."""
        if self._layout.hasHeightForWidth():
            return self._layout.totalHeightForWidth(width)
        return self._layout.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        """The content's own."""
        return self._layout.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """As wide as the content, whose height is scrolled."""
        return QSize(self._layout.totalMinimumSize().width(), LEAST)

    def viewportEvent(self, event: QEvent) -> bool:
        """Content that came, went or changed asks the card for another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key is the dialog's, which gives arrows a meaning of its own and turns pages by ``turn``."""
        event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        """From its beginning; from now on it follows the keys."""
        super().showEvent(event)
        self.verticalScrollBar().setValue(0)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow, Qt.ConnectionType.UniqueConnection)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing to follow while nobody sees it."""
        super().hideEvent(event)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._follow)

    def turn(self, pages: int) -> None:
        """On or back by so many pages, as far as there is something."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    @Slot(QWidget, QWidget)
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._content.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, IN_SIGHT)
