"""Automatic backups and restoring in the window: a look at the file soon after the start, one backup a day."""

from functools import cached_property

from msgspec import Struct
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.settings.restore_dialog import RestoreDialog
from ui.support.actions import anywhere
from ui.support.context import Context
from ui.support.now_and_then import NowAndThen
from ui.support.tasks import Handlers, Lane, Task
from ui.support.texts import sentence
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.settings import PRACTICE
from weibo_operator.services.restoring import RESCUED, reason_of
from weibo_operator.translation import tr

START_MSEC = 20_000
"""The first look waits until the operator has begun."""
LOOK_MSEC = 600_000
"""The clock is asked, not a timer of a day: the machine may sleep, or its clock be set."""


class Seen(Struct, frozen=True):
    """What came of one look: what is wrong with the file (empty: nothing), and whether a backup was made."""

    damage: str
    made: bool


class BackupDesk(QObject):
    """``restore_chosen`` carries the path of a copy; ``damaged`` tells that the open file is not sound."""

    restore_chosen = Signal(object)
    damaged = Signal()

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._running = False
        self._examined = False
        self._window = window
        self._looks = NowAndThen(self.look, self, soon=START_MSEC, each=LOOK_MSEC)

    @cached_property
    def dialog(self) -> RestoreDialog:
        """The copies there are."""
        made = RestoreDialog(self._context, self._window)
        made.chosen.connect(self.restore_chosen)
        return made

    def begin(self) -> None:
        """Look soon, and every few minutes whether a new day has come."""
        self._looks.begin()

    def stop(self) -> None:
        """Begin nothing more; what runs gives up when the runner stops."""
        self._looks.stop()

    @Slot()
    def look(self) -> None:
        """In the background: is the file sound (once), and is a backup due."""
        due = self._context.operator.backups.is_due()
        if self._running or (self._examined and not due):
            return
        examine, self._examined, self._running = not self._examined, True, True

        def work(task: Task) -> Seen:
            def go_on() -> bool:
                task.give_way()
                return not task.cancelled

            with self._context.second_desk() as operator:
                damage = operator.health.damage(go_on) if examine else ""
                made = operator.backups.make(go_on) if due and not damage else None
            return Seen(damage, made is not None)

        # Nobody waits in this lane: a file to import does not stand behind the copying.
        self._context.runner.run(work, Handlers(self._done, self._failed), Lane.FETCHING)

    @Slot()
    def open_restore(self) -> None:
        """从备份恢复; practice data has nothing to restore."""
        if self._context.operator.shop.value(PRACTICE):
            keys = self._context.theme.keys.said(anywhere("real_data"))
            self._context.news.notice.emit(tr("这是练习数据，不备份也不恢复。按 {0} 打开正式数据再恢复。", keys))
        else:
            self.dialog.open_list()

    def _done(self, seen: Seen) -> None:
        self._running = False
        if seen.damage:
            self.damaged.emit()
        elif seen.made:
            self._context.operator.backups.last_failure = None
            self._context.news.backed_up.emit()

    def _failed(self, error: Exception) -> None:
        self._running = False
        if reason_of(error) in RESCUED:
            self.damaged.emit()
            return
        if not isinstance(error, OperatorError):
            raise error
        told, self._context.operator.backups.last_failure = self._context.operator.backups.last_failure, error
        self._context.news.backed_up.emit()
        if told is None or told.data != error.data:  # said once, and then in the settings
            self._context.news.notice.emit(tr("自动备份没有做成，其他照常。{0}", sentence(error)))
