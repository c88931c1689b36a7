"""Sends what is due, one reply of an account at a time, and looks for what is of unknown outcome."""

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.support.background_desk import BackgroundDesk
from ui.support.context import Context
from ui.support.tasks import Handlers, Lane, Task
from ui.support.texts import sentence
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.account import AccountState
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import AccountId, IntentId
from weibo_operator.domain.operations import Changes
from weibo_operator.domain.reply import Intent, IntentState
from weibo_operator.domain.rests import Rest
from weibo_operator.services.sending import Step
from weibo_operator.translation import tr

LOOKS = (timedelta(), timedelta(minutes=2), timedelta(minutes=5))
"""When our own comments are read for a reply of unknown outcome, counted from its sending."""
LONGEST_MSEC = 30_000
"""Due is a question of the clock, which goes on while the machine sleeps; a timer may not."""
AFTER_TROUBLE = timedelta(seconds=30)
_RESTS = frozenset({"account", "account_pause", "setting"})


class Postman(QObject):
    """The sending side of the background; nothing leaves before ``begin``."""

    answered = Signal(object)
    """The ``PlatformError`` of a request, or None when the platform answered as it should."""
    idle = Signal()
    """Nothing is under way any more."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = BackgroundDesk(context, Lane.NETWORK)
        self._running = False
        self._busy: set[AccountId] = set()
        self._rests: dict[AccountId, Rest] = {}
        self._looked: dict[IntentId, int] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.go_on)
        context.news.changed.connect(self._hear)

    @property
    def is_busy(self) -> bool:
        """True while a request is under way."""
        return bool(self._busy)

    @property
    def is_running(self) -> bool:
        """True from ``begin`` on."""
        return self._running

    def begin(self) -> None:
        """Go to work; what was due while the program was away waits for the operator's word already."""
        self._running = True
        self.go_on()

    def stop(self) -> None:
        """Begin nothing more."""
        self._running = False
        self._timer.stop()

    @Slot()
    def go_on(self) -> None:
        """Do what is due for each account that is free, and come again when the next is."""
        if not self._running:
            return
        now, next_at = self._context.operator.desk.now(), list[datetime]()
        for account in self._context.operator.accounts.all():
            if account.id in self._busy:
                continue
            due = self._sending_due(account.id)
            if due is not None and due <= now:
                self._step(account.id)
                continue
            moments = [] if account.state is not AccountState.ACTIVE else self._looks(account.id)
            if moments and min(moments) <= now:
                self._look(account.id, asked=False)
                continue
            next_at += [*moments, *([] if due is None else [due])]
        if next_at:
            self._timer.start(_msec(min(next_at) - now))

    def look_anew(self) -> None:
        """The platform can be reached again: what was looked for in vain is looked for once more."""
        self._looked.clear()
        self.go_on()

    @Slot(object)
    def look_now(self, account: AccountId) -> None:
        """再查一次: read our own comments for the account's replies of unknown outcome, and say what was found."""
        if account in self._busy:
            self._context.news.notice.emit(tr("正在和微博联系，稍等几秒再查。"))
        else:
            self._look(account, asked=True)

    def _step(self, account: AccountId) -> None:
        def work(operator: Operator, _task: Task) -> Step:
            return operator.sender.step(account)

        self._busy.add(account)
        self._desk.run(work, Handlers(partial(self._stepped, account), partial(self._failed, account)))

    def _look(self, account: AccountId, *, asked: bool) -> None:
        def work(operator: Operator, _task: Task) -> Step:
            return operator.sender.look(account)

        before = self._unknown(account)
        self._busy.add(account)
        self._note_looks(before)
        self._desk.run(
            work, Handlers(partial(self._looked_for, account, before, asked), partial(self._failed, account))
        )

    def _stepped(self, account: AccountId, step: Step) -> None:
        if step.again_at is not None:
            self._rests[account] = Rest(self._context.operator.desk.now(), step.again_at)
        self._settle(account, step, was_asked=step.intent is not None or step.error is not None)

    def _looked_for(self, account: AccountId, before: tuple[Intent, ...], asked: bool, step: Step) -> None:
        self._settle(account, step, was_asked=bool(before))
        still = {intent.id for intent in self._unknown(account)}
        if not asked:
            return
        if step.error is not None:
            self._context.news.notice.emit(sentence(step.error))
        elif any(intent.id in still for intent in before):
            self._context.news.notice.emit(tr("看过我们最近的评论，还没有找到。去微博看一眼最稳妥。"))

    def _settle(self, account: AccountId, step: Step, *, was_asked: bool) -> None:
        self._busy.discard(account)
        if was_asked:
            self.answered.emit(step.error)
        self._context.news.tell(step.changes)
        self._rest_or_go_on()

    def _failed(self, account: AccountId, error: Exception) -> None:
        self._busy.discard(account)
        now = self._context.operator.desk.now()
        self._rests[account] = Rest(now, now + AFTER_TROUBLE)
        self._rest_or_go_on()
        if not isinstance(error, OperatorError):
            raise error
        self._context.news.notice.emit(sentence(error))

    def _rest_or_go_on(self) -> None:
        self.go_on()
        if not self._busy:
            self.idle.emit()

    def _sending_due(self, account: AccountId) -> datetime | None:
        operator = self._context.operator
        head, now = operator.outbox.next_of(account), operator.desk.now()
        if head is None or head.sending is None:
            return None
        rest = self._rests.get(account)
        due = now if operator.outbox.rests_too_long(head) else head.sending.send_from
        return due if rest is None or rest.is_over(now) else max(rest.until, due)

    def _unknown(self, account: AccountId) -> tuple[Intent, ...]:
        listed = self._context.operator.outbox.listed()
        return tuple(each for each in listed if each.state is IntentState.UNKNOWN and _through(each) == account)

    def _looks(self, account: AccountId) -> list[datetime]:
        """When each reply of unknown outcome is looked for next."""
        found: list[datetime] = []
        for intent in self._unknown(account):
            done = self._looked.get(intent.id, 0)
            if done < len(LOOKS):
                found.append(_started(intent) + LOOKS[done])
        return found

    def _note_looks(self, intents: tuple[Intent, ...]) -> None:
        """One reading serves every moment that is past."""
        now = self._context.operator.desk.now()
        for intent in intents:
            past = sum(_started(intent) + wait <= now for wait in LOOKS)
            self._looked[intent.id] = max(past, self._looked.get(intent.id, 0))

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if changes.tables & _RESTS:
            self._rests.clear()
        if changes.tables & _RESTS or "intent" in changes.tables:
            self.go_on()


def _through(intent: Intent) -> AccountId | None:
    return None if intent.sending is None else intent.sending.account


def _started(intent: Intent) -> datetime:
    sending = intent.sending
    return intent.created_at if sending is None or sending.started_at is None else sending.started_at


def _msec(wait: timedelta) -> int:
    return max(0, min(LONGEST_MSEC, int(wait.total_seconds() * 1000) + 1))
