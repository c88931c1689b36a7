"""练一场高峰 in the window: asks for the speed, lets customers in as its clock runs, shows the result."""

from collections.abc import Callable, Mapping
from functools import cached_property

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.shell.key_count import KeyCount
from ui.shell.rush_dialog import RushDialog
from ui.shell.rush_sheet import RushSheet
from ui.shell.rush_words import standing_words
from ui.support.context import Context
from ui.widgets.banner import Banner
from weibo_operator.services.rush import Rush
from weibo_operator.translation import tr

TICK_MSEC = 500


class RushDesk(QObject):
    """``wanted``: a rush at a speed, on a file of its own, which only the program can open."""

    wanted = Signal(int)
    real_wanted = Signal()

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._rush: Rush | None = None
        self._speed = 1
        self.keys = KeyCount(self)
        self.banner = Banner(context.theme)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MSEC)
        self._timer.timeout.connect(self.tick)
        self.banner.acted.connect(self.end)

    @property
    def is_on(self) -> bool:
        """True while customers come and are waited for."""
        return self._rush is not None and self._timer.isActive()

    @cached_property
    def dialog(self) -> RushDialog:
        """What asks for the speed."""
        made = RushDialog(self._context, self._window)
        made.chosen.connect(self.wanted)
        return made

    @cached_property
    def sheet(self) -> RushSheet:
        """The result."""
        made = RushSheet(self._context, self._window)
        made.again_wanted.connect(self._again)
        made.back_wanted.connect(self.real_wanted)
        return made

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What its action does on every page."""
        return {"rush": self.ask}

    @Slot()
    def ask(self) -> None:
        """Ask for the speed; while a rush is on, end it."""
        if self.is_on:
            self.end()
        else:
            self.dialog.open_asking()

    def begin(self, rush: Rush, speed: int) -> None:
        """Let the first customers in; this window is on the rush's own file."""
        self._rush, self._speed = rush, speed
        self.keys.begin()
        self._timer.start()
        self.tick()

    @Slot()
    def tick(self) -> None:
        """Whoever has come by now; the result when all is done."""
        if self._rush is None:
            return
        self._context.news.tell(self._rush.let_in())
        standing = self._rush.standing()
        if standing.is_over:
            self.end()
            return
        cause, words = standing_words(standing)
        self.banner.show_message(cause, words, tone="info", icon="alarm-clock", action=tr("结束，看成绩"))

    @Slot()
    def end(self) -> None:
        """Stop, and show how it went."""
        if self._rush is None or not self._timer.isActive():
            return
        self._timer.stop()
        self.keys.end()
        self.banner.hide()
        self.sheet.open_for(self._rush.result(self.keys.count), self._speed)

    def stop(self) -> None:
        """The window is being closed."""
        self._timer.stop()
        self.keys.end()

    @Slot()
    def _again(self) -> None:
        self.wanted.emit(self._speed)
