"""The mind of the background: sending, fetching, and knowing whether the platform can be reached."""

from PySide6.QtCore import QObject, Signal, Slot

from ui.shell.fetcher import Fetcher, has_answered, is_offline
from ui.shell.postman import Postman
from ui.support.context import Context
from ui.support.texts import sentence
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.open_platform import PlatformError
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.reply import Hold, Intent
from weibo_operator.translation import tr

ASK_AGAIN = (Hold.OFFLINE, Hold.RESTART, Hold.EXPIRED)
"""Held for a reason that lies behind us: 全部发出 takes these, the others are decided one by one."""

_TOLD = frozenset(
    {"account", "account_feature", "account_pause", "call_day", "feed_cursor", "intent", "import_batch", "setting"}
)
"""What the line about Weibo and the top bar's word are made of."""


class Courier(QObject):
    """Lives on the window's thread; what takes time runs in two lanes beside it."""

    changed = Signal()
    """What the banners and the top bar say may have changed."""
    idle = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.postman = Postman(context, self)
        self.fetcher = Fetcher(context, self)
        for part in (self.postman, self.fetcher):
            part.answered.connect(self._on_answered)
            part.idle.connect(self._on_idle)
        self.fetcher.changed.connect(self.changed)
        context.connection.changed.connect(self._on_connection)
        context.news.changed.connect(self._on_changed)

    @property
    def is_running(self) -> bool:
        """True from ``begin`` to ``stop``."""
        return self.postman.is_running

    @property
    def is_busy(self) -> bool:
        """True while a request is under way."""
        return self.postman.is_busy or self.fetcher.is_busy

    def begin(self) -> None:
        """Settle what the last run left, then go to work."""
        self._context.news.tell(self._context.operator.outbox.settle())
        self.go_on()

    def go_on(self) -> None:
        """Work again: the window stays after all."""
        self.postman.begin()
        self.fetcher.begin()

    def stop(self) -> None:
        """Begin nothing more."""
        self.postman.stop()
        self.fetcher.stop()

    def releasable(self) -> tuple[Intent, ...]:
        """Held replies that may all go by one word."""
        return tuple(each for each in self._context.operator.outbox.listed() if may_go(each))

    @Slot()
    def release_all(self) -> None:
        """全部发出: the operator's word for everything that waits for no other decision."""
        released, changes = 0, Changes()
        try:
            for intent in self.releasable():
                outcome = self._context.operator.outbox.release(intent.id)
                changes = changes.joined(outcome.changes)
                released += 1
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
        self._context.news.tell(changes)
        if released:
            self._context.news.notice.emit(tr("{0} 条回复正在发出", released))

    @Slot()
    def tick(self) -> None:
        """A while has passed: times are told anew, and what is due is done."""
        if self.is_running:
            self.postman.go_on()
        self.changed.emit()

    @Slot(object)
    def _on_answered(self, error: PlatformError | None) -> None:
        if is_offline(error):
            self._context.connection.lost(self._context.operator.desk.now())
        elif has_answered(error):
            self._context.connection.found()

    @Slot()
    def _on_connection(self) -> None:
        if self._context.connection.offline_since is None:
            self.postman.look_anew()
        self.changed.emit()

    @Slot()
    def _on_idle(self) -> None:
        if not self.is_busy:
            self.idle.emit()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.tables & _TOLD:
            self.changed.emit()


def may_go(intent: Intent) -> bool:
    """True for a held reply that 全部发出 takes along."""
    return intent.is_held and intent.sending is not None and intent.sending.hold in ASK_AGAIN
