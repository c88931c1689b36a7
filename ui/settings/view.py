"""The settings page: head, categories, and the open category's fields."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.settings.nav import SettingsNav
from ui.settings.row import Section
from ui.support.theme import Theme
from ui.widgets.label import TextLabel
from weibo_operator.translation import tr

HEADER = 56
NAV = 196


class SettingsView(QWidget):
    """``show_section`` turns to one category."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages: dict[str, QScrollArea] = {}
        self.nav = SettingsNav(theme)
        self._stack = QStackedWidget()
        self._head = QFrame()
        self._side = QFrame()
        self._lay_out()
        theme.changed.connect(self._fit)
        self._fit()

    def add_section(self, key: str, section: Section) -> None:
        """Take in one category's fields."""
        self._pages[key] = _scrolled(section)
        self._stack.addWidget(self._pages[key])

    def show_section(self, key: str) -> None:
        """Show one category's fields (KeyError before ``add_section``)."""
        self._stack.setCurrentWidget(self._pages[key])

    @Slot()
    def _fit(self) -> None:
        self._head.setFixedHeight(self._theme.px(HEADER))
        self._side.setFixedWidth(max(self._theme.px(NAV), self.nav.sizeHint().width()))

    def _lay_out(self) -> None:
        self._head.setProperty("surface", "bar")
        bar = QHBoxLayout(self._head)
        bar.setContentsMargins(20, 0, 20, 0)
        bar.addWidget(TextLabel(self._theme, tr("设置"), "page_title"))
        bar.addStretch()
        self._side.setProperty("surface", "plain")
        inner = QVBoxLayout(self._side)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.nav)
        line = QFrame()
        line.setProperty("surface", "line")
        line.setFixedWidth(1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(line)
        row.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(row, 1)


def _scrolled(section: Section) -> QScrollArea:
    scroller = QScrollArea()
    scroller.setWidgetResizable(True)
    scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(24, 20, 24, 20)
    row.addWidget(section, 1)
    row.addStretch()
    scroller.setWidget(holder)
    return scroller
