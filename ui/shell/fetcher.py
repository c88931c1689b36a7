"""Fetches what customers wrote: by itself when it is time, and when the operator asks (F5)."""

from datetime import datetime, timedelta
from functools import partial
from random import random

from msgspec import Struct
from PySide6.QtCore import QObject, Signal, Slot

from ui.support.actions import anywhere, in_lists
from ui.support.background_desk import BackgroundDesk
from ui.support.context import Context
from ui.support.key_map import KeyMap
from ui.support.now_and_then import NowAndThen
from ui.support.tasks import Handlers, Lane, Task
from ui.support.texts import sentence
from weibo_operator.bootstrap import Operator
from weibo_operator.domain.account import Account, AccountState
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.ids import AccountId
from weibo_operator.domain.open_platform import PlatformError, Reaction
from weibo_operator.domain.operations import Outcome
from weibo_operator.domain.polling import back_off
from weibo_operator.domain.rests import Rest
from weibo_operator.services.sync import SyncReport
from weibo_operator.translation import tr

CHECK_MSEC = 30_000
"""Due is a question of the clock: a timer of its length would be late after the machine slept."""
START_MSEC = 1500
"""The first look waits until the window is there and answers."""


class Fetched(Struct, frozen=True):
    """What one fetch came to, and from when the account may be asked again by itself (None: any time)."""

    outcome: Outcome[SyncReport]
    not_before: datetime | None


def no_account_words(keys: KeyMap) -> str:
    """What can be done without an account."""
    return tr(
        "还没有连接微博。现在可以按 {0} 导入文件、{1} 粘贴、{2} 手工录入，或在“设置，账号”里连接微博。",
        keys.said(anywhere("import")),
        keys.said(in_lists("paste")),
        keys.said(in_lists("capture")),
    )


class Fetcher(QObject):
    """The reading side of the background; nothing is read by itself before ``begin``."""

    answered = Signal(object)
    """The ``PlatformError`` that stopped a fetch, or None."""
    changed = Signal()
    """A fetch began or ended."""
    progressed = Signal()
    """More was read."""
    idle = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = BackgroundDesk(context, Lane.FETCHING)
        self._running: dict[AccountId, Task] = {}
        self._asked: dict[AccountId, SyncReport | None] = {}
        self._rests: dict[AccountId, Rest] = {}
        self._errors: dict[AccountId, PlatformError] = {}
        self._failures = 0
        self._read = 0
        self._ticks = NowAndThen(self.tick, self, soon=START_MSEC, each=CHECK_MSEC)
        context.connection.changed.connect(self._on_connection)

    @property
    def is_busy(self) -> bool:
        """True while a list is read."""
        return bool(self._running)

    @property
    def read(self) -> int:
        """How many messages the fetch under way has taken in."""
        return self._read

    def error(self, account: AccountId) -> PlatformError | None:
        """What stopped the account's last fetch."""
        return self._errors.get(account)

    def begin(self) -> None:
        """Look for what is due from now on."""
        self._ticks.begin()

    def stop(self) -> None:
        """Begin nothing more; what runs stops after the request under way."""
        self._ticks.stop()
        for task in self._running.values():
            task.cancel()

    @Slot()
    def tick(self) -> None:
        """Fetch for every account whose time has come."""
        now = self._context.operator.desk.now()
        for account in self._context.operator.accounts.all():
            due = self._due(account)
            if account.id not in self._running and due is not None and due <= now:
                self._fetch(account, by_hand=False)

    @Slot()
    def fetch_now(self) -> None:
        """F5: fetch for every account at once, and say what came."""
        accounts = self._context.operator.accounts.all()
        wanted = [account for account in accounts if account.state is not AccountState.SIGNED_OUT]
        if not wanted:
            self._context.news.notice.emit(no_account_words(self._context.theme.keys))
            return
        for account in wanted:
            self._asked[account.id] = None
            if account.id not in self._running:
                self._fetch(account, by_hand=True)

    @Slot(object)
    def fetch_for(self, account: AccountId) -> None:
        """Fetch for an account that was just connected, and say what came."""
        self._rests.pop(account, None)
        self._asked[account] = None
        if account not in self._running:
            self._fetch(self._context.operator.accounts.get(account), by_hand=True)

    @Slot()
    def _on_connection(self) -> None:
        """A reply found the platform out of reach: a cheap read finds out when it is back."""
        since = self._context.connection.offline_since
        if since is not None:
            for account in self._context.operator.accounts.all():
                self._rests.setdefault(account.id, Rest(since, since + back_off(1, random())))

    def _due(self, account: Account) -> datetime | None:
        if account.state is not AccountState.ACTIVE:
            return None
        now, rest = self._context.operator.desk.now(), self._rests.get(account.id)
        not_before = None if rest is None else now if rest.is_over(now) else rest.until
        due = self._context.operator.sync.next_due(account)
        if self._context.connection.offline_since is not None and not_before is not None:
            # Also where nothing else is read by itself: somebody has to notice that the network is back.
            return not_before
        return due if due is None or not_before is None else max(due, not_before)

    def _fetch(self, account: Account, *, by_hand: bool) -> None:
        def work(operator: Operator, task: Task) -> Fetched:
            def progress(done: int, total: int) -> bool:
                # Between two requests, and between two transactions: nothing is held here.
                task.give_way()
                return task.report(done, total)

            found = operator.accounts.get(account.id)
            outcome = operator.sync.fetch(found, by_hand=by_hand, give_way=task.give_way, progress=progress)
            return Fetched(outcome, operator.sync.next_due(found) if outcome.value.error is not None else None)

        handlers = Handlers(partial(self._done, account.id), partial(self._failed, account.id), self._progressed)
        if not self._running:
            self._read = 0
        self._running[account.id] = self._desk.run(work, handlers)
        self.changed.emit()

    def _done(self, account: AccountId, fetched: Fetched) -> None:
        report = fetched.outcome.value
        self._running.pop(account, None)
        self._remember(account, report.error, fetched.not_before)
        if account in self._asked:
            self._asked[account] = report
        self.answered.emit(report.error)
        self._context.news.tell(fetched.outcome.changes)
        self._ended()

    def _failed(self, account: AccountId, error: Exception) -> None:
        self._running.pop(account, None)
        self._asked.pop(account, None)
        now = self._context.operator.desk.now()
        self._rests[account] = Rest(now, now + timedelta(minutes=1))
        self._ended()
        if not isinstance(error, OperatorError):
            raise error
        self._context.news.notice.emit(sentence(error))

    def _remember(self, account: AccountId, error: PlatformError | None, not_before: datetime | None) -> None:
        if error is None:
            self._failures = 0
            self._errors.pop(account, None)
            self._rests.pop(account, None)
            return
        self._failures += 1
        self._errors[account] = error
        now = self._context.operator.desk.now()
        until = not_before if not_before is not None else now + back_off(self._failures, random())
        self._rests[account] = Rest(now, until)

    def _progressed(self, done: int, _total: int) -> None:
        self._read = done
        self.progressed.emit()

    def _ended(self) -> None:
        self.changed.emit()
        if self._running:
            return
        asked, self._asked = self._asked, {}
        reports = [report for report in asked.values() if report is not None]
        if reports:
            self._context.news.notice.emit(came_words(reports))
        self.idle.emit()


def came_words(reports: list[SyncReport]) -> str:
    """What F5 brought, or why it brought nothing."""
    new = sum(report.new for report in reports)
    errors = [report.error for report in reports if report.error is not None]
    if errors and not new:
        return sentence(errors[0])
    words = tr("新进 {0} 条", new) if new else tr("没有新消息")
    if any(report.goes_on for report in reports):
        words += tr("，还有更多，稍后接着收")
    unreadable = sum(report.unreadable for report in reports)
    if unreadable:
        words += tr("，{0} 条读不懂，跳过了", unreadable)
    private = max((report.unread.private for report in reports if report.unread is not None), default=0)
    if private:
        words += tr("。微博上还有 {0} 条未读私信，只能在微博网页上看", private)
    if errors:
        words += tr("。有一个账号没有收完：{0}", sentence(errors[0]))
    return tr("{0}。", words.removesuffix("。").removesuffix("."))


def is_offline(error: PlatformError | None) -> bool:
    """True when the platform could not be reached at all."""
    return error is not None and error.reaction is Reaction.OFFLINE


def has_answered(error: PlatformError | None) -> bool:
    """True when the platform itself spoke, if only to refuse: its codes are numbers, the program's are words."""
    return error is None or error.platform_code[:1].isdecimal() or error.platform_code.startswith("HTTP")
