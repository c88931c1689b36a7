"""The board of a desk that has never had a ticket: where messages come from, or the practice data first (PNG 26)."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.connect.source_cards import WIDEST, SourceCards
from ui.support.actions import in_lists
from ui.support.theme import Theme
from ui.widgets.button import KeyButton
from ui.widgets.label import TextLabel
from weibo_operator.translation import tr

PRACTICE = Qt.Key.Key_P
TITLE = tr("客户的消息从哪里来")
WORDS = tr("可以只选一种，也可以都用。想先看看怎么用，就打开练习数据，随便试都不要紧。")


class FirstStart(QWidget):
    """Three ways in (1, 2, 3), a customer by hand, and P for the practice data; 粘贴进来 has the focus at first."""

    import_wanted = Signal()
    practice_wanted = Signal()
    capture_wanted = Signal()
    paste_wanted = Signal()
    connect_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sources = SourceCards(theme)
        self.practice_button = KeyButton(theme, tr("先用练习数据试试"), keys="P")
        self.capture_button = KeyButton(theme, tr("手工录入一位客户"), keys=in_lists("capture"), variant="ghost")
        self._holder = QWidget()
        self._lay_out()
        self.sources.chosen.connect(self._take)
        self.practice_button.clicked.connect(self._practice)
        self.capture_button.clicked.connect(self._capture)
        self.setFocusProxy(self.sources)
        theme.changed.connect(self._fit)
        self._fit()

    @Slot(str)
    def _take(self, source: str) -> None:
        wanted = {"paste": self.paste_wanted, "import": self.import_wanted, "connect": self.connect_wanted}
        wanted[source].emit()

    @Slot()
    def _practice(self) -> None:
        self.practice_wanted.emit()

    @Slot()
    def _capture(self) -> None:
        self.capture_wanted.emit()

    @Slot()
    def _fit(self) -> None:
        self._holder.setMaximumWidth(self._theme.px(WIDEST))

    def event(self, event: QEvent) -> bool:
        """P is a key of this page, not a command of the lists."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """P opens the practice data."""
        if not _is_own(event):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.practice_button.click()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 40, 0, 24)
        column.setSpacing(8)
        column.addWidget(TextLabel(self._theme, TITLE, "wizard_title"))
        column.addWidget(TextLabel(self._theme, WORDS, "body", "text2", wrap=True))
        column.addSpacing(8)
        column.addWidget(self.sources)
        column.addSpacing(8)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.practice_button)
        foot.addWidget(self.capture_button)
        foot.addStretch()
        column.addLayout(foot)
        column.addStretch()
        ground = QWidget()
        across = QHBoxLayout(ground)
        across.addStretch(1)
        across.addWidget(self._holder, 100)
        across.addStretch(1)
        scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setWidget(ground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroller)


def _is_own(event: QKeyEvent) -> bool:
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
    return plain and event.key() == PRACTICE
