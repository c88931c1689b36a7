"""The first wizard in the window: it comes by itself once for a new file, and the practice round follows it."""

from collections.abc import Callable, Mapping
from functools import cached_property

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.connect.setup_dialog import SetupDialog
from ui.settings.controller import SettingsPage
from ui.shell.coach import Coach
from ui.shell.desk import DeskCommands
from ui.shell.pages import Pages
from ui.support.context import Context
from ui.support.window_state import WindowState
from weibo_operator.domain.settings import PRACTICE, SHOP_NAME
from weibo_operator.translation import tr


class SetupDesk(QObject):
    """``round_wanted``: practice data with the coach's line, asked for where the file is no practice file."""

    round_wanted = Signal()
    real_wanted = Signal()
    rush_wanted = Signal()

    def __init__(
        self,
        context: Context,
        window: QWidget,
        pages: Pages,
        commands: DeskCommands,
        state: WindowState,
        file_key: str,
    ) -> None:
        super().__init__(window)
        self._context = context
        self.coach = Coach(context, pages.inbox, commands)
        self._state = state
        self._mark = f"setup {file_key}"
        self._window = window
        self.coach.real_wanted.connect(self.open_real)
        pages.when_made(SettingsPage, self._wire_settings)

    @cached_property
    def dialog(self) -> SetupDialog:
        """The wizard."""
        made = SetupDialog(self._context, self._window)
        made.round_wanted.connect(self.practise)
        made.rush_wanted.connect(self.rush_wanted)
        return made

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What its actions do on every page."""
        return {"setup": self.show, "practice_round": self.practise, "real_data": self.open_real}

    def offer(self) -> None:
        """Open by itself on a file nobody has used yet, the first time only."""
        operator = self._context.operator
        used = any(operator.inbox.counts().values()) or bool(operator.shop.value(SHOP_NAME))
        if not used and not operator.shop.value(PRACTICE) and not self._state.was_read(self._mark):
            self._state.keep_read(self._mark)
            self.show()

    @Slot()
    def show(self) -> None:
        """The wizard, where it was left."""
        self.dialog.open_setup()

    @Slot()
    def practise(self) -> None:
        """练一练: here on practice data, else the window is asked for it."""
        if self._context.operator.shop.value(PRACTICE):
            self.coach.begin()
        else:
            self.round_wanted.emit()

    @Slot()
    def open_real(self) -> None:
        """Back from practice."""
        if self._context.operator.shop.value(PRACTICE):
            self.real_wanted.emit()
        else:
            self._context.news.notice.emit(tr("现在打开的就是正式数据。"))

    def _wire_settings(self, page: SettingsPage) -> None:
        page.setup_wanted.connect(self.show)
