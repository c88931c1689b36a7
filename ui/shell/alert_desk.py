"""Calls the operator back: the system's notice and the tray while another program is in front."""

from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

from ui.shell.alert_words import alert_words
from ui.support.context import Context
from weibo_operator.domain.alerts import Alert, AlertKind
from weibo_operator.translation import tr

TITLE = tr("微博客服台")
_NO_MARKUP = str.maketrans({"<": "＜", "&": "＆"})
"""Some desktops read a notice as markup; a name that customers chose must not be any."""
_PAGES = {AlertKind.ANSWER: "page_handoff", AlertKind.PROMISE: "page_promises", AlertKind.VISIT: "page_followup"}


def without_markup(words: str) -> str:
    """The same words with nothing in them that could begin a tag or an entity."""
    return words.translate(_NO_MARKUP)


class Caller(Protocol):
    """Shows a notice outside the window."""

    def call(self, words: str) -> None:
        """Show one notice in place of an older one."""
        ...


class AlertDesk(QObject):
    """``tick`` tells what is new; choosing the notice comes back to the window at what it spoke of."""

    ticket_chosen = Signal(object)
    action_wanted = Signal(str)

    def __init__(self, context: Context, window: QWidget, caller: Caller | None = None) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._first: Alert | None = None
        self._tray: Tray | None = None
        if caller is None and QSystemTrayIcon.isSystemTrayAvailable():
            caller = self._tray = Tray(context, window)
            self._tray.chosen.connect(self.come_back)
            self._tray.wanted.connect(self.come_forward)
        self._caller = caller
        context.news.changed.connect(self.tick)

    @Slot()
    def tick(self) -> None:
        """Tell what is new unless the operator looks at the desk."""
        found = self._context.operator.alerts.new(is_watched=self._window.isActiveWindow())
        if not found:
            return
        self._first = found[0]
        QApplication.alert(self._window)
        if self._caller is not None:
            self._caller.call(alert_words(found))

    @Slot()
    def come_forward(self) -> None:
        """Bring the window to the front."""
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()

    @Slot()
    def come_back(self) -> None:
        """Come forward at what the last notice spoke of first."""
        self.come_forward()
        first, self._first = self._first, None
        if first is None:
            return
        if first.kind is AlertKind.URGENT:
            self.ticket_chosen.emit(first.ticket)
        else:
            self.action_wanted.emit(_PAGES[first.kind])


class Tray(QObject):
    """The icon beside the clock, there as long as the window."""

    chosen = Signal()
    """The notice was pressed."""
    wanted = Signal()
    """The icon was."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._icon = QSystemTrayIcon(QIcon(context.theme.pixmap("app", "accent", 64)), self)
        self._icon.setToolTip(TITLE)
        self._menu = QMenu(window)
        self._menu.addAction(tr("打开窗口")).triggered.connect(self.wanted)
        self._menu.addAction(tr("退出")).triggered.connect(window.close)
        self._icon.setContextMenu(self._menu)
        self._icon.messageClicked.connect(self.chosen)
        self._icon.activated.connect(self._on_activated)
        self._icon.show()

    def call(self, words: str) -> None:
        """Show one notice in place of an older one."""
        self._icon.showMessage(TITLE, without_markup(words), self._icon.icon())

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.wanted.emit()
