"""The help in the window: F1 opens the page of where one is, over dialogs too."""

from collections.abc import Callable, Mapping
from functools import cached_property

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from ui.shell.help_dialog import HelpDialog
from ui.shell.help_places import help_page_of
from ui.support.context import Context
from ui.widgets.overlay import Overlay
from weibo_operator.translation import tr


class HelpDesk(QObject):
    """``action_chosen``: what a link of the help opens."""

    action_chosen = Signal(str)

    def __init__(self, context: Context, window: QWidget, shown_page: Callable[[], str]) -> None:
        """``shown_page`` tells the key of the window's page."""
        super().__init__(window)
        self._context = context
        self._window = window
        self._shown_page = shown_page

    @cached_property
    def dialog(self) -> HelpDialog:
        """The help."""
        made = HelpDialog(self._context, self._window)
        made.action_chosen.connect(self._on_action)
        return made

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What its key does on every page."""
        return {"help_page": self.open_here}

    @Slot()
    def open_here(self) -> None:
        """Show the page of where one is; pressed in the help itself nothing changes."""
        if self.dialog.isHidden():
            self.dialog.open_at(help_page_of(QApplication.focusWidget(), self._shown_page()))

    @Slot(str)
    def _on_action(self, action: str) -> None:
        """Nothing opens below a dialog over which the help stood."""
        if any(overlay.isVisible() for overlay in self._window.findChildren(Overlay)):
            self._context.news.notice.emit(tr("先关掉这个对话框，再打开。"))
        else:
            self.action_chosen.emit(action)
