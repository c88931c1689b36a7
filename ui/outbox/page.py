"""待发箱: everything on its way, what needs a word of the operator first (product.md, Reply 5)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.outbox.delegate import OutboxDelegate
from ui.outbox.head import OutboxHead
from ui.outbox.panel import OutboxPanel
from ui.outbox.rows import COLUMNS, FACTS, grouped, quota_line
from ui.support.context import Context
from ui.support.texts import sentence
from ui.widgets.card_columns import ColumnHeads
from ui.widgets.marked_list import MarkedListPage
from weibo_operator.domain.account import AccountState
from weibo_operator.domain.errors import OperatorError
from weibo_operator.domain.open_platform import Delivered
from weibo_operator.domain.operations import Changes, Outcome
from weibo_operator.domain.reply import Hold, Intent, IntentState
from weibo_operator.translation import tr

_TABLES = frozenset({"intent", "account", "account_pause", "call_day"})


class OutboxPage(MarkedListPage[Intent]):
    """Nothing leaves from here but what the operator says."""

    look_requested = Signal(object)
    """The account whose own comments are to be read."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, FACTS, parent)
        theme = context.theme
        self.head = OutboxHead(theme)
        cards = self.make_list(tr("待发箱"), OutboxDelegate(theme, self.is_marked, context.operator.desk.now))
        self.panel = OutboxPanel(theme)
        self.empty.show_message(
            "send",
            tr("没有待发的回复"),
            tr("按下发送的回复先在这里停几秒，可以撤回\n没有网络、授权过期或结果不明时，也在这里等你决定"),
            action=tr("回收件箱"),
            keys="Esc",
        )
        self.arrange(self.head, ColumnHeads(theme, COLUMNS), cards, self.empty, self.panel)
        self.bind_with_usual(
            "outbox",
            {
                "level_1": self.first,
                "level_2": self.second,
                "level_3": self.third,
                "send": self.release_all,
                "write": self.open_ticket,
            },
        )
        self._connect()

    def read_list(self) -> None:
        """Read the list again; marks stay on what is still there."""
        operator = self._context.operator
        shown = operator.outbox.listed()
        self.show_read(shown, grouped(shown))
        counts = operator.outbox.counts()
        parts = ((counts.unknown, tr("待核实")), (counts.held, tr("等你确认")), (counts.leaving, tr("待发")))
        self.head.show_counts([tr("{0} {1} 条", name, count) for count, name in parts if count])
        accounts = [each for each in operator.accounts.all() if each.state is not AccountState.SIGNED_OUT]
        find = operator.accounts
        self.head.show_quota(
            [quota_line(each, find.budget(each.id), find.pauses(each.id), named=len(accounts) > 1) for each in accounts]
        )
        self.panel.setVisible(bool(shown))
        held = self.held
        if held is not None:
            self.show_row(held)
        self.show_marks()

    def show_row(self, row: Intent) -> None:
        """Show the whole reply, and why it has not gone by now."""
        self.panel.show_intent(row, self._context.operator.desk.now())

    def show_marks(self) -> None:
        """Say how many replies 全部发出 takes."""
        super().show_marks()
        ready = sum(_may_all_go(each) for each in self._shown)
        self.head.show_ready(ready, sum(_is_releasable(each) for each in self.marked_rows))

    @Slot()
    def first(self) -> None:
        """1: a held reply goes now; one of unknown outcome is on Weibo already."""
        outbox = self._context.operator.outbox
        unknown = [each for each in self.chosen if each.state is IntentState.UNKNOWN]
        held = [each for each in self.chosen if _is_releasable(each)]
        self._do(unknown, lambda each: outbox.sent(each.id, Delivered()), lambda done: tr("{0} 条记为已经发出", done))
        self._do(held, lambda each: outbox.release(each.id), lambda done: tr("{0} 条回复正在发出", done))

    @Slot()
    def second(self) -> None:
        """2: called back, its text is the draft again; one of unknown outcome is sent once more."""
        outbox = self._context.operator.outbox
        unknown = [each for each in self.chosen if each.state is IntentState.UNKNOWN]
        waiting = [each for each in self.chosen if each.state is IntentState.QUEUED]
        self._do(
            unknown, lambda each: outbox.send_again(each.id), lambda done: tr("{0} 条重新发送，几秒内还可以撤回", done)
        )
        self._do(waiting, lambda each: outbox.recall(each.id), lambda done: tr("{0} 条撤回了，内容放回了草稿", done))

    @Slot()
    def third(self) -> None:
        """3: one of unknown outcome is given up, its text is the draft again."""
        outbox = self._context.operator.outbox
        unknown = [each for each in self.chosen if each.state is IntentState.UNKNOWN]
        self._do(unknown, lambda each: outbox.recall(each.id), lambda done: tr("{0} 条不发了，内容放回了草稿", done))

    @Slot()
    def release_all(self) -> None:
        """Ctrl+Enter: the marked ones that are held go now; without marks all whose reason lies behind us."""
        outbox = self._context.operator.outbox
        marked = [each for each in self.marked_rows if _is_releasable(each)]
        wanted = marked or [each for each in self._shown if _may_all_go(each)]
        if not wanted:
            self._context.news.notice.emit(tr("没有可以一起发出的回复。"))
        self._do(wanted, lambda each: outbox.release(each.id), lambda done: tr("{0} 条回复正在发出", done))

    def _do(
        self, intents: Sequence[Intent], decide: Callable[[Intent], Outcome[Intent]], words: Callable[[int], str]
    ) -> None:
        """Decide each in the order of pressing; what was decided stays decided when one is refused."""
        done, changes = 0, Changes()
        try:
            for intent in intents:
                changes = changes.joined(decide(intent).changes)
                done += 1
        except OperatorError as error:
            self._context.news.notice.emit(sentence(error))
        if done:
            self.unmark()
            self._context.news.tell(changes)
            self._context.news.notice.emit(words(done))

    @Slot()
    def _ask_look(self) -> None:
        held = self.held
        if held is not None and held.sending is not None:
            self.look_requested.emit(held.sending.account)

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if self.isVisible() and changes.tables & _TABLES:
            self.refresh()

    def _connect(self) -> None:
        panel = self.panel
        panel.first_asked.connect(self.first)
        panel.second_asked.connect(self.second)
        panel.third_asked.connect(self.third)
        panel.open_asked.connect(self.open_ticket)
        panel.page_asked.connect(self.open_page)
        panel.look_asked.connect(self._ask_look)
        self.head.release_button.clicked.connect(self.release_all)
        self.head.inbox_button.clicked.connect(self.back_requested)
        self._context.news.changed.connect(self._hear)


def _is_releasable(intent: Intent) -> bool:
    """Held, and not because the ticket is another customer's by now."""
    return intent.is_held and intent.sending is not None and intent.sending.hold is not Hold.RECIPIENT


def _may_all_go(intent: Intent) -> bool:
    """Held for a reason that lies behind us; what a customer said since is looked at one by one."""
    return _is_releasable(intent) and intent.sending is not None and intent.sending.hold is not Hold.WROTE_AGAIN
